import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { widthOf } from "../lib/text/width";

/**
 * Shows what people see: every command in a terminal of 80 and of 200 columns, by tmux, with the built command line.
 * Fails when the terminal had to break a line. For people who change the output; no part of CI.
 */
const COMMANDS = [
  ...["check", "check --verbose", "check --quiet", "check allowed"],
  ...["check --quiet --verbose", "chekc", "help chekc", "check --policy wrong.yaml"],
  ...["impact --from 2023-01-01 --to 2026-11-23", "report", "screen --list list.json", "matrix"],
  ...[
    "classify g6.xlarge",
    "rules",
    "rules --as-of 2024-01-01",
    "explain us-ear/zone-a",
    "explain residency/keys",
  ],
  ...["init", "init --output new.yaml", "guardrails --output guardrails", "--help"],
  ...["init", "check", "classify", "rules", "explain", "matrix", "impact"].map((name) => `help ${name}`),
  ...["report", "screen", "guardrails", "completion"].map((name) => `help ${name}`),
];

const WIDTHS = [80, 200];

const project = join(__dirname, "..");
const home = mkdtempSync(join(tmpdir(), "landfall-screens-"));
const server = `landfall-${process.pid}`;

const stack = (region: string, aws_instance: object) => ({
  provider: { aws: [{ region }] },
  resource: { aws_instance },
  module: { legacy: { source: "./legacy" } },
});
const machine = (instance_type: string, more = {}) => ({ instance_type, ami: "ami-1", ...more });

const FILES = {
  "landfall.yaml": {
    version: 1,
    asOf: "2026-11-23",
    organization: { name: "東京計算機株式会社", headquarters: "MY" },
    countries: { allow: ["MY", "DE", "AE"] },
  },
  "wrong.yaml": { version: 1, organization: { name: "A", headquarters: "MYS" }, rules: { "us-ear/uea": {} } },
  "allowed/stacks/serve/cdk.tf.json": stack("eu-central-1", { gpu: machine("p5.48xlarge") }),
  "cdktf.out/stacks/serve/cdk.tf.json": stack("eu-central-1", { t4: machine("g4dn.xlarge") }),
  "cdktf.out/stacks/train/cdk.tf.json": stack("me-south-1", {
    small: machine("g4dn.xlarge"),
    gpu: machine("p5en.48xlarge", { count: 40 }),
  }),
  "cdktf.out/stacks/rent/cdk.tf.json": stack("me-central-1", { 東京: machine("p5.48xlarge") }),
};

function tmux(...args: string[]): string {
  const { error, stdout, stderr, status } = spawnSync("tmux", ["-L", server, "-f", "/dev/null", ...args], {
    encoding: "utf8",
  });
  if (error)
    throw new Error("tmux is not on the PATH: no screen was looked at; install it and run this again");
  if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`);
  return stdout;
}

/** What is on the screen and above it; lines that the terminal broke are whole again. */
function screenOf(command: string, width: number): string {
  const shell = `landfall ${command}; tmux -L ${server} wait-for -S ended; sleep 60`;
  const size = ["-x", String(width), "-y", "50"];
  tmux("set-option", "-g", "history-limit", "9999", ";", "new-session", "-d", "-s", "screen", ...size, shell);
  tmux("wait-for", "ended");
  const shown = tmux("capture-pane", "-t", "screen", "-p", "-e", "-J", "-S", "-");
  tmux("kill-session", "-t", "screen");
  return shown.trimEnd();
}

/** A link, and a line of a configuration that is shown as it is, are not broken for a terminal. */
function isTorn(line: string, width: number): boolean {
  return widthOf(line.trimEnd()) > width && !/https?:|"arn:/.test(line);
}

function prepare(): void {
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(join(home, name, ".."), { recursive: true });
    writeFileSync(join(home, name), JSON.stringify(content));
  }
  cpSync(join(project, "test/screening/consolidated.json"), join(home, "list.json"));
  mkdirSync(join(home, "bin"));
  const script = `#!/bin/sh\nexec node '${join(project, "dist/cli/landfall.js")}' "$@"\n`;
  writeFileSync(join(home, "bin/landfall"), script, { mode: 0o755 });
  process.env["PATH"] = `${join(home, "bin")}:${process.env["PATH"]}`;
  process.chdir(home);
}

try {
  prepare();
  // A server outlives its sessions, and so does its environment.
  tmux("start-server", ";", "set-option", "-g", "exit-empty", "off");
  const torn = WIDTHS.flatMap((width) =>
    COMMANDS.flatMap((command) => {
      const screen = screenOf(command, width);
      console.log(`── ${width} columns: landfall ${command}\n\n${screen}\n`);
      const lines = stripVTControlCharacters(screen).split("\n");
      return lines.filter((line) => isTorn(line, width)).map((line) => `${width}, ${command}: ${line}`);
    }),
  );
  for (const line of torn) console.error(`broken by the terminal at ${line}`);
  process.exitCode = torn.length === 0 ? 0 : 1;
  tmux("kill-server");
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
