import { type ControlName, controls, guardrails } from "../../lib/guardrails";
import { acceleratorGuards } from "../../lib/guardrails/accelerators";
import { blindCopies, blindSharing, blindWays, untyped } from "../../lib/guardrails/actions";
import { boundaryGuards, boundsOf } from "../../lib/guardrails/boundary";
import { breakGlassGuards } from "../../lib/guardrails/break-glass";
import { denyBut } from "../../lib/guardrails/deny";
import { reachOf } from "../../lib/guardrails/reach";
import { documentText } from "../../lib/guardrails/statement";
import type { Policy } from "../../lib/policy/policy";
import { callOf, HOME, made, OPTIONS, OTHER, policiesFor, policy, type Request } from "./organization";
import { requests } from "./requests";
import { actionsMatching, type Policies, verdict } from "./simulator";

const titleOf = ({ expected, action, region, context = {}, by, on = "" }: Request) =>
  `${action} ${on} in ${region}${by ? ` by ${by.split("/").pop()}` : ""} ${JSON.stringify(context)}: ${expected}`;

const all = Object.values(requests).flat();

describe.each(Object.entries(requests))("%s", (_, list) => {
  it.each(list.map((request) => [titleOf(request), request] as const))("%s", async (_title, request) => {
    const call = await callOf(request);
    expect(await verdict(policiesFor(request.from ?? OTHER), call)).toBe(request.expected);
  });
});

describe("calls that show no key", () => {
  const blind: [ControlName, readonly string[], string][] = [
    ["copies", blindCopies, "eu-west-1"],
    ["sharing", blindSharing, "eu-west-1"],
    ["ways", blindWays, "eu-west-1"],
  ];

  it.each(untyped)("%s: only where every machine may stand", async (pattern) => {
    const actions = await actionsMatching(pattern);
    expect(actions).not.toEqual([]);
    for (const action of actions) {
      const say = async (region: string) =>
        verdict(policiesFor(OTHER), await callOf({ expected: "denied", action, region }));
      expect([action, await say("me-south-1"), await say("eu-west-1")]).toEqual([
        action,
        "denied",
        "allowed",
      ]);
    }
  });

  it.each(
    blind.flatMap(([control, list, region]) => list.map((action) => [action, control, region] as const)),
  )("%s: not in a boundary (%s)", async (action, _control, region) => {
    const request = { expected: "denied", action, region } as const;
    const call = async (from: string) => verdict(policiesFor(from), await callOf({ ...request, from }));
    expect([await call(HOME), await call(OTHER)]).toEqual(["denied", "allowed"]);
  });
});

describe("the tables", () => {
  it("have more than 200 calls, denied and allowed, and one for every statement of service control policies", () => {
    const count = (expected: string) => all.filter((request) => request.expected === expected).length;
    expect(all.length).toBeGreaterThan(300);
    expect(count("denied")).toBeGreaterThan(120);
    expect(count("allowed")).toBeGreaterThan(100);
    const denying = new Set<string>(all.flatMap(({ control }) => control ?? []));
    const others = ["untyped-calls", "copies", "ways", "identity-perimeter", "service-perimeter", "endpoint"];
    expect(
      Object.keys(controls)
        .filter((name) => !denying.has(name))
        .sort(),
    ).toEqual(others.sort());
  });

  it.each(
    all
      .filter(({ control }) => control)
      .map((request) => [request.control, titleOf(request), request] as const),
  )("is %s that denies %s", async (control, _, request) => {
    const call = await callOf(request);
    expect(await verdict(without(control as ControlName, request.from ?? OTHER), call)).toBe("allowed");
  });
});

describe("packing", () => {
  const wide = guardrails(policy, { ...OPTIONS, size: 10_240 }).documents;

  it("denies the same in documents of either size", async () => {
    expect(wide.length).toBeLessThan(made.length);
    for (const request of all) {
      const call = await callOf(request);
      const said = await verdict(policiesFor(request.from ?? OTHER, wide), call);
      expect([titleOf(request), said]).toEqual([titleOf(request), request.expected]);
    }
  });
});

/** The service control policies with one kind of statement left out. */
const without = (() => {
  const known = new Map<ControlName, readonly [string, string]>();
  const deny = denyBut("arn:aws:iam::*:role/break-glass");
  const global = [
    ...acceleratorGuards(reachOf(policy), deny),
    ...breakGlassGuards("arn:aws:iam::*:role/break-glass", deny),
  ];
  const own = boundaryGuards(boundsOf(policy.boundaries[0] as Policy["boundaries"][number]), deny);
  return (control: ControlName, account: string): Policies => {
    const text = (guards: typeof own) =>
      documentText(
        guards.filter((guard) => !guard.controls.includes(control)).map(({ statement }) => statement),
      );
    const texts = known.get(control) ?? ([text(global), text(own)] as const);
    known.set(control, texts);
    return { serviceControl: [[texts[0]], account === HOME ? [texts[1]] : []] };
  };
})();
