import fc from "fast-check";
import { datasheets } from "../../lib/accelerators";
import { matrixFrom } from "../../lib/matrix/matrix";
import { verdictsOf } from "../../lib/matrix/verdicts";
import { definePolicy } from "../../lib/policy/load";
import { page } from "../../lib/reports/html/page";
import { type Picture, pictureOf } from "../../lib/reports/html/picture";
import { wellFormed } from "../../lib/reports/words";
import { printableLine } from "../../lib/text/printable";
import { exampleAssuming, hostile, hostileTexts, type Texts } from "../reports/example";
import { useFiles } from "../terraform/files";
import { estate, neutral, picture, policy } from "./run";

const files = useFiles();
const read = definePolicy(neutral, { asOf: "2026-11-23" });
const verdicts = verdictsOf(read, datasheets, ["AE", "DE", "US"]);

/** A page into which every text that can come from somebody else says the same. */
function pageSaying(text: string, texts: Partial<Texts>): string {
  const granted = {
    reference: text,
    kind: "license",
    satisfies: ["us-ear/uae"],
    recipients: [text],
    validFrom: "2026-01-01",
    validUntil: "2026-12-31",
  } as const;
  const organization = { name: text, headquarters: "US", ultimateParent: { name: text, headquarters: "DE" } };
  const said = { ...read, organization, authorizations: [granted] };
  const inventory = { placements: [], opaque: [] };
  const shown = pictureOf({
    survey: { inventory, data: { flows: [], boundaries: [] } },
    result: exampleAssuming(texts),
    policy: said,
    verdicts,
  });
  const route = {
    answer: "blocked",
    boundary: text,
    rule: "residency/keys",
    from: { at: [8, 50], country: "DE", name: text },
    to: [{ at: null, country: "US" }],
    toName: text,
    ways: [text],
    permittedBy: [text],
  } as const;
  const all: Picture = {
    ...shown,
    routes: [route],
    outlines: [{ name: text, from: text, countries: ["DE"], accounts: [text] }],
    declaredFlows: [{ from: text, to: text, purpose: text, resources: [text], authorization: text }],
    debts: [{ rule: text, at: text, reason: text, approvedBy: text, until: "2026-12-31", problem: text }],
    screening: { path: text, digest: text, date: null },
    matrix: matrixFrom(verdicts, read),
  };
  return page(all);
}

const SCRIPTS = /<(script|style)\b[^>]*>.*?<\/\1>/gs;

/** Tags and the names of their attributes; fails on a "<" that starts nothing the page itself writes. */
function shapesIn(text: string): Set<string> {
  const found = new Set<string>();
  const bare = text
    .replace(SCRIPTS, "")
    .replace(
      /<(?:!doctype html|(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+(?:="[^"<>]*")?)*)\/?)>/g,
      (_, end, tag, attributes) => {
        const names = [...(attributes ?? "").matchAll(/ ([a-zA-Z:-]+)(?:="[^"]*")?/g)].map(
          ([, name]) => name,
        );
        for (const name of names) found.add(`${tag} ${name}`);
        if (tag !== undefined && end === "") found.add(tag);
        return "";
      },
    );
  expect(bare).not.toMatch(/[<>]/);
  return found;
}

function textOf(text: string): string {
  return text
    .replace(SCRIPTS, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const known = shapesIn(pageSaying("plain", {}));

describe("whatever others wrote", () => {
  it("stays text: no tag, no attribute that the page itself does not write", () => {
    fc.assert(
      fc.property(hostile, hostileTexts, (text, texts) => {
        const shapes = shapesIn(pageSaying(`x${text}`, texts));
        expect([...shapes].filter((shape) => !known.has(shape))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("is shown as it was written, controls made visible", () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const plain = (text: string) => wellFormed(printableLine(text)).replaceAll("`", "");
        const shown = textOf(pageSaying("x", texts)).replaceAll("`", "");
        for (const text of [texts.address, texts.stack, texts.message, texts.input])
          expect(shown).toContain(plain(text));
      }),
      { numRuns: 20 },
    );
  });

  it("makes no link but to the web", () => {
    const shown = picture([files.write("out/cdk.tf.json", { resource: {} })]).picture;
    const [rule] = shown.rules;
    const citations = [
      { cite: "bad", url: "javascript:alert(1)" },
      { cite: "good", url: "https://www.ecfr.gov/x?a=1&b=2" },
    ];
    const text = page({ ...shown, rules: rule === undefined ? [] : [{ ...rule, citations }] });
    expect(text).not.toContain("javascript:");
    expect(text).toContain('<a href="https://www.ecfr.gov/x?a=1&#38;b=2" rel="noreferrer noopener">good</a>');
    const addresses = [...text.matchAll(/href="([^"]*)"/g)].map(([, address]) => address ?? "");
    expect(addresses.filter((address) => !/^(#|https:\/\/)/.test(address))).toEqual([]);
  });
});

describe("the page", () => {
  const shown = () => {
    for (const [name, body] of Object.entries(estate)) files.write(`out/stacks/${name}/cdk.tf.json`, body);
    return picture([files.at("out")], policy).picture;
  };

  it("asks nobody for anything, and runs nothing but its own", () => {
    const text = page(shown());
    const csp = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
    expect(csp.split("; ").map((part) => part.replace(/'sha256-[\w+/=]{44}'/g, "HASH"))).toEqual([
      "default-src 'none'",
      "script-src HASH HASH",
      "style-src HASH",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text).not.toMatch(/\s(src|srcset|style|on\w+)=|@import|url\((?!#)/);
    expect(text.indexOf("Content-Security-Policy")).toBeLessThan(text.indexOf("<style"));
  });

  it("is the same for the same picture, whatever the day", () => {
    const same = shown();
    expect(page(same)).toBe(page(structuredClone(same)));
  });

  it("leaves out what there is nothing to say of", () => {
    files.write("out/stacks/train/cdk.tf.json", { resource: {} });
    const text = textOf(page({ ...picture([files.at("out")]).picture, scenarios: [] }));
    expect(text).toContain("No accelerators are placed.");
    expect(text).not.toContain("Where data goes");
    expect(text).not.toContain("Proposed law");
  });
});
