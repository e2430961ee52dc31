import type { Boundary } from "../policy/policy";
import { EDGE_ZONE, outsideOf, regionOptIn } from "./accelerators";
import { blindCopies, blindSharing, blindWays, worldwide, zoned } from "./actions";
import type { Deny } from "./deny";
import type { Guard } from "./pack";
import { partitionRegions, zonePatterns } from "./reach";

/** A boundary as AWS sees it. */
export interface Bounds {
  readonly name: string;
  /** At least one. */
  readonly regions: readonly string[];
  /** IAM patterns of names of Local and Wavelength Zones inside. */
  readonly zones: readonly string[];
  /** Null: not limited. */
  readonly accounts: readonly string[] | null;
}

export function boundsOf({ name, countries, accounts }: Boundary): Bounds {
  const isInside = ({ country }: { readonly country: string | null }) =>
    country !== null && countries.includes(country);
  const regions = partitionRegions();
  return {
    name,
    regions: regions.filter(isInside).map(({ code }) => code),
    zones: zonePatterns(regions.flatMap(({ zones }) => zones).filter(isInside)),
    // Other clouds name theirs otherwise.
    accounts: accounts?.filter((account) => /^\d{12}$/.test(account)) ?? null,
  };
}

/** What keeps the data of a boundary's accounts inside. */
export function boundaryGuards(bounds: Bounds, deny: Deny): Guard[] {
  return [
    ...placeGuards(bounds, deny),
    ...copyGuards(bounds, deny),
    ...sharingGuards(bounds, deny),
    ...wayGuards(bounds, deny),
  ];
}

function placeGuards({ regions, zones }: Bounds, deny: Deny): Guard[] {
  return [
    deny("region", { NotAction: worldwide, when: outsideOf(regions) }),
    deny("zone", {
      Action: zoned,
      when: {
        StringLike: { "ec2:AvailabilityZone": EDGE_ZONE },
        ...(zones.length > 0 && { StringNotLike: { "ec2:AvailabilityZone": zones } }),
      },
    }),
    regionOptIn(regions, deny),
    deny("bucket-region", {
      Action: "s3:CreateBucket",
      when: givenOutside("s3:locationconstraint", regions),
    }),
    deny("stack-set", {
      Action: [
        "cloudformation:CreateStackInstances",
        "cloudformation:UpdateStackInstances",
        "cloudformation:UpdateStackSet",
      ],
      when: { "ForAnyValue:StringNotEquals": { "cloudformation:TargetRegion": regions } },
    }),
  ];
}

function copyGuards({ regions, accounts }: Bounds, deny: Deny): Guard[] {
  return [
    deny("key-replica", {
      Action: "kms:ReplicateKey",
      when: { StringNotEquals: { "kms:ReplicaRegion": regions } },
    }),
    deny("key-replica", {
      Action: "kms:UpdatePrimaryRegion",
      when: { StringNotEquals: { "kms:PrimaryRegion": regions } },
    }),
    deny("secret-replica", {
      Action: ["secretsmanager:CreateSecret", "secretsmanager:ReplicateSecretToRegions"],
      when: { "ForAnyValue:StringNotEquals": { "secretsmanager:AddReplicaRegions": regions } },
    }),
    deny("witness", {
      Action: ["dsql:CreateCluster", "dsql:PutWitnessRegion", "dsql:UpdateCluster"],
      when: givenOutside("dsql:WitnessRegion", regions),
    }),
    deny("copies", { Action: blindCopies }),
    ...arnGuards("backup", regions, accounts).map((arns) =>
      deny("backup-copy", {
        Action: "backup:CopyFromBackupVault",
        when: { "ForAnyValue:ArnNotLike": { "backup:CopyTargets": arns } },
      }),
    ),
  ];
}

function sharingGuards({ regions, accounts }: Bounds, deny: Deny): Guard[] {
  return [
    deny("sharing", { Action: blindSharing }),
    deny("sharing", {
      Action: "ec2:ModifySnapshotAttribute",
      when: givenOutside("ec2:Add/userId", accounts ?? []),
    }),
    deny("sharing", {
      Action: "ec2:ModifySnapshotAttribute",
      when: { Null: { "ec2:Add/group": "false" } },
    }),
    deny("sharing", {
      Action: ["ram:CreateResourceShare", "ram:UpdateResourceShare"],
      when: { Bool: { "ram:RequestedAllowsExternalPrincipals": "true" } },
    }),
    ...(accounts === null
      ? []
      : [
          deny("sharing", {
            Action: ["ram:AssociateResourceShare", "ram:CreateResourceShare"],
            when: { "ForAnyValue:StringNotEquals": { "ram:Principal": accounts } },
          }),
        ]),
    deny("sharing", {
      Action: "redshift:AuthorizeDataShare",
      when: givenOutside("redshift:ConsumerIdentifier", accounts ?? []),
    }),
    ...arnGuards("*", regions, accounts).map((arns) =>
      deny("targets", {
        Action: "events:PutTargets",
        when: { "ForAnyValue:ArnNotLike": { "events:TargetArn": arns } },
      }),
    ),
  ];
}

function wayGuards({ regions, accounts }: Bounds, deny: Deny): Guard[] {
  const connections = "arn:aws:ec2:*:*:vpc-peering-connection/*";
  return [
    deny("ways", { Action: blindWays }),
    ...arnGuards("ec2", regions, accounts).flatMap((arns) => [
      deny("peering", {
        Action: "ec2:CreateVpcPeeringConnection",
        on: connections,
        when: { ArnNotLike: { "ec2:AccepterVpc": arns } },
      }),
      deny("peering", {
        Action: "ec2:AcceptVpcPeeringConnection",
        on: connections,
        when: { ArnNotLike: { "ec2:RequesterVpc": arns } },
      }),
    ]),
    deny("private-link", {
      Action: ["ec2:CreateVpcEndpoint", "ec2:ModifyVpcEndpoint"],
      on: "arn:aws:ec2:*:*:vpc-endpoint/*",
      when: givenOutside("ec2:VpceServiceRegion", regions),
    }),
    deny("private-link", {
      Action: "ec2:CreateVpcEndpointServiceConfiguration",
      on: "arn:aws:ec2:*:*:vpc-endpoint-service/*",
      when: givenOutside("ec2:VpceMultiRegion", ["false"]),
    }),
    deny("private-link", {
      Action: "ec2:ModifyVpcEndpointServiceConfiguration",
      on: "arn:aws:ec2:*:*:vpc-endpoint-service/*",
      when: { "ForAnyValue:StringNotEquals": { "ec2:VpceSupportedRegion": regions } },
    }),
    deny("inference", {
      Action: ["bedrock:CreateInferenceProfile", "bedrock:InvokeModel*"],
      on: "arn:aws:bedrock:*:*:inference-profile/*",
    }),
  ];
}

/** The key is there and has a value beyond the list; any value where the list is empty. */
function givenOutside(key: string, values: readonly string[]) {
  return {
    Null: { [key]: "false" },
    ...(values.length > 0 && { StringNotEquals: { [key]: values } }),
  };
}

/**
 * ARNs of the regions, then ARNs of the accounts: what is denied outside of either is denied outside of their
 * combinations, in as many characters as a sum instead of a product.
 */
function arnGuards(
  service: string,
  regions: readonly string[],
  accounts: readonly string[] | null,
): string[][] {
  return [
    regions.map((region) => `arn:aws:${service}:${region}:*:*`),
    ...(accounts === null ? [] : [accounts.map((account) => `arn:aws:${service}:*:${account}:*`)]),
  ];
}
