import { typedByEc2, typedResources, untyped } from "./actions";
import type { Deny } from "./deny";
import { anyAccelerated, type Family, generationPatterns, ofSageMaker, unknownGenerations } from "./machines";
import type { Guard } from "./pack";
import type { Reach, Restricted } from "./reach";
import type { Condition } from "./statement";

/** A name of a Local or Wavelength Zone: `us-east-1-dfw-1a`, where a region's own is `us-east-1a`. */
export const EDGE_ZONE = "*-*-*-*";

/** What keeps machines out of places, for every account of the organization. */
export function acceleratorGuards(reach: Reach, deny: Deny): Guard[] {
  return [
    ...reach.restricted.flatMap((group) => restrictedGuards(group, reach.families, deny)),
    ...zoneGuards(reach.restricted, deny),
    ...unknownGuards(reach.families, deny),
    ...openGuards(reach.open, deny),
    deny("zone-opt-in", { Action: "ec2:ModifyAvailabilityZoneGroup" }),
    deny("leave-organization", { Action: "organizations:LeaveOrganization" }),
  ];
}

/** Families that may not stand in every region. */
function restrictedGuards({ families, regions }: Restricted, known: readonly Family[], deny: Deny): Guard[] {
  const outside = outsideOf(regions);
  return [
    deny("machine-type", {
      Action: typedByEc2,
      on: typedResources,
      when: { StringLike: { "ec2:InstanceType": patternsOf(families) }, ...outside },
    }),
    ...severalTypes(generationPatterns(families, known), outside, deny),
  ];
}

/** One statement for all restricted families: where one of them may not stand, none may. */
function zoneGuards(restricted: readonly Restricted[], deny: Deny): Guard[] {
  if (restricted.length === 0) return [];
  const [first = [], ...others] = restricted.map(({ zones }) => zones);
  const zones = first.filter((zone) => others.every((list) => list.includes(zone)));
  const families = restricted.flatMap((group) => group.families);
  return [
    deny("zone-machine-type", {
      Action: typedByEc2,
      on: typedResources,
      when: {
        StringLike: { "ec2:InstanceType": patternsOf(families), "ec2:AvailabilityZone": EDGE_ZONE },
        ...(zones.length > 0 && { StringNotLike: { "ec2:AvailabilityZone": zones } }),
      },
    }),
  ];
}

/** Families that nobody knows. */
function unknownGuards(known: readonly Family[], deny: Deny): Guard[] {
  return [
    deny("unknown-machine-type", {
      Action: typedByEc2,
      on: typedResources,
      when: {
        StringLike: { "ec2:InstanceType": anyAccelerated() },
        StringNotLike: { "ec2:InstanceType": patternsOf(known) },
      },
    }),
    ...severalTypes(unknownGenerations(known), {}, deny),
  ];
}

/** Keys with several values. */
function severalTypes(patterns: readonly string[], outside: Condition, deny: Deny): Guard[] {
  return [
    deny("sagemaker-type", {
      // Only calls that bring machines carry the key, those of later versions included.
      Action: "sagemaker:*",
      when: { "ForAnyValue:StringLike": { "sagemaker:InstanceTypes": ofSageMaker(patterns) }, ...outside },
    }),
    deny("autoscaling-type", {
      Action: ["autoscaling:CreateAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup"],
      when: { "ForAnyValue:StringLike": { "autoscaling:InstanceTypes": patterns }, ...outside },
    }),
  ];
}

/** What may happen only where every machine may stand. */
function openGuards(open: readonly string[], deny: Deny): Guard[] {
  const outside = outsideOf(open);
  return [
    deny("no-machine-type", {
      Action: typedByEc2,
      on: typedResources,
      when: { Null: { "ec2:InstanceType": "true" }, ...outside },
    }),
    deny("codebuild-type", {
      Action: ["codebuild:CreateFleet", "codebuild:UpdateFleet"],
      when: { StringLike: { "codebuild:computeConfiguration.instanceType": anyAccelerated() }, ...outside },
    }),
    deny("codebuild-type", {
      Action: ["codebuild:CreateProject", "codebuild:UpdateProject"],
      when: {
        StringLike: { "codebuild:environment.computeConfiguration.instanceType": anyAccelerated() },
        ...outside,
      },
    }),
    deny("codebuild-type", {
      Action: ["codebuild:CreateFleet", "codebuild:UpdateFleet"],
      when: { StringLike: { "codebuild:environmentType": "*GPU*" }, ...outside },
    }),
    deny("codebuild-type", {
      Action: [
        "codebuild:CreateProject",
        "codebuild:StartBuild",
        "codebuild:StartBuildBatch",
        "codebuild:UpdateProject",
      ],
      when: { StringLike: { "codebuild:environment.type": "*GPU*" }, ...outside },
    }),
    deny("launch-configuration", {
      Action: "autoscaling:CreateLaunchConfiguration",
      when: { StringLike: { "autoscaling:InstanceType": anyAccelerated() } },
    }),
    deny("untyped-calls", { Action: untyped, when: outside }),
    deny("quota", {
      Action: [
        "servicequotas:PutServiceQuotaIncreaseRequestIntoTemplate",
        "servicequotas:RequestServiceQuotaIncrease",
      ],
      when: { StringEquals: { "servicequotas:service": ["ec2", "sagemaker"] }, ...outside },
    }),
    regionOptIn(open, deny),
  ];
}

export function regionOptIn(regions: readonly string[], deny: Deny): Guard {
  return deny("region-opt-in", {
    Action: "account:EnableRegion",
    when: regions.length === 0 ? {} : { StringNotEquals: { "account:TargetRegion": regions } },
  });
}

/** Everywhere, where no region is permitted. */
export function outsideOf(regions: readonly string[]): Condition {
  return regions.length === 0 ? {} : { StringNotEquals: { "aws:RequestedRegion": regions } };
}

function patternsOf(families: readonly Family[]): string[] {
  return families.flatMap(({ patterns }) => patterns);
}
