import { findRegion } from "../../regions";
import type { KnownPlaces } from "../inventory/known-place";
import { HIDDEN, type Reading, type Resource } from "../terraform/resource";
import { someText } from "../terraform/synth/walk";
import { isUnknown } from "../terraform/value";
import type { Asking } from "./asking";
import type { DataBoundary } from "./boundary";
import { mayNamePlace } from "./comparators/text";
import { destinationsOf } from "./compare";
import { type Destination, standing } from "./flow";
import { MODULE } from "./module-call";
import type { FlowRule, Names } from "./shape";
import { dataShapeOf, isBenign } from "./tables";

/** Attributes whose texts describe: what they say moves no data. */
export const DESCRIBES =
  /^(tags|tags_all|description|comment|name|name_prefix|arn|id|region|provider|provisioner\.connection|depends_on|\/\/)(\.|$)|(^|\.)(\w+_)?description$/;

/** A way out that no table lists. */
export interface Swept {
  readonly reading: Reading;
  readonly rule: FlowRule;
  readonly to: Destination;
}

/** Texts found to lead nowhere outside, which repeat thousands of times. */
export class Sweep {
  private readonly harmless = new WeakMap<readonly DataBoundary[], Map<string, boolean>>();

  constructor(
    private readonly ask: (resource: Resource, names: Names) => Asking,
    private readonly stated: KnownPlaces,
  ) {}

  /** Whether a closer look at a resource is worth it. */
  isSuspect(resource: Resource, boundaries: readonly DataBoundary[]): boolean {
    const { noticed } = resource;
    if (noticed?.length === 0) return false;
    const isHarmful = (text: string, isName: boolean) =>
      !(isName && PLAIN.test(text)) && !this.isMute(text, resource, boundaries);
    if (noticed === undefined) return resource.mentions(isHarmful);
    return noticed.some((name) => {
      const written = resource.glance(name);
      return written === HIDDEN || someText(written, isHarmful);
    });
  }

  /** Whether a text leads nowhere outside, whichever resource under the same boundaries it stands in. */
  isMute(text: string, resource: Resource, boundaries: readonly DataBoundary[]): boolean {
    if (!mayNamePlace(text)) return true;
    let known = this.harmless.get(boundaries);
    if (known === undefined) {
      known = new Map();
      this.harmless.set(boundaries, known);
    }
    return this.isHarmless(text, known, resource, boundaries);
  }

  private isHarmless(
    text: string,
    known: Map<string, boolean>,
    resource: Resource,
    boundaries: readonly DataBoundary[],
  ): boolean {
    return remembered(known, text, () => {
      if (text.includes("${") || text.includes("%{") || isWholeBucket(text)) return false;
      let asking: Asking | undefined;
      const staysInside = (part: string) => {
        asking ??= this.ask(resource, "text");
        const leads = destinationsOf(part, asking);
        return leads.every((to) => boundaries.every((one) => standing(to, one) === "inside"));
      };
      // Texts differ in thousands of ways, and few regions and owners of ARNs are all that stands in them.
      const parts = Object.hasOwn(this.stated, text) ? null : partsOf(text);
      const isMade = parts?.every((part) => remembered(known, part, () => staysInside(part)));
      return isMade === true || staysInside(text);
    });
  }

  /** Every place of AWS in the texts of a resource that its table does not read anyway. */
  places(resource: Resource): Swept[] {
    const listed = new Set(dataShapeOf(resource.type)?.attributes.map(({ path }) => path));
    return resource.texts().flatMap((reading) => {
      const path = reading.path.replace(/\[[^\]]*\]/g, "");
      if ((DESCRIBES.test(path) && !isModule(resource)) || listed.has(path) || isBenign(resource.type, path))
        return [];
      return this.placesAt(reading, resource, listed.size > 0);
    });
  }

  private placesAt(reading: Reading, resource: Resource, hasTable: boolean): Swept[] {
    const { value } = reading;
    if (isUnknown(value) && value.form === null) return [];
    const isBucket =
      !hasTable && typeof value === "string" && isWholeBucket(value) && !GRANTS.test(reading.path);
    const leads = destinationsOf(value, this.ask(resource, isBucket ? "bucket" : "text"));
    return leads.map((to) => ({ reading, to, rule: ruleOf(to) }));
  }
}

function remembered(known: Map<string, boolean>, key: string, find: () => boolean): boolean {
  let answer = known.get(key);
  if (answer === undefined) {
    answer = find();
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(key, answer);
  }
  return answer;
}

const CODE = /-(?:north|south|east|west|central)[a-z]*-\d/g;
const OWNER = /arn:aws[\w-]*:[\w-]*:[\w-]*:[\w-]*:/g;
const OF_WORD = /[\w-]/;

/**
 * All that a text can name: regions, and what ARNs say in front of the name of a thing. Null where it holds more
 * than that, or may.
 */
function partsOf(text: string): string[] | null {
  if (text.includes("\\")) return null;
  const parts = new Set<string>();
  for (const { 0: found, index } of text.matchAll(CODE)) {
    let [start, end] = [index, index + found.length];
    while (OF_WORD.test(text.charAt(start - 1))) start--;
    while (OF_WORD.test(text.charAt(end))) end++;
    const word = text.slice(start, end);
    if (findRegion("aws", word) === undefined) return null;
    parts.add(word);
  }
  // Whatever the thing is: an access point is the one that can stand in several regions.
  for (const [owner] of text.matchAll(OWNER)) parts.add(`${owner}accesspoint/x`);
  return [...parts];
}

/** Names of attributes, which are many and few. */
const PLAIN = /^\w*$/;

const MOST_REMEMBERED = 100_000;

/** What a module is given means whatever its author likes. */
function isModule({ type }: Resource): boolean {
  return type === MODULE;
}

/** Where ARNs say what somebody may do, not where data goes. */
const GRANTS = /statement|resource|policy|condition|permission/i;

function isWholeBucket(text: string): boolean {
  return /^arn:[^:]*:s3:::[^*\s]+$/.test(text);
}

function ruleOf({ what, account, countries }: Destination): FlowRule {
  if (/:kms:/.test(what)) return "keys";
  if (account !== null && countries === null) return "sharing";
  return /amazonaws\.com|api\.aws/.test(what) ? "network" : "replication";
}
