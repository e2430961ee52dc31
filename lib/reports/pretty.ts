import picocolors from "picocolors";
import type { Location } from "../inventory/placement";
import { countryName } from "../jurisdictions";
import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { columns, counted, figure, printable, wrap } from "./format";

export interface PrettyOptions {
  /** @default false */
  readonly color?: boolean;
  /** Characters in a line. @default 100 */
  readonly width?: number;
  /** Only blocking findings and the verdict. @default false */
  readonly quiet?: boolean;
}

type Paint = ReturnType<typeof picocolors.createColors>;

const WORST_FIRST: readonly Level[] = ["block", "warn", "note"];
/** Addresses named under one finding before the rest is counted. */
const MOST_ADDRESSES = 8;

/** A run in text for people: placements by stack, findings worst first, the verdict last. */
export function toPretty(result: Result, options: PrettyOptions = {}): string {
  const paint = picocolors.createColors(options.color ?? false);
  const width = options.width ?? 100;
  const levels = options.quiet ? WORST_FIRST.slice(0, 1) : WORST_FIRST;
  const sections = [
    ...(options.quiet ? [] : [headline(result, paint), ...placementSections(result, paint)]),
    ...levels.flatMap((level) => findingBlocks(result, level, width, paint)),
    ...limits(result, paint),
    verdict(result, paint),
  ];
  return `${printable(sections.map((lines) => lines.join("\n")).join("\n\n"))}\n`;
}

/** What blocks a run, for an error message: no colours, findings first. */
export function explainBlocked(result: Result): string {
  const paint = picocolors.createColors(false);
  const sections = [...findingBlocks(result, "block", 100, paint), verdict(result, paint)];
  return printable(
    `Landfall refuses this deployment.\n\n${sections.map((lines) => lines.join("\n")).join("\n\n")}`,
  );
}

function headline({ tool, policy }: Result, paint: Paint): string[] {
  return [
    `${paint.bold(`Landfall ${tool.version}`)} · policy ${policy.path ?? "given by the program"} · rules as of ${policy.asOf}`,
  ];
}

function placementSections(result: Result, paint: Paint): string[][] {
  const stacks = groupBy(result.placements, ({ stack }) => stack);
  if (stacks.size === 0) return [["No accelerators are placed."]];
  const verdicts = worstByPlacement(result.findings);
  return [...stacks].map(([stack, placements]) => [
    paint.bold(`Stack ${stack}`),
    ...columns(placements.map((placement) => row(placement, verdicts))),
  ]);
}

function row(placement: JudgedPlacement, verdicts: ReadonlyMap<string, string>): string[] {
  const { address, accelerator, count, class: found, tpp, location } = placement;
  const what = `${count === null ? "? " : figure(count)} × ${accelerator}`;
  const why = verdicts.get(key(placement.stack, address, location)) ?? "allowed";
  return [
    address,
    what,
    found === null ? "no class yet" : found,
    `TPP ${figure(tpp, 0)}`,
    place(location),
    why,
  ];
}

/** What is said of each placement in its row: the worst rules against it. */
function worstByPlacement(findings: readonly Finding[]): Map<string, string> {
  const said = new Map<string, string>();
  for (const level of WORST_FIRST) {
    const hits = findings.filter((one) => one.level === level && one.subject.kind === "placement");
    const byPlace = groupBy(hits, ({ stack, address, location }) => key(stack, address, location));
    for (const [place, list] of byPlace) {
      if (said.has(place)) continue;
      const rules = [...new Set(list.map(({ rule }) => rule))].join(", ");
      said.set(
        place,
        {
          block: `BLOCKED by ${rules}`,
          warn: `allowed, with a warning (${rules})`,
          note: `allowed (${satisfaction(list)})`,
        }[level],
      );
    }
  }
  return said;
}

function satisfaction(findings: readonly Finding[]): string {
  const by = findings.flatMap(({ satisfiedBy }) => {
    if (satisfiedBy === undefined) return [];
    return "waiver" in satisfiedBy
      ? [`waived by ${satisfiedBy.waiver.approvedBy}`]
      : satisfiedBy.authorizations;
  });
  return by.length > 0 ? [...new Set(by)].join(", ") : "with a note";
}

/** One block of lines for all findings of a level that say the same. */
function findingBlocks({ findings }: Result, level: Level, width: number, paint: Paint): string[][] {
  const groups = groupBy(
    findings.filter((finding) => finding.level === level),
    ({ rule, message }) => `${rule} ${message}`,
  );
  return [...groups.values()].map((group) => findingBlock(group, width, paint));
}

function findingBlock(group: readonly Finding[], width: number, paint: Paint): string[] {
  const finding = group[0] as Finding;
  const { rule, level, message, remedy, citations, effective } = finding;
  const since =
    effective.from === null
      ? ""
      : ` (in force since ${effective.from}${effective.to ? ` until ${effective.to}` : ""})`;
  const sources =
    level === "block"
      ? citations.map(({ cite, url }) => `${cite} <${url}>`)
      : [citations.map(({ cite }) => cite).join(", ")];
  const detail = [
    ...labelled("Why", level === "block" ? derivation(finding) : [], width),
    ...labelled("What to do", [remedy], width),
    ...labelled(
      "Source",
      sources.filter((source) => source !== ""),
      width,
    ),
  ];
  return [
    `${label(level, paint)} ${paint.bold(rule)}${since}`,
    ...wrap(message, width, "  "),
    ...labelled("At", addresses(group), width),
    ...(level === "note" ? [] : detail),
    ...labelled("Set aside by", finding.satisfiedBy ? [satisfaction([finding])] : [], width),
  ];
}

function label(level: Level, paint: Paint): string {
  return { block: paint.red("BLOCKED"), warn: paint.yellow("WARNING"), note: paint.cyan("NOTE") }[level];
}

function addresses(group: readonly Finding[]): string[] {
  const all = [
    ...new Set(group.map(({ stack, address }) => (stack === "" ? address : `${stack}: ${address}`))),
  ];
  const rest = all.length - MOST_ADDRESSES;
  return rest > 0 ? [...all.slice(0, MOST_ADDRESSES), `and ${rest} more`] : all;
}

function derivation({ subject }: Finding): readonly string[] {
  return "derivation" in subject ? [...new Set(subject.derivation)] : [];
}

function labelled(name: string, items: readonly string[], width: number): string[] {
  return items.flatMap((item, i) => {
    const lead = i === 0 ? `  ${name}: ` : " ".repeat(name.length + 4);
    const [first, ...rest] = wrap(item, width - lead.length);
    return [lead + (first ?? ""), ...rest.map((line) => " ".repeat(lead.length) + line)];
  });
}

function limits({ notJudged }: Result, paint: Paint): string[][] {
  return notJudged.length === 0
    ? []
    : [
        [
          `${paint.yellow("NOT JUDGED")} by this version, although the policy asks for it: ${notJudged.join(", ")}.`,
        ],
      ];
}

function verdict({ verdict, findings, placements }: Result, paint: Paint): string[] {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  const accelerators = placements.reduce((sum, placement) => sum + (placement.count ?? 0), 0);
  const open = placements.some((placement) => placement.count === null) ? " or more" : "";
  const found = `${counted(accelerators, "accelerator")}${open} in ${counted(placements.length, "placement")}`;
  const said = `${counted(count("block"), "blocking finding")}, ${counted(count("warn"), "warning")}, ${counted(count("note"), "note")}`;
  const word = verdict === "blocked" ? paint.red(paint.bold("BLOCKED")) : paint.green(paint.bold("ALLOWED"));
  return [`${word}: ${found}; ${said}.`];
}

function place({ country, region, zone, cloud }: Location): string {
  const code = zone ?? region ?? "unknown";
  return country === null
    ? `${cloud} ${code}, country not known`
    : `${countryName(country)} (${country}), ${cloud} ${code}`;
}

function key(stack: string, address: string, location: Location | null): string {
  return JSON.stringify([stack, address, location?.country, location?.zone]);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
