import { found, frankfurt, open } from "./helpers";

function control(type_name: unknown, desired_state: unknown, more = {}) {
  return open({
    ...frankfurt,
    variable: { v: {} },
    resource: { aws_cloudcontrolapi_resource: { a: { type_name, desired_state, ...more } } },
  });
}

test("the state is read as the type it names", () => {
  const opened = control("AWS::EC2::Instance", '{"InstanceType":"p5.48xlarge"}', { region: "me-south-1" });
  const [resource] = opened.resources;
  expect(opened.unread).toBeNull();
  expect(resource).toMatchObject({ type: "awscc_ec2_instance", address: "aws_cloudcontrolapi_resource.a" });
  expect(found(opened, "instance_type")).toEqual({ "aws_cloudcontrolapi_resource.a": ["p5.48xlarge"] });
  expect(resource?.provider.read("region")[0]?.value).toBe("me-south-1");
});

test("jsonencode is read", () => {
  const opened = control("AWS::EC2::Instance", '${jsonencode({ InstanceType = "t3.micro" })}');
  expect(found(opened, "instance_type")).toEqual({ "aws_cloudcontrolapi_resource.a": ["t3.micro"] });
});

test.each<[string, unknown, unknown, string]>([
  ["an unknown type", "${var.v}", "{}", "variable `v`"],
  ["an unknown state", "AWS::EC2::Instance", "${var.v}", "variable `v`"],
  ["a list", "AWS::EC2::Instance", "[]", "no JSON object"],
  ["a text", "AWS::EC2::Instance", '"x"', "no JSON object"],
  ["a nested stack", "AWS::CloudFormation::Stack", "{}", "nested stack"],
  ["an extension", "Acme::Gpu::Pool", "{}", "extension"],
  ["no state", "AWS::EC2::Instance", null, "not in the configuration"],
])("%s stays unread", (_, type, state, why) => {
  expect(control(type, state).unread).toContain(why);
});
