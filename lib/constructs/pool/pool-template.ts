import type { LaunchTemplate, LaunchTemplateConfig } from "@cdktf/provider-aws/lib/launch-template";
import { PlacementGroup } from "@cdktf/provider-aws/lib/placement-group";
import { Construct } from "constructs";
import { machineTemplate } from "./machine-template";
import type { Pool } from "./pool";
import { confirmationTag } from "./read-confirmation";
import { watch } from "./watch";

export interface PoolTemplateProps {
  readonly pool: Pool;
  /** Name in AWS of the template and the placement group. */
  readonly name: string;
  readonly securityGroupIds: readonly string[];
  readonly rootDevice: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly subnetId?: string;
  /** Image, user data and role of the machines. */
  readonly image?: Pick<LaunchTemplateConfig, "imageId" | "userData" | "iamInstanceProfile">;
  /** Asks for spot capacity in the template, which EKS does not take. */
  readonly spotMarket?: boolean;
}

/** The launch template of a pool, and the placement group it needs. */
export class PoolTemplate extends Construct {
  readonly template: LaunchTemplate;
  readonly placementGroup?: PlacementGroup;

  constructor(scope: Construct, id: string, props: PoolTemplateProps) {
    super(scope, id);
    const { pool, name } = props;
    if (pool.placement === "own") {
      this.placementGroup = new PlacementGroup(this, "placement", { name, strategy: "cluster" });
    }
    this.template = machineTemplate(this, "template", {
      ...props,
      machineType: pool.machine.name,
      interfaces: pool.interfaces,
      rootVolumeGiB: pool.rootVolumeGiB,
      tags: tagsOf(props),
      others: { ...props.image, ...this.placing(pool), ...reserving(props) },
    });
    watch(this, pool, this.template);
  }

  /** `latest_version` is a number, and takers of templates want text. */
  get version(): string {
    return this.template.getStringAttribute("latest_version");
  }

  private placing({ placement }: Pool): Partial<LaunchTemplateConfig> {
    const groupName = typeof placement === "object" ? placement.name : this.placementGroup?.name;
    return groupName === undefined ? {} : { placement: { groupName } };
  }
}

/** Tags of a pool's machines and of what launches them. */
export function tagsOf({ pool, name, tags }: PoolTemplateProps): Record<string, string> {
  return {
    Name: name,
    "landfall:pool": pool.name,
    ...confirmationTag(pool.confirmedOffering),
    ...tags,
  };
}

function reserving({ pool, spotMarket }: PoolTemplateProps): Partial<LaunchTemplateConfig> {
  const { capacity, reservationId } = pool;
  const market = marketOf(capacity, spotMarket ?? false);
  return {
    ...(market !== undefined && { instanceMarketOptions: { marketType: market } }),
    ...(reservationId !== undefined && {
      capacityReservationSpecification: {
        capacityReservationTarget: { capacityReservationId: reservationId },
      },
    }),
  };
}

function marketOf(capacity: Pool["capacity"], spotMarket: boolean): string | undefined {
  if (capacity === "capacity-block") return "capacity-block";
  return capacity === "spot" && spotMarket ? "spot" : undefined;
}
