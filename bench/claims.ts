import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyInput } from "../lib";
import { bin, main } from "../package.json";
import { clockTime, medians, processorTime } from "./measure";

// Measured is what is shipped: the compiled library and the script that `bin` names.
const { definePolicy } = require("../dist/lib") as typeof import("../lib");
const { resultOf } = require("../dist/lib/result") as typeof import("../lib/result");
const { readInputs } = require("../dist/lib/terraform/read") as typeof import("../lib/terraform/read");
const script = join(__dirname, "..", bin.landfall);

/** A sentence about speed and what one run says of it. */
export interface Claim {
  readonly says: string;
  readonly measured: string;
  readonly ratio: number;
  readonly limit: number;
}

/** What is measured, and how often; the stacks are always ten. */
export interface Size {
  readonly turns: number;
  readonly resources: number;
}

/** Allows the estate, so that everything is read, judged and written. */
const POLICY: PolicyInput = {
  version: 1,
  asOf: "2026-11-23",
  organization: { name: "Example Compute Inc.", headquarters: "US" },
  endUsers: [],
  countries: { allow: ["US", "IE", "DE"], deny: [] },
};

const POLICY_YAML = `version: 1
asOf: 2026-11-23
organization: { name: Example Compute Inc., headquarters: US }
endUsers: [] # internal use only
countries: { allow: [US, IE, DE], deny: [] }
`;

export function guardedSynth(directory: string, { turns, resources }: Size): Claim {
  const candidates = {
    bare: () => synth(join(directory, "bare"), { resources }),
    guarded: () => synth(join(directory, "guarded"), { resources, policy: POLICY }),
  };
  const time = medians(candidates, turns);
  return {
    says: `guarded synth of ${resources} resources ÷ bare synth`,
    measured: `${ms(time.guarded)} ÷ ${ms(time.bare)}`,
    ratio: time.guarded / time.bare,
    limit: 1.15,
  };
}

/** With the start of the process, which is most of it. */
export function smallCheck(directory: string, turns: number): Claim {
  synth(join(directory, "cdktf.out"), { resources: 20, stacks: 2 });
  writeFileSync(join(directory, "landfall.yaml"), POLICY_YAML);
  const candidates = {
    node: () => clockTime(() => node(directory, "-e", "")),
    check: () => clockTime(() => node(directory, script, "check")),
  };
  const time = medians(candidates, turns);
  const limit = 1.5 * time.node + 100;
  return {
    says: "landfall check of 20 resources ÷ (1.5 × an empty node + 100 ms)",
    measured: `${ms(time.check)} ÷ (1.5 × ${ms(time.node)} + 100 ms)`,
    ratio: time.check / limit,
    limit: 1,
  };
}

/** What an import of the library adds to a program that uses none of it. */
export function bareImport(directory: string, turns: number): Claim {
  const library = join(__dirname, "..", main);
  const candidates = {
    node: () => clockTime(() => node(directory, "-e", "")),
    landfall: () => clockTime(() => node(directory, "-e", `require(${JSON.stringify(library)})`)),
  };
  const time = medians(candidates, turns);
  const limit = time.node + 60;
  return {
    says: 'import "landfall" ÷ (an empty node + 60 ms)',
    measured: `${ms(time.landfall)} ÷ (${ms(time.node)} + 60 ms)`,
    ratio: time.landfall / limit,
    limit: 1,
  };
}

/** Reading and judging, in a process that is warm. */
export function linearCheck(directory: string, { turns, resources }: Size): Claim {
  const policy = definePolicy(POLICY);
  const sizes = [resources, 2 * resources, 4 * resources];
  const candidates = sizes.map((size): [string, () => number] => {
    const outdir = join(directory, `of-${size}`);
    synth(outdir, { resources: size });
    return [String(size), () => processorTime(() => judge(outdir))];
  });
  const judge = (outdir: string) => {
    const { estate, inputs } = readInputs([outdir]);
    resultOf(estate, inputs, policy);
  };
  const time = medians(Object.fromEntries(candidates), turns);
  const [small = Number.NaN, middle = Number.NaN, large = Number.NaN] = sizes.map(
    (size) => (time[size] ?? Number.NaN) / size,
  );
  return {
    says: `time per resource, check of ${4 * resources} resources ÷ of ${resources}`,
    measured: `${us(large)} ÷ ${us(small)} (of ${2 * resources}: ${us(middle)})`,
    ratio: large / small,
    limit: 1.35,
  };
}

interface Estate {
  readonly resources: number;
  readonly stacks?: number;
  readonly policy?: PolicyInput;
}

/** Writes an estate and answers the milliseconds that `app.synth()` took. */
function synth(outdir: string, { resources, stacks = 10, policy }: Estate): number {
  const given = policy === undefined ? [] : [JSON.stringify(policy)];
  const args = ["synth.ts", outdir, String(resources), String(stacks), ...given];
  return Number(node(__dirname, ...process.execArgv, ...args));
}

function node(directory: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function us(time: number): string {
  return `${(time * 1000).toFixed(1)} µs`;
}
