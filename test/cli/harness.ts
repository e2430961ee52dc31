import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../lib/cli/program";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process and catches what it prints. */
export async function landfall(...args: string[]): Promise<Ran> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((chunk) => {
      printed[name] += String(chunk);
      return true;
    }),
  );
  try {
    return { status: await run(args), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** Runs something as if a person sat before both outputs of this process. */
export async function onTerminal<T>({ columns }: { columns: number }, work: () => Promise<T>): Promise<T> {
  const terminal = { isTTY: true, columns };
  const before = [process.stdout, process.stderr].map((stream) => ({
    stream,
    was: { isTTY: stream.isTTY, columns: stream.columns },
  }));
  const { NO_COLOR, TERM } = process.env;
  delete process.env["NO_COLOR"];
  process.env["TERM"] = "xterm";
  try {
    for (const { stream } of before) Object.assign(stream, terminal);
    return await work();
  } finally {
    for (const { stream, was } of before) Object.assign(stream, was);
    for (const [name, value] of Object.entries({ NO_COLOR, TERM })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

export const POLICY = "version: 1\nasOf: 2026-10-01\norganization: { name: Example, headquarters: US }\n";

/** A new working directory for every test; answers how to write files into it. */
export function useDirectory(): (path: string, content: unknown) => void {
  const home = process.cwd();
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "landfall-cli-"));
    process.chdir(directory);
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(directory, { recursive: true, force: true });
  });
  return (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    const raw = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(path, raw ? content : JSON.stringify(content));
  };
}

/** The message of a run without a verdict: one paragraph, nothing on standard output. */
export function problemOf({ status, stdout, stderr }: Ran): string {
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^landfall: \S/);
  expect(stderr.endsWith("\n")).toBe(true);
  expect(stderr).not.toMatch(/\n\n|\n {4}at |Usage:|this should not happen/);
  return stderr.slice("landfall: ".length, -1);
}
