import { findRegion } from "../../../regions";
import type { Answer } from "../../matrix/verdicts";
import { answerOf } from "../../matrix/verdicts";
import type { Finding } from "../../policy/finding";
import type { RuleId } from "../../policy/rule-ids";
import type { DataFlow } from "../../residency/flow";
import { groupBy } from "../../text/group";
import { type Point, pointOf } from "./spots";

/** Data that leaves a boundary, or may, from one place to another; ways that differ in their resource stand together. */
export interface Route {
  readonly answer: Answer;
  readonly boundary: string;
  readonly rule: RuleId;
  readonly from: Point & { readonly name: string };
  /** Where it can go; none where no place is named, or any. */
  readonly to: readonly Point[];
  /** "eu-central-1", "account 111122223333", "anywhere". */
  readonly toName: string;
  /** "stack: address", in order. */
  readonly ways: readonly string[];
  /** What lets it pass; empty where nothing does. */
  readonly permittedBy: readonly string[];
}

/** A flow is told by the finding about it: what is refused, warned of or permitted. */
export function routesOf(flows: readonly DataFlow[], findings: readonly Finding[]): Route[] {
  const byKey = groupBy(flows, (flow) =>
    keyOf(flow, flow.attribute, flow.boundary.name, flow.to.what, flow.to.countries),
  );
  const told = findings.flatMap((finding) => {
    const { subject } = finding;
    if (subject.kind !== "data") return [];
    const { attribute, boundary, leadsTo } = subject;
    const [flow] = byKey.get(keyOf(finding, attribute, boundary, leadsTo.what, leadsTo.countries)) ?? [];
    return flow === undefined ? [] : [{ flow, finding }];
  });
  const alike = groupBy(told, ({ flow, finding }) =>
    JSON.stringify([
      finding.rule,
      answerOf(finding),
      flow.home,
      flow.to.what,
      flow.to.countries,
      flow.boundary.name,
      permits(finding),
    ]),
  );
  return [...alike.values()].map(routeOf);
}

type Told = { readonly flow: DataFlow; readonly finding: Finding };

function routeOf(group: readonly Told[]): Route {
  const { flow, finding } = group[0] as Told;
  const { to, home, boundary } = flow;
  return {
    answer: answerOf(finding),
    boundary: boundary.name,
    rule: finding.rule,
    from: { ...regionPoint(home), name: home ?? "a region that is not known" },
    to: destinations(to),
    toName: to.what,
    ways: group.map(({ finding: one }) => `${one.stack}: ${one.address}`),
    permittedBy: permits(finding),
  };
}

function keyOf(
  { input, stack, address }: Pick<Finding, "input" | "stack" | "address">,
  attribute: string,
  boundary: string,
  what: string,
  countries: DataFlow["to"]["countries"],
): string {
  return JSON.stringify([input, stack, address, attribute, boundary, what, countries]);
}

function permits({ satisfiedBy }: Finding): readonly string[] {
  if (satisfiedBy === undefined) return [];
  if ("authorizations" in satisfiedBy) return satisfiedBy.authorizations;
  return [`waiver of ${satisfiedBy.waiver.approvedBy}`];
}

function destinations({ region, countries }: DataFlow["to"]): Point[] {
  const there = regionPoint(region);
  if (there.country !== null) return [there];
  return Array.isArray(countries) ? countries.map((country) => ({ at: null, country })) : [];
}

/** Boundaries are judged on AWS. */
function regionPoint(region: string | null): Point {
  const country = region === null ? null : (findRegion("aws", region)?.country ?? null);
  return pointOf({ cloud: "aws", region, zone: null, country });
}
