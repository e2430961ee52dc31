import { type App, TerraformStack } from "cdktf";
import { Backbone, GpuNetwork, RegionalBoundary } from "../../../lib/constructs";

const accounts = ["123456789012"];

/** Three sites, two of them joined, and a network of another stack on one of these. */
export function backbone(app: App): TerraformStack[] {
  const stack = new TerraformStack(app, "backbone");
  const [frankfurt, stockholm, malaysia] = [
    { name: "eu", region: "eu-central-1", countries: ["DE", "SE"] },
    { name: "eu", region: "eu-north-1", countries: ["DE", "SE"] },
    { name: "malaysia", region: "ap-southeast-5" },
  ].map((props) => new RegionalBoundary(stack, props.region, { ...props, accounts })) as [
    RegionalBoundary,
    RegionalBoundary,
    RegionalBoundary,
  ];
  const joined = new Backbone(stack, "backbone", {
    sites: [
      { boundary: frankfurt, asn: 64512, cidrs: ["10.40.0.0/16"] },
      { boundary: stockholm, asn: 64513, cidrs: ["10.41.0.0/16"] },
      { boundary: malaysia, asn: 64514, cidrs: ["10.42.0.0/16"] },
    ],
    peerings: [[frankfurt, stockholm]],
  });

  const site = new TerraformStack(app, "frankfurt");
  const boundary = new RegionalBoundary(site, "boundary", {
    name: "eu",
    region: "eu-central-1",
    countries: ["DE", "SE"],
    accounts,
    accountDefaults: false,
  });
  joined.attach(
    new GpuNetwork(boundary, "network", { zones: ["a"], cidr: "10.40.0.0/16", interfaceEndpoints: [] }),
  );
  return [stack, site];
}
