import { readGrants, readPermissions } from "../../../lib/residency/documents";
import type { Body } from "../../../lib/terraform/configuration";
import type { Resource } from "../../../lib/terraform/resource";
import { estate } from "../../inventory/embedded/helpers";

const ME = "${data.aws_caller_identity.me.account_id}";

/** What the policy of a key opens, in a stack with whatever else. */
function granted(policy: unknown, more: Body = {}, data: Body = {}): string[] {
  const key = keyOf(policy, more, data);
  const { grants, problem } = readGrants(key.read("policy")[0]?.value, key);
  const found = grants.map(({ principal }) =>
    "id" in principal ? `${principal.kind} ${principal.id}` : principal.kind,
  );
  return problem === undefined ? found : [...found, `problem: ${problem}`];
}

function keyOf(policy: unknown, more: Body, data: Body): Resource {
  const { resources } = estate({
    provider: {
      aws: [
        { region: "eu-central-1" },
        { alias: "ireland", region: "eu-west-1" },
        {
          alias: "audit",
          region: "eu-central-1",
          assume_role: [{ role_arn: "arn:aws:iam::999988887777:role/x" }],
        },
      ],
    },
    data: {
      aws_caller_identity: { me: {}, other: { provider: "aws.audit" } },
      aws_organizations_organization: { o: {} },
      ...data,
    },
    ...more,
    resource: {
      aws_kms_key: { k: { policy } },
      aws_s3_bucket: { b: {} },
      aws_iam_role: { app: {}, near: { provider: "aws.ireland" }, far: { provider: "aws.audit" } },
      aws_organizations_account: { other: {} },
      aws_securityhub_member: { other: {} },
      aws_ram_resource_share_accepter: { s: {} },
      aws_vpc_endpoint: { s3: {} },
      aws_iam_openid_connect_provider: { eks: { url: "https://oidc.example" } },
      ...(more["resource"] as Body | undefined),
    },
  });
  return resources.find(({ type }) => type === "aws_kms_key") as Resource;
}

function statement(principal: unknown, condition?: unknown): Body {
  return {
    Effect: "Allow",
    Principal: principal,
    Action: "kms:*",
    Resource: "${aws_s3_bucket.b.arn}/*",
    Condition: condition,
  };
}

function text(principal: unknown, condition?: unknown): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement(principal, condition)] });
}

describe("documents with references inside", () => {
  it.each<[string, unknown, string[]]>([
    ["the world", text("*"), ["world"]],
    ["the own account", text({ AWS: `arn:aws:iam::${ME}:root` }), []],
    [
      "the own account in its partition",
      text({ AWS: `arn:\${data.aws_partition.p.partition}:iam::${ME}:root` }),
      [],
    ],
    ["a role of the stack", text({ AWS: "${aws_iam_role.app.arn}" }), []],
    ["a role by another region's provider", text({ AWS: "${aws_iam_role.near.arn}" }), []],
    ["a condition on the own account", text("*", { StringEquals: { "aws:SourceAccount": ME } }), []],
    [
      "a condition on an own bucket",
      text("*", { ArnLike: { "aws:SourceArn": "${aws_s3_bucket.b.arn}" } }),
      [],
    ],
    [
      "a condition on own rules",
      text("*", { ArnLike: { "aws:SourceArn": `arn:aws:events:*:${ME}:rule/*` } }),
      [],
    ],
    [
      "a subject",
      text(
        { Federated: "${aws_iam_openid_connect_provider.eks.arn}" },
        { StringEquals: { "${x.y.url}:sub": "s" } },
      ),
      [],
    ],
  ])("open to %s", (_, policy, expected) => {
    expect(granted(policy)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ["a role of another account's provider", text({ AWS: "${aws_iam_role.far.arn}" })],
    [
      "the identity of another provider",
      text({ AWS: "arn:aws:iam::${data.aws_caller_identity.other.account_id}:root" }),
    ],
    ["an account of the organization", text({ AWS: "${aws_organizations_account.other.id}" })],
    ["a member of a service", text({ AWS: "${aws_securityhub_member.other.id}" })],
    [
      "a share of another account",
      text("*", { ArnLike: { "aws:SourceArn": "${aws_ram_resource_share_accepter.s.share_arn}" } }),
    ],
    ["a variable", text({ AWS: "arn:aws:iam::${var.account}:root" })],
    ["a variable for the document", "${var.policy}"],
    ["a file", '${file("policy.json")}'],
    ["a variable for a statement", '{"Statement":["${var.statement}"]}'],
    ["text outside of quotes", '{"Statement":${jsonencode(var.statement)}}'],
  ])("cannot tell %s", (_, policy) => {
    const [problem, ...others] = granted(policy, { variable: { account: {}, policy: {}, statement: {} } });
    expect(problem).toMatch(/^problem: /);
    expect(others).toEqual([]);
  });

  it("without a subject opens to a provider", () => {
    const federated = text({ Federated: "${aws_iam_openid_connect_provider.eks.arn}" });
    expect(granted(federated)).toEqual(["federated ${aws_iam_openid_connect_provider.eks.arn}"]);
  });

  it("is read through jsonencode(), locals and the branches of a condition", () => {
    const encoded = (principal: string) =>
      `jsonencode({Statement=[{Effect="Allow",Principal=${principal},Action="*",Resource=aws_s3_bucket.b.arn}]})`;
    expect(granted(`\${${encoded('"*"')}}`)).toEqual(["world"]);
    expect(granted("${local.p}", { locals: { p: `\${${encoded('{AWS="999988887777"}')}}` } })).toEqual([
      "account 999988887777",
    ]);
    const own = encoded('{AWS="arn:aws:iam::${data.aws_caller_identity.me.account_id}:root"}');
    expect(granted(`\${${own}}`)).toEqual([]);
    expect(
      granted('${var.open ? "{\\"Statement\\":[{\\"Principal\\":\\"*\\"}]}" : ""}', {
        variable: { open: {} },
      }),
    ).toEqual(["world"]);
  });
});

describe("documents by data source", () => {
  const READ = "${data.aws_iam_policy_document.p.json}";

  function document(statement: unknown, more: Body = {}): Body {
    return { aws_iam_policy_document: { p: { statement, ...more } } };
  }

  it.each<[string, unknown, string[]]>([
    ["the world", [{ principals: [{ type: "*", identifiers: ["*"] }] }], ["world"]],
    ["everybody with an account", [{ principals: [{ type: "AWS", identifiers: ["*"] }] }], ["world"]],
    ["an account", { principals: { type: "AWS", identifiers: ["999988887777"] } }, ["account 999988887777"]],
    ["the own account", [{ principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${ME}:root`] }] }], []],
    ["a denial", [{ effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }] }], []],
    ["everybody else", [{ not_principals: [{ type: "AWS", identifiers: ["999988887777"] }] }], ["world"]],
    [
      "an organization",
      [
        {
          principals: [{ type: "*", identifiers: ["*"] }],
          condition: [
            {
              test: "StringEquals",
              variable: "aws:PrincipalOrgID",
              values: ["${data.aws_organizations_organization.o.id}"],
            },
          ],
        },
      ],
      ["organization"],
    ],
    [
      "a condition of another statement",
      [
        { principals: [{ type: "*", identifiers: ["*"] }] },
        { condition: [{ test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-abcdefghij"] }] },
      ],
      ["world"],
    ],
  ])("open to %s", (_, statement, expected) => {
    expect(granted(READ, {}, document(statement))).toEqual(expected);
    expect(granted("${data.aws_iam_policy_document.p.minified_json}", {}, document(statement))).toEqual(
      expected,
    );
  });

  it("open through dynamic blocks", () => {
    const dynamic = {
      principals: [{ for_each: ["*"], content: { type: "AWS", identifiers: ["${principals.value}"] } }],
    };
    expect(granted(READ, {}, document([{ dynamic }]))).toEqual(["world"]);
  });

  it("open through other documents, unless a statement is replaced", () => {
    const open = { sid: "open", principals: [{ type: "*", identifiers: ["*"] }] };
    const closed = { sid: "open", effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }] };
    const base = { statement: [open] };
    const over = (name: string, statement: unknown) => ({
      aws_iam_policy_document: {
        base,
        p: { statement, [name]: ["${data.aws_iam_policy_document.base.json}"] },
      },
    });
    expect(granted(READ, {}, over("source_policy_documents", []))).toEqual(["world"]);
    expect(granted(READ, {}, over("source_policy_documents", [closed]))).toEqual([]);
    expect(granted(READ, {}, over("override_policy_documents", [closed]))).toEqual(["world"]);
    expect(granted(READ, {}, document([], { source_policy_documents: [text("*")] }))).toEqual(["world"]);
  });

  it("does not follow a document that is taken from itself", () => {
    const loop = document([], { source_policy_documents: [READ] });
    expect(granted(READ, {}, loop)[0]).toMatch(/^problem: /);
  });

  it("says where", () => {
    const key = keyOf(READ, {}, document([{ principals: [{ type: "AWS", identifiers: ["*"] }] }]));
    expect(readGrants(key.read("policy")[0]?.value, key).grants[0]?.path).toBe(
      "data.aws_iam_policy_document.p: statement[0].principals[0].identifiers[0]",
    );
  });

  it("cannot tell another data source", () => {
    const [problem] = granted(
      "${data.aws_iam_policy.p.policy}",
      {},
      { aws_iam_policy: { p: { name: "x" } } },
    );
    expect(problem).toMatch(/data sources are read at plan/);
  });
});

describe("permissions", () => {
  function permitted(actions: unknown): string[] {
    const { permissions, problem } = readPermissions({
      Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
    });
    return problem === undefined ? permissions.map(({ action }) => action) : [problem];
  }

  it("are those that carry data, by name or pattern", () => {
    expect(permitted(["s3:GetObject", "s3:PutReplicationConfiguration", "kms:Replicate*"])).toEqual([
      "s3:PutReplicationConfiguration",
      "kms:Replicate*",
    ]);
    expect(permitted("EC2:createvpcpeeringconnection")).toEqual(["EC2:createvpcpeeringconnection"]);
  });

  it("are not an administrator's, nor denied ones", () => {
    expect(permitted(["*", "s3:*", "ec2:**"])).toEqual([]);
    expect(
      readPermissions({ Statement: { Effect: "Deny", Action: "kms:ReplicateKey" } }).permissions,
    ).toEqual([]);
  });

  it("are read in data sources", () => {
    const key = keyOf(
      "${data.aws_iam_policy_document.p.json}",
      {},
      {
        aws_iam_policy_document: {
          p: { statement: [{ actions: ["s3:GetObject", "ram:CreateResourceShare"], resources: ["*"] }] },
        },
      },
    );
    expect(readPermissions(key.read("policy")[0]?.value, key).permissions).toEqual([
      { action: "ram:CreateResourceShare", path: "data.aws_iam_policy_document.p: statement[0].actions[1]" },
    ]);
  });
});
