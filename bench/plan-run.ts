/**
 * One way to read a plan, in a process of its own; prints its milliseconds and the most memory the process held,
 * in MiB: `parse` is what every other program does first, `check` reads and judges, `bounded` too, with a data
 * boundary that holds.
 */
import { readFileSync } from "node:fs";
import type { PolicyInput } from "../lib";

const [way, path = "", policy = ""] = process.argv.slice(2);
const run = way === "parse" ? () => JSON.parse(readFileSync(path, "utf8")) : check();
const start = performance.now();
run();
const time = performance.now() - start;
console.log(JSON.stringify({ time, memory: process.resourceUsage().maxRSS / 1024 }));

function check(): () => unknown {
  const { definePolicy } = require("../dist/lib") as typeof import("../lib");
  const { keepFor } = require("../dist/lib/residency/keep") as typeof import("../lib/residency/keep");
  const { resultOf } = require("../dist/lib/result") as typeof import("../lib/result");
  const { readInputs } = require("../dist/lib/terraform/read") as typeof import("../lib/terraform/read");
  // What is loaded where a boundary is drawn, as the rest is before the clock starts.
  for (const name of ["finder", "keep-bounded"]) require(`../dist/lib/residency/${name}`);
  const boundaries = way === "bounded" ? [{ name: "app", countries: ["US", "IE", "DE"] }] : [];
  const judged = definePolicy({ ...(JSON.parse(policy) as PolicyInput), boundaries });
  return () => {
    const { estate, inputs } = readInputs([path], keepFor(judged));
    const { verdict, placements, findings } = resultOf(estate, inputs, judged);
    if (verdict !== "allowed" || placements.length === 0) {
      throw new Error(`${path} is ${verdict} with ${placements.length} placements: ${findings[0]?.message}`);
    }
  };
}
