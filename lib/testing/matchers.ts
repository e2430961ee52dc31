import { datasheets, lookUpDatasheet } from "../accelerators";
import { isCountry, reviewFor } from "../jurisdictions";
import { definePolicy } from "../policy/load";
import type { Policy } from "../policy/policy";
import { type RuleId, ruleIds } from "../policy/rule-ids";
import { explainBlocked } from "../reports/pretty";
import { amount, placeName, verdictLine } from "../reports/words";
import type { Result } from "../result";
import { quote, show } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { type GivenPolicy, isResult, judged } from "./judged";

/** What accelerators are expected to be placed; what is left out may be anything. */
export interface ExpectedPlacement {
  /** An id of the catalogue: `nvidia-h100-sxm`. */
  readonly accelerator?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Accelerators, not machines, of all placements that match together. @default any number */
  readonly count?: number;
}

/**
 * Each takes an App or a TerraformStack of cdktf or cdktn, Terraform JSON (synthesized, a plan, a state) as text or
 * object, the path of such a file or directory, or a Result. Without a policy, those that guard the app apply.
 */
export interface LandfallMatchers<R> {
  /** That the policy allows it; a path is read as a policy file. */
  toBeAllowedBy(policy?: GivenPolicy): R;
  /** That a rule blocks it; others may block it too. */
  toBeBlockedBy(rule: RuleId, policy?: GivenPolicy): R;
  /** That such accelerators are placed, whether they may be or not. */
  toPlace(expected: ExpectedPlacement): R;
}

interface Outcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/** For `expect.extend(matchers)`. */
export const matchers = {
  /** Answers {@link LandfallMatchers.toBeAllowedBy}. */
  toBeAllowedBy,
  /** Answers {@link LandfallMatchers.toBeBlockedBy}. */
  toBeBlockedBy,
  /** Answers {@link LandfallMatchers.toPlace}. */
  toPlace,
};

function toBeAllowedBy(received: unknown, policy?: GivenPolicy): Outcome {
  const results = judged(received, policy);
  const blocked = results.filter(({ verdict }) => verdict === "blocked");
  return {
    pass: blocked.length === 0,
    message: () =>
      blocked.length === 0
        ? `expected the policy not to allow it, and it does.\n\n${results.map(said).join("\n\n")}`
        : `expected the policy to allow it, and it does not.\n\n${blocked.map(explainBlocked).join("\n\n")}`,
  };
}

function toBeBlockedBy(received: unknown, rule: RuleId, policy?: GivenPolicy): Outcome {
  const results = judged(received, policy);
  checkRuleId(rule, results);
  const pass = results.some(({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.level === "block"),
  );
  return {
    pass,
    message: () =>
      `expected ${rule} ${pass ? "not " : ""}to block it, and it does${pass ? "" : " not"}.\n\n${results.map(said).join("\n\n")}`,
  };
}

function toPlace(received: unknown, expected: ExpectedPlacement): Outcome {
  const { accelerator, country, count } = checked(expected);
  const [{ placements }] = judged(received, isResult(received) ? undefined : nobody()) as [Result];
  const found = placements.filter(
    (one) =>
      (accelerator === undefined || one.accelerator === accelerator) &&
      (country === undefined || one.location.country === country),
  );
  const total = found.reduce<number | null>(
    (sum, one) => (sum === null || one.count === null ? null : sum + one.count),
    0,
  );
  const pass = found.length > 0 && (count === undefined || total === count);
  const what = [count, accelerator ?? "accelerators of any kind", country && `in ${country}`]
    .filter((part) => part !== undefined)
    .join(" ");
  return {
    pass,
    message: () =>
      `expected it ${pass ? "not " : ""}to place ${what}, and it places${total === null ? ", in a number that is not known" : ""}:\n\n${listOf(placements)}`,
  };
}

/** A rule id that does not exist would make `.not` hold for ever. */
function checkRuleId(rule: string, results: readonly Result[]): void {
  const own = results.flatMap(({ plugins }) => plugins.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const known: readonly string[] = [...ruleIds, ...own];
  if (!known.includes(rule))
    throw new TypeError(
      `${quote(String(rule))} is not a rule; expected one of ${known.join(", ")}${didYouMean(suggest(String(rule), known))}`,
    );
}

function checked(expected: ExpectedPlacement): ExpectedPlacement {
  const { accelerator, country, count, ...others } = expected;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new TypeError(`toPlace takes accelerator, country and count, got ${quote(unknown)}`);
  if (accelerator !== undefined && lookUpDatasheet(accelerator)?.id !== accelerator) {
    const ids = datasheets.map(({ id }) => id);
    throw new TypeError(
      `toPlace: accelerator: expected an id of the catalogue, got ${show(accelerator)}${didYouMean(suggest(String(accelerator), ids))}`,
    );
  }
  if (country !== undefined && !isCountry(country))
    throw new TypeError(`toPlace: country: expected an ISO 3166-1 alpha-2 code, got ${show(country)}`);
  if (count !== undefined && !(Number.isInteger(count) && count > 0))
    throw new TypeError(
      `toPlace: count: expected a whole number of accelerators, at least 1, got ${show(count)}`,
    );
  return expected;
}

/** What is placed hangs on no policy; one is taken because every judgement has one. */
function nobody(): Policy {
  const organization = { name: "nobody", headquarters: "US" };
  return definePolicy({ version: 1, organization, asOf: reviewFor("2000-01-01").reviewedUntil });
}

function said(result: Result): string {
  const findings = result.findings.map(({ level, rule, stack, address }) =>
    [`  ${level}`, rule, "at", stack === "" ? address : `${stack}: ${address}`].join(" "),
  );
  return [verdictLine(result), ...findings, "Placements:", listOf(result.placements)].join("\n");
}

function listOf(placements: Result["placements"]): string {
  if (placements.length === 0) return "  no accelerators";
  return placements
    .map((one) => `  ${amount(one)} in ${placeName(one.location)} (${one.stack}: ${one.address})`)
    .join("\n");
}
