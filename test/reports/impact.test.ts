import fc from "fast-check";
import { formatNames } from "../../lib/reports/formats";
import { renderImpact } from "../../lib/reports/impact/formats";
import { exampleImpact, hostileTexts } from "./example";
import { parseXml } from "./xml";

describe("what changes verdict", () => {
  it("is told once for places that differ in their address only", () => {
    const text = renderImpact(exampleImpact(), "pretty", { width: 200 });
    expect(text.match(/BECOMES BLOCKED/g)).toHaveLength(1);
    expect(text).toContain("8 × nvidia-h200-sxm (no class yet → 3A090.a) in United Arab Emirates (AE)");
    expect(text).toContain("  Changed: 2026-07-10: ");
    expect(renderImpact(exampleImpact(), "markdown")).toContain(
      "Becomes blocked (allowed → blocked): 2</summary>",
    );
  });

  it("fits into a comment, and says what was left out", () => {
    const { changes, ...rest } = exampleImpact();
    const many = Array.from({ length: 400 }, (_, i) =>
      changes.map((one) => ({
        ...one,
        remedies: [],
        because: one.because.map((cause) => ({
          ...cause,
          finding: { ...cause.finding, message: `${i} ${"x".repeat(500)}` },
        })),
      })),
    ).flat();
    const text = renderImpact({ ...rest, changes: many }, "markdown");
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(
      /\*\*Left out for length:\*\* \d+ of 800 changes.*`landfall impact --format json` lists/,
    );
  });

  it("lets no text break out of a report", () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const [pretty, json, sarif, junit, github, markdown] = formatNames.map((name) =>
          renderImpact(exampleImpact(texts), name),
        ) as [string, string, string, string, string, string];
        expect(pretty).not.toMatch(/\p{Cc}(?<!\n)|\u202e/u);
        expect(JSON.parse(json).blocks).toBe(true);
        expect(JSON.parse(sarif).runs[0].results).toHaveLength(4);
        expect(Number(parseXml(junit).attributes["failures"])).toBeGreaterThan(0);
        const lines = github.split("\n").filter((line) => line !== "");
        expect(lines.slice(0, -1).every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
        expect(markdown).not.toMatch(/\p{Cc}(?<!\n)|<script/iu);
      }),
      { numRuns: 60 },
    );
  });
});
