import { Token } from "cdktf";
import { locateZone } from "../../../regions";
import { fail, literal, quoted } from "../check";
import type { GpuNetwork, GpuNetworkProps } from "../gpu-network";
import { RegionalBoundary } from "../regional-boundary";
import { carve, type Slice } from "./carve";
import { type Block, isPrivate, overlap, readBlock, showBlock } from "./cidr";
import { checkRetention } from "./retention";

/** What AWS allows for a network, and for a subnet in it. */
const NETWORK = { largest: 16, smallest: 28 };
/** A NAT gateway and a firewall endpoint take one address each, and AWS five: the smallest subnet does. */
const SMALL = 28;
/** One address a node and up to 250 pods: less would not carry a training fleet. */
const GPU_SMALLEST = 20;
const DOMAINS = 1000;

export interface ZoneLayout {
  readonly zone: string;
  readonly inside: Slice;
  readonly nat: Slice;
  readonly firewall: Slice;
}

export interface ReadNetwork {
  /** Absent where IPAM gives the addresses. */
  readonly block?: Block;
  readonly prefix: number;
  readonly gpuZone: string;
  /** Set when the GPU zone is a Local Zone: the group that the account has to have opted into. */
  readonly zoneGroup?: string;
  readonly gpu: Slice;
  readonly zones: readonly ZoneLayout[];
  /** The zones through which traffic leaves. */
  readonly egressZones: readonly string[];
}

/** Checks the props of a network, also against the others of its app, and lays out its subnets. */
export function readNetwork(
  scope: GpuNetwork,
  props: GpuNetworkProps,
  others: readonly GpuNetwork[],
): ReadNetwork {
  const zones = readZones(scope, props.zones);
  const { gpuZone, zoneGroup } = readGpuZone(scope, props.gpuZone, zones);
  checkEgress(scope, props);
  checkServices(scope, props.interfaceEndpoints ?? []);
  checkRetention(scope, "flowLogRetentionDays", props.flowLogRetentionDays);
  const { block, prefix } = readAddresses(scope, props);
  if (block) checkOverlap(scope, block, others);
  const egressZones = leaving(props, zones, zoneGroup === undefined ? gpuZone : zones[0]);
  const slices = layOut(scope, props, prefix, zones);
  return {
    prefix,
    gpuZone,
    egressZones,
    ...slices,
    ...(block && { block }),
    ...(zoneGroup && { zoneGroup }),
  };
}

function readZones(scope: GpuNetwork, given: readonly string[]): readonly string[] {
  const boundary = RegionalBoundary.of(scope);
  const zones = given.map((zone) => boundary.zone(zone));
  if (zones.length === 0) fail(scope, "zones is empty; name at least one zone, and two for EKS.");
  const double = zones.find((zone, at) => zones.indexOf(zone) !== at);
  if (double) fail(scope, `zones has "${double}" twice; name each zone once.`);
  for (const zone of zones) {
    if (locateZone("aws", zone)?.kind === "availability-zone") continue;
    fail(
      scope,
      `zones has "${zone}", which is no Availability Zone; endpoints and gateways need those, give it as gpuZone.`,
    );
  }
  return zones;
}

function readGpuZone(
  scope: GpuNetwork,
  given: string | undefined,
  zones: readonly string[],
): { gpuZone: string; zoneGroup?: string } {
  const gpuZone = given === undefined ? zones[0] : RegionalBoundary.of(scope).zone(given);
  if (gpuZone === undefined) return fail(scope, "zones is empty; name at least one zone.");
  const kind = locateZone("aws", gpuZone)?.kind;
  if (kind === "local-zone") return { gpuZone, zoneGroup: gpuZone.replace(/[a-z]$/, "") };
  if (kind !== "availability-zone") {
    fail(
      scope,
      `gpuZone "${gpuZone}" is no Availability or Local Zone; AWS offers no training machines there.`,
    );
  }
  if (!zones.includes(gpuZone)) {
    fail(
      scope,
      `gpuZone "${gpuZone}" is not among zones (${quoted(zones)}); add it, so that endpoints are near.`,
    );
  }
  return { gpuZone };
}

function checkEgress(scope: GpuNetwork, { egress, natGateways, allowedDomains }: GpuNetworkProps): void {
  const mode = egress ?? "closed";
  if (!["closed", "nat", "inspection"].includes(mode)) {
    fail(scope, `egress "${mode}" is not known; choose "closed", "nat" or "inspection".`);
  }
  if (mode === "closed" && natGateways !== undefined) {
    fail(scope, `natGateways is "${natGateways}" but egress is "closed"; leave it out or choose "nat".`);
  }
  if (mode === "inspection" && !allowedDomains?.length) {
    fail(scope, 'egress is "inspection" without allowedDomains; name the domains that may be reached.');
  }
  if (mode !== "inspection" && allowedDomains !== undefined) {
    fail(
      scope,
      `allowedDomains is given but egress is "${mode}", which reads no domains; choose "inspection".`,
    );
  }
  for (const domain of allowedDomains ?? []) checkDomain(scope, domain);
  if ((allowedDomains?.length ?? 0) > DOMAINS) {
    fail(
      scope,
      `allowedDomains has ${allowedDomains?.length} names and the firewall takes ${DOMAINS}; give fewer.`,
    );
  }
}

function checkDomain(scope: GpuNetwork, domain: string): void {
  const name = literal(scope, "allowedDomains", domain);
  if (/^\.?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(name)) return;
  fail(
    scope,
    `domain "${name}" is none; write "pypi.org" for one host or ".pypi.org" for all under it, in lower case.`,
  );
}

function checkServices(scope: GpuNetwork, services: readonly string[]): void {
  for (const service of services) {
    if (service === "s3")
      fail(scope, 'interfaceEndpoints has "s3", which the gateway endpoint serves; leave it out.');
    if (/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(service) && !service.startsWith("com.")) continue;
    fail(scope, `interfaceEndpoints has "${service}"; write the service's short name, such as "ecr.api".`);
  }
  const double = services.find((service, at) => services.indexOf(service) !== at);
  if (double) fail(scope, `interfaceEndpoints has "${double}" twice; name each service once.`);
}

function readAddresses(scope: GpuNetwork, props: GpuNetworkProps): { block?: Block; prefix: number } {
  const { cidr, ipamPoolId, prefix } = props;
  if ((cidr === undefined) === (ipamPoolId === undefined)) {
    fail(scope, "wants its addresses from cidr or from ipamPoolId; give one of the two.");
  }
  if (cidr === undefined) return { prefix: readPrefix(scope, prefix ?? 16) };
  if (prefix !== undefined)
    fail(scope, `prefix is ${prefix} beside cidr "${cidr}", which tells its own; leave it out.`);
  if (Token.isUnresolved(cidr)) {
    fail(
      scope,
      "cidr is known only to Terraform, so overlaps would go unseen; write it out or use ipamPoolId.",
    );
  }
  const block = readBlock(cidr);
  if (!block || !isPrivate(block)) {
    fail(
      scope,
      `cidr "${cidr}" is not a private IPv4 network; write one such as "10.40.0.0/16", its host bits zero.`,
    );
  }
  return { block, prefix: readPrefix(scope, block.prefix) };
}

function readPrefix(scope: GpuNetwork, prefix: number): number {
  const { largest, smallest } = NETWORK;
  if (Number.isInteger(prefix) && prefix >= largest && prefix <= smallest) return prefix;
  return fail(
    scope,
    `a network of prefix /${prefix} is none that AWS offers; use /${largest} to /${smallest}.`,
  );
}

function checkOverlap(scope: GpuNetwork, block: Block, others: readonly GpuNetwork[]): void {
  for (const other of others) {
    const theirs = Token.isUnresolved(other.cidr) ? undefined : readBlock(other.cidr);
    if (!theirs || !overlap(block, theirs)) continue;
    fail(
      scope,
      `cidr "${showBlock(block)}" overlaps "${other.cidr}" of "${other.node.path}"; networks of one app get distinct addresses, so that they can be joined.`,
    );
  }
}

function leaving(
  { egress, natGateways }: GpuNetworkProps,
  zones: readonly string[],
  home: string | undefined,
): readonly string[] {
  if ((egress ?? "closed") === "closed" || home === undefined) return [];
  return natGateways === "per-zone" ? zones : [home];
}

/** Room for egress is kept in every mode, so that changing the mode moves no subnet. */
function layOut(
  scope: GpuNetwork,
  props: GpuNetworkProps,
  prefix: number,
  zones: readonly string[],
): Pick<ReadNetwork, "gpu" | "zones"> {
  const gpuPrefix = readSubnetPrefix(scope, "gpuSubnetPrefix", props.gpuSubnetPrefix ?? 20, GPU_SMALLEST);
  const zonePrefix = readSubnetPrefix(scope, "zoneSubnetPrefix", props.zoneSubnetPrefix ?? 20, SMALL);
  const large = [gpuPrefix, ...zones.map(() => zonePrefix)];
  const cut = carve(
    prefix,
    large,
    zones.flatMap(() => [SMALL, SMALL]),
  );
  const [gpu, ...inside] = cut?.large ?? [];
  if (!cut || !gpu) {
    return fail(
      scope,
      `a /${prefix} network does not hold a GPU subnet of /${gpuPrefix}, ${zones.length} subnets of /${zonePrefix} and ${zones.length} pairs of /${SMALL}; give a larger network or smaller subnets.`,
    );
  }
  const layouts = zones.map((zone, at) => {
    const [slice, nat, firewall] = [inside[at], cut.small[2 * at], cut.small[2 * at + 1]];
    return slice && nat && firewall ? [{ zone, inside: slice, nat, firewall }] : [];
  });
  return { gpu, zones: layouts.flat() };
}

function readSubnetPrefix(scope: GpuNetwork, prop: string, prefix: number, smallest: number): number {
  if (Number.isInteger(prefix) && prefix >= NETWORK.largest && prefix <= smallest) return prefix;
  return fail(scope, `${prop} is ${prefix}; give a prefix from ${NETWORK.largest} to ${smallest}.`);
}
