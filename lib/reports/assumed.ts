import type { AssumedFinding, Assumption } from "../policy/assume";
import { groupBy } from "../text/group";

/** "Remote Access Security Act (H.R. 2683, S. 3519), not law as of …". */
export function assumedTitle({ title, bills, status }: Assumption): string {
  return `${title} (${bills.join(", ")}), ${status}`;
}

/** Said wherever one is shown. */
export const DECIDES_NOTHING = "Proposed law, assumed on request: it decides nothing here.";

/** What is assumed and what is not known, with their labels. */
export function assumedTerms({ assumes, unknown, citations }: Assumption): [label: string, text: string][] {
  const sources = citations.map(({ cite, url }) => `${cite} <${url}>`).join(", ");
  return [
    ["Assumed", assumes],
    ["Not known", unknown],
    ["Source", sources],
  ];
}

/** Findings that say the same together; first those that nothing in force blocks. */
export function assumedGroups({ findings }: Assumption): (readonly AssumedFinding[])[] {
  return (["allowed", "blocked"] as const).flatMap((today) => {
    const those = findings.filter((finding) => finding.today === today);
    return [...groupBy(those, ({ message }) => message).values()];
  });
}

export const TODAY: Readonly<Record<AssumedFinding["today"], string>> = {
  allowed: "Would be blocked",
  blocked: "Would be blocked, and is already",
};

export const NOTHING_BLOCKED = "It would block nothing that is placed here.";

/** One finding as a note of its own. */
export function assumedNote(assumption: Assumption, { today, message }: AssumedFinding): string {
  return `${DECIDES_NOTHING} ${assumedTitle(assumption)}. ${TODAY[today]}: ${message}`;
}
