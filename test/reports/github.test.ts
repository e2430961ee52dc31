import fc from "fast-check";
import { toGithub } from "../../lib/reports/github";
import type { Result } from "../../lib/result";
import { printable } from "../../lib/text/printable";
import { allowed, example, finding, hostileTexts } from "./example";

describe("GitHub workflow commands", () => {
  it("annotate findings, worst first, and end with the verdict", () => {
    const lines = linesOf(example());
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "::error",
      "::error",
      "::warning",
      "::notice",
      "::notice",
      "::notice",
      "BLOCKED:",
    ]);
    expect(lines.at(-1)).toBe(
      "BLOCKED: 16 accelerators in 2 placements; 2 blocking findings, 1 warning, 2 notes.",
    );
  });

  it("name file, rule and address", () => {
    expect(read(linesOf(example())[0] ?? "")).toEqual({
      command: "error",
      properties: { file: "plans/plan.json", title: "us-ear/uae at train: aws_instance.gpu[0]" },
      data: [
        "NVIDIA H200 SXM may not go there.",
        "What to do: Place the machines elsewhere.",
        "15 CFR 742.6(a)(6)(iii) <https://www.ecfr.gov/current/title-15/section-742.6>",
        "91 FR 43034 <https://www.federalregister.gov/d/2026-1>",
      ].join("\n"),
    });
  });

  it("escape what ends a property or a line", () => {
    const texts = { address: "a:b,c%0A::d", message: "50 %\r\nmore" };
    const [line = ""] = linesOf({ ...example(), findings: [{ ...finding, ...texts }] });
    expect(line).toContain("title=us-ear/uae at train%3A a%3Ab%2Cc%250A%3A%3Ad::50 %25%0D%0Amore%0AWhat");
  });

  it.each(["-", "(policy)"])("name no file for the input %s", (input) => {
    expect(linesOf({ ...example(), findings: [{ ...finding, input }] })[0]).toMatch(/^::error title=/);
  });

  it("of an allowed run are the verdict alone", () => {
    expect(toGithub(allowed)).toBe(
      "ALLOWED: 0 accelerators in 0 placements; 0 blocking findings, 0 warnings, 0 notes.\n",
    );
  });

  it("stay one line each and hold what was said, whatever the texts", () => {
    const expected = linesOf(example()).map((line) => line.split(" ")[0]);
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const output = toGithub(example(texts));
        expect(output).not.toMatch(/(?![\n\t])[\p{Cc}\u2028\u2029]/u);
        const lines = linesOf(example(texts));
        expect(lines.map((line) => line.split(" ")[0])).toEqual(expected);
        const { command, properties, data } = read(lines[0] ?? "");
        expect(command).toBe("error");
        expect(Object.keys(properties)).toEqual(["file", "title"]);
        expect(data.startsWith(seen(texts.message))).toBe(true);
        expect(properties["title"]).toBe(`us-ear/uae at ${seen(`${texts.stack}: ${texts.address}`)}`);
      }),
      { numRuns: 300 },
    );
  });
});

function linesOf(result: Result): string[] {
  const text = toGithub(result);
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n");
}

/** As GitHub's runner reads a line. */
function read(line: string) {
  const end = line.indexOf("::", 2);
  const [command = "", ...rest] = line.slice(2, end).split(" ");
  const pairs = rest
    .join(" ")
    .split(",")
    .map((pair) => [pair.slice(0, pair.indexOf("=")), property(pair.slice(pair.indexOf("=") + 1))] as const);
  return { command, properties: Object.fromEntries(pairs), data: data(line.slice(end + 2)) };
}

function data(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

function property(text: string): string {
  return data(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

/** A text with control characters made visible, except line ends, which have an escape. */
function seen(text: string): string {
  const parts = text.split(/([\r\n])/).map((part) => (/[\r\n]/.test(part) ? part : printable(part)));
  return parts.join("").replace(/\p{Surrogate}/gu, "\ufffd");
}
