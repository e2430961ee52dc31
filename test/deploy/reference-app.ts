/** The reference deployments as `npm run synth` makes them, made ready for the emulator: an app for `cdktf deploy`. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { notEmulated } from "./not-emulated";
import { forEmulator, type JsonObject, record, reduced } from "./patch";

const work = process.cwd();
const outdir = resolve(process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
const providers = JSON.parse(process.env["LANDFALL_PROVIDERS"] ?? "{}");

process.env["CDKTF_OUTDIR"] = outdir;
process.chdir(join(__dirname, "../.."));
require("../../stacks/main");

for (const name of readdirSync(join(outdir, "stacks"))) {
  const file = join(outdir, "stacks", name, "cdk.tf.json");
  const body = JSON.parse(readFileSync(file, "utf8")) as JsonObject;
  const ready = reduced(forEmulator(withStateIn(work, body), providers), notEmulated).body;
  writeFileSync(file, JSON.stringify(ready, null, 2));
}

function withStateIn(folder: string, body: JsonObject): JsonObject {
  const terraform = record(body["terraform"]);
  const local = record(record(terraform["backend"])["local"]);
  const path = join(folder, basename(String(local["path"])));
  return { ...body, terraform: { ...terraform, backend: { local: { ...local, path } } } };
}
