import { landfall, POLICY, useDirectory } from "./harness";

const write = useDirectory();

const machines = (count: number) => ({
  provider: { aws: [{ region: "me-south-1" }] },
  resource: { aws_instance: { gpu: { count, instance_type: "p5.48xlarge" } } },
});

const plan = (count: number) => ({
  format_version: "1.2",
  terraform_version: "1.9.0",
  configuration: {
    provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "me-south-1" } } } },
    root_module: {
      resources: [
        {
          address: "aws_instance.gpu",
          mode: "managed",
          type: "aws_instance",
          name: "gpu",
          provider_config_key: "aws",
        },
      ],
    },
  },
  planned_values: { root_module: {} },
  resource_changes: Array.from({ length: count }, (_, index) => ({
    address: `aws_instance.gpu[${index}]`,
    mode: "managed",
    type: "aws_instance",
    name: "gpu",
    index,
    change: { actions: ["create"], before: null, after: { instance_type: "p5.48xlarge" }, after_unknown: {} },
  })),
});

const policy = (limits: string) => `${POLICY}endUsers: []
authorizations:
  - reference: BIS 1
    kind: license
    satisfies: [us-ear/zone-a]
    ${limits}
    validFrom: 2026-01-01
    validUntil: 2026-12-31
`;

async function checked(limits: string) {
  write("landfall.yaml", policy(limits));
  const { status, stdout } = await landfall("check", "cdktf.out", "--format", "json");
  const { authorizations, findings } = JSON.parse(stdout);
  return { status, use: authorizations[0], rules: findings.map(({ rule }: { rule: string }) => rule) };
}

describe("the quantity of an authorization", () => {
  it("is consumed by all stacks of a run together, and what is used and left is told", async () => {
    write("cdktf.out/stacks/one/cdk.tf.json", machines(1));
    write("cdktf.out/stacks/two/cdk.tf.json", machines(2));
    expect(await checked("maxAccelerators: 32")).toMatchObject({
      status: 0,
      use: {
        reference: "BIS 1",
        used: { accelerators: 24, tpp: 379968 },
        left: { accelerators: 8, tpp: null },
      },
    });
    expect(await checked("maxAccelerators: 23")).toMatchObject({
      status: 1,
      use: { used: { accelerators: 24 }, left: { accelerators: 0 } },
    });
  });

  it("is consumed by processing performance", async () => {
    write("cdktf.out/stacks/one/cdk.tf.json", machines(1));
    expect(await checked("maxTpp: 130000")).toMatchObject({
      status: 0,
      use: { used: { accelerators: 8, tpp: 126656 }, left: { accelerators: null, tpp: 3344 } },
    });
    const { status, rules } = await checked("maxTpp: 126655.5");
    expect({ status, rules }).toEqual({ status: 1, rules: ["us-ear/zone-a", "policy/authorization"] });
  });

  it("is consumed once by a stack whose configuration and plan are both judged", async () => {
    write("cdktf.out/stacks/one/cdk.tf.json", machines(2));
    write("cdktf.out/stacks/one/plan.json", plan(2));
    expect(await checked("maxAccelerators: 16")).toMatchObject({
      status: 0,
      use: { left: { accelerators: 0 } },
    });
    write("cdktf.out/stacks/one/plan.json", plan(3));
    expect((await checked("maxAccelerators: 16")).status).toBe(1);
    expect((await checked("maxAccelerators: 24")).use.used.accelerators).toBe(24);
  });

  it("is consumed by each of two stacks that hold the same addresses", async () => {
    write("cdktf.out/stacks/one/cdk.tf.json", machines(1));
    write("cdktf.out/stacks/two/plan.json", plan(1));
    expect((await checked("maxAccelerators: 16")).use.used.accelerators).toBe(16);
  });
});
