import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { App, TerraformStack } from "cdktf";
import { classify, lookUpDatasheet } from "../../lib/accelerators";
import { takeInventory } from "../../lib/inventory/inventory";
import type { Inventory } from "../../lib/inventory/placement";
import type { Finding } from "../../lib/policy/finding";
import { judge } from "../../lib/policy/judge";
import { sources } from "../../lib/rules/sources";
import { readInputs } from "../../lib/terraform/read";
import { placed, policyOf, said } from "./helpers";
import { type Known, known } from "./replay-cases";

/** EC2 types of the chips that AWS offers; the others are judged as an inventory would hand them over. */
const MACHINES: Readonly<Record<string, string>> = {
  "nvidia-a100-sxm4-80gb": "p4de.24xlarge",
  "nvidia-h100-sxm": "p5.48xlarge",
  "nvidia-h200-sxm": "p5en.48xlarge",
  "nvidia-b200": "p6-b200.48xlarge",
  "nvidia-l4": "g6.xlarge",
  "nvidia-l40s": "g6e.xlarge",
  "nvidia-t4": "g4dn.xlarge",
  "nvidia-v100-sxm2-32gb": "p3dn.24xlarge",
  "aws-trainium1": "trn1.32xlarge",
  "aws-trainium2": "trn2.48xlarge",
};

/** Where AWS has a region; elsewhere the machine stands on an Outpost whose country the policy states. */
const REGIONS: Readonly<Record<string, string>> = {
  AE: "me-central-1",
  BH: "me-south-1",
  CN: "cn-north-1",
  HK: "ap-east-1",
  IL: "il-central-1",
  IN: "ap-south-1",
  MY: "ap-southeast-5",
  SG: "ap-southeast-1",
  US: "us-east-1",
};

/** First days of what rules cite by its own name; sections of the code are cited as they stand. */
const EFFECTIVE: Readonly<Record<string, string>> = {
  "87 FR 62186 (2022-10-13)": "2022-10-07",
  "88 FR 2821 (2023-01-18)": "2023-01-18",
  "88 FR 73458 (2023-10-25)": "2023-11-17",
  "90 FR 4544 (2025-01-15)": "2025-01-13",
  "NVIDIA Form 8-K filed 2025-04-15": "2025-04-09",
  "BIS guidance of 2025-05-13": "2025-05-13",
  "GAO B-337935 (2026-05-12)": "2026-05-12",
  "BIS guidance of 2026-05-31": "2026-05-31",
  "91 FR 43034 (2026-07-14)": "2026-07-10",
};

const outpost = (country: string) => `arn:aws:outposts:eu-west-1:111122223333:outpost/op-${country}`;
const nameOf = ({ chip, country }: Known) => `${chip}-${country}`;

let directory: string;
let synthesized: Inventory;

/** One app for all of them: a stack for each chip in each country. */
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "landfall-replay-"));
  const app = new App({ outdir: directory });
  const cases = new Map(known.map((one) => [nameOf(one), one]));
  for (const [name, { chip, country }] of cases) {
    const instanceType = MACHINES[chip];
    if (instanceType !== undefined) build(new TerraformStack(app, name), instanceType, country);
  }
  app.synth();
  const states = Object.fromEntries([...cases.values()].map(({ country }) => [outpost(country), country]));
  synthesized = takeInventory(readInputs([directory]).estate, states);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function build(stack: TerraformStack, instanceType: string, country: string): void {
  const ami = "ami-0abcdef1234567890";
  const region = REGIONS[country];
  new AwsProvider(stack, "aws", { region: region ?? "eu-west-1" });
  if (region !== undefined) {
    new Instance(stack, "gpu", { ami, instanceType });
    return;
  }
  const network = { vpcId: "vpc-0abc", cidrBlock: "10.0.0.0/24", outpostArn: outpost(country) };
  new Instance(stack, "gpu", { ami, instanceType, subnetId: new Subnet(stack, "hall", network).id });
}

function inventoryOf(one: Known): Inventory {
  if (MACHINES[one.chip] === undefined) return { placements: [placed(one.chip, one.country)], opaque: [] };
  const placements = synthesized.placements.filter(({ stack }) => stack === nameOf(one));
  return { placements, opaque: [] };
}

function judged(one: Known): { found: unknown; findings: readonly Finding[] } {
  const [own = "", parent = own] = one.party.split("/");
  const ultimateParent = { name: "Example Holdings", headquarters: parent };
  const organization = { name: "Example Compute", headquarters: own, ultimateParent };
  const { placements, findings } = judge(inventoryOf(one), policyOf({ organization, asOf: one.day }));
  const [placement, ...others] = placements;
  if (placement === undefined || others.length > 0)
    throw new Error(`expected one placement in ${nameOf(one)}`);
  expect(placement).toMatchObject({ accelerator: one.chip, location: { country: one.country } });
  return { found: placement.class, findings };
}

describe("what was licence-bound when", () => {
  it.each(known.map((one) => [`${one.day} ${one.what}`, one] as const))("%s", (_, one) => {
    const { found, findings } = judged(one);
    expect(found).toBe(one.class);
    expect(said(findings)).toEqual(one.fired);
    const cited = findings.flatMap(({ citations }) => citations.map(({ cite }) => cite));
    if (findings.length > 0) expect(cited).toContain(one.by);
    expect(Object.keys(sources)).toContain(one.by);
  });

  it("rests on nothing that came later", () => {
    for (const one of known) {
      for (const { effective, citations } of judged(one).findings) {
        const days = citations.flatMap(({ cite }) => EFFECTIVE[cite] ?? []);
        for (const day of [...days, effective.from ?? ""]) expect(day <= one.day).toBe(true);
      }
    }
  });

  it("covers chips and places that are talked about", () => {
    const chips = "a100 a800 h800 h20 l4 rtx-4090 h200 b200 mi300x gaudi trainium".split(" ");
    for (const chip of chips) expect(known.some((one) => one.chip.includes(chip))).toBe(true);
    const countries = "CN HK MO AE SA BH VN MY SG IL KZ US".split(" ");
    for (const country of countries) expect(known.some((one) => one.country === country)).toBe(true);
    expect(known.length).toBeGreaterThanOrEqual(60);
    expect(new Set(known.map(({ what }) => what)).size).toBe(known.length);
    for (const { chip, day } of known) {
      const sheet = lookUpDatasheet(chip);
      expect(sheet && classify(sheet, day).accelerator).toBe(chip);
    }
  });
});
