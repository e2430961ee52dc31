import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { project } from "../bundle";

/** A command of the docs that no test runs. */
export interface NotRun {
  readonly command: string;
  readonly reason: string;
  /** Leaves in the folder what the command would leave. */
  readonly instead?: (folder: string) => void;
}

const INSTALLS = "needs the package registry; what it installs is laid out in the test's folder";
const ITSELF = "is the check that this test is part of; .ci/run runs it";
const REGISTRY = "needs the package registry and takes minutes";

/** All of them: a command that is not in this table is run, and an entry that no page shows is an error. */
export const NOT_RUN: readonly NotRun[] = [
  { command: "npm ci", reason: INSTALLS },
  { command: "npm install", reason: INSTALLS },
  {
    command: "npm ci && npm run synth",
    reason: "needs the package registry; test/stacks runs what it synthesizes, and .ci/run both",
  },
  { command: "npm ci && npm test", reason: ITSELF },
  {
    command: "npm ci && npm run build && npm pack",
    reason: "builds the package: scripts/package-check.ts does",
  },
  {
    command:
      "npx cdktf-cli@0.21 init --template=typescript --local --project-name=gpu --project-description=gpu --enable-crash-reporting=false",
    reason: "installs from the package registry; its own template is copied instead",
    instead: copyTemplate,
  },
  { command: "npm install --save-dev typescript@~5.9 cdktf-cli@^0.21", reason: INSTALLS },
  {
    command: "npm install ../landfall/landfall-0.1.0.tgz @cdktf/provider-aws@^21 constructs@~10.7.0",
    reason: INSTALLS,
  },
  { command: "npm install landfall", reason: INSTALLS },
  { command: "npm test", reason: ITSELF },
  { command: "npm run lint", reason: ITSELF },
  { command: "npm run types", reason: ITSELF },
  { command: "npm run docs", reason: "rewrites the pages while they are read" },
  { command: "npm run bench", reason: ITSELF },
  { command: ".ci/run", reason: ITSELF },
  { command: "npm run test:cdktn", reason: REGISTRY },
  { command: "npm run test:deploy", reason: "needs an emulator of AWS and takes minutes" },
  {
    command: 'landfall completion zsh > "${fpath[1]}/_landfall"',
    reason: "zsh alone knows fpath; in another shell this writes into the root folder",
  },
  {
    command: "curl -O https://data.trade.gov/downloadable_consolidated_screening_list/v1/consolidated.json",
    reason: "needs the network; a list of invented entries lies there instead",
  },
];

/** What `cdktf init` copies, with its blanks filled in. */
function copyTemplate(folder: string): void {
  const template = join(project, "node_modules/@cdktf/cli-core/templates/typescript");
  const blanks: Readonly<Record<string, string>> = {
    $base: "gpu",
    projectId: "gpu",
    sendCrashReports: "false",
  };
  for (const name of ["main.ts", "cdktf.json", "package.json"]) {
    const text = readFileSync(join(template, name), "utf8");
    const filled = text.replaceAll(/\{\{\s*([$\w]+)\s*\}\}/g, (_, blank: string) => blanks[blank] ?? "");
    writeFileSync(join(folder, name), filled);
  }
  mkdirSync(join(folder, "__tests__"), { recursive: true });
  cpSync(join(template, "__tests__"), join(folder, "__tests__"), { recursive: true });
}
