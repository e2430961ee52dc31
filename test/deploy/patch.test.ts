import { destroyable, forEmulator, missingProviders, reduced, regionsOf, remembered } from "./patch";

const body = {
  terraform: {
    backend: { local: { path: "terraform.tfstate" } },
    required_providers: {
      aws: { source: "aws", version: "6.25.0" },
      oci: { source: "oracle/oci" },
    },
  },
  provider: {
    aws: [{ region: "eu-central-1" }, { alias: "north", region: "eu-north-1" }],
    oci: [{ region: "eu-frankfurt-1" }],
  },
  data: { aws_fsx_file: { one: { id: "${aws_fsx.disk.id}" } } },
  resource: {
    aws_vpc: {
      main: { cidr_block: "10.0.0.0/16" },
      north: { provider: "aws.north", lifecycle: { prevent_destroy: true } },
    },
    aws_fsx: { disk: { vpc_id: "${aws_vpc.main.id}" }, disk2: { vpc_id: "${aws_vpc.main.id}" } },
    aws_link: { to_disk: { target: "${aws_fsx.disk.id}" } },
    aws_group: { of_link: { link: ["${aws_link.to_disk.arn}"] } },
    aws_template: {
      one: {
        placement: { group: "${aws_fsx.disk.id}" },
        name: "one",
        depends_on: ["aws_fsx.disk", "aws_vpc.main"],
      },
    },
  },
  output: { disk: { value: "${aws_fsx.disk.id}" }, vpc: { value: "${aws_vpc.main.id}" } },
};

describe("a stack for the emulator", () => {
  const patched = forEmulator(body, { "hashicorp/aws": "5.100.0" });

  it("takes the versions of the mirror, whatever way the source is written", () => {
    expect(patched["terraform"]).toEqual({
      ...body.terraform,
      required_providers: { aws: { source: "aws", version: "5.100.0" }, oci: { source: "oracle/oci" } },
    });
    expect(missingProviders(body, { "hashicorp/aws": "5.100.0" })).toEqual(["oracle/oci"]);
    expect(missingProviders(body, { "hashicorp/aws": "5.100.0", "oracle/oci": "7.0.0" })).toEqual([]);
  });

  it("sets the switches on every provider of AWS and on no other, and keeps what they say", () => {
    const { aws, oci } = patched["provider"] as unknown as Record<string, Record<string, unknown>[]>;
    expect(aws?.map(({ region, alias, s3_use_path_style: path }) => [region, alias, path])).toEqual([
      ["eu-central-1", undefined, true],
      ["eu-north-1", "north", true],
    ]);
    expect(oci).toEqual(body.provider.oci);
  });

  it("knows the region of each resource's provider", () => {
    const regions = regionsOf(body);
    expect([regions.get("aws_vpc.main"), regions.get("aws_vpc.north")]).toEqual([
      "eu-central-1",
      "eu-north-1",
    ]);
  });
});

describe("what is applied", () => {
  const table = { aws_fsx: { reason: "no file systems", severed: ["placement"] } };

  it("leaves out the types, what names them however far, and outputs of them", () => {
    const { body: rest, left } = reduced(body, table);
    expect(left).toEqual([
      { address: "aws_fsx.disk", because: "aws_fsx" },
      { address: "aws_fsx.disk2", because: "aws_fsx" },
      { address: "aws_link.to_disk", because: "aws_fsx" },
      { address: "data.aws_fsx_file.one", because: "aws_fsx" },
      { address: "aws_group.of_link", because: "aws_fsx" },
    ]);
    expect(Object.keys(rest["resource"] as object)).toEqual(["aws_vpc", "aws_template"]);
    expect(rest["output"]).toEqual({ vpc: body.output.vpc });
    expect(rest).not.toHaveProperty("data");
  });

  it("cuts off what may be severed, and the order among resources, and keeps the resource", () => {
    const { body: rest } = reduced(body, table);
    expect(rest["resource"]).toMatchObject({
      aws_template: { one: { name: "one", depends_on: ["aws_vpc.main"] } },
    });
    expect(JSON.stringify(rest)).not.toContain("placement");
  });

  it("leaves out only those that set an attribute, where it says so, and tells names that begin alike apart", () => {
    const routes = { aws_vpc: { reason: "none of another provider", when: "provider" } };
    expect(reduced(body, routes).left).toEqual([{ address: "aws_vpc.north", because: "aws_vpc" }]);
    const { left } = reduced(
      {
        resource: { aws_a: { one: { when: 1 }, one_more: {} }, aws_b: { b: { of: "${aws_a.one_more.id}" } } },
      },
      { aws_a: { reason: "", when: "when" } },
    );
    expect(left).toEqual([{ address: "aws_a.one", because: "aws_a" }]);
  });

  it("is the whole where nothing stands in the table", () => {
    expect(reduced(body, {})).toEqual({ body, left: [] });
  });

  it("lacks the attributes that the emulator forgets", () => {
    const rest = remembered(body, { aws_template: ["placement"] });
    expect(rest["resource"]).toMatchObject({ aws_template: { one: { name: "one" } } });
    expect(JSON.stringify(rest)).not.toContain("placement");
  });

  it("can be destroyed", () => {
    const rest = destroyable(body)["resource"] as { aws_vpc: object };
    expect(rest.aws_vpc).toEqual({
      main: { cidr_block: "10.0.0.0/16" },
      north: { provider: "aws.north", lifecycle: { prevent_destroy: false } },
    });
  });
});
