import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import type { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { nameFor } from "../name";
import type { Statement } from "../policy-document";
import { RegionalBoundary } from "../regional-boundary";
import { useOfKey } from "../service-role";
import { podRole } from "./pod-role";

/** What an add-on needs to work. */
interface AddOn {
  readonly name: string;
  /** The service account whose pods ask AWS, and what they may do. */
  readonly identity?: {
    readonly serviceAccount: string;
    readonly managed?: readonly string[];
    readonly statements?: (keyArn: string) => readonly Statement[];
  };
  readonly configuration?: object;
}

/** Without these no node becomes ready; they run on every node and wait for none. */
const beforeNodes: readonly AddOn[] = [
  { name: "eks-pod-identity-agent" },
  { name: "kube-proxy" },
  {
    name: "vpc-cni",
    identity: { serviceAccount: "aws-node", managed: ["AmazonEKS_CNI_Policy"] },
    // Machines with many EFA interfaces have one left for pods: prefixes make room on it.
    configuration: { env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" } },
  },
];

/** These have pods of their own, which wait for system nodes. */
const afterNodes: readonly AddOn[] = [
  { name: "coredns" },
  { name: "eks-node-monitoring-agent" },
  {
    name: "aws-ebs-csi-driver",
    identity: {
      serviceAccount: "ebs-csi-controller-sa",
      managed: ["service-role/AmazonEBSCSIDriverPolicy"],
      statements: useOfKey,
    },
  },
];

/** Mounts file systems that exist; making them is left to whoever owns the boundary. */
const fsxCsi: AddOn = {
  name: "aws-fsx-csi-driver",
  identity: {
    serviceAccount: "fsx-csi-controller-sa",
    statements: () => [{ Sid: "Find", Effect: "Allow", Action: "fsx:DescribeFileSystems", Resource: "*" }],
  },
};

export interface AddOnsProps {
  readonly cluster: EksCluster;
  readonly clusterName: string;
  /** Version by add-on; others take EKS's default for the cluster's version. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The add-ons of a cluster, in the two steps in which they can start. */
export class AddOns extends Construct {
  /** What nodes wait for. */
  readonly first: readonly EksAddon[];

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AddOnsProps,
  ) {
    super(scope, id);
    this.first = beforeNodes.map((addOn) => this.install(addOn));
  }

  /** Installs the rest, once there are nodes for them. */
  installOn(nodes: ITerraformDependable, withFsx: boolean): void {
    for (const addOn of withFsx ? [...afterNodes, fsxCsi] : afterNodes) this.install(addOn, [nodes]);
  }

  private install(addOn: AddOn, dependsOn: ITerraformDependable[] = []): EksAddon {
    const { name, identity, configuration } = addOn;
    const role = identity && this.roleOf(name, identity);
    const version = this.props.versions[name];
    return new EksAddon(this, name, {
      clusterName: this.props.cluster.name,
      addonName: name,
      resolveConflictsOnCreate: "OVERWRITE",
      resolveConflictsOnUpdate: "OVERWRITE",
      ...(version !== undefined && { addonVersion: version }),
      ...(configuration && { configurationValues: JSON.stringify(configuration) }),
      ...(role && {
        podIdentityAssociation: [{ roleArn: role.role.arn, serviceAccount: identity?.serviceAccount ?? "" }],
      }),
      dependsOn: [...dependsOn, ...(role?.ready ?? [])],
    });
  }

  private roleOf(name: string, identity: NonNullable<AddOn["identity"]>) {
    const { serviceAccount, managed, statements } = identity;
    const scope = new Construct(this, `${name}-identity`);
    return podRole(scope, "pods", {
      name: nameFor(this.node.scope ?? this, name.replace(/^(aws|eks)-/, "")),
      clusterName: this.props.clusterName,
      namespace: "kube-system",
      serviceAccount,
      ...(managed && { managed }),
      ...(statements && { statements: statements(RegionalBoundary.of(this).key.arn) }),
    });
  }
}

/** Names of the add-ons that versions may be given for. */
export const addOnNames: readonly string[] = [...beforeNodes, ...afterNodes, fsxCsi].map(({ name }) => name);
