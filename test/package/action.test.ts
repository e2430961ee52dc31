import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { version } from "../../package.json";

interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const root = join(__dirname, "../..");
const action: Action = parse(readFileSync(join(root, "action.yml"), "utf8"));
const step = action.runs.steps[0] as Step;

/** Answers by format with the status in the name of its first path, and writes down how it was called. */
const STUB = `#!/usr/bin/env bash
printf '%s\\0' "$@" >> "$CALLS"
printf '\\n' >> "$CALLS"
for last; do :; done
if [ "$last" = unfetched ]; then exit 1; fi
case " $* " in
  *" markdown "*) echo "## summary" ;;
  *" sarif "*) echo '{"version":"2.1.0"}' ;;
  *) echo "::error::log" ;;
esac
if [ "$last" = 2 ]; then echo "::add-mask::x" >&2; fi
if [ "$last" = changes ]; then case " $* " in *" sarif "*) exit 0 ;; *) exit 1 ;; esac; fi
exit "$last"
`;

describe("the GitHub Action", () => {
  it("is composite, with a shell for every script", () => {
    expect(action.runs.using).toBe("composite");
    for (const { shell } of action.runs.steps) expect(shell).toBe("bash");
  });

  it("puts no expression into a script", () => {
    for (const { run } of action.runs.steps) expect(run).not.toContain("${{");
  });

  it("hands every input over as a variable, and declares what it hands over", () => {
    const named = Object.values(step.env).flatMap((value) => /inputs\.([\w-]+)/.exec(value)?.[1] ?? []);
    expect(named.sort()).toEqual(Object.keys(action.inputs).sort());
    expect(Object.keys(action.inputs)).toEqual([
      "paths",
      "policy",
      "format",
      "fail-on",
      "as-of",
      "stack",
      "version",
    ]);
  });

  it("sets every output it declares", () => {
    const { output } = run({ paths: "0" });
    for (const [name, { value }] of Object.entries(action.outputs)) {
      expect(value).toBe(`\${{ steps.check.outputs.${name} }}`);
      expect(output).toHaveProperty(name);
    }
  });
});

describe("the action's script", () => {
  it("lets an allowed run pass", () => {
    const { status, output, summary, calls, stdout } = run({ paths: "0" });
    expect({ status, summary, stdout }).toEqual({
      status: 0,
      summary: "## summary\n",
      stdout: "::error::log\n",
    });
    expect(output).toMatchObject({ status: "0", verdict: "allowed" });
    expect(output["sarif"]).toMatch(/landfall\.sarif$/);
    expect(calls[0]).toEqual([
      "--yes",
      `landfall@${version}`,
      "check",
      "--format",
      "github",
      "--fail-on",
      "block",
      "--",
      "0",
    ]);
    expect(calls.map(([, , , , format]) => format)).toEqual(["github", "markdown", "sarif"]);
  });

  it("fails a blocked run and still writes the reports", () => {
    const { status, output, summary, sarif } = run({ paths: "1" });
    expect({ status, summary, sarif }).toEqual({
      status: 1,
      summary: "## summary\n",
      sarif: '{"version":"2.1.0"}\n',
    });
    expect(output).toMatchObject({ status: "1", verdict: "blocked" });
  });

  it.each(["2", "127", "unfetched"])(
    "ends with 2 and no report where the tool gives no verdict: %s",
    (paths) => {
      const { status, output, summary, calls } = run({ paths });
      expect(status).toBe(2);
      expect(output).toEqual({ status: "2", verdict: "none", sarif: "" });
      expect(summary).toContain("no verdict");
      expect(calls).toHaveLength(1);
    },
  );

  it("ends with 2 where two readings differ", () => {
    expect(run({ paths: "changes" })).toMatchObject({ status: 2, output: { verdict: "none" } });
  });

  it("ends with 2 where there is nothing to judge or no such version", () => {
    expect(run({ paths: "\n\n" })).toMatchObject({ status: 2, calls: [] });
    expect(run({ paths: "0", version: "file:../evil" })).toMatchObject({ status: 2, calls: [] });
    expect(run({ paths: "0", version: "1.0.0 --package=evil" })).toMatchObject({ status: 2, calls: [] });
  });

  it("passes options and several paths on, as they are", () => {
    const { calls } = run({
      paths: "a b/plan.json\r\n--output=x\n\n0",
      policy: "my policy.yaml",
      format: "junit",
      "fail-on": "warn",
      "as-of": "2026-11-23",
      stack: "train",
      version: "1.2.3-rc.1",
    });
    expect(calls[0]).toEqual(
      [
        ["--yes", "landfall@1.2.3-rc.1", "check", "--format", "junit", "--fail-on", "warn"],
        ["--policy", "my policy.yaml", "--as-of", "2026-11-23", "--stack", "train"],
        ["--", "a b/plan.json", "--output=x", "0"],
      ].flat(),
    );
  });

  it("runs nothing that an input says", () => {
    const evil = "$(touch pwned)`touch pwned`; touch pwned #'\"";
    const { calls, directory } = run({ paths: `${evil}\n0`, policy: evil, stack: evil, "as-of": evil });
    expect(calls[0]).toEqual(expect.arrayContaining([evil]));
    expect(existsSync(join(directory, "pwned"))).toBe(false);
  });

  it("lets the runner take nothing but the github format for commands", () => {
    const wrapped = /^::stop-commands::(landfall-[0-9a-f]{32})\n::error::log\n\n::\1::\n$/;
    expect(run({ paths: "0", format: "pretty" }).stdout).toMatch(wrapped);
    expect(run({ paths: "2" }).stdout).toMatch(
      /^::error::log\n::stop-commands::(landfall-[0-9a-f]{32})\n::add-mask::x\n\n::\1::\n::error title=Landfall::/,
    );
  });

  it("runs the action's own build for the version local", () => {
    const home = mkdtempSync(join(tmpdir(), "landfall-home-"));
    writeFileSync(join(home, "package.json"), '{"bin":{"landfall":"cli.js"}}');
    writeFileSync(join(home, "cli.js"), "console.log(process.argv.slice(2).join(' '));");
    const { status, stdout, calls } = run({ paths: "0", version: "local" }, home);
    expect({ status, stdout, calls }).toEqual({
      status: 0,
      stdout: "check --format github --fail-on block -- 0\n",
      calls: [],
    });
    rmSync(home, { recursive: true });
  });
});

const directories: string[] = [];

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

/** Runs the script as GitHub does, with a stub for npx. */
function run(inputs: Readonly<Record<string, string>>, home = root) {
  const directory = mkdtempSync(join(tmpdir(), "landfall-action-"));
  directories.push(directory);
  const file = (name: string) => join(directory, name);
  mkdirSync(file("bin"));
  writeFileSync(file("bin/npx"), STUB, { mode: 0o755 });
  for (const name of ["calls", "output", "summary"]) writeFileSync(file(name), "");
  writeFileSync(file("script.sh"), step.run);
  const { status, stdout } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", file("script.sh")],
    {
      cwd: directory,
      encoding: "utf8",
      env: {
        PATH: `${file("bin")}:${process.env["PATH"]}`,
        RUNNER_TEMP: directory,
        CALLS: file("calls"),
        GITHUB_OUTPUT: file("output"),
        GITHUB_STEP_SUMMARY: file("summary"),
        GITHUB_ACTION_PATH: home,
        ...variables(inputs),
      },
    },
  );
  const read = (name: string) => readFileSync(file(name), "utf8");
  const output: Record<string, string> = Object.fromEntries(
    lines(read("output")).map((line) => [
      line.slice(0, line.indexOf("=")),
      line.slice(line.indexOf("=") + 1),
    ]),
  );
  const calls = read("calls")
    .split("\0\n")
    .filter(Boolean)
    .map((call) => call.split("\0"));
  const sarif = output["sarif"] ? readFileSync(output["sarif"], "utf8") : undefined;
  return { directory, status, stdout, output, summary: read("summary"), calls, sarif };
}

/** The step's environment as GitHub fills it in. */
function variables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  const filled = Object.entries(step.env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? "";
    return [name, inputs[input] ?? action.inputs[input]?.default ?? ""];
  });
  return Object.fromEntries(filled);
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
