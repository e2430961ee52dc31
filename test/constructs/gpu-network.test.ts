import { App, TerraformVariable } from "cdktf";
import fc from "fast-check";
import { clusterEndpoints, GpuNetwork, type GpuNetworkProps, RegionalBoundary } from "../../lib/constructs";
import { overlap, readBlock } from "../../lib/constructs/network/cidr";
import { account, malaysia, newStack, type Synthesized, statements, synthesized } from "./synthesized";

const plan: GpuNetworkProps = { zones: ["a", "b"], cidr: "10.40.0.0/16" };

function network(props: Partial<GpuNetworkProps> = {}, organizationId?: string): Synthesized {
  const stack = newStack();
  const boundary = malaysia(stack, organizationId === undefined ? {} : { organizationId });
  new GpuNetwork(boundary, "network", { ...plan, ...props });
  return synthesized(stack);
}

/** Name of the resource that a reference leads to. */
const target = (reference: string) => /^\$\{(?:\w+)\.([^.]+)\./.exec(reference)?.[1] ?? reference;

/** Routes of the table that a subnet is associated with. */
function routesOf({ body, all }: Synthesized, subnet: string) {
  const { aws_route_table_association: associations } = body["resource"];
  const found = Object.values<Record<string, string>>(associations).find(
    ({ subnet_id }) => target(subnet_id ?? "") === subnet,
  );
  return all("aws_route").filter(({ route_table_id }) => route_table_id === found?.["route_table_id"]);
}

function subnetNames({ body }: Synthesized, word: string): string[] {
  return Object.keys(body["resource"].aws_subnet).filter((name) => name.includes(word));
}

describe("a closed network", () => {
  const closed = network();

  it("has no way to the internet", () => {
    for (const type of [
      "aws_internet_gateway",
      "aws_nat_gateway",
      "aws_eip",
      "aws_route",
      "aws_egress_only_internet_gateway",
    ]) {
      expect(closed.all(type)).toEqual([]);
    }
  });

  it("has a GPU subnet and one of each zone, distinct, and none gives public addresses", () => {
    const subnets = closed.all("aws_subnet");
    expect(subnets.map(({ availability_zone, cidr_block }) => [availability_zone, cidr_block])).toEqual([
      ["ap-southeast-5a", "10.40.0.0/20"],
      ["ap-southeast-5a", "10.40.16.0/20"],
      ["ap-southeast-5b", "10.40.32.0/20"],
    ]);
    for (const subnet of subnets) expect(subnet["map_public_ip_on_launch"]).toBe(false);
  });

  it("resolves names, which private endpoints need", () => {
    expect(closed.one("aws_vpc")).toMatchObject({
      cidr_block: "10.40.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
    });
  });

  it("empties the default security group", () => {
    const group = closed.one("aws_default_security_group");
    expect([group["ingress"], group["egress"]]).toEqual([undefined, undefined]);
  });

  it("logs every flow in the region under the boundary's key", () => {
    const log = closed.one("aws_cloudwatch_log_group");
    expect(log).toMatchObject({
      kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.malaysia_key_/),
      retention_in_days: 365,
      provider: "aws.malaysia-ap-southeast-5",
    });
    expect(closed.one("aws_flow_log")).toMatchObject({
      traffic_type: "ALL",
      log_destination_type: "cloud-watch-logs",
      log_destination: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\./),
    });
    expect(network({ flowLogRetentionDays: 30 }).one("aws_cloudwatch_log_group")["retention_in_days"]).toBe(
      30,
    );
  });

  it("has a route to S3 from every subnet", () => {
    const gateway = closed.all("aws_vpc_endpoint").find((one) => one["vpc_endpoint_type"] === "Gateway");
    expect(gateway?.["service_name"]).toBe("com.amazonaws.ap-southeast-5.s3");
    const tables = Object.keys(closed.body["resource"].aws_route_table);
    expect(gateway?.["route_table_ids"].map(target).sort()).toEqual(tables.sort());
  });

  it("reaches every service of a cluster privately, in its own region", () => {
    const interfaces = closed
      .all("aws_vpc_endpoint")
      .filter((one) => one["vpc_endpoint_type"] === "Interface");
    expect(interfaces.map((one) => one["service_name"]).sort()).toEqual(
      clusterEndpoints.map((service) => `com.amazonaws.ap-southeast-5.${service}`).sort(),
    );
    for (const one of interfaces) {
      expect(one["private_dns_enabled"]).toBe(true);
      expect(one["subnet_ids"]).toHaveLength(2);
      expect(one["service_region"]).toBeUndefined();
    }
  });

  it("has other endpoints when they are named", () => {
    const { all } = network({ interfaceEndpoints: ["fsx"] });
    expect(
      all("aws_vpc_endpoint")
        .map((one) => one["service_name"])
        .sort(),
    ).toEqual(["com.amazonaws.ap-southeast-5.fsx", "com.amazonaws.ap-southeast-5.s3"]);
  });
});

describe("endpoint policies", () => {
  const { all } = network({}, "o-a1b2c3d4e5");
  const policies: Record<string, ReturnType<typeof statements>> = Object.fromEntries(
    all("aws_vpc_endpoint").map(({ service_name, policy }) => [
      service_name.replace("com.amazonaws.ap-southeast-5.", ""),
      statements(policy),
    ]),
  );

  it("admit the boundary's accounts and organization to the accounts' own resources", () => {
    for (const policy of Object.values(policies)) {
      expect(policy["BoundaryAccounts"]?.["Condition"]).toEqual({
        StringEquals: { "aws:PrincipalAccount": account, "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        StringEqualsIfExists: { "aws:ResourceAccount": account },
      });
    }
  });

  it("let others' resources only be read, and only in the region", () => {
    const reads = Object.values(policies).flatMap((policy) =>
      Object.values(policy).filter(({ Sid }) => Sid !== "BoundaryAccounts"),
    );
    expect(reads).not.toHaveLength(0);
    for (const { Action, Resource } of reads) {
      for (const action of [Action].flat()) expect(action).toMatch(/:(Get|BatchGet|BatchCheck)/);
      for (const resource of [Resource].flat()) expect(resource).toContain("ap-southeast-5");
    }
  });
});

describe("the EFA group", () => {
  const { body, one, all } = network();
  const name = Object.keys(body["resource"].aws_security_group).find((key) => key.includes("efa")) ?? "";
  const id = `\${aws_security_group.${name}.id}`;

  it("lets everything in from itself and out to itself", () => {
    const itself = { security_group_id: id, referenced_security_group_id: id, ip_protocol: "-1" };
    expect(all("aws_vpc_security_group_ingress_rule")).toContainEqual(expect.objectContaining(itself));
    expect(one("aws_vpc_security_group_egress_rule")).toMatchObject(itself);
  });

  it("lets nothing else in", () => {
    const rules = all("aws_vpc_security_group_ingress_rule").filter(
      ({ security_group_id }) => security_group_id === id,
    );
    expect(rules).toHaveLength(1);
  });
});

describe("a network with NAT", () => {
  const nat = network({ egress: "nat" });

  it("leads out by a gateway that stands alone in a subnet of the GPU zone", () => {
    const [subnet = "", ...more] = subnetNames(nat, "nat-ap");
    expect(more).toEqual([]);
    expect(nat.body["resource"].aws_subnet[subnet]).toMatchObject({
      availability_zone: "ap-southeast-5a",
      map_public_ip_on_launch: false,
    });
    expect(target(nat.one("aws_nat_gateway")["subnet_id"])).toBe(subnet);
    const users = nat.all("aws_vpc_endpoint").flatMap(({ subnet_ids = [] }) => subnet_ids.map(target));
    expect(users).not.toContain(subnet);
  });

  it("has a route to the internet gateway from that subnet alone", () => {
    const [subnet = ""] = subnetNames(nat, "nat-ap");
    const open = nat.all("aws_route").filter(({ gateway_id }) => gateway_id !== undefined);
    expect(open).toEqual(routesOf(nat, subnet));
    for (const name of [...subnetNames(nat, "gpu"), ...subnetNames(nat, "private")]) {
      expect(routesOf(nat, name).map(({ nat_gateway_id }) => nat_gateway_id)).toEqual([
        expect.stringMatching(/^\$\{aws_nat_gateway\./),
      ]);
    }
  });

  it("leads out of each zone by its own gateway, when asked", () => {
    const perZone = network({ egress: "nat", natGateways: "per-zone" });
    expect(perZone.all("aws_nat_gateway")).toHaveLength(2);
    const exits = ["gpu", "private-ap-southeast-5a", "private-ap-southeast-5b"].map(
      (word) => routesOf(perZone, subnetNames(perZone, word)[0] ?? "")[0]?.["nat_gateway_id"],
    );
    expect(exits[0]).toBe(exits[1]);
    expect(exits[0]).not.toBe(exits[2]);
  });

  it("keeps the addresses that it had when it was closed", () => {
    const inside = (one: Synthesized) =>
      [...subnetNames(one, "gpu"), ...subnetNames(one, "private")].map(
        (name) => one.body["resource"].aws_subnet[name].cidr_block,
      );
    expect(inside(nat)).toEqual(inside(network()));
  });
});

describe("a network with inspection", () => {
  const allowedDomains = ["huggingface.co", ".pypi.org", "huggingface.co"];
  const inspected = network({ egress: "inspection", allowedDomains });
  const [firewall = ""] = subnetNames(inspected, "firewall-ap");
  const [nat = ""] = subnetNames(inspected, "nat-ap");
  const endpoint = expect.stringMatching(
    /^\$\{one\(\[for state in aws_networkfirewall_firewall\.\S+\.firewall_status\[0\]\.sync_states : state\.attachment\[0\]\.endpoint_id if state\.availability_zone == "ap-southeast-5a"\]\)\}$/,
  );

  it("sends what leaves to the firewall, and from there to the gateway", () => {
    for (const name of [...subnetNames(inspected, "gpu"), ...subnetNames(inspected, "private")]) {
      expect(routesOf(inspected, name)).toEqual([
        expect.objectContaining({ destination_cidr_block: "0.0.0.0/0", vpc_endpoint_id: endpoint }),
      ]);
    }
    expect(routesOf(inspected, firewall)).toEqual([
      expect.objectContaining({ destination_cidr_block: "0.0.0.0/0", nat_gateway_id: expect.anything() }),
    ]);
  });

  it("sends what comes back to the firewall, for every subnet", () => {
    const back = routesOf(inspected, nat).filter(({ gateway_id }) => gateway_id === undefined);
    expect(back).toHaveLength(3);
    for (const route of back) expect(route["vpc_endpoint_id"]).toEqual(endpoint);
    const subnets = back.map(({ destination_cidr_block }) => target(destination_cidr_block));
    expect(subnets.sort()).toEqual(
      [...subnetNames(inspected, "gpu"), ...subnetNames(inspected, "private")].sort(),
    );
  });

  it("passes TLS to the domains of the list and drops the rest", () => {
    const [first, second] = inspected.one("aws_networkfirewall_firewall_policy")["firewall_policy"]
      .stateful_rule_group_reference;
    expect([target(first.resource_arn), target(second.resource_arn)]).toEqual([
      expect.stringContaining("https"),
      expect.stringContaining("domains"),
    ]);
    expect(first.priority).toBeLessThan(second.priority);
    const groups = inspected
      .all("aws_networkfirewall_rule_group")
      .map(({ rule_group }) => rule_group.rules_source);
    expect(groups).toContainEqual({
      rules_source_list: {
        generated_rules_type: "ALLOWLIST",
        target_types: ["TLS_SNI"],
        targets: [".pypi.org", "huggingface.co"],
      },
    });
    expect(inspected.one("aws_networkfirewall_firewall_policy")["firewall_policy"]).toMatchObject({
      stateful_default_actions: ["aws:drop_established", "aws:alert_established"],
      stateful_engine_options: { rule_order: "STRICT_ORDER", stream_exception_policy: "DROP" },
    });
  });

  it("keeps rules, firewall and logs under the boundary's key", () => {
    for (const type of [
      "aws_networkfirewall_firewall",
      "aws_networkfirewall_firewall_policy",
      "aws_networkfirewall_rule_group",
    ]) {
      for (const { encryption_configuration } of inspected.all(type)) {
        expect(encryption_configuration).toEqual({
          type: "CUSTOMER_KMS",
          key_id: expect.stringMatching(/^\$\{aws_kms_key\.malaysia_key_/),
        });
      }
    }
    for (const { kms_key_id } of inspected.all("aws_cloudwatch_log_group")) {
      expect(kms_key_id).toMatch(/^\$\{aws_kms_key\.malaysia_key_/);
    }
  });
});

describe("every network", () => {
  it.each(["closed", "nat", "inspection"] as const)(
    "that is %s keeps everything in the boundary's region",
    (egress) => {
      const { body } = network({ egress, ...(egress === "inspection" && { allowedDomains: ["pypi.org"] }) });
      for (const [type, resources] of Object.entries<Record<string, { provider?: string; region?: string }>>(
        body["resource"],
      )) {
        for (const { provider, region } of Object.values(resources)) {
          expect([type, provider, region]).toEqual([type, "aws.malaysia-ap-southeast-5", undefined]);
        }
      }
      const regions = JSON.stringify(body).match(/\b[a-z]{2}-[a-z]+-\d\b/g) ?? [];
      expect(new Set(regions)).toEqual(new Set(["ap-southeast-5"]));
    },
  );

  it("gives public addresses and an open route to no subnet that machines stand in, whatever its props", () => {
    const egress = fc.constantFrom("closed" as const, "nat" as const, "inspection" as const);
    const zones = fc.constantFrom(["a"], ["b", "a"], ["a", "b", "c"]);
    fc.assert(
      fc.property(egress, zones, fc.boolean(), (mode, names, perZone) => {
        const one = network({
          zones: names,
          egress: mode,
          ...(mode !== "closed" && perZone && { natGateways: "per-zone" }),
          ...(mode === "inspection" && { allowedDomains: ["pypi.org"] }),
        });
        for (const subnet of one.all("aws_subnet")) expect(subnet["map_public_ip_on_launch"]).toBe(false);
        const machines = [...subnetNames(one, "gpu"), ...subnetNames(one, "private")];
        expect(machines).toHaveLength(names.length + 1);
        for (const name of machines) {
          for (const route of routesOf(one, name)) expect(route["gateway_id"]).toBeUndefined();
        }
        const blocks = one.all("aws_subnet").map(({ cidr_block }) => readBlock(cidr_block));
        for (const [at, block] of blocks.entries()) {
          for (const other of blocks.slice(at + 1))
            expect(block && other && overlap(block, other)).toBe(false);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("addresses from IPAM", () => {
  it("are cut as Terraform learns them", () => {
    const { one, all } = network({ cidr: undefined, ipamPoolId: "ipam-pool-1", prefix: 17 } as never);
    expect(one("aws_vpc")).toMatchObject({ ipv4_ipam_pool_id: "ipam-pool-1", ipv4_netmask_length: 17 });
    expect(one("aws_vpc")["cidr_block"]).toBeUndefined();
    expect(all("aws_subnet").map(({ cidr_block }) => cidr_block)).toEqual(
      [0, 1, 2].map((index) =>
        expect.stringMatching(
          new RegExp(`^\\$\\{cidrsubnet\\(aws_vpc\\..+\\.cidr_block, 3, ${index}\\)\\}$`),
        ),
      ),
    );
  });
});

describe("a GPU zone that is a Local Zone", () => {
  const stack = newStack();
  const boundary = new RegionalBoundary(stack, "us", { region: "us-east-1", accounts: [account] });
  const local = new GpuNetwork(boundary, "network", { ...plan, gpuZone: "us-east-1-dfw-2a", egress: "nat" });
  const made = synthesized(stack);

  it("is opted into before its subnet is made", () => {
    expect(made.one("aws_ec2_availability_zone_group")).toMatchObject({
      group_name: "us-east-1-dfw-2",
      opt_in_status: "opted-in",
    });
    const gpu = made.all("aws_subnet").find((one) => one["availability_zone"] === local.zone);
    expect(gpu?.["depends_on"]).toEqual([expect.stringMatching(/^aws_ec2_availability_zone_group\./)]);
  });

  it("leaves by an Availability Zone", () => {
    expect(made.all("aws_nat_gateway")).toHaveLength(1);
    expect(subnetNames(made, "nat-us-east-1a")).toHaveLength(1);
    expect(routesOf(made, subnetNames(made, "gpu")[0] ?? "")).toHaveLength(1);
  });
});

describe("a network is refused", () => {
  const token = new TerraformVariable(newStack(), "variable", {}).stringValue;

  it.each<[string, Partial<GpuNetworkProps>, RegExp]>([
    [
      "a zone of another region",
      { zones: ["a", "us-east-1b"] },
      /zone "us-east-1b" is not one of ap-southeast-5/,
    ],
    ["no zone", { zones: [] }, /zones is empty; name at least one zone, and two for EKS/],
    ["a zone named twice", { zones: ["a", "ap-southeast-5a"] }, /zones has "ap-southeast-5a" twice/],
    ["a GPU zone without endpoints", { gpuZone: "c" }, /gpuZone "ap-southeast-5c" is not among zones/],
    ["a public network", { cidr: "8.8.0.0/16" }, /cidr "8.8.0.0\/16" is not a private IPv4 network/],
    ["host bits", { cidr: "10.40.1.0/16" }, /its host bits zero/],
    [
      "a network larger than AWS offers",
      { cidr: "10.0.0.0/8" },
      /a network of prefix \/8 is none that AWS offers; use \/16 to \/28/,
    ],
    [
      "a network known only to Terraform",
      { cidr: token },
      /cidr is known only to Terraform, so overlaps would go unseen/,
    ],
    [
      "two sources of addresses",
      { ipamPoolId: "ipam-pool-1" },
      /wants its addresses from cidr or from ipamPoolId; give one/,
    ],
    ["a prefix beside a network", { prefix: 16 }, /prefix is 16 beside cidr "10.40.0.0\/16"/],
    [
      "subnets that do not fit",
      { cidr: "10.40.0.0/19" },
      /a \/19 network does not hold a GPU subnet of \/20, 2 subnets of \/20 and 2 pairs of \/28; give a larger network or smaller subnets/,
    ],
    ["a GPU subnet too small", { gpuSubnetPrefix: 24 }, /gpuSubnetPrefix is 24; give a prefix from 16 to 20/],
    [
      "domains that nobody reads",
      { allowedDomains: ["pypi.org"] },
      /allowedDomains is given but egress is "closed"/,
    ],
    ["inspection of nothing", { egress: "inspection" }, /egress is "inspection" without allowedDomains/],
    [
      "a domain that is a pattern",
      { egress: "inspection", allowedDomains: ["*.pypi.org"] },
      /domain "\*.pypi.org" is none; write "pypi.org" for one host or ".pypi.org"/,
    ],
    [
      "an unknown mode",
      { egress: "open" as never },
      /egress "open" is not known; choose "closed", "nat" or "inspection"/,
    ],
    ["gateways of a closed network", { natGateways: "one" }, /natGateways is "one" but egress is "closed"/],
    [
      "a service's long name",
      { interfaceEndpoints: ["com.amazonaws.us-east-1.sts"] },
      /write the service's short name/,
    ],
    ["S3 as an interface", { interfaceEndpoints: ["s3"] }, /which the gateway endpoint serves/],
    [
      "a retention that is not offered",
      { flowLogRetentionDays: 31 },
      /flowLogRetentionDays is 31; CloudWatch Logs keeps events for 1, 3, 5/,
    ],
  ])("for %s", (_, props, message) => {
    expect(() => network(props)).toThrow(message);
  });

  it("for addresses of another network of the app, in another stack and boundary too", () => {
    const app = new App();
    new GpuNetwork(malaysia(newStack("one", app)), "network", plan);
    const frankfurt = new RegionalBoundary(newStack("two", app), "eu", {
      region: "eu-central-1",
      accounts: [account],
    });
    expect(() => new GpuNetwork(frankfurt, "network", { ...plan, cidr: "10.40.128.0/17" })).toThrow(
      'GpuNetwork "two/eu/network": cidr "10.40.128.0/17" overlaps "10.40.0.0/16" of "one/malaysia/network"; networks of one app get distinct addresses, so that they can be joined.',
    );
    new GpuNetwork(frankfurt, "beside", { ...plan, cidr: "10.41.0.0/16" });
  });

  it("outside a boundary", () => {
    expect(() => new GpuNetwork(newStack(), "network", plan)).toThrow(/stands in no RegionalBoundary/);
  });
});
