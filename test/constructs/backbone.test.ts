import { App, type TerraformStack } from "cdktf";
import fc from "fast-check";
import { Backbone, type BackboneProps, GpuNetwork, RegionalBoundary } from "../../lib/constructs";
import { latencyFloor } from "../../lib/constructs/backbone/latency";
import { account, newStack, synthesized } from "./synthesized";

const eu = { name: "eu", countries: ["DE", "SE"], accounts: [account] };

/** Frankfurt and Stockholm in one boundary, Malaysia in another. */
function sites(stack: TerraformStack) {
  const frankfurt = new RegionalBoundary(stack, "frankfurt", { region: "eu-central-1", ...eu });
  const stockholm = new RegionalBoundary(stack, "stockholm", { region: "eu-north-1", ...eu });
  const malaysia = new RegionalBoundary(stack, "malaysia", { region: "ap-southeast-5", accounts: [account] });
  return { frankfurt, stockholm, malaysia };
}

type Places = ReturnType<typeof sites>;

function joined(props: (places: Places) => Partial<BackboneProps> = () => ({}), stack = newStack()) {
  const places = sites(stack);
  const { frankfurt, stockholm, malaysia } = places;
  const backbone = new Backbone(stack, "backbone", {
    sites: [
      { boundary: frankfurt, asn: 64512, cidrs: ["10.40.0.0/16", "10.50.0.0/16"] },
      { boundary: stockholm, asn: 64513, cidrs: ["10.41.0.0/16"] },
      { boundary: malaysia, asn: 64514, cidrs: ["10.42.0.0/16"] },
    ],
    peerings: [[frankfurt, stockholm]],
    ...props(places),
  });
  return { ...places, backbone, stack };
}

const flow = (from: string, to: string) => ({
  from,
  to,
  purpose: "checkpoints of a public model",
  authorization: "transfer assessment 2026-14",
});

/** Routes as `table → block: attachment or blackhole`, sorted. */
function routesOf(stack: TerraformStack): string[] {
  return synthesized(stack)
    .all("aws_ec2_transit_gateway_route")
    .map(({ transit_gateway_route_table_id: table, destination_cidr_block: block, ...route }) => {
      const [, site] = /aws_ec2_transit_gateway_route_table\.(\w+?)_/.exec(table) ?? [];
      expect(route["blackhole"] === true).toBe(route["transit_gateway_attachment_id"] === undefined);
      return `${site} → ${block}: ${route["blackhole"] === true ? "blackhole" : "attachment"}`;
    })
    .sort();
}

describe("a backbone", () => {
  it("has one gateway and one route table a site, with nothing by default", () => {
    const { all } = synthesized(joined().stack);
    const gateways = all("aws_ec2_transit_gateway");
    expect(gateways.map(({ amazon_side_asn: asn, provider }) => [asn, provider])).toEqual([
      [64512, "aws.eu-eu-central-1"],
      [64514, "aws.malaysia-ap-southeast-5"],
      [64513, "aws.eu-eu-north-1"],
    ]);
    for (const gateway of gateways)
      expect(gateway).toMatchObject({
        auto_accept_shared_attachments: "disable",
        default_route_table_association: "disable",
        default_route_table_propagation: "disable",
      });
    expect(all("aws_ec2_transit_gateway_route_table")).toHaveLength(3);
  });

  it("peers the pairs that are named, from one region to the other", () => {
    const { one, all } = synthesized(joined().stack);
    expect(one("aws_ec2_transit_gateway_peering_attachment")).toMatchObject({
      provider: "aws.eu-eu-central-1",
      peer_region: "eu-north-1",
      peer_account_id: account,
    });
    expect(one("aws_ec2_transit_gateway_peering_attachment_accepter")).toMatchObject({
      provider: "aws.eu-eu-north-1",
    });
    const tables = all("aws_ec2_transit_gateway_route_table_association");
    expect(tables.map(({ provider }) => provider).sort()).toEqual([
      "aws.eu-eu-central-1",
      "aws.eu-eu-north-1",
    ]);
  });

  it("routes both ways where sites are joined, and drops everything else, both ways", () => {
    expect(routesOf(joined().stack)).toEqual([
      "frankfurt → 10.41.0.0/16: attachment",
      "frankfurt → 10.42.0.0/16: blackhole",
      "malaysia → 10.40.0.0/16: blackhole",
      "malaysia → 10.41.0.0/16: blackhole",
      "malaysia → 10.50.0.0/16: blackhole",
      "stockholm → 10.40.0.0/16: attachment",
      "stockholm → 10.42.0.0/16: blackhole",
      "stockholm → 10.50.0.0/16: attachment",
    ]);
  });

  it("keeps flow logs of every gateway in its region, under its boundary's key", () => {
    const { all } = synthesized(joined().stack);
    const providers = ["aws.eu-eu-central-1", "aws.eu-eu-north-1", "aws.malaysia-ap-southeast-5"];
    expect(
      all("aws_flow_log")
        .map(({ provider }) => provider)
        .sort(),
    ).toEqual(providers);
    for (const group of all("aws_cloudwatch_log_group"))
      expect(group["kms_key_id"]).toMatch(/^\$\{aws_kms_key\.(frankfurt|stockholm|malaysia)_key_\w+\.arn\}$/);
  });

  it("tells the largest packet and the floor of a round trip, where it was computed", () => {
    const { backbone } = joined();
    expect(backbone.peerings.map(({ mtu, latencyFloor: floor }) => [mtu, floor])).toEqual([
      [8500, undefined],
    ]);
    expect(latencyFloor("eu-central-1", "us-east-1")).toMatchObject({ milliseconds: 64 });
    expect(latencyFloor("us-east-1", "eu-central-1")).toEqual(latencyFloor("eu-central-1", "us-east-1"));
  });
});

describe("boundaries that differ", () => {
  const across = ({ frankfurt, malaysia }: Places) => ({ peerings: [[frankfurt, malaysia] as const] });

  it("are not joined without a flow each way", () => {
    expect(() => joined(across)).toThrow('lets data of "eu" into MY, beyond its boundary; declare the flow');
    expect(() => joined((places) => ({ ...across(places), flows: [flow("eu", "malaysia")] }))).toThrow(
      'lets data of "malaysia" into DE, SE',
    );
  });

  it("are joined with one each way", () => {
    const flows = [flow("eu", "malaysia"), flow("malaysia", "eu")];
    const { stack } = joined((places) => ({ ...across(places), flows }));
    expect(routesOf(stack)).toContain("malaysia → 10.40.0.0/16: attachment");
  });

  it("may not be those of other accounts either", () => {
    const stack = newStack();
    const [one, other] = ["111122223333", account].map(
      (id) => new RegionalBoundary(stack, `b${id}`, { region: "eu-central-1", accounts: [id] }),
    ) as [RegionalBoundary, RegionalBoundary];
    const make = () =>
      new Backbone(stack, "backbone", {
        sites: [
          { boundary: one, asn: 64512, cidrs: ["10.0.0.0/16"] },
          { boundary: other, asn: 64513, cidrs: ["10.1.0.0/16"] },
        ],
        peerings: [[one, other]],
      });
    expect(make).toThrow(`into ${account}, beyond its boundary`);
  });

  it.each([
    [[flow("eu", "malaysia")], 'the flow from "eu" to "malaysia" is needed by no peering; remove it'],
    [[flow("eu", "japan")], 'a flow names "japan", which is no boundary of sites'],
    [[{ ...flow("eu", "malaysia"), authorization: " " }], "lacks its purpose or authorization"],
  ])("have flows that are checked: %j", (flows, sentence) => {
    expect(() => joined(() => ({ flows }))).toThrow(sentence);
  });
});

describe("a backbone is refused", () => {
  const change = (at: number, site: object) => () => {
    const stack = newStack();
    const { frankfurt, stockholm } = sites(stack);
    const good = [
      { boundary: frankfurt, asn: 64512, cidrs: ["10.40.0.0/16"] },
      { boundary: stockholm, asn: 64513, cidrs: ["10.41.0.0/16"] },
    ];
    const changed = good.map((one, i) => (i === at ? { ...one, ...site } : one));
    new Backbone(stack, "backbone", { sites: changed, peerings: [] });
  };

  it.each([
    [change(1, { asn: 64512 }), 'asn 64512 is given to "eu" and to "eu"'],
    [change(1, { asn: 65535 }), 'asn 65535 of "eu" is not for private use'],
    [change(1, { asn: 7224 }), "asn 7224"],
    [change(1, { cidrs: ["10.40.128.0/20"] }), 'cidr 10.40.128.0/20 of "eu" overlaps 10.40.0.0/16'],
    [change(1, { cidrs: [] }), "has no cidrs"],
    [change(1, { cidrs: ["8.8.0.0/16"] }), 'cidr "8.8.0.0/16" of "eu" is no private IPv4 block'],
    [change(1, { cidrs: ["10.41.0.1/16"] }), "is no private IPv4 block"],
  ])("for its sites (%#)", (make, sentence) => {
    expect(make).toThrow(sentence);
  });

  it("with one site, a site of another stack, or one listed twice", () => {
    const app = new App();
    const [here, there] = [newStack("here", app), newStack("there", app)];
    const frankfurt = new RegionalBoundary(here, "frankfurt", { region: "eu-central-1", ...eu });
    const away = new RegionalBoundary(there, "stockholm", { region: "eu-north-1", ...eu });
    const site = { boundary: frankfurt, asn: 64512, cidrs: ["10.40.0.0/16"] };
    const other = { boundary: away, asn: 64513, cidrs: ["10.41.0.0/16"] };
    const make = (id: string, all: BackboneProps["sites"]) => () =>
      new Backbone(here, id, { sites: all, peerings: [] });
    expect(make("a", [site])).toThrow("sites has 1; a backbone joins at least two");
    expect(make("b", [site, other])).toThrow("is in another stack");
    expect(make("c", [site, { ...site, asn: 64513, cidrs: ["10.41.0.0/16"] }])).toThrow(
      "is listed twice in sites",
    );
  });

  it("for a peering with itself, listed twice, or with what is no site", () => {
    expect(() => joined(({ frankfurt }) => ({ peerings: [[frankfurt, frankfurt]] }))).toThrow(
      "joins a site with itself",
    );
    const twice = ({ frankfurt, stockholm }: Places): Partial<BackboneProps> => ({
      peerings: [
        [frankfurt, stockholm],
        [stockholm, frankfurt],
      ],
    });
    expect(() => joined(twice)).toThrow("is listed twice");
    const stranger = new RegionalBoundary(newStack(), "japan", {
      region: "ap-northeast-1",
      accounts: [account],
    });
    expect(() => joined(({ frankfurt }) => ({ peerings: [[frankfurt, stranger]] }))).toThrow(
      "is not in sites",
    );
  });
});

describe("a network that is attached", () => {
  function attached(cidr: string, boundary = { region: "eu-central-1", ...eu }) {
    const app = new App();
    const { backbone } = joined(undefined, newStack("backbone", app));
    const site = newStack("site", app);
    const home = new RegionalBoundary(site, "home", { ...boundary, accountDefaults: false });
    backbone.attach(new GpuNetwork(home, "network", { zones: ["a", "b"], cidr }));
    return site;
  }

  it("joins the gateway of its boundary and region, in its own stack, and is routed back to", () => {
    const { one, all } = synthesized(attached("10.40.0.0/16"));
    const attachment = one("aws_ec2_transit_gateway_vpc_attachment");
    expect(attachment["transit_gateway_id"]).toMatch(/^\$\{data\.terraform_remote_state\./);
    expect(attachment["subnet_ids"]).toHaveLength(2);
    expect(one("aws_ec2_transit_gateway_route")).toMatchObject({ destination_cidr_block: "10.40.0.0/16" });
    const routes = all("aws_route").filter((route) => route["transit_gateway_id"] !== undefined);
    expect(new Set(routes.map((route) => route["destination_cidr_block"]))).toEqual(
      new Set(["10.41.0.0/16"]),
    );
    expect(routes).toHaveLength(3);
  });

  it("has to lie in the site's blocks, and in a boundary of a site", () => {
    expect(() => attached("10.60.0.0/16")).toThrow(
      "is in none of the site's cidrs (10.40.0.0/16, 10.50.0.0/16)",
    );
    const japan = { name: "japan", region: "ap-northeast-1", accounts: [account] } as unknown as typeof eu & {
      region: string;
    };
    expect(() => attached("10.40.0.0/16", japan)).toThrow("which is no site");
  });
});

it("routes or drops between any two sites, never both and never neither, whatever is joined", () => {
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  fc.assert(
    fc.property(fc.subarray([0, 1, 2]), (chosen) => {
      const stack = newStack();
      const { frankfurt, stockholm, malaysia } = sites(stack);
      const all = [frankfurt, stockholm, malaysia];
      const at = (i: number) => all[i] as RegionalBoundary;
      const picked = chosen.map((i) => pairs[i] as readonly [number, number]);
      const flows = picked.some((pair) => pair.includes(2))
        ? [flow("eu", "malaysia"), flow("malaysia", "eu")]
        : [];
      new Backbone(stack, "backbone", {
        sites: all.map((boundary, i) => ({ boundary, asn: 64512 + i, cidrs: [`10.${40 + i}.0.0/16`] })),
        peerings: picked.map(([a, b]) => [at(a), at(b)] as const),
        flows,
      });
      const routes = routesOf(stack);
      expect(routes).toHaveLength(6);
      for (const [a, b] of pairs)
        for (const [here, there] of [
          [a, b],
          [b, a],
        ] as const) {
          const met = picked.some((pair) => pair.includes(here) && pair.includes(there));
          const route = `${at(here).node.id} → 10.${40 + there}.0.0/16: ${met ? "attachment" : "blackhole"}`;
          expect(routes).toContain(route);
        }
    }),
    { numRuns: 8 },
  );
});
