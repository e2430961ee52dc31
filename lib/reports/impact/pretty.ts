import picocolors from "picocolors";
import type { Cause, Impact, VerdictChange } from "../../impact/impact";
import { wrap } from "../format";
import { assumptionLines, type PrettyOptions, remarkLines } from "../pretty";
import { addresses, joined, labelled, visible } from "../pretty-lines";
import { alike, changedLines, summaryLine, whatBecomes, whatStands } from "./words";

/** What changes verdict between two days, in text for people: the stricter first, the sum last. */
export function toPretty(impact: Impact, options: PrettyOptions = {}): string {
  const { color = false, width = 100, quiet = false } = options;
  const style = { paint: picocolors.createColors(color), width };
  const shown = visible(impact);
  const groups = alike(shown.changes).filter(
    ([change]) => !quiet || (change && whatBecomes(change) === "becomes blocked"),
  );
  return `${joined([
    headline(shown, style),
    ...groups.map((group) => block(group, style)),
    ...(quiet ? [] : shown.scenarios.map((one) => assumptionLines(one, style))),
    remarkLines(shown, style),
    wrap(summaryLine(shown), width),
  ])}\n`;
}

interface Style {
  readonly paint: ReturnType<typeof picocolors.createColors>;
  readonly width: number;
}

function headline({ tool, policy, from, to }: Impact, { paint, width }: Style): string[] {
  const name = `Landfall ${tool.version}`;
  const line = `${name} · policy ${policy.path ?? "given by the program"} · rules as of ${from.asOf} and ${to.asOf}`;
  return wrap(line, width).map((part, i) => (i === 0 ? part.replace(name, paint.bold(name)) : part));
}

function block(group: readonly VerdictChange[], style: Style): string[] {
  const change = group[0] as VerdictChange;
  const { paint, width } = style;
  const becomes = whatBecomes(change).toUpperCase();
  const color = { "BECOMES BLOCKED": paint.red, "BECOMES WARNED OF": paint.yellow }[becomes] ?? paint.green;
  const stands = whatStands(change);
  return [
    `${color(becomes)} (${change.before.verdict} → ${change.after.verdict})`,
    ...labelled("At", addresses(group), width),
    ...labelled("What", stands === undefined ? [] : [stands], width),
    ...change.because.flatMap((cause) => causeLines(cause, width)),
    ...labelled("What to do", change.remedies, width),
  ];
}

function causeLines(cause: Cause, width: number): string[] {
  const { rule, finding } = cause;
  const sources = finding.citations.map(({ cite, url }) => `${cite} <${url}>`);
  return [
    ...labelled("Because of", [`${rule}: ${finding.message}`], width),
    ...labelled("Changed", changedLines(cause), width),
    ...labelled("Source", sources, width),
  ];
}
