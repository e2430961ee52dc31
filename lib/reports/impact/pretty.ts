import type { Cause, Impact, VerdictChange } from "../../impact/impact";
import { wrap } from "../format";
import { assumptionLines, remarkLines } from "../pretty";
import { addresses, joined, labelled, linked, visible } from "../pretty-lines";
import { opened, type PrettyOptions, type Style, styleOf } from "../style";
import { alike, changedLines, differLine, runLine, whatBecomes, whatStands } from "./words";

/** What changes verdict between two days, in text for people: the stricter first, the sum last. */
export function toPretty(impact: Impact, options: PrettyOptions = {}): string {
  const { quiet = false } = options;
  const style = styleOf(options);
  const shown = visible(impact);
  const groups = alike(shown.changes).filter(
    ([change]) => !quiet || (change && whatBecomes(change) === "becomes blocked"),
  );
  return `${joined([
    headline(shown, style),
    ...groups.map((group) => block(group, style)),
    ...(quiet ? [] : shown.scenarios.map((one) => assumptionLines(one, style))),
    remarkLines(shown, style),
    [...wrap(differLine(shown), style.prose), runLine(shown)],
  ])}\n`;
}

function headline({ tool, policy, from, to }: Impact, { paint, width }: Style): string[] {
  const name = `Landfall ${tool.version}`;
  const line = `${name} · policy ${policy.path ?? "given by the program"} · rules as of ${from.asOf} and ${to.asOf}`;
  return opened(line, name, paint.bold, width);
}

function block(group: readonly VerdictChange[], style: Style): string[] {
  const change = group[0] as VerdictChange;
  const { paint, width, prose } = style;
  const becomes = whatBecomes(change).toUpperCase();
  const color = { "BECOMES BLOCKED": paint.red, "BECOMES WARNED OF": paint.yellow }[becomes] ?? paint.green;
  const stands = whatStands(change);
  return [
    `${color(becomes)} (${change.before.verdict} → ${change.after.verdict})`,
    ...labelled("At", addresses(group), width),
    ...labelled("What", stands === undefined ? [] : [stands], width),
    ...change.because.flatMap((cause) => causeLines(cause, style)),
    ...labelled("What to do", change.remedies, prose),
  ];
}

function causeLines(cause: Cause, { width, prose, folded }: Style): string[] {
  const { rule, finding } = cause;
  return [
    ...labelled("Because of", [`${rule}: ${finding.message}`], prose),
    ...labelled("Changed", changedLines(cause), prose),
    ...labelled("Source", linked(finding.citations, folded), width),
  ];
}
