import { LaunchTemplate, type LaunchTemplateConfig } from "@cdktf/provider-aws/lib/launch-template";
import type { Construct } from "constructs";
import type { MachineInterface } from "../efa/interfaces";
import { RegionalBoundary } from "../regional-boundary";

export interface MachineTemplateProps {
  readonly name: string;
  readonly machineType: string;
  readonly interfaces: readonly MachineInterface[];
  readonly securityGroupIds: readonly string[];
  readonly rootVolumeGiB: number;
  /** Device name of the image's root volume. */
  readonly rootDevice: string;
  /** Tags of machines, volumes and interfaces, besides the boundary's. */
  readonly tags: Readonly<Record<string, string>>;
  /** Only where whoever launches does not choose the subnet itself. */
  readonly subnetId?: string;
  /** Reservation, market, placement, image and the like. */
  readonly others?: Partial<LaunchTemplateConfig>;
}

/** What every machine of a boundary starts from: encrypted root volume, IMDSv2, no public address, tags on what it makes. */
export function machineTemplate(scope: Construct, id: string, props: MachineTemplateProps): LaunchTemplate {
  const { key, provider } = RegionalBoundary.of(scope);
  // Default tags of a provider do not reach what a launch template makes.
  const tags = { ...defaultTagsOf(provider), ...props.tags };
  return new LaunchTemplate(scope, id, {
    name: props.name,
    instanceType: props.machineType,
    updateDefaultVersion: true,
    networkInterfaces: props.interfaces.map((one) => interfaceOf(one, props)),
    blockDeviceMappings: [
      {
        deviceName: props.rootDevice,
        ebs: {
          volumeType: "gp3",
          volumeSize: props.rootVolumeGiB,
          encrypted: "true",
          kmsKeyId: key.arn,
          deleteOnTermination: "true",
        },
      },
    ],
    metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
      resourceType,
      tags,
    })),
    ...props.others,
  });
}

function interfaceOf(one: MachineInterface, { securityGroupIds, subnetId }: MachineTemplateProps) {
  return {
    ...one,
    // EC2 refuses the flag, even as false, on an interface without addresses.
    ...(one.interfaceType === "interface" && { associatePublicIpAddress: "false" }),
    deleteOnTermination: "true",
    securityGroups: [...securityGroupIds],
    ...(subnetId !== undefined && { subnetId }),
  };
}

function defaultTagsOf(provider: RegionalBoundary["provider"]): Record<string, string> {
  const defaults = provider.defaultTagsInput;
  return Array.isArray(defaults) ? Object.assign({}, ...defaults.map(({ tags }) => tags)) : {};
}
