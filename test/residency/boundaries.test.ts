import type { Body } from "../../lib/terraform/configuration";
import { blocking, judged, judgedAlone, said } from "./judged";

const tags = (more: Body = {}) => ({
  "landfall:boundary": "eu",
  "landfall:boundary-countries": "DE FR IE",
  ...more,
});
const app = (defaultTags: unknown, queue: Body = {}): Body => ({
  provider: {
    aws: [
      { region: "eu-central-1", default_tags: [{ tags: defaultTags }] },
      { region: "us-east-1", alias: "abroad", default_tags: [{ tags: defaultTags }] },
    ],
  },
  resource: { aws_sqs_queue: { q: queue } },
});
const inCode = { boundaries: [] };

describe("a boundary that code draws with the provider's default tags", () => {
  it("binds what the provider makes", () => {
    expect(judgedAlone(app(tags()), inCode).findings).toEqual([]);
    const [finding] = blocking(judgedAlone(app(tags(), { provider: "aws.abroad" }), inCode));
    expect(finding).toMatchObject({ rule: "residency/at-rest", subject: { boundary: "eu" } });
  });

  it("holds together with the policy's", () => {
    const policy = { boundaries: [{ name: "de", countries: ["DE"] }] };
    const ireland = app(tags(), { region: "eu-west-1" });
    expect(blocking(judgedAlone(ireland, policy)).map(({ subject }) => subject)).toMatchObject([
      { boundary: "de" },
    ]);
  });

  it.each([
    ["a country that is none", { "landfall:boundary-countries": "DE XX" }, "`XX`, which is no country code"],
    ["no country", { "landfall:boundary-countries": "" }, "names no country"],
    ["a variable without a default", { "landfall:boundary-countries": "${var.c}" }, "has no default"],
    ["no name", { "landfall:boundary": "" }, "has no name"],
    ["an account that is none", { "landfall:boundary-accounts": "12" }, "`12`, which is no account id"],
  ])("with %s is not known, and blocks", (_, more, why) => {
    const found = blocking(judgedAlone({ ...app(tags(more)), variable: { c: {} } }, inCode));
    expect(found).toMatchObject([{ rule: "gate/unresolved", message: expect.stringContaining(why) }]);
  });

  it("without a name but with countries is not known either", () => {
    const found = blocking(judgedAlone(app({ "landfall:boundary-countries": "DE" }), inCode));
    expect(found.map(({ rule }) => rule)).toEqual(["gate/unresolved"]);
  });
});

describe("accounts", () => {
  const shared = (account: string) => ({
    resource: {
      aws_snapshot_create_volume_permission: {
        p: { snapshot_id: "snap-0123456789abcdef0", account_id: account },
      },
    },
  });
  const accounts = { boundaries: [{ name: "eu", countries: ["DE"], accounts: ["111122223333"] }] };

  it("limit sharing where the boundary lists them", () => {
    expect(blocking(judgedAlone(shared("111122223333"), accounts))).toEqual([]);
    expect(said(judgedAlone(shared("999988887777"), accounts))).toEqual([
      "block residency/sharing aws_snapshot_create_volume_permission.p account_id",
    ]);
  });

  it("do not where it lists none, unless the policy knows the account to be elsewhere", () => {
    expect(judgedAlone(shared("999988887777")).findings).toEqual([]);
    expect(blocking(judgedAlone(shared("999988887777"), { known: { "999988887777": "US" } }))).toHaveLength(
      1,
    );
  });
});

describe("declared flows", () => {
  const boundaries = [
    { name: "eu", countries: ["DE"], stacks: ["eu"] },
    { name: "us", countries: ["US"], stacks: ["us"] },
  ];
  const flow = {
    from: "eu",
    to: "us",
    purpose: "Fraud scores for US card payments",
    resources: ["aws_cloudwatch_metric_*"],
    authorization: "Transfer assessment 2026-07",
  };
  const eu = {
    resource: {
      aws_cloudwatch_metric_alarm: { a: { alarm_actions: ["arn:aws:sns:us-east-1:111122223333:t"] } },
    },
  };
  const us = { provider: { aws: [{ region: "us-east-1" }] }, resource: { aws_sns_topic: { t: {} } } };
  const check = (flows: object[]) => judged({ eu, us }, { boundaries, flows: flows as never });

  it("let data pass from one boundary into the other, with the document that permits it", () => {
    const { verdict, findings } = check([flow]);
    expect(verdict).toBe("allowed");
    expect(findings).toMatchObject([
      {
        rule: "residency/replication",
        level: "note",
        satisfiedBy: { authorizations: ["Transfer assessment 2026-07"] },
      },
    ]);
  });

  it.each([
    ["the other way", { ...flow, from: "us", to: "eu" }, "lets nothing pass"],
    ["through other resources", { ...flow, resources: ["aws_s3_*"] }, "lets nothing pass"],
    ["into a boundary nobody draws", { ...flow, to: "jp" }, "names jp, which nothing draws"],
  ])("%s do not, and are findings themselves", (_, one, why) => {
    const { verdict, findings } = check([one]);
    expect(verdict).toBe("blocked");
    expect(findings.map(({ rule }) => rule)).toEqual(["residency/replication", "policy/authorization"]);
    expect(findings[1]).toMatchObject({ address: "flows[0]", message: expect.stringContaining(why) });
  });

  it("do not let a resource stand elsewhere", () => {
    const stray = { resource: { aws_sqs_queue: { q: { region: "us-east-1" } } } };
    const { findings } = judged({ eu: stray, us }, { boundaries, flows: [{ ...flow, resources: ["*"] }] });
    expect(findings).toMatchObject([
      { rule: "residency/at-rest", level: "block" },
      { rule: "policy/authorization" },
    ]);
  });
});

describe("setting aside", () => {
  const abroad = { resource: { aws_sqs_queue: { q: { region: "us-east-1" } } } };

  it("a waiver names the finding", () => {
    const waiver = {
      rule: "residency/at-rest",
      address: "aws_sqs_queue.q",
      reason: "Holds test data only, see ticket 4711",
      approvedBy: "Example Counsel",
      expires: "2026-12-31",
    };
    expect(judgedAlone(abroad, { waivers: [waiver as never] })).toMatchObject({
      verdict: "allowed",
      findings: [{ level: "note", satisfiedBy: { waiver: { approvedBy: "Example Counsel" } } }],
    });
  });

  it("an authorization covers the country", () => {
    const authorization = (countries: string[]) => ({
      reference: "Board resolution 12",
      kind: "license",
      satisfies: ["residency/at-rest"],
      countries,
      validFrom: "2026-01-01",
      validUntil: "2026-12-31",
    });
    expect(judgedAlone(abroad, { authorizations: [authorization(["US"]) as never] }).verdict).toBe("allowed");
    expect(judgedAlone(abroad, { authorizations: [authorization(["JP"]) as never] }).verdict).toBe("blocked");
  });
});
