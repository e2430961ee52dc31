import type { Location } from "../inventory/placement";
import { countryName } from "../jurisdictions";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { counted, figure } from "./format";

export const WORST_FIRST: readonly Level[] = ["block", "warn", "note"];

/** "8 × nvidia-h100-sxm"; a question mark where a scaling limit is not known. */
export function amount({ count, accelerator }: Pick<JudgedPlacement, "count" | "accelerator">): string {
  return `${count === null ? "?" : figure(count)} × ${accelerator}`;
}

/** "Germany (DE), aws eu-central-1". */
export function placeName({ cloud, region, zone, country }: Location): string {
  const code = zone ?? region ?? "unknown";
  return country === null
    ? `${cloud} ${code}, country not known`
    : `${countryName(country)} (${country}), ${cloud} ${code}`;
}

/** What set a finding aside, in a sentence; undefined where nothing did. */
export function setAsideBy({ satisfiedBy }: Finding): string | undefined {
  if (satisfiedBy === undefined) return undefined;
  if ("authorizations" in satisfiedBy) return `Authorized by ${satisfiedBy.authorizations.join(", ")}`;
  const { reason, approvedBy, expires } = satisfiedBy.waiver;
  return `Waived by ${approvedBy} until ${expires}: ${reason}`;
}

/** "BLOCKED: 24 accelerators in 3 placements; 2 blocking findings, 1 warning, 0 notes." */
export function verdictLine({ verdict, findings, placements }: Result): string {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const accelerators = placements.reduce((sum, placement) => sum + (placement.count ?? 0), 0);
  const open = placements.some((placement) => placement.count === null) ? " or more" : "";
  const found = `${counted(accelerators, "accelerator")}${open} in ${counted(placements.length, "placement")}`;
  const said = `${counted(count("block"), "blocking finding")}, ${counted(count("warn"), "warning")}, ${counted(count("note"), "note")}`;
  return `${verdict.toUpperCase()}: ${found}; ${said}.`;
}

/** The rules a policy relies on and nobody judged, in a sentence; undefined where there are none. */
export function notJudgedLine({ notJudged }: Result): string | undefined {
  if (notJudged.length === 0) return undefined;
  return `Not judged by this version, although the policy asks for it: ${notJudged.join(", ")}.`;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Halves of surrogate pairs replaced: other programs refuse a text that has them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
