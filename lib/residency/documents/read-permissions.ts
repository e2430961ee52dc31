import type { Resource } from "../../terraform/resource";
import { globToRegExp } from "../../text/glob";
import { Mask } from "./mask";
import { readStatements } from "./read-statements";
import { Unreadable } from "./statement";

/** Actions of an identity's policy that let data out when the deployment is done. */
export interface Permissions {
  readonly permissions: readonly { readonly action: string; readonly path: string }[];
  readonly problem?: string;
}

/** Calls that copy, open or connect what a boundary holds together. */
const CARRYING = (
  "account:EnableRegion backup:StartCopyJob dynamodb:CreateGlobalTable dynamodb:CreateTableReplica " +
  "ec2:AcceptVpcPeeringConnection ec2:CopyImage ec2:CopySnapshot ec2:CreateTransitGatewayPeeringAttachment " +
  "ec2:CreateVpcPeeringConnection ec2:ModifyImageAttribute ec2:ModifySnapshotAttribute " +
  "ecr:PutReplicationConfiguration kms:PutKeyPolicy kms:ReplicateKey ram:AssociateResourceShare " +
  "ram:CreateResourceShare rds:CopyDBClusterSnapshot rds:CopyDBSnapshot rds:ModifyDBClusterSnapshotAttribute " +
  "rds:ModifyDBSnapshotAttribute s3:PutAccountPublicAccessBlock s3:PutBucketAcl s3:PutBucketPolicy " +
  "s3:PutBucketPublicAccessBlock s3:PutReplicationConfiguration secretsmanager:PutResourcePolicy " +
  "secretsmanager:ReplicateSecretToRegions"
).split(" ");

/**
 * The actions of a policy that carry data, as far as it names them. One that gives a whole service away, or all,
 * says nothing about data: that is an administrator's, and for the account's guardrails to bound.
 *
 * @param document see `readGrants`
 */
export function readPermissions(document: unknown, of?: Resource): Permissions {
  try {
    const statements = readStatements(document, { mask: new Mask(), of, asks: "actions" });
    const permissions = statements
      .filter(({ denies }) => !denies)
      .flatMap(({ actions, path }) => actions.filter(carries).map((action) => ({ action, path })));
    return { permissions };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { permissions: [], problem: error.message };
  }
}

function carries(action: string): boolean {
  if (/^[^:]*:?\*+$/.test(action)) return false;
  const pattern = globToRegExp(action.toLowerCase());
  return CARRYING.some((one) => pattern.test(one.toLowerCase()));
}
