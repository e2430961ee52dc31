import { locateZone } from "../../../regions";
import type { Asking, Comparator } from "../asking";
import { hasHole, type Mask } from "../documents/mask";
import { type Destination, inCountries, notKnown } from "../flow";
import { compareArn } from "./arn";
import { toRegion } from "./places";

/** A bucket by any of the ways there are to name one. */
export const compareBucket: Comparator = (text, asking, mask) => {
  if (/^arn:[^:]*:s3:::./.test(text))
    return bucketNamed(firstOf(text.replace(/^arn:[^:]*:s3:::/, "")), asking, mask);
  const arn = compareArn(text, asking, mask);
  if (arn !== undefined) return arn;
  const address = /^(?:s3[an]?|https?):\/\/(.+)$/s.exec(text)?.[1];
  if (address !== undefined && text.startsWith("s3")) return bucketNamed(firstOf(address), asking, mask);
  return hostNamed(address ?? text, asking, mask) ?? bucketNamed(firstOf(text), asking, mask);
};

function firstOf(path: string): string {
  return path.split("/")[0] as string;
}

/** `logs.s3.eu-central-1.amazonaws.com`, `s3.eu-central-1.amazonaws.com/logs`. */
function hostNamed(address: string, asking: Asking, mask: Mask): Destination[] | undefined {
  const [host = "", first = ""] = address.split("/");
  const [, bucket, region] =
    /^(?:(.+)\.)?s3(?:-website|-accelerate|-fips)?(?:\.dualstack)?[.-]?([a-z0-9-]*)\.amazonaws\.com(?:\.cn)?$/.exec(
      host,
    ) ?? [];
  if (region === undefined) return undefined;
  return region === "" ? bucketNamed(bucket ?? first, asking, mask) : [toRegion(region, mask.shown(address))];
}

function bucketNamed(name: string, asking: Asking, mask: Mask): Destination[] {
  const only = mask.only(name);
  if (only !== undefined) return asking.compare(only, "bucket");
  const what = `bucket \`${mask.shown(name)}\``;
  if (hasHole(name)) return [notKnown(what, "its name is put together from parts that are not known")];
  const country = Object.hasOwn(asking.known, name) ? asking.known[name] : undefined;
  if (country !== undefined) return [inCountries(what, null, [country])];
  const zone = /--([a-z0-9-]+)--x-s3$/.exec(name)?.[1];
  if (zone !== undefined) return inZone(zone, what);
  const found = asking.directory.bucket(name);
  if (found.length === 0)
    return [notKnown(what, "no document here makes it, and its name does not tell its region")];
  return found.flatMap((bucket) => asking.places.of(bucket) ?? []);
}

/** The name of a directory bucket carries its zone. */
function inZone(zone: string, what: string): Destination[] {
  const place = locateZone("aws", zone);
  return place === undefined || place.country === null
    ? [notKnown(what, `\`${zone}\` is not a zone we know`)]
    : [inCountries(what, place.region, [place.country])];
}
