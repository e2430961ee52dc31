import { Construct } from "constructs";
import { BackboneGateway } from "./backbone/gateway";
import { NetworkAttachment } from "./backbone/network-attachment";
import { BackbonePeering } from "./backbone/peering";
import { checkSites, readPeerings, siteOfNetwork } from "./backbone/read";
import { fail } from "./check";
import type { GpuNetwork } from "./gpu-network";
import { checkRetention } from "./network/retention";
import type { RegionalBoundary } from "./regional-boundary";

/** A Transit Gateway and the addresses behind it. */
export interface BackboneSite {
  /** Where the gateway stands: a boundary in the backbone's own stack. */
  readonly boundary: RegionalBoundary;
  /** The gateway's AS number for private use, unique in the backbone. Another number means another gateway. */
  readonly asn: number;
  /** Private IPv4 blocks behind the gateway, which overlap no other. */
  readonly cidrs: readonly string[];
}

/** Data that somebody allowed to pass from one boundary into another, as `flows` of the policy has it. */
export interface BackboneFlow {
  /** Name of the boundary that the data leaves. */
  readonly from: string;
  /** Name of the boundary that it enters. */
  readonly to: string;
  readonly purpose: string;
  /** Reference of who allowed it: a contract, an assessment, a licence. */
  readonly authorization: string;
}

/** Which sites are joined, and what may pass between them. */
export interface BackboneProps {
  /** At least two. */
  readonly sites: readonly BackboneSite[];
  /** The pairs that are joined; all others drop what is sent to each other. A pair needs flows, one each way, where its boundaries have other countries or accounts. */
  readonly peerings: readonly (readonly [RegionalBoundary, RegionalBoundary])[];
  /** What may pass between boundaries. @default nothing */
  readonly flows?: readonly BackboneFlow[];
  /** Days that the gateways' flow logs are kept, in each gateway's own region. @default 365 */
  readonly flowLogRetentionDays?: number;
}

/**
 * Transit Gateways in several boundaries, peered pair by pair where their boundaries allow.
 *
 * A peering carries no routes by itself: each gateway has one route table, with static routes to the sites that it is
 * joined with and black holes for those that it must not meet. AWS encrypts what crosses a peering; which cables it
 * takes, and through whose waters, nobody can set or prove.
 *
 * @throws Error for overlapping addresses, AS numbers used twice or not for private use, a pair whose boundaries differ
 * and that no flow allows, and a flow that no pair needs.
 */
export class Backbone extends Construct {
  /** In the order of `peerings`. */
  readonly peerings: readonly BackbonePeering[];
  private readonly sites: readonly BackboneSite[];
  private readonly gateways: ReadonlyMap<RegionalBoundary, BackboneGateway>;

  constructor(scope: Construct, id: string, props: BackboneProps) {
    super(scope, id);
    checkSites(this, props.sites);
    const pairs = readPeerings(this, props);
    this.sites = props.sites;
    checkRetention(this, "flowLogRetentionDays", props.flowLogRetentionDays);
    const retentionInDays = props.flowLogRetentionDays ?? 365;
    this.gateways = new Map(
      props.sites.map((site) => [
        site.boundary,
        new BackboneGateway(site.boundary, id, { ...site, retentionInDays }),
      ]),
    );
    this.peerings = pairs.map(([one, other]) => {
      const end = ({ boundary }: BackboneSite) => ({ boundary, gateway: this.at(boundary) });
      return new BackbonePeering(
        this,
        `${one.boundary.node.id}-${other.boundary.node.id}`,
        end(one),
        end(other),
      );
    });
    for (const here of props.sites)
      for (const there of props.sites)
        if (here !== there && !this.meets(here.boundary, there.boundary))
          this.at(here.boundary).dropTo(this.at(there.boundary));
  }

  /**
   * Joins a network, of whichever stack, to the gateway of its boundary and routes it to the sites joined with that.
   * Networks of one site do not meet each other.
   *
   * @throws Error when the network's boundary is none of the sites, or its addresses are not among the site's.
   */
  attach(network: GpuNetwork): void {
    const { boundary } = siteOfNetwork(this, this.sites, network);
    const reachable = this.sites.filter((site) => this.meets(boundary, site.boundary));
    const cidrs = reachable.flatMap((site) => site.cidrs);
    new NetworkAttachment(network, this.node.id, this.at(boundary), cidrs);
  }

  /**
   * The gateway of a site.
   *
   * @throws Error when the boundary is none of the sites.
   */
  at(boundary: RegionalBoundary): BackboneGateway {
    return (
      this.gateways.get(boundary) ??
      fail(this, `has no site in boundary "${boundary.node.path}"; add it to sites.`)
    );
  }

  private meets(one: RegionalBoundary, other: RegionalBoundary): boolean {
    return this.peerings.some(({ ends }) => ends.includes(one) && ends.includes(other) && one !== other);
  }
}
