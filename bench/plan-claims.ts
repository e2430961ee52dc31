import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "./claims";
import { median } from "./measure";
import { writePlan } from "./plan-file";

/** Allows the estate, so that everything is read and judged. */
const POLICY = {
  version: 1,
  asOf: "2026-11-23",
  organization: { name: "Example Compute Inc.", headquarters: "US" },
  endUsers: [],
  countries: { allow: ["US", "IE", "DE"], deny: [] },
};

/** Resources of a plan larger than V8's longest string, half a gibibyte, and larger than 1 GiB. */
const LARGE = 640_000;

export interface PlanSize {
  readonly turns: number;
  readonly resources: number;
  /** Measures a plan of 1 GiB too, which takes as much disk and a minute. */
  readonly large: boolean;
}

/** Judging a plan against the least any program does with it: reading and parsing it. */
export function plans(directory: string, { turns, resources, large }: PlanSize): Claim[] {
  const path = join(directory, "plan.json");
  const bytes = writePlan(path, resources);
  const runs = { parse: [] as Run[], check: [] as Run[], bounded: [] as Run[] };
  for (let turn = 0; turn < turns; turn++) {
    for (const way of turn % 2 === 0 ? WAYS : WAYS.toReversed()) runs[way].push(run(way, path));
  }
  rmSync(path);
  const [parse, check, bounded] = [typical(runs.parse), typical(runs.check), typical(runs.bounded)];
  const what = `of a plan of ${mb(bytes)} with ${resources} resources ÷ reading and parsing it`;
  return [
    {
      says: `time to judge ${what}`,
      measured: `${check.time.toFixed(0)} ms ÷ ${parse.time.toFixed(0)} ms`,
      ratio: check.time / parse.time,
      limit: 1.5,
    },
    {
      says: `memory to judge ${what}`,
      measured: `${check.memory.toFixed(0)} MiB ÷ ${parse.memory.toFixed(0)} MiB`,
      ratio: check.memory / parse.memory,
      limit: 1.5,
    },
    {
      says: `time a data boundary adds ${what.replace("reading and parsing it", "judging it without")}`,
      measured: `${(bounded.time - check.time).toFixed(0)} ms ÷ ${check.time.toFixed(0)} ms`,
      ratio: (bounded.time - check.time) / check.time,
      limit: 0.3,
    },
    ...(large ? largePlan(directory, check.time / bytes) : []),
  ];
}

function largePlan(directory: string, timePerByte: number): Claim[] {
  const path = join(directory, "large.json");
  const bytes = writePlan(path, LARGE);
  const { time, memory } = run("check", path);
  rmSync(path);
  const perMb = (one: number) => `${(one * 1e6).toFixed(1)} ms`;
  return [
    {
      says: `memory to judge a plan of ${mb(bytes)} with ${LARGE} resources ÷ 512 MiB`,
      measured: `${memory.toFixed(0)} MiB ÷ 512 MiB`,
      ratio: memory / 512,
      limit: 1,
    },
    {
      says: `time per MB, judging a plan of ${mb(bytes)} ÷ the smaller one`,
      measured: `${perMb(time / bytes)} ÷ ${perMb(timePerByte)}`,
      ratio: time / bytes / timePerByte,
      limit: 1.35,
    },
  ];
}

type Way = "parse" | "check" | "bounded";

const WAYS: readonly Way[] = ["parse", "check", "bounded"];

interface Run {
  /** Milliseconds by the clock. */
  readonly time: number;
  /** The most it held, in MiB. */
  readonly memory: number;
}

function run(way: Way, path: string): Run {
  const args = [...process.execArgv, join(__dirname, "plan-run.ts"), way, path, JSON.stringify(POLICY)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${way} of ${path} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Run;
}

function typical(runs: readonly Run[]): Run {
  return { time: median(runs.map(({ time }) => time)), memory: median(runs.map(({ memory }) => memory)) };
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
