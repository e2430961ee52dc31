import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { Ec2Host } from "@cdktf/provider-aws/lib/ec2-host";
import { Instance } from "@cdktf/provider-aws/lib/instance";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { type App, S3Backend, TerraformStack, TerraformVariable } from "cdktf";
import { BAHRAIN, cleanUp, expectBlocked, expectHeld, SINGAPORE, stackIn, VIRGINIA } from "./app";

afterEach(cleanUp);

const gpu = { ami: "ami-0abcdef1234567890", instanceType: "p5.48xlarge" };
const HANOI = "ap-southeast-1-han-1a";
const MUSCAT = "me-south-1-mct-1a";

function subnetIn(stack: TerraformStack, zone: string | undefined, id = "subnet"): Subnet {
  return new Subnet(stack, id, {
    vpcId: "vpc-0abc",
    cidrBlock: "10.0.0.0/24",
    ...(zone !== undefined && { availabilityZone: zone }),
  });
}

/** A stack in a region that may have the machine, and a zone or subnet that may not. */
const zones: [string, string, string, (stack: TerraformStack) => unknown][] = [
  [
    "a Local Zone by name",
    "us-ear/zone-a",
    "VN",
    (stack) => new Instance(stack, "vm", { ...gpu, availabilityZone: HANOI }),
  ],
  [
    "a subnet in a Local Zone",
    "us-ear/zone-a",
    "VN",
    (stack) => new Instance(stack, "vm", { ...gpu, subnetId: subnetIn(stack, HANOI).id }),
  ],
  [
    "a network interface in such a subnet",
    "us-ear/zone-a",
    "VN",
    (stack) => {
      const card = new NetworkInterface(stack, "card", { subnetId: subnetIn(stack, HANOI).id });
      new Instance(stack, "vm", {
        ...gpu,
        networkInterface: [{ deviceIndex: 0, networkInterfaceId: card.id }],
      });
    },
  ],
  [
    "one of several subnets",
    "us-ear/zone-a",
    "VN",
    (stack) => {
      const template = new LaunchTemplate(stack, "template", { instanceType: gpu.instanceType });
      new AutoscalingGroup(stack, "group", {
        minSize: 0,
        maxSize: 2,
        launchTemplate: { id: template.id },
        vpcZoneIdentifier: [subnetIn(stack, "ap-southeast-1a", "a").id, subnetIn(stack, HANOI, "b").id],
      });
    },
  ],
  [
    "the placement of a launch template",
    "us-ear/zone-a",
    "VN",
    (stack) => {
      const template = new LaunchTemplate(stack, "template", {
        instanceType: gpu.instanceType,
        placement: { availabilityZone: HANOI },
      });
      new Instance(stack, "vm", { ami: gpu.ami, launchTemplate: { id: template.id } });
    },
  ],
  [
    "a subnet by a literal id",
    "gate/unresolved",
    "",
    (stack) => new Instance(stack, "vm", { ...gpu, subnetId: "subnet-0abc" }),
  ],
  [
    "a subnet from a data source",
    "gate/unresolved",
    "",
    (stack) =>
      new Instance(stack, "vm", {
        ...gpu,
        subnetId: new DataAwsSubnet(stack, "found", { filter: [{ name: "tag:a", values: ["b"] }] }).id,
      }),
  ],
  [
    "a zone from a data source that lists Local Zones too",
    "gate/unresolved",
    "",
    (stack) => {
      new DataAwsAvailabilityZones(stack, "zones", { allAvailabilityZones: true });
      new Instance(stack, "vm", {
        ...gpu,
        availabilityZone: "${data.aws_availability_zones.zones.names[3]}",
      });
    },
  ],
  [
    "a zone that is only made from one of a data source",
    "gate/unresolved",
    "",
    (stack) => {
      new DataAwsAvailabilityZones(stack, "zones", {
        filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
      });
      new Instance(stack, "vm", {
        ...gpu,
        availabilityZone: `\${replace(data.aws_availability_zones.zones.names[0], "/.*/", "${HANOI}")}`,
      });
    },
  ],
  [
    "a subnet id that is only made from a known subnet's",
    "gate/unresolved",
    "",
    (stack) => {
      subnetIn(stack, "ap-southeast-1a");
      new Instance(stack, "vm", {
        ...gpu,
        subnetId: '${replace(aws_subnet.subnet.id, "/.*/", "subnet-0han")}',
      });
    },
  ],
  [
    "a coalesce() that never gets to the known subnet",
    "gate/unresolved",
    "",
    (stack) => {
      subnetIn(stack, "ap-southeast-1a");
      new Instance(stack, "vm", { ...gpu, subnetId: '${coalesce("subnet-0han", aws_subnet.subnet.id)}' });
    },
  ],
  [
    "a condition on the known subnet",
    "gate/unresolved",
    "",
    (stack) => {
      subnetIn(stack, "ap-southeast-1a");
      new Instance(stack, "vm", {
        ...gpu,
        subnetId: '${aws_subnet.subnet.id == "" ? aws_subnet.subnet.id : "subnet-0han"}',
      });
    },
  ],
  [
    "a tag of the known subnet",
    "gate/unresolved",
    "",
    (stack) => {
      subnetIn(stack, "ap-southeast-1a");
      new Instance(stack, "vm", { ...gpu, subnetId: "${aws_subnet.subnet.tags_all.other}" });
    },
  ],
  [
    "the id of something else, which is its name",
    "gate/unresolved",
    "",
    (stack) => {
      const other = new SsmParameter(stack, "other", { name: "subnet-0han", type: "String", value: "-" });
      new Instance(stack, "vm", { ...gpu, subnetId: other.id });
    },
  ],
  [
    "a condition between a known subnet and a module's",
    "gate/unresolved",
    "",
    (stack) => {
      subnetIn(stack, "ap-southeast-1a");
      new TerraformVariable(stack, "here", { type: "bool" });
      new Instance(stack, "vm", {
        ...gpu,
        subnetId: "${var.here ? aws_subnet.subnet.id : module.vpc.subnet_id}",
      });
    },
  ],
  [
    "a subnet that is imported and left as it is",
    "gate/unresolved",
    "",
    (stack) => {
      stack.addOverride("import", [{ to: "aws_subnet.subnet", id: "subnet-0han" }]);
      const subnet = subnetIn(stack, "ap-southeast-1a");
      subnet.addOverride("lifecycle", [{ ignore_changes: ["availability_zone"] }]);
      new Instance(stack, "vm", { ...gpu, subnetId: subnet.id });
    },
  ],
  [
    "a zone nobody knows",
    "gate/unknown-location",
    "",
    (stack) => new Instance(stack, "vm", { ...gpu, availabilityZone: "ap-southeast-1-xyz-1a" }),
  ],
  [
    "a zone of another region",
    "gate/unknown-location",
    "",
    (stack) => new Instance(stack, "vm", { ...gpu, availabilityZone: "me-south-1a" }),
  ],
  [
    "a subnet on an Outpost",
    "gate/unknown-location",
    "",
    (stack) => {
      const subnet = subnetIn(stack, "ap-southeast-1a");
      subnet.addOverride("outpost_arn", "arn:aws:outposts:ap-southeast-1:111122223333:outpost/op-0abc");
      new Instance(stack, "vm", { ...gpu, subnetId: subnet.id });
    },
  ],
  [
    "a dedicated host on an Outpost",
    "gate/unknown-location",
    "",
    (stack) => {
      const host = new Ec2Host(stack, "host", {
        instanceType: "m7i.large",
        availabilityZone: "ap-southeast-1a",
        outpostArn: "arn:aws:outposts:ap-southeast-1:111122223333:outpost/op-0abc",
      });
      new Instance(stack, "vm", { ...gpu, hostId: host.id });
    },
  ],
  [
    "a dedicated host that the program does not hold",
    "gate/unknown-location",
    "",
    (stack) => new Instance(stack, "vm", { ...gpu, hostId: "h-0abc" }),
  ],
  [
    "a circle of references",
    "gate/unresolved",
    "",
    (stack) => {
      stack.addOverride("resource.aws_network_interface.a", { subnet_id: "${aws_network_interface.a.id}" });
      new Instance(stack, "vm", { ...gpu, subnetId: "${aws_network_interface.a.id}" });
    },
  ],
];

describe("in Singapore, a machine is stopped by", () => {
  it.each(zones)("%s", (_what, rule, country, build) => {
    const program = (app: App) => build(stackIn(app, SINGAPORE));
    const { findings } = rule === "gate/unresolved" ? expectHeld(program) : expectBlocked(rule, program);
    if (country !== "") expect(findings.map(({ location }) => location?.country)).toContain(country);
  });
});

describe("zone ids and zones in the Gulf", () => {
  it("knows that Muscat's Local Zone is not in Bahrain", () => {
    const { findings } = expectBlocked("us-ear/zone-a", (app) => {
      new Instance(stackIn(app, BAHRAIN), "vm", { ...gpu, availabilityZone: MUSCAT });
    });
    expect(findings[0]?.location?.country).toBe("OM");
  });

  it("places a subnet by its zone id", () => {
    expectBlocked("us-ear/zone-a", (app) => {
      const stack = stackIn(app, BAHRAIN);
      const subnet = new Subnet(stack, "subnet", {
        vpcId: "vpc-0abc",
        cidrBlock: "10.0.0.0/24",
        availabilityZoneId: "mes1-az1",
      });
      new Instance(stack, "vm", { ...gpu, subnetId: subnet.id });
    });
  });
});

/** Programs of one stack whose region is not what it seems. */
const regions: [string, string, (app: App) => unknown][] = [
  [
    "a region of the resource's own",
    "us-ear/zone-a",
    (app) => new Instance(stackIn(app, VIRGINIA), "vm", { ...gpu, region: BAHRAIN }),
  ],
  [
    "an aliased provider",
    "us-ear/zone-a",
    (app) => {
      const stack = stackIn(app, VIRGINIA);
      const provider = new AwsProvider(stack, "abroad", { alias: "abroad", region: BAHRAIN });
      new Instance(stack, "vm", { ...gpu, provider });
    },
  ],
  [
    "an override of the provider",
    "us-ear/zone-a",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      new AwsProvider(stack, "aws", { region: VIRGINIA }).addOverride("region", BAHRAIN);
      new Instance(stack, "vm", gpu);
    },
  ],
  [
    "a provider without region",
    "gate/unresolved",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      new AwsProvider(stack, "aws", {});
      new Instance(stack, "vm", gpu);
    },
  ],
  [
    "no provider at all",
    "gate/unresolved",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      stack.addOverride("resource.aws_instance.vm", { instance_type: gpu.instanceType });
    },
  ],
  [
    "a provider whose region is a variable's default",
    "us-ear/zone-a",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      const region = new TerraformVariable(stack, "region", { default: BAHRAIN });
      new AwsProvider(stack, "aws", { region: region.stringValue });
      new Instance(stack, "vm", gpu);
    },
  ],
  [
    "a provider whose region is a variable without default",
    "gate/unresolved",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      new AwsProvider(stack, "aws", { region: new TerraformVariable(stack, "region", {}).stringValue });
      new Instance(stack, "vm", gpu);
    },
  ],
  [
    "a region nobody knows",
    "gate/unknown-location",
    (app) => new Instance(stackIn(app, "me-west-7"), "vm", gpu),
  ],
  [
    "two default provider blocks",
    "gate/unresolved",
    (app) => {
      const stack = stackIn(app, VIRGINIA);
      stack.addOverride("provider.aws", [{ region: BAHRAIN }]);
      new Instance(stack, "vm", gpu);
    },
  ],
  [
    "a provider under another local name",
    "us-ear/zone-a",
    (app) => {
      const stack = stackIn(app, VIRGINIA);
      stack.addOverride("terraform.required_providers.amazon", { source: "hashicorp/aws" });
      stack.addOverride("provider.amazon", [{ region: BAHRAIN }]);
      new Instance(stack, "vm", gpu).addOverride("provider", "amazon");
    },
  ],
  ...["https://ec2.me-south-1.amazonaws.com", "https://ec2.me-south-1.amazonaws.com/.us-east-1."].map(
    (ec2): [string, string, (app: App) => unknown] => [
      `an endpoint elsewhere, ${ec2}`,
      "gate/unresolved",
      (app) => {
        const stack = new TerraformStack(app, "gpu");
        new AwsProvider(stack, "aws", { region: VIRGINIA, endpoints: [{ ec2 }] });
        new Instance(stack, "vm", gpu);
      },
    ],
  ),
  [
    "a second endpoint elsewhere",
    "gate/unresolved",
    (app) => {
      const stack = new TerraformStack(app, "gpu");
      const endpoints = [
        { ec2: "https://ec2.us-east-1.amazonaws.com", gamelift: "https://gamelift.me-south-1.amazonaws.com" },
      ];
      new AwsProvider(stack, "aws", { region: VIRGINIA, endpoints });
      stack.addOverride("resource.aws_gamelift_fleet.vm", { ec2_instance_type: gpu.instanceType });
    },
  ],
  [
    "a subnet of another region's provider",
    "us-ear/zone-a",
    (app) => {
      const stack = stackIn(app, VIRGINIA);
      const provider = new AwsProvider(stack, "abroad", { alias: "abroad", region: BAHRAIN });
      const subnet = new Subnet(stack, "subnet", { vpcId: "vpc-0abc", cidrBlock: "10.0.0.0/24", provider });
      new Instance(stack, "vm", { ...gpu, subnetId: subnet.id });
    },
  ],
  [
    "further locations of a fleet",
    "us-ear/zone-a",
    (app) =>
      stackIn(app, VIRGINIA).addOverride("resource.awscc_gamelift_fleet.vm", {
        provider: "aws",
        ec2_instance_type: gpu.instanceType,
        locations: [{ location: BAHRAIN }],
      }),
  ],
  [
    "the home of a fleet with further locations",
    "us-ear/zone-a",
    (app) =>
      stackIn(app, BAHRAIN).addOverride("resource.awscc_gamelift_fleet.vm", {
        provider: "aws",
        ec2_instance_type: gpu.instanceType,
        locations: [{ location: VIRGINIA }],
      }),
  ],
];

describe("a machine is stopped whose region comes from", () => {
  it.each(regions)("%s", (_what, rule, build) => {
    if (rule === "gate/unresolved") expectHeld(build);
    else expectBlocked(rule, build);
  });
});

describe("between stacks", () => {
  it("follows a subnet of another stack", () => {
    const { findings } = expectBlocked("us-ear/zone-a", (app) => {
      const network = stackIn(app, SINGAPORE, "network");
      const subnet = subnetIn(network, HANOI);
      new Instance(stackIn(app, SINGAPORE, "gpu"), "vm", { ...gpu, subnetId: subnet.id });
    });
    expect(findings[0]?.location?.country).toBe("VN");
  });

  const bucket = (stack: TerraformStack, key: string) =>
    new S3Backend(stack, { bucket: "states", key, region: SINGAPORE });

  function remote(stack: TerraformStack, settings: object): void {
    stack.addOverride("data.terraform_remote_state.network", {
      backend: "s3",
      config: { bucket: "states", key: "network", region: SINGAPORE },
      ...settings,
    });
    new Instance(stack, "vm", { ...gpu, subnetId: "${data.terraform_remote_state.network.outputs.subnet}" });
  }

  function network(app: App, name: string, zone: string): void {
    const stack = stackIn(app, SINGAPORE, name);
    bucket(stack, "network");
    subnetIn(stack, zone);
    stack.addOverride("output.subnet", { value: "${aws_subnet.subnet.id}" });
  }

  it("does not take another workspace's state for the stack's", () => {
    expectBlocked("gate/unresolved", (app) => {
      network(app, "network", "ap-southeast-1a");
      remote(stackIn(app, SINGAPORE), { workspace: "hanoi" });
    });
  });

  it("does not choose between two stacks with one state", () => {
    expectBlocked("gate/unresolved", (app) => {
      network(app, "network", HANOI);
      network(app, "other", "ap-southeast-1a");
      remote(stackIn(app, SINGAPORE), {});
    });
  });
});
