/** What a page of the docs tells its reader to do, in order: files to write and commands to run. */

export interface Command {
  readonly kind: "command";
  /** As the page shows it, its comment included. */
  readonly text: string;
  /** The line of the page it stands on, from 1. */
  readonly line: number;
  /** The exit status that a comment announces, or `echo $?` after it shows; else 0. */
  readonly status: number;
  /** The lines shown below it; undefined in blocks that show none. */
  readonly shown: readonly string[] | undefined;
}

export interface FileStep {
  readonly kind: "write" | "append" | "change";
  readonly path: string;
  readonly content: string;
  readonly line: number;
}

export type Step = Command | FileStep;

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
  /** The line of its first line, from 1. */
  readonly line: number;
  /** The last line of text before it. */
  readonly before: string;
}

const SHELLS = ["sh", "bash"];
/** Languages of pipelines, in which a call of Landfall stands among other things. */
const PIPELINES = ["yaml", "groovy", "powershell"];
/** The one way in which pages name a file: a line of its own before the block. */
const NAMED = [
  { kind: "write", pattern: /^`([^`]+)`:$/ },
  { kind: "append", pattern: /^Add to `([^`]+)`:$/ },
  { kind: "change", pattern: /^Change `([^`]+)`:$/ },
] as const;

export function stepsOf(page: string): Step[] {
  return blocksOf(page).flatMap((block): Step[] => {
    if (SHELLS.includes(block.language)) return shellCommands(block);
    if (block.language === "console") return consoleCommands(block);
    if (block.lines.some((line) => line.startsWith("$ ")))
      throw new Error(`line ${block.line}: a block with commands; expected its language to be console or sh`);
    return [...fileSteps(block), ...(PIPELINES.includes(block.language) ? calls(block) : [])];
  });
}

export function commandsOf(page: string): Command[] {
  return stepsOf(page).filter((step) => step.kind === "command");
}

/** The command without its comment: what the table of those that are not run names. */
export function bare({ text }: Command): string {
  return text.replace(/\s+#\s.*$/, "");
}

function blocksOf(page: string): Block[] {
  const found: Block[] = [];
  const lines = page.split("\n");
  let before = "";
  for (let at = 0; at < lines.length; at++) {
    const opening = /^```(\w*)/.exec(lines[at] ?? "");
    if (opening === null) {
      if (lines[at]?.trim() !== "") before = lines[at] ?? "";
      continue;
    }
    const end = lines.indexOf("```", at + 1);
    if (end < 0) throw new Error(`line ${at + 1}: a block without an end`);
    found.push({ language: opening[1] ?? "", lines: lines.slice(at + 1, end), line: at + 2, before });
    before = "";
    at = end;
  }
  return found;
}

function fileSteps({ before, lines, line }: Block): Step[] {
  return NAMED.flatMap(({ kind, pattern }) => {
    const path = pattern.exec(before)?.[1];
    return path === undefined ? [] : [{ kind, path, line, content: `${lines.join("\n")}\n` }];
  });
}

/** Calls of Landfall up to where their output goes. */
function calls({ lines, line }: Block): Step[] {
  return lines.flatMap((text, index) => {
    const call = /npx (?:--yes )?landfall [^'">]+/.exec(text)?.[0].trim();
    return call === undefined ? [] : [commandOf(call, line + index, undefined)];
  });
}

function shellCommands({ lines, line }: Block): Step[] {
  const commands: Step[] = [];
  let held = "";
  for (const [index, text] of lines.entries()) {
    held += text;
    if (text.endsWith("\\")) held = `${held.slice(0, -1).trimEnd()} `;
    else {
      if (held.trim() !== "" && !held.startsWith("#"))
        commands.push(commandOf(held.replaceAll(/ {2,}(?!#)/g, " "), line + index, undefined));
      held = "";
    }
  }
  return commands;
}

function consoleCommands({ lines, line }: Block): Step[] {
  const starts = lines.flatMap((text, index) => (text.startsWith("$ ") ? [index] : []));
  if (starts[0] !== 0) throw new Error(`line ${line}: expected a console block to start with "$ "`);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const told = lines[end] === "$ echo $?" ? Number(lines[end + 1]) : undefined;
    return commandOf((lines[start] ?? "").slice(2), line + start, lines.slice(start + 1, end), told);
  });
}

function commandOf(
  text: string,
  line: number,
  shown: readonly string[] | undefined,
  told = Number(/#.*\bexit status (\d)/.exec(text)?.[1] ?? 0),
): Command {
  return { kind: "command", text, line, status: told, shown };
}
