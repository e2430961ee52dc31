import { policyDocument, type Statement } from "../policy-document";
import type { RegionalBoundary } from "../regional-boundary";

export interface BucketPolicyProps {
  readonly boundary: RegionalBoundary;
  readonly bucketArn: string;
  /** The names by which writers may call the boundary's key: its ARN, and that of an alias. */
  readonly keys: readonly string[];
}

/**
 * What nobody may do whatever else allows it: speak without TLS 1.2, come from outside the boundary's accounts and
 * organization, and write under another key. It grants nothing: within the owner's account IAM does.
 */
export function bucketPolicy({ boundary, bucketArn, keys }: BucketPolicyProps): string {
  const all = { Action: "s3:*", Resource: [bucketArn, `${bucketArn}/*`] };
  // A write that names no encryption takes the bucket's own: only what a request does say is refused.
  const write = { Action: "s3:PutObject", Resource: `${bucketArn}/*` };
  const { accounts, organizationId } = boundary;
  return policyDocument([
    deny("OnlyTls", all, { Bool: { "aws:SecureTransport": "false" } }),
    deny("OnlyTls12", all, { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
    deny("OnlyBoundaryAccounts", all, outside({ "aws:PrincipalAccount": accounts })),
    ...(organizationId === undefined
      ? []
      : [deny("OnlyOrganization", all, outside({ "aws:PrincipalOrgID": organizationId }))]),
    deny("OnlyKms", write, {
      Null: { "s3:x-amz-server-side-encryption": "false" },
      StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
    }),
    deny("OnlyBoundaryKey", write, {
      Null: { "s3:x-amz-server-side-encryption-aws-kms-key-id": "false" },
      StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": keys },
    }),
  ]);
}

type Condition = NonNullable<Statement["Condition"]>;

/** Principals other than these. A service of AWS has no account; what it may do has to be allowed by name. */
function outside(members: Readonly<Record<string, string | readonly string[]>>): Condition {
  return { StringNotEquals: members, Bool: { "aws:PrincipalIsAWSService": "false" } };
}

function deny(Sid: string, what: Pick<Statement, "Action" | "Resource">, Condition: Condition): Statement {
  return { Sid, Effect: "Deny", Principal: "*", ...what, Condition };
}
