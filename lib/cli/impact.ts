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
} from "./options";
import { lineWidth, usesColor, write } from "./output";
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
    .addHelpText("after", AFTER_HELP)
    .action((paths: string[], options: ImpactOptions) => exit(impact(paths, options)));
}

function impact(paths: readonly string[], options: ImpactOptions): number {
  const { from, to, format, color, output, quiet = false } = options;
  if (from >= to) throw new UsageError(`--to does not take ${to}; expected a day after ${from} (--from)`);
  const { policy, estate, inputs } = readAll(paths, { ...options, asOf: to });
  const found = impactOf(
    estate,
    inputs,
    policy,
    { from, to },
    { failOn: options.failOn, assume: assumed(options.assume) },
  );
  write(renderImpact(found, format, { color: usesColor(color, output), width: lineWidth(), quiet }), output);
  return found.blocks ? BLOCKED : ALLOWED;
}
