import type { Location, Placement } from "../inventory/placement";
import type { Scenario } from "../rules/scenario";
import type { Finding } from "./finding";

/** What proposed law would block. It is told beside the findings and decides nothing. */
export interface Assumption extends Omit<Scenario, "judge" | "explanation"> {
  readonly findings: readonly AssumedFinding[];
}

/** One accelerator at one address that proposed law would block. */
export interface AssumedFinding {
  readonly stack: string;
  readonly input: string;
  readonly address: string;
  readonly message: string;
  readonly accelerator: string;
  readonly count: number | null;
  readonly location: Location;
  /** Whether law in force blocks it already, authorizations and waivers heeded. */
  readonly today: "allowed" | "blocked";
}

/** What a scenario says of a placement: of an accelerator it uses, or could use. */
export type Ask = (
  scenario: Scenario,
  placement: Placement,
) => { readonly accelerator: string; readonly message: string } | undefined;

export function assumptionOf(
  scenario: Scenario,
  placements: readonly Placement[],
  findings: readonly Finding[],
  ask: Ask,
): Assumption {
  const { judge: _, explanation: __, ...text } = scenario;
  const blocked = new Set(findings.filter(({ level }) => level === "block").map(keyOf));
  return {
    ...text,
    findings: placements.flatMap((placement) => {
      const said = placement.exists ? ask(scenario, placement) : undefined;
      if (said === undefined) return [];
      const { stack, input, address, count, place } = placement;
      const today = blocked.has(keyOf(placement)) ? "blocked" : "allowed";
      return [{ stack, input, address, ...said, count, location: place.location, today }];
    }),
  };
}

/** A resource that is blocked is not made, so that none of its placements is. */
function keyOf({ stack, input, address }: Pick<Finding, "stack" | "input" | "address">): string {
  return JSON.stringify([stack, input, address]);
}
