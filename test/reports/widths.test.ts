import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { matrixOf } from "../../lib/matrix/matrix";
import { definePolicy } from "../../lib/policy/load";
import { screening } from "../../lib/policy/screening";
import { renderImpact } from "../../lib/reports/impact/formats";
import { renderMatrix } from "../../lib/reports/matrix/formats";
import { toPretty } from "../../lib/reports/pretty";
import { rulePage } from "../../lib/reports/rule-page";
import { screeningText } from "../../lib/reports/screening";
import { styleOf } from "../../lib/reports/style";
import { terminalPage } from "../../lib/reports/terminal-page";
import { rules } from "../../lib/rules/all";
import { widthOf } from "../../lib/text/width";
import { list } from "../screening/lists";
import { example, exampleAssuming, exampleImpact } from "./example";

const word = fc.constantFrom(
  "licence",
  "a",
  "aws_instance.gpu[0]",
  "東京計算機株式会社",
  "서울",
  "Über",
  "💥",
  "→",
);
const sentence = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));
const texts = fc.record({ stack: word, address: word, message: sentence, input: word });
const look = fc.record({
  width: fc.integer({ min: 60, max: 200 }),
  color: fc.boolean(),
  folded: fc.boolean(),
  quiet: fc.boolean(),
});

/** Lines that a terminal would break; a link has to stay whole, and then stands alone or behind a name. */
function tornLines(text: string, width: number): string[] {
  return stripVTControlCharacters(text)
    .split("\n")
    .filter((line) => widthOf(line) > width && !/^ *(- |Source: )?<https?:\S+>[,;]?$/.test(line));
}

describe("no line is longer than the terminal", () => {
  it("of a run", () => {
    fc.assert(
      fc.property(texts, look, (said, options) => {
        expect(tornLines(toPretty(exampleAssuming(said), options), options.width)).toEqual([]);
      }),
    );
  });

  it("of an impact", () => {
    fc.assert(
      fc.property(texts, look, (said, options) => {
        const text = renderImpact(exampleImpact(said), "pretty", options);
        expect(tornLines(text, options.width)).toEqual([]);
      }),
    );
  });

  it("of a screening", () => {
    fc.assert(
      fc.property(sentence, look, (name, options) => {
        const organization = { name: `${name} Zhongyun Lantian`, headquarters: "US" };
        const policy = definePolicy({ version: 1, organization, endUsers: [] }, { asOf: "2026-11-23" });
        const against = { snapshot: list, threshold: 85 };
        const report = { policy, against, ...screening(policy, against), verdict: "match" as const };
        const short = { ...report, against: { ...against, snapshot: { ...list, path: "list.json" } } };
        expect(tornLines(screeningText(short, options), options.width)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it.each([60, 80, 120, 200])("of a matrix and of the page of each rule, at %d", (width) => {
    const policy = definePolicy(
      { version: 1, organization: { name: "Ours", headquarters: "US" } },
      { asOf: "2026-11-23" },
    );
    const matrix = renderMatrix(matrixOf(policy), "pretty", { width, color: true });
    expect(tornLines(matrix, width)).toEqual([]);
    const style = styleOf({ width, color: true });
    for (const rule of rules) {
      const [prose = ""] = rulePage(rule).split("## Examples");
      expect(tornLines(terminalPage(prose, style), width)).toEqual([]);
    }
  });
});

it("keeps sentences readable, however wide the terminal is", () => {
  const message = "licence ".repeat(60).trim();
  const text = toPretty(example({ message }), { width: 300 });
  const said = text.split("\n").filter((line) => line.startsWith("  licence licence"));
  expect(said.length).toBeGreaterThan(5);
  expect(Math.max(...said.map((line) => line.length))).toBeLessThanOrEqual(100);
});
