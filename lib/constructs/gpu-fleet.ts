import type { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { Instance } from "@cdktf/provider-aws/lib/instance";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { checkFleet, readFleetName } from "./fleet/check-fleet";
import { machineGroup } from "./fleet/group";
import { hostList, machines, nodeNames } from "./fleet/machines";
import type { GpuNetwork } from "./gpu-network";
import { nameFor } from "./name";
import { PoolTemplate } from "./pool/pool-template";
import type { PoolProps } from "./pool/props";
import { readPool } from "./pool/read-pool";
import { machineSecurityGroup } from "./pool/security-group";
import { ServiceRole, trustService } from "./service-role";

export interface GpuFleetProps extends PoolProps {
  /** Where the machines stand. */
  readonly network: GpuNetwork;
  /** Image of the machines: its id, or `resolve:ssm:` and the name of a parameter that holds it. */
  readonly imageId: string;
  /** Names the machines: lower-case words joined by dashes. @default the construct's id */
  readonly name?: string;
  /** An Auto Scaling group that starts and replaces machines, or a fixed set of instances with stable names. @default "auto-scaling" */
  readonly mode?: "auto-scaling" | "instances";
  /** Device name of the image's root volume: `/dev/sda1` (Ubuntu) or `/dev/xvda` (Amazon Linux). @default "/dev/sda1" */
  readonly rootDevice?: string;
  /** Script or cloud-init text of the machines, not encoded. @default none */
  readonly userData?: string;
  /** Security groups besides the fleet's own and EFA's. @default none */
  readonly securityGroupIds?: readonly string[];
  /** Policies of the customer's for the machines' role. @default none: sessions of Systems Manager alone */
  readonly policyArns?: readonly string[];
}

/**
 * Accelerated machines in a {@link GpuNetwork} for a scheduler of one's own, built like the pools of a cluster.
 *
 * @throws Error for machines that cannot stand where they are put, that the region does not offer, and props that
 * contradict each other.
 */
export class GpuFleet extends Construct {
  readonly template: PoolTemplate;
  /** What the machines may do in AWS. */
  readonly role: IamRole;
  readonly securityGroup: SecurityGroup;
  /** With mode "auto-scaling". */
  readonly group?: AutoscalingGroup;
  /** With mode "instances", in the order of {@link nodeNames}; else empty. */
  readonly instances: readonly Instance[];
  /** The machines' names, with mode "instances"; else empty. */
  readonly nodeNames: readonly string[];
  /** The same as Slurm's `NodeName=` takes it, such as `gpu-[1-16]`; with mode "instances". */
  readonly slurmHostList?: string;

  constructor(scope: Construct, id: string, props: GpuFleetProps) {
    super(scope, id);
    const name = readFleetName(this, props.name ?? id);
    const pool = readPool(this, props.network, { ...props, name });
    checkFleet(this, props, pool);
    const isFixed = props.mode === "instances";
    const machine = new ServiceRole(this, "machine", {
      name: nameFor(this, "machine"),
      trust: [trustService("ec2")],
      managed: ["AmazonSSMManagedInstanceCore"],
      ...(props.policyArns && { policyArns: props.policyArns }),
    });
    this.role = machine.role;
    this.securityGroup = machineSecurityGroup(this, props.network, "Machines of a fleet");
    const profile = new IamInstanceProfile(this, "profile", {
      name: nameFor(this, "machine"),
      role: this.role.name,
    });
    const efa = pool.interfaces.length > 1 ? [props.network.efaSecurityGroup.id] : [];
    const subnetId = pool.subnets[0]?.id;
    this.template = new PoolTemplate(this, "template", {
      pool,
      name: nameFor(this, "fleet"),
      securityGroupIds: [this.securityGroup.id, ...efa, ...(props.securityGroupIds ?? [])],
      rootDevice: props.rootDevice ?? "/dev/sda1",
      spotMarket: true,
      image: {
        imageId: props.imageId,
        iamInstanceProfile: { arn: profile.arn },
        ...(props.userData !== undefined && { userData: encoded(props.userData) }),
      },
      ...(isFixed && subnetId !== undefined && { subnetId }),
    });
    this.instances = isFixed ? machines(this, name, pool, this.template) : [];
    this.nodeNames = isFixed ? nodeNames(name, pool.nodes) : [];
    if (isFixed) this.slurmHostList = hostList(name, pool.nodes);
    else this.group = machineGroup(this, "group", pool, this.template);
  }
}

/** As launch templates take user data. */
function encoded(userData: string): string {
  return Token.isUnresolved(userData) ? Fn.base64encode(userData) : Buffer.from(userData).toString("base64");
}
