import type { Asking, Comparator } from "../asking";
import { hasHole, type Mask } from "../documents/mask";
import { type Destination, notKnown } from "../flow";
import { partitionCountry, withAccount } from "./accounts";
import { toRegion } from "./places";

const ARN = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s;

/** Services whose ARNs have no region, because they stand in none. */
const OF_PARTITION = "the whole partition";

/** Region and account of an ARN; undefined for what is none. */
export function compareArn(text: string, asking: Asking, mask: Mask): Destination[] | undefined {
  const [, partition = "", service = "", region = "", account = "", rest = ""] = ARN.exec(text) ?? [];
  if (service === "") return undefined;
  if (service === "s3" && region === "" && !rest.includes("accesspoint/")) {
    return asking.compare(rest === "" ? null : text, "bucket");
  }
  const what = mask.shown(text);
  if (service === "s3" && region === "")
    return [notKnown(what, "a multi-region access point leads to any of its regions")];
  return regionsOf(region, partition, what, asking, mask).flatMap((to) =>
    withAccount(to, account, asking, mask),
  );
}

function regionsOf(
  region: string,
  partition: string,
  what: string,
  asking: Asking,
  mask: Mask,
): Destination[] {
  if (region === "" || region === "*")
    return region === "*" ? [toRegion("*", what)] : [partitionPlace(partition, what, asking)];
  if (!hasHole(region)) return [toRegion(region, what)];
  const only = mask.only(region);
  if (only === undefined) return [notKnown(what, "its region is put together from parts that are not known")];
  // A region that the resource's own provider tells stays where it is.
  const regions = asking.compare(only, "region");
  return regions.length === 0 ? [nowhere(what)] : regions;
}

function partitionPlace(partition: string, what: string, { home }: Asking): Destination {
  const country = partitionCountry(partition, home?.location.region ?? null);
  return country === null
    ? nowhere(what)
    : { ...nowhere(what), what: `${what} (${OF_PARTITION} ${partition})`, countries: [country] };
}

function nowhere(what: string): Destination {
  return { what, region: null, countries: null, account: null, reach: "named", problem: null };
}

/** What has to be an ARN. */
export const compareWholeArn: Comparator = (text, asking, mask) =>
  compareArn(text, asking, mask) ??
  startsWithKnown(text, asking, mask) ?? [notKnown(mask.shown(text), "it is no ARN")];

/** An ARN, or something of the resource's own region unless the documents hold it elsewhere. */
export const compareArnOrId: Comparator = (text, asking, mask) =>
  compareArn(text, asking, mask) ?? startsWithKnown(text, asking, mask) ?? namedPlaces(text, asking);

/** `${aws_s3_bucket.b.arn}/*`: what is added to a reference leads nowhere else. */
function startsWithKnown(text: string, asking: Asking, mask: Mask): Destination[] | undefined {
  const [, lead, rest = ""] = /^(\uE000\d+\uE001)(.*)$/s.exec(text) ?? [];
  if (lead === undefined) return undefined;
  const only = mask.only(lead);
  if (only === undefined || !/^([/:*].*)?$/s.test(rest))
    return [notKnown(mask.shown(text), "it is put together from parts that are not known")];
  return asking.compare(only, asking.names);
}

export function namedPlaces(text: string, { directory, places, resource, isSpread }: Asking): Destination[] {
  if (!isSpread) return [];
  return directory
    .named(text)
    .filter((found) => found !== resource)
    .flatMap((found) => places.of(found) ?? []);
}

/** Something found only through the documents. */
export const compareReference: Comparator = (text, asking, mask) => {
  const arn = compareArn(text, asking, mask) ?? startsWithKnown(text, asking, mask);
  if (arn !== undefined) return arn;
  const found = asking.directory.named(text);
  if (found.length === 0)
    return [notKnown(mask.shown(text), "it is not in the documents, and its name does not tell where it is")];
  return namedPlaces(text, asking);
};

/** Keys are used in the region they are named in; only an ARN names another. */
export const compareKey: Comparator = (text, asking, mask) =>
  text.startsWith("alias/") || /^(mrk-)?[0-9a-f-]{32,40}$/i.test(text)
    ? namedPlaces(text, asking)
    : compareArnOrId(text, asking, mask);
