import { findRegion } from "../../regions";
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

  constructor(private readonly ask: (resource: Resource, names: Names) => Asking) {}

  /** Whether a closer look at a resource is worth it. */
  isSuspect(resource: Resource, boundaries: readonly DataBoundary[]): boolean {
    let harmless = this.harmless.get(boundaries);
    if (harmless === undefined) {
      harmless = new Map();
      this.harmless.set(boundaries, harmless);
    }
    const known = harmless;
    const isHarmful = (text: string, isName: boolean) =>
      !(isName && PLAIN.test(text)) &&
      mayNamePlace(text) &&
      !isPlainlyInside(text, boundaries) &&
      !this.isHarmless(text, known, resource, boundaries);
    const { noticed } = resource;
    if (noticed === undefined) return resource.mentions(isHarmful);
    return noticed.some((name) => {
      const written = resource.glance(name);
      return written === HIDDEN || someText(written, isHarmful);
    });
  }

  private isHarmless(
    text: string,
    known: Map<string, boolean>,
    resource: Resource,
    boundaries: readonly DataBoundary[],
  ): boolean {
    let harmless = known.get(text);
    if (harmless === undefined) {
      const isHidden = text.includes("${") || text.includes("%{") || isWholeBucket(text);
      const leads = isHidden ? [] : destinationsOf(text, this.ask(resource, "text"));
      harmless = !isHidden && leads.every((to) => boundaries.every((one) => standing(to, one) === "inside"));
      if (known.size > MOST_REMEMBERED) known.clear();
      known.set(text, harmless);
    }
    return harmless;
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

/** Anything like a region's code, a longer word around it included. */
const CODE = /[a-z0-9]+(?:-[a-z0-9]+)+-\d\b/g;

/** Whether all that a text can name are regions inside: nearly every text that names any does so. */
function isPlainlyInside(text: string, boundaries: readonly DataBoundary[]): boolean {
  if (UNUSUAL.test(text)) return false;
  for (const code of text.match(CODE) ?? []) {
    const country = findRegion("aws", code)?.country;
    const isInside = (one: DataBoundary) =>
      country && one.problem === null && one.countries.includes(country);
    if (!boundaries.every(isInside)) return false;
  }
  return boundaries.every(({ accounts }) => accounts === null);
}

/** Templates, other partitions, and a bucket that may be all there is. */
const UNUSUAL = /\$\{|%\{|arn:aws-|^arn:aws:s3:::/;

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
