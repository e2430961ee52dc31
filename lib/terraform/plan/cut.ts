import { type Body, isBody } from "../configuration";
import { own } from "../value";
import type { Keep, PlannedResource, Wanted } from "./parts";

/** What is held of a resource's values. */
type Held = Pick<PlannedResource, "after" | "unknown" | "noticed">;

/** A resource's values, cut down to what is wanted of them; null where it is not held at all. */
export function heldOf(type: string, after: Body, unknown: unknown, keep: Keep): Held | null {
  const isOpen = keep.isOpen(type);
  const wanted = isOpen && isTelling(type, unknown, keep) ? "everything" : keep.of(type);
  if (wanted !== null && wanted !== "everything" && keep.wants !== undefined)
    return heldWith(keep.wants, wanted, after, unknown, isOpen ? { type, keep } : null);
  if (wanted === "everything" || (isOpen && isTelling(type, after, keep)))
    return { after, unknown, noticed: undefined };
  if (wanted === null) return null;
  return {
    after: only(after, wanted),
    unknown: isBody(unknown) ? only(unknown, wanted) : unknown,
    noticed: undefined,
  };
}

/** A block's expressions, cut down as the values are; null where they are not held. */
export function heldExpressions(type: string, expressions: Body, keep: Keep): Body | null {
  const wanted = keep.isOpen(type) && isTelling(type, expressions, keep) ? "everything" : keep.of(type);
  if (wanted === null) return null;
  return wanted === "everything" || keep.wants !== undefined ? expressions : only(expressions, wanted);
}

/** All in one pass, since this is done for every resource of a large plan. */
function heldWith(
  wants: NonNullable<Keep["wants"]>,
  wanted: ReadonlySet<string>,
  after: Body,
  unknown: unknown,
  open: { readonly type: string; readonly keep: Keep } | null,
): Held {
  let held: Record<string, unknown> | undefined;
  let noticed: readonly string[] | undefined;
  // What JSON makes inherits no names, and this way over it is the fastest.
  for (const name in after) {
    const value = after[name];
    if (open !== null && isTellingAt(open.type, name, value, open.keep))
      return { after, unknown, noticed: undefined };
    if (isAbsent(value) || name === "__proto__") continue;
    const isNoticed = typeof value !== "boolean" && wants(value, name);
    // Most notice one name or none; lists that grow take room for more.
    if (isNoticed) noticed = noticed === undefined ? oneName(name) : [...noticed, name];
    if (!isNoticed && !wanted.has(name)) continue;
    if (held === undefined) held = {};
    held[name] = value;
  }
  return { after: held ?? NOTHING_HELD, unknown, noticed: noticed ?? NOTHING_NOTICED };
}

const NOTHING_HELD: Body = Object.freeze({});
const NOTHING_NOTICED: readonly string[] = Object.freeze([]);

const names = new Map<string, readonly string[]>();
const MOST_NAMES = 10_000;

/** A list of one name, made once: thousands of resources hold the same. */
function oneName(name: string): readonly string[] {
  let list = names.get(name);
  if (list === undefined) {
    list = Object.freeze([name]);
    if (names.size >= MOST_NAMES) names.clear();
    names.set(name, list);
  }
  return list;
}

/** Whether a resource's values, marks or expressions have an attribute whose name tells, at the top or inside. */
function isTelling(type: string, top: unknown, keep: Keep): boolean {
  if (!isBody(top)) return hasTelling(top, keep);
  return Object.keys(top).some((name) => isTellingAt(type, name, top[name], keep));
}

function isTellingAt(type: string, name: string, value: unknown, keep: Keep): boolean {
  return (keep.tells(name) && !keep.isIdle(type, name)) || hasTelling(value, keep);
}

function hasTelling(value: unknown, keep: Keep): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    for (const one of value) if (hasTelling(one, keep)) return true;
    return false;
  }
  const body = value as Body;
  for (const name of Object.keys(body)) if (keep.tells(name) || hasTelling(body[name], keep)) return true;
  return false;
}

function only(body: Body, wanted: Exclude<Wanted, "everything">): Body {
  const result: Record<string, unknown> = {};
  for (const name of wanted) {
    const value = own(body, name);
    if (!isAbsent(value)) result[name] = value;
  }
  return result;
}

/** Null and an empty list read the same as what is not there. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
