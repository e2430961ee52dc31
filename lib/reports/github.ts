import type { Finding } from "../policy/finding";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { printable } from "../text/printable";
import { isFile, reportedPath } from "./files";
import { notJudgedLine, setAsideBy, verdictLine, WORST_FIRST, wellFormed } from "./words";

const COMMAND: Readonly<Record<Level, string>> = { block: "error", warn: "warning", note: "notice" };

/** A run as workflow commands of GitHub Actions, worst first: GitHub shows ten of each kind. The verdict is the last line. */
export function toGithub(result: Result): string {
  const findings = WORST_FIRST.flatMap((level) =>
    result.findings.filter((finding) => finding.level === level),
  );
  const missing = notJudgedLine(result);
  const lines = [
    ...findings.map(annotation),
    ...(missing === undefined ? [] : [command("warning", { title: "Landfall" }, missing)]),
    verdictLine(result),
  ];
  return `${lines.join("\n")}\n`;
}

function annotation(finding: Finding): string {
  const { rule, level, stack, input, address, message, remedy, citations } = finding;
  const title = `${rule} at ${stack === "" ? address : `${stack}: ${address}`}`;
  const aside = setAsideBy(finding);
  const text = [
    message,
    aside ?? `What to do: ${remedy}`,
    ...citations.map(({ cite, url }) => `${cite} <${url}>`),
  ].join("\n");
  return command(COMMAND[level], isFile(input) ? { file: reportedPath(input), title } : { title }, text);
}

function command(name: string, properties: Readonly<Record<string, string>>, text: string): string {
  const said = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${said.join(",")}::${data(text)}`;
}

/** GitHub's own escapes; a line end would start a new command. */
function data(text: string): string {
  const escaped = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return wellFormed(printable(escaped)).replace(/[\u2028\u2029]/g, " ");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
