import type { TerraformStack } from "cdktf";
import { Fn, TerraformVariable } from "cdktf";
import fc from "fast-check";
import {
  efaInterfaces,
  GpuCluster,
  type GpuClusterProps,
  GpuNetwork,
  type GpuNetworkProps,
  type GpuPoolProps,
  networkCardsOf,
  RegionalBoundary,
} from "../../lib/constructs";
import { account, newStack, type Synthesized, synthesized } from "./synthesized";

type Rendered = ReturnType<Synthesized["one"]>;

const admin = `arn:aws:iam::${account}:role/platform`;
const confirmedOffering = "AWS account team, order 4711";
const block = { capacity: "capacity-block", reservationId: "cr-0a1b2c3d4e5f60718" } as const;

interface Stand {
  readonly region?: string;
  readonly network?: Partial<GpuNetworkProps>;
  readonly cluster?: Partial<GpuClusterProps>;
}

/** A cluster with the pools, in Malaysia unless told otherwise. */
function cluster(pools: readonly Partial<GpuPoolProps>[], stand: Stand = {}, stack = newStack()): GpuCluster {
  const boundary = new RegionalBoundary(stack, "boundary", {
    region: stand.region ?? "ap-southeast-5",
    accounts: [account],
  });
  const network = new GpuNetwork(boundary, "network", {
    zones: ["a", "b"],
    cidr: "10.60.0.0/16",
    ...stand.network,
  });
  return new GpuCluster(boundary, "training", {
    network,
    admins: [admin],
    pools: pools.map((pool) => ({
      name: "gpu",
      machineType: "p6-b200.48xlarge",
      nodes: 2,
      confirmedOffering,
      ...pool,
    })),
    ...stand.cluster,
  });
}

function made(pools: readonly Partial<GpuPoolProps>[], stand: Stand = {}): Synthesized {
  const stack = newStack();
  cluster(pools, stand, stack);
  return synthesized(stack);
}

const named = (all: readonly Record<string, string>[], key: string, value: string) =>
  all.find((one) => one[key] === value) as Rendered | undefined;
const groupOf = (s: Synthesized, pool = "gpu") =>
  named(s.all("aws_eks_node_group"), "node_group_name", pool) ?? {};
const templateOf = (s: Synthesized, pool = "gpu"): Rendered =>
  s.all("aws_launch_template").find(({ name }) => name.endsWith(`-${pool}`)) as Rendered;
const refused = (pools: readonly Partial<GpuPoolProps>[], stand: Stand = {}) => {
  try {
    cluster(pools, stand);
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was refused";
};

describe("the control plane", () => {
  const plain = made([{}]);
  const eks = plain.one("aws_eks_cluster");

  it("is reached from the network alone", () => {
    expect(eks["vpc_config"]).toMatchObject({
      endpoint_private_access: true,
      endpoint_public_access: false,
    });
    expect(eks["vpc_config"].subnet_ids).toHaveLength(2);
  });

  it("encrypts secrets and logs with the boundary's key, and logs everything", () => {
    expect(eks["encryption_config"].resources).toEqual(["secrets"]);
    expect(eks["encryption_config"].provider.key_arn).toMatch(/aws_kms_key\.boundary_key/);
    expect(eks["enabled_cluster_log_types"]).toEqual([
      "api",
      "audit",
      "authenticator",
      "controllerManager",
      "scheduler",
    ]);
    const logs = named(plain.all("aws_cloudwatch_log_group"), "name", `/aws/eks/${eks["name"]}/cluster`);
    expect(logs).toMatchObject({ retention_in_days: 365, kms_key_id: expect.stringMatching(/boundary_key/) });
  });

  it("lets administrators in by access entries, and nobody by creating it", () => {
    expect(eks["access_config"]).toEqual({
      authentication_mode: "API",
      bootstrap_cluster_creator_admin_permissions: false,
    });
    expect(plain.one("aws_eks_access_entry")).toMatchObject({ principal_arn: admin });
    expect(plain.one("aws_eks_access_policy_association")).toMatchObject({
      policy_arn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      access_scope: { type: "cluster" },
    });
  });

  it("is protected unless told otherwise, and takes no extended support", () => {
    expect(eks["lifecycle"]).toEqual({ prevent_destroy: true });
    expect(eks["upgrade_policy"]).toEqual({ support_type: "STANDARD" });
    const open = made([{}], { cluster: { deletionProtection: false } });
    expect(open.one("aws_eks_cluster")["lifecycle"]).toBeUndefined();
  });

  it("has its add-ons, those that nodes need before the nodes", () => {
    expect(
      plain
        .all("aws_eks_addon")
        .map(({ addon_name }) => addon_name)
        .sort(),
    ).toEqual([
      "aws-ebs-csi-driver",
      "coredns",
      "eks-node-monitoring-agent",
      "eks-pod-identity-agent",
      "kube-proxy",
      "vpc-cni",
    ]);
    const dependsOn = JSON.stringify(groupOf(plain)["depends_on"]);
    for (const first of ["kube-proxy", "vpc-cni", "eks-pod-identity-agent"]) {
      expect(dependsOn).toContain(`add-ons_${first}`);
    }
    const dns = named(plain.all("aws_eks_addon"), "addon_name", "coredns");
    expect(dns?.["depends_on"]).toEqual([expect.stringMatching(/aws_eks_node_group\..*system/)]);
    const versions = { coredns: "v1.12.1-eksbuild.2" };
    const more = made([{}], { cluster: { fsxCsi: true, addOnVersions: versions } });
    expect(named(more.all("aws_eks_addon"), "addon_name", "aws-fsx-csi-driver")).toBeDefined();
    expect(named(more.all("aws_eks_addon"), "addon_name", "coredns")).toMatchObject({
      addon_version: "v1.12.1-eksbuild.2",
    });
  });

  it("gives pods rights of their own, by service account", () => {
    const identity = {
      namespace: "train",
      serviceAccount: "loader",
      policyArns: [`arn:aws:iam::${account}:policy/data`],
    };
    const s = made([{}], { cluster: { podIdentities: [identity] } });
    expect(s.one("aws_eks_pod_identity_association")).toMatchObject({
      namespace: "train",
      service_account: "loader",
    });
    const roles = s
      .all("aws_iam_role")
      .map(({ assume_role_policy }) => JSON.parse(assume_role_policy).Statement[0]);
    const pods = roles.filter(({ Principal }) => Principal.Service === "pods.eks.amazonaws.com");
    expect(
      pods.map(({ Condition }) => Condition.StringEquals["aws:RequestTag/kubernetes-service-account"]).sort(),
    ).toEqual(["aws-node", "ebs-csi-controller-sa", "loader"]);
    for (const { Action, Condition } of pods) {
      expect(Action).toEqual(["sts:AssumeRole", "sts:TagSession"]);
      expect(Condition.StringEquals["aws:RequestTag/eks-cluster-name"]).toMatch(
        /^boundary-training-cluster-/,
      );
    }
  });

  it("leaves nodes no rights to data", () => {
    const attached = plain
      .all("aws_iam_role_policy_attachment")
      .filter(({ role }) => /training_node_role/.test(role))
      .map(({ policy_arn }) => policy_arn);
    expect(attached.sort()).toEqual([
      "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
      "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
    ]);
  });
});

describe("a training pool", () => {
  it("stands in one zone: the network's GPU subnet (invariant 1)", () => {
    const s = made([{}]);
    expect(groupOf(s)["subnet_ids"]).toEqual([expect.stringMatching(/aws_subnet\.boundary_network_gpu_/)]);
  });

  it("may stand in another zone of the network, by letter or name", () => {
    for (const zone of ["b", "ap-southeast-5b"]) {
      const s = made([{ zones: [zone] }]);
      expect(groupOf(s)["subnet_ids"]).toEqual([expect.stringMatching(/private-ap-southeast-5b/)]);
    }
  });

  it("is refused in two zones, in a zone without subnet, and in one of another region", () => {
    expect(refused([{ name: "b200", zones: ["a", "b"] }])).toBe(
      'GpuCluster "stack/boundary/training": pool "b200" is in zones "ap-southeast-5a" and "ap-southeast-5b"; a training pool stands in one zone, because EFA does not cross zones. Give it one zone.',
    );
    expect(refused([{ zones: ["c"] }])).toMatch(
      /no subnet in zone "ap-southeast-5c".*add the zone to the network/,
    );
    expect(refused([{ zones: ["ap-southeast-1a"] }])).toMatch(
      /zone "ap-southeast-1a" is not one of ap-southeast-5/,
    );
    expect(refused([{ zones: [] }])).toMatch(/has no zones/);
  });

  it("has IMDSv2, an encrypted root volume, no public address, and tags on what it starts", () => {
    const template = templateOf(made([{ rootVolumeGiB: 500 }]));
    expect(template["metadata_options"]).toEqual({
      http_endpoint: "enabled",
      http_put_response_hop_limit: 1,
      http_tokens: "required",
    });
    expect(template["block_device_mappings"]).toEqual([
      {
        device_name: "/dev/xvda",
        ebs: {
          delete_on_termination: "true",
          encrypted: "true",
          kms_key_id: expect.stringMatching(/aws_kms_key\.boundary_key/),
          volume_size: 500,
          volume_type: "gp3",
        },
      },
    ]);
    const specifications = template["tag_specifications"] as readonly Rendered[];
    expect(specifications.map(({ resource_type }) => resource_type)).toEqual([
      "instance",
      "volume",
      "network-interface",
    ]);
    for (const { tags } of specifications) {
      expect(tags).toMatchObject({
        "landfall:boundary": "boundary",
        "landfall:boundary-countries": "MY",
        "landfall:confirmed-offering": "AWS account team_ order 4711",
      });
    }
  });

  it("makes one array of the machines' own disks, by a part of the user data", () => {
    const userData = Buffer.from(String(templateOf(made([{}]))["user_data"]), "base64").toString();
    expect(userData).toMatch(
      /^MIME-Version: 1\.0\nContent-Type: multipart\/mixed; boundary="\/\/"\n\n--\/\/\n/,
    );
    expect(userData).toContain(
      "Content-Type: application/node.eks.aws\n\n---\napiVersion: node.eks.aws/v1alpha1",
    );
    expect(userData).toContain("    localStorage:\n      strategy: RAID0\n");
    expect(templateOf(made([{ instanceStore: "none" }]))["user_data"]).toBeUndefined();
  });

  it("keeps other pods off, repairs nodes, and carries labels", () => {
    const taints = [{ key: "team", value: "a", effect: "NO_EXECUTE" as const }];
    const group = groupOf(made([{ labels: { team: "a" }, taints, maxUnavailable: 2 }]));
    expect(group).toMatchObject({
      labels: { team: "a", "landfall/pool": "gpu", "landfall/purpose": "training" },
      taint: [
        { key: "nvidia.com/gpu", value: "true", effect: "NO_SCHEDULE" },
        { key: "team", value: "a", effect: "NO_EXECUTE" },
      ],
      node_repair_config: { enabled: true },
      update_config: { max_unavailable: 2 },
      scaling_config: { min_size: 2, desired_size: 2, max_size: 2 },
      version: "1.35",
    });
    expect(group["lifecycle"]).toBeUndefined();
  });

  it("leaves the count to others between minNodes and nodes", () => {
    const group = groupOf(made([{ nodes: 8, minNodes: 2 }]));
    expect(group["scaling_config"]).toEqual({ min_size: 2, desired_size: 2, max_size: 8 });
    expect(group["lifecycle"]).toEqual({ ignore_changes: ["scaling_config[0].desired_size"] });
  });

  it("pins the image's release when told", () => {
    expect(groupOf(made([{ releaseVersion: "1.35.2-20261105" }]))["release_version"]).toBe("1.35.2-20261105");
    expect(groupOf(made([{}]))["release_version"]).toBeUndefined();
  });
});

describe("the interfaces of a pool (invariants 2, 4 and 5)", () => {
  const types = [
    "p4d.24xlarge",
    "p5.4xlarge",
    "p5.48xlarge",
    "p5en.48xlarge",
    "p6-b200.48xlarge",
    "p6-b300.48xlarge",
    "g6e.48xlarge",
    "g7e.24xlarge",
    "g6.xlarge",
    "trn1.32xlarge",
    "trn2.48xlarge",
  ];

  it.each(types)("are what %s takes", (machineType) => {
    const s = made([{ machineType }]);
    const cards = networkCardsOf(machineType);
    if (!cards) throw new Error(machineType);
    const interfaces = templateOf(s)["network_interfaces"] as readonly Rendered[];
    expect(
      interfaces.map((one) => [one["network_card_index"], one["device_index"], one["interface_type"]]),
    ).toEqual(efaInterfaces(cards).map((one) => [one.networkCardIndex, one.deviceIndex, one.interfaceType]));
    for (const one of interfaces) {
      // A flag about public addresses is refused on an interface without any.
      expect(one["associate_public_ip_address"]).toBe(
        one["interface_type"] === "interface" ? "false" : undefined,
      );
      expect(one["subnet_id"]).toBeUndefined();
      const groups = JSON.stringify(one["security_groups"]);
      expect(groups).toContain("cluster_security_group_id");
      expect(groups.includes("network_efa")).toBe(interfaces.length > 1);
    }
    expect(templateOf(s)["vpc_security_group_ids"]).toBeUndefined();
  });

  it("begin with a plain card 0 on p6-b300, which has no EFA there", () => {
    const interfaces = templateOf(made([{ machineType: "p6-b300.48xlarge" }]))["network_interfaces"];
    expect(interfaces).toHaveLength(17);
    expect(interfaces.slice(0, 2)).toMatchObject([
      { network_card_index: 0, device_index: 0, interface_type: "interface" },
      { network_card_index: 1, device_index: 0, interface_type: "efa-only" },
    ]);
  });

  it("go with a group that has both rules to itself", () => {
    const s = made([{}]);
    for (const type of ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"]) {
      const own = s
        .all(type)
        .filter(
          ({ security_group_id: id, referenced_security_group_id: to }) =>
            id === to && /network_efa/.test(id),
        );
      expect(own).toMatchObject([{ ip_protocol: "-1" }]);
    }
  });

  it("are one plain one for inference, and EFA's when asked for", () => {
    const pool = { machineType: "p5.48xlarge", purpose: "inference" } as const;
    expect(templateOf(made([pool]))["network_interfaces"]).toHaveLength(1);
    expect(templateOf(made([{ ...pool, efa: true, zones: ["a"] }]))["network_interfaces"]).toHaveLength(33);
    expect(refused([{ ...pool, efa: true }])).toMatch(/EFA does not cross zones, give it one/);
    expect(refused([{ machineType: "g6.xlarge", efa: true }])).toMatch(/g6.xlarge has no EFA; leave efa out/);
    expect(refused([{ machineType: "trn3pds.48xlarge" }])).toMatch(
      /cards of trn3pds.48xlarge are not known; set efa: false/,
    );
    expect(
      templateOf(made([{ machineType: "trn3pds.48xlarge", efa: false }]))["network_interfaces"],
    ).toHaveLength(1);
  });
});

describe("the capacity of a pool", () => {
  it("on demand, is packed in a placement group", () => {
    const s = made([{}]);
    expect(s.one("aws_placement_group")).toMatchObject({ strategy: "cluster" });
    expect(templateOf(s)["placement"]).toEqual({ group_name: expect.stringMatching(/aws_placement_group/) });
    expect(groupOf(s)["capacity_type"]).toBe("ON_DEMAND");
    expect(templateOf(s)["instance_market_options"]).toBeUndefined();
  });

  it("from a reservation, targets it, and may name its group", () => {
    const reserved = { capacity: "reservation", reservationId: "cr-0a1b2c3d4e5f60718" } as const;
    const s = made([reserved]);
    expect(templateOf(s)["capacity_reservation_specification"]).toEqual({
      capacity_reservation_target: { capacity_reservation_id: "cr-0a1b2c3d4e5f60718" },
    });
    expect(s.all("aws_placement_group")).toHaveLength(1);
    const tied = made([{ ...reserved, placementGroup: "ours" }]);
    expect(tied.all("aws_placement_group")).toEqual([]);
    expect(templateOf(tied)["placement"]).toEqual({ group_name: "ours" });
    expect(templateOf(made([{ ...reserved, placementGroup: false }]))["placement"]).toBeUndefined();
  });

  it("from a block, has no placement group, and everything EKS wants (invariant 3)", () => {
    const s = made([{ ...block, nodes: 16 }]);
    expect(s.all("aws_placement_group")).toEqual([]);
    const template = templateOf(s);
    expect(template["placement"]).toBeUndefined();
    expect(template["instance_type"]).toBe("p6-b200.48xlarge");
    expect(template["instance_market_options"]).toEqual({ market_type: "capacity-block" });
    expect(template["capacity_reservation_specification"]).toEqual({
      capacity_reservation_target: { capacity_reservation_id: "cr-0a1b2c3d4e5f60718" },
    });
    const group = groupOf(s);
    expect(group["capacity_type"]).toBe("CAPACITY_BLOCK");
    expect(group["instance_types"]).toBeUndefined();
    expect(group["scaling_config"]).toEqual({ min_size: 0, desired_size: 0, max_size: 16 });
    expect(group["lifecycle"]).toEqual({ ignore_changes: ["scaling_config[0].desired_size"] });
  });

  it("by spot, is EKS's to ask for", () => {
    const s = made([{ capacity: "spot" }]);
    expect(groupOf(s)["capacity_type"]).toBe("SPOT");
    expect(templateOf(s)["instance_market_options"]).toBeUndefined();
    expect(s.all("aws_placement_group")).toEqual([]);
  });

  it("is refused when it contradicts itself", () => {
    expect(refused([{ capacity: "capacity-block" }])).toMatch(
      /capacity "capacity-block" and no reservationId/,
    );
    expect(refused([{ reservationId: "cr-0a1b2c3d4e5f60718" }])).toMatch(/leave the id out/);
    expect(refused([{ ...block, reservationId: "r-1" }])).toMatch(/reservationId "r-1" is not the id/);
    expect(refused([{ ...block, placementGroup: "ours" }])).toMatch(
      /capacity block, whose machines AWS packs/,
    );
    expect(refused([{ capacity: "dedicated" as never }])).toMatch(/capacity "dedicated" is none of/);
    expect(refused([{ ...block, purpose: "inference", zones: ["a", "b"] }])).toMatch(
      /what is reserved stands in one zone/,
    );
    expect(refused([{ ...block, nodes: 65 }])).toMatch(/one capacity block holds 64/);
    expect(refused([{ machineType: "trn2u.48xlarge", capacity: "spot" }])).toMatch(
      /trn2u.48xlarge cannot be had as "spot"/,
    );
  });

  it("takes an id that only Terraform knows", () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, "reservation", { type: "string" });
    cluster([{ ...block, reservationId: variable.stringValue }], {}, stack);
    expect(templateOf(synthesized(stack))["capacity_reservation_specification"]).toEqual({
      capacity_reservation_target: { capacity_reservation_id: "${var.reservation}" },
    });
  });
});

describe("an inference pool", () => {
  it("spreads over the zones of the network, the GPU subnet in its own", () => {
    const group = groupOf(made([{ purpose: "inference", machineType: "g6e.12xlarge" }]));
    expect(group["subnet_ids"]).toEqual([
      expect.stringMatching(/network_gpu_/),
      expect.stringMatching(/private-ap-southeast-5b/),
    ]);
  });

  it("has no placement group", () => {
    expect(made([{ purpose: "inference" }]).all("aws_placement_group")).toEqual([]);
  });
});

describe("the image of a pool", () => {
  it.each([
    ["p5.48xlarge", "AL2023_x86_64_NVIDIA", "nvidia.com/gpu"],
    ["g5g.16xlarge", "AL2023_ARM_64_NVIDIA", "nvidia.com/gpu"],
    ["trn1.32xlarge", "AL2023_x86_64_NEURON", "aws.amazon.com/neuron"],
    ["inf2.48xlarge", "AL2023_x86_64_NEURON", "aws.amazon.com/neuron"],
  ])("fits %s", (machineType, image, key) => {
    const group = groupOf(made([{ machineType }]));
    expect(group["ami_type"]).toBe(image);
    expect(group["taint"]).toMatchObject([{ key }]);
  });

  it.each(["dl1.24xlarge", "g4ad.16xlarge", "f2.48xlarge"])("does not exist for %s", (machineType) => {
    expect(refused([{ machineType }])).toMatch(/EKS has no image for the accelerators of .*; use a GpuFleet/);
  });
});

describe("GB200 (invariant 7)", () => {
  const dallas: Stand = { region: "us-east-1", network: { gpuZone: "us-east-1-dfw-2a" } };
  const ultra = { machineType: "p6e-gb200.36xlarge", nodes: 18, ...block } as const;

  it("stands in the Dallas Local Zone, opted into, on arm64", () => {
    const { confirmedOffering: _, ...pool } = { ...ultra, confirmedOffering };
    const s = made([pool], dallas);
    expect(groupOf(s)["ami_type"]).toBe("AL2023_ARM_64_NVIDIA");
    expect(groupOf(s)["subnet_ids"]).toEqual([expect.stringMatching(/network_gpu_/)]);
    expect(named(s.all("aws_subnet"), "availability_zone", "us-east-1-dfw-2a")?.["depends_on"]).toEqual([
      expect.stringMatching(/aws_ec2_availability_zone_group/),
    ]);
    expect(s.one("aws_ec2_availability_zone_group")).toMatchObject({
      group_name: "us-east-1-dfw-2",
      opt_in_status: "opted-in",
    });
    expect(templateOf(s)["network_interfaces"]).toHaveLength(9);
    // EKS puts no interfaces of its own into Local Zones.
    expect(JSON.stringify(s.one("aws_eks_cluster")["vpc_config"])).not.toContain("network_gpu_");
  });

  it("is refused elsewhere, otherwise reserved, in part, and with old Kubernetes", () => {
    expect(refused([ultra], { region: "us-east-1" })).toMatch(
      /not in "us-east-1a", it stands only in the Dallas Local Zone; use zone "us-east-1-dfw-2a"/,
    );
    const { capacity: _, reservationId: __, ...free } = ultra;
    expect(refused([free], dallas)).toMatch(/cannot be had as "on-demand".*use "capacity-block"/);
    expect(refused([{ ...ultra, nodes: 4 }], dallas)).toMatch(/give a multiple of 9/);
    expect(refused([ultra], { ...dallas, cluster: { kubernetesVersion: "1.32" } })).toMatch(
      /needs Kubernetes 1.33/,
    );
    expect(refused([{ ...ultra, machineType: "u-p6e-gb200x72" }], dallas)).toMatch(
      /no accelerated machine type/,
    );
  });
});

describe("what a region offers", () => {
  const listed = { confirmedOffering: undefined } as unknown as Partial<GpuPoolProps>;
  const pool = (props: Partial<GpuPoolProps>) => {
    const { confirmedOffering: _, ...rest } = { ...props, ...listed };
    return rest;
  };
  const frankfurt = { region: "eu-central-1" };
  const offered = (props: Partial<GpuPoolProps>, stand: Stand) => {
    const stack = newStack();
    const boundary = new RegionalBoundary(stack, "boundary", {
      region: stand.region ?? "",
      accounts: [account],
    });
    const network = new GpuNetwork(boundary, "network", {
      zones: ["a", "b"],
      cidr: "10.60.0.0/16",
      ...stand.network,
    });
    return new GpuCluster(boundary, "training", {
      network,
      admins: [admin],
      pools: [{ name: "gpu", machineType: "p4d.24xlarge", nodes: 2, ...pool(props) }],
    });
  };

  it("is taken from the list of regions, by type or family", () => {
    expect(() => offered({ machineType: "p4d.24xlarge" }, frankfurt)).not.toThrow();
    expect(() => offered({ machineType: "g6e.48xlarge" }, frankfurt)).not.toThrow();
    expect(() => offered({ machineType: "p6-b200.48xlarge" }, frankfurt)).toThrow(
      /landfall\/regions does not list p6-b200.48xlarge in "eu-central-1a"; choose another zone, region or type, or say in confirmedOffering/,
    );
  });

  it("is not what its Local Zones offer, nor the other way round", () => {
    const atlanta = { region: "us-east-1", network: { gpuZone: "us-east-1-atl-2a" } };
    expect(() => offered({ machineType: "p5en.48xlarge" }, atlanta)).not.toThrow();
    expect(() => offered({ machineType: "p4d.24xlarge" }, atlanta)).toThrow(/does not list p4d.24xlarge/);
    expect(() => offered({ machineType: "p6e-gb200.36xlarge" }, { region: "us-east-1" })).toThrow();
  });

  it("may be confirmed, by more than a few letters", () => {
    expect(refused([{}])).toBe("nothing was refused");
    expect(refused([{ confirmedOffering: "yes" }])).toMatch(
      /confirmedOffering "yes" has not 10 to 256 characters/,
    );
  });

  it("says nothing of types that are not in the catalogue", () => {
    expect(refused([{ machineType: "p6-b200.48xl" }])).toMatch(/did you mean "p6-b200.48xlarge"\?/);
    expect(refused([{ machineType: "ml.p5.48xlarge" }])).toMatch(
      /"ml.p5.48xlarge" is no accelerated machine type/,
    );
    expect(refused([{ machineType: "m7i.48xlarge" }])).toMatch(/no accelerated machine type/);
    const stack = newStack();
    const variable = new TerraformVariable(stack, "type", { type: "string" });
    expect(() => cluster([{ machineType: variable.stringValue }], {}, stack)).toThrow(
      /known only to Terraform; write it out/,
    );
  });
});

describe("counts", () => {
  it("are whole numbers from 1 on", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.integer({ max: 0 }),
          fc.double().filter((n) => !Number.isInteger(n)),
        ),
        (nodes) => {
          expect(refused([{ nodes }])).toMatch(
            /^GpuCluster "stack\/boundary\/training": pool "gpu" has .* nodes; give a whole/,
          );
        },
      ),
      { numRuns: 20 },
    );
    expect(refused([{ nodes: 2, minNodes: 3 }])).toMatch(
      /minNodes 3; give a whole number from 0 to its nodes, 2/,
    );
    expect(refused([{ rootVolumeGiB: 20 }])).toMatch(/rootVolumeGiB is 20/);
  });

  it("may be left to Terraform", () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, "nodes", { type: "number" });
    cluster([{ nodes: variable.numberValue }], {}, stack);
    expect(groupOf(synthesized(stack))["scaling_config"]).toMatchObject({ max_size: "${var.nodes}" });
  });
});

describe("a cluster is refused", () => {
  const because = (props: Partial<GpuClusterProps>) => refused([{}], { cluster: props });

  it("without pools, administrators or names", () => {
    expect(because({ pools: [] })).toMatch(/pools is empty/);
    expect(because({ admins: [] })).toMatch(/admins is empty, and nobody else is let in/);
    expect(refused([{ name: "a" }, { name: "a" }])).toMatch(/pool "a" needs another name: two pools/);
    expect(refused([{ name: "system" }])).toMatch(/pool "system" needs another name/);
    expect(refused([{ name: "B200" }])).toMatch(/pool "B200" is not named by lower-case words/);
    expect(because({ name: "a b" })).toMatch(/name "a b" is none that EKS takes/);
  });

  it("with administrators from outside the boundary", () => {
    expect(because({ admins: ["arn:aws:iam::999999999999:role/x"] })).toMatch(
      /of an account outside the boundary/,
    );
    expect(because({ admins: ["platform"] })).toMatch(/admin "platform" is not the ARN/);
  });

  it("with wrong versions, add-ons, system nodes or retention", () => {
    expect(because({ kubernetesVersion: "v1.35" })).toMatch(/kubernetesVersion "v1.35"/);
    expect(because({ addOnVersions: { "core-dns": "v1" } })).toMatch(/did you mean "coredns"/);
    expect(because({ systemMachineType: "g6.xlarge" })).toMatch(/systemMachineType "g6.xlarge" is no plain/);
    expect(because({ systemNodes: 0 })).toMatch(/systemNodes is 0/);
    expect(because({ logRetentionDays: 42 })).toMatch(/logRetentionDays is 42/);
  });

  it("in a network of one zone", () => {
    expect(refused([{}], { network: { zones: ["a"] } })).toMatch(/EKS wants two Availability Zones/);
  });
});

describe("system nodes", () => {
  it("run on plain machines of either architecture", () => {
    const x86 = groupOf(made([{}]), "system");
    expect(x86).toMatchObject({ ami_type: "AL2023_x86_64_STANDARD", capacity_type: "ON_DEMAND" });
    expect(x86["subnet_ids"]).toHaveLength(2);
    const arm = made([{}], { cluster: { systemMachineType: "m7g.large", systemNodes: 3 } });
    expect(groupOf(arm, "system")).toMatchObject({
      ami_type: "AL2023_ARM_64_STANDARD",
      scaling_config: { desired_size: 3 },
    });
    expect(templateOf(arm, "system")).toMatchObject({
      instance_type: "m7g.large",
      metadata_options: { http_tokens: "required" },
    });
  });
});

describe("overrides (invariant 9)", () => {
  function overridden(change: (cluster: GpuCluster) => void, props: Partial<GpuPoolProps> = {}): string[] {
    const stack: TerraformStack = newStack();
    const made = cluster([props], {}, stack);
    change(made);
    stack.prepareStack();
    return stack.node.findAll().flatMap((node) => node.node.validate());
  }
  const template = (made: GpuCluster) => made.pools.get("gpu")?.template.template;
  const nodes = (made: GpuCluster) => made.pools.get("gpu")?.nodeGroup;

  it("are looked at as they will be written, and nothing is said of others", () => {
    expect(overridden(() => {})).toEqual([]);
    expect(overridden((made) => template(made)?.addOverride("ebs_optimized", "true"))).toEqual([]);
  });

  it.each<[string, (made: GpuCluster) => void, RegExp, Partial<GpuPoolProps>]>([
    [
      "another interface type",
      (m) => template(m)?.addOverride("network_interfaces.1.interface_type", "efa"),
      /takes 0\/0 interface/,
      {},
    ],
    [
      "a public address",
      (m) => template(m)?.addOverride("network_interfaces.0.associate_public_ip_address", "true"),
      /public addresses/,
      {},
    ],
    [
      "another machine type",
      (m) => template(m)?.addOverride("instance_type", "p5.48xlarge"),
      /is not of p6-b200.48xlarge/,
      {},
    ],
    ["IMDSv1", (m) => template(m)?.addOverride("metadata_options.http_tokens", "optional"), /IMDSv2/, {}],
    [
      "a group with a block",
      (m) => template(m)?.addOverride("placement", { group_name: "x" }),
      /placement group with a capacity block/,
      block,
    ],
    [
      "another market",
      (m) => template(m)?.addOverride("instance_market_options.market_type", "spot"),
      /market type/,
      block,
    ],
    [
      "another zone",
      (m) => nodes(m)?.addOverride("subnet_ids", ["subnet-1"]),
      /stands outside ap-southeast-5a/,
      {},
    ],
    [
      "another image",
      (m) => nodes(m)?.addOverride("ami_type", "AL2023_ARM_64_NVIDIA"),
      /has not the image AL2023_x86_64_NVIDIA/,
      {},
    ],
    [
      "another capacity type",
      (m) => nodes(m)?.addOverride("capacity_type", "SPOT"),
      /capacity type CAPACITY_BLOCK/,
      block,
    ],
    [
      "machine types",
      (m) => nodes(m)?.addOverride("instance_types", ["p5.48xlarge"]),
      /names machine types/,
      block,
    ],
  ])("of %s stop synthesis", (_, change, expected, props) => {
    const found = overridden(change, props);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it("leave a network of another stack alone", () => {
    const home = newStack("network");
    const boundary = new RegionalBoundary(home, "boundary", {
      region: "ap-southeast-5",
      accounts: [account],
    });
    const network = new GpuNetwork(boundary, "network", { zones: ["a", "b"], cidr: "10.60.0.0/16" });
    const stack = newStack("cluster", home.node.root as never);
    const other = new RegionalBoundary(stack, "boundary", {
      region: "ap-southeast-5",
      accounts: [account],
      accountDefaults: false,
    });
    new GpuCluster(other, "training", {
      network,
      admins: [Fn.join("", ["arn:aws:iam::", account, ":role/x"])],
      pools: [{ name: "gpu", machineType: "p5.48xlarge", nodes: 2, confirmedOffering }],
    });
    const s = synthesized(stack);
    expect(groupOf(s)["subnet_ids"]).toEqual([expect.stringMatching(/terraform_remote_state/)]);
    expect(stack.node.findAll().flatMap((node) => node.node.validate())).toEqual([]);
  });
});
