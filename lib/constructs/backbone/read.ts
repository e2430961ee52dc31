import { TerraformStack, Token } from "cdktf";
import type { Backbone, BackboneFlow, BackboneProps, BackboneSite } from "../backbone";
import { fail, literal } from "../check";
import type { GpuNetwork } from "../gpu-network";
import { type Block, isPrivate, overlap, readBlock } from "../network/cidr";
import { RegionalBoundary } from "../regional-boundary";

/** Numbers for private use, of 16 and of 32 bits (RFC 6996), as Transit Gateways take them. */
const PRIVATE_ASNS = [
  [64_512, 65_534],
  [4_200_000_000, 4_294_967_294],
] as const;

/** Checks the sites by themselves and against each other. */
export function checkSites(scope: Backbone, sites: readonly BackboneSite[]): void {
  if (sites.length < 2) fail(scope, `sites has ${sites.length}; a backbone joins at least two.`);
  for (const { boundary } of sites) {
    if (sites.filter((other) => other.boundary === boundary).length > 1)
      fail(
        scope,
        `boundary "${boundary.node.path}" is listed twice in sites; give all its cidrs in one site.`,
      );
    if (TerraformStack.of(boundary) !== TerraformStack.of(scope))
      fail(
        scope,
        `boundary "${boundary.node.path}" is in another stack, and peered gateways need each other; create it again in this stack, with the same name and accountDefaults: false.`,
      );
  }
  checkAsns(scope, sites);
  checkCidrs(scope, sites);
}

function checkAsns(scope: Backbone, sites: readonly BackboneSite[]): void {
  const users = new Map<number, string>();
  for (const { boundary, asn } of sites) {
    if (!PRIVATE_ASNS.some(([first, last]) => Number.isInteger(asn) && asn >= first && asn <= last))
      fail(
        scope,
        `asn ${asn} of "${boundary.name}" is not for private use; take one of ${PRIVATE_ASNS.map((range) => range.join("–")).join(" or ")}.`,
      );
    const other = users.get(asn);
    if (other !== undefined)
      fail(
        scope,
        `asn ${asn} is given to "${other}" and to "${boundary.name}"; peered gateways need their own.`,
      );
    users.set(asn, boundary.name);
  }
}

function checkCidrs(scope: Backbone, sites: readonly BackboneSite[]): void {
  const seen: { readonly block: Block; readonly text: string; readonly site: string }[] = [];
  for (const { boundary, cidrs } of sites) {
    if (cidrs.length === 0)
      fail(scope, `"${boundary.name}" has no cidrs; without one nothing is routed to it.`);
    for (const text of cidrs) {
      const block = readBlock(literal(scope, "cidrs", text));
      if (!block || !isPrivate(block)) {
        fail(
          scope,
          `cidr "${text}" of "${boundary.name}" is no private IPv4 block; write one such as "10.40.0.0/16".`,
        );
      }
      const other = seen.find((one) => overlap(one.block, block));
      if (other)
        fail(
          scope,
          `cidr ${text} of "${boundary.name}" overlaps ${other.text} of "${other.site}"; addresses have to be unique across a backbone.`,
        );
      seen.push({ block, text, site: boundary.name });
    }
  }
}

/** The site whose gateway a network joins: the one of the same boundary and region, in whichever stack. */
export function siteOfNetwork(
  scope: Backbone,
  sites: readonly BackboneSite[],
  network: GpuNetwork,
): BackboneSite {
  const { name, region } = RegionalBoundary.of(network);
  const site =
    sites.find(({ boundary }) => boundary.name === name && boundary.region === region) ??
    fail(
      scope,
      `network "${network.node.path}" is in boundary "${name}" in ${region.code}, which is no site; add it to sites.`,
    );
  const block = Token.isUnresolved(network.cidr) ? undefined : readBlock(network.cidr);
  const holds = (cidr: string) => {
    const own = readBlock(cidr);
    return block && own && own.prefix <= block.prefix && overlap(own, block);
  };
  if (block && !site.cidrs.some(holds))
    fail(
      scope,
      `network "${network.node.path}" has ${network.cidr}, which is in none of the site's cidrs (${site.cidrs.join(", ")}); add it there, or nothing is routed back.`,
    );
  return site;
}

/** The pairs that are to be joined, as sites. */
export function readPeerings(
  scope: Backbone,
  { sites, peerings, flows = [] }: BackboneProps,
): readonly (readonly [BackboneSite, BackboneSite])[] {
  checkFlows(scope, sites, flows);
  const used = new Set<BackboneFlow>();
  const seen = new Set<string>();
  const pairs = peerings.map(([one, other]) => {
    const pair = [siteOf(scope, sites, one), siteOf(scope, sites, other)] as const;
    const key = pair
      .map((site) => sites.indexOf(site))
      .sort()
      .join();
    if (one === other || seen.has(key))
      fail(
        scope,
        `peering "${one.name}" with "${other.name}" ${one === other ? "joins a site with itself" : "is listed twice"}; leave it out.`,
      );
    seen.add(key);
    for (const flow of [needed(scope, one, other, flows), needed(scope, other, one, flows)])
      if (flow) used.add(flow);
    return pair;
  });
  const idle = flows.find((flow) => !used.has(flow));
  if (idle)
    fail(
      scope,
      `the flow from "${idle.from}" to "${idle.to}" is needed by no peering; remove it from flows.`,
    );
  return pairs;
}

function siteOf(scope: Backbone, sites: readonly BackboneSite[], boundary: RegionalBoundary): BackboneSite {
  const found = sites.find((site) => site.boundary === boundary);
  return found ?? fail(scope, `peerings name "${boundary.name}", which is not in sites; add it there.`);
}

/**
 * The flow that lets data of one boundary into another. None is needed where whatever the other keeps stays in
 * countries and accounts of the first.
 */
function needed(
  scope: Backbone,
  from: RegionalBoundary,
  to: RegionalBoundary,
  flows: readonly BackboneFlow[],
): BackboneFlow | undefined {
  const beyond = [...without(to.countries, from.countries), ...without(to.accounts, from.accounts)];
  if (beyond.length === 0) return undefined;
  const flow = flows.find((one) => one.from === from.name && one.to === to.name);
  return (
    flow ??
    fail(
      scope,
      `a peering of "${from.name}" with "${to.name}" lets data of "${from.name}" into ${beyond.join(", ")}, beyond its boundary; declare the flow { from: "${from.name}", to: "${to.name}", purpose, authorization } if somebody allowed it, or leave the peering out.`,
    )
  );
}

function checkFlows(scope: Backbone, sites: readonly BackboneSite[], flows: readonly BackboneFlow[]): void {
  const names = sites.map(({ boundary }) => boundary.name);
  for (const { from, to, purpose, authorization } of flows) {
    const unknown = [from, to].find((name) => !names.includes(name));
    if (unknown !== undefined)
      fail(scope, `a flow names "${unknown}", which is no boundary of sites (${names.join(", ")}).`);
    if (purpose.trim() === "" || authorization.trim() === "")
      fail(
        scope,
        `the flow from "${from}" to "${to}" lacks its purpose or authorization; write who allowed what.`,
      );
  }
}

function without(values: readonly string[], others: readonly string[]): string[] {
  return values.filter((value) => !others.includes(value));
}
