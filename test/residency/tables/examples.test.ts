import type { DataFlow } from "../../../lib/residency/flow";
import { flowsOf } from "../../../lib/residency/flows";
import type { DataAttribute, Names } from "../../../lib/residency/shape";
import { dataShapes } from "../../../lib/residency/tables";
import type { Body } from "../../../lib/terraform/configuration";
import { estate } from "../../inventory/embedded/helpers";

const [OWN, OTHER] = ["111122223333", "999988887777"];
const [NEAR, FAR] = ["eu-central-1", "us-east-1"];

const BOUNDARY = { name: "germany", countries: ["DE"], accounts: [OWN], stacks: ["*"] };

const KNOWN = { "example-near-place": "DE" };

type Value = unknown;

/** A value that leads out, and one that stays; undefined: only what is not there stays. */
const VALUES: Readonly<Record<Exclude<Names, "setting">, readonly [Value, Value]>> = {
  region: [FAR, NEAR],
  zone: [`${FAR}a`, `${NEAR}a`],
  "region-or-zone": [FAR, NEAR],
  country: ["US", "DE"],
  account: [OTHER, OWN],
  arn: [arn(FAR), arn(NEAR)],
  "arn-or-id": [arn(FAR), "example-name"],
  "kms-key": [`arn:aws:kms:${FAR}:${OWN}:key/k`, `arn:aws:kms:${NEAR}:${OWN}:key/k`],
  bucket: ["s3://example-far/data", "arn:aws:s3:::example-near"],
  "endpoint-service": [`com.amazonaws.${FAR}.s3`, `com.amazonaws.${NEAR}.s3`],
  cidr: ["0.0.0.0/0", "10.0.0.0/8"],
  principal: [`arn:aws:iam::${OTHER}:root`, `arn:aws:iam::${OWN}:role/app`],
  "policy-document": [policy({ AWS: "*" }), policy({ AWS: OWN })],
  permissions: [policy(undefined, "kms:ReplicateKey"), policy(undefined, "kms:Decrypt")],
  model: ["us.example.model-v1:0", "example.model-v1:0"],
  url: [`https://sqs.${FAR}.amazonaws.com/q`, `https://sqs.${NEAR}.amazonaws.com/q`],
  image: [`${OWN}.dkr.ecr.${FAR}.amazonaws.com/a:1`, `${OWN}.dkr.ecr.${NEAR}.amazonaws.com/a:1`],
  reference: ["${aws_vpc.far.id}", "${aws_vpc.near.id}"],
  group: ["example-far-group", undefined],
  organization: ["o-abcdefghij", undefined],
  text: [`{"to": "https://sqs.${FAR}.amazonaws.com/q"}`, `{"to": "https://sqs.${NEAR}.amazonaws.com/q"}`],
  opaque: ["example-far-place", "example-near-place"],
};

function arn(region: string): string {
  return `arn:aws:sqs:${region}:${OWN}:queue`;
}

function policy(principal: unknown, action = "s3:GetObject"): string {
  return JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }],
  });
}

function leaking({ names, leaks }: DataAttribute): Value {
  if (names !== "setting") return VALUES[names][0];
  if (leaks?.when === "contains") return `[{ ${leaks.values[0]?.replace(":", " : ")} }]`;
  return leaks?.when === "equals" ? leaks.values[0] : "whatever";
}

function staying({ names, leaks }: DataAttribute): Value {
  if (names !== "setting") return VALUES[names][1];
  return leaks?.when === "differs" ? leaks.values[0] : undefined;
}

/** Blocks around a value; those that are there already are added to. */
function put(body: Body, path: string, value: Value): void {
  const names = path.split(".");
  const last = names.pop() as string;
  const block = names.reduce<Record<string, unknown>>((around, name) => {
    around[name] ??= {};
    return around[name] as Record<string, unknown>;
  }, body);
  block[last] = value;
}

/** A resource that does nothing amiss, but for one attribute. */
function resource(attributes: readonly DataAttribute[], leak?: DataAttribute): Body {
  const body: Body = {};
  const all = leak === undefined ? attributes : [...attributes.filter((one) => one.path !== leak.path), leak];
  for (const attribute of all) {
    const value = attribute === leak ? leaking(attribute) : staying(attribute);
    if (value === undefined) continue;
    put(body, attribute.path, value);
    const block = attribute.path.slice(0, attribute.path.lastIndexOf(".") + 1);
    for (const [name, [first]] of Object.entries(attribute.when ?? {})) put(body, `${block}${name}`, first);
  }
  return body;
}

/** Rule, path and verdict of every way by which the resource's data leaves. */
function ways(type: string, body: Body, more: Body = {}): string[] {
  return flows(type, body, more)
    .filter(({ rule }) => rule !== "at-rest")
    .map(({ rule, attribute, verdict }) => `${rule} ${attribute.replace(/\[\d+\]/g, "")} ${verdict}`);
}

/** Whether its data lies inside the boundary. */
function rests(type: string, body: Body): boolean {
  return flows(type, body, {}).every(({ rule }) => rule !== "at-rest");
}

function flows(type: string, body: Body, more: Body): DataFlow[] {
  const configuration = {
    provider: { aws: [{ region: NEAR }] },
    resource: {
      ...more,
      aws_s3_bucket: {
        near: { bucket: "example-near" },
        far: { bucket: "example-far", region: FAR },
        ...(more["aws_s3_bucket"] as Body | undefined),
      },
      aws_vpc: { near: {}, far: { region: FAR } },
    },
  } as { resource: Record<string, Body> } & Body;
  configuration.resource[type] = { ...configuration.resource[type], example: body };
  const { flows } = flowsOf(estate(configuration), [BOUNDARY], KNOWN);
  return flows.filter(({ address }) => address === `${type}.example`);
}

const cases = [...dataShapes()]
  .filter(([, { attributes }]) => attributes.length > 0)
  .map(([type, { attributes, atRest }]) => ({ type, attributes, atRest }));

describe("examples of the tables", () => {
  it("are of every type the tables know", () => {
    expect(cases.length).toBeGreaterThanOrEqual(292);
    expect(cases.flatMap(({ attributes }) => attributes).length).toBeGreaterThanOrEqual(588);
  });

  describe.each(cases)("$type", ({ type, attributes, atRest }) => {
    it("stays", () => {
      expect(ways(type, resource(attributes))).toEqual([]);
    });

    it("rests where the table says", () => {
      const away = { ...resource(attributes), region: FAR };
      const isHere = rests(type, resource(attributes));
      expect({ isHere, isThere: rests(type, away) }).toEqual({
        isHere: atRest?.where !== "everywhere",
        isThere: atRest?.where === "nowhere",
      });
    });

    it.each(attributes.map((attribute) => [`${attribute.path} (${attribute.names})`, attribute] as const))(
      "leaks by %s",
      (_, attribute) => {
        const body = resource(attributes, attribute);
        const member = attribute.names === "group" ? { [type]: { far: { ...body, region: FAR } } } : {};
        const verdict = attribute.names === "opaque" ? "unknown" : "outside";
        expect(ways(type, body, member)).toContain(`${attribute.rule} ${attribute.path} ${verdict}`);
      },
    );
  });
});
