import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { Construct } from "constructs";
import { policyDocument, type Statement } from "./policy-document";
import { RegionalBoundary } from "./regional-boundary";

export interface ServiceRoleProps {
  readonly name: string;
  /** Who takes the role on, and under which conditions. */
  readonly trust: readonly Statement[];
  /** AWS's own policies, as their ARNs end: `AmazonEKSClusterPolicy`, `service-role/AmazonEBSCSIDriverPolicy`. */
  readonly managed?: readonly string[];
  /** Policies of the customer's, by ARN. */
  readonly policyArns?: readonly string[];
  readonly statements?: readonly Statement[];
}

/** An IAM role with what it may do; whoever needs it to work waits for {@link ready}. */
export class ServiceRole extends Construct {
  readonly role: IamRole;
  /** The policies; without them the role is only a name. */
  readonly ready: readonly (IamRolePolicyAttachment | IamRolePolicy)[];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const { partition } = RegionalBoundary.of(this);
    this.role = new IamRole(this, "role", {
      name: props.name,
      assumeRolePolicy: policyDocument(props.trust),
    });
    const managed = (props.managed ?? []).map((name) => [name, `arn:${partition}:iam::aws:policy/${name}`]);
    const own = (props.policyArns ?? []).map((arn, i) => [`policy-${i}`, arn]);
    const attached = [...managed, ...own].map(
      ([name = "", policyArn = ""]) =>
        new IamRolePolicyAttachment(this, name.replace(/^.*\//, ""), { role: this.role.name, policyArn }),
    );
    this.ready = props.statements ? [...attached, this.inline(props.statements)] : attached;
  }

  private inline(statements: readonly Statement[]): IamRolePolicy {
    return new IamRolePolicy(this, "inline", {
      name: "landfall",
      role: this.role.id,
      policy: policyDocument(statements),
    });
  }
}

/** A service of AWS may take the role on. */
export function trustService(service: string): Statement {
  return {
    Sid: "Service",
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sts:AssumeRole",
  };
}

/** What it takes to keep secrets and volumes under the boundary's key. */
export function useOfKey(keyArn: string): Statement[] {
  return [
    {
      Sid: "Key",
      Effect: "Allow",
      Action: [
        "kms:Decrypt",
        "kms:DescribeKey",
        "kms:Encrypt",
        "kms:GenerateDataKey*",
        "kms:ListGrants",
        "kms:ReEncrypt*",
      ],
      Resource: keyArn,
    },
    {
      Sid: "KeyGrants",
      Effect: "Allow",
      Action: "kms:CreateGrant",
      Resource: keyArn,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
