import type { GpuNetwork } from "../gpu-network";
import type { NamedPoolProps } from "../pool/pool";

/** A taint that keeps other pods off a pool's nodes. */
export interface PoolTaint {
  readonly key: string;
  readonly value?: string;
  /** What happens to pods that do not tolerate it. @default "NO_SCHEDULE" */
  readonly effect?: "NO_SCHEDULE" | "NO_EXECUTE" | "PREFER_NO_SCHEDULE";
}

/** A pool of GPU nodes of a {@link GpuCluster}. */
export interface GpuPoolProps extends NamedPoolProps {
  /** Labels of the nodes, besides `landfall/pool` and `landfall/purpose`. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Taints of the nodes, besides `nvidia.com/gpu` or `aws.amazon.com/neuron`. @default none */
  readonly taints?: readonly PoolTaint[];
  /** What becomes of the machines' own NVMe disks: one RAID 0 array for images and scratch, or nothing. @default "raid0" */
  readonly instanceStore?: "raid0" | "none";
  /** Release of EKS's image, such as `1.35.2-20261105`; pin it for repeatable nodes. @default the newest when the pool is made */
  readonly releaseVersion?: string;
  /** Machines that may be replaced at once when the pool is updated. @default 1 */
  readonly maxUnavailable?: number;
}

/** AWS rights for the pods of one Kubernetes service account. */
export interface PodIdentityProps {
  /** Namespace in Kubernetes. */
  readonly namespace: string;
  /** Service account in that namespace; every pod that uses it gets the rights. */
  readonly serviceAccount: string;
  /** Policies of the customer's that say what the pods may do. */
  readonly policyArns: readonly string[];
}

/** Where a cluster stands, who administers it, and its pools. */
export interface GpuClusterProps {
  /** Where the cluster stands. Its zones, two at least, carry the control plane and the system nodes. */
  readonly network: GpuNetwork;
  /** One pool at least. */
  readonly pools: readonly GpuPoolProps[];
  /** IAM roles or users, by ARN, who administer the cluster; one at least, for whoever creates it gets no rights. */
  readonly admins: readonly string[];
  /** Name in EKS. @default made of the boundary's name and the construct's id */
  readonly name?: string;
  /** Kubernetes version, `1.NN`. @default "1.35" */
  readonly kubernetesVersion?: string;
  /** Machine type of the nodes that run what is not GPU work. @default "m6i.large" */
  readonly systemMachineType?: string;
  /** Number of system nodes. @default 2 */
  readonly systemNodes?: number;
  /** Release of EKS's image for the system nodes. @default the newest when they are made */
  readonly systemReleaseVersion?: string;
  /** Pods that get rights in AWS. @default none */
  readonly podIdentities?: readonly PodIdentityProps[];
  /** Install the driver that mounts FSx for Lustre file systems. @default false */
  readonly fsxCsi?: boolean;
  /** Version by add-on name. @default EKS's default for the Kubernetes version */
  readonly addOnVersions?: Readonly<Record<string, string>>;
  /** Days that control plane logs are kept, as CloudWatch Logs offers them. @default 365 */
  readonly logRetentionDays?: number;
  /** Let Terraform refuse plans that would destroy the cluster. @default true */
  readonly deletionProtection?: boolean;
}
