import type { AssumedFinding, Assumption } from "../policy/assume";
import type { Finding } from "../policy/finding";
import type { Level } from "../policy/levels";
import type { Result } from "../result";
import { printable } from "../text/printable";
import { assumedNote } from "./assumed";
import { isFile, reportedPath } from "./files";
import { remarksOf, setAsideBy, verdictLine, WORST_FIRST, wellFormed } from "./words";

const COMMAND: Readonly<Record<Level, string>> = { block: "error", warn: "warning", note: "notice" };

/** A run as workflow commands of GitHub Actions, worst first: GitHub shows ten of each kind. The verdict is the last line. */
export function toGithub(result: Result): string {
  const findings = WORST_FIRST.flatMap((level) =>
    result.findings.filter((finding) => finding.level === level),
  );
  const lines = [
    ...findings.map(annotation),
    ...result.scenarios.flatMap((assumption) =>
      assumption.findings.map((one) => assumedNotice(assumption, one)),
    ),
    ...remarksOf(result).map(({ level, text }) => command(COMMAND[level], { title: "Landfall" }, text)),
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

function assumedNotice(assumption: Assumption, finding: AssumedFinding): string {
  const { stack, input, address } = finding;
  const title = `${assumption.id} at ${stack}: ${address}`;
  const at = isFile(input) ? { file: reportedPath(input), title } : { title };
  return command(COMMAND.note, at, assumedNote(assumption, finding));
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
