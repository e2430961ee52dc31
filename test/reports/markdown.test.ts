import fc from "fast-check";
import { toMarkdown } from "../../lib/reports/markdown";
import { codeInMarkdown, textInMarkdown } from "../../lib/reports/markdown-text";
import type { Result } from "../../lib/result";
import { allowed, example, finding, hostile, hostileTexts, placement } from "./example";

const OWN_TAGS = /<\/?(details|summary|code)( open)?>/g;

describe("Markdown", () => {
  it("starts with the verdict", () => {
    expect(toMarkdown(example())).toMatch(
      /^## Landfall: blocked\n\nBLOCKED: 16 accelerators in 2 placements; 2 blocking findings, 1 warning, 2 notes\.\n\nRules as of 2026-11-23 · policy <code>plans\/plan\.json<\/code> · Landfall 1\.2\.3\n\n/,
    );
    expect(toMarkdown(allowed)).toMatch(/^## Landfall: allowed\n/);
  });

  it("lists placements in a table", () => {
    expect(tableRows(example())).toEqual([
      "| Stack | Address | Accelerators | Class | Place | Verdict |",
      "| --- | --- | --- | --- | --- | --- |",
      "| <code>train</code> | <code>aws_instance.gpu&#91;0&#93;</code> | 8 × nvidia-h200-sxm | 3A090.a | United Arab Emirates (AE), aws aws_instance.gpu&#91;0&#93; | **blocked** by us-ear/uae |",
      "| <code>train</code> | <code>aws_instance.clean</code> | 8 × aws_instance.gpu&#91;0&#93; | 3A090.a | United Arab Emirates (AE), aws me-central-1 | allowed |",
    ]);
  });

  it("lists findings worst first, what blocks unfolded", () => {
    const summaries = toMarkdown(example()).match(/<details.*/g);
    expect(summaries).toEqual([
      "<details open><summary>Blocked: <code>us-ear/uae</code> (1 finding, in force since 2026-07-10)</summary>",
      "<details open><summary>Blocked: <code>policy/waiver</code> (1 finding, in force since 2026-07-10)</summary>",
      "<details><summary>Warning: <code>gate/opaque</code> (1 finding)</summary>",
      "<details><summary>Note: <code>us-ear/uae</code> (1 finding, in force since 2026-07-10)</summary>",
      "<details><summary>Note: <code>us-ear/uae</code> (1 finding, in force since 2026-07-10)</summary>",
    ]);
  });

  it("says why, where, what to do and on what authority", () => {
    expect(toMarkdown({ ...example(), findings: [finding] })).toContain(
      [
        "- **Finding:** NVIDIA H200 SXM may not go there.",
        "- **At:** <code>train: aws_instance.gpu&#91;0&#93;</code>",
        "- **Why:** p5en.48xlarge holds 8 × nvidia-h200-sxm; TPP ≥ 4,800 → 3A090.a",
        "- **What to do:** Place the machines elsewhere.",
        "- **Sources:** [15 CFR 742.6(a)(6)(iii)](https://www.ecfr.gov/current/title-15/section-742.6), [91 FR 43034](https://www.federalregister.gov/d/2026-1)",
      ].join("\n"),
    );
  });

  it("puts findings that say the same together", () => {
    const findings = Array.from({ length: 12 }, (_, i) => ({
      ...finding,
      address: `aws_instance.gpu[${i}]`,
    }));
    const text = toMarkdown({ ...example(), findings });
    expect(text.match(/<details/g)).toHaveLength(1);
    expect(text).toContain("(12 findings, in force since");
    expect(text).toContain("</code>, and 4 more\n");
  });

  it("says what was not judged", () => {
    expect(toMarkdown(example())).toContain("**Note:** Not judged, as no screening list is given");
  });

  it("makes no link of an address that could end it", () => {
    const citations = [{ cite: "x", url: "https://example.com/) <b>" }];
    expect(toMarkdown({ ...example(), findings: [{ ...finding, citations }] })).toContain(
      "- **Sources:** x\n",
    );
  });
});

describe("the length of the Markdown", () => {
  const many = (length: number, message = "Not there.") =>
    Array.from({ length }, (_, i) => ({ ...finding, address: `a[${i}]`, message: `${message} ${i}` }));
  const placements = Array.from({ length: 5_000 }, (_, i) => ({ ...placement, address: `a[${i}]` }));

  it("stays within a comment and says what was left out", () => {
    const text = toMarkdown({ ...example(), placements, findings: many(3_000) });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.length).toBeGreaterThan(50_000);
    const shown = {
      rows: text.match(/^\| <code>/gm)?.length ?? 0,
      findings: text.match(/<details/g)?.length ?? 0,
    };
    expect(shown.rows).toBeGreaterThan(100);
    expect(shown.findings).toBeGreaterThan(30);
    expect(text).toContain(
      `**Left out for length:** ${(5_000 - shown.rows).toLocaleString("en-US")} of 5,000 placements and ${(3_000 - shown.findings).toLocaleString("en-US")} of 3,000 findings.`,
    );
    expect(text.match(/<\/details>/g)).toHaveLength(shown.findings);
  });

  it("gives placements what findings leave", () => {
    const text = toMarkdown({ ...example(), placements, findings: [] });
    expect(text.length).toBeGreaterThan(50_000);
    expect(text).not.toContain("of 0 findings");
  });

  it("stays so with texts that grow most", () => {
    const worst = "|".repeat(100_000);
    const text = toMarkdown({
      ...example({ stack: worst, address: worst, message: worst, input: worst }),
      notJudged: ["us-ear/entity-list", "us-ear/affiliates"],
    });
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain("(98,500 characters more)");
  });

  it("says nothing of it where all is shown", () => {
    expect(toMarkdown(example())).not.toContain("Left out");
  });
});

describe("untrusted text in Markdown", () => {
  it.each([
    ["a|b`c`<b>&amp;", "a&#124;b&#96;c&#96;&#60;b&#62;&#38;amp;"],
    ["@octocat", "&#64;\u200boctocat"],
    ["https://example.com www.example.com", "https:\u200b//example.com www\u200b.example.com"],
    ["see #12, GH-3", "see #\u200b12, GH-\u200b3"],
    ["aws_instance.x __init__", "aws_instance.x &#95;&#95;init&#95;&#95;"],
    ["one\n\n# two\r\n- three", "one # two\\u000d - three"],
    ["\u001b[31m\u202e", "\\u001b&#91;31m\\u202e".replaceAll("\\", "&#92;")],
  ])("%j becomes %j", (text, escaped) => {
    expect(textInMarkdown(text)).toBe(escaped.replaceAll(/\\(?=u000d)/g, "&#92;"));
  });

  it("holds nothing that Markdown, HTML or GitHub reads", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = textInMarkdown(text);
        expect(escaped).not.toMatch(/[\\`*[\]<>|~$^{}"'!@\r\n\u2028\u2029]/);
        expect(escaped).not.toMatch(/&(?!#\d+;)/);
        expect(escaped).not.toMatch(/:\/\/|www\.|(?<!&)#\d/i);
        expect(codeInMarkdown(text)).toMatch(/^<code>[^<]*<\/code>$/);
      }),
      { numRuns: 1_000 },
    );
  });

  it("leaves the report's shape alone", () => {
    const expected = shape(example());
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        expect(shape(example(texts))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

function tableRows(result: Result): string[] {
  return toMarkdown(result)
    .split("\n")
    .filter((line) => line.startsWith("|"));
}

/** Lines with their own tags, cells and links; what remains of a line must hold no tag. */
function shape(result: Result): unknown {
  return toMarkdown(result)
    .split("\n")
    .map((line) => {
      expect(line.replace(OWN_TAGS, "")).not.toContain("<");
      const links = line.match(/\]\(https:/g)?.length ?? 0;
      return [line.match(OWN_TAGS), line.split("|").length, links, /^[-|#<]|^$/.exec(line)?.[0]];
    });
}
