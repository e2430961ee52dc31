import { Command, Option } from "commander";
import { loadPolicy } from "../policy/load";
import { wrap } from "../reports/format";
import { asOfOption, oneOf, policyOption, type SharedOptions } from "./options";
import { lineWidth } from "./output";
import { writeOwn } from "./own-files";
import { UsageError } from "./status";

interface GuardrailsOptions extends Pick<SharedOptions, "policy" | "asOf"> {
  readonly output: string;
  readonly size: string;
  readonly breakGlass?: string;
  readonly organization?: string;
}

export function guardrailsCommand(): Command {
  return new Command("guardrails")
    .description("service control, resource control and endpoint policies from the same policy")
    .requiredOption(
      "--output <dir>",
      "the directory to write them to; files of a previous run there are replaced",
    )
    .addOption(policyOption())
    .addOption(asOfOption("the policy's, or today"))
    .addOption(
      new Option("--size <characters>", "characters of a service control policy: 5120 or 10240")
        .default("5120")
        .argParser((value) => oneOf("--size", value, ["5120", "10240"])),
    )
    .addOption(
      new Option(
        "--break-glass <role>",
        "IAM role that service control policies exempt, by name, path or ARN",
      ),
    )
    .addOption(new Option("--organization <id>", "the organization's id, for its perimeter: o-a1b2c3d4e5"))
    .addHelpText("after", "\nExample:\n  $ landfall guardrails --output guardrails --break-glass break-glass")
    .action((options: GuardrailsOptions) => write(options));
}

function write({ output, policy: file, asOf, size, breakGlass, organization }: GuardrailsOptions): void {
  // Read on use: the other commands start faster without it.
  const { GuardrailError, guardrailFiles, guardrails, INDEX, README } =
    require("../guardrails") as typeof import("../guardrails");
  const policy = loadPolicy(file, { asOf });
  const options = {
    size: size === "10240" ? 10_240 : 5120,
    breakGlassRole: breakGlass,
    organizationId: organization,
  } as const;
  try {
    const made = guardrails(policy, options);
    const files = guardrailFiles(policy, made, options);
    writeOwn(output, files, INDEX, [README]);
    const wrote = `Wrote ${made.documents.length} documents, ${INDEX} and ${README} to ${output}.`;
    process.stdout.write(
      `${[wrote, ...made.missing].flatMap((text) => wrap(text, lineWidth())).join("\n")}\n`,
    );
  } catch (error) {
    if (error instanceof GuardrailError) throw new UsageError(error.message);
    throw error;
  }
}
