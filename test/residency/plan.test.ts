import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { definePolicy } from "../../lib";
import { type Format, formatNames, render } from "../../lib/reports/formats";
import { keepFor } from "../../lib/residency/keep";
import { type Result, resultOf } from "../../lib/result";
import { bufferSource } from "../../lib/terraform/bytes";
import type { Body } from "../../lib/terraform/configuration";
import { readInputs } from "../../lib/terraform/read";
import { ABROAD, blocking, HOME, policyOf, said } from "./judged";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "landfall-residency-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Planned {
  readonly address: string;
  readonly values: Body;
  readonly unknown?: Body;
  readonly expressions?: Body;
  readonly provider?: string;
}

const constant = (value: unknown) => ({ constant_value: value });

/** What `terraform show -json` writes of a plan that creates these. */
function plan(resources: readonly Planned[], providers: Body = {}): string {
  const named = resources.map(({ address, ...rest }) => {
    const [type, name] = address.split(".");
    return { address, mode: "managed", type, name, ...rest };
  });
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: { resources: named.map(({ address, values }) => ({ address, values })) } },
    resource_changes: named.map(({ address, mode, type, name, values, unknown = {} }) => ({
      address,
      mode,
      type,
      name,
      provider_name: "registry.terraform.io/hashicorp/aws",
      change: { actions: ["create"], before: null, after: values, after_unknown: unknown },
    })),
    configuration: {
      provider_config: {
        aws: { name: "aws", expressions: { region: constant(HOME) } },
        "aws.abroad": { name: "aws", alias: "abroad", expressions: { region: constant(ABROAD) } },
        ...providers,
      },
      root_module: {
        resources: named.map(({ address, mode, type, name, provider = "aws", expressions = {} }) => ({
          address,
          mode,
          type,
          name,
          provider_config_key: provider,
          expressions,
        })),
      },
    },
  });
}

const CODE = { "landfall:boundary": "eu", "landfall:boundary-countries": "DE FR IE" };
const tagging = (tags: unknown) => ({
  aws: { name: "aws", expressions: { region: constant(HOME), default_tags: [{ tags }] } },
});

function judged(text: string, policy = policyOf()): Result {
  const path = join(folder, "plan.json");
  writeFileSync(path, text);
  const { estate, inputs } = readInputs([path], keepFor(policy));
  return resultOf(estate, inputs, policy);
}

const inCode = policyOf({ boundaries: [] });
const alarm = (more: Partial<Planned> = {}): Planned => ({
  address: "aws_cloudwatch_metric_alarm.a",
  values: { alarm_name: "a", alarm_actions: [`arn:aws:sns:${ABROAD}:111122223333:t`] },
  ...more,
});

describe("a plan", () => {
  it("is held as far as data can leave by it", () => {
    expect(said(judged(plan([alarm()])))).toEqual([
      "block residency/replication aws_cloudwatch_metric_alarm.a alarm_actions[0]",
    ]);
  });

  it("of things inside says nothing", () => {
    const topic = { address: "aws_sns_topic.t", values: { name: "t" }, unknown: { arn: true, id: true } };
    const inside = alarm({
      values: { alarm_name: "a" },
      unknown: { alarm_actions: true },
      expressions: { alarm_actions: { references: ["aws_sns_topic.t.arn", "aws_sns_topic.t"] } },
    });
    expect(judged(plan([topic, inside])).findings).toEqual([]);
  });

  it("hides a policy that names what is not there yet, and says so", () => {
    const bucket = {
      address: "aws_s3_bucket.b",
      values: { bucket: "b" },
      unknown: { arn: true, id: true },
    };
    const policy = {
      address: "aws_s3_bucket_policy.p",
      values: { bucket: "b" },
      unknown: { policy: true },
      expressions: { policy: { references: ["aws_s3_bucket.b.arn", "aws_s3_bucket.b"] } },
    };
    const { findings } = judged(plan([bucket, policy]));
    expect(findings.map(({ level, rule, address }) => `${level} ${rule} ${address}`)).toEqual([
      "warn gate/unresolved aws_s3_bucket_policy.p",
    ]);
    expect(findings[0]?.remedy).toContain("aws_iam_policy_document");
  });

  it("that refers abroad, to what has no ARN yet, does leave", () => {
    const topic = {
      address: "aws_iot_thing.t",
      provider: "aws.abroad",
      values: { name: "t" },
      unknown: { arn: true },
    };
    const leaving = alarm({
      values: { alarm_name: "a" },
      unknown: { alarm_actions: true },
      expressions: { alarm_actions: { references: ["aws_iot_thing.t.arn", "aws_iot_thing.t"] } },
    });
    expect(said(judged(plan([topic, leaving])))).toContain(
      "block residency/replication aws_cloudwatch_metric_alarm.a alarm_actions",
    );
  });

  it("shows a boundary of code by its provider's constants, however late", () => {
    expect(judged(plan([alarm()]), inCode).findings).toEqual([]);
    const found = blocking(judged(plan([alarm()], tagging(constant(CODE))), inCode));
    expect(found).toMatchObject([{ rule: "residency/replication", subject: { boundary: "eu" } }]);
  });

  it("shows one that is put together by the tags that came of it", () => {
    const queue = {
      address: "aws_sqs_queue.q",
      values: { name: "q", tags_all: CODE },
      unknown: { arn: true },
    };
    const providers = tagging({ references: ["var.boundary"] });
    expect(blocking(judged(plan([alarm(), queue], providers), inCode))).toMatchObject([
      { rule: "residency/replication", address: "aws_cloudwatch_metric_alarm.a" },
    ]);
  });

  it("on a stream that draws a boundary too late cannot be judged", () => {
    const text = plan(
      [
        ...Array.from({ length: 300 }, (_, i) => ({
          address: `aws_sns_topic.t${i}`,
          values: { name: "x".repeat(2000) },
        })),
        alarm(),
      ],
      tagging(constant(CODE)),
    );
    const source = () => pieces(text);
    expect(() => readInputs(["-"], { ...keepFor(inCode), standardInput: source })).toThrow(
      /cannot be read twice/,
    );
    expect(
      readInputs(["-"], { ...keepFor(policyOf()), standardInput: source }).estate.resources,
    ).toHaveLength(301);
  });
});

function pieces(text: string) {
  const whole = Buffer.from(text);
  let at = 0;
  return {
    ...bufferSource(whole, "sha256:0"),
    next: () => {
      const piece = whole.subarray(at, at + 65_536);
      at += piece.length;
      return piece.length === 0 ? null : piece;
    },
  };
}

it("a state binds what carries the tags of a boundary", () => {
  const instance = (attributes: Body) => [{ attributes }];
  const resource = (name: string, attributes: Body) => ({
    mode: "managed",
    type: "aws_sqs_queue",
    name,
    provider: 'provider["registry.terraform.io/hashicorp/aws"]',
    instances: instance(attributes),
  });
  const state = JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "x",
    outputs: {},
    resources: [
      resource("abroad", {
        arn: `arn:aws:sqs:${ABROAD}:111122223333:abroad`,
        name: "abroad",
        tags_all: CODE,
      }),
      resource("home", { arn: `arn:aws:sqs:${HOME}:111122223333:home`, name: "home", tags_all: CODE }),
      { ...resource("bare", { name: "bare" }), type: "aws_route" },
      resource("other", { arn: `arn:aws:sqs:${ABROAD}:111122223333:other`, name: "other", tags_all: {} }),
    ],
  });
  expect(said(judged(state, inCode))).toEqual(["block residency/at-rest aws_sqs_queue.abroad arn"]);
  expect(said(judged(state))).toEqual([
    "block residency/at-rest aws_sqs_queue.abroad arn",
    "block residency/at-rest aws_sqs_queue.other arn",
  ]);
});

describe("of resources that are alike in a plan", () => {
  const queue = (name: string, more: Partial<Planned> = {}): Planned => ({
    address: `aws_sqs_queue.${name}`,
    values: { name, kms_master_key_id: null },
    unknown: { arn: true, id: true },
    ...more,
  });

  it("every one that leaves is told, wherever it stands", () => {
    const abroad = ["a", "b", "c"].map((name) => queue(name, { provider: "aws.abroad" }));
    expect(said(judged(plan([queue("first"), ...abroad, queue("last")])))).toEqual(
      ["a", "b", "c"].map((name) => `block residency/at-rest aws_sqs_queue.${name} provider aws.abroad`),
    );
  });

  it.each<[string, Partial<Planned>, string]>([
    ["a region of its own", { values: { name: "x", region: ABROAD } }, "at-rest aws_sqs_queue.x region"],
    [
      "a key abroad",
      { values: { name: "x", kms_master_key_id: `arn:aws:kms:${ABROAD}:111122223333:key/1` } },
      "keys aws_sqs_queue.x kms_master_key_id",
    ],
    [
      "an ARN abroad",
      { values: { name: "x", arn: `arn:aws:sqs:${ABROAD}:111122223333:x` }, unknown: { id: true } },
      "at-rest aws_sqs_queue.x arn",
    ],
    [
      "a reference abroad",
      {
        unknown: { arn: true, id: true, kms_master_key_id: true },
        expressions: { kms_master_key_id: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } },
      },
      "keys aws_sqs_queue.x kms_master_key_id",
    ],
    [
      "a text that no table lists",
      { values: { name: "x", other: `see ${ABROAD}` } },
      "replication aws_sqs_queue.x other",
    ],
  ])("one that has %s is told apart", (_, more, expected) => {
    const key = { address: "aws_kms_key.k", values: {}, unknown: { arn: true }, provider: "aws.abroad" };
    const found = said(judged(plan([queue("a"), queue("b"), queue("x", more), queue("c"), key])));
    expect(found).toContain(`block residency/${expected}`);
    expect(found.filter((one) => /queue\.[abc]/.test(one))).toEqual([]);
  });
});

describe("of policies of what somebody may do, each with a text of its own", () => {
  const allow = (action: string, resource: string) =>
    JSON.stringify({ Statement: [{ Effect: "Allow", Action: [action], Resource: [resource] }] });
  const rolePolicy = (name: string, policy: string, more: Partial<Planned> = {}): Planned => ({
    address: `aws_iam_role_policy.${name}`,
    values: { name, policy },
    unknown: { id: true, role: true },
    ...more,
  });
  const queueOf = (name: string, region = HOME) => `arn:aws:sqs:${region}:111122223333:${name}`;
  const plain = ["a", "b", "c", "d"].map((name) => rolePolicy(name, allow("sqs:SendMessage", queueOf(name))));

  it.each<[string, string]>([
    ["may copy data out", allow("s3:PutReplicationConfiguration", queueOf("x"))],
    ["may share an image", allow("ec2:ModifyImageAttribute", "*")],
    ["hides its action", allow("s3:PutReplicationConfiguratio\\u006e", queueOf("x")).replace("\\\\", "\\")],
  ])("one that %s is told apart, wherever it stands", (_, policy) => {
    for (const at of [0, 2, plain.length]) {
      const among = [...plain.slice(0, at), rolePolicy("x", policy), ...plain.slice(at)];
      const found = judged(plan(among)).findings.map(({ address }) => address);
      expect(new Set(found)).toEqual(new Set(["aws_iam_role_policy.x"]));
    }
  });

  it("says of each what it says of it alone", () => {
    const texts = [
      allow("sqs:SendMessage", queueOf("x")),
      allow("sqs:SendMessage", queueOf("x", ABROAD)),
      allow("s3:PutReplicationConfiguration", queueOf("x")),
      allow("s3:GetObject", "arn:aws:s3:::somewhere"),
      allow("s3:GetObject", `arn:aws:s3:${HOME}:999988887777:accesspoint/p`),
      "not JSON",
      `see ${ABROAD}`,
    ];
    const chosen = fc.array(
      fc.record({ text: fc.constantFrom(...texts), provider: fc.constantFrom("aws", "aws.abroad") }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(chosen, (picks) => {
        const all = picks.map(({ text, provider }, i) => rolePolicy(`p${i}`, text, { provider }));
        const alone = all.flatMap((one) => said(judged(plan([one]))));
        expect(said(judged(plan(all))).sort()).toEqual(alone.sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe("a text that no table lists, in a plan", () => {
  const parameter = (value: string): Planned => ({
    address: "aws_ssm_parameter.p",
    values: { name: "p", type: "String", value },
    unknown: { arn: true },
  });

  it.each([
    `${ABROAD}a`,
    `first ${HOME}, then ${ABROAD}b`,
    `https://sqs.${ABROAD}.amazonaws.com/1/q`,
    "arn:aws:sqs:xx-nowhere-7:111122223333:q",
    "arn:aws:s3::111122223333:accesspoint/m.mrap",
    "arn:aws:iam::999988887777:role/elsewhere",
    `{"here": "${HOME}", "there": "us\\u002deast-1 ${HOME}"}`,
  ])("leads out: %s", (value) => {
    const policy = policyOf({ known: { "999988887777": "SG" } });
    expect(blocking(judged(plan([parameter(value)]), policy))).toMatchObject([
      { address: "aws_ssm_parameter.p", subject: { attribute: "value" } },
    ]);
  });

  it.each([
    HOME,
    `${HOME}a eu-west-1`,
    `logs-${HOME}-x of ${HOME}`,
    `arn:aws:sqs:${HOME}:999988887777:q arn:aws:iam::aws:policy/ReadOnlyAccess`,
    "https://sts.amazonaws.com",
  ])("stays: %s", (value) => {
    expect(judged(plan([parameter(value)])).findings).toEqual([]);
  });
});

it.each(formatNames as readonly Format[])("%s shows rule, address, place and boundary", (format) => {
  const result = judged(
    plan([alarm()]),
    definePolicy({ ...base, boundaries: [{ name: "eu", countries: ["DE"] }] }),
  );
  const text = render(result, format, { color: false, width: 100, quiet: false })
    .replace(/\s+/g, " ")
    .replaceAll("\\", "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  for (const part of [
    "residency/replication",
    "aws_cloudwatch_metric_alarm.a",
    "alarm_actions[0]",
    "US",
    "eu (DE)",
  ])
    expect(text).toContain(part);
});

const base = {
  version: 1 as const,
  asOf: "2026-11-23",
  organization: { name: "Example Compute Inc.", headquarters: "US" },
};
