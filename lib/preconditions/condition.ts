import type { Placement } from "../inventory/placement";
import { isLiteral } from "../terraform/expressions/evaluate";
import type { Blocking } from "./blocking";
import { isOfFamily, isPlain } from "./machines";
import { hasOwnZone, isOwnZone, isRegion, type RegionGroup, regionGroups } from "./places";
import { quotedTemplate } from "./text";

/**
 * The condition, as a text of a JSON configuration, under which what Terraform will know of a placement at plan is
 * allowed. Undefined where it cannot be written: what leaves the placement open is no expression of the resource's
 * own module, or is another cloud's.
 */
export function conditionOf(placement: Placement, blocking: Blocking): string | undefined {
  const machine = openMachine(placement);
  if (machine === undefined || !isExpressible(placement)) return undefined;
  const { region, zone } = placement.place.expressions ?? {};
  const regionText = region && quotedTemplate(region);
  const zoneTest = zone && isOwnZone(zone);
  if ((region && !regionText) || (zone && !zoneTest)) return undefined;
  const groups = regionText ? regionGroups(placement.place) : [hereAlone(placement)];
  const test = (countries: readonly string[]) =>
    machine.text ? isOfFamily(countries, blocking) : isAllowedAnyway(placement, countries, blocking);
  const there = alternatives(groups, regionText, test);
  const allowed = there === undefined ? undefined : both(zoneTest, there);
  if (machine.text) return eachMachine(machine.text, allowed);
  // Nothing to test is nothing left open.
  return allowed ? `\${try(${allowed}, false)}` : undefined;
}

/** The machine's text where it is open, none where it is known; undefined where nothing can be said. */
function openMachine({ problem, expression, assumed, place }: Placement): { text?: string } | undefined {
  if (expression !== undefined && !isLiteral(expression)) {
    const text = quotedTemplate(expression);
    return text === undefined ? undefined : { text };
  }
  // A default decides something, and nothing written here says what.
  const isOpen = problem !== null || assumed.some((name) => !place.assumed.includes(name));
  return isOpen ? undefined : {};
}

function isExpressible({ place, problem }: Placement): boolean {
  if (place.location.cloud !== "aws") return false;
  if ([problem, place.problem].some((one) => one !== null && one.rule !== "gate/unresolved")) return false;
  const isOpen = place.problem !== null || place.assumed.length > 0;
  return (!isOpen || place.expressions !== undefined) && hasOwnZone(place);
}

/** A place that is known but for its zone. */
function hereAlone({ place: { countries, expressions } }: Placement): RegionGroup {
  const possible = countries === "any" ? [] : countries;
  // The region's own country is the first of those it could be, and the zone is tested to stand there.
  return { regions: [], countries: expressions?.zone === undefined ? possible : possible.slice(0, 1) };
}

/** A Terraform expression that is true where one of the groups allows it; undefined where none does. */
function alternatives(
  groups: readonly RegionGroup[],
  region: string | undefined,
  testIn: (countries: readonly string[]) => string | undefined,
): string | undefined {
  const allowed = new Map<string, string[]>();
  for (const { regions, countries } of groups) {
    const test = countries.length === 0 ? undefined : testIn(countries);
    if (test !== undefined) allowed.set(test, [...(allowed.get(test) ?? []), ...regions]);
  }
  const terms = [...allowed].map(([test, regions]) =>
    both(region && isRegion(region, regions.toSorted()), test),
  );
  return terms.length > 1 ? `anytrue([${terms.join(", ")}])` : terms[0];
}

/** Either may say nothing. */
function both(one: string | undefined, other: string): string {
  return [one ?? "", other].filter((test) => test !== "").join(" && ");
}

/** Whatever Terraform cannot tell of a name, an empty or absent one included, is refused. */
function eachMachine(text: string, allowed: string | undefined): string {
  const machines = `flatten([${text}])`;
  const either = allowed === undefined ? isPlain : `(${isPlain} || ${allowed})`;
  return `\${length(${machines}) > 0 && alltrue([for m in ${machines} : try(length(m) > 0 && ${either}, false)])}`;
}

/** Nothing more to test where every accelerator that the placement may use is allowed; undefined where one is not. */
function isAllowedAnyway(
  { accelerators }: Placement,
  countries: readonly string[],
  blocking: Blocking,
): string | undefined {
  if (accelerators === "any") return undefined;
  const isBlocked = (one: string) => countries.some((country) => blocking(one, country) !== undefined);
  return accelerators.some(isBlocked) ? undefined : "";
}
