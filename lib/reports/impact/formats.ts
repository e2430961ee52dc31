import { type Cause, direction, type Impact, type VerdictChange } from "../../impact/impact";
import type { Finding } from "../../policy/finding";
import type { Result } from "../../result";
import type { Format } from "../formats";
import { toGithub } from "../github";
import { toJunit } from "../junit";
import { toSarif } from "../sarif";
import type { PrettyOptions } from "../style";
import { toMarkdown } from "./markdown";
import { toPretty } from "./pretty";
import { changedLines, whatBecomes } from "./words";

const formats: Readonly<Record<Format, (impact: Impact, options: PrettyOptions) => string>> = {
  pretty: toPretty,
  json: (impact) => `${JSON.stringify(impact, null, 2)}\n`,
  sarif: (impact) => toSarif(asResult(impact)),
  junit: (impact) => toJunit(asResult(impact)),
  github: (impact) => toGithub(asResult(impact)),
  markdown: toMarkdown,
};

/** What changes verdict between two days, in a format. */
export function renderImpact(impact: Impact, format: Format, options: PrettyOptions = {}): string {
  return formats[format](impact, options);
}

/** For formats that know findings only: a finding for each cause, as severe as what it makes of the verdict. */
function asResult(impact: Impact): Result {
  const { tool, policy, to, blocks, inputs, changes, scenarios, notJudged, screening, law, plugins } = impact;
  return {
    tool,
    policy: { ...policy, asOf: to.asOf },
    verdict: blocks ? "blocked" : "allowed",
    inputs,
    placements: [],
    findings: changes.flatMap((change) => change.because.map((cause) => asFinding(change, cause, impact))),
    authorizations: [],
    scenarios,
    notJudged,
    screening,
    law,
    plugins,
  };
}

function asFinding(change: VerdictChange, cause: Cause, { from, to }: Impact): Finding {
  const { satisfiedBy: _, ...finding } = cause.finding;
  const became = `Between ${from.asOf} and ${to.asOf} this ${whatBecomes(change)}.`;
  return {
    ...finding,
    level: direction(change) < 0 ? "note" : finding.level,
    message: `${became} ${finding.message} Changed: ${changedLines(cause).join(" ")}`,
  };
}
