import { findUnknown } from "../../../lib/terraform/value";
import { EXPRESSIONS, TEMPLATES } from "./agreed";
import { evaluated, LOCALS } from "./helpers";
import { ask, type Said, terraformVersion } from "./terraform";

const version = terraformVersion();
if (version === null) console.log("Terraform is not on the PATH: our evaluator is not compared with it.");
const test = version === null ? it.skip : it;
const why = version === null ? " (skipped: terraform is not on the PATH)" : "";

/** Terraform's sets are lists here, so an operation that only lists have is not refused. */
const ON_SETS = new Set(["element(toset(local.twice), 0)", "concat(toset([2,1]), [3])"]);

interface Compared {
  readonly text: string;
  readonly ours: unknown;
  readonly said: Said;
}

describe("what is claimed to be known is what Terraform says", () => {
  let compared: Compared[] = [];

  if (version !== null)
    beforeAll(() => {
      const said = ask({ expressions: EXPRESSIONS, templates: TEMPLATES, locals: LOCALS });
      compared = [
        ...EXPRESSIONS.map((text, i) => ({ text, raw: `\${${text}}`, said: said.expressions[i] as Said })),
        ...TEMPLATES.map((text, i) => ({ text, raw: text, said: said.templates[i] as Said })),
      ].flatMap(({ text, raw, said }) => {
        const ours = evaluated(raw);
        return findUnknown(ours) ? [] : [{ text, ours: JSON.parse(JSON.stringify(ours)), said }];
      });
    }, 60_000);

  test(`in value and type${why}`, () => {
    const differing = compared.filter(({ text, said, ours }) => {
      if (said === "refused") return !ON_SETS.has(text);
      return !isEqual(ours, said.value);
    });
    expect(differing).toEqual([]);
  });

  test(`and most of what Terraform can say is known${why}`, () => {
    expect(compared.length).toBeGreaterThan(430);
  });
});

function isEqual(a: unknown, b: unknown): boolean {
  try {
    expect(a).toEqual(b);
    return true;
  } catch {
    return false;
  }
}
