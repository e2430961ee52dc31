import { spawn, spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { bahrain, frankfurt } from "../terraform/files";
import { POLICY, useDirectory } from "./harness";

const root = resolve(__dirname, "../..");
const COMMAND = ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "lib/cli/main.ts")];

const write = useDirectory();
beforeEach(() => {
  write("landfall.yaml", POLICY);
  write("cdktf.out/stacks/train/cdk.tf.json", bahrain);
});

const landfall = (args: string[], input: string | Uint8Array = "") =>
  spawnSync(process.execPath, [...COMMAND, ...args], { input, encoding: "utf8" });

it("ends with 1 when blocked, 2 without a verdict", () => {
  const blocked = landfall(["check"]);
  expect(blocked).toMatchObject({ status: 1, stderr: "" });
  expect(blocked.stdout).toContain("BLOCKED by us-ear/zone-a");
  expect(blocked.stdout).not.toContain("\u001b");
  const nothing = landfall(["check", "nowhere"]);
  expect(nothing).toMatchObject({ status: 2, stdout: "" });
  expect(nothing.stderr).toBe(
    "landfall: nowhere: there is no such file or directory; expected a file or directory to judge\n",
  );
});

it("reads standard input, in UTF-16 too, and writes JSON alone", () => {
  const utf16 = Buffer.from(`\ufeff${JSON.stringify(frankfurt)}`, "utf16le");
  const { status, stdout, stderr } = landfall(["check", "-", "--stack", "x", "--format", "json"], utf16);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ inputs: [{ path: "-" }], placements: [{ stack: "x" }] });
});

it("ends well when its reader stops early", async () => {
  const child = spawn(process.execPath, [...COMMAND, "explain", "us-ear/zone-a"]);
  child.stdout.destroy();
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const status = await new Promise((done) => child.on("close", done));
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
