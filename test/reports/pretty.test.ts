import { stripVTControlCharacters } from "node:util";
import type { PolicyInput } from "../../lib/policy/check";
import { definePolicy } from "../../lib/policy/load";
import { toJson } from "../../lib/reports/json";
import { explainBlocked, toPretty } from "../../lib/reports/pretty";
import { type Result, resultOf } from "../../lib/result";
import { readDocument } from "../../lib/terraform/input";
import { readRoots } from "../../lib/terraform/read";
import { widthOf } from "../../lib/text/width";

type Stacks = Readonly<Record<string, unknown>>;

/** The result of judging stacks under a policy. */
function judged(stacks: Stacks, policy: Partial<PolicyInput> = {}): Result {
  const organization = { name: "Example", headquarters: "US" };
  const roots = Object.entries(stacks).map(([stack, body]) => ({
    stack,
    documents: [readDocument(`${stack}.tf.json`, Buffer.from(JSON.stringify(body)))],
  }));
  const { estate, inputs } = readRoots(roots);
  const result = resultOf(
    estate,
    inputs,
    definePolicy({ version: 1, organization, endUsers: [], ...policy }, { asOf: "2026-09-24" }),
  );
  return {
    ...result,
    tool: { name: "landfall", version: "0.0.0" as typeof result.tool.version },
  };
}

const machines = (region: string, aws_instance: unknown, more: object = {}) => ({
  provider: { aws: [{ region }] },
  resource: { aws_instance },
  ...more,
});
const h100 = { instance_type: "p5.48xlarge" };
const lines = (text: string) => text.split("\n");

describe("a small result", () => {
  const result = judged({
    serve: machines("eu-central-1", { t4: { instance_type: "g4dn.xlarge" } }),
    train: machines("me-south-1", { gpu: h100 }),
  });
  const short: Result = {
    ...result,
    notJudged: [],
    findings: result.findings.map((one) => ({
      ...one,
      message: "The message.",
      remedy: "The remedy.",
      citations: one.citations.slice(0, 1),
    })),
  };

  it("at 200 columns", () => {
    expect(toPretty(short, { width: 200 })).toMatchInlineSnapshot(`
      "Landfall 0.0.0 · policy given by the program · rules as of 2026-09-24

      Stack train
        aws_instance.gpu  8 × nvidia-h100-sxm  3A090.a  Bahrain (BH), aws me-south-1  BLOCKED by us-ear/zone-a

      Stack serve
        aws_instance.t4  1 × nvidia-t4  no class  Germany (DE), aws eu-central-1  allowed

      BLOCKED us-ear/zone-a (in force since 2023-11-17)
        The message.
        At: stack train: aws_instance.gpu
        Why: p5.48xlarge holds 8 × nvidia-h100-sxm
             provider aws puts it into me-south-1
             1,979 dense tera-ops/s at 8 bits (fp8) → TPP 15,832
             15,832 ÷ 814 mm² → PD 19.45
             TPP ≥ 4,800 → 3A090.a
        What to do: The remedy.
        Source: 15 CFR 742.6(a)(6)(iii)(A) <https://www.ecfr.gov/current/title-15/section-742.6>

      3A090.a and 3A090.b are the classes of US export control for advanced chips, a the stricter one; no
      class means neither.
      BLOCKED: 9 accelerators in 2 placements; 1 blocking finding, 0 warnings, 0 notes.
      "
    `);
  });

  it("at 80 columns", () => {
    expect(toPretty(short, { width: 80 })).toMatchInlineSnapshot(`
      "Landfall 0.0.0 · policy given by the program · rules as of 2026-09-24

      Stack train
        aws_instance.gpu
          8 × nvidia-h100-sxm (3A090.a) in Bahrain (BH), aws me-south-1
          BLOCKED by us-ear/zone-a

      Stack serve
        aws_instance.t4
          1 × nvidia-t4 (no class) in Germany (DE), aws eu-central-1
          allowed

      BLOCKED us-ear/zone-a (in force since 2023-11-17)
        The message.
        At: stack train: aws_instance.gpu
        Why: p5.48xlarge holds 8 × nvidia-h100-sxm
             provider aws puts it into me-south-1
             1,979 dense tera-ops/s at 8 bits (fp8) → TPP 15,832
             15,832 ÷ 814 mm² → PD 19.45
             TPP ≥ 4,800 → 3A090.a
        What to do: The remedy.
        Source: 15 CFR 742.6(a)(6)(iii)(A)
                <https://www.ecfr.gov/current/title-15/section-742.6>

      3A090.a and 3A090.b are the classes of US export control for advanced chips, a
      the stricter one; no class means neither.
      BLOCKED: 9 accelerators in 2 placements; 1 blocking finding.
      "
    `);
  });

  it("quietly", () => {
    const text = toPretty(short, { quiet: true });
    expect(text).not.toContain("Stack serve");
    expect(text).toContain("rules as of 2026-09-24");
    expect(text).toContain("BLOCKED us-ear/zone-a");
  });

  it("as an error message", () => {
    const text = explainBlocked(short);
    expect(lines(text)[0]).toBe("Landfall refuses this deployment.");
    expect(lines(text).at(-1)).toMatch(/^BLOCKED: /);
  });

  it("in colour says the same", () => {
    const colored = toPretty(short, { color: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
    const plain = colored.replace(/\u001b\[\d+m/g, "");
    expect(colored).toContain("\u001b[31m");
    expect(plain).toBe(toPretty(short));
  });
});

it.each([60, 80, 100, 200])("keeps to %d columns but for links", (width) => {
  const result = judged({
    train: machines("me-south-1", { gpu: h100 }, { module: { m: { source: "x" } } }),
  });
  const long = lines(toPretty(result, { width })).filter((line) => line.length > width && !/http/.test(line));
  expect(long).toEqual([]);
});

it("aligns its columns", () => {
  const result = judged({
    a: machines("eu-central-1", {
      x: h100,
      longer_name: { instance_type: "g4dn.xlarge" },
    }),
  });
  const rows = lines(toPretty(result, { width: 200 })).filter((line) => line.startsWith("  aws_instance"));
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map((row) => row.indexOf(" × "))).size).toBe(1);
  expect(new Set(rows.map((row) => row.indexOf("Germany"))).size).toBe(1);
});

it("aligns columns by what a terminal shows, colours and wide characters aside", () => {
  const result = judged({
    a: machines("me-south-1", { 東京: h100, plain: h100, t4: { instance_type: "g4dn.xlarge" } }),
  });
  const text = toPretty(result, { width: 200, color: true });
  const rows = lines(stripVTControlCharacters(text)).filter((line) => line.startsWith("  aws_instance"));
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map((row) => widthOf(row.slice(0, row.indexOf(" × ")))))).toEqual(new Set([23]));
  expect(new Set(rows.map((row) => widthOf(row.slice(0, row.indexOf("Bahrain"))))).size).toBe(1);
});

it("shows the stack with the worst finding first, and in a stack the worst row", () => {
  const t4 = { instance_type: "g4dn.xlarge" };
  const result = judged({
    clean: machines("eu-central-1", { t4 }),
    warned: machines("eu-central-1", { t4, gpu: h100 }),
    blocked: machines("me-south-1", { t4, gpu: h100 }),
    opaque: machines("eu-central-1", { t4 }, { module: { m: { source: "x" } } }),
  });
  const shown = lines(toPretty(result, { width: 200 })).flatMap(
    (line) => /^(Stack \S+| {2}aws_instance\.\S+)/.exec(line)?.[0].trim() ?? [],
  );
  expect(shown).toEqual([
    "Stack blocked",
    "aws_instance.gpu",
    "aws_instance.t4",
    "Stack warned",
    "aws_instance.gpu",
    "aws_instance.t4",
    "Stack opaque",
    "aws_instance.t4",
    "Stack clean",
    "aws_instance.t4",
  ]);
});

it("shows rows that block in the order of their rules", () => {
  const aws_instance = { t4: { instance_type: "g4dn.xlarge" }, gpu: h100 };
  const result = judged({ a: machines("me-south-1", aws_instance) }, { countries: { allow: ["US"] } });
  expect(toPretty(result, { width: 200 })).toMatch(
    /BLOCKED by us-ear\/zone-a, org\/country\n {2}aws_instance\.t4 .* BLOCKED by org\/country\n/,
  );
});

describe("folded", () => {
  const variable = { type: { default: "p5.48xlarge" } };
  const result = judged({
    a: machines("me-south-1", { gpu: { instance_type: "${var.type}" } }, { variable }),
  });
  const whyIn = (text: string) =>
    (/ {2}Why: (.*?)\n {2}\S/s.exec(text)?.[1] ?? "").split("\n").map((line) => line.trim());

  it("a derivation keeps chip, place and class, and says how to see the rest", () => {
    const steps = whyIn(toPretty(result));
    const shown = whyIn(toPretty(result, { folded: true }));
    expect(steps.length).toBeGreaterThan(5);
    expect(shown).toEqual([
      "p5.48xlarge holds 8 × nvidia-h100-sxm",
      "provider aws puts it into me-south-1",
      "TPP ≥ 4,800 → 3A090.a",
      `… and ${steps.length - 3} more (--verbose)`,
    ]);
  });

  it("a list of sources keeps the provision", () => {
    const [whole, folded] = [toPretty(result), toPretty(result, { folded: true })];
    expect(whole).toContain("<https://www.govinfo.gov/");
    expect(folded).toMatch(
      /Source: 15 CFR 742\.6\(a\)\(6\)\(iii\)\(A\) <\S+>\n +… and \d+ more \(--verbose\)\n/,
    );
    expect(folded).not.toContain("<https://www.govinfo.gov/");
  });

  it("what is short stays whole, and so does the error of a blocked synth", () => {
    const short = judged({ a: machines("me-south-1", { gpu: { instance_type: "p9.48xlarge" } }) });
    expect(toPretty(short)).toContain("  Why: ");
    expect(toPretty(short, { folded: true })).toBe(toPretty(short));
    expect(whyIn(explainBlocked(result))).toEqual(whyIn(toPretty(result)));
    expect(explainBlocked(result)).not.toContain("--verbose");
  });
});

describe("the verdict", () => {
  const result = judged({ a: machines("me-south-1", { x: h100, y: h100 }) });
  const last = (width: number, of: Result = result) => lines(toPretty(of, { width })).at(-2) ?? "";

  it("is one line, as long as there is room for", () => {
    expect(last(100)).toBe(
      "BLOCKED: 16 accelerators in 2 placements; 2 blocking findings, 0 warnings, 0 notes.",
    );
    expect(last(80)).toBe("BLOCKED: 16 accelerators in 2 placements; 2 blocking findings.");
    expect(last(60)).toBe("BLOCKED: 16 accelerators in 2 placements; 2 blocking.");
    expect(last(50)).toBe("BLOCKED: 2 blocking findings.");
  });

  it("says what there is none of where nothing blocks", () => {
    expect(last(60, judged({ a: { terraform: {} } }))).toBe(
      "ALLOWED: 0 accelerators in 0 placements; 0 blocking.",
    );
  });
});

it("says the worst first: by level, then in the order of the rules", () => {
  const result = judged(
    {
      a: machines(
        "me-south-1",
        { x: h100, y: { instance_type: "p9.48xlarge" } },
        { module: { m: { source: "x" } } },
      ),
    },
    { countries: { allow: ["US"] } },
  );
  const said = lines(toPretty({ ...result, findings: [...result.findings].reverse() })).flatMap(
    (line) => /^(BLOCKED|WARNING|NOTE) (\S+)/.exec(line)?.slice(1).join(" ") ?? [],
  );
  expect(said).toEqual([
    "BLOCKED us-ear/zone-a",
    "BLOCKED org/country",
    "BLOCKED gate/unknown-accelerator",
    expect.stringMatching(/^WARNING /),
    ...said.slice(4),
  ]);
  expect(said.slice(4).every((line) => !line.startsWith("BLOCKED"))).toBe(true);
});

it("groups many addresses, by stack", () => {
  const text = toPretty(
    judged({
      a: machines("me-south-1", { gpu: { ...h100, count: 40 } }),
      b: machines("me-south-1", Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`n${i}`, h100]))),
    }),
    { width: 200 },
  );
  expect(text).toContain("  aws_instance.gpu[0] and 39 more  8 × nvidia-h100-sxm each");
  expect(text).toContain("At: stack a: aws_instance.gpu[0] and 39 more\n      stack b: aws_instance.n0, ");
  expect(text).toContain("aws_instance.n7 and 4 more");
  expect(text.match(/^BLOCKED us-ear\/zone-a/gm)).toHaveLength(1);
});

it("calls nothing allowed whose place is not known and could be blocked", () => {
  const t4 = { instance_type: "g4dn.xlarge" };
  const result = judged({ a: machines("${var.r}", { gpu: h100, t4 }, { variable: { r: {} } }) });
  const text = toPretty(result, { width: 200 });
  expect(text).toMatch(/aws_instance\.gpu .* {2}BLOCKED by gate\/unresolved\n/);
  expect(text).toMatch(/aws_instance\.t4 .* {2}allowed\n/);
});

it("shows counts that are not known", () => {
  const result = judged({
    a: machines("eu-central-1", { x: { ...h100, count: "${var.n}" } }, { variable: { n: {} } }),
  });
  const text = toPretty(result);
  expect(text).toContain("? × nvidia-h100-sxm");
  expect(text).toMatch(
    /ALLOWED: 0 accelerators or more in 1 placement; |BLOCKED: 0 accelerators or more in 1 placement; /,
  );
});

it("says who set a finding aside, and for how long", () => {
  const waiver = {
    rule: "us-ear/zone-a" as const,
    address: "aws_instance.x",
    reason: "Reviewed by counsel in case 4711",
    approvedBy: "A. Counsel",
    expires: "2026-12-31",
  };
  const waived = toPretty(judged({ a: machines("me-south-1", { x: h100 }) }, { waivers: [waiver] }));
  expect(waived).toContain("allowed (waived by A. Counsel)");
  expect(waived).toContain(
    "Set aside: Waived by A. Counsel until 2026-12-31: Reviewed by counsel in case 4711",
  );
  expect(waived).toMatch(/\nALLOWED: 8 accelerators in 1 placement; 0 blocking findings, /);
  const license = {
    reference: "BIS D1",
    kind: "license" as const,
    satisfies: ["us-ear/zone-a" as const],
    validFrom: "2026-01-01",
    validUntil: "2026-12-31",
  };
  const authorized = toPretty(
    judged({ a: machines("me-south-1", { x: h100 }) }, { authorizations: [license] }),
  );
  expect(authorized).toContain("allowed (authorized by BIS D1)");
  expect(authorized).toContain("Set aside: Authorized by BIS D1");
});

it("tells two machines of one resource at one place apart", () => {
  const { placements, findings, ...rest } = judged({
    a: machines("me-south-1", { x: h100 }),
  });
  const other = placements.map((one) => ({
    ...one,
    accelerator: "nvidia-t4",
    class: "none" as const,
  }));
  const text = toPretty({ ...rest, findings, placements: [...placements, ...other] }, { width: 200 });
  expect(text).toMatch(/nvidia-t4 .* {2}allowed\n/);
  expect(text).toMatch(/nvidia-h100-sxm .* {2}BLOCKED by us-ear\/zone-a\n/);
});

it("shows what could rewrite a terminal or the lines of the report", () => {
  const name = "gpu\u001b[2J\u0007\u202e\u200f\nALLOWED: 0";
  const result = judged({
    [`s${name}`]: machines("me-south-1", { [name]: h100 }),
  });
  for (const text of [toPretty(result), explainBlocked(result)]) {
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e\u200f]/u);
    expect(text).toContain("gpu\\u001b[2J\\u0007\\u202e\\u200f\\u000aALLOWED: 0");
    expect(text).not.toMatch(/^ALLOWED/m);
  }
});

it("says that nothing is placed, and what was not judged", () => {
  const result = judged({ a: { terraform: {} } });
  expect(toPretty(result)).toContain(
    "\n\nNo accelerators are placed.\n\nNot judged, as no screening list is given (`screening.list` in the policy, or --list):\nus-ear/entity-list.\n\nALLOWED: 0 accelerators in 0 placements; ",
  );
});

it("names classes only where there are any", () => {
  expect(toPretty(judged({ a: machines("eu-central-1", { x: h100 }) }))).toContain("3A090.a and 3A090.b are");
  expect(
    toPretty(
      judged({
        a: machines("eu-central-1", { x: { instance_type: "g4dn.xlarge" } }),
      }),
    ),
  ).not.toContain("3A090.b are");
});

it("json is the result itself", () => {
  const result = judged({ a: machines("me-south-1", { x: h100 }) });
  expect(JSON.parse(toJson(result))).toEqual(JSON.parse(JSON.stringify(result)));
  expect(toJson(result).endsWith("}\n")).toBe(true);
});
