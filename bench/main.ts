/**
 * What Landfall claims about its speed, measured as ratios in one run on one machine: synth and the start
 * of the command line by the clock, check by processor time.
 * `--quick` measures less, for seeing that it works; `--large` also judges a plan of 1 GiB, which takes as much disk
 * and a minute; `--no-fail` reports a failed claim and exits 0.
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bareImport, type Claim, guardedSynth, linearCheck, smallCheck } from "./claims";
import { plans } from "./plan-claims";
import { screening } from "./screening";

const quick = process.argv.includes("--quick");
const large = process.argv.includes("--large");
const mayFail = process.argv.includes("--no-fail");

const claims = inTemporaryDirectory((directory) => [
  guardedSynth(
    below(directory, "synth"),
    quick ? { turns: 1, resources: 400 } : { turns: 7, resources: 4000 },
  ),
  bareImport(below(directory, "import"), quick ? 3 : 21),
  smallCheck(below(directory, "small"), quick ? 3 : 21),
  linearCheck(
    below(directory, "linear"),
    quick ? { turns: 1, resources: 200 } : { turns: 9, resources: 2000 },
  ),
  screening(below(directory, "screening"), { turns: quick ? 1 : 5, resources: 30_000 }),
  ...plans(
    below(directory, "plans"),
    quick ? { turns: 1, resources: 2000, large } : { turns: 15, resources: 50_000, large },
  ),
]);
const failed = claims.filter(({ ratio, limit }) => !(ratio <= limit));
print(claims);
if (failed.length > 0 && !mayFail) process.exitCode = 1;

function print(rows: readonly Claim[]): void {
  const table = [
    ["claim", "measured", "ratio", "at most", ""],
    ...rows.map(({ says, measured, ratio, limit }) => [
      says,
      measured,
      ratio.toFixed(2),
      limit.toFixed(2),
      ratio <= limit ? "holds" : "FAILS",
    ]),
  ];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}

function inTemporaryDirectory<Out>(use: (directory: string) => Out): Out {
  const directory = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function below(directory: string, name: string): string {
  const path = join(directory, name);
  mkdirSync(path);
  return path;
}
