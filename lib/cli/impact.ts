import { Command } from "commander";
import { impactOf } from "../impact/impact";
import { formatNames } from "../reports/formats";
import { renderImpact } from "../reports/impact/formats";
import { pathsArgument, readAll } from "./inputs";
import {
  assumed,
  assumeOption,
  colorOption,
  dayOption,
  failOnOption,
  formatOption,
  listDateOption,
  listOption,
  outputOption,
  policyOption,
  quietOption,
  type SharedOptions,
  stackOption,
  verboseOption,
} from "./options";
import { styleFor, write } from "./output";
import { withProgress } from "./progress";
import { ALLOWED, BLOCKED, UsageError } from "./status";

interface ImpactOptions extends SharedOptions {
  readonly from: string;
  readonly to: string;
}

const AFTER_HELP = `
Exit status:
  0  nothing becomes blocked
  1  something that is not blocked on the day of --from is on the day of --to
  2  no answer: bad usage, no policy, an input that cannot be read or judged

Example:
  $ landfall impact --from 2025-01-01 --to 2026-11-23 cdktf.out`;

export function impactCommand(exit: (status: number) => void): Command {
  return new Command("impact")
    .description("what changes verdict between two days, and because of which rule")
    .addArgument(pathsArgument())
    .addOption(dayOption("--from", "the earlier day, YYYY-MM-DD").makeOptionMandatory())
    .addOption(dayOption("--to", "the later day, YYYY-MM-DD").makeOptionMandatory())
    .addOption(policyOption())
    .addOption(formatOption(formatNames))
    .addOption(outputOption())
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(assumeOption())
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .addOption(verboseOption())
    .addHelpText("after", AFTER_HELP)
    .action((paths: string[], options: ImpactOptions) => exit(impact(paths, options)));
}

function impact(paths: readonly string[], options: ImpactOptions): number {
  const { from, to, format, output } = options;
  if (from >= to) throw new UsageError(`--to does not take ${to}; expected a day after ${from} (--from)`);
  const found = withProgress((say) => {
    const { policy, estate, inputs } = readAll(paths, { ...options, asOf: to }, say);
    const how = { failOn: options.failOn, assume: assumed(options.assume) };
    return impactOf(estate, inputs, policy, { from, to }, how);
  });
  write(renderImpact(found, format, styleFor(options)), output);
  return found.blocks ? BLOCKED : ALLOWED;
}
