import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Construct } from "constructs";
import { AddOns } from "./cluster/add-ons";
import { checkCluster, checkPool, readVersion } from "./cluster/check-cluster";
import { ControlPlane } from "./cluster/control-plane";
import { GpuPool, type NodesOf } from "./cluster/gpu-pool";
import { podRole } from "./cluster/pod-role";
import type { GpuClusterProps, PodIdentityProps } from "./cluster/props";
import { SystemPool } from "./cluster/system-pool";
import { nameFor } from "./name";
import { readPool } from "./pool/read-pool";
import { ServiceRole, trustService } from "./service-role";

/** What a node does by itself. Its pods have rights of their own, by Pod Identity. */
const NODE_POLICIES = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly"];

/**
 * An EKS cluster in a {@link GpuNetwork}, with system nodes and pools of accelerated machines, reached from inside
 * the network alone.
 *
 * @throws Error for pools that cannot stand where they are put, that the region does not offer, or that contradict
 * themselves, and for administrators outside the boundary.
 */
export class GpuCluster extends Construct {
  readonly cluster: EksCluster;
  /** Name in EKS. */
  readonly name: string;
  /** Of the group that EKS makes: the control plane and every node are in it. */
  readonly securityGroupId: string;
  readonly nodeRole: IamRole;
  readonly systemPool: SystemPool;
  /** By name. */
  readonly pools: ReadonlyMap<string, GpuPool>;

  constructor(scope: Construct, id: string, props: GpuClusterProps) {
    super(scope, id);
    checkCluster(this, props);
    const version = readVersion(this, props.kubernetesVersion ?? "1.35");
    const pools = props.pools.map((pool) => ({ pool: readPool(this, props.network, pool), asked: pool }));
    for (const { pool } of pools) checkPool(this, pool, version);

    this.name = props.name ?? nameFor(this, "cluster");
    this.cluster = new ControlPlane(this, "control-plane", {
      name: this.name,
      version,
      // EKS does not put its own interfaces into Local Zones, where only the GPU subnet may be.
      subnetIds: props.network.subnets.map((subnet) => subnet.id),
      admins: props.admins,
      logRetentionDays: props.logRetentionDays ?? 365,
      deletionProtection: props.deletionProtection ?? true,
    }).cluster;
    this.securityGroupId = this.cluster.vpcConfig.clusterSecurityGroupId;
    const addOns = new AddOns(this, "add-ons", {
      cluster: this.cluster,
      clusterName: this.name,
      versions: props.addOnVersions ?? {},
    });
    const nodes = new ServiceRole(this, "node", {
      name: nameFor(this, "node"),
      trust: [trustService("ec2")],
      managed: NODE_POLICIES,
    });
    this.nodeRole = nodes.role;
    const nodesOf: NodesOf = {
      cluster: this.cluster,
      name: this.name,
      securityGroupId: this.securityGroupId,
      nodeRoleArn: nodes.role.arn,
      version,
      after: [...nodes.ready, ...addOns.first],
    };
    this.systemPool = new SystemPool(this, "system", nodesOf, {
      machineType: props.systemMachineType ?? "m6i.large",
      nodes: props.systemNodes ?? 2,
      subnets: props.network.subnets,
      ...(props.systemReleaseVersion !== undefined && { releaseVersion: props.systemReleaseVersion }),
    });
    addOns.installOn(this.systemPool.nodeGroup, props.fsxCsi ?? false);
    const efaGroup = props.network.efaSecurityGroup.id;
    this.pools = new Map(
      pools.map(({ pool, asked }) => [
        pool.name,
        new GpuPool(this, `pool-${pool.name}`, pool, nodesOf, efaGroup, asked),
      ]),
    );
    for (const identity of props.podIdentities ?? []) this.identify(identity);
  }

  private identify({ namespace, serviceAccount, policyArns }: PodIdentityProps): void {
    const id = `pods-${namespace}-${serviceAccount}`;
    const scope = new Construct(this, id);
    const { role } = podRole(scope, "role", {
      name: nameFor(this, id),
      clusterName: this.name,
      namespace,
      serviceAccount,
      policyArns,
    });
    new EksPodIdentityAssociation(scope, "association", {
      clusterName: this.cluster.name,
      namespace,
      serviceAccount,
      roleArn: role.arn,
    });
  }
}
