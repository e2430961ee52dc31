import { regimes } from "../../regions";
import { countryName } from "../jurisdictions";
import { table } from "./rule-page";

const INTRODUCTION =
  "A pointer to what makes people draw boundaries, from general knowledge and checked in part. Landfall decides nothing by it, and it is no legal advice.";

/** The law of every country of which one is recorded, in Markdown. */
export function regimeTable(): string {
  const rows = regimes.map(({ countries, law, effect, confidence = "medium", source }) => [
    countries.split(" ").map(countryName).join(", "),
    `[${law}](${source})`,
    effect,
    confidence,
  ]);
  return `${INTRODUCTION}\n\n${table(["Countries", "Law", "Effect", "Confidence"], rows)}\n`;
}
