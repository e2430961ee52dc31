import { isIP } from "node:net";
import type { Asking, Comparator } from "../asking";
import { hasHole, type Mask } from "../documents/mask";
import { type Destination, inCountries, notKnown, toWorld } from "../flow";
import { namedPlaces } from "./arn";
import { compareBucket } from "./bucket";
import { toRegion } from "./places";

const PRIVATE =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][0-9a-f]{2}:|fe80:|::1(\/|$))/i;

/** Wider than anything one network has: halves of the world are the world. */
const WIDEST = { 4: 7, 6: 11 } as const;

export const compareCidr: Comparator = (text, asking, mask) => {
  if (/^pl-/.test(text)) {
    const found = asking.directory.named(text);
    return found.length > 0
      ? namedPlaces(text, asking)
      : [notKnown(text, "what the prefix list holds is not in the documents")];
  }
  if (hasHole(text))
    return [notKnown(mask.shown(text), "the range is put together from parts that are not known")];
  const [address = "", width] = text.split("/");
  const version = isIP(address);
  if (version === 0)
    return /^(\*|any)$/i.test(text)
      ? [toWorld("every address")]
      : [notKnown(text, `\`${text}\` is no address range`)];
  if (width !== undefined && Number(width) <= WIDEST[version as 4 | 6])
    return [toWorld(`the addresses ${text}`)];
  return PRIVATE.test(text)
    ? []
    : [notKnown(`the addresses ${text}`, "who uses public addresses, and where, is not known")];
};

const GLOBAL_SERVICE = /^com\.amazonaws\.(s3-global|[\w-]*global[\w-]*)\./;

export const compareEndpointService: Comparator = (text, asking, mask) => {
  const what = mask.shown(text);
  const only = mask.only(text);
  if (only !== undefined) return asking.compare(only, "arn-or-id");
  const [, region] =
    /^(?:cn\.)?com\.amazonaws\.(?:vpce\.)?([^.]+)\./.exec(text) ?? /^aws\.[\w-]+\.([^.]+)\./.exec(text) ?? [];
  if (region === undefined || GLOBAL_SERVICE.test(text))
    return [notKnown(what, "the name of the service does not tell its region")];
  const inside = hasHole(region) ? mask.only(region) : undefined;
  const regions = inside ? asking.compare(inside, "region") : [toRegion(region, what)];
  const isForeign =
    /\bvpce-svc-/.test(text) &&
    asking.directory.named(text).length === 0 &&
    !Object.hasOwn(asking.known, text);
  return isForeign ? [...regions, owner(what)] : regions;
};

/** Behind an endpoint service that is not in the documents stands somebody. */
function owner(what: string): Destination {
  return { ...notKnown(what, "whose endpoint service it is, is not known"), countries: null };
}

const LOCAL_NAME = /^(localhost|[^.]+|.*\.(internal|local|localhost|svc|svc\.cluster\.local))$/i;

export const compareUrl: Comparator = (text, asking, mask) => {
  const host = hostOf(text);
  const only = mask.only(host);
  if (only !== undefined) return asking.compare(only, "arn-or-id");
  if (Object.hasOwn(asking.known, host)) return [inCountries(host, null, [asking.known[host] as string])];
  if (hasHole(host) && !/\.(amazonaws\.com(\.cn)?|api\.aws)$/.test(host))
    return [notKnown(mask.shown(text), "the host is put together from parts that are not known")];
  return toHost(host, asking, mask) ?? [notKnown(mask.shown(host), "where the host stands is not known")];
};

function hostOf(text: string): string {
  const rest = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/^[^/@]*@/, "");
  return (rest.split(/[/?#]/)[0] as string).replace(/:\d+$/, "").toLowerCase();
}

/** A host of AWS, or one that is nowhere but here. */
function toHost(host: string, asking: Asking, mask: Mask): Destination[] | undefined {
  if (isIP(host) !== 0) return PRIVATE.test(host) ? [] : undefined;
  if (/(^|\.)s3[.-].*amazonaws\.com(\.cn)?$/.test(host)) return compareBucket(host, asking, mask);
  const amazon = toAmazonHost(host, asking, mask);
  if (amazon !== undefined) return amazon;
  const found = asking.directory.named(host);
  if (found.length > 0) return namedPlaces(host, asking);
  return LOCAL_NAME.test(host) ? [] : undefined;
}

/** The region in a host of AWS's; undefined for other hosts. */
export function toAmazonHost(host: string, asking: Asking, mask: Mask): Destination[] | undefined {
  if (!/\.(amazonaws\.com(\.cn)?|api\.aws|on\.aws)$/.test(host)) return undefined;
  const what = mask.shown(host);
  const hole = /\uE000\d+\uE001/.exec(host)?.[0];
  const labels = host.split(".");
  const region = labels.find((label) => /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(label));
  if (region !== undefined) return [toRegion(region, what)];
  if (hole !== undefined) {
    const only = mask.only(hole);
    return only && labels.includes(hole)
      ? asking.compare(only, "region")
      : [notKnown(what, "the region of the host is not known")];
  }
  return labels.length === 3 ? [] : [notKnown(what, "the host does not tell its region")];
}

/** Images are pulled in, not carried out; a registry of AWS has a region and an owner. */
export const compareImage: Comparator = (text, asking, mask) => {
  const host = text.split("/")[0] as string;
  if (!host.includes(".dkr.ecr")) return [];
  const regions = toAmazonHost(host, asking, mask) ?? [];
  const account = host.split(".")[0] as string;
  return [...regions, ...asking.compare(mask.only(account) ?? account, "account")];
};
