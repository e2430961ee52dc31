import type { Provider, Reading, Resource } from "../../terraform/resource";
import { copy, glanced, pathsBelow, readPath, readTexts, someText } from "../../terraform/synth/walk";
import { findUnknown, type Reference, Trace, type Value } from "../../terraform/value";

/** What was found in the texts of a resource. */
export interface Opened {
  readonly resources: readonly Resource[];
  /** Why it, or a part of it, cannot be read, as the end of a sentence; null when all was read. */
  readonly unread: string | null;
}

/** A text that cannot be read; the message is the reason, as the end of a sentence. */
export class Unreadable extends Error {}

/** More reasons than this help nobody. */
const MOST_REASONS = 3;

export function opened(resources: readonly Resource[], reasons: Iterable<string> = []): Opened {
  const distinct = [...new Set(reasons)];
  const more = distinct.length - MOST_REASONS;
  const told = distinct.slice(0, MOST_REASONS).join("; ");
  return { resources, unread: told === "" ? null : more > 0 ? `${told}; and ${more} more` : told };
}

/** One result of several; a part that cannot be read does not hide the others. */
export function together<T>(parts: Iterable<T>, open: (part: T) => Opened): Opened {
  const results = [...parts].map((part) => attempt(() => open(part)));
  return opened(
    results.flatMap(({ resources }) => resources),
    results.flatMap(({ unread }) => unread ?? []),
  );
}

export function attempt(open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    if (error instanceof Unreadable) return opened([], [error.message]);
    const message = error instanceof Error ? error.message : String(error);
    return opened([], [`its text cannot be read (${message})`]);
  }
}

/** A resource inside a text. */
export interface Inside {
  readonly holder: Resource;
  /** What follows the holder's address; nothing for a text that describes the holder itself. */
  readonly within: string | null;
  readonly type: string;
  readonly name: string;
  /** Evaluated. */
  readonly value: Value;
  /** What led to the value. */
  readonly trace: Trace;
  readonly provider: Provider;
  readonly multiplicity?: number | null;
  /** The resources of the same text that a reference means; undefined where it means none. */
  follow?(reference: Reference): readonly Resource[] | undefined;
}

/** As the inventory sees it: like any resource of the configuration. */
export function virtualResource(inside: Inside): Resource {
  const { holder, value, trace } = inside;
  return {
    address: inside.within === null ? holder.address : `${holder.address}#${inside.within}`,
    mode: "managed",
    type: inside.type,
    name: inside.name,
    stack: holder.stack,
    input: holder.input,
    multiplicity: inside.multiplicity === undefined ? holder.multiplicity : inside.multiplicity,
    trace: holder.trace,
    provider: inside.provider,
    stage: holder.stage,
    stands: holder.stands,
    named: (name) => holder.named(name),
    read: (path) => readPath(value, null, path).map((reading) => traced(reading, trace)),
    paths: (isWanted) => pathsBelow(value, null, isWanted),
    texts: () => readTexts(value, null).map((reading) => traced(reading, trace)),
    glance: (name) => glanced(value, name),
    among: () => null,
    source: () => null,
    mentions: (test) => findUnknown(value) !== undefined || someText(value, test),
    follow: (reference) => inside.follow?.(reference) ?? holder.follow(reference),
  };
}

/** A reading whose value was found by following `trace` first. */
function traced(reading: Reading, trace: Trace): Reading {
  return {
    ...reading,
    trace: merged(trace, reading.trace),
    sibling: (path, outwards) => reading.sibling(path, outwards).map((one) => traced(one, trace)),
  };
}

export function merged(...traces: readonly Trace[]): Trace {
  const [first = new Trace(), ...others] = traces;
  const result = copy(first);
  for (const trace of others) follow(result, trace);
  return result;
}

/** Adds what `from` followed. */
export function follow(trace: Trace, from: Trace): void {
  trace.steps.push(...from.steps);
  for (const name of from.assumed) trace.assumed.add(name);
}

/** A provider of which one region is known better than its own. */
export function providerIn(region: Reading | undefined, from: Provider): Provider {
  if (region === undefined) return from;
  return {
    ...from,
    kind: from.kind,
    missing: null,
    read: (path) => (path === "region" ? [region] : path === "zone" ? [] : from.read(path)),
  };
}

/** A provider that does not tell where things stand, and why. */
export function providerNowhere(from: Provider, why: string): Provider {
  return { key: from.key, kind: from.kind, missing: why, read: () => [] };
}

/** A value that stands at no path of the resource, as a reading. */
export function readingOf(path: string, value: Value, trace: Trace = new Trace()): Reading {
  return { path, value, trace, sibling: () => [] };
}
