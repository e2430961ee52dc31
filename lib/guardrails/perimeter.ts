import { perimeterServices } from "./actions";
import type { ControlName } from "./controls";
import type { Guard } from "./pack";
import type { Condition, OneOrMore, Statement } from "./statement";

/** Who is inside: an organization, or the accounts of a boundary. */
export interface Perimeter {
  /** The value of a key of the same suffix: `aws:Principal…`, `aws:Resource…`, `aws:Source…`. */
  readonly suffix: "OrgID" | "Account";
  readonly values: OneOrMore;
}

/**
 * Statements of a resource control policy. Nobody is exempt: a role of the break-glass role's name may exist in any
 * account of the world.
 */
export function perimeterGuards({ suffix, values }: Perimeter): Guard[] {
  return [
    guard("identity-perimeter", {
      // The key is absent for anonymous requests, which are outside.
      StringNotEqualsIfExists: { [`aws:Principal${suffix}`]: values },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    }),
    guard("service-perimeter", {
      StringNotEqualsIfExists: { [`aws:Source${suffix}`]: values },
      Null: { "aws:SourceAccount": "false" },
      Bool: { "aws:PrincipalIsAWSService": "true" },
    }),
  ];
}

function guard(control: ControlName, condition: Condition): Guard {
  return {
    controls: [control],
    statement: {
      Effect: "Deny",
      Principal: "*",
      Action: perimeterServices.map((service) => `${service}:*`),
      Resource: "*",
      Condition: condition,
    },
  };
}

/** What may pass an endpoint of S3 or KMS. What is not allowed here is denied. */
export function endpointGuards(
  service: "s3" | "kms",
  { suffix, values }: Perimeter,
  regions: readonly string[],
): Guard[] {
  const own = allow({
    Action: `${service}:*`,
    Resource: "*",
    Condition: {
      StringEquals: { [`aws:Principal${suffix}`]: values },
      // Requests about no resource do not carry the key.
      StringEqualsIfExists: { [`aws:Resource${suffix}`]: values },
    },
  });
  return service === "s3" ? [own, awsBuckets(regions)] : [own];
}

/**
 * Layers of container images, fetched by links that ECR signs, and packages of Amazon Linux 2023, fetched unsigned:
 * both from buckets of AWS's, in each region one.
 */
function awsBuckets(regions: readonly string[]): Guard {
  return allow({
    Action: "s3:GetObject",
    Resource: regions.flatMap((region) => [
      `arn:aws:s3:::al2023-repos-${region}-de612dc2/*`,
      `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
    ]),
  });
}

function allow(statement: Pick<Statement, "Action" | "Resource" | "Condition">): Guard {
  return { controls: ["endpoint"], statement: { Effect: "Allow", Principal: "*", ...statement } };
}
