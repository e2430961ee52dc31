import { type RuleId, ruleIds } from "../policy/rule-ids";
import { type Control, type ControlName, controls, unenforced } from "./controls";
import { type Gap, gaps } from "./gaps";

/** What stands for a rule at run time. */
export interface Coverage {
  readonly rule: RuleId;
  /** Kinds of statements; empty: none, and `gap` says why. */
  readonly controls: readonly ControlName[];
  readonly gap?: string;
}

/** Every rule in the order of the list. One that is in neither table is a defect that a test finds. */
export function coverage(): Coverage[] {
  const all = Object.entries<Control>(controls) as [ControlName, Control][];
  return ruleIds.map((rule) => {
    const gap = unenforced[rule];
    return {
      rule,
      controls: all.flatMap(([name, { rules }]) => (rules.includes(rule) ? [name] : [])),
      ...(gap !== undefined && { gap }),
    };
  });
}

/** The tables of the documentation. */
export function coverageText(): string {
  const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(", ");
  return [
    "### Rules",
    table(
      ["Rule at synth", "Statements at run time"],
      coverage().map((one) => [
        `\`${one.rule}\``,
        one.controls.length > 0 ? names(one.controls) : `None. ${one.gap}`,
      ]),
    ),
    "### Statements",
    table(
      ["Statement", "Denies", "What passes"],
      Object.entries<Control>(controls).map(([name, control]) => [
        `\`${name}\``,
        control.denies,
        names(control.gaps),
      ]),
    ),
    "### What no runtime control stops, and what these do not",
    table(
      ["Gap", "What it means"],
      (Object.keys(gaps) as Gap[]).map((gap) => [`\`${gap}\``, gaps[gap]]),
    ),
  ].join("\n\n");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
