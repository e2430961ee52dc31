import { definePolicy, type Finding, type PolicyInput } from "../../lib";
import { type Result, resultOf } from "../../lib/result";
import { type Body, readConfiguration } from "../../lib/terraform/configuration";
import { estateOf } from "../../lib/terraform/synth/estate";

export const HOME = "eu-central-1";
export const ABROAD = "us-east-1";

/** One boundary around Germany, France and Ireland for every stack, and whatever a test adds. */
export function policyOf(terms: Partial<PolicyInput> = {}) {
  return definePolicy({
    version: 1,
    asOf: "2026-11-23",
    organization: { name: "Example Compute Inc.", headquarters: "US" },
    boundaries: [{ name: "eu", countries: ["DE", "FR", "IE"] }],
    ...terms,
  });
}

/** Judges stacks of one app by name. Without providers of its own a stack has one in Frankfurt and `aws.abroad` in Virginia. */
export function judged(stacks: Readonly<Record<string, Body>>, terms: Partial<PolicyInput> = {}): Result {
  const synthesized = Object.entries(stacks).map(([name, body]) => ({
    configuration: readConfiguration(name, { provider: PROVIDERS, ...body }),
    input: `cdktf.out/stacks/${name}/cdk.tf.json`,
  }));
  return resultOf(estateOf(synthesized), [], policyOf(terms));
}

const PROVIDERS = { aws: [{ region: HOME }, { region: ABROAD, alias: "abroad" }] };

/** The same of one stack called `app`. */
export function judgedAlone(body: Body, terms: Partial<PolicyInput> = {}): Result {
  return judged({ app: body }, terms);
}

/** What is said, in a few words: level, rule, address, attribute. */
export function said({ findings }: Result): string[] {
  return findings.map(({ level, rule, address, subject }) =>
    [level, rule, address, "attribute" in subject ? subject.attribute : ""].join(" ").trim(),
  );
}

export function blocking({ findings }: Result): Finding[] {
  return findings.filter(({ level }) => level === "block");
}
