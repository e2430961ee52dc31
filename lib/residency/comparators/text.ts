import { findRegion } from "../../../regions";
import type { Asking, Comparator } from "../asking";
import type { Mask } from "../documents/mask";
import type { Destination } from "../flow";
import { parsesToObject } from "../json-text";
import { compareArn } from "./arn";
import { toAmazonHost } from "./network";
import { toRegion } from "./places";

/** Marks of texts that may name a place of AWS; everything else is passed over quickly. */
const MAY_NAME = /arn:aws|amazonaws\.com|api\.aws|-(?:north|south|east|west|central)[a-z]*-\d/;

/** `us-east-1`. */
const SHORTEST = 9;

/** With a wildcard in its region an ARN says what may be touched, not where anything goes. */
const ARN = /arn:aws[\w-]*:[\w-]*:[\w\uE000\uE001-]*:[\w\uE000\uE001-]*:[^\s"'`,;<>()]*/g;
const HOST = /(?:[\w\uE000\uE001-]+\.)+(?:amazonaws\.com(?:\.cn)?|api\.aws)(?![\w.])/g;
const REGION = /(?<![\w-])[a-z]{2,4}(?:-[a-z]+)+-\d(?![\w-])/g;
const ZONE = /(?<![\w-])([a-z]{2,4}(?:-[a-z]+)+-\d)[a-z](?![\w-])/g;

export function mayNamePlace(text: string): boolean {
  return text.length >= SHORTEST && MAY_NAME.test(text);
}

/** Everything in a text that is a place of AWS: ARNs, hosts, region codes that stand alone. */
export const compareText: Comparator = (text, asking, mask) => {
  if (!mayNamePlace(text)) return [];
  const parsed = parsesToObject(text);
  if (parsed !== undefined) return textsIn(parsed).flatMap((inner) => placesIn(inner, asking, mask));
  return placesIn(text, asking, mask);
};

function placesIn(text: string, asking: Asking, mask: Mask): Destination[] {
  if (!mayNamePlace(text)) return [];
  const arns = [...text.matchAll(ARN)].map(([arn]) => arn);
  const rest = arns.reduce((left, arn) => left.replace(arn, " "), text);
  const hosts = [...rest.matchAll(HOST)].map(([host]) => host);
  const plain = hosts.reduce((left, host) => left.replace(host, " "), rest);
  return [
    // A bucket in a text is no way to it: policies and scripts name what they like.
    ...arns
      .filter((arn) => !/^arn:[^:]*:s3:::/.test(arn))
      .flatMap((arn) => compareArn(arn, asking, mask) ?? []),
    ...hosts.flatMap((host) => toAmazonHost(host.toLowerCase(), asking, mask)?.filter(isPlace) ?? []),
    ...codesIn(plain).map((code) => toRegion(code)),
  ];
}

/** Global hosts say nothing, and need not. */
function isPlace({ region }: Destination): boolean {
  return region !== null;
}

function codesIn(text: string): string[] {
  const codes = [
    ...[...text.matchAll(REGION)].map(([code]) => code),
    ...[...text.matchAll(ZONE)].map(([, code]) => code as string),
  ];
  return codes.filter((code) => findRegion("aws", code) !== undefined);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}
