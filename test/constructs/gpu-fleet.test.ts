import {
  GpuFleet,
  type GpuFleetProps,
  GpuNetwork,
  networkCardsOf,
  RegionalBoundary,
} from "../../lib/constructs";
import { account, newStack, type Synthesized, synthesized } from "./synthesized";

const imageId = "ami-0abcdef1234567890";
const block = { capacity: "capacity-block", reservationId: "cr-0a1b2c3d4e5f60718" } as const;

function fleet(props: Partial<GpuFleetProps> = {}, stack = newStack()): GpuFleet {
  const boundary = new RegionalBoundary(stack, "germany", { region: "eu-central-1", accounts: [account] });
  const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.60.0.0/16" });
  return new GpuFleet(boundary, "slurm", {
    network,
    machineType: "p4d.24xlarge",
    nodes: 3,
    imageId,
    ...props,
  });
}

function made(props: Partial<GpuFleetProps> = {}): Synthesized {
  const stack = newStack();
  fleet(props, stack);
  return synthesized(stack);
}

const template = (s: Synthesized) => s.one("aws_launch_template");

describe("a fleet that scales by itself", () => {
  it("is one group in one zone for training, and in all for inference", () => {
    const group = made().one("aws_autoscaling_group");
    expect(group).toMatchObject({
      min_size: 3,
      max_size: 3,
      desired_capacity: 3,
      vpc_zone_identifier: [expect.stringMatching(/network_gpu_/)],
      wait_for_capacity_timeout: "0",
    });
    expect(group["lifecycle"]).toBeUndefined();
    const spread = made({ purpose: "inference", minNodes: 0 }).one("aws_autoscaling_group");
    expect(spread["vpc_zone_identifier"]).toHaveLength(2);
    expect(spread).toMatchObject({ min_size: 0, lifecycle: { ignore_changes: ["desired_capacity"] } });
  });

  it("starts from the same template as the pools of clusters", () => {
    const s = made();
    const interfaces = template(s)["network_interfaces"];
    expect(interfaces).toHaveLength(1 + (networkCardsOf("p4d.24xlarge")?.efaCards.length ?? 0));
    expect(interfaces[0].security_groups).toEqual([
      expect.stringMatching(/slurm_security-group/),
      expect.stringMatching(/network_efa/),
    ]);
    expect(interfaces[0].subnet_id).toBeUndefined();
    expect(template(s)).toMatchObject({
      image_id: imageId,
      instance_type: "p4d.24xlarge",
      metadata_options: { http_tokens: "required" },
      block_device_mappings: [{ device_name: "/dev/sda1", ebs: { encrypted: "true", volume_type: "gp3" } }],
      placement: { group_name: expect.stringMatching(/aws_placement_group/) },
      iam_instance_profile: { arn: expect.stringMatching(/aws_iam_instance_profile/) },
    });
  });

  it("takes spot and blocks by the template, unlike EKS", () => {
    expect(template(made({ capacity: "spot" }))["instance_market_options"]).toEqual({ market_type: "spot" });
    const s = made(block);
    expect(template(s)).toMatchObject({
      instance_market_options: { market_type: "capacity-block" },
      capacity_reservation_specification: {
        capacity_reservation_target: { capacity_reservation_id: "cr-0a1b2c3d4e5f60718" },
      },
    });
    expect(s.all("aws_placement_group")).toEqual([]);
    expect(s.one("aws_autoscaling_group")).toMatchObject({ min_size: 0, desired_capacity: 0, max_size: 3 });
  });
});

describe("a fixed set of machines", () => {
  const fixed = fleet({ mode: "instances" });

  it("has names that Slurm lists", () => {
    expect(fixed.nodeNames).toEqual(["slurm-1", "slurm-2", "slurm-3"]);
    expect(fixed.slurmHostList).toBe("slurm-[1-3]");
    expect(fleet({ mode: "instances", nodes: 1, name: "gpu" }).slurmHostList).toBe("gpu-1");
    expect(fixed.group).toBeUndefined();
    expect(fleet().slurmHostList).toBeUndefined();
  });

  it("takes all but its name from the template, the subnet too", () => {
    const s = made({ mode: "instances" });
    expect(s.all("aws_autoscaling_group")).toEqual([]);
    expect(s.all("aws_instance")).toMatchObject(
      [1, 2, 3].map((i) => ({ tags: { Name: `slurm-${i}`, "landfall:pool": "slurm" } })),
    );
    for (const machine of s.all("aws_instance")) {
      expect(Object.keys(machine).sort()).toEqual(["launch_template", "lifecycle", "provider", "tags"]);
      expect(machine["lifecycle"]).toEqual({ ignore_changes: ["launch_template", "user_data"] });
    }
    for (const one of template(s)["network_interfaces"]) {
      expect(one.subnet_id).toMatch(/network_gpu_/);
      expect(one.associate_public_ip_address).toBe(one.interface_type === "interface" ? "false" : undefined);
    }
  });

  it("is refused where it would not stay the same", () => {
    expect(() => fleet({ mode: "instances", minNodes: 1 })).toThrow(
      /mode "instances" has always 3; leave minNodes out/,
    );
    expect(() => fleet({ mode: "instances", purpose: "inference" })).toThrow(
      /takes one subnet; give it one zone/,
    );
    expect(() => fleet({ mode: "instances", imageId: "resolve:ssm:/x" })).toThrow(/give the id of an image/);
    expect(() => fleet({ mode: "instances", ...block })).not.toThrow();
  });
});

describe("the machines of a fleet", () => {
  it("reach each other, the network and S3, and are reached by nobody else", () => {
    const s = made();
    const own = (type: string) =>
      s.all(type).filter(({ security_group_id }) => /slurm_security-group/.test(security_group_id));
    expect(own("aws_vpc_security_group_ingress_rule")).toMatchObject([
      { referenced_security_group_id: expect.stringMatching(/slurm_security-group/), ip_protocol: "-1" },
    ]);
    const out = own("aws_vpc_security_group_egress_rule");
    expect(out.map(({ cidr_ipv4, prefix_list_id }) => cidr_ipv4 ?? prefix_list_id)).toEqual([
      "10.60.0.0/16",
      expect.stringMatching(/prefix_list_id/),
    ]);
  });

  it("are entered by Systems Manager, without keys", () => {
    const s = made({ policyArns: [`arn:aws:iam::${account}:policy/data`] });
    expect(
      s
        .all("aws_iam_role_policy_attachment")
        .map(({ policy_arn }) => policy_arn)
        .sort(),
    ).toEqual([
      `arn:aws:iam::${account}:policy/data`,
      "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
    ]);
    expect(template(s)["key_name"]).toBeUndefined();
  });

  it("get user data, encoded, and more security groups", () => {
    const userData = "#!/bin/bash\nsystemctl start slurmd\n";
    const s = made({ userData, securityGroupIds: ["sg-0a1b2c3d"] });
    expect(Buffer.from(template(s)["user_data"], "base64").toString()).toBe(userData);
    expect(template(s)["network_interfaces"][0].security_groups).toContain("sg-0a1b2c3d");
  });

  it("may carry any accelerator, with an image of one's own", () => {
    expect(() =>
      fleet({ machineType: "dl1.24xlarge", confirmedOffering: "support case 1234567890" }),
    ).not.toThrow();
  });
});

describe("a fleet is refused", () => {
  it.each<[Partial<GpuFleetProps>, RegExp]>([
    [{ nodes: 0 }, /GpuFleet "stack\/germany\/slurm": pool "slurm" has 0 nodes; give a whole number/],
    [{ zones: ["a", "b"] }, /a training pool stands in one zone/],
    [{ machineType: "p5.48xlarge" }, /does not list p5.48xlarge in "eu-central-1a"/],
    [{ imageId: "ubuntu" }, /imageId "ubuntu" is no image/],
    [{ rootDevice: "/dev/nvme0n1" }, /rootDevice "\/dev\/nvme0n1" is none/],
    [{ mode: "slurm" as never }, /mode "slurm" is not known/],
    [{ name: "Slurm" }, /name "Slurm" is not lower-case words/],
  ])("with %j", (props, message) => {
    expect(() => fleet(props)).toThrow(message);
  });
});

it("an override that opens a fleet stops synthesis", () => {
  const stack = newStack();
  fleet({}, stack).template.template.addOverride("network_interfaces.0.associate_public_ip_address", "true");
  expect(stack.node.findAll().flatMap((node) => node.node.validate())).toEqual([
    expect.stringMatching(/gives its machines public addresses/),
  ]);
});
