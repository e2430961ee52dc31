import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { Construct } from "constructs";
import { nameFor } from "../name";
import { RegionalBoundary } from "../regional-boundary";
import { ServiceRole, trustService, useOfKey } from "../service-role";

const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"];

export interface ControlPlaneProps {
  readonly name: string;
  readonly version: string;
  readonly subnetIds: readonly string[];
  readonly admins: readonly string[];
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
}

/** An EKS control plane that only its network reaches, with its logs and who may administer it. */
export class ControlPlane extends Construct {
  readonly cluster: EksCluster;

  constructor(scope: Construct, id: string, props: ControlPlaneProps) {
    super(scope, id);
    const { key } = RegionalBoundary.of(this);
    const service = new ServiceRole(this, "service", {
      name: nameFor(scope, "control-plane"),
      trust: [trustService("eks")],
      managed: ["AmazonEKSClusterPolicy"],
      statements: useOfKey(key.arn),
    });
    const logs = new CloudwatchLogGroup(this, "logs", {
      // EKS chooses the name; made beforehand it has the boundary's key and an end.
      name: `/aws/eks/${props.name}/cluster`,
      kmsKeyId: key.arn,
      retentionInDays: props.logRetentionDays,
    });
    this.cluster = new EksCluster(this, "cluster", {
      name: props.name,
      version: props.version,
      roleArn: service.role.arn,
      bootstrapSelfManagedAddons: false,
      enabledClusterLogTypes: LOG_TYPES,
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: { provider: { keyArn: key.arn }, resources: ["secrets"] },
      upgradePolicy: { supportType: "STANDARD" },
      vpcConfig: {
        subnetIds: [...props.subnetIds],
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      dependsOn: [...service.ready, logs],
      ...(props.deletionProtection && { lifecycle: { preventDestroy: true } }),
    });
    props.admins.forEach((arn, i) => {
      this.admit(arn, i);
    });
  }

  private admit(principalArn: string, i: number): void {
    const { partition } = RegionalBoundary.of(this);
    const entry = new EksAccessEntry(this, `admin-${i}`, {
      clusterName: this.cluster.name,
      principalArn,
    });
    new EksAccessPolicyAssociation(this, `admin-${i}-policy`, {
      clusterName: this.cluster.name,
      principalArn: entry.principalArn,
      policyArn: `arn:${partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy`,
      accessScope: { type: "cluster" },
    });
  }
}
