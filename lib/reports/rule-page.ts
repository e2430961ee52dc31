import type { Level } from "../policy/levels";
import { RULE_IDS } from "../policy/rule-ids";
import type { Example, Rule } from "../rules/rule";

const VERIFIED: Readonly<Record<Rule["verification"], string>> = {
  verified: "the primary text was read, or independent readers agree",
  "single-source": "one source",
  unverified: "not verified",
  own: "not law: Landfall's or the organization's own rule",
};

/** One rule in full, in Markdown: what `landfall explain` prints and `docs/rules/` holds. */
export function rulePage(rule: Rule): string {
  const level: Level = RULE_IDS[rule.id];
  return `${[
    `# ${rule.id}`,
    `**${rule.title}.** Default level: \`${level}\`.`,
    rule.explanation,
    "## What to do",
    rule.remedy,
    "## History",
    table(
      ["From", "To", "What it says"],
      rule.history.map(({ from, to, says }) => [from ?? "always", to ?? "in force", says]),
    ),
    "## Sources",
    [
      ...rule.citations.map(({ cite, url }) => `- [${cite}](${url})`),
      `- How well the text is known: ${VERIFIED[rule.verification]}.`,
    ].join("\n"),
    "## Examples",
    ...rule.examples.blocked.map((example) => exampleBlock("Blocked", example)),
    ...rule.examples.allowed.map((example) => exampleBlock("Allowed", example)),
  ].join("\n\n")}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function exampleBlock(verdict: string, { title, policy, configuration }: Example): string {
  const code = (value: unknown) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
  return `### ${verdict}: ${title}\n\nPolicy:\n\n${code(policy)}\n\nConfiguration:\n\n${code(configuration)}`;
}
