import { stringify } from "yaml";
import { countryName } from "../jurisdictions";
import { levelOf } from "../policy/rule-ids";
import { examplePolicy } from "../rules/examples";
import { type HistoryRow, historyOf } from "../rules/history";
import type { Citation, Example, Rule } from "../rules/rule";
import type { Scenario } from "../rules/scenario";
import { grouped } from "../text/number";

const VERIFIED: Readonly<Record<Rule["verification"], string>> = {
  verified: "Verified: the primary text was read, or independent readers agree.",
  "single-source": "Known from a single source.",
  unverified: "Not verified.",
  own: "Not law: a rule of Landfall's or of the organization's own.",
};

/** One rule in full, in Markdown: what `landfall explain` prints and `docs/rules/` holds. */
export function rulePage(rule: Rule): string {
  const { blocked, allowed } = rule.examples;
  return `${[
    `# ${rule.id}`,
    `**${rule.title}.** Default level: \`${levelOf(rule)}\`.`,
    rule.explanation,
    "## What to do",
    rule.remedy,
    "## History",
    table(["From", "To", "What changed", "State", "Source", "Confidence"], historyOf(rule).map(historyCells)),
    ...(rule.list ? [`## ${rule.list.title}`, table(rule.list.columns, rule.list.rows)] : []),
    ...ceilings(rule),
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

function historyCells({ from, to, says, state, citations, confidence }: HistoryRow): string[] {
  return [from ?? "always", to ?? "today", says, state, cited(citations) || "none", confidence ?? "not law"];
}

/** What the law lets everything that a rule catches come to; nothing where it sets no ceiling. */
function ceilings(rule: Rule): string[] {
  const caps = rule.judges === "placement" ? (rule.caps ?? []) : [];
  if (caps.length === 0) return [];
  const rows = caps.map(({ from, to, maxTpp, says, citations, confidence }) => [
    from,
    to ?? "today",
    `${grouped(maxTpp)} TPP ${says}`,
    cited(citations),
    confidence,
  ]);
  return [
    "## Ceilings",
    "TPP is added up over everything that a run judges; what stands elsewhere counts too, and Landfall does not see it.",
    table(["From", "To", "Ceiling", "Source", "Confidence"], rows),
  ];
}

/** Proposed law in full, in Markdown, as for a rule. */
export function scenarioPage(scenario: Scenario): string {
  const { title, bills, status, explanation, assumes, unknown, history, citations, verification } = scenario;
  return `${[
    `# ${scenario.id}`,
    `**${title}** (${bills.join(", ")}): ${status}. \`--assume ${scenario.id}\` shows what it would block. It decides nothing.`,
    explanation,
    "## What is assumed",
    assumes,
    "## What is not known",
    unknown,
    "## History",
    table(
      ["Day", "What happened", "Source", "Confidence"],
      history.map(({ on, says, citations = [], confidence = "" }) => [
        on,
        says,
        cited(citations),
        confidence,
      ]),
    ),
    "## Sources",
    citations.map(({ cite, url }) => `- [${cite}](${url})`).join("\n"),
    VERIFIED[verification],
  ].join("\n\n")}\n`;
}

/** The table of all proposed law that can be assumed. */
export function scenarioTable(scenarios: readonly Scenario[], link: (scenario: Scenario) => string): string {
  return table(
    ["Name", "Bills", "Status"],
    scenarios.map((one) => [`[${one.id}](${link(one)})`, one.bills.join(", "), one.status]),
  );
}

function cited(citations: readonly Citation[]): string {
  return citations.map(({ cite, url }) => `[${cite}](${url})`).join(", ");
}

/** The table of all rules. `link` says where a rule's page lies. */
export function ruleTable(rules: readonly Rule[], link: (rule: Rule) => string): string {
  return table(
    ["Rule", "Level", "Since", "Says"],
    rules.map((rule) => [
      `[${rule.id}](${link(rule)})`,
      levelOf(rule),
      rule.history[0]?.from ?? "always",
      rule.title,
    ]),
  );
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
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
