import type { Reading, Resource } from "../terraform/resource";
import { findUnknown, isObject, isUnknown, textOf, type Value } from "../terraform/value";
import type { DataAttribute, Leaks } from "./shape";

/** The readings of a table's path that count: their block says so, and lists in one text are taken apart. */
export function readingsOf(resource: Resource, attribute: DataAttribute): Reading[] {
  if (isNothing(resource.glance(topOf(attribute)))) return [];
  return resource
    .read(attribute.path)
    .filter((reading) => !isUnset(reading.value) && applies(attribute, reading))
    .flatMap((reading) => parts(reading, attribute));
}

function applies({ when = {} }: DataAttribute, { sibling }: Reading): boolean {
  return Object.entries(when).every(([name, values]) => {
    const readings = sibling(name).filter(({ value }) => !isUnset(value));
    return readings.some(({ value }) => isUnknown(value) || values.includes(textOf(value)));
  });
}

function parts(reading: Reading, { separator }: DataAttribute): Reading[] {
  if (separator === undefined || typeof reading.value !== "string") return [reading];
  return reading.value.split(separator).map((value) => ({ ...reading, value: value.trim() }));
}

function isUnset(value: Value): boolean {
  return isUnknown(value) && value.unset !== null;
}

const tops = new WeakMap<DataAttribute, string>();

/** The name at the top of a path. */
export function topOf(attribute: DataAttribute): string {
  let top = tops.get(attribute);
  if (top === undefined) {
    top = attribute.path.split(".")[0] as string;
    tops.set(attribute, top);
  }
  return top;
}

/** Nothing written, or an empty list or block. */
export function isNothing(written: unknown): boolean {
  if (written === undefined || written === null || written === "") return true;
  return Array.isArray(written) && written.length === 0;
}

/** Whether a switch lets data out; `unknown` where its value is not known. */
export function leaks(rule: Leaks, value: Value): boolean | "unknown" {
  const unknown = findUnknown(value);
  if (unknown !== undefined) return rule.when === "set" ? true : "unknown";
  if (rule.when === "set") return !isOff(value);
  const text = textOf(value);
  if (rule.when === "contains") return rule.values.some((one) => text.replace(/\s/g, "").includes(one));
  const isListed = rule.values.includes(text);
  return rule.when === "equals" ? isListed : !isListed;
}

function isOff(value: Value): boolean {
  if (isObject(value)) return Object.keys(value).length === 0;
  return (
    value === null || value === false || value === "" || value === 0 || value === "0" || value === "false"
  );
}
