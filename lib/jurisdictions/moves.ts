import type { Citation } from "../accelerators";
import { countryGroups } from "./country-groups";
import { dayAfter } from "./dates";
import { controlCountry } from "./territories";

/** A country's move into or out of a country group. */
export interface GroupMove {
  /** First day of the new state, `YYYY-MM-DD`. */
  readonly on: string;
  /** "joins Country Group A:5". */
  readonly says: string;
  readonly citations: readonly Citation[];
}

/** The moves of a country that fall after `from` and up to `to`; Hong Kong moves with China. */
export function groupMoves(code: string, from: string, to: string): GroupMove[] {
  const country = controlCountry(code);
  return countryGroups.flatMap(({ id, dated, url }) =>
    dated
      .filter((member) => member.country === country)
      .flatMap((member) => [
        ...(member.from === undefined
          ? []
          : [{ ...member, on: member.from, says: `joins Country Group ${id}` }]),
        ...(member.to === undefined
          ? []
          : [{ ...member, on: dayAfter(member.to), says: `leaves Country Group ${id}` }]),
      ])
      .filter(({ on }) => from < on && on <= to)
      .map(({ on, says, citation }) => ({ on, says, citations: [{ cite: citation, url }] })),
  );
}
