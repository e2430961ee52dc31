import { type Cause, direction, type Impact, type VerdictChange } from "../../impact/impact";
import { groupBy } from "../../text/group";
import { counted } from "../format";
import { amount, placeName } from "../words";

/** "becomes blocked", "is no longer blocked". */
export function whatBecomes(change: VerdictChange): string {
  if (direction(change) > 0)
    return change.after.verdict === "blocked" ? "becomes blocked" : "becomes warned of";
  return change.before.verdict === "blocked" ? "is no longer blocked" : "is no longer warned of";
}

/** "8 × nvidia-l4 (no class → 3A090.a) in Bahrain (BH), aws me-south-1"; undefined for what places nothing. */
export function whatStands(change: VerdictChange): string | undefined {
  const { accelerator, count, location, before, after } = change;
  if (accelerator === null || location === null) return undefined;
  const [was, is] = [before.class ?? "no class yet", after.class ?? "no class yet"];
  const found = was === is ? is : `${was} → ${is}`;
  return `${amount({ accelerator, count })} (${found}) in ${placeName(location)}`;
}

/** Changes that differ in where they are only. */
export function alike(changes: readonly VerdictChange[]): (readonly VerdictChange[])[] {
  const same = (change: VerdictChange) =>
    JSON.stringify([
      whatBecomes(change),
      whatStands(change),
      change.because.map(({ rule, changed, finding }) => [rule, changed, finding.message]),
    ]);
  return [...groupBy(changes, same).values()];
}

/** "2023-11-17: the rule begins. (88 FR 73458)", or why no day can be named. */
export function changedLines({ changed, before, after }: Cause): string[] {
  if (changed.length === 0)
    return [`nothing with a date: ${before ?? "silent"} then, ${after ?? "silent"} now.`];
  return changed.map(({ on, says, citations }) => {
    const sources = citations.map(({ cite }) => cite).join(", ");
    return `${on}: ${says}${sources === "" ? "" : ` (${sources})`}`;
  });
}

/** What differs, and what the run as a whole makes of it. */
export function summaryLine(impact: Impact): string {
  return `${differLine(impact)} ${runLine(impact)}`;
}

/** "3 verdicts differ between 2025-01-01 and 2026-11-23: 2 newly blocked, 0 newly warned of, 1 milder." */
export function differLine({ changes, from, to }: Impact): string {
  const count = (wanted: (change: VerdictChange) => boolean) => changes.filter(wanted).length;
  const blocked = count((change) => whatBecomes(change) === "becomes blocked");
  const warned = count((change) => whatBecomes(change) === "becomes warned of");
  const milder = count((change) => direction(change) < 0);
  const days = `between ${from.asOf} and ${to.asOf}`;
  return `${counted(changes.length, "verdict")} ${changes.length === 1 ? "differs" : "differ"} ${days}: ${blocked} newly blocked, ${warned} newly warned of, ${milder} milder.`;
}

export function runLine({ from, to }: Impact): string {
  return `The run as a whole: ${from.verdict} then, ${to.verdict} now.`;
}
