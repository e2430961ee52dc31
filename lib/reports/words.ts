import type { Location } from "../inventory/placement";
import { countryName, type Review, STALE_AFTER_DAYS } from "../jurisdictions";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { AuthorizationUse } from "../policy/usage";
import type { Input, PluginInput, Result } from "../result";
import { grouped } from "../text/number";
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
export function verdictLine(result: Result): string {
  return `${lead(result)}${whatIsPlaced(result)}; ${LEVEL_NAMES.map((name) => countOf(result, name)).join(", ")}.`;
}

/** The verdict in one line of a width: counts of nothing go first, then words, then what is placed. */
export function verdictWithin(result: Result, width: number): string {
  const counts = LEVEL_NAMES.filter(([level]) => level === "block" || numberOf(result, level) > 0)
    .map((name) => countOf(result, name))
    .join(", ");
  const placed = `${lead(result)}${whatIsPlaced(result)}; ${counts}.`;
  const short = `${lead(result)}${counts}.`;
  const lines = [verdictLine(result), placed, placed.replace(/ blocking findings?/, " blocking"), short];
  return lines.find((line) => line.length <= width) ?? short;
}

const LEVEL_NAMES = [
  ["block", "blocking finding"],
  ["warn", "warning"],
  ["note", "note"],
] as const;

function lead({ verdict }: Result): string {
  return `${verdict.toUpperCase()}: `;
}

function countOf(result: Result, [level, name]: (typeof LEVEL_NAMES)[number]): string {
  return counted(numberOf(result, level), name);
}

function numberOf({ findings }: Result, level: Level): number {
  return findings.filter((finding) => finding.level === level).length;
}

function whatIsPlaced({ placements }: Result): string {
  const accelerators = placements.reduce((sum, placement) => sum + (placement.count ?? 0), 0);
  const open = placements.some((placement) => placement.count === null) ? " or more" : "";
  return `${counted(accelerators, "accelerator")}${open} in ${counted(placements.length, "placement")}`;
}

/** What is to be said of a run as a whole, beyond its findings. */
export interface Remark {
  readonly level: Exclude<Level, "block">;
  readonly text: string;
}

/** The part of a result that remarks are about; the outcome of other commands has it too. */
type Remarkable = Pick<Result, "notJudged" | "law" | "inputs" | "plugins"> & {
  readonly policy: { readonly digest: string };
};

/** What a run did not judge, and how far what it judged by was checked. */
export function remarksOf({ notJudged, law, inputs, policy, plugins }: Remarkable): Remark[] {
  const noList = `Not judged, as no screening list is given (\`screening.list\` in the policy, or --list): ${notJudged.join(", ")}.`;
  return [
    ...(notJudged.length === 0 ? [] : [{ level: "note" as const, text: noList }]),
    ...plugins.map(pluginRemark),
    ...inputs.flatMap((input) => guardRemark(input, policy.digest)),
    ...reviewRemark(law),
  ];
}

/** Whose rules these are: a reader must not take them for law. */
function pluginRemark({ name, rules }: PluginInput): Remark {
  return { level: "note", text: `Judged by ${name} too: ${rules.map(({ id }) => id).join(", ")}.` };
}

/** A plan should come from what a guard let through. It is judged itself, so nothing hangs on it. */
function guardRemark({ path, kind, guardedBy }: Input, digest: string): Remark[] {
  if (kind !== "plan" || guardedBy.includes(digest)) return [];
  const by = guardedBy.length === 0 ? "no guard has judged" : "a guard has judged by another policy";
  return [{ level: "note", text: `${path} was made from a configuration that ${by}.` }];
}

/**
 * What the facts behind an answer do not reach; nothing for a day they do. It is no finding: it is about Landfall
 * and not about what is deployed, so no policy can mend or waive it, and it must not fail a build by the calendar.
 */
export function reviewRemark({ reviewedUntil, daysSince }: Review): Remark[] {
  if (daysSince === 0) return [];
  const days = daysSince === 1 ? "the day" : `the ${grouped(daysSince)} days`;
  const text = `The law was checked up to ${reviewedUntil}; what changed in ${days} since is not known here.`;
  return daysSince > STALE_AFTER_DAYS
    ? [{ level: "warn", text: `${text} Update Landfall before you rely on this.` }]
    : [{ level: "note", text }];
}

/** "BIS D1234567: 24 accelerators used, 104 left; 379,968 TPP used": what a run takes of an authorization. */
export function useLine({ reference, used, left }: AuthorizationUse): string {
  const part = (unit: "accelerators" | "tpp", name: string) => {
    const { [unit]: count } = used;
    if (count === null) return `${name} used are not known`;
    return `${figure(count, 1)} ${name} used${left[unit] === null ? "" : `, ${figure(left[unit], 1)} left`}`;
  };
  return `${reference}: ${part("accelerators", "accelerators")}; ${part("tpp", "TPP")}`;
}

/** Halves of surrogate pairs replaced: other programs refuse a text that has them. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
