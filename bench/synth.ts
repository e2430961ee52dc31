/**
 * One `app.synth()` in a process of its own, as users run it; prints its milliseconds by the clock.
 * cdktf keeps every token a process ever made, so several apps in one process would slow each other down.
 */
import type { PolicyInput } from "../lib";
import { estateApp } from "./estate";
import { clockTime } from "./measure";

// cdktf takes a stack trace per construct; mapping each to its source is most of what a program under tsx does.
process.setSourceMapsEnabled(false);

const [outdir = "", resources = "", stacks = "", policy] = process.argv.slice(2);
const app = estateApp(outdir, Number(resources), Number(stacks));
if (policy !== undefined) {
  const { definePolicy, guard } = require("../dist/lib") as typeof import("../lib");
  guard(app, definePolicy(JSON.parse(policy) as PolicyInput));
}
console.log(clockTime(() => app.synth()));
