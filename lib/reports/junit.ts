import type { Finding } from "../policy/finding";
import type { JudgedPlacement } from "../policy/judge";
import type { Level } from "../policy/levels";
import type { RuleId } from "../policy/rule-ids";
import type { Result } from "../result";
import { groupBy } from "../text/group";
import { printable } from "../text/printable";
import { assumedNote } from "./assumed";
import { amount, placeName, reviewRemark, setAsideBy, WORST_FIRST, wellFormed } from "./words";

/** Suite of the findings about the policy itself. */
const POLICY = "policy";

/** What was judged at one address of a stack. */
interface Case {
  readonly suite: string;
  readonly name: string;
  readonly placements: readonly JudgedPlacement[];
  readonly findings: readonly Finding[];
  /** What proposed law would block there. */
  readonly assumed: readonly string[];
}

interface Rendered {
  readonly xml: string;
  readonly failed: boolean;
  readonly skipped: boolean;
}

/** A run as JUnit XML: a suite per stack, a case per address. Some case fails if, and only if, the verdict is blocked. */
export function toJunit(result: Result): string {
  const suites = renderedSuites(result);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="landfall"${totals([...suites.values()].flat())}>`,
    ...[...suites].map(([name, list]) => testSuite(name, list, result)),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function renderedSuites(result: Result): Map<string, Rendered[]> {
  const failing = failingLevel(result);
  const suites = new Map<string, Rendered[]>();
  for (const [name, list] of groupBy(cases(result), ({ suite }) => suite)) {
    suites.set(
      name,
      list.map((one) => testCase(one, failing)),
    );
  }
  const missing = result.notJudged.map(notJudged);
  if (missing.length > 0) suites.set(POLICY, [...(suites.get(POLICY) ?? []), ...missing]);
  // Jenkins takes a report without a single case for a failure.
  if (suites.size === 0) suites.set(POLICY, [nothingPlaced()]);
  return suites;
}

/** The result does not carry `--fail-on`; the worst level there is must be what blocked. */
function failingLevel({ verdict, findings }: Result): Level | undefined {
  if (verdict === "allowed") return undefined;
  return WORST_FIRST.find((level) => findings.some((finding) => finding.level === level));
}

function cases({ placements, findings, scenarios }: Result): Case[] {
  const byAddress = new Map<
    string,
    { placements: JudgedPlacement[]; findings: Finding[]; assumed: string[] }
  >();
  const at = ({ stack, address }: { stack: string; address: string }) => {
    const key = JSON.stringify([stack, address]);
    const found = byAddress.get(key) ?? { placements: [], findings: [], assumed: [] };
    byAddress.set(key, found);
    return found;
  };
  for (const placement of placements) at(placement).placements.push(placement);
  for (const finding of findings) at(finding).findings.push(finding);
  for (const assumption of scenarios)
    for (const finding of assumption.findings) at(finding).assumed.push(assumedNote(assumption, finding));
  return [...byAddress].map(([key, judged]) => {
    const [stack, name] = JSON.parse(key) as [string, string];
    return { suite: stack === "" ? POLICY : stack, name, ...judged };
  });
}

function testSuite(name: string, list: readonly Rendered[], { tool, policy, law }: Result): string {
  const properties = [
    ["landfall.version", tool.version],
    ["policy.digest", policy.digest],
    ["policy.asOf", policy.asOf],
    ["law.reviewedUntil", law.reviewedUntil],
    ...reviewRemark(law).map(({ level, text }) => [`law.${level}`, text] as const),
  ] as const;
  return [
    `  <testsuite name="${attribute(name)}"${totals(list)}>`,
    "    <properties>",
    ...properties.map(
      ([key, value]) => `      <property name="${attribute(key)}" value="${attribute(value)}"/>`,
    ),
    "    </properties>",
    ...list.map(({ xml }) => xml),
    "  </testsuite>",
  ].join("\n");
}

function totals(list: readonly Rendered[]): string {
  const count = (what: "failed" | "skipped") => list.filter((one) => one[what]).length;
  return ` tests="${list.length}" failures="${count("failed")}" errors="0" skipped="${count("skipped")}"`;
}

function testCase(
  { suite, name, placements, findings, assumed }: Case,
  failing: Level | undefined,
): Rendered {
  const failures = findings.filter(({ level }) => level === failing);
  const failed = failures.length > 0;
  // Nothing there was judged to be allowed, and nothing fails: a pass would say too much.
  const skipped = !failed && placements.length === 0 && findings.some(({ level }) => level === "warn");
  const told = [
    ...placements.map((one) => `${amount(one)}, ${one.class ?? "no class yet"}, ${placeName(one.location)}`),
    ...findings.filter((finding) => !failures.includes(finding)).map(paragraph),
    ...assumed,
  ];
  const inside = [
    ...(failed ? [failure(failures)] : []),
    ...(skipped ? ['<skipped message="not judged"/>'] : []),
    ...(told.length > 0 ? [`<system-out>${escaped(told.join("\n\n"))}</system-out>`] : []),
  ];
  return { failed, skipped, xml: element(suite, name, inside) };
}

function notJudged(rule: RuleId): Rendered {
  const why = '<skipped message="not judged: no screening list is given"/>';
  return { failed: false, skipped: true, xml: element(POLICY, rule, [why]) };
}

function nothingPlaced(): Rendered {
  const told = "<system-out>No accelerators are placed.</system-out>";
  return { failed: false, skipped: false, xml: element(POLICY, "placements", [told]) };
}

function element(suite: string, name: string, inside: readonly string[]): string {
  return [
    `    <testcase classname="${attribute(suite)}" name="${attribute(name)}">`,
    ...inside.map((line) => `      ${line}`),
    "    </testcase>",
  ].join("\n");
}

function failure(findings: readonly Finding[]): string {
  const type = [...new Set(findings.map(({ rule }) => rule))].join(", ");
  const message = [...new Set(findings.map((finding) => finding.message))].join(" ");
  const body = escaped(findings.map(paragraph).join("\n\n"));
  return `<failure type="${attribute(type)}" message="${attribute(message)}">${body}</failure>`;
}

function paragraph(finding: Finding): string {
  const { rule, level, message, remedy, citations } = finding;
  const aside = setAsideBy(finding);
  return [
    `${level.toUpperCase()} ${rule}: ${message}`,
    ...(aside === undefined ? [`What to do: ${remedy}`] : [aside]),
    ...citations.map(({ cite, url }) => `${cite} <${url}>`),
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text of XML 1.0, which has no way to write control characters at all. */
function escaped(text: string): string {
  return wellFormed(printable(text))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}

/** The same for an attribute, where a parser would turn line ends and tabs into blanks. */
function attribute(text: string): string {
  return escaped(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
