import { perimeterServices } from "../../lib/guardrails/actions";
import {
  BOUNDARY,
  callOf,
  HOME,
  made,
  ORGANIZATION,
  OTHER,
  policiesFor,
  STRANGER,
  textsOf,
} from "./organization";
import { type Context, verdict } from "./simulator";

/** Services whose resources obey resource control policies (Service Authorization Reference, 2026-09-26), as far as used. */
const OBEDIENT = "aoss dsql dynamodb ecr kms logs memorydb s3 secretsmanager sqs".split(" ");

const { resourceControl = [] } = policiesFor(OTHER);
const { resourceControl: ofHome = [] } = policiesFor(HOME);

interface Reading {
  readonly by: string;
  readonly context?: Context;
  readonly action?: string;
  readonly on?: string;
}

/** Somebody reads what is in an account. */
async function reads(account: string, { by, context = {}, action = "s3:GetObject", on = "object" }: Reading) {
  const call = await callOf({
    expected: "allowed",
    action,
    region: "eu-west-1",
    on,
    from: account,
    by,
    context,
  });
  return verdict({ resourceControl: account === HOME ? ofHome : resourceControl }, call);
}

const role = (account: string, name = "admin") => `arn:aws:iam::${account}:role/${name}`;

describe("resource control policies", () => {
  it("name services that obey them", () => {
    expect([...perimeterServices]).toEqual(OBEDIENT);
  });

  it.each([
    ["the account itself", OTHER, { by: role(OTHER) }, "allowed"],
    ["another account of the organization", OTHER, { by: role(HOME) }, "allowed"],
    ["a stranger", OTHER, { by: role(STRANGER) }, "denied"],
    ["a stranger whose role is called break-glass", OTHER, { by: role(STRANGER, "break-glass") }, "denied"],
    ["an account of the boundary", HOME, { by: role("111122224444") }, "allowed"],
    ["an account of the organization outside the boundary", HOME, { by: role(OTHER) }, "denied"],
    ["a stranger with a key", HOME, { by: role(STRANGER), action: "kms:Decrypt", on: "key" }, "denied"],
    [
      "a stranger with a secret",
      HOME,
      { by: role(STRANGER), action: "secretsmanager:GetSecretValue", on: "Secret" },
      "denied",
    ],
    [
      "a stranger with a queue",
      OTHER,
      { by: role(STRANGER), action: "sqs:ReceiveMessage", on: "queue" },
      "denied",
    ],
    [
      "a stranger with a table",
      OTHER,
      { by: role(STRANGER), action: "dynamodb:GetItem", on: "table" },
      "denied",
    ],
    [
      "a stranger with an image",
      OTHER,
      { by: role(STRANGER), action: "ecr:BatchGetImage", on: "repository" },
      "denied",
    ],
    [
      "a stranger with another service",
      OTHER,
      { by: role(STRANGER), action: "lambda:InvokeFunction", on: "function" },
      "allowed",
    ],
    [
      "a service for an account of the organization",
      OTHER,
      {
        by: role(OTHER),
        context: {
          "aws:PrincipalIsAWSService": "true",
          "aws:SourceAccount": HOME,
          "aws:SourceOrgID": ORGANIZATION,
        },
      },
      "allowed",
    ],
    [
      "a service for a stranger",
      OTHER,
      {
        by: role(OTHER),
        context: {
          "aws:PrincipalIsAWSService": "true",
          "aws:SourceAccount": STRANGER,
          "aws:SourceOrgID": "o-zzzzzzzzzz",
        },
      },
      "denied",
    ],
    [
      "a service for an account that is in no organization",
      OTHER,
      { by: role(OTHER), context: { "aws:PrincipalIsAWSService": "true", "aws:SourceAccount": STRANGER } },
      "denied",
    ],
    [
      "a service for nobody",
      OTHER,
      { by: role(OTHER), context: { "aws:PrincipalIsAWSService": "true" } },
      "allowed",
    ],
  ] as const)("%s", async (_, account, reading, expected) => {
    expect(await reads(account, reading)).toBe(expected);
  });

  it("keep out who says nothing of himself", async () => {
    const call = await callOf({
      expected: "denied",
      action: "s3:GetObject",
      region: "eu-west-1",
      on: "object",
      by: role(STRANGER),
    });
    for (const policies of [resourceControl, ofHome]) {
      expect(await verdict({ resourceControl: policies }, { ...call, context: {} })).toBe("denied");
    }
  });

  it("do not bind service-linked roles, which is documented", async () => {
    expect(await reads(OTHER, { by: role(STRANGER, "aws-service-role/x.amazonaws.com/X") })).toBe("allowed");
    for (const { cannotStop } of made.filter(({ kind }) => kind !== "endpoint-policy")) {
      expect(cannotStop).toEqual(expect.arrayContaining(["service-linked-roles", "management-account"]));
    }
  });
});

describe("endpoint policies", () => {
  const [kms = "", s3 = ""] = textsOf(made, "endpoint-policy", BOUNDARY).sort((a, b) => a.length - b.length);

  async function passes(text: string, action: string, resource: string, principal: string, owner: string) {
    const context = { "aws:PrincipalAccount": principal, "aws:ResourceAccount": owner };
    const call = { action, resource, principal: role(principal), account: owner, context };
    return verdict({ endpoint: [text] }, call);
  }
  const object = "arn:aws:s3:::data/x";
  const key = `arn:aws:kms:eu-west-1:${HOME}:key/x`;

  it.each([
    ["data at home", s3, "s3:GetObject", object, HOME, HOME, "allowed"],
    ["data to a stranger", s3, "s3:PutObject", object, HOME, STRANGER, "denied"],
    ["a stranger's credentials at home", s3, "s3:PutObject", object, STRANGER, HOME, "denied"],
    ["a stranger's credentials to a stranger", s3, "s3:PutObject", object, STRANGER, STRANGER, "denied"],
    [
      "image layers",
      s3,
      "s3:GetObject",
      "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/x",
      HOME,
      STRANGER,
      "allowed",
    ],
    [
      "image layers elsewhere",
      s3,
      "s3:GetObject",
      "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/x",
      HOME,
      STRANGER,
      "denied",
    ],
    [
      "writing to image layers",
      s3,
      "s3:PutObject",
      "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/x",
      HOME,
      STRANGER,
      "denied",
    ],
    [
      "packages",
      s3,
      "s3:GetObject",
      "arn:aws:s3:::al2023-repos-eu-central-1-de612dc2/x",
      HOME,
      STRANGER,
      "allowed",
    ],
    ["a key at home", kms, "kms:Decrypt", key, HOME, HOME, "allowed"],
    ["a key of a stranger", kms, "kms:Encrypt", key.replace(HOME, STRANGER), HOME, STRANGER, "denied"],
    ["a key for a stranger", kms, "kms:Decrypt", key, STRANGER, HOME, "denied"],
  ])("%s", async (_, text, action, resource, principal, owner, expected) => {
    expect(await passes(text, action, resource, principal, owner)).toBe(expected);
  });

  it("let pass what concerns no resource", async () => {
    const context = { "aws:PrincipalAccount": HOME };
    const call = {
      action: "s3:ListAllMyBuckets",
      resource: "*",
      principal: role(HOME),
      account: HOME,
      context,
    };
    expect(await verdict({ endpoint: [s3] }, call)).toBe("allowed");
  });
});
