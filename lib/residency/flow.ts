import type { Level } from "../policy/levels";
import type { DataBoundary } from "./boundary";
import type { FlowRule } from "./shape";

/** Where data goes. */
export interface Destination {
  /** In words: "bucket `logs`", "us-east-1", "account 111122223333". */
  readonly what: string;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2: the country, every country it may be, or "any"; null where no place is named. */
  readonly countries: readonly string[] | "any" | null;
  /** Null where no other account is named. */
  readonly account: string | null;
  readonly reach: "named" | "organization" | "world";
  /** Why the place, the account or both are not known, as the end of a sentence. */
  readonly problem: string | null;
  /** True where a plan will tell, so that the unknown need not block before there is one. */
  readonly isToldLater?: boolean;
  /** True for a policy document of which a plan shows nothing but that it names resources inside. */
  readonly isHiddenByPlan?: boolean;
}

/** A way by which data of a resource leaves a boundary, or may. */
export interface DataFlow {
  readonly address: string;
  readonly stack: string;
  readonly input: string;
  readonly type: string;
  /** Where it is written, with indices: `rule[0].destination[0].bucket`. */
  readonly attribute: string;
  readonly rule: FlowRule;
  readonly level?: Exclude<Level, "block">;
  readonly to: Destination;
  /** The boundary it leaves, or may leave. */
  readonly boundary: DataBoundary;
  /** How it stands to the boundary: some values of a place that is not known lie outside, or the place itself does. */
  readonly verdict: "outside" | "unknown" | "assumed";
  /** Region the data comes from; null where that is not known. */
  readonly home: string | null;
  /** True when it is there already. */
  readonly stands: boolean;
  readonly steps: readonly string[];
  /** Variables whose default decided it. */
  readonly assumed: readonly string[];
}

const NAMED = { region: null, countries: null, account: null, reach: "named", problem: null } as const;

export function inCountries(
  what: string,
  region: string | null,
  countries: Destination["countries"],
): Destination {
  return { ...NAMED, what, region, countries };
}

export function toAccount(account: string): Destination {
  return { ...NAMED, what: `account ${account}`, account };
}

export function toWorld(what: string): Destination {
  return { ...NAMED, what, reach: "world" };
}

export function toOrganization(what: string): Destination {
  return { ...NAMED, what, reach: "organization" };
}

export function notKnown(what: string, problem: string): Destination {
  return { ...NAMED, what, countries: "any", problem };
}

/** How a destination stands to a boundary. */
export function standing(to: Destination, boundary: DataBoundary): "inside" | "outside" | "unknown" {
  if (boundary.problem !== null || to.isHiddenByPlan) return "unknown";
  if (to.reach === "world") return "outside";
  if (to.reach === "organization" && boundary.accounts !== null) return "outside";
  if (to.account !== null && boundary.accounts !== null && !boundary.accounts.includes(to.account))
    return "outside";
  if (to.countries === null) return to.problem === null || boundary.accounts === null ? "inside" : "unknown";
  if (to.countries === "any") return to.problem === null ? "outside" : "unknown";
  const out = to.countries.filter((country) => !boundary.countries.includes(country));
  if (out.length === 0) return "inside";
  return to.problem === null || out.length === to.countries.length ? "outside" : "unknown";
}
