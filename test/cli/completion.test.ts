import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { ruleIds } from "../../lib/policy/rule-ids";
import { landfall, problemOf, useDirectory } from "./harness";

useDirectory();

/** What a shell of this machine answers; undefined where it is not there. */
function inShell(shell: string, ...args: string[]): string[] | undefined {
  const { error, status, stdout, stderr } = spawnSync(shell, args, { encoding: "utf8" });
  if (error) return undefined;
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.split("\n").filter((line) => line !== "");
}

const script = async (shell: string) => {
  const { status, stdout } = await landfall("completion", shell);
  expect(status).toBe(0);
  writeFileSync("completion", stdout);
};

describe("bash", () => {
  /** What bash proposes for the last word. */
  const proposed = async (...line: string[]) => {
    await script("bash");
    const words = ["landfall", ...line].map((word) => `'${word}'`).join(" ");
    // `compopt` works only while bash itself completes.
    const ask = `compopt() { echo "compopt $*"; }; . ./completion; COMP_WORDS=(${words}); COMP_CWORD=${line.length}; _landfall; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return inShell("bash", "--norc", "-c", ask) ?? [];
  };

  it("proposes commands", async () => {
    const { stdout } = await landfall("--help");
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) [^\n]* {2,}/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(6);
    expect(await proposed("")).toEqual(expect.arrayContaining([...commands, "completion", "help"]));
    expect(await proposed("ch")).toEqual(["check"]);
  });

  it("proposes the options of a command", async () => {
    expect(await proposed("check", "--fo")).toEqual(["--format"]);
    expect(await proposed("check", "cdktf.out", "--as")).toEqual(["--as-of", "--assume"]);
    expect(await proposed("check", "--ver")).toEqual(["--verify", "--verbose"]);
    expect(await proposed("init", "--as")).toEqual([]);
  });

  it("proposes values", async () => {
    expect(await proposed("check", "--format", "s")).toEqual(["sarif"]);
    expect(await proposed("check", "--fail-on", "")).toEqual(["block", "warn"]);
    expect(await proposed("explain", "us-ear/zone")).toEqual(["us-ear/zone-a", "us-ear/zone-b"]);
    expect(await proposed("explain", "")).toEqual(expect.arrayContaining([...ruleIds]));
    expect(await proposed("classify", "nvidia-h200-")).toContain("nvidia-h200-sxm");
    expect(await proposed("completion", "")).toEqual(["bash", "zsh", "fish"]);
    expect(await proposed("help", "mat")).toEqual(await proposed("mat"));
  });

  it("leaves files to bash, and keeps them from where none is wanted", async () => {
    expect(await proposed("check", "")).toEqual([]);
    expect(await proposed("check", "--policy", "")).toEqual([]);
    expect(await proposed("check", "--as-of", "")).toEqual(["compopt +o bashdefault +o default"]);
  });
});

describe("fish", () => {
  it("proposes the same, where there is a fish", async () => {
    await script("fish");
    const proposed = (line: string) =>
      inShell("fish", "--no-config", "-c", `source ./completion; complete -C "${line}"`)?.map(
        (text) => text.split("\t")[0],
      );
    const commands = proposed("landfall ch");
    if (commands === undefined) return console.warn("fish is not on the PATH: its script is not run");
    expect(commands).toEqual(["check"]);
    expect(proposed("landfall check --format s")).toEqual(["sarif"]);
    expect(proposed("landfall explain us-ear/zone")).toEqual(["us-ear/zone-a", "us-ear/zone-b"]);
    expect(proposed("landfall check --fo")).toEqual(["--format"]);
  });
});

describe("zsh", () => {
  it("reads its script, and proposes the same, where there is a zsh", async () => {
    await script("zsh");
    const ask = (words: string, prefix: string) =>
      inShell(
        "zsh",
        "-f",
        "-c",
        `compdef() { :; }; compadd() { shift; print -l -- "$@"; }; _files() { print files; }; _message() { :; }
         _describe() { print -l -- \${(P)2%%:*}; }
         . ./completion; words=(landfall ${words}); CURRENT=$#words; PREFIX='${prefix}'; _landfall`,
      );
    const commands = ask("''", "");
    if (commands === undefined) return console.warn("zsh is not on the PATH: its script is not run");
    expect(commands).toEqual(expect.arrayContaining(["check", "completion", "help"]));
    expect(ask("check --format ''", "")).toContain("sarif");
    expect(ask("check --policy ''", "")).toEqual(["files"]);
    expect(ask("check --fo", "--fo")).toContain("--format");
    expect(ask("explain us", "us")).toContain("us-ear/zone-a");
  });
});

it("another shell is refused", async () => {
  expect(problemOf(await landfall("completion", "bsh"))).toBe(
    'completion does not take "bsh"; expected bash, zsh or fish; did you mean "bash"?',
  );
});
