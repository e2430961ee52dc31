import type { Citation } from "../rules/rule";
import { withoutIndex } from "../text/address";
import { groupBy } from "../text/group";
import { printableLine } from "../text/printable";
import { hanging } from "./format";

/** Addresses named under one finding before the rest is counted. */
const MOST_ADDRESSES = 8;

/** Sections with a blank line between them; empty ones are left out. */
export function joined(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return filled.map((lines) => lines.join("\n")).join("\n\n");
}

/** The same with every text in one line and without characters that could rewrite a terminal. */
export function visible<T>(value: T): T {
  if (typeof value === "string") return printableLine(value) as T;
  if (Array.isArray(value)) return value.map(visible) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, visible(inner)])) as T;
}

/** By stack, the first few of each. */
export function addresses(group: readonly { readonly stack: string; readonly address: string }[]): string[] {
  const stacks = groupBy(group, ({ stack }) => stack);
  return [...stacks].map(([stack, findings]) => {
    const instances = groupBy(distinct(findings.map(({ address }) => address)), withoutIndex);
    const all = [...instances.values()].map(([first, ...others]) => first + andMore(others.length));
    const rest = all.length - MOST_ADDRESSES;
    const named = all.slice(0, MOST_ADDRESSES).join(", ") + andMore(Math.max(0, rest));
    return stack === "" ? named : `stack ${stack}: ${named}`;
  });
}

function andMore(count: number): string {
  return count === 0 ? "" : ` and ${count} more`;
}

/** Items under a name, further lines indented below the first. */
export function labelled(name: string, items: readonly string[], width: number): string[] {
  return items.flatMap((item, i) =>
    hanging(i === 0 ? `  ${name}: ` : " ".repeat(name.length + 4), item, width),
  );
}

/** Where to read each; folded, of many the first alone, which is the provision itself. */
export function linked(citations: readonly Citation[], folded: boolean): string[] {
  const links = citations.map(({ cite, url }) => `${cite} <${url}>`);
  if (!folded || citations.length <= MOST_LINKS) return links;
  return [...links.slice(0, 1), moreIfVerbose(links.length - 1)];
}

const MOST_LINKS = 2;

export function moreIfVerbose(count: number): string {
  return `… and ${count} more (--verbose)`;
}

export function cites(citations: readonly Citation[]): string {
  return citations.map(({ cite }) => cite).join("; ");
}

export function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
