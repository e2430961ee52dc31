import { execFileSync, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatNames } from "../../lib/reports/formats";
import { landfall, POLICY, problemOf, useDirectory } from "./harness";

const root = resolve(__dirname, "../..");
const COMMAND = ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "lib/cli/main.ts")];
const textOf = (name: string) => readFileSync(join(root, "test/plans", name, "plan.json"), "utf8");
/** Eight H100 for Bahrain. */
const BLOCKED = textOf("001-create");
/** The same for Frankfurt. */
const ALLOWED = textOf("094-h100-frankfurt");
const STATE = readFileSync(join(root, "test/terraform/state/fleet/raw.json"), "utf8");

const write = useDirectory();
beforeEach(() => write("landfall.yaml", POLICY));

const check = (content: unknown, ...args: string[]) => {
  write("plan.json", content);
  return landfall("check", "plan.json", ...args);
};
const parsed = (text = BLOCKED) => JSON.parse(text);
const changed = (change: (plan: ReturnType<typeof parsed>) => void, text = BLOCKED) => {
  const plan = parsed(text);
  change(plan);
  return plan;
};

describe("encodings", () => {
  const marked = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  it.each<[string, (text: string) => string | Uint8Array]>([
    ["as it is", (text) => text],
    ["on one line", (text) => JSON.stringify(JSON.parse(text))],
    ["with a byte order mark", (text) => `\ufeff${text}`],
    ["in UTF-16, as PowerShell redirects", marked],
    ["in UTF-16, big endian", (text) => marked(text).swap16()],
    ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["in UTF-16 with Windows line ends", (text) => marked(text.replaceAll("\n", "\r\n"))],
    ["with white space around", (text) => `\r\n\t ${text} \n\n`],
    ["with its keys sorted, as `jq -S` does", (text) => execFileSync("jq", ["-S", "."], { input: text })],
    [
      "with its keys backwards",
      (text) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).reverse())),
    ],
  ])("%s: the same verdict", async (_, written) => {
    for (const text of [BLOCKED, STATE]) {
      const { status, stdout, stderr } = await check(written(text));
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      expect(stdout).toContain("BLOCKED by us-ear/zone-a");
    }
    expect((await check(written(ALLOWED))).status).toBe(0);
  });
});

describe("what is no plan gets no verdict, and is told what was expected", () => {
  const noise =
    /plan\.json: (the file is not JSON|other text stands before the JSON|the JSON is (broken|cut off))/;
  it.each<[string, string | Uint8Array, RegExp]>([
    [
      "a line of a log before it",
      `Reading state...\n${BLOCKED}`,
      /other text stands before the JSON \("Reading state..."\)/,
    ],
    ["a CI prefix", `::debug::${BLOCKED}`, /other text stands before the JSON \("::debug::"\)/],
    ["colours", `\u001b[0m\u001b[1m${BLOCKED}\u001b[0m`, /other text stands before the JSON \(".*001b/],
    ["a prefix on every line", BLOCKED.replace(/^/gm, "2026-11-23T10:00:00Z "), noise],
    ["colours inside", BLOCKED.replace(/"p5/, '\u001b[32m"p5'), noise],
    ["a long log alone", "x".repeat(1_000_000), noise],
    ["text behind it", `${BLOCKED}\nDone.\n`, /there is more after the end of the document/],
    ["two plans in one file", `${BLOCKED}${BLOCKED}`, /there is more after the end of the document/],
    ["a plan as text", JSON.stringify(BLOCKED), /nothing Terraform writes/],
    ["a plan in a list", `[${BLOCKED}]`, /nothing Terraform writes/],
    ["nothing", "", /the file is empty/],
    ["white space", "\n\r\n", /the file is empty/],
    ["a plan cut off", BLOCKED.slice(0, -20), /the JSON is cut off before its end/],
    ["a plan cut off early", BLOCKED.slice(0, 300), /the JSON is cut off before its end/],
    [
      "the plan that `terraform plan -out` writes",
      Buffer.from("PK\u0003\u0004\u0014\u0000\u0008\u0000"),
      /not text in UTF-8 or UTF-16|not JSON/,
    ],
    ["other JSON", '{"version": "1.0.0", "name": "x"}', /nothing Terraform writes/],
    ["another version", '{"version": 4}', /nothing Terraform writes/],
    [
      "a policy",
      '{"version": 1, "organization": {"name": "x", "headquarters": "US"}}',
      /nothing Terraform writes/,
    ],
    [
      "the output of `terraform plan -json`",
      '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
      noise,
    ],
    [
      "the output of `terraform output -json`",
      '{"id": {"sensitive": false, "type": "string", "value": "x"}}',
      /nothing Terraform writes/,
    ],
    [
      "the output of `terraform validate -json`",
      '{"format_version":"1.0","valid":true,"diagnostics":[]}',
      /nothing Terraform writes/,
    ],
    ["Latin-1", Buffer.from(BLOCKED.replaceAll("p5.48xlarge", "p\u00e9"), "latin1"), /not text in UTF-8/],
  ])("%s", async (_, content, expected) => {
    const problem = problemOf(await check(content));
    expect(problem).toMatch(expected);
    expect(problem).toMatch(/^plan\.json: .*expected/);
    expect(problem).not.toContain("\u001b");
    expect(problem).not.toContain("\n");
    expect(problem.length).toBeLessThan(500);
  });

  it.each<[string, string, string]>([
    ["errored", "106-errored", "the plan ended with errors"],
    ["incomplete", "107-incomplete", "the plan is not complete"],
    ["of another major format", "110-format-2.0", "the format_version is"],
  ])("a plan that is %s", async (_, name, expected) => {
    expect(problemOf(await check(textOf(name)))).toContain(expected);
  });

  it.each<[string, (plan: ReturnType<typeof parsed>) => void, string]>([
    ["without its changes", (plan) => delete plan.resource_changes, "changes for only 0"],
    [
      "with its changes filtered away",
      (plan) => {
        plan.resource_changes = [];
      },
      "changes for only 0",
    ],
    [
      "without what is planned",
      (plan) => {
        delete plan.planned_values;
        delete plan.resource_changes;
      },
      "has no `planned_values`",
    ],
    [
      "with changes of another kind",
      (plan) => {
        plan.resource_changes = { a: 1 };
      },
      "at resource_changes: ",
    ],
    [
      "with an entry of another kind",
      (plan) => {
        plan.resource_changes = [null];
      },
      "at resource_changes[0]: null stands where an object is expected",
    ],
    [
      "with a change of another kind",
      (plan) => {
        plan.resource_changes[0].change = "create";
      },
      "at resource_changes: aws_instance.gpu: change",
    ],
    [
      "with variables of another kind",
      (plan) => {
        plan.variables = [];
      },
      "at variables: ",
    ],
    [
      "with an address of another kind",
      (plan) => {
        plan.resource_changes[0].address = { toString: 1 };
      },
      "a resource without an address",
    ],
    [
      "with deferred changes",
      (plan) => {
        plan.deferred_changes = [{ reason: "x" }];
      },
      "the plan is not complete",
    ],
    [
      "without a format",
      (plan) => {
        delete plan.format_version;
      },
      "nothing Terraform writes",
    ],
  ])("a plan %s", async (_, change, expected) => {
    expect(problemOf(await check(changed(change)))).toContain(expected);
  });

  it("a plan with a key twice", async () => {
    const twice = BLOCKED.replace(/\}\s*$/, ', "resource_changes": []}');
    expect(problemOf(await check(twice))).toContain('the key "resource_changes" stands twice');
  });
});

describe("strange plans are judged all the same", () => {
  it("with keys named like parts of a prototype", async () => {
    const strange = '"__proto__": {"region": "us-east-1"}, "constructor": {"prototype": 1}, "toString": 1, ';
    for (const at of ["after", "change", "after_unknown", "configuration", "planned_values", "expressions"]) {
      const text = BLOCKED.replace(new RegExp(`"${at}": \\{\\s*(?=")`, "g"), (found) => found + strange);
      expect(text).not.toBe(BLOCKED);
      expect(await check(text)).toMatchObject({ status: 1, stderr: "" });
    }
    expect({}).not.toHaveProperty("region");
  });

  it("with deep nesting where nobody looks, while elsewhere it is refused", async () => {
    const deep = "[".repeat(10_000) + "]".repeat(10_000);
    expect(
      await check(
        BLOCKED.replace("{", `{"format_version": "1.2", "deep": ${deep},`).replace(
          /,\s*"format_version": "[\d.]+"/,
          "",
        ),
      ),
    ).toMatchObject({ status: 1 });
    for (const key of ["resource_changes", "configuration", "variables", "prior_state"]) {
      const plan = changed((one) => {
        one[key] = "DEEP";
      });
      const problem = problemOf(await check(JSON.stringify(plan).replace('"DEEP"', deep)));
      expect(problem.length).toBeLessThan(300);
    }
    const inside = JSON.stringify(parsed()).replace(
      '"instance_type":"p5',
      () => `"tags":${deep},"instance_type":"p5`,
    );
    expect(await check(inside)).toMatchObject({ status: 1 });
    const after = JSON.stringify(parsed()).replace('"after":{', () => `"after":{"tags_all":${deep},`);
    expect(problemOf(await check(after))).toContain("nested more than 300 levels deep");
  });

  it("with one address twice: both count", async () => {
    const plan = changed((one) => one.resource_changes.push(one.resource_changes[0]));
    const { status, stdout } = await check(plan, "--format", "json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).placements).toHaveLength(2);
    const mixed = changed((one) => one.resource_changes.unshift(parsed(ALLOWED).resource_changes[0]));
    expect((await check(mixed)).status).toBe(1);
  });

  /** `instance_class` of a database names no accelerator; nobody knows what one inside a block of it would name. */
  it.each<[string, object, number]>([
    ["where it names none", { instance_class: "db.r6g.large" }, 0],
    ["inside a block", { instance_class: "db.r6g.large", node: [{ instance_class: "p5.48xlarge" }] }, 1],
    ["beside another name", { instance_class: "db.r6g.large", node_type: "p5.48xlarge" }, 1],
  ])("with an attribute that may name a machine, %s", async (_, after, expected) => {
    const plan = changed((one) => {
      for (const change of one.resource_changes)
        Object.assign(change, { type: "aws_db_instance", address: `aws_db_instance.${change.name}` });
      one.resource_changes[0].change.after = after;
      one.resource_changes[0].change.after_unknown = {};
    });
    expect((await check(plan)).status).toBe(expected);
  });

  it("with enormous texts", async () => {
    const huge = 'x"\\\n🦉'.repeat(3_000_000);
    const { status } = await check(
      changed((one) => {
        one.resource_changes[0].change.after.user_data = huge;
        one.zz = huge;
      }),
    );
    expect(status).toBe(1);
    const named = changed((one) => {
      one.resource_changes[0].change.after.instance_type = `p5.${"x".repeat(1_000_000)}`;
    });
    expect((await check(named)).status).toBe(1);
  });
});

describe("several inputs in one run", () => {
  it("each have their stack's name", async () => {
    write("cdktf.out/stacks/train/plan.json", BLOCKED);
    write("cdktf.out/stacks/serve/plan.json", ALLOWED);
    write("eu.plan.json", ALLOWED);
    write("fleet.tfstate", STATE);
    const { status, stdout } = await landfall(
      "check",
      "cdktf.out",
      "eu.plan.json",
      "fleet.tfstate",
      "--format",
      "json",
    );
    const { inputs, placements } = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(inputs.map(({ path, kind }: { path: string; kind: string }) => `${path} ${kind}`)).toEqual([
      "cdktf.out/stacks/serve/plan.json plan",
      "cdktf.out/stacks/train/plan.json plan",
      "eu.plan.json plan",
      "fleet.tfstate state",
    ]);
    const stacks = new Set(placements.map(({ stack }: { stack: string }) => stack));
    expect(stacks).toEqual(new Set(["serve", "train", "eu", "fleet"]));
  });

  it("take --stack where the path does not tell, and are judged once each", async () => {
    write("cdktf.out/stacks/train/plan.json", BLOCKED);
    write("a.json", ALLOWED);
    const { stdout } = await landfall(
      "check",
      "a.json",
      "./a.json",
      "cdktf.out",
      "--stack",
      "mine",
      "--format",
      "json",
    );
    const { placements } = JSON.parse(stdout);
    expect(placements.map(({ stack }: { stack: string }) => stack)).toEqual(["mine", "train"]);
  });

  it("get no verdict when one of them has none", async () => {
    write("good.json", ALLOWED);
    write("bad.json", BLOCKED.slice(0, -30));
    expect(problemOf(await landfall("check", "good.json", "bad.json"))).toContain(
      "bad.json: the JSON is cut off",
    );
    write("tree/plan.json", ALLOWED);
    write("tree/sub/plan.json", Buffer.from(`\ufeff${BLOCKED.slice(0, -30)}`, "utf16le"));
    expect(problemOf(await landfall("check", "tree"))).toContain("tree/sub/plan.json: the JSON is cut off");
  });
});

describe.each(formatNames)("--format %s", (format) => {
  it("keeps the exit status", async () => {
    expect((await check(ALLOWED, "--format", format)).status).toBe(0);
    expect((await check(ALLOWED, "--format", format, "--fail-on", "warn")).status).toBe(1);
    for (const document of [BLOCKED, STATE]) {
      const { status, stdout, stderr } = await check(document, "--format", format);
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      expect(stdout).toContain("us-ear/zone-a");
    }
    problemOf(await check(BLOCKED.slice(0, 500), "--format", format));
  });
});

describe("a state", () => {
  it("is judged as what already stands", async () => {
    write("terraform.tfstate", STATE);
    const { status, stdout } = await landfall("check", "terraform.tfstate");
    expect(status).toBe(1);
    expect(stdout.replace(/\s+/g, " ")).toContain("It already stands there.");
    expect(stdout).toContain("Stack terraform");
  });

  it("of version 3 gets no verdict", async () => {
    write("terraform.tfstate", { version: 3, serial: 1, lineage: "x", modules: [] });
    expect(problemOf(await landfall("check", "terraform.tfstate"))).toContain(
      "version 3; expected version 4",
    );
  });
});

describe("pipes", () => {
  const run = (args: string[], input: string | Uint8Array = "") =>
    spawnSync(process.execPath, [...COMMAND, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 28 });

  it("are read as `-`, to any verdict", () => {
    expect(run(["check", "-", "--stack", "x"], BLOCKED)).toMatchObject({ status: 1, stderr: "" });
    expect(run(["check", "-", "--stack", "x"], ALLOWED)).toMatchObject({ status: 0, stderr: "" });
    const empty = run(["check", "-"]);
    expect(empty).toMatchObject({ status: 2, stdout: "" });
    expect(empty.stderr).toMatch(/^landfall: -: the file is empty; expected/);
  });

  it("are read when named, and when given byte by byte", () => {
    execFileSync("mkfifo", ["fifo"]);
    write("plan.json", BLOCKED);
    const writer = spawn("sh", ["-c", "(head -c 1 plan.json; sleep 0.1; tail -c +2 plan.json) > fifo"]);
    const { status, stdout, stderr } = run(["check", "fifo", "--stack", "x"]);
    writer.kill();
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("BLOCKED");
  });

  it("are read from standard input, however slowly they come", () => {
    execFileSync("mkfifo", ["fifo"]);
    write("plan.json", ALLOWED);
    const writer = spawn("sh", ["-c", "(head -c 1000 plan.json; sleep 0.3; tail -c +1001 plan.json) > fifo"]);
    const command = ["node", ...COMMAND, "check", "-", "--stack", "x"].map((one) => `'${one}'`).join(" ");
    const { status, stderr } = spawnSync("sh", ["-c", `${command} < fifo`], { encoding: "utf8" });
    writer.kill();
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("do not lie in a directory", () => {
    write("tree/plan.json", ALLOWED);
    execFileSync("mkfifo", ["tree/other.json"]);
    const { status, stderr } = run(["check", "tree"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "landfall: tree/other.json: it is not a regular file; expected a readable file\n",
    });
  });
});

describe("endpoints of a provider", () => {
  const pointedAt = (endpoints: Record<string, unknown>, text = ALLOWED) =>
    changed((plan) => {
      plan.configuration.provider_config.aws.expressions.endpoints = [endpoints];
    }, text);
  const at = (url: string) => ({ constant_value: url });

  it.each<[string, Record<string, unknown>, number]>([
    ["of storage, anywhere", { s3: at("https://storage.example.com") }, 0],
    ["of the same region", { ec2: at("https://ec2.eu-central-1.amazonaws.com") }, 0],
    ["of an emulator", { ec2: at("http://localhost:4566") }, 0],
    ["of another region", { ec2: at("https://ec2.me-south-1.amazonaws.com") }, 1],
    ["that the plan does not show", { ec2: { references: ["local.url"] } }, 1],
  ])("%s", async (_, endpoints, status) => {
    expect((await check(pointedAt(endpoints))).status).toBe(status);
    expect((await check(pointedAt(endpoints, BLOCKED))).status).toBe(1);
  });
});
