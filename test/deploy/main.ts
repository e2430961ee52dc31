/**
 * Deploys the examples to an emulator of AWS: `npm run test:deploy [-- --write] [NAME…]`. See README.md here.
 * Ends with 1 when an example fails, and with 0 when tools are missing, which it says.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Emulator } from "../../scripts/terraform/emulator";
import { type CdktfRun, cdktfDeploy } from "./cdktf-deploy";
import { deploy } from "./deploy";
import { exampleOf } from "./example";
import { page, type Row } from "./table";
import { findTools } from "./tools";

const folder = join(__dirname, "examples");
/** Name of the run of `cdktf deploy`, beside those of the examples. */
const CDKTF = "cdktf-deploy";
const results = join(__dirname, "../../docs/verified.md");

async function main(args: readonly string[]): Promise<number> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const names = args.filter((arg) => !arg.startsWith("--"));
  const wanted = files
    .filter((file) => names.length === 0 || names.includes(file.replace(/\.ts$/, "")))
    .sort();
  const withCdktf = names.length === 0 || names.includes(CDKTF);
  if (names.length > 0 && args.includes("--write"))
    return fail("--write describes all examples; name none with it.");
  if (wanted.length === 0 && !withCdktf)
    return fail(`No example is named ${names.join(", ")}; there are ${files.join(", ")}.`);
  const tools = findTools();
  if ("length" in tools) {
    for (const sentence of tools) console.log(`Skipped, nothing was deployed: ${sentence}.`);
    return 0;
  }
  const emulator = await Emulator.start();
  if (emulator === undefined) return fail("`moto_server` does not start.");
  const rows: Row[] = [];
  let cdktf: CdktfRun | undefined;
  try {
    for (const file of wanted) {
      const started = performance.now();
      try {
        const row = await deploy(exampleOf(file, await import(join(folder, file))), tools, emulator);
        rows.push(row);
        const what = row.applied === undefined ? `not applied, ${row.note}` : `${row.applied} applied`;
        console.log(
          `${row.name}: ${row.planned} planned, ${what} (${Math.round((performance.now() - started) / 1000)} s)`,
        );
      } catch (error) {
        console.error(`${file}: ${(error as Error).stack}`);
      }
    }
    if (withCdktf) {
      cdktf = await cdktfDeploy(tools, emulator);
      console.log(`${cdktf.command}: ${cdktf.resources} resources, destroyed`);
    }
  } finally {
    emulator.stop();
  }
  if (rows.length < wanted.length) return fail(`${wanted.length - rows.length} of ${wanted.length} failed.`);
  if (args.includes("--write")) writeFileSync(results, page(rows, tools.versions, cdktf));
  return 0;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: Error) => process.exit(fail(error.message)),
);
