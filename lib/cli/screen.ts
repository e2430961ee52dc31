import { Command } from "commander";
import { loadPolicy } from "../policy/load";
import type { Policy } from "../policy/policy";
import { screening } from "../policy/screening";
import { formatNames, render } from "../reports/formats";
import { type ScreeningReport, screeningJson, screeningText } from "../reports/screening";
import { reaches, resultOf } from "../result";
import { screenOf } from "../screening/of-policy";
import { REVIEW } from "../screening/thresholds";
import {
  asOfOption,
  colorOption,
  failOnOption,
  formatOption,
  listDateOption,
  listOption,
  outputOption,
  policyOption,
  quietOption,
  type SharedOptions,
  screenedBy,
} from "./options";
import { styleFor, write } from "./output";
import { type Say, withProgress } from "./progress";
import { ALLOWED, BLOCKED, UsageError } from "./status";

const AFTER_HELP = `
Exit status:
  0  no match in the snapshot from the threshold on; that is never a clearance
  1  a match from the threshold on; with --fail-on warn also one for review
  2  no answer: bad usage, no policy, a list that cannot be read

Example:
  $ landfall screen --list consolidated.json`;

export function screenCommand(exit: (status: number) => void): Command {
  return new Command("screen")
    .description("the policy's parties against a snapshot of the Consolidated Screening List")
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(policyOption())
    .addOption(formatOption(formatNames))
    .addOption(outputOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(failOnOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .addHelpText("after", AFTER_HELP)
    .action((options: SharedOptions) => exit(run(options)));
}

function run(options: SharedOptions): number {
  const { format, output, failOn } = options;
  const policy = screenedBy(loadPolicy(options.policy, { asOf: options.asOf }), options);
  const { against, parties, findings } = withProgress((say) => screened(policy, say));
  const least = failOn === "warn" ? Math.min(REVIEW, against.threshold) : against.threshold;
  const matched = parties.some(({ matches }) =>
    matches.some(({ score, counts }) => counts && score >= least),
  );
  const blocked = matched || findings.some(({ level }) => reaches(level, failOn));
  const report: ScreeningReport = {
    policy,
    against,
    parties,
    findings,
    verdict: blocked ? "match" : "no match",
  };
  const style = styleFor(options);
  if (format === "pretty") write(screeningText(report, style), output);
  else if (format === "json") write(screeningJson(report), output);
  else {
    const result = resultOf({ resources: [], modules: [] }, [], policy, { partial: true });
    write(render({ ...result, findings, verdict: blocked ? "blocked" : "allowed" }, format, style), output);
  }
  return blocked ? BLOCKED : ALLOWED;
}

function screened(policy: Policy, say: Say) {
  say("reading the screening list");
  const against = screenOf(policy);
  if (against === null)
    throw new UsageError(
      "screen is given no list; expected --list FILE, or screening.list in the policy: the Consolidated Screening List, JSON or CSV",
    );
  say("comparing parties");
  return { against, ...screening(policy, against, (name) => say(`comparing ${name}`)) };
}
