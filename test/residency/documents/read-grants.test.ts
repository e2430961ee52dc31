import fc from "fast-check";
import { type Grants, readGrants } from "../../../lib/residency/documents";

const OTHER = "999988887777";

function granted({ grants, problem }: Grants): string[] {
  const found = grants.map(({ principal }) =>
    "id" in principal ? `${principal.kind} ${principal.id}` : principal.kind,
  );
  return problem === undefined ? found : [...found, "problem"];
}

function allow(principal: unknown, condition?: unknown): unknown {
  return {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: principal, Action: "*", Condition: condition }],
  };
}

describe("principals", () => {
  it.each<[string, unknown, string[]]>([
    ["everybody", "*", ["world"]],
    ["everybody with an account", { AWS: "*" }, ["world"]],
    ["everybody in a list", { AWS: [`arn:aws:iam::${OTHER}:root`, "*"] }, [`account ${OTHER}`, "world"]],
    ["an account", { AWS: OTHER }, [`account ${OTHER}`]],
    ["a role", { AWS: `arn:aws:iam::${OTHER}:role/reader` }, [`account ${OTHER}`]],
    ["a session", { AWS: `arn:aws-cn:sts::${OTHER}:assumed-role/a/b` }, [`account ${OTHER}`]],
    ["any account's root", { AWS: "arn:aws:iam::*:root" }, ["world"]],
    ["a unique id", { AWS: "AROAEXAMPLEEXAMPLEEXA" }, ["problem"]],
    ["something else", { AWS: "arn:aws:s3:::bucket" }, ["problem"]],
    ["a service", { Service: "logs.amazonaws.com" }, ["service logs.amazonaws.com"]],
    [
      "load balancers' old account",
      { AWS: "arn:aws:iam::054676820928:root" },
      ["service logdelivery.elasticloadbalancing.amazonaws.com"],
    ],
    [
      "an origin access identity",
      { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" },
      ["service cloudfront.amazonaws.com"],
    ],
    ["a canonical user", { CanonicalUser: "ab12" }, ["canonical ab12"]],
    ["an outside provider", { Federated: "accounts.google.com" }, ["federated accounts.google.com"]],
    [
      "an outside provider by ARN",
      { Federated: `arn:aws:iam::${OTHER}:oidc-provider/gitlab.com` },
      ["federated gitlab.com"],
    ],
    [
      "a log-in of an account",
      { Federated: `arn:aws:iam::${OTHER}:saml-provider/adfs` },
      [`account ${OTHER}`],
    ],
    ["a kind that is none", { Robot: "x" }, ["problem"]],
    ["nobody", { AWS: [] }, []],
  ])("reads %s", (_, principal, expected) => {
    expect(granted(readGrants(allow(principal)))).toEqual(expected);
    expect(granted(readGrants(JSON.stringify(allow(principal))))).toEqual(expected);
  });

  it("takes those left out for everybody else", () => {
    const document = { Statement: { Effect: "Allow", NotPrincipal: { AWS: OTHER }, Action: "s3:GetObject" } };
    expect(readGrants(document)).toEqual({
      grants: [{ principal: { kind: "world" }, path: "Statement.NotPrincipal" }],
    });
  });

  it("leaves denials out, and says where a grant stands", () => {
    const document = {
      Statement: [
        { Effect: "Deny", Principal: "*", Action: "*" },
        { Effect: "Allow", Principal: { AWS: ["*"] } },
      ],
    };
    expect(readGrants(document).grants).toEqual([
      { principal: { kind: "world" }, path: "Statement[1].Principal.AWS[0]" },
    ]);
  });

  it("reads a document of OpenSearch Serverless", () => {
    const rules = [{ Rules: [], Principal: [`arn:aws:iam::${OTHER}:role/a`, `saml/${OTHER}/okta/user/b`] }];
    expect(granted(readGrants(JSON.stringify(rules)))).toEqual([`account ${OTHER}`, `account ${OTHER}`]);
  });
});

describe("conditions of what is open to all", () => {
  it.each<[string, unknown, string[]]>([
    [
      "an organization",
      { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } },
      ["organization o-abcdefghij"],
    ],
    [
      "a key in other letters",
      { stringequals: { "AWS:principalorgid": "o-abcdefghij" } },
      ["organization o-abcdefghij"],
    ],
    [
      "a unit",
      { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-abcdefghij/r-1/ou-1/*" } },
      ["organization o-abcdefghij"],
    ],
    ["any organization", { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-1/*" } }, ["world"]],
    ["an account", { StringEquals: { "aws:PrincipalAccount": [OTHER] } }, [`account ${OTHER}`]],
    [
      "the caller of a key",
      { StringEquals: { "kms:CallerAccount": OTHER, "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
      [`account ${OTHER}`],
    ],
    ["a source", { StringEquals: { "aws:SourceAccount": OTHER } }, [`account ${OTHER}`]],
    ["a source ARN", { ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${OTHER}:*` } }, [`account ${OTHER}`]],
    ["a pattern over colons", { StringLike: { "aws:SourceArn": `arn:aws:lambda:*:${OTHER}:*` } }, ["world"]],
    ["a pattern in the account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::9*:role/x" } }, ["world"]],
    [
      "the resource's own account",
      { StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } },
      [],
    ],
    [
      "the principal's own account",
      { StringEquals: { "aws:PrincipalAccount": "${aws:PrincipalAccount}" } },
      ["world"],
    ],
    ["a bucket of whoever", { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::bucket" } }, ["problem"]],
    ["a network of whoever", { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } }, ["problem"]],
    ["services of AWS", { Bool: { "aws:PrincipalIsAWSService": "true" } }, ["service any"]],
    [
      "the narrower of two",
      { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij", "aws:PrincipalAccount": OTHER } },
      [`account ${OTHER}`],
    ],
    [
      "a condition that may be missing",
      { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abcdefghij" } },
      ["world"],
    ],
    [
      "a condition on all values",
      { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-abcdefghij" } },
      ["world"],
    ],
    ["a denial of one", { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } }, ["world"]],
    ["a pattern for any", { StringLike: { "aws:PrincipalOrgID": "*" } }, ["world"]],
    ["one of two that is open", { StringLike: { "aws:PrincipalAccount": [OTHER, "*"] } }, ["world"]],
    ["an address", { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, ["world"]],
    ["an external id", { StringEquals: { "sts:ExternalId": "secret" } }, ["world"]],
    ["no value", { StringEquals: { "aws:PrincipalAccount": [] } }, ["world"]],
  ])("reads %s", (_, condition, expected) => {
    expect(granted(readGrants(allow("*", condition)))).toEqual(expected);
  });

  it("leaves an account that is named as it is", () => {
    const condition = { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } };
    expect(granted(readGrants(allow({ AWS: OTHER }, condition)))).toEqual([`account ${OTHER}`]);
  });

  it("tells for whom a service works", () => {
    const service = { Service: "s3.amazonaws.com" };
    expect(granted(readGrants(allow(service, { StringEquals: { "aws:SourceAccount": OTHER } })))).toEqual([
      `account ${OTHER}`,
    ]);
    expect(granted(readGrants(allow(service, { ArnLike: { "aws:SourceArn": "arn:aws:s3:::b" } })))).toEqual([
      "service s3.amazonaws.com",
    ]);
  });

  it.each<[string, string, unknown, string[]]>([
    ["a subject", "arn:aws:iam::1:oidc-provider/a.example", { StringEquals: { "a.example:sub": "x" } }, []],
    ["an owner's repositories", "a.example", { StringLike: { "a.example:sub": "repo:acme/*" } }, []],
    ["every repository", "a.example", { StringLike: { "a.example:sub": "repo:*" } }, ["federated a.example"]],
    ["only an audience", "a.example", { StringEquals: { "a.example:aud": "sts" } }, ["federated a.example"]],
    [
      "an identity pool",
      "cognito-identity.amazonaws.com",
      { StringEquals: { "cognito-identity.amazonaws.com:aud": "eu:1" } },
      [],
    ],
  ])("holds an outside provider to %s", (_, provider, condition, expected) => {
    expect(granted(readGrants(allow({ Federated: provider }, condition)))).toEqual(expected);
  });
});

describe("documents that cannot be read", () => {
  it.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /not JSON/],
    ["a key twice", '{"Statement":[{"Principal":"x","Principal":"*"}]}', /twice/],
    ["an element in two letters", { statement: [], Statement: [] }, /statement and Statement/],
    ["no statement", {}, /no statement/],
    ["a statement that is text", { Statement: ["x"] }, /Statement\[0\] is not an object/],
    ["a principal that is an object", { Statement: [{ Principal: { AWS: { x: 1 } } }] }, /Principal\.AWS/],
    ["a number", 5, /neither/],
    ["the marks of holes", '{"Statement":[{"Principal":"\\ue0000\\ue001"}]}', /private/],
    ["Cedar", "permit(principal, action, resource);", /not JSON/],
  ])("says so of %s", (_, document, problem) => {
    expect(readGrants(document).problem).toMatch(problem);
  });

  it("reads nothing from nothing", () => {
    expect([null, undefined, ""].map((document) => readGrants(document))).toEqual([
      { grants: [] },
      { grants: [] },
      { grants: [] },
    ]);
  });
});

describe("whatever is written", () => {
  const principals = fc.oneof(
    fc.constantFrom("*", OTHER, `arn:aws:iam::${OTHER}:root`, "AROA1"),
    fc.record({ AWS: fc.oneof(fc.string(), fc.array(fc.string())) }),
    fc.record({ Service: fc.string() }),
  );
  const conditions = fc.dictionary(
    fc.constantFrom(
      "StringEquals",
      "StringLike",
      "StringNotEquals",
      "ArnLike",
      "StringEqualsIfExists",
      "ForAllValues:StringLike",
    ),
    fc.dictionary(
      fc.constantFrom("aws:PrincipalOrgID", "aws:SourceArn", "aws:SourceIp", "aws:PrincipalAccount"),
      fc.string(),
    ),
  );

  it("never throws", () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        expect(readGrants(document)).toHaveProperty("grants");
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readGrants(text)).toHaveProperty("grants");
      }),
    );
  });

  it("finds the same in text and object", () => {
    fc.assert(
      fc.property(principals, conditions, (principal, condition) => {
        const document = allow(principal, condition);
        expect(readGrants(JSON.stringify(document))).toEqual(readGrants(document));
      }),
    );
  });

  it("is never narrower for a statement more", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(principals, conditions)),
        principals,
        conditions,
        (others, principal, condition) => {
          const statement = (one: unknown, when: unknown) => ({
            Effect: "Allow",
            Principal: one,
            Condition: when,
          });
          const some = others.map(([one, when]) => statement(one, when));
          const before = granted(readGrants({ Statement: some }));
          const after = granted(readGrants({ Statement: [...some, statement(principal, condition)] }));
          expect(after).toEqual(expect.arrayContaining(before));
        },
      ),
    );
  });

  it("is open to the world whatever else is asked for, unless the caller is named", () => {
    const harmless = fc.dictionary(
      fc.constantFrom("StringEquals", "StringLike", "Bool", "IpAddress", "NumericLessThan"),
      fc.dictionary(
        fc.constantFrom("aws:SourceIp", "aws:SecureTransport", "s3:prefix", "aws:PrincipalTag/x"),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(harmless, (condition) => {
        expect(granted(readGrants(allow("*", condition)))).toEqual(["world"]);
      }),
    );
  });
});
