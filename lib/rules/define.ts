import * as z from "zod";
import { spread } from "../policy/check";
import { isDate } from "../policy/dates";
import { LEVELS } from "../policy/levels";
import { ruleIds } from "../policy/rule-ids";
import { date, expected, listOf, oneOf, section, someOf, text } from "../policy/schema/fields";
import { show, showPath } from "../text/show";
import type { Example, OwnRule, PartyRule, PlacementRule, QuantityRule } from "./rule";

/** A rule as an organization writes it; what may be left out has the default of a rule that is not law. */
export type OwnRuleInput = (
  | Pick<PlacementRule, "judges" | "judge">
  | Pick<QuantityRule, "judges" | "judge">
  | (Pick<PartyRule, "judges" | "judge"> & {
      /** @default "always" */
      readonly asked?: PartyRule["asked"];
    })
) &
  Pick<OwnRule, "id" | "level" | "title" | "explanation" | "remedy" | "examples" | "list"> &
  Partial<Pick<OwnRule, "history" | "citations" | "verification">>;

const NAME = "[a-z0-9]+(?:-[a-z0-9]+)*";

/** Prefixes that this version uses, and the one that assumed law has in SARIF. */
const TAKEN = [...new Set(ruleIds.map((id) => id.split("/")[0] as string)), "scenario"];

/** What the id of an own rule looks like: a prefix of the organization's, and a name. */
export const OWN_ID = `^(?!(?:${TAKEN.join("|")})/)${NAME}/${NAME}$`;

const AN_ID = `an id of small letters, digits and hyphens with a prefix of your own, as acme/country-cap (not ${TAKEN.join("/, ")}/)`;

const id = z.string({ error: expected(AN_ID) }).regex(new RegExp(OWN_ID), { error: expected(AN_ID) });

const judge = z.custom<(...asked: never[]) => unknown>((value) => typeof value === "function", {
  error: expected("a function"),
});

const confidence = oneOf(["high", "medium", "low"]).optional();

const citation = section("a mapping with cite and url", {
  cite: text("what is cited"),
  url: text("the address of the text"),
});

const citations = listOf(citation, "citations");

const entry = {
  says: text("what the rule says from then on"),
  state: oneOf(["in force", "unenforced", "stayed"]).optional(),
  citations: citations.optional(),
  confidence,
};

const stretch = section("a mapping with from, to and says", {
  from: date.nullable(),
  to: date.nullable(),
  ...entry,
  changes: listOf(section("a mapping with on and says", { on: date, ...entry }), "changes").optional(),
});

const example = section("a mapping with title, policy and configuration", {
  title: text("what the example shows"),
  policy: z.record(z.string(), z.unknown(), { error: expected("a mapping of policy keys to values") }),
  configuration: z.record(z.string(), z.unknown(), { error: expected("a Terraform JSON configuration") }),
});

const list = section("a mapping with title, columns and rows", {
  title: text("a title"),
  columns: listOf(text("a heading"), "headings"),
  rows: listOf(listOf(z.string(), "texts"), "rows"),
});

const ruleText = {
  id,
  level: oneOf(LEVELS),
  title: text("one line that says what the rule is about"),
  explanation: text("two or three sentences for an engineer who has never read it"),
  remedy: text("what would satisfy the rule"),
  history: someOf(stretch, "stretches of time").default([
    { from: null, to: null, says: "The organization's own rule; it holds on every day." },
  ]),
  citations: citations.default([]),
  verification: oneOf(["verified", "single-source", "unverified", "own"]).default("own"),
  list: list.optional(),
  examples: section("a mapping with blocked and allowed", {
    blocked: someOf(example, "examples"),
    allowed: someOf(example, "examples"),
  }),
};

const ASKED = ["always", "with controlled accelerators"] as const;

const rule = z.discriminatedUnion(
  "judges",
  [
    section("a rule", { ...ruleText, judges: z.literal("placement"), judge }),
    section("a rule", { ...ruleText, judges: z.literal("quantity"), judge }),
    section("a rule", {
      ...ruleText,
      judges: z.literal("parties"),
      judge,
      asked: oneOf(ASKED).default("always"),
    }),
  ],
  { error: wrongKind },
);

function wrongKind({ input }: { readonly input?: unknown }): string {
  const isMapping = typeof input === "object" && input !== null && !Array.isArray(input);
  return isMapping
    ? `expected judges to be placement, quantity or parties, got ${show("judges" in input ? input.judges : undefined)}`
    : `expected a rule, got ${show(input)}`;
}

/**
 * A rule of the organization's own, checked and complete. A plugin exports a list of them as `rules`, and a policy
 * names the plugin.
 *
 * @throws TypeError that names what is wrong with it.
 */
export function defineRule(input: OwnRuleInput): OwnRule {
  const { rule, problems } = checkRule(input);
  if (rule === undefined) throw new TypeError(`the rule cannot be used: ${problems.join("; ")}`);
  return rule;
}

/** The same of anything, with what is wrong instead of an error. */
export function checkRule(value: unknown): { readonly rule?: OwnRule; readonly problems: readonly string[] } {
  const { success, data, error } = rule.safeParse(value);
  if (!success) {
    const problems = error.issues
      .flatMap(spread)
      .map(({ path, message }) => (path.length === 0 ? message : `${showPath(path)}: ${message}`));
    return { problems };
  }
  const checked = data as unknown as OwnRule & { examples: { blocked: Example[]; allowed: Example[] } };
  const problems = historyProblems(checked);
  return problems.length > 0 ? { problems } : { rule: checked, problems };
}

/** Stretches that overlap would leave open which of them is in force. */
function historyProblems({ history }: OwnRule): string[] {
  return history.flatMap(({ from, to }, i) => {
    const next = history[i + 1];
    const problems: string[] = [];
    if ((from ?? "") > (to ?? "9999-12-31"))
      problems.push(`history[${i}].to: expected ${from} or later, got ${show(to)}`);
    if (next !== undefined && (next.from ?? "") <= (to ?? "9999-12-31"))
      problems.push(
        `history[${i + 1}].from: expected a day after the stretch before it ends, got ${show(next.from)}`,
      );
    return problems;
  });
}

const violation = {
  message: text("what is wrong, in a sentence"),
  level: oneOf(LEVELS).optional(),
  remedy: text("what would satisfy it").optional(),
  from: z
    .string()
    .refine(isDate, { error: expected("a day that exists, as in 2026-11-23") })
    .optional(),
  citations: citations.optional(),
};

const address = text("a path in the policy, as organization or endUsers[0]");

const limit = z.number().nullable();

const total = section("a mapping with accelerators and tpp", { accelerators: limit, tpp: limit });

/** What a rule's judge() may answer. */
export const answers = {
  placement: section("a violation or undefined", violation).optional(),
  quantity: listOf(section("a violation", { ...violation, address, total, most: total }), "violations"),
  parties: listOf(
    section("a violation", { ...violation, address, party: text("the name of a party").nullable() }),
    "violations",
  ),
} as const;
