import fc from "fast-check";
import { toJunit } from "../../lib/reports/junit";
import type { Result } from "../../lib/result";
import { printable } from "../../lib/text/printable";
import { allowed, example, hostileTexts } from "./example";
import { all, type Element, parseXml, shape } from "./xml";

describe("JUnit", () => {
  it("has a suite per stack, and one for the policy", () => {
    expect(suites(example()).map(({ attributes }) => attributes)).toEqual([
      { name: "train", tests: "5", failures: "1", errors: "0", skipped: "1" },
      { name: "policy", tests: "2", failures: "1", errors: "0", skipped: "1" },
    ]);
    expect(root(example()).attributes).toEqual({
      name: "landfall",
      tests: "7",
      failures: "2",
      errors: "0",
      skipped: "2",
    });
  });

  it("has a case per placement and per address of a finding", () => {
    const cases = all(root(example()), "testcase").map(({ attributes, children }) => [
      attributes["classname"],
      attributes["name"],
      children.map(({ name }) => name),
    ]);
    expect(cases).toEqual([
      ["train", "aws_instance.gpu[0]", ["failure", "system-out"]],
      ["train", "aws_instance.clean", ["system-out"]],
      ["train", "module.legacy", ["skipped", "system-out"]],
      ["train", "aws_instance.waived", ["system-out"]],
      ["train", "aws_instance.licensed", ["system-out"]],
      ["policy", "waivers[0]", ["failure"]],
      ["policy", "us-ear/affiliates", ["skipped"]],
    ]);
  });

  it("says why a case fails, and what to do", () => {
    const [failure] = all(root(example()), "failure");
    expect(failure?.attributes).toEqual({
      type: "us-ear/uae",
      message: "NVIDIA H200 SXM may not go there.",
    });
    expect(failure?.text).toContain("What to do: Place the machines elsewhere.");
    expect(failure?.text).toContain("15 CFR 742.6(a)(6)(iii) <https://www.ecfr.gov/");
  });

  it("fails a warning where warnings are what blocked", () => {
    const warnings = example().findings.filter(({ level }) => level !== "block");
    const count = (verdict: Result["verdict"]) =>
      root({ ...example(), verdict, findings: warnings }).attributes["failures"];
    expect(count("blocked")).toBe("1");
    expect(count("allowed")).toBe("0");
  });

  it("has a case where nothing was to judge: Jenkins refuses an empty report", () => {
    expect(root(allowed).attributes).toMatchObject({ tests: "1", failures: "0", skipped: "0" });
  });

  it("is the same every time and holds no clock", () => {
    expect(toJunit(example())).toBe(toJunit(example()));
    expect(toJunit(example())).not.toMatch(/ (time|timestamp|hostname)=/);
  });

  it("keeps line ends of an attribute", () => {
    const [failure] = all(root(example({ message: "one\ntwo\tthree" })), "failure");
    expect(failure?.attributes["message"]).toBe("one\ntwo\tthree");
  });

  it("keeps its shape, whatever the texts", () => {
    const expected = shape(root(example()));
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const judged = root(example(texts));
        expect(shape(judged)).toEqual(expected);
        expect(all(judged, "testcase")[0]?.attributes).toEqual({
          classname: possible(texts.stack),
          name: possible(texts.address),
        });
        expect(all(judged, "failure")[0]?.attributes["message"]).toBe(possible(texts.message));
      }),
      { numRuns: 300 },
    );
  });
});

function root(result: Result): Element {
  return parseXml(toJunit(result));
}

function suites(result: Result): Element[] {
  return all(root(result), "testsuite");
}

/** A text with what XML cannot hold made visible or removed. */
function possible(text: string): string {
  return printable(text)
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\ufffe\uffff]/g, "");
}
