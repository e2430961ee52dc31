import { createHash } from "node:crypto";
import type { Finding } from "../policy/finding";
import type { Level } from "../policy/levels";
import { RULE_IDS } from "../policy/rule-ids";
import type { Input, Result } from "../result";
import { type Rule, rules } from "../rules";
import { fileUri } from "./files";
import { notJudgedLine, setAsideBy, wellFormed } from "./words";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const SARIF_LEVEL: Readonly<Record<Level, string>> = { block: "error", warn: "warning", note: "note" };

/** A run as SARIF 2.1.0, for code scanning. */
export function toSarif(result: Result): string {
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run(result)] };
  const safe = (_: string, value: unknown) => (typeof value === "string" ? wellFormed(value) : value);
  return `${JSON.stringify(log, safe, 2)}\n`;
}

function run(result: Result) {
  const { tool, policy, verdict, inputs, findings, notJudged } = result;
  const fingerprint = fingerprints();
  return {
    tool: { driver: { name: tool.name, version: tool.version, rules: rules.map(descriptor) } },
    invocations: [{ executionSuccessful: true, toolConfigurationNotifications: notifications(result) }],
    artifacts: inputs.map(artifact),
    results: findings.map((finding) => resultOf(finding, fingerprint(finding))),
    properties: { policy, verdict, notJudged },
  };
}

function descriptor({ id, title, explanation, remedy, citations }: Rule) {
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
    defaultConfiguration: { level: SARIF_LEVEL[RULE_IDS[id]] },
  };
}

function notifications(result: Result) {
  const text = notJudgedLine(result);
  return text === undefined ? [] : [{ level: "warning", message: { text } }];
}

function artifact({ path, kind, digest, resources }: Input) {
  return {
    location: { uri: fileUri(path) },
    roles: ["analysisTarget"],
    hashes: { "sha-256": digest.replace(/^sha256:/, "") },
    properties: { kind, resources },
  };
}

function resultOf(finding: Finding, fingerprint: string) {
  const { rule, level, stack, message, citations, effective, remedy, subject, location } = finding;
  const ruleIndex = rules.findIndex(({ id }) => id === rule);
  const justification = setAsideBy(finding);
  return {
    ruleId: rule,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: SARIF_LEVEL[level],
    message: { text: plain(message) },
    locations: [locationOf(finding)],
    // GitHub tells alerts apart by this name alone; by its own reckoning all findings of a file would be one.
    partialFingerprints: { "landfall/v1": fingerprint, primaryLocationLineHash: fingerprint },
    ...(justification === undefined
      ? {}
      : { suppressions: [{ kind: "external", status: "accepted", justification }] }),
    properties: { stack, citations, effective, remedy, subject, location },
  };
}

function locationOf({ input, address, subject }: Finding) {
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(input) },
      // A resource has no line in a plan, and GitHub refuses a result without one.
      region: { startLine: 1 },
    },
    logicalLocations: [
      { fullyQualifiedName: address, kind: subject.kind === "debt" ? "element" : "resource" },
    ],
  };
}

/** SARIF reads `[text](target)` in a plain message as a link; names from untrusted files must not make one. */
function plain(message: string): string {
  return message.replaceAll("](", "] (");
}

/** What a finding is recognised by in later runs: not its words, which a new version may change. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, stack, address, subject }) => {
    const attribute = "attribute" in subject ? subject.attribute : "";
    const key = JSON.stringify([rule, stack, address, attribute]);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${createHash("sha256").update(key).digest("hex")}:${times}`;
  };
}
