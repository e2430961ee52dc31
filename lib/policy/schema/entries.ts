import { limitedTo, text } from "./fields";

/** Rules whose findings rest on entries of a screening list. */
const SCREENING = ["us-ear/entity-list", "us-ear/affiliates"];

export const entries = limitedTo(text("the id of a list entry"), "ids of list entries").describe(
  "Ids of the screening list's entries it is about, as the finding names them; needed for us-ear/entity-list and us-ear/affiliates, so that an entry made later is not set aside unseen.",
);

/** What an entry of the policy about these rules lacks or has too much: the end of a message; undefined where all is well. */
export function entriesProblem(
  rules: readonly string[],
  given: readonly string[] | undefined,
): string | undefined {
  const screening = rules.find((rule) => SCREENING.includes(rule));
  if (screening !== undefined && given === undefined)
    return `missing; expected the ids of the list entries that a finding of ${screening} names`;
  if (screening === undefined && given !== undefined)
    return `expected no entries, as only ${SCREENING.join(" and ")} rest on entries of a screening list`;
  return undefined;
}

export function restsOnList(rule: string): boolean {
  return SCREENING.includes(rule);
}
