import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { exampleOf } from "./example";
import { providersIn } from "./tools";

describe("without its tools", () => {
  it("says what is missing, deploys nothing and does not fail", () => {
    const run = spawnSync(process.execPath, ["--import", "tsx", join("test", "deploy", "main.ts")], {
      cwd: join(__dirname, "../.."),
      encoding: "utf8",
      env: { PATH: dirname(process.execPath) },
    });
    expect(run.status).toBe(0);
    for (const tool of ["`terraform`", "LANDFALL_TF_MIRROR", "`moto_server`", "`aws`"])
      expect(run.stdout).toContain(`Skipped, nothing was deployed: ${tool}`);
  });
});

describe("the mirror", () => {
  it("is read as `terraform providers mirror` lays it out, unpacked; the newest version counts", () => {
    const mirror = mkdtempSync(join(tmpdir(), "landfall-mirror-"));
    for (const path of ["hashicorp/aws/5.9.0", "hashicorp/aws/5.100.0/linux_amd64", "oracle/oci/7.1.0"])
      mkdirSync(join(mirror, "registry.terraform.io", path), { recursive: true });
    expect(providersIn(mirror)).toEqual({ "hashicorp/aws": "5.100.0", "oracle/oci": "7.1.0" });
    rmSync(mirror, { recursive: true });
    expect(providersIn(mirror)).toEqual({});
  });
});

describe("an example", () => {
  const make = () => [];

  it("is the default export, or the only function but check", () => {
    expect(exampleOf("gpu-network.ts", { default: make })).toEqual({ name: "gpu-network", make });
    const check = () => undefined;
    const example = exampleOf("b.ts", { b: make, check, planOnly: "no firewall" });
    expect(example).toEqual({ name: "b", make, check, planOnly: "no firewall" });
  });

  it("is not told from two functions, nor from none", () => {
    expect(() => exampleOf("c.ts", { a: make, b: () => [] })).toThrow("c.ts exports 2 functions");
    expect(() => exampleOf("c.ts", { check: make })).toThrow("c.ts exports 0 functions");
  });
});
