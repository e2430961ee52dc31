import type { Body } from "../../../lib/terraform/configuration";
import { ABROAD, blocking, judgedAlone } from "../judged";

/** A table with a replica in a region that is said in a roundabout way. */
function replicaIn(region: unknown, more: Body = {}): Body {
  return {
    resource: { aws_dynamodb_table: { people: { name: "people", replica: [{ region_name: region }] } } },
    ...more,
  };
}

const known: [string, Body][] = [
  ["text put together", replicaIn('us-${"east"}-1')],
  ["spaces around it", replicaIn(" us-east-1 ")],
  ["capitals", replicaIn("US-EAST-1")],
  ["a function", replicaIn('${format("us-%s-%d", "east", 1)}')],
  ["a local of a local", replicaIn("${local.a}", { locals: { a: "${local.b}-1", b: "us-east" } })],
  ["a variable's default", replicaIn("${var.region}", { variable: { region: { default: ABROAD } } })],
  [
    "the region of a data source",
    replicaIn("${data.aws_region.there.name}", {
      data: { aws_region: { there: { provider: "aws.abroad" } } },
    }),
  ],
  [
    "a conditional of which one branch is abroad",
    replicaIn('${var.dr ? "us-east-1" : "eu-west-1"}', { variable: { dr: {} } }),
  ],
  ["a list with one abroad", replicaIn('${element(["eu-west-1", "us-east-1"], 1)}')],
  ["a map", replicaIn('${local.regions["dr"]}', { locals: { regions: { dr: ABROAD } } })],
  ["a block that `dynamic` makes", dynamicReplica('${["us-east-1"]}', "${replica.value}")],
  ["a block of a set by its key", dynamicReplica('${toset(["us-east-1"])}', "${replica.key}")],
  [
    "count",
    counted("${var.regions[count.index]}", { variable: { regions: { default: ["eu-west-1", ABROAD] } } }),
  ],
  ["for_each", eached("${each.value}", { home: "eu-west-1", dr: ABROAD })],
  ["for_each by its key", eached("${each.key}", { "eu-west-1": 1, "us-east-1": 2 })],
  ["a region nobody has heard of", replicaIn("us-east-9")],
];

function dynamicReplica(forEach: string, region: string): Body {
  const dynamic = { replica: { for_each: forEach, content: { region_name: region } } };
  return { resource: { aws_dynamodb_table: { people: { name: "people", dynamic } } } };
}

function counted(region: string, more: Body): Body {
  const people = { count: 2, name: "people", replica: [{ region_name: region }] };
  return { resource: { aws_dynamodb_table: { people } }, ...more };
}

function eached(region: string, forEach: unknown): Body {
  const people = { for_each: forEach, name: "people", replica: [{ region_name: region }] };
  return { resource: { aws_dynamodb_table: { people } } };
}

it.each(known)("a region abroad by %s is blocked", (_, body) => {
  expect(blocking(judgedAlone(body))).not.toEqual([]);
});

const unknown: [string, Body][] = [
  ["a variable without a default", replicaIn("${var.region}", { variable: { region: {} } })],
  [
    "a parameter read at plan",
    replicaIn("${data.aws_ssm_parameter.r.value}", { data: { aws_ssm_parameter: { r: { name: "r" } } } }),
  ],
  [
    "what a program answers",
    replicaIn("${data.external.r.result.region}", { data: { external: { r: { program: ["x"] } } } }),
  ],
  [
    "a value that goes through a resource",
    replicaIn("${terraform_data.r.output}", {
      resource: {
        aws_dynamodb_table: {
          people: { name: "people", replica: [{ region_name: "${terraform_data.r.output}" }] },
        },
        terraform_data: { r: { input: ABROAD } },
      },
    }),
  ],
  ["a part that is not known", replicaIn("${var.area}-east-1", { variable: { area: {} } })],
  [
    "a tag of a resource",
    replicaIn("${aws_vpc.v.tags_all.region}", {
      resource: {
        aws_dynamodb_table: {
          people: { name: "people", replica: [{ region_name: "${aws_vpc.v.tags_all.region}" }] },
        },
        aws_vpc: { v: { cidr_block: "10.0.0.0/16" } },
      },
    }),
  ],
  ["a `dynamic` over what is not known", dynamicReplica("${var.regions}", "${replica.value}")],
];

it.each(unknown)("a region by %s is not resolved, and blocks", (_, body) => {
  const found = blocking(judgedAlone(body));
  expect(found.map(({ rule }) => rule)).toContain("gate/unresolved");
});

const inside: [string, Body][] = [
  ["a region of the boundary", replicaIn("eu-west-1")],
  [
    "a conditional between regions of the boundary",
    replicaIn('${var.dr ? "eu-west-1" : "eu-west-3"}', { variable: { dr: {} } }),
  ],
  [
    "the stack's own region",
    replicaIn("${data.aws_region.here.name}", { data: { aws_region: { here: {} } } }),
  ],
];

it.each(inside)("%s is allowed", (_, body) => {
  expect(judgedAlone(body).findings).toEqual([]);
});

it("what a variable's default makes none of is a note", () => {
  const people = { count: "${var.n}", name: "people", replica: [{ region_name: ABROAD }] };
  const body = { resource: { aws_dynamodb_table: { people } }, variable: { n: { default: 0 } } };
  expect(judgedAlone(body).findings).toMatchObject([
    { rule: "gate/unresolved", level: "note", message: expect.stringContaining("var.n") },
  ]);
  expect(blocking(judgedAlone({ ...body, variable: { n: { default: 1 } } }))).not.toEqual([]);
});

it("a default inside the boundary is allowed, with a note that another value can be given", () => {
  const { verdict, findings } = judgedAlone(
    replicaIn("${var.r}", { variable: { r: { default: "eu-west-1" } } }),
  );
  expect(verdict).toBe("allowed");
  expect(findings).toMatchObject([{ rule: "gate/unresolved", level: "note" }]);
});
