import { stringify } from "yaml";
import { countryName } from "../jurisdictions";
import type { Level } from "../policy/levels";
import { RULE_IDS } from "../policy/rule-ids";
import { examplePolicy } from "../rules/examples";
import type { Example, Rule } from "../rules/rule";

const VERIFIED: Readonly<Record<Rule["verification"], string>> = {
  verified: "Verified: the primary text was read, or independent readers agree.",
  "single-source": "Known from a single source.",
  unverified: "Not verified.",
  own: "Not law: a rule of Landfall's or of the organization's own.",
};

/** One rule in full, in Markdown: what `landfall explain` prints and `docs/rules/` holds. */
export function rulePage(rule: Rule): string {
  const level: Level = RULE_IDS[rule.id];
  const { blocked, allowed } = rule.examples;
  return `${[
    `# ${rule.id}`,
    `**${rule.title}.** Default level: \`${level}\`.`,
    rule.explanation,
    "## What to do",
    rule.remedy,
    "## History",
    table(
      ["From", "To", "What it says"],
      rule.history.map(({ from, to, says }) => [from ?? "always", to ?? "today", says]),
    ),
    "## Sources",
    ...(rule.citations.length === 0
      ? []
      : [rule.citations.map(({ cite, url }) => `- [${cite}](${url})`).join("\n")]),
    VERIFIED[rule.verification],
    "## Examples",
    ...blocked.map((example) => exampleText("Blocked", example)),
    ...allowed.map((example) => exampleText("Allowed", example)),
  ].join("\n\n")}\n`;
}

/** The table of all rules. `link` says where a rule's page lies. */
export function ruleTable(rules: readonly Rule[], link: (rule: Rule) => string): string {
  return table(
    ["Rule", "Level", "Since", "Says"],
    rules.map((rule) => [
      `[${rule.id}](${link(rule)})`,
      RULE_IDS[rule.id],
      rule.history[0]?.from ?? "always",
      rule.title,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function exampleText(verdict: string, example: Example): string {
  return [
    `### ${verdict}: ${example.title}`,
    "Policy:",
    fenced("yaml", stringify(examplePolicy(example), { lineWidth: 100 })),
    configurationText(example),
  ].join("\n\n");
}

function configurationText({ configuration }: Example): string {
  if (isQuestion(configuration)) {
    const { accelerator, country } = configuration;
    return `Case: the accelerator \`${accelerator}\` in ${countryName(country)} (${country}); no cloud in the catalogue offers one there.`;
  }
  return `Configuration:\n\n${fenced("json", JSON.stringify(configuration, null, 2))}`;
}

/** Whether an example asks about an accelerator and a country directly. */
export function isQuestion(
  configuration: Example["configuration"],
): configuration is { readonly accelerator: string; readonly country: string } {
  return typeof configuration["accelerator"] === "string";
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
