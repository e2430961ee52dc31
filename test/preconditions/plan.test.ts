import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { Instance, type InstanceConfig } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { type App, TerraformStack, TerraformVariable } from "cdktf";
import { BAHRAIN, cleanUp, run, SINGAPORE } from "../evasion/app";
import { missingTools, Workspace } from "./terraform";

const missing = missingTools();
if (missing !== null) console.log(`Preconditions are not tried in real plans: ${missing}.`);
const test = missing === null ? it : it.skip;
const why = missing === null ? "" : ` (skipped: ${missing})`;

afterAll(cleanUp);

const ami = "ami-0abcdef1234567890";
const P5 = "p5.48xlarge";

/** A stack in which only Terraform will know what stands where, in every way there is. */
function build(app: App): void {
  const stack = new TerraformStack(app, "open");
  const variable = (name: string, type = "string", others = {}) =>
    new TerraformVariable(stack, name, { type, ...others }).stringValue;
  const type = variable("type");
  const region = variable("region");
  const zone = variable("zone");
  const provider = new AwsProvider(stack, "bahrain", { region: BAHRAIN });
  const singapore = new AwsProvider(stack, "singapore", { alias: "singapore", region: SINGAPORE });
  const anywhere = new AwsProvider(stack, "anywhere", { alias: "anywhere", region });
  const instance = (id: string, config: Partial<InstanceConfig>) =>
    new Instance(stack, id, { ami, provider, instanceType: P5, ...config });

  instance("by_type", { instanceType: type });
  instance("by_size", { provider: anywhere, instanceType: `p5.${variable("size")}` });
  instance("by_default", { instanceType: variable("kind", "string", { default: "m7i.large" }) });
  instance("by_condition", { instanceType: `\${var.big ? "${P5}" : "m7i.large"}` });
  variable("big", "bool");
  instance("by_region", { provider: anywhere });
  instance("by_both", { provider: anywhere, instanceType: type });
  instance("by_zone", { provider: singapore, availabilityZone: zone });
  const subnet = new Subnet(stack, "subnet", {
    vpcId: "vpc-0abc",
    cidrBlock: "10.0.0.0/24",
    availabilityZone: zone,
    provider: singapore,
  });
  instance("by_subnet", { provider: singapore, subnetId: subnet.id });
  instance("by_count", { instanceType: "${var.types[count.index]}" }).addOverride("count", 2);
  variable("types", "list(string)");
  instance("by_each", { instanceType: "${each.value}" }).addOverride("for_each", "${var.machines}");
  variable("machines", "map(string)");
  new EksNodeGroup(stack, "by_list", {
    clusterName: "c",
    nodeRoleArn: "arn:aws:iam::123456789012:role/nodes",
    subnetIds: ["subnet-0abc"],
    instanceTypes: "${var.types}" as unknown as string[],
    scalingConfig: { minSize: 1, maxSize: 1, desiredSize: 1 },
  });
  const template = new LaunchTemplate(stack, "template", { name: "template", instanceType: type });
  new AutoscalingGroup(stack, "by_template", {
    name: "group",
    minSize: 0,
    maxSize: 1,
    availabilityZones: ["me-south-1a"],
    launchTemplate: { id: template.id },
  });
  stack.addOverride("data.terraform_remote_state.other", {
    backend: "local",
    config: { path: "other.tfstate" },
  });
  instance("by_state", { instanceType: "${data.terraform_remote_state.other.outputs.type}" });
  stack.addOverride("module.choice", { source: "./choice", given: type });
  instance("by_module", { instanceType: "${module.choice.type}" });
  const elsewhere = { providers: { aws: "aws.anywhere" } };
  stack.addOverride("module.workers", { source: "./choice", given: "x", node_type: type });
  stack.addOverride("module.abroad", { ...elsewhere, source: "./choice", given: "x", node_type: P5 });
}

/** One whose machine type is known when other things have been made. */
function buildLate(app: App): void {
  const stack = new TerraformStack(app, "open");
  const provider = new AwsProvider(stack, "aws", { region: BAHRAIN });
  new TerraformVariable(stack, "type", { type: "string" });
  stack.addOverride("resource.terraform_data.late", { input: "${var.type}" });
  new Instance(stack, "late", { ami, provider, instanceType: "${terraform_data.late.output}" });
}

function workspace(program: (app: App) => void): Workspace {
  const { outdir, error, findings } = run(program);
  expect(error).toBeUndefined();
  expect(findings.filter(({ rule, level }) => rule === "gate/unresolved" && level !== "note")).toEqual([]);
  const directory = join(outdir, "stacks", "open");
  mkdirSync(join(directory, "choice"));
  writeFileSync(
    join(directory, "choice", "main.tf"),
    'variable "given" {}\nvariable "node_type" {\n  default = ""\n}\noutput "type" {\n  value = var.given\n}\n',
  );
  return new Workspace(directory);
}

/** The state of another configuration that offers a machine type. */
function stateWith(type: string): string {
  return JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "x",
    outputs: { type: { value: type, type: "string" } },
    resources: [],
  });
}

const BAD = {
  type: P5,
  region: BAHRAIN,
  zone: "ap-southeast-1-han-1a",
  size: "48xlarge",
  kind: P5,
  big: true,
  types: ["m7i.large", "p9.48xlarge"],
  machines: { plain: "m7i.large", big: "P5.48XLARGE" },
};

const GOOD = {
  type: "m7i.large",
  region: "eu-central-1",
  zone: "ap-southeast-1a",
  size: "48xlarge",
  big: false,
  types: ["m7i.large", "g5.xlarge"],
  machines: { plain: "m7i.large" },
};

describe("a precondition that the guard wrote", () => {
  let open: Workspace;
  let state: string;

  beforeAll(() => {
    if (missing !== null) return;
    open = workspace(build);
    state = join(open.directory, "other.tfstate");
  }, 120_000);

  test(`stops a real plan where a rule would block, and says why${why}`, () => {
    writeFileSync(state, stateWith(P5));
    const { status, refused, errors } = open.plan(BAD);
    expect(errors).toEqual([]);
    expect(status).toBe(1);
    expect([...refused.keys()].sort()).toEqual([
      "aws_autoscaling_group.by_template",
      "aws_eks_node_group.by_list",
      "aws_instance.by_both",
      "aws_instance.by_condition",
      "aws_instance.by_count",
      "aws_instance.by_default",
      "aws_instance.by_each",
      "aws_instance.by_module",
      "aws_instance.by_region",
      "aws_instance.by_size",
      "aws_instance.by_state",
      "aws_instance.by_subnet",
      "aws_instance.by_type",
      "aws_instance.by_zone",
      "output.landfall_abroad",
      "output.landfall_workers",
    ]);
    expect(refused.get("aws_instance.by_type")).toMatch(
      /^Landfall: .*nvidia-[a-z0-9-]+ in Bahrain: us-ear\/zone-a; 15 CFR 742\.6.*licence/s,
    );
  }, 120_000);

  test(`lets a real plan pass where the rules allow it${why}`, () => {
    writeFileSync(state, stateWith("g5.xlarge"));
    const { status, refused, errors } = open.plan(GOOD);
    expect([...refused]).toEqual([]);
    expect(errors).toEqual([]);
    expect(status).toBe(0);
  }, 120_000);

  test(`refuses what names no machine, no known region and no zone of the region's own${why}`, () => {
    writeFileSync(state, stateWith(""));
    const odd = { type: "", region: "me-south-9", zone: "", types: [""], machines: { odd: "trn9.large" } };
    const { refused } = open.plan({ ...GOOD, ...odd });
    expect([...refused.keys()].sort()).toEqual([
      "aws_autoscaling_group.by_template",
      "aws_eks_node_group.by_list",
      "aws_instance.by_both",
      "aws_instance.by_count",
      "aws_instance.by_each",
      "aws_instance.by_module",
      "aws_instance.by_region",
      "aws_instance.by_size",
      "aws_instance.by_state",
      "aws_instance.by_subnet",
      "aws_instance.by_type",
      "aws_instance.by_zone",
      "output.landfall_abroad",
      "output.landfall_workers",
    ]);
  }, 120_000);

  test(`stops an apply where only that shows the value${why}`, () => {
    const late = workspace(buildLate);
    expect(late.plan({ type: P5 }).status).toBe(0);
    const { status, refused, errors } = late.apply({ type: P5 });
    expect([...refused.keys()]).toEqual(["aws_instance.late"]);
    expect(errors).toEqual([]);
    expect(status).toBe(1);
  }, 120_000);
});
