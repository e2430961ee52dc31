import { isUnknown, type Unknown } from "../../../lib/terraform/value";
import { found, one, open, shown, stack } from "./helpers";

const instance = (properties: unknown, more = {}) => ({
  Resources: { Gpu: { Type: "AWS::EC2::Instance", Properties: properties, ...more } },
});

/** The instance type that a value of a template gives. */
function typeOf(value: unknown, sections = {}, parameters = {}) {
  const opened = open(stack({ ...sections, ...instance({ InstanceType: value }) }, { parameters }));
  return { read: found(opened, "instance_type")["Gpu"], unread: opened.unread };
}

const text = (Default?: string) => ({ Type: "String", ...(Default === undefined ? {} : { Default }) });
const machines = { Mappings: { M: { big: { type: "p5.48xlarge" }, small: { type: "t3.micro" } } } };
const prod = { Conditions: { Prod: { "Fn::Equals": [{ Ref: "Env" }, "prod"] } } };
const env = (Default?: string) => ({ ...prod, Parameters: { Env: text(Default) } });

describe("functions", () => {
  test.each<[string, unknown, object, object, unknown[]]>([
    ["a literal", "p5.48xlarge", {}, {}, ["p5.48xlarge"]],
    ["a default", { Ref: "T" }, { Parameters: { T: text("p5.48xlarge") } }, {}, ["p5.48xlarge"]],
    [
      "a parameter",
      { Ref: "T" },
      { Parameters: { T: text("t3.micro") } },
      { T: "p5.48xlarge" },
      ["p5.48xlarge"],
    ],
    ["Sub", { "Fn::Sub": "p5.${Size}" }, { Parameters: { Size: text("48xlarge") } }, {}, ["p5.48xlarge"]],
    ["Sub with a map", { "Fn::Sub": ["${F}.48xlarge", { F: "p5" }] }, {}, {}, ["p5.48xlarge"]],
    ["Sub's literal", { "Fn::Sub": "${!a}" }, {}, {}, ["${a}"]],
    ["Join", { "Fn::Join": [".", ["p5", "48xlarge"]] }, {}, {}, ["p5.48xlarge"]],
    [
      "Select of Split",
      { "Fn::Select": [1, { "Fn::Split": [",", "a,p5.48xlarge"] }] },
      {},
      {},
      ["p5.48xlarge"],
    ],
    [
      "Select of a list",
      { "Fn::Select": ["0", { Ref: "L" }] },
      { Parameters: { L: { Type: "CommaDelimitedList" } } },
      { L: "p5.48xlarge, b" },
      ["p5.48xlarge"],
    ],
    ["FindInMap", { "Fn::FindInMap": ["M", "big", "type"] }, machines, {}, ["p5.48xlarge"]],
    ["If, true", { "Fn::If": ["Prod", "p5.48xlarge", "t3.micro"] }, env("prod"), {}, ["p5.48xlarge"]],
    ["If, false", { "Fn::If": ["Prod", "p5.48xlarge", "t3.micro"] }, env("dev"), {}, ["t3.micro"]],
    ["nothing", { "Fn::If": ["Prod", { Ref: "AWS::NoValue" }, "t3.micro"] }, env("prod"), {}, []],
  ])("%s is evaluated", (_, value, sections, parameters, expected) => {
    expect(typeOf(value, sections, parameters)).toEqual({ read: expected, unread: null });
  });

  test.each<[string, unknown, object, string]>([
    ["a parameter without value", { Ref: "T" }, { Parameters: { T: text() } }, "parameter `T` has no value"],
    [
      "Systems Manager",
      { Ref: "T" },
      { Parameters: { T: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/type" } } },
      "read from Systems Manager",
    ],
    ["an import", { "Fn::ImportValue": "x" }, {}, "another stack exports it"],
    ["a name that is not there", { Ref: "Nope" }, {}, "not in the template"],
    ["a missing key of a map", { "Fn::FindInMap": ["M", "huge", "type"] }, machines, "no such key"],
    ["an index out of range", { "Fn::Select": [7, ["a"]] }, {}, "no such element"],
    [
      "Sub of something unknown",
      { "Fn::Sub": "p5.${Size}" },
      { Parameters: { Size: text() } },
      "has no value",
    ],
    ["an unknown function", { "Fn::Nope": 1 }, {}, "known only to CloudFormation"],
    ["two functions in one", { Ref: "A", "Fn::Sub": "b" }, {}, "beside other keys"],
    ["malformed arguments", { "Fn::Join": "x" }, {}, "not what the function takes"],
    [
      "a condition about itself",
      { "Fn::If": ["A", "x", "y"] },
      { Conditions: { A: { Condition: "A" } } },
      "refers to itself",
    ],
  ])("%s is not guessed", (_, value, sections, why) => {
    const { read, unread } = typeOf(value, sections);
    expect(read).toEqual([expect.stringContaining(why)]);
    expect(unread).toBeNull();
  });

  test("an unknown condition leaves both values", () => {
    const opened = open(
      stack({ ...env(), ...instance({ InstanceType: { "Fn::If": ["Prod", "p5.48xlarge", "t3.micro"] } }) }),
    );
    const [reading] = one(opened, "#Gpu").read("instance_type");
    expect(reading?.value).toHaveProperty("candidates", ["p5.48xlarge", "t3.micro"]);
  });

  test("an unknown key of a map leaves all its values", () => {
    const opened = open(
      stack({
        ...machines,
        Parameters: { S: text() },
        ...instance({ InstanceType: { "Fn::FindInMap": ["M", { Ref: "S" }, "type"] } }),
      }),
    );
    const [reading] = one(opened, "#Gpu").read("instance_type");
    expect(reading?.value).toHaveProperty("candidates", ["p5.48xlarge", "t3.micro"]);
  });

  test.each<[string, unknown, boolean]>([
    ["And", { "Fn::And": [{ Condition: "Prod" }, { "Fn::Equals": [1, "1"] }] }, false],
    ["Or", { "Fn::Or": [{ Condition: "Prod" }, { "Fn::Equals": ["a", "a"] }] }, true],
    ["Not", { "Fn::Not": [{ Condition: "Prod" }] }, true],
    [
      "And that one unknown cannot save",
      { "Fn::And": [{ Condition: "Prod" }, { "Fn::Equals": [{ Ref: "AWS::AccountId" }, "1"] }] },
      false,
    ],
  ])("%s decides whether a resource is made", (_, condition, made) => {
    const template = { ...env("dev"), ...instance({ InstanceType: "p5.48xlarge" }, { Condition: "C" }) };
    const opened = open(stack({ ...template, Conditions: { ...prod.Conditions, C: condition } }));
    expect(opened.resources.length).toBe(made ? 1 : 0);
  });

  test("an unknown condition keeps its resource", () => {
    const opened = open(
      stack({ ...env(), ...instance({ InstanceType: "p5.48xlarge" }, { Condition: "Prod" }) }),
    );
    expect(opened.resources).toHaveLength(1);
  });
});

describe("YAML", () => {
  const template = `
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Size: { Type: String, Default: 48xlarge }
Conditions:
  Here: !Equals [!Ref AWS::Region, eu-central-1]
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { AvailabilityZone: !Select [0, !GetAZs ""] , VpcId: !ImportValue vpc }
  Gpu:
    Type: AWS::EC2::Instance
    Condition: Here
    Properties:
      InstanceType: !Sub "p5.\${Size}"
      SubnetId: !Ref Subnet
      NetworkInterfaces:
        - SubnetId: !GetAtt Subnet.SubnetId
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties:
      VPCZoneIdentifier: !Join [",", [!Ref Subnet, !Ref Subnet]]
`;

  test("short tags are functions", () => {
    const opened = open(stack(template));
    expect(opened.unread).toBeNull();
    expect(found(opened, "instance_type")).toEqual({ Subnet: [], Gpu: ["p5.48xlarge"], Group: [] });
    expect(opened.resources.map(({ type }) => type)).toEqual([
      "awscc_ec2_subnet",
      "awscc_ec2_instance",
      "awscc_autoscaling_auto_scaling_group",
    ]);
  });

  test.each([
    ["#Gpu", "subnet_id"],
    ["#Gpu", "network_interfaces.subnet_id"],
    ["#Group", "vpc_zone_identifier"],
  ])("references of %s %s are followed inside the template", (name, path) => {
    const opened = open(stack(template));
    const resource = one(opened, name);
    const [reading] = resource.read(path);
    const references = isUnknown(reading?.value) ? reading.value.references : [];
    const targets = references.flatMap((reference) => resource.follow(reference));
    expect(new Set(targets)).toEqual(new Set([one(opened, "#Subnet")]));
  });
});

describe("the stack around it", () => {
  test("references in its parameters are followed in the configuration", () => {
    const body = stack(
      { Parameters: { S: text() }, ...instance({ SubnetId: { Ref: "S" } }) },
      { parameters: { S: "${aws_subnet.gpu.id}" } },
      { resource: { aws_subnet: { gpu: { availability_zone: "eu-central-1a" } } } },
    );
    const opened = open(body);
    const resource = one(opened, "#Gpu");
    const value = resource.read("subnet_id")[0]?.value as Unknown;
    expect(
      value.references.flatMap((reference) => resource.follow(reference)).map(({ address }) => address),
    ).toEqual(["aws_subnet.gpu"]);
  });

  test("a text with references, as CDKTF writes it, is read but for these", () => {
    const template = JSON.stringify(
      instance({ InstanceType: "p5.48xlarge", SubnetId: "${aws_subnet.gpu.id}" }),
    );
    const body = stack({}, {}, { resource: { aws_subnet: { gpu: { cidr_block: "10.0.0.0/24" } } } });
    const opened = open({
      ...body,
      resource: {
        ...(body["resource"] as object),
        aws_cloudformation_stack: { a: { template_body: template } },
      },
    });
    expect(opened.unread).toBeNull();
    expect(found(opened, "instance_type")).toEqual({ Gpu: ["p5.48xlarge"] });
    const value = one(opened, "#Gpu").read("subnet_id")[0]?.value as Unknown;
    expect(value.references).toEqual([expect.objectContaining({ address: "aws_subnet.gpu" })]);
  });

  test("what an unknown text could add stays unread", () => {
    const template = JSON.stringify(instance({ InstanceType: "t3.micro", KeyName: "x${var.more}" }));
    const opened = open({
      provider: { aws: [{}] },
      variable: { more: {} },
      resource: { aws_cloudformation_stack: { a: { template_body: template } } },
    });
    expect(opened.unread).toContain("x${var.more}");
    expect(found(opened, "instance_type")).toEqual({ Gpu: ["t3.micro"] });
  });

  test("its region is the resource's own", () => {
    const template = instance({ AvailabilityZone: { "Fn::Sub": "${AWS::Region}a" } });
    expect(found(open(stack(template)), "availability_zone")).toEqual({ Gpu: ["eu-central-1a"] });
    expect(found(open(stack(template, { region: "me-south-1" })), "availability_zone")).toEqual({
      Gpu: ["me-south-1a"],
    });
    const resource = one(open(stack(template, { region: "me-south-1" })), "#Gpu");
    expect(resource.provider.read("region").map(({ value }) => value)).toEqual(["me-south-1"]);
  });

  test("its address, stack, input and instances are the holder's", () => {
    const opened = open(stack(instance({}), { count: 2 }));
    const [resource] = opened.resources;
    expect(resource).toMatchObject({
      address: "aws_cloudformation_stack.a[0]#Gpu",
      stack: "example",
      input: opened.holder.input,
      mode: "managed",
      multiplicity: 1,
    });
  });

  test("a variable's default is told where it was taken", () => {
    const body = stack(
      { Parameters: { T: text() }, ...instance({ InstanceType: { Ref: "T" } }) },
      { parameters: { T: "${var.type}" } },
      { variable: { type: { default: "p5.48xlarge" } } },
    );
    const [reading] = one(open(body), "#Gpu").read("instance_type");
    expect(reading?.value).toBe("p5.48xlarge");
    expect([...(reading?.trace.assumed ?? [])]).toEqual(["type"]);
    expect(reading?.trace.steps.join("\n")).toContain("parameter T");
  });

  test("parameters that are not known decide nothing", () => {
    const body = stack(
      { Parameters: { T: text("t3.micro") }, ...instance({ InstanceType: { Ref: "T" } }) },
      { parameters: "${var.all}" },
      { variable: { all: {} } },
    );
    expect(found(open(body), "instance_type")["Gpu"]).toEqual([expect.stringContaining("var.all")]);
  });

  test("a stack set stands in every region it names, in accounts nobody counts", () => {
    const set = (more: object) =>
      open({
        provider: { awscc: [{ region: "us-east-1" }] },
        resource: {
          awscc_cloudformation_stack_set: {
            a: { template_body: JSON.stringify(instance({ InstanceType: "p5.48xlarge" })), ...more },
          },
        },
      });
    const regions = set({ stack_instances_group: [{ regions: ["eu-central-1", "me-south-1"] }] }).resources;
    expect(regions.flatMap(({ provider }) => provider.read("region")).map(({ value }) => value)).toEqual([
      "eu-central-1",
      "me-south-1",
    ]);
    expect(regions.map(({ multiplicity }) => multiplicity)).toEqual([null, null]);
    expect(set({}).resources[0]?.provider.missing).toContain("stack set");
  });

  test("parameters of awscc's stack sets are pairs", () => {
    const opened = open({
      provider: { awscc: [{ region: "us-east-1" }] },
      resource: {
        awscc_cloudformation_stack_set: {
          a: {
            template_body: JSON.stringify({
              Parameters: { T: text() },
              ...instance({ InstanceType: { Ref: "T" } }),
            }),
            parameters: [
              { parameter_key: "S", parameter_value: "x" },
              { parameter_key: "T", parameter_value: "p5.48xlarge" },
            ],
          },
        },
      },
    });
    expect(found(opened, "instance_type")).toEqual({ Gpu: ["p5.48xlarge"] });
  });
});

describe("what is not read", () => {
  const of = (Type: string, Properties: object = {}) => ({ Resources: { X: { Type, Properties } } });
  test.each<[string, unknown, string]>([
    ["a nested stack", of("AWS::CloudFormation::Stack"), "nested stack"],
    ["a stack set", of("AWS::CloudFormation::StackSet"), "stack set"],
    ["a custom resource", of("Custom::Thing"), "custom resource"],
    ["a custom resource, spelled out", of("AWS::CloudFormation::CustomResource"), "custom resource"],
    ["a module", of("Acme::Gpu::Pool::MODULE"), "module"],
    ["an extension", of("Acme::Gpu::Pool"), "extension type"],
    [
      "a macro",
      { Transform: "AWS::Serverless-2016-10-31", ...of("AWS::Serverless::Function") },
      "AWS::Serverless-2016-10-31",
    ],
    [
      "an included part",
      { Transform: [{ Name: "AWS::Include", Parameters: {} }], ...of("AWS::S3::Bucket") },
      "AWS::Include",
    ],
    ["a macro inside", of("AWS::S3::Bucket", { "Fn::Transform": { Name: "AWS::Include" } }), "Fn::Transform"],
    ["loops", { Transform: "AWS::LanguageExtensions", Resources: { "Fn::ForEach::A": [] } }, "function"],
    ["no resources", { Parameters: {} }, "no `Resources`"],
    ["a list", [], "no CloudFormation template"],
    ["no template", "", "is empty"],
    ["nothing well-formed", "{{ a }", "well-formed"],
  ])("%s", (_, template, why) => {
    expect(open(stack(template)).unread).toContain(why);
  });

  test.each<[string, object, string]>([
    ["a template elsewhere", { template_url: "https://example.com/t" }, "https://example.com/t"],
    ["none at all", {}, "not in the configuration"],
    ["one that is not known", { template_body: "${var.t}" }, "variable `t` has no default"],
  ])("%s", (_, body, why) => {
    const opened = open({
      provider: { aws: [{}] },
      variable: { t: {} },
      resource: { aws_cloudformation_stack: { a: body } },
    });
    expect(opened.resources).toEqual([]);
    expect(opened.unread).toContain(why);
  });

  test("one resource that is not read does not hide the others", () => {
    const template = {
      Resources: { ...instance({ InstanceType: "p5.48xlarge" }).Resources, ...of("Custom::X").Resources },
    };
    const opened = open(stack(template));
    expect(found(opened, "instance_type")["Gpu"]).toEqual(["p5.48xlarge"]);
    expect(opened.unread).toContain("custom resource");
  });

  test("language extensions without loops are read", () => {
    expect(open(stack({ Transform: "AWS::LanguageExtensions", ...of("AWS::S3::Bucket") })).unread).toBeNull();
  });
});

test("names of properties are those of the tables", () => {
  const opened = open(stack(instance({ LaunchTemplate: { LaunchTemplateId: "lt-1" }, HostId: "h" })));
  const resource = one(opened, "#Gpu");
  expect(resource.paths(() => true)).toEqual([
    "launch_template",
    "launch_template.launch_template_id",
    "host_id",
  ]);
  expect(resource.texts().map(({ value }) => shown(value))).toEqual(["lt-1", "h"]);
});
