import { readFileSync, writeFileSync } from "node:fs";
import { version } from "../../package.json";
import { POLICY_VARIABLE } from "../terraform/gate";

/** How cdktf begins a stack's file. */
const HEAD = '{\n  "//": {\n    "metadata": {\n';
const VARIABLES = '\n  "variable": {\n';
const END = "\n}";

/**
 * Writes into a stack's file which policies it was judged by: beside cdktf's own metadata for people and tools
 * that read the file, and as the default of a variable, which is what a plan keeps of it. Other files, and those
 * that are not laid out as cdktf does, stay as they are.
 *
 * Files are large and most of the work of a synth, so the text is added to without being parsed.
 *
 * @param digests of the policies' files
 */
export function stamp(path: string, digests: readonly string[]): void {
  const text = readFileSync(path, "utf8");
  const isLaidOut = text.startsWith(`${HEAD}      "`) && text.endsWith(`  }${END}`);
  if (!isLaidOut || text.includes(`"${POLICY_VARIABLE}"`)) return;
  writeFileSync(path, withVariable(withMetadata(text, digests), digests.join(" ")));
}

function withMetadata(text: string, policies: readonly string[]): string {
  return `${HEAD}${indented(6, { landfall: { policies, version } })},\n${text.slice(HEAD.length)}`;
}

function withVariable(text: string, policies: string): string {
  const description = "digest of the policies that Landfall judged this configuration by";
  const variable = { [POLICY_VARIABLE]: { default: policies, description, type: "string" } };
  const at = text.indexOf(VARIABLES);
  if (at < 0) return `${text.slice(0, -END.length)},\n  "variable": {\n${indented(4, variable)}\n  }${END}`;
  const start = at + VARIABLES.length;
  return `${text.slice(0, start)}${indented(4, variable)},\n${text.slice(start)}`;
}

/** The members of an object, as they stand at a depth of so many spaces. */
function indented(spaces: number, members: object): string {
  return JSON.stringify(members, null, 2)
    .split("\n")
    .slice(1, -1)
    .map((line) => `${" ".repeat(spaces - 2)}${line}`)
    .join("\n");
}
