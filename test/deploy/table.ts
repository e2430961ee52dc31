import type { CdktfRun } from "./cdktf-deploy";
import { forgotten, misread, notEmulated } from "./not-emulated";

/** What became of one example. */
export interface Row {
  readonly name: string;
  /** Resources in the plan of the whole; null when it could not even be planned. */
  readonly planned: number | null;
  /** Resources applied to the emulator, found again in AWS, planned again without changes and destroyed. */
  readonly applied?: number;
  /** Resources that AWS was asked about, by aspect. */
  readonly checks?: Readonly<Record<string, number>>;
  readonly left?: readonly { readonly address: string; readonly because: string }[];
  /** Types that the emulator misread, so that a second plan changed them and a third one nothing. */
  readonly misread?: readonly string[];
  /** Why it was not applied. */
  readonly note?: string;
}

const HEADER = `| Example | Planned | Applied | Asked of AWS | Planned again | Destroyed | Not applied |
|---|---|---|---|---|---|---|`;

/** The results as a Markdown page. */
export function page(
  rows: readonly Row[],
  versions: Readonly<Record<string, string>>,
  cdktf?: CdktfRun,
): string {
  const used = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
  return `# What was deployed

Written by \`npm run test:deploy -- --write\` (see [test/deploy](../../test/deploy/README.md)) and not by hand. Every
example is synthesized, validated and planned whole with the real AWS provider, then applied to an emulator of AWS,
looked at through AWS's own interfaces, planned again and destroyed. An emulator grants no capacity and enforces few of
AWS's limits: this proves that the configurations are accepted, whole and stable, not that AWS has the machines.

${used.join(" · ")}

${HEADER}
${rows.map(rowText).join("\n")}
${reasons(rows)}${left()}${cdktf === undefined ? "" : deployed(cdktf)}`;
}

/** What every run leaves out of the resources that it applies. */
function left(): string {
  const lines = Object.entries(forgotten).map(
    ([type, names]) => `- \`${type}\`: ${names.map((name) => `\`${name}\``).join(", ")}`,
  );
  return `\nAttributes that the emulator takes and forgets are planned and not applied:\n\n${lines.join("\n")}\n`;
}

function deployed({ command, resources }: CdktfRun): string {
  return `
\`${command}\` was run for that reference stack in the same way: ${resources} resources, found in AWS and destroyed.
`;
}

function rowText(row: Row): string {
  const done = row.applied !== undefined;
  const cells = [
    row.name,
    row.planned ?? "no",
    row.applied ?? "no",
    checksText(row.checks ?? {}),
    done ? `no changes${row.misread?.length ? " \\*" : ""}` : "–",
    done ? "yes" : "–",
    notApplied(row),
  ];
  return `| ${cells.join(" | ")} |`;
}

function checksText(checks: Readonly<Record<string, number>>): string {
  const made = Object.entries(checks).filter(([, count]) => count > 0);
  return made.length === 0 ? "–" : made.map(([aspect, count]) => `${aspect} ${count}`).join(", ");
}

function notApplied({ left = [], note }: Row): string {
  if (note !== undefined) return `everything: ${note}`;
  const types = new Map<string, number>();
  for (const { address } of left) {
    const type = address.split(".").at(-2) ?? address;
    types.set(type, (types.get(type) ?? 0) + 1);
  }
  return types.size === 0 ? "–" : [...types].map(([type, count]) => `${count} × \`${type}\``).join(", ");
}

function reasons(rows: readonly Row[]): string {
  const causes = rows.flatMap(({ left = [] }) => left.map(({ because }) => because));
  const read = rows.flatMap((row) => row.misread ?? []);
  return [
    listed(
      "What the emulator cannot do is planned and not applied, and with it what names it:",
      causes,
      notEmulated,
    ),
    listed(
      "\\* A second plan changed only what the emulator misreads of new resources; applied, a third showed no changes:",
      read,
      misread,
    ),
  ].join("");
}

function listed(
  title: string,
  types: readonly string[],
  table: Readonly<Record<string, { readonly reason: string }>>,
): string {
  if (types.length === 0) return "";
  const lines = [...new Set(types)].sort().map((type) => `- \`${type}\`: ${table[type]?.reason}`);
  return `\n${title}\n\n${lines.join("\n")}\n`;
}
