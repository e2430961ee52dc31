import { Command, Option } from "commander";
import { type Datasheet, datasheets } from "../accelerators";
import { type Cloud, clouds } from "../accelerators/datasheet";
import { acceleratorNames, findByName } from "../accelerators/find";
import { matrixOf } from "../matrix/matrix";
import { loadPolicy } from "../policy/load";
import { type MatrixFormat, matrixFormats, renderMatrix } from "../reports/matrix/formats";
import { screenOf } from "../screening/of-policy";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import {
  asOfOption,
  colorOption,
  formatOption,
  listDateOption,
  listOption,
  oneOf,
  outputOption,
  policyOption,
  type SharedOptions,
  screenedBy,
} from "./options";
import { styleFor, write } from "./output";
import { withProgress } from "./progress";
import { UsageError } from "./status";

interface MatrixOptions extends Omit<SharedOptions, "format"> {
  readonly format: MatrixFormat;
  readonly accelerator?: readonly Datasheet[];
  readonly cloud?: readonly Cloud[];
}

const AFTER_HELP = `
Exit status:
  0  the matrix is written, whatever it says
  2  no answer: bad usage, no policy, a list that cannot be read

Example:
  $ landfall matrix --cloud aws --accelerator p5.48xlarge`;

export function matrixCommand(): Command {
  return new Command("matrix")
    .description("regions × accelerators under the policy")
    .addOption(acceleratorOption())
    .addOption(cloudOption())
    .addOption(policyOption())
    .addOption(formatOption(matrixFormats))
    .addOption(outputOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(listOption())
    .addOption(listDateOption())
    .addOption(colorOption())
    .addHelpText("after", AFTER_HELP)
    .action((options: MatrixOptions) => matrix(options));
}

function matrix(options: MatrixOptions): void {
  const { accelerator: accelerators = datasheets, cloud = clouds, format, output } = options;
  const policy = screenedBy(loadPolicy(options.policy, { asOf: options.asOf }), options);
  const found = withProgress((say) => {
    say("reading the screening list");
    const screening = screenOf(policy);
    say("asking what may stand where");
    return matrixOf(policy, { accelerators, clouds: cloud, screening });
  });
  write(renderMatrix(found, format, styleFor(options)), output);
}

const acceleratorOption = () =>
  new Option(
    "--accelerator <name>",
    "only this accelerator, by id or machine type; repeatable (default: the whole catalogue)",
  ).argParser((name: string, before: readonly Datasheet[] = []) => [
    ...new Set([...before, accelerator(name)]),
  ]);

const cloudOption = () =>
  new Option("--cloud <name>", `only this cloud; repeatable: ${clouds.join(", ")}`).argParser(
    (name: string, before: readonly Cloud[] = []) => [
      ...new Set([...before, oneOf("--cloud", name, clouds) as Cloud]),
    ],
  );

function accelerator(name: string): Datasheet {
  const found = findByName(name);
  if (found !== undefined) return found.datasheet;
  throw new UsageError(
    `--accelerator does not take ${quote(name)}; expected an accelerator id or a machine type${didYouMean(suggest(name, acceleratorNames()))}`,
  );
}
