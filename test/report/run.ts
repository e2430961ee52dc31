import { datasheets } from "../../lib/accelerators";
import { countryCodes } from "../../lib/jurisdictions";
import { type Verdicts, verdictsOf } from "../../lib/matrix/verdicts";
import type { PolicyInput } from "../../lib/policy/check";
import { definePolicy } from "../../lib/policy/load";
import type { Policy } from "../../lib/policy/policy";
import { type Picture, pictureOf } from "../../lib/reports/html/picture";
import { keepFor } from "../../lib/residency/keep";
import { type Result, resultOfSurvey, survey } from "../../lib/result";
import { scenarios } from "../../lib/rules/scenarios";
import { readInputs } from "../../lib/terraform/read";

const US = { name: "Example Compute Inc.", headquarters: "US" };

export const neutral: PolicyInput = { version: 1, organization: US, endUsers: [] };

/** What the report shows of files under a policy, on a day. */
export function picture(paths: readonly string[], policy: object = {}, asOf = "2026-11-23") {
  const read = definePolicy({ ...neutral, ...policy } as PolicyInput, { asOf });
  const { estate, inputs } = readInputs(paths, keepFor(read));
  const found = survey(estate, read);
  const result: Result = resultOfSurvey(found, inputs, read, { assume: scenarios });
  const verdicts = answersOf(read);
  const shown: Picture = pictureOf({ survey: found, result, policy: read, verdicts });
  return { result, picture: shown };
}

const answered = new Map<string, Verdicts>();

/** The world is asked once for each policy. */
function answersOf(read: Policy): Verdicts {
  const key = read.digest + read.asOf;
  const verdicts = answered.get(key) ?? verdictsOf(read, datasheets, countryCodes());
  answered.set(key, verdicts);
  return verdicts;
}

const instance = (instance_type: string, extra: object = {}) => ({ ami: "ami-1", instance_type, ...extra });

/** Frankfurt and Virginia with data that leaves the EU, a licence for the UAE, one refused machine in Bahrain, one in Hanoi. */
export const estate: Readonly<Record<string, object>> = {
  "eu-train": {
    provider: {
      aws: [
        { region: "eu-central-1" },
        { alias: "sg", region: "ap-southeast-1" },
        { alias: "us", region: "us-east-1" },
      ],
    },
    resource: {
      aws_instance: { gpu: instance("p5.48xlarge", { count: 2 }) },
      aws_s3_bucket: {
        data: { bucket: "eu-data" },
        dr: { bucket: "sg-dr", provider: "aws.sg" },
        logs: { bucket: "us-logs", provider: "aws.us" },
      },
      aws_s3_bucket_replication_configuration: {
        dr: {
          bucket: "${aws_s3_bucket.data.id}",
          role: "arn:aws:iam::111122223333:role/r",
          rule: [{ status: "Enabled", destination: [{ bucket: "arn:aws:s3:::sg-dr" }] }],
        },
      },
      aws_s3_bucket_logging: {
        logs: {
          bucket: "${aws_s3_bucket.data.id}",
          target_bucket: "${aws_s3_bucket.logs.id}",
          target_prefix: "x",
        },
      },
    },
  },
  "ae-train": {
    provider: { aws: [{ region: "me-central-1" }] },
    resource: { aws_instance: { gpu: instance("p5en.48xlarge", { count: 4 }) } },
  },
  "bh-train": {
    provider: { aws: [{ region: "me-south-1" }] },
    resource: { aws_instance: { gpu: instance("p5e.48xlarge") } },
  },
  edge: {
    provider: { aws: [{ region: "ap-southeast-1" }] },
    resource: {
      aws_instance: { gpu: instance("g6e.12xlarge", { availability_zone: "ap-southeast-1-han-1a" }) },
    },
  },
};

export const policy = {
  endUsers: [{ name: "Example Labs K.K.", headquarters: "JP" }],
  boundaries: [
    { name: "eu", countries: ["DE", "FR", "IE"], stacks: ["eu-*"] },
    { name: "asean", countries: ["SG", "MY"], stacks: ["sg-*"] },
  ],
  flows: [
    {
      from: "eu",
      to: "asean",
      purpose: "disaster recovery of weights",
      resources: ["aws_s3_bucket_replication_configuration"],
      authorization: "DPIA 14",
    },
  ],
  authorizations: [
    {
      reference: "BIS D1",
      kind: "license",
      satisfies: ["us-ear/uae"],
      countries: ["AE"],
      accelerators: ["nvidia-h200-sxm"],
      maxAccelerators: 128,
      validFrom: "2026-08-01",
      validUntil: "2027-04-06",
    },
  ],
  waivers: [
    {
      rule: "us-ear/zone-a",
      stack: "edge",
      address: "aws_instance.gpu",
      reason: "decommissioned before the end of the year",
      approvedBy: "A. Approver",
      expires: "2026-12-31",
    },
  ],
} as const;
