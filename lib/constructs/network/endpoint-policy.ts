import { policyDocument, type Statement } from "../policy-document";
import type { RegionalBoundary } from "../regional-boundary";

/**
 * What may pass an endpoint: principals of the boundary's accounts, to resources of these accounts, and reading what
 * AWS itself offers to all in the same region.
 */
export function endpointPolicy(boundary: RegionalBoundary, service: string): string {
  return policyDocument([ownAccounts(boundary), ...(publicReads.get(service)?.(boundary) ?? [])]);
}

function ownAccounts({ accounts, organizationId }: RegionalBoundary): Statement {
  return {
    Sid: "BoundaryAccounts",
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: {
      StringEquals: {
        "aws:PrincipalAccount": accounts,
        ...(organizationId !== undefined && { "aws:PrincipalOrgID": organizationId }),
      },
      // Requests that concern no resource (DescribeRegions, GetCallerIdentity) do not carry the key.
      StringEqualsIfExists: { "aws:ResourceAccount": accounts },
    },
  };
}

type Reads = (boundary: RegionalBoundary) => Statement[];

const publicReads: ReadonlyMap<string, Reads> = new Map<string, Reads>([
  ["s3", awsBuckets],
  ["ecr.api", registryReads],
  ["ecr.dkr", registryReads],
  ["ssm", publicParameters],
]);

/**
 * Layers of images in ECR come from a bucket of AWS in the region, by links that ECR signs, and packages of Amazon
 * Linux from another, unsigned: no principal of the boundary stands behind either.
 */
function awsBuckets({ partition, region }: RegionalBoundary): Statement[] {
  const buckets = [`prod-${region.code}-starport-layer-bucket`, `al2023-repos-${region.code}-de612dc2`];
  return [
    {
      Sid: "AwsImagesAndPackages",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: buckets.map((bucket) => `arn:${partition}:s3:::${bucket}/*`),
    },
  ];
}

/** The add-ons of EKS are pulled from registries of AWS, whose account differs by region. Pushing stays at home. */
function registryReads({ partition, region, accounts }: RegionalBoundary): Statement[] {
  return [
    {
      Sid: "PullInRegion",
      Effect: "Allow",
      Principal: "*",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: `arn:${partition}:ecr:${region.code}:*:repository/*`,
      Condition: { StringEquals: { "aws:PrincipalAccount": accounts } },
    },
  ];
}

/** Image ids and the like, which AWS publishes in an account without a number. */
function publicParameters({ partition, region, accounts }: RegionalBoundary): Statement[] {
  return [
    {
      Sid: "PublicParameters",
      Effect: "Allow",
      Principal: "*",
      Action: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
      Resource: `arn:${partition}:ssm:${region.code}::parameter/aws/*`,
      Condition: { StringEquals: { "aws:PrincipalAccount": accounts } },
    },
  ];
}
