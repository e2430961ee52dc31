import { Command } from "commander";
import { datasheets } from "../accelerators";
import { countryCodes } from "../jurisdictions";
import { verdictsOf } from "../matrix/verdicts";
import { pictureOf } from "../reports/html/picture";
import { verdictWithin } from "../reports/words";
import { resultOfSurvey, survey } from "../result";
import { screenOf } from "../screening/of-policy";
import { pathsArgument, readAll } from "./inputs";
import {
  asOfOption,
  assumed,
  assumeOption,
  failOnOption,
  listDateOption,
  listOption,
  outputOption,
  policyOption,
  quietOption,
  type SharedOptions,
  stackOption,
} from "./options";
import { lineWidth, write } from "./output";
import { withProgress } from "./progress";
import { ALLOWED, BLOCKED } from "./status";

const DEFAULT_FILE = "landfall.html";

interface ReportOptions extends SharedOptions {
  readonly output: string;
}

const AFTER_HELP = `
Exit status: that of check, with the page written for both verdicts
  0  allowed
  1  blocked: at least one finding at or above --fail-on
  2  no verdict, and no page: bad usage, no policy, an input that cannot be
     read or judged

Example:
  $ landfall report cdktf.out plan.json --output report.html`;

export function reportCommand(exit: (status: number) => void): Command {
  return new Command("report")
    .description("the picture, as one HTML file: map, totals, findings, placements, matrix, evidence")
    .addArgument(pathsArgument())
    .addOption(outputOption().default(DEFAULT_FILE))
    .addOption(policyOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(assumeOption())
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(quietOption())
    .addHelpText("after", AFTER_HELP)
    .action((paths: string[], options: ReportOptions) => exit(report(paths, options)));
}

function report(paths: readonly string[], options: ReportOptions): number {
  const { failOn, output, quiet = false } = options;
  const { result, html } = withProgress((say) => {
    const { policy, estate, inputs } = readAll(paths, options, say);
    const found = survey(estate, policy);
    say("judging what was found");
    const result = resultOfSurvey(found, inputs, policy, { failOn, assume: assumed(options.assume) });
    say("asking what may stand where");
    const verdicts = verdictsOf(policy, datasheets, countryCodes(), screenOf(policy));
    say("drawing");
    // A bundle of its own: the borders of the world are not read where nobody draws them.
    const { page } = require("../reports/html/page") as typeof import("../reports/html/page");
    return { result, html: page(pictureOf({ survey: found, result, policy, verdicts })) };
  });
  write(html, output);
  if (!quiet) process.stdout.write(`The report is in ${output}.\n${verdictWithin(result, lineWidth())}\n`);
  return result.verdict === "blocked" ? BLOCKED : ALLOWED;
}
