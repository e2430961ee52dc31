import { Command } from "commander";
import { classify, type Datasheet } from "../accelerators";
import { acceleratorNames, findByName } from "../accelerators/find";
import { reviewFor } from "../jurisdictions";
import { today } from "../policy/dates";
import { shown } from "../policy/judge";
import { figure, wrap } from "../reports/format";
import { styleOf } from "../reports/style";
import { reviewRemark } from "../reports/words";
import { quote } from "../text/show";
import { didYouMean, suggest } from "../text/suggest";
import { asOfOption, colorOption, formatOption, outputOption, type SharedOptions } from "./options";
import { styleFor, write } from "./output";
import { UsageError } from "./status";

export function classifyCommand(): Command {
  return new Command("classify")
    .description("a chip or machine type: datasheet, TPP, performance density, class, and why")
    .argument(
      "<name>",
      "an accelerator id or a machine type of any cloud: nvidia-h100-sxm, p5.48xlarge, BM.GPU.H100.8",
    )
    .addOption(asOfOption("today"))
    .addOption(formatOption())
    .addOption(outputOption())
    .addOption(colorOption())
    .addHelpText("after", "\nExample:\n  $ landfall classify p5.48xlarge --as-of 2024-01-01")
    .action((name: string, options: SharedOptions) => write(answer(name, options), options.output));
}

function answer(name: string, options: SharedOptions): string {
  const { asOf = today(), format } = options;
  const found = findByName(name);
  if (found === undefined) {
    throw new UsageError(
      `${quote(name)} is not in the catalogue; expected an accelerator id or a machine type${didYouMean(suggest(name, acceleratorNames()))}`,
    );
  }
  const { datasheet, count } = found;
  const classification = classify(datasheet, asOf);
  const { reasoning, confidence } = classification;
  if (format === "json") {
    const result = {
      name,
      accelerator: datasheet.id,
      count,
      ...shown(classification),
      reasoning,
      confidence,
      law: reviewFor(asOf),
    };
    return `${JSON.stringify(result, null, 2)}\n`;
  }
  const { paint, prose } = styleOf(styleFor(options));
  const carries =
    name.toLowerCase() === datasheet.id
      ? []
      : wrap(`${name} carries ${count ?? "an unpublished number of"} × ${datasheet.id}.`, prose);
  const said =
    classification.class ?? (classification.controlled ? "controlled (no classes yet)" : "not controlled");
  const remarks = [`Confidence: ${confidence}`, ...reviewRemark(reviewFor(asOf)).map(({ text }) => text)];
  return [
    ...carries,
    paint.bold(`${datasheet.vendor} ${datasheet.name}: ${said} as of ${asOf}`),
    "",
    ...reasoning.flatMap((step) => wrap(step, prose, "  ")),
    "",
    ...figures(datasheet),
    ...remarks.flatMap((text) => wrap(text, prose, "  ")),
    "",
  ].join("\n");
}

function figures(datasheet: Datasheet): string[] {
  const rows: [string, number | undefined, string][] = [
    ["Die area", datasheet.dieAreaMm2, "mm²"],
    ["Memory", datasheet.memoryGb, "GB"],
    ["Memory bandwidth", datasheet.memoryBandwidthGBs, "GB/s"],
    ["Interconnect, both directions", datasheet.interconnectBidirGBs, "GB/s"],
  ];
  return rows.map(
    ([name, value, unit]) => `  ${name}: ${value === undefined ? "unpublished" : `${figure(value)} ${unit}`}`,
  );
}
