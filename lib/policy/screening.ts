import type { Screen } from "../screening/of-policy";
import { type Match, type Sought, screen } from "../screening/screen";
import { REVIEW } from "../screening/thresholds";
import type { Finding } from "./finding";
import { judge } from "./judge";
import { allOwners, ownedParties } from "./owners";
import { partiesOf } from "./parties";
import type { Policy } from "./policy";

/** What a list has on everyone a policy names. */
export interface Screening {
  readonly parties: readonly ScreenedParty[];
  /** What the rules that screen say, waivers and authorizations read. */
  readonly findings: readonly Finding[];
}

export interface ScreenedParty {
  readonly name: string;
  readonly role: string;
  /** Where the policy names it. */
  readonly path: string;
  /** The likeliest first; none: no match in this snapshot, and no more than that. */
  readonly matches: readonly JudgedMatch[];
}

export interface JudgedMatch extends Match {
  /** Whether it counts on the policy's day: made by then, and set aside by nobody. */
  readonly counts: boolean;
}

const RULES: readonly string[] = ["us-ear/entity-list", "us-ear/affiliates"];

/**
 * Compares the organization, its end users, their parents and owners with a list.
 *
 * @param onParty is told of each before it is compared
 */
export function screening(
  policy: Policy,
  against: Screen,
  onParty: (name: string) => void = () => undefined,
): Screening {
  const { findings: all } = judge({ placements: [], opaque: [] }, policy, {
    screening: against,
    partial: true,
  });
  const findings = all.filter(({ rule }) => RULES.includes(rule));
  const least = Math.min(REVIEW, against.threshold);
  const counts = ({ entry }: Match, path: string) =>
    (entry.from ?? "") <= policy.asOf && !isAside(entry.id, path, findings);
  const parties = everyone(policy).map(({ sought, role, path }) => {
    onParty(sought.name);
    const found = screen(sought, against.snapshot, least);
    const matches = found.map((match) => ({ ...match, counts: counts(match, path) }));
    return { name: sought.name, role, path, matches };
  });
  return { parties, findings };
}

interface Named {
  readonly sought: Sought;
  readonly role: string;
  readonly path: string;
}

function everyone(policy: Policy): Named[] {
  const parties = partiesOf(policy).map(({ role, path, ...sought }): Named => ({ sought, role, path }));
  const owners = ownedParties(policy).flatMap(({ party, path }) =>
    allOwners(party.owners ?? [], path).map(
      ({ owner, path: at }): Named => ({ sought: owner, role: `owner of ${party.name}`, path: at }),
    ),
  );
  const known = new Set(parties.map(({ path }) => path));
  return [...parties, ...owners.filter(({ path }) => !known.has(path))];
}

/** Whether a finding about the party, or about what it owns, rests on the entry and was set aside. */
function isAside(entry: string, path: string, findings: readonly Finding[]): boolean {
  const about = findings.filter(
    ({ subject, address }) =>
      subject.kind === "party" &&
      subject.entries?.includes(entry) === true &&
      (address === path || path.startsWith(`${address}.owners[`)),
  );
  return about.length > 0 && about.every(({ satisfiedBy }) => satisfiedBy !== undefined);
}
