/** Writes the tables of docs/how-to/guardrails.md from lib/guardrails. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coverageText } from "../lib/guardrails/coverage";

export const PAGE = join(__dirname, "..", "docs", "how-to", "guardrails.md");
const MARK = "<!-- Written by `npm run docs`. -->";

/** The page with its tables as they are today. */
export function page(now = readFileSync(PAGE, "utf8")): string {
  const [text = ""] = now.split(MARK);
  return `${text}${MARK}\n\n${coverageText()}\n`;
}

if (require.main === module) writeFileSync(PAGE, page());
