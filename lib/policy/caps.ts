import { countryName } from "../jurisdictions";
import { inForce } from "../jurisdictions/dates";
import type { Cap, Context, Placed, QuantityViolation } from "../rules/rule";
import { groupBy } from "../text/group";
import { grouped } from "../text/number";
import type { Policy } from "./policy";
import { isOver, placedTotal, type Total } from "./total";

/** The ceilings in force that what a rule catches goes beyond, or may: a run shows only a part of what counts. */
export function overCaps(
  caps: readonly Cap[],
  caught: readonly Placed[],
  { policy, asOf }: Context,
): QuantityViolation[] {
  return caps
    .filter((cap) => inForce({ from: cap.from, to: cap.to ?? "9999-12-31" }, asOf) && isFor(cap, policy))
    .flatMap((cap) =>
      totalsUnder(cap, caught, asOf).flatMap(({ where, total }) =>
        isOver(total.tpp, cap.maxTpp) ? [violation(cap, where, total)] : [],
      ),
    );
}

function isFor({ holders }: Cap, { authorizations, asOf }: Policy): boolean {
  return (
    holders === undefined ||
    authorizations.some(
      ({ kind, validFrom, validUntil }) => kind === holders && validFrom <= asOf && asOf <= validUntil,
    )
  );
}

interface Under {
  readonly where: string;
  readonly total: Total;
}

function totalsUnder({ per, isExempt }: Cap, caught: readonly Placed[], asOf: string): Under[] {
  const country = ({ placement }: Placed) => String(placement.place.location.country);
  const counted = caught.filter((one) => !isExempt?.(country(one), asOf));
  if (counted.length === 0) return [];
  if (per === "consignee") return [{ where: "", total: placedTotal(counted) }];
  return [...groupBy(counted, country)].map(([code, placed]) => ({
    where: ` in ${countryName(code)} (${code})`,
    total: placedTotal(placed),
  }));
}

function violation({ maxTpp, says }: Cap, where: string, total: Total): QuantityViolation {
  const placed =
    total.tpp === null
      ? `How much processing performance this run places${where} is not known`
      : `This run places ${shown(total.tpp)} TPP${where}`;
  return {
    address: "organization",
    message: `${placed}; the code caps it at ${shown(maxTpp)} TPP ${says}. What stands outside this run counts too.`,
    total,
    most: { accelerators: null, tpp: maxTpp },
  };
}

function shown(tpp: number): string {
  return grouped(tpp, 1);
}
