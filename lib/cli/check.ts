import { Command } from "commander";
import { formatNames, render } from "../reports/formats";
import { resultOf } from "../result";
import {
  asBefore,
  type EvidenceOptions,
  earlierRun,
  evidenceOption,
  giveEvidence,
  verifyOption,
} from "./evidence";
import { pathsArgument, readAll } from "./inputs";
import {
  asOfOption,
  assumed,
  assumeOption,
  colorOption,
  failOnOption,
  formatOption,
  listDateOption,
  listOption,
  outputOption,
  policyOption,
  quietOption,
  stackOption,
  verboseOption,
} from "./options";
import { styleFor, write } from "./output";
import { withProgress } from "./progress";
import { ALLOWED, BLOCKED } from "./status";

export function checkCommand(exit: (status: number) => void): Command {
  return new Command("check")
    .description("judge synthesized output, plans and states: exit status 0 allowed, 1 blocked, 2 no verdict")
    .addArgument(pathsArgument())
    .addOption(policyOption())
    .addOption(formatOption(formatNames))
    .addOption(outputOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(stackOption())
    .addOption(failOnOption())
    .addOption(assumeOption())
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(evidenceOption())
    .addOption(verifyOption())
    .addOption(colorOption())
    .addOption(quietOption())
    .addOption(verboseOption())
    .addHelpText("after", "\nExample:\n  $ landfall check cdktf.out --format sarif --output landfall.sarif")
    .action((paths: string[], options: EvidenceOptions) => exit(check(paths, options)));
}

function check(paths: readonly string[], given: EvidenceOptions): number {
  const earlier = earlierRun(given);
  const options = asBefore(given, earlier);
  const { format, output, failOn } = options;
  const result = withProgress((say) => {
    const { policy, estate, inputs } = readAll(paths, options, say);
    return resultOf(estate, inputs, policy, { failOn, assume: assumed(options.assume) });
  });
  giveEvidence(result, options, earlier);
  write(render(result, format, styleFor(options)), output);
  return result.verdict === "blocked" ? BLOCKED : ALLOWED;
}
