import type { Request } from "../organization";
import { allowed, denied, host, inZone, machine, slots } from "./builders";

/** BH, HK and AE are where the rules block a United States company's H100; a me-west-1 is in no known country. */
export const machines: Request[] = [
  ...["me-south-1", "ap-east-1", "me-central-1", "me-west-1", "xx-new-1"].flatMap((region) => [
    denied("machine-type", "ec2:RunInstances", region, machine("p5.48xlarge")),
    denied("machine-type", "ec2:RunInstances", region, machine("p6-b200.48xlarge")),
    denied("machine-type", "ec2:RunInstances", region, machine("g6.xlarge")),
    denied("machine-type", "ec2:StartInstances", region, machine("p4d.24xlarge")),
    allowed("ec2:RunInstances", region, machine("m7i.large")),
    allowed("ec2:RunInstances", region, machine("u-6tb1.112xlarge")),
  ]),
  ...["eu-central-1", "us-east-1", "ap-southeast-5", "ap-northeast-1"].flatMap((region) => [
    allowed("ec2:RunInstances", region, machine("p5.48xlarge")),
    allowed("ec2:StartInstances", region, machine("p5en.48xlarge")),
    allowed("ec2:CreateFleet", region, machine("g6e.48xlarge")),
    denied("unknown-machine-type", "ec2:RunInstances", region, machine("p7.48xlarge")),
  ]),
  // The rules let what is below the thresholds stand anywhere.
  allowed("ec2:RunInstances", "me-south-1", machine("g4dn.xlarge")),
  allowed("ec2:RunInstances", "me-south-1", machine("g5.xlarge")),
  denied("machine-type", "ec2:CreateFleet", "me-south-1", machine("p5.48xlarge")),
  denied("machine-type", "ec2:RunInstances", "me-south-1", machine("u-p6e-gb200x72")),
  denied("machine-type", "ec2:RunInstances", "me-south-1", machine("trn2.48xlarge")),
  denied("machine-type", "ec2:CreateCapacityReservation", "me-south-1", slots("p5.48xlarge")),
  denied("machine-type", "ec2:CreateCapacityReservationBySplitting", "me-south-1", slots("p5.48xlarge")),
  denied("machine-type", "ec2:MoveCapacityReservationInstances", "me-south-1", slots("p5.48xlarge")),
  denied("machine-type", "ec2:AcceptCapacityReservationBillingOwnership", "me-south-1", slots("p5.48xlarge")),
  denied(
    "machine-type",
    "ec2:CreateInterruptibleCapacityReservationAllocation",
    "me-south-1",
    slots("p5.48xlarge"),
  ),
  denied("machine-type", "ec2:AllocateHosts", "me-south-1", host("p5.48xlarge")),
  allowed("ec2:CreateCapacityReservation", "eu-west-1", slots("p5.48xlarge")),
  allowed("ec2:CreateCapacityReservation", "me-south-1", slots("m7i.large")),
  allowed("ec2:AllocateHosts", "eu-west-1", host("p5.48xlarge")),
  allowed("ec2:AllocateHosts", "me-south-1", host("m7i.large")),
  // Who clears away is not in the way.
  allowed("ec2:TerminateInstances", "me-south-1", machine("p5.48xlarge")),
  allowed("ec2:StopInstances", "me-south-1", machine("p5.48xlarge")),
  allowed("ec2:RejectCapacityReservationBillingOwnership", "me-south-1", slots("p5.48xlarge")),
  // The other resources of the same call know no type.
  allowed("ec2:RunInstances", "me-south-1", { on: "subnet" }),
  allowed("ec2:RunInstances", "me-south-1", { on: "network-interface" }),
  // A host of a family, or a call without its type.
  denied("no-machine-type", "ec2:AllocateHosts", "me-south-1", { on: "dedicated-host" }),
  denied("no-machine-type", "ec2:RunInstances", "me-south-1", { on: "instance" }),
  allowed("ec2:AllocateHosts", "eu-west-1", { on: "dedicated-host" }),
];

/** Names that somebody may try, and names to come. */
export const strange: Request[] = [
  ...[
    "p7.48xlarge",
    "p10.xlarge",
    "g8.xlarge",
    "gr9.4xlarge",
    "trn4.32xlarge",
    "inf3.xlarge",
    "dl3.24xlarge",
    "vt2.6xlarge",
    "f3.2xlarge",
    "p5z.48xlarge",
    "u-p7e-gb300x72",
    "P5.48xlarge",
    "G6.xlarge",
    "Trn2.48xlarge",
    "P5.48XLARGE",
    "Inf2.xlarge",
    "U-p6e-gb200x72",
  ].map((type) => denied("unknown-machine-type", "ec2:RunInstances", "us-east-1", machine(type))),
  ...[
    "m8i.large",
    "c7gn.xlarge",
    "hpc7a.96xlarge",
    "x2idn.32xlarge",
    "r8g.large",
    "i4i.large",
    "mac2.metal",
    "t4g.nano",
    "u7i-12tb.224xlarge",
    "z1d.large",
    "d3en.xlarge",
  ].flatMap((type) => [
    allowed("ec2:RunInstances", "us-east-1", machine(type)),
    allowed("ec2:RunInstances", "me-south-1", machine(type)),
  ]),
  // A type set on a stopped instance is not seen; starting it is.
  allowed("ec2:ModifyInstanceAttribute", "me-south-1", machine("m7i.large")),
  denied("machine-type", "ec2:StartInstances", "me-south-1", machine("p5.48xlarge")),
  denied("machine-type", "ec2:RunInstances", "me-south-1", machine("p5.*")),
];

export const zones: Request[] = [
  denied(
    "zone-machine-type",
    "ec2:RunInstances",
    "ap-southeast-1",
    inZone("p5.48xlarge", "ap-southeast-1-han-1a"),
  ),
  denied("zone-machine-type", "ec2:RunInstances", "eu-central-1", inZone("g6.xlarge", "eu-central-1-new-1a")),
  denied("zone-machine-type", "ec2:StartInstances", "us-east-1", inZone("g6.xlarge", "us-east-1-hav-1a")),
  denied("zone-machine-type", "ec2:RunInstances", "us-east-1", inZone("g6.xlarge", "us-east-1-dfw-12a")),
  allowed("ec2:RunInstances", "us-east-1", inZone("g6.xlarge", "us-east-1-dfw-2a")),
  allowed("ec2:RunInstances", "us-east-1", inZone("g6.xlarge", "us-east-1-wl1-bos-wlz-1")),
  allowed("ec2:RunInstances", "us-east-1", inZone("p5.48xlarge", "us-east-1a")),
  allowed("ec2:RunInstances", "eu-central-1", inZone("p5.48xlarge", "eu-central-1c")),
  allowed("ec2:RunInstances", "ap-southeast-1", inZone("m7i.large", "ap-southeast-1-han-1a")),
  allowed("ec2:RunInstances", "me-south-1", inZone("g4dn.xlarge", "me-south-1-mct-1a")),
  denied("zone-opt-in", "ec2:ModifyAvailabilityZoneGroup", "ap-southeast-1"),
  denied("zone-opt-in", "ec2:ModifyAvailabilityZoneGroup", "us-east-1"),
  allowed("ec2:DescribeAvailabilityZones", "us-east-1"),
  denied("region-opt-in", "account:EnableRegion", "us-east-1", {
    context: { "account:TargetRegion": "me-south-1" },
  }),
  denied("region-opt-in", "account:EnableRegion", "us-east-1", {
    context: { "account:TargetRegion": "xx-new-1" },
  }),
  allowed("account:EnableRegion", "us-east-1", { context: { "account:TargetRegion": "ap-southeast-5" } }),
  allowed("account:DisableRegion", "us-east-1", { context: { "account:TargetRegion": "me-south-1" } }),
];
