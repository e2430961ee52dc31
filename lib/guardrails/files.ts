import type { Policy } from "../policy/policy";
import { figure } from "../reports/format";
import { tool } from "../result";
import { type Control, controls, unenforced } from "./controls";
import { table } from "./coverage";
import { gaps } from "./gaps";
import type { GuardrailDocument, GuardrailOptions, Guardrails } from "./guardrails";

export const INDEX = "guardrails.json";
export const README = "README.md";

/** Everything that is written, by file name. */
export function guardrailFiles(
  policy: Policy,
  { documents, missing }: Guardrails,
  options: GuardrailOptions,
): Map<string, string> {
  const index = {
    tool,
    policy: { path: policy.path, digest: policy.digest, asOf: policy.asOf },
    size: options.size ?? 5120,
    breakGlassRole: options.breakGlassRole ?? null,
    organizationId: options.organizationId ?? null,
    generateAgainAfter: lastDay(policy),
    documents: documents.map((document) => ({
      file: fileOf(document),
      name: document.name,
      kind: document.kind,
      attachTo: attachTo(document),
      boundary: document.boundary,
      accounts: document.accounts,
      characters: document.text.length,
      denies: document.controls,
      rules: document.rules,
      cannotStop: document.cannotStop.map((gap) => gaps[gap]),
    })),
    missing,
    notOpened: notOpened(policy),
    notEnforced: unenforced,
  };
  return new Map([
    ...documents.map((document) => [fileOf(document), document.text] as const),
    [README, readme(policy, documents, index)],
    [INDEX, `${JSON.stringify(index, null, 2)}\n`],
  ]);
}

function fileOf({ name }: GuardrailDocument): string {
  return `${name}.json`;
}

/** Where a document belongs, in words. */
function attachTo({ kind, boundary, accounts, service }: GuardrailDocument): string {
  if (kind === "endpoint-policy") {
    return `every VPC endpoint of ${service === "s3" ? "S3" : "KMS"} in the boundary ${boundary}`;
  }
  if (boundary === null)
    return "the root of the organization, or each organizational unit that runs anything";
  if (accounts === null) return `the organizational unit or accounts of the boundary ${boundary}`;
  return `the organizational unit of the boundary ${boundary}, or its accounts ${accounts.join(", ")}`;
}

/** The last day on which the policy's own dates say what they say today; null where it has none to come. */
function lastDay({ asOf, authorizations, rules }: Policy): string | null {
  const days = [
    ...authorizations.map(({ validUntil }) => validUntil),
    ...Object.values(rules).flatMap(({ until }) => until ?? []),
  ];
  return days.filter((day) => day >= asOf).sort()[0] ?? null;
}

/** Authorizations in force that open nothing, since nothing counts what is used of them. */
function notOpened({ authorizations, asOf }: Policy): string[] {
  return authorizations.flatMap(({ reference, maxAccelerators, validFrom, validUntil }) =>
    maxAccelerators !== undefined && validFrom <= asOf && asOf <= validUntil ? [reference] : [],
  );
}

interface Index {
  readonly generateAgainAfter: string | null;
  readonly missing: readonly string[];
  readonly notOpened: readonly string[];
}

function readme(policy: Policy, documents: readonly GuardrailDocument[], index: Index): string {
  const again =
    index.generateAgainAfter === null ? "" : `, and after ${index.generateAgainAfter} at the latest`;
  const used = [...new Set(documents.flatMap((document) => document.controls))];
  const open = [...new Set(documents.flatMap((document) => document.cannotStop))];
  return [
    "# Guardrails",
    `Written by \`landfall guardrails\` from a policy with the digest ${policy.digest}, as of ${policy.asOf}. Do not edit: change the policy and write them again${again}. \`${INDEX}\` says the same for programs.`,
    "## Documents",
    table(
      ["File", "Kind", "Attach to", "Characters"],
      documents.map((document) => [
        `\`${fileOf(document)}\``,
        document.kind,
        attachTo(document),
        figure(document.text.length),
      ]),
    ),
    "Attach them to an organizational unit with a test account first, watch CloudTrail for denied calls, then go on. Keep FullAWSAccess attached: these documents deny and grant nothing.",
    ...(index.missing.length === 0 ? [] : ["## Missing", bullets(index.missing)]),
    ...(index.notOpened.length === 0
      ? []
      : [
          "## Authorizations that open nothing here",
          "They hold for a number of accelerators, and AWS counts none. What they allow is deployed under the break-glass role.",
          bullets(index.notOpened),
        ]),
    "## What they deny",
    bullets(used.map((name) => `\`${name}\`: ${(controls[name] as Control).denies}.`)),
    "## Rules that nothing here stands for",
    bullets(Object.entries(unenforced).map(([rule, why]) => `\`${rule}\`: ${why}`)),
    "## What they cannot stop",
    bullets(open.map((gap) => gaps[gap])),
  ]
    .join("\n\n")
    .concat("\n");
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
