import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { guard, InputError, loadPolicy } from "../../lib";
import { cleanUp, expectBlocked, files, run, stackIn, temporary, US, VIRGINIA } from "../evasion/app";
import { JSON_LIST } from "./lists";

afterEach(cleanUp);

const listed = { ...US, organization: { name: "Komorebi Instruments", headquarters: "AE" } };
const program = (app: App) => void stackIn(app, VIRGINIA);

describe("guard", () => {
  it("refuses an app of a listed party, whatever it deploys, and writes nothing", () => {
    expectBlocked("us-ear/entity-list", program, { ...listed, screening: { list: JSON_LIST } });
    expect(run(program, { ...US, screening: { list: JSON_LIST } }).verdict).toBe("allowed");
  });

  it("reads the list beside the policy file", () => {
    const folder = temporary();
    mkdirSync(join(folder, "lists"));
    writeFileSync(
      join(folder, "landfall.yaml"),
      "version: 1\norganization: { name: Example, headquarters: US }\nscreening: { list: lists/missing.json }\n",
    );
    const app = new App({ outdir: join(folder, "out") });
    program(app);
    guard(app, loadPolicy(join(folder, "landfall.yaml")));
    expect(() => app.synth()).toThrow(join(folder, "lists", "missing.json"));
  });

  it("writes nothing where the list cannot be read, and leaves no older output", () => {
    const outdir = temporary();
    expect(run(program, US, { outdir }).verdict).toBe("allowed");
    expect(files(outdir)).toContain(join("stacks", "gpu", "cdk.tf.json"));
    const { error } = run(program, { ...US, screening: { list: "nowhere.json" } }, { outdir });
    expect(error).toBeInstanceOf(InputError);
    expect(files(outdir).filter((path) => path.endsWith("cdk.tf.json"))).toEqual([]);
  });
});
