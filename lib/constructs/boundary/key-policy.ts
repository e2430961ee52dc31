import { policyDocument, type Statement } from "../policy-document";

export interface KeyPolicyProps {
  readonly partition: string;
  /** Region code. */
  readonly region: string;
  /** The account that owns the key. */
  readonly account: string;
  /** Every account of the boundary. */
  readonly accounts: readonly string[];
  readonly organizationId?: string;
}

const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

/**
 * Who may use a boundary's key: its owner, the other accounts of the boundary while they belong to the
 * organization, and the services of its region on their behalf.
 */
export function keyPolicy(props: KeyPolicyProps): string {
  return policyDocument([owner(props), ...otherAccounts(props), ...serviceLinkedRoles(props), logs(props)]);
}

function owner({ partition, account }: KeyPolicyProps): Statement {
  return {
    Sid: "Owner",
    Effect: "Allow",
    Principal: { AWS: rootOf(partition, account) },
    Action: "kms:*",
    Resource: "*",
  };
}

function otherAccounts({ partition, account, accounts, organizationId }: KeyPolicyProps): Statement[] {
  const others = accounts.filter((other) => other !== account);
  if (others.length === 0) return [];
  const member = organizationId !== undefined && { StringEquals: { "aws:PrincipalOrgID": organizationId } };
  const principal = { AWS: others.map((other) => rootOf(partition, other)) };
  return [
    {
      Sid: "Accounts",
      Effect: "Allow",
      Principal: principal,
      Action: USE,
      Resource: "*",
      ...(member && { Condition: member }),
    },
    {
      Sid: "AccountGrants",
      Effect: "Allow",
      Principal: principal,
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" }, ...member },
    },
  ];
}

// Auto Scaling and Spot start machines, and FSx reads linked buckets, under roles of their own, whose policies AWS
// keeps and which name no key. The roles may not exist yet, and KMS refuses a principal that does not exist: so they
// are named in a condition.
const SERVICES = ["autoscaling", "spot", "s3.data-source.lustre.fsx"];

function serviceLinkedRoles({ partition, accounts }: KeyPolicyProps): Statement[] {
  const roles = accounts.flatMap((account) =>
    SERVICES.map(
      (service) =>
        `arn:${partition}:iam::${account}:role/aws-service-role/${service}.amazonaws.com/AWSServiceRoleFor*`,
    ),
  );
  const ofAccount = {
    StringEquals: { "kms:CallerAccount": accounts },
    ArnLike: { "aws:PrincipalArn": roles },
  };
  return [
    {
      Sid: "ServiceLinkedRoles",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: USE,
      Resource: "*",
      Condition: ofAccount,
    },
    {
      Sid: "ServiceLinkedRoleGrants",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { ...ofAccount, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

function logs({ partition, region, account }: KeyPolicyProps): Statement {
  return {
    Sid: "Logs",
    Effect: "Allow",
    Principal: { Service: `logs.${region}.amazonaws.com` },
    Action: USE,
    Resource: "*",
    Condition: {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:*` },
    },
  };
}

function rootOf(partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:root`;
}
