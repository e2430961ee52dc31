import { readFileSync } from "node:fs";
import { z } from "zod";
import { bahrain, frankfurt } from "../terraform/files";
import { landfall, onTerminal, POLICY, problemOf, useDirectory } from "./harness";

const write = useDirectory();
beforeEach(() => {
  write("landfall.yaml", POLICY);
  write("cdktf.out/stacks/train/cdk.tf.json", frankfurt);
});
const blocked = () => write("cdktf.out/stacks/train/cdk.tf.json", bahrain);

describe("exit status", () => {
  it("is 0 when allowed", async () => {
    const { status, stdout, stderr } = await landfall("check");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/\nALLOWED: 8 accelerators in 1 placement; 0 blocking findings, .*\n$/);
  });

  it("is 1 when blocked", async () => {
    blocked();
    const { status, stdout, stderr } = await landfall("check", "cdktf.out");
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("us-ear/zone-a");
    expect(stdout).toMatch(/\nBLOCKED: .*\n$/);
  });

  it("is 1 for a warning where that is asked for", async () => {
    write("landfall.yaml", `${POLICY}rules: { org/country: { level: block } }\n`);
    write("cdktf.out/stacks/train/cdk.tf.json", { ...frankfurt, module: { m: { source: "x/y/z" } } });
    expect((await landfall("check")).status).toBe(0);
    expect((await landfall("check", "--fail-on", "warn")).status).toBe(1);
    expect((await landfall("check", "--fail-on", "block")).status).toBe(0);
  });

  it("follows --as-of, which goes before the policy's day", async () => {
    blocked();
    expect((await landfall("check", "--as-of", "2022-10-06")).status).toBe(0);
    const { stdout } = await landfall("check", "--as-of", "2022-10-06", "--format", "json");
    expect(JSON.parse(stdout).policy.asOf).toBe("2022-10-06");
  });
});

describe("bad policies end without a verdict, naming the file and the path", () => {
  it("missing by default", async () => {
    process.chdir("cdktf.out");
    expect(problemOf(await landfall("check", "."))).toContain("expected landfall.yaml or landfall.json in ");
  });

  it.each<[string, string | Uint8Array | undefined, string[]]>([
    ["missing", undefined, ["p.yaml", "expected a readable file, got no such file"]],
    ["empty", "", ["p.yaml", "got a file with nothing in it"]],
    ["malformed", "version: 1\n  organization: [", ["p.yaml", "line 1, column 10"]],
    ["not text", Buffer.from([0, 255, 254]), ["p.yaml", "expected text in UTF-8"]],
    ["of an unknown key", `${POLICY}ruls: {}\n`, ["p.yaml", "ruls", "rules"]],
    [
      "of a day that does not exist",
      POLICY.replace("2026-10-01", "2026-02-30"),
      ["p.yaml", "asOf", "2026-02-30"],
    ],
    ["of an unknown country", POLICY.replace("US", "XX"), ["p.yaml", "organization.headquarters", "XX"]],
    [
      "of an unknown rule",
      `${POLICY}rules: { us-ear/zone-z: { level: block } }\n`,
      ["p.yaml", "us-ear/zone-z", "us-ear/zone-a"],
    ],
    [
      "of an unknown chip",
      `${POLICY}authorizations:\n  - { reference: R, kind: license, satisfies: [us-ear/uae], accelerators: [nvidia-h999], validFrom: 2026-01-01, validUntil: 2026-12-31 }\n`,
      ["p.yaml", "authorizations[0].accelerators[0]", "nvidia-h999"],
    ],
    ["with terminal codes", `${POLICY}"\\e[2Jkey": 1\n`, ["p.yaml"]],
  ])("%s", async (_, content, expected) => {
    if (content !== undefined) write("p.yaml", content);
    const problem = problemOf(await landfall("check", "--policy", "p.yaml"));
    for (const part of expected) expect(problem).toContain(part);
    expect(problem).not.toContain("\u001b");
  });
});

describe("bad inputs end without a verdict, naming the file", () => {
  it.each<[string, () => string[], string]>([
    [
      "a directory without stacks",
      () => {
        write("empty/x.txt", "");
        return ["empty"];
      },
      "empty: the directory holds no synthesized stack",
    ],
    ["nothing there", () => ["nowhere"], "nowhere: there is no such file or directory"],
    ["an empty path", () => [""], '"": there is no such file or directory'],
    [
      "cut off",
      () => {
        write("a/cdk.tf.json", JSON.stringify(frankfurt).slice(0, 80));
        return ["a"];
      },
      "a/cdk.tf.json: the JSON is cut off",
    ],
    [
      "empty",
      () => {
        write("a/cdk.tf.json", "");
        return ["a/cdk.tf.json"];
      },
      "a/cdk.tf.json: the file is empty",
    ],
    [
      "not Terraform's",
      () => {
        write("a.json", { a: 1 });
        return ["a.json"];
      },
      "a.json: the file is JSON but nothing Terraform writes",
    ],
    [
      "HCL",
      () => {
        write("a/main.tf", "");
        return ["a"];
      },
      "a/main.tf: HCL is not read",
    ],
    [
      "HCL, named",
      () => {
        write("main.tf", "x {}");
        return ["main.tf"];
      },
      "main.tf: the file is not JSON",
    ],
    [
      "wrongly built",
      () => {
        write("a.tf.json", { resource: 5 });
        return ["a.tf.json"];
      },
      "a.tf.json: at resource: the number 5",
    ],
    ["one of several", () => ["cdktf.out", "nowhere"], "nowhere: there is no such file"],
  ])("%s", async (_, make, expected) => {
    expect(problemOf(await landfall("check", ...make()))).toContain(expected);
  });

  it("names that hold terminal codes are shown, not obeyed", async () => {
    const problem = problemOf(await landfall("check", "a\u001b[2J\u202eb"));
    expect(problem).toContain("a\\u001b[2J\\u202eb: there is no such file");
  });
});

describe("bad usage ends without a verdict", () => {
  it.each([
    [["chek"], '"chek" is not a command; expected one of init, check, '],
    [["chek"], 'did you mean "check"?'],
    [["check", "--polcy", "x"], "--polcy is not an option of landfall check; expected one of --policy, "],
    [["check", "--polcy", "x"], 'did you mean "--policy"?'],
    [["check", "--policy"], "the option --policy is given no value; expected --policy <file>"],
    [["check", "--format", "jsn"], '--format does not take "jsn"; expected pretty, json, '],
    [["check", "--fail-on", "note"], '--fail-on does not take "note"; expected block or warn'],
    [["check", "--as-of", "2026-02-30"], '--as-of does not take "2026-02-30"; expected a day that exists'],
    [["check", "--as-of", "today"], '--as-of does not take "today"; expected a day that exists'],
    [["classify"], "landfall classify is given no <name>"],
    [["rules", "x"], "landfall rules is given too much"],
    [["-x"], "-x is not an option of landfall; expected one of --version, --help"],
  ])("%j", async (args, expected) => expect(problemOf(await landfall(...args))).toContain(expected));

  it("as does no command at all, with the help", async () => {
    const { status, stdout, stderr } = await landfall();
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("Commands:");
  });
});

describe("output", () => {
  it("goes to a file", async () => {
    const { status, stdout } = await landfall("check", "--format", "json", "--output", "r.json");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(JSON.parse(readFileSync("r.json", "utf8")).verdict).toBe("allowed");
  });

  it.each([
    ["nowhere/r.json", "its directory does not exist"],
    ["cdktf.out", "it is a directory"],
    ["landfall.yaml/x", "its directory is a file"],
  ])("cannot go to %s, which is no verdict even when blocked", async (file, why) => {
    blocked();
    const problem = problemOf(await landfall("check", "--output", file));
    expect(problem).toBe(`the output file ${file} cannot be written: ${why}`);
  });

  it("has no colours where it is no terminal, and does not ask the environment to have them", async () => {
    const { FORCE_COLOR } = process.env;
    process.env["FORCE_COLOR"] = "1";
    try {
      expect((await landfall("check")).stdout).not.toContain("\u001b");
    } finally {
      if (FORCE_COLOR === undefined) delete process.env["FORCE_COLOR"];
      else process.env["FORCE_COLOR"] = FORCE_COLOR;
    }
  });

  it("has colours on a terminal, but for NO_COLOR, --no-color, TERM=dumb and files", async () => {
    const colored = async (...args: string[]) =>
      (await landfall("check", ...args)).stdout.includes("\u001b[");
    await onTerminal({ columns: 100 }, async () => {
      expect(await colored()).toBe(true);
      expect(await colored("--no-color")).toBe(false);
      expect(await colored("--format", "json")).toBe(false);
      await landfall("check", "--output", "r.txt");
      expect(readFileSync("r.txt", "utf8")).not.toContain("\u001b");
      process.env["TERM"] = "dumb";
      expect(await colored()).toBe(false);
      process.env["TERM"] = "xterm";
      process.env["NO_COLOR"] = "1";
      expect(await colored()).toBe(false);
    });
  });

  it("is only what blocks and the verdict with --quiet", async () => {
    const allowed = await landfall("check", "--quiet");
    expect(allowed.stdout).not.toContain("Stack");
    expect(allowed.stdout).not.toContain("NOTE");
    expect(allowed.stdout).toMatch(/ALLOWED: .*\n$/);
    expect(allowed.stdout).toContain("2026-10-01");
    blocked();
    expect((await landfall("check", "--quiet")).stdout).toContain("us-ear/zone-a");
  });

  it("shortens long derivations but with --verbose, which --quiet excludes", async () => {
    blocked();
    const shortened = (await landfall("check")).stdout;
    expect(shortened).toMatch(/holds 8 × nvidia-h100-sxm.*… and 2 more \(--verbose\)/s);
    expect(shortened).not.toContain("TPP 15,832");
    const whole = (await landfall("check", "--verbose")).stdout;
    expect(whole).toContain("TPP 15,832");
    expect(whole).not.toContain("--verbose");
    expect(problemOf(await landfall("check", "--verbose", "--quiet"))).toBe(
      "--verbose and --quiet exclude each other; expected one of them",
    );
  });

  it("names what nobody judged for want of a list", async () => {
    const { notJudged } = JSON.parse((await landfall("check", "--format", "json")).stdout);
    expect(notJudged).toEqual(["us-ear/entity-list"]);
    expect((await landfall("check")).stdout).toContain("us-ear/entity-list");
  });
});

const id = z.string().min(1);
const day = z.iso.date();
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const location = z.strictObject({
  cloud: z.enum(["aws", "google", "gcp", "azure", "oci", "oracle", "site"]),
  region: id.nullable(),
  zone: id.nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  from: id,
});
/** Section 5 of the contract. What is not in it may be added, what is in it may not change. */
const contract = z.object({
  tool: z.object({ name: z.literal("landfall"), version: id }),
  policy: z.object({ path: id, digest, asOf: day }),
  verdict: z.enum(["allowed", "blocked"]),
  inputs: z.array(
    z.object({
      path: id,
      kind: z.enum(["synth", "plan", "state"]),
      digest,
      resources: z.int().nonnegative(),
    }),
  ),
  placements: z.array(
    z.object({
      address: id,
      stack: id,
      accelerator: id,
      count: z.int().nonnegative().nullable(),
      class: z.enum(["3A090.a", "3A090.b", "none"]).nullable(),
      tpp: z.number().nullable(),
      performanceDensity: z.number().nullable(),
      location,
    }),
  ),
  findings: z.array(
    z.object({
      rule: z.string().regex(/^[a-z-]+\/[a-z-]+$/),
      level: z.enum(["block", "warn", "note"]),
      stack: z.string(),
      input: id,
      address: id,
      message: id,
      subject: z.looseObject({ kind: id }),
      location: location.nullable(),
      citations: z.array(z.object({ cite: id, url: z.url() })),
      effective: z.object({ from: day.nullable(), to: day.nullable() }),
      remedy: id,
    }),
  ),
});

describe("--format json", () => {
  it.each([
    ["allowed", frankfurt],
    ["blocked", bahrain],
    [
      "unresolved",
      { ...bahrain, resource: { aws_instance: { gpu: { instance_type: "${var.x}" } } }, variable: { x: {} } },
    ],
    ["without a place", { resource: { aws_instance: { gpu: { instance_type: "p5.48xlarge" } } } }],
    ["opaque", { ...frankfurt, module: { m: { source: "x", type: "p5.48xlarge" } } }],
    ["of nothing", { terraform: {} }],
  ])("is the contract's, and alone on standard output: %s", async (_, configuration) => {
    write("cdktf.out/stacks/train/cdk.tf.json", configuration);
    const { status, stdout, stderr } = await landfall("check", "--format", "json");
    expect(stderr).toBe("");
    const result = contract.parse(JSON.parse(stdout));
    expect(result.verdict).toBe(status === 0 ? "allowed" : "blocked");
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(result.inputs[0]).toMatchObject({ path: "cdktf.out/stacks/train/cdk.tf.json", kind: "synth" });
  });

  it("has the figures of the contract's example", async () => {
    blocked();
    const { placements, findings } = contract.parse(
      JSON.parse((await landfall("check", "--format", "json")).stdout),
    );
    expect(placements).toEqual([
      expect.objectContaining({
        address: "aws_instance.gpu",
        stack: "train",
        accelerator: "nvidia-h100-sxm",
        count: 8,
        class: "3A090.a",
        tpp: 15832,
        performanceDensity: 19.45,
        location: { cloud: "aws", region: "me-south-1", zone: null, country: "BH", from: "provider aws" },
      }),
    ]);
    expect(findings.find(({ level }) => level === "block")).toMatchObject({
      rule: "us-ear/zone-a",
      stack: "train",
      address: "aws_instance.gpu",
    });
  });

  it("keeps placements and findings in the order of files and blocks, run by run", async () => {
    const machines = (...names: string[]) => ({
      ...bahrain,
      resource: {
        aws_instance: Object.fromEntries(names.map((name) => [name, { instance_type: "p5.48xlarge" }])),
      },
    });
    write("cdktf.out/stacks/b/cdk.tf.json", machines("z", "a"));
    write("cdktf.out/stacks/a/cdk.tf.json", machines("m"));
    const runs = [await landfall("check", "--format", "json"), await landfall("check", "--format", "json")];
    expect(runs[0]).toEqual(runs[1]);
    const { placements } = JSON.parse(runs[0]?.stdout ?? "");
    expect(
      placements.map(({ stack, address }: { stack: string; address: string }) => `${stack} ${address}`),
    ).toEqual(["a aws_instance.m", "b aws_instance.z", "b aws_instance.a", "train aws_instance.gpu"]);
  });
});
