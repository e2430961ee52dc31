import type { Level } from "../policy/levels";

/** One of the lists that are merged in the Consolidated Screening List. */
export interface ScreeningList {
  readonly name: string;
  /** What a party on it means for a deployment of accelerators. */
  readonly level: Extract<Level, "block" | "warn">;
  /** True where owners on it pass the restriction on to what they own (15 CFR 744.11(a)(1), 744.21(a)(3)). */
  readonly reachesAffiliates: boolean;
}

const blocks = (name: string, reachesAffiliates: boolean): ScreeningList => ({
  name,
  level: "block",
  reachesAffiliates,
});
const flags = (name: string): ScreeningList => ({ name, level: "warn", reachesAffiliates: false });

/**
 * By code. The law takes some Specially Designated Nationals only, by programs that were not read: all count.
 */
const LISTS: Readonly<Record<string, ScreeningList>> = {
  EL: blocks("Entity List", true),
  MEU: blocks("Military End-User List", true),
  SDN: blocks("Specially Designated Nationals", true),
  DPL: blocks("Denied Persons List", false),
  UVL: blocks("Unverified List", false),
  CMIC: flags("Chinese Military-Industrial Complex Companies"),
  SSI: flags("Sectoral Sanctions Identifications"),
  "NS-MBS": flags("Non-SDN Menu-Based Sanctions"),
  PLC: flags("Palestinian Legislative Council List"),
  CAP: flags("Correspondent Account Sanctions (CAPTA)"),
  DTC: flags("ITAR Debarred"),
  ISN: flags("Nonproliferation Sanctions"),
  FSE: flags("Foreign Sanctions Evaders"),
};

/** A list by its code; one that is not known counts as the strictest. */
export function screeningList(code: string): ScreeningList {
  return Object.hasOwn(LISTS, code) ? (LISTS[code] as ScreeningList) : blocks(code, true);
}

/** Codes of the lists that block, in the order of their weight. */
export const blockingLists: readonly string[] = Object.keys(LISTS).filter(
  (code) => screeningList(code).level === "block",
);
