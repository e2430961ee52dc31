import { reaches, tool } from "../../lib/result";
import { version } from "../../package.json";
import { check, instance, my, owned, setTo } from "../rules/helpers";

const frankfurt = instance("eu-central-1", "p5.48xlarge");

describe("a result", () => {
  it("has the contract's keys and says which policy and day it is for", () => {
    const result = check(frankfurt, { asOf: "2026-03-01" });
    expect(Object.keys(result)).toEqual([
      "tool",
      "policy",
      "verdict",
      "inputs",
      "placements",
      "findings",
      "authorizations",
      "scenarios",
      "notJudged",
      "screening",
      "law",
      "plugins",
    ]);
    expect(result.tool).toEqual({ name: "landfall", version });
    expect(tool.version).toBe(version);
    expect(result.policy).toEqual({
      path: null,
      digest: expect.stringMatching(/^sha256:/),
      asOf: "2026-03-01",
    });
  });

  it("has findings with the contract's keys", () => {
    const [finding] = check(frankfurt).findings;
    expect(Object.keys(finding ?? {})).toEqual([
      "rule",
      "level",
      "stack",
      "input",
      "address",
      "message",
      "subject",
      "location",
      "citations",
      "effective",
      "remedy",
    ]);
  });

  it("survives JSON as it is", () => {
    const result = check(instance("me-south-1", "p5.48xlarge"));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it.each([
    ["block", "allowed"],
    ["warn", "blocked"],
  ] as const)("that only warns is, with --fail-on %s, %s", (failOn, verdict) => {
    expect(check(frankfurt, {}, { failOn }).verdict).toBe(verdict);
  });

  it("is not blocked by notes", () => {
    const configuration = { ...instance("us-east-1", "${var.t}"), variable: { t: {} } };
    expect(check(configuration, {}, { failOn: "warn" }).verdict).toBe("allowed");
  });

  it("is blocked by a debt of the policy alone", () => {
    const rules = { "us-ear/zone-a": setTo("warn", "2026-01-31") };
    expect(check(instance("us-east-1", "m7i.large"), { rules }).verdict).toBe("blocked");
  });

  it("orders levels", () => {
    expect([reaches("block", "warn"), reaches("warn", "warn"), reaches("note", "warn")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("what is not judged", () => {
  it("is the screening of parties where no list is given, and nothing else", () => {
    expect(check(frankfurt, { organization: my }).notJudged).toEqual(["us-ear/entity-list"]);
    expect(check(frankfurt, { organization: owned("MY", "CN") }).notJudged).toEqual(["us-ear/entity-list"]);
  });
});
