import { createHash } from "node:crypto";
import type { Assumption } from "../policy/assume";
import type { Finding } from "../policy/finding";
import type { Level } from "../policy/levels";
import { levelOf } from "../policy/rule-ids";
import type { Input, Result, RuleSummary } from "../result";
import { rules } from "../rules/all";
import { assumedNote, DECIDES_NOTHING } from "./assumed";
import { fileUri } from "./files";
import { remarksOf, setAsideBy, wellFormed } from "./words";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const SARIF_LEVEL: Readonly<Record<Level, string>> = { block: "error", warn: "warning", note: "note" };

/** A run as SARIF 2.1.0, for code scanning. */
export function toSarif(result: Result): string {
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run(result)] };
  const safe = (_: string, value: unknown) => (typeof value === "string" ? wellFormed(value) : value);
  return `${JSON.stringify(log, safe, 2)}\n`;
}

function run(result: Result) {
  const { tool, policy, verdict, inputs, findings, scenarios, notJudged, law, plugins } = result;
  const fingerprint = fingerprints();
  const judged = [...rules, ...plugins.flatMap((plugin) => plugin.rules)];
  const descriptors = [...judged.map(descriptor), ...scenarios.map(assumedDescriptor)];
  return {
    tool: { driver: { name: tool.name, version: tool.version, rules: descriptors } },
    invocations: [{ executionSuccessful: true, toolConfigurationNotifications: notifications(result) }],
    artifacts: inputs.map(artifact),
    results: [
      ...findings.map((finding) => resultOf(finding, judged, fingerprint)),
      ...scenarios.flatMap((assumption) => assumedResults(assumption, fingerprint)),
    ],
    properties: {
      policy,
      verdict,
      notJudged,
      law,
      plugins: plugins.map(({ name, digest }) => ({ name, digest })),
    },
  };
}

type Described = Omit<RuleSummary, "level" | "history" | "verification"> &
  Partial<Pick<RuleSummary, "level">>;

function descriptor(rule: Described) {
  const { id, title, explanation, remedy, citations } = rule;
  const help = [explanation, `What to do: ${remedy}`];
  const [first] = citations;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: explanation },
    help: {
      text: [...help, ...citations.map(({ cite, url }) => `${cite}: ${url}`)].join("\n\n"),
      markdown: [...help, citations.map(({ cite, url }) => `- [${cite}](${url})`).join("\n")].join("\n\n"),
    },
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: SARIF_LEVEL[levelOf(rule)] },
  };
}

function notifications(result: Result) {
  return remarksOf(result).map(({ level, text }) => ({ level: SARIF_LEVEL[level], message: { text } }));
}

function artifact({ path, kind, digest, resources }: Input) {
  return {
    location: { uri: fileUri(path) },
    roles: ["analysisTarget"],
    hashes: { "sha-256": digest.replace(/^sha256:/, "") },
    properties: { kind, resources },
  };
}

function resultOf(finding: Finding, judged: readonly Described[], fingerprint: Fingerprint) {
  const { rule, level, stack, message, citations, effective, remedy, subject, location } = finding;
  const ruleIndex = judged.findIndex(({ id }) => id === rule);
  const justification = setAsideBy(finding);
  return {
    ruleId: rule,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: SARIF_LEVEL[level],
    message: { text: plain(message) },
    locations: [locationOf(finding, isOfPolicy(subject) ? "element" : "resource")],
    partialFingerprints: fingerprint(rule, finding, "attribute" in subject ? subject.attribute : ""),
    ...(justification === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification }] }),
    properties: { stack, citations, effective, remedy, subject, location },
  };
}

function assumedDescriptor({ id, title, assumes, unknown, citations }: Assumption) {
  const text = `${DECIDES_NOTHING} ${assumes} Not known: ${unknown}`;
  const [first] = citations;
  return {
    id: `scenario/${id}`,
    shortDescription: { text: `${title}.` },
    fullDescription: { text },
    help: { text },
    ...(first === undefined ? {} : { helpUri: first.url }),
    defaultConfiguration: { level: SARIF_LEVEL.note },
  };
}

function assumedResults(assumption: Assumption, fingerprint: Fingerprint) {
  const ruleId = `scenario/${assumption.id}`;
  return assumption.findings.map((finding) => ({
    ruleId,
    level: SARIF_LEVEL.note,
    message: { text: plain(assumedNote(assumption, finding)) },
    locations: [locationOf(finding, "resource")],
    partialFingerprints: fingerprint(ruleId, finding),
    properties: { stack: finding.stack, location: finding.location, today: finding.today },
  }));
}

function locationOf({ input, address }: Pick<Finding, "input" | "address">, kind: "element" | "resource") {
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(input) },
      // A resource has no line in a plan, and GitHub refuses a result without one.
      region: { startLine: 1 },
    },
    logicalLocations: [{ fullyQualifiedName: address, kind }],
  };
}

function isOfPolicy({ kind }: Finding["subject"]): boolean {
  return kind === "party" || kind === "quantity" || kind === "debt";
}

/** SARIF reads `[text](target)` in a plain message as a link; names from untrusted files must not make one. */
function plain(message: string): string {
  return message.replaceAll("](", "] (");
}

/** What a finding is recognised by in later runs: not its words, which a new version may change. */
type Fingerprint = (
  rule: string,
  at: Pick<Finding, "stack" | "address">,
  attribute?: string,
) => Readonly<Record<string, string>>;

function fingerprints(): Fingerprint {
  const seen = new Map<string, number>();
  return (rule, { stack, address }, attribute = "") => {
    const key = JSON.stringify([rule, stack, address, attribute]);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const fingerprint = `${createHash("sha256").update(key).digest("hex")}:${times}`;
    // GitHub tells alerts apart by this name alone; by its own reckoning all findings of a file would be one.
    return { "landfall/v1": fingerprint, primaryLocationLineHash: fingerprint };
  };
}
