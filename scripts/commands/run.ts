/** Follows the pages of the docs as a reader would: writes their files, runs their commands, reads what is said. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { project } from "../bundle";
import { environment } from "../terraform/run";
import { NOT_RUN } from "./not-run";
import { installInto, shims } from "./package";
import { bare, type Command, type FileStep, stepsOf } from "./page";
import { startOf } from "./start";
import { isTrue, linesOf, mended } from "./transcript";

/** The day on which the pages are read, as dates stand in what they show. */
const DAY = "2026-11-23";

/** What the environment of this process says to programs, and a reader's does not. */
const FOREIGN = ["npm_", "NODE_", "FORCE_COLOR", "GITHUB_", "JEST_", "AWS_", "TF_"];

/** What people have in their home folder. */
const HOME = [".local/share/bash-completion/completions", ".config/fish/completions"];

export interface Followed {
  /** One line for each thing that is not as the page says. */
  readonly problems: readonly string[];
  /** The page with what the commands say today. */
  readonly page: string;
  /** Commands left out because this machine has no Terraform with a mirror of its providers. */
  readonly skipped: readonly string[];
}

/** Where a reader is. */
interface Place {
  readonly home: string;
  readonly repository: boolean;
  cwd: string;
  /** Of the command before. */
  status: number;
}

export class Reader {
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "landfall-reader-")));
  private readonly env: NodeJS.ProcessEnv;

  /** @param mirror where Terraform finds its providers; without one its steps are left out */
  constructor(private readonly mirror: string | undefined) {
    installInto(this.folder);
    const clock = join(this.folder, "clock.cjs");
    writeFileSync(clock, clockOf(DAY));
    const path = [shims(this.folder), process.env["PATH"]].join(":");
    const given = mirror === undefined ? process.env : environment(this.folder, mirror, "http://127.0.0.1:9");
    const foreign = mirror === undefined ? FOREIGN : FOREIGN.filter((prefix) => !/^(AWS|TF)_$/.test(prefix));
    const rest = Object.entries(given).filter(([name]) => !foreign.some((prefix) => name.startsWith(prefix)));
    const plain = { NO_COLOR: "1", CHECKPOINT_DISABLE: "1", CI: "1", TZ: "UTC", LC_ALL: "C.UTF-8" };
    // cdktf warns where it may not set the second of these itself.
    const options = `--require ${clock} --max-old-space-size=4096`;
    this.env = { ...Object.fromEntries(rest), ...plain, PATH: path, NODE_OPTIONS: options };
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * @param path of the page in this repository
   * @param isNeeded which commands are run
   */
  async follow(path: string, isNeeded: (command: Command) => boolean = () => true): Promise<Followed> {
    const page = readFileSync(join(project, path), "utf8");
    const place = this.arrive(path);
    const lines = page.split("\n");
    const problems: string[] = [];
    const skipped: string[] = [];
    let moved = 0;
    for (const step of stepsOf(page)) {
      const at = `${path}:${step.line}`;
      if (step.kind !== "command") {
        problems.push(...put(step, place.cwd).map((problem) => `${at}: ${problem}`));
        continue;
      }
      const listed = NOT_RUN.find(({ command }) => command === bare(step));
      listed?.instead?.(place.cwd);
      if (listed !== undefined || !isNeeded(step)) continue;
      if (this.mirror === undefined && /\bterraform\b/.test(bare(step))) {
        skipped.push(`${at}: ${step.text}`);
        continue;
      }
      const said = await this.run(step, place);
      problems.push(
        ...differences(step, place.status, said).map((problem) => `${at}: ${step.text}\n${problem}`),
      );
      // What a command says that ends otherwise than it should is for no page.
      if (step.shown === undefined || place.status !== step.status) continue;
      const now = mended(step.shown, said);
      lines.splice(step.line + moved, step.shown.length, ...now);
      moved += now.length - step.shown.length;
    }
    return { problems, skipped, page: lines.join("\n") };
  }

  /** A folder for the page, with what its reader has. */
  private arrive(path: string): Place {
    const home = join(this.folder, path.replaceAll(/\W/g, "-"));
    mkdirSync(home);
    for (const folder of HOME) mkdirSync(join(`${home}.home`, folder), { recursive: true });
    startOf(path)(home);
    return { home, repository: isOfRepository(path), cwd: home, status: 0 };
  }

  /** In one shell as far as a reader can tell: the folder and `$?` go from command to command. */
  private async run(command: Command, place: Place): Promise<string[]> {
    const cwd = place.repository && /^npm run/.test(command.text) ? project : place.cwd;
    const mark = "\u001eplace:";
    const script = `exec 2>&1\n(exit ${place.status})\n${command.text}\nstatus=$?\nprintf '${mark}%s' "$PWD"\nexit $status`;
    const { status, output } = await new Promise<{ status: number; output: string }>((done) => {
      const env = { ...this.env, HOME: `${place.home}.home`, ...outputOf(place) };
      const child = execFile("bash", ["-c", script], { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout) =>
        done({ status: error === null ? 0 : Number(error.code ?? 1), output: stdout }),
      );
      child.stdin?.end();
    });
    const [said = "", left] = output.split(mark);
    place.status = status;
    if (cwd === place.cwd && left !== undefined) place.cwd = left;
    return linesOf(stripVTControlCharacters(said)).filter((line) => !isSpinner(line));
  }
}

function differences(command: Command, status: number, said: readonly string[]): string[] {
  const output = said.join("\n");
  const ending = status === command.status ? [] : [`ends with ${status}, not ${command.status}:\n${output}`];
  const isShown = command.shown === undefined || isTrue(command.shown, said);
  return isShown ? ending : [...ending, `says (npm run docs takes it over):\n${output}`];
}

/** Pages at the root speak of this repository's own scripts. */
export function isOfRepository(path: string): boolean {
  return !path.includes("/");
}

/** What this repository's scripts synthesize goes where it troubles nobody. */
function outputOf({ home, repository }: Place): NodeJS.ProcessEnv {
  return repository ? { CDKTF_OUTDIR: join(home, "repository.out") } : {};
}

/** What cdktf draws while it works. */
function isSpinner(line: string): boolean {
  return /^[⠀-⣿] {2}\w+$/.test(line);
}

/** Does to a file what the page asks for; answers why it cannot. */
function put({ kind, path, content }: FileStep, cwd: string): string[] {
  const file = join(cwd, path);
  mkdirSync(dirname(file), { recursive: true });
  if (kind !== "change") {
    writeFileSync(file, content, { flag: kind === "write" ? "w" : "a" });
    return [];
  }
  const [old, now] = [marked(content, "-"), marked(content, "+")];
  const [before = "", after, ...more] = readFileSync(file, "utf8").split(old);
  if (after === undefined || more.length > 0)
    return [`${path} does not hold these lines exactly once:\n${old}`];
  writeFileSync(file, `${before}${now}${after}`);
  return [];
}

/** The lines of a diff with this sign. */
function marked(diff: string, sign: string): string {
  const lines = diff.split("\n").filter((line) => line.startsWith(sign));
  return lines.map((line) => line.slice(1)).join("\n");
}

/** Starts a process on that day, whatever the machine's clock says; the time goes on from there. */
function clockOf(day: string): string {
  return `const off = Date.parse("${day}T12:00:00Z") - Date.now();
    const now = Date.now.bind(Date);
    globalThis.Date = class extends Date {
      constructor(...args) { args.length === 0 ? super(now() + off) : super(...args); }
      static now() { return now() + off; }
    };\n`;
}
