import { acceleratorFamily, machinesMatching } from "../../lib/accelerators";
import { guardrails } from "../../lib/guardrails";
import { families } from "../../lib/guardrails/machines";
import { reachOf } from "../../lib/guardrails/reach";
import { regionsOf } from "../../regions";
import { check, instance, permit, policyOf, setTo, type Terms } from "../rules/helpers";
import { callOf, OTHER, policiesFor } from "./organization";
import { verdict } from "./simulator";

const regions = regionsOf("aws").filter(({ partition, country }) => partition === "aws" && country !== null);
const machines = families().map(
  ({ name }) => machinesMatching("aws", "*").find((one) => familyOf(one.name) === name)?.name ?? name,
);
const h200InUae = { accelerators: ["nvidia-h200-sxm"], countries: ["AE"] };

const policies: [string, Terms][] = [
  ["a United States company", {}],
  [
    "a company with a Chinese parent",
    { organization: { name: "X", headquarters: "SG", ultimateParent: { name: "Y", headquarters: "CN" } } },
  ],
  ["an organization that allows itself four countries", { countries: { allow: ["MY", "SG", "JP", "DE"] } }],
  ["an organization that denies itself Ireland", { countries: { deny: ["IE"] } }],
  ["a licence for H200 in the Emirates", { authorizations: [permit("us-ear/uae", h200InUae)] }],
  [
    "a licence for 128 of them",
    { authorizations: [permit("us-ear/uae", { ...h200InUae, maxAccelerators: 128 })] },
  ],
  [
    "a licence for one recipient of two",
    {
      endUsers: [{ name: "Z", headquarters: "JP" }],
      authorizations: [permit("us-ear/uae", { ...h200InUae, recipients: ["Z"] })],
    },
  ],
  ["a worldwide rule raised to block", { rules: { "us-ear/worldwide-a": { level: "block" } } }],
  ["a zone rule that only warns", { rules: { "us-ear/zone-a": setTo("warn") } }],
  ["the first edition", { asOf: "2023-01-01" }],
  ["a day before there was a rule", { asOf: "2022-01-01" }],
];

describe.each(policies)("%s", (_, terms) => {
  it("has at run time what it has at synth, for every family in every region", () => {
    const { restricted, open } = reachOf(policyOf(terms));
    const wrong = regions.flatMap(({ code }) => {
      const blocked = blockedIn(code, machines, terms);
      const permitted = (name: string) =>
        restricted.find(({ families }) => families.some((one) => one.name === familyOf(name)))?.regions ?? [
          code,
        ];
      const differing = machines.filter((name) => permitted(name).includes(code) === blocked.includes(name));
      const isOpen = open.includes(code);
      return [...differing, ...(isOpen === blocked.length > 0 ? ["everything"] : [])].map(
        (name) => `${name} in ${code}`,
      );
    });
    expect(wrong).toEqual([]);
  });
});

/** What synth blocks. By any number: an authorization for a number opens nothing at run time. */
function blockedIn(region: string, names: readonly string[], terms: Terms): string[] {
  const { provider } = instance(region, "");
  const bodies = names.map((name, i) => [`m${i}`, { instance_type: name }] as const);
  const authorizations = (terms.authorizations ?? []).filter(
    ({ maxAccelerators }) => maxAccelerators === undefined,
  );
  const { findings } = check(
    { provider, resource: { aws_instance: Object.fromEntries(bodies) } },
    { ...terms, authorizations },
    { partial: true },
  );
  const blocked = new Set(findings.flatMap(({ level, address }) => (level === "block" ? [address] : [])));
  return names.filter((_, i) => blocked.has(`aws_instance.m${i}`));
}

it("is simulated to be the same, for every machine of the catalogue in four regions", async () => {
  const { documents } = guardrails(policyOf());
  const all = machinesMatching("aws", "*").flatMap(({ name }) => (name.includes("*") ? [] : [name]));
  expect(all.length).toBeGreaterThan(100);
  for (const region of ["me-south-1", "me-central-1", "us-west-2", "ap-southeast-5"]) {
    const denied: string[] = [];
    for (const name of all) {
      const context = { "ec2:InstanceType": name };
      const call = await callOf({
        expected: "denied",
        action: "ec2:RunInstances",
        region,
        on: "instance",
        context,
      });
      if ((await verdict(policiesFor(OTHER, documents), call)) === "denied") denied.push(name);
    }
    expect([region, denied]).toEqual([region, blockedIn(region, all, {})]);
  }
});

function familyOf(name: string): string | undefined {
  return acceleratorFamily("aws", name);
}
