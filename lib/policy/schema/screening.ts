import * as z from "zod";
import { THRESHOLD } from "../../screening/thresholds";
import { expected, section, text } from "./fields";

const A_SCORE = `a whole number from 50 to ${THRESHOLD}`;

export const screening = section("a mapping with list", {
  list: text("the path of a file").describe(
    "The Consolidated Screening List as trade.gov publishes it, JSON or CSV. A relative path starts at this file.",
  ),
  threshold: z
    .int({ error: expected(A_SCORE) })
    .min(50, { error: expected(A_SCORE) })
    .max(THRESHOLD, { error: expected(A_SCORE) })
    .optional()
    .describe(
      `The score, of 100, from which a match blocks, 50 to ${THRESHOLD}: a lower one is stricter. Default: ${THRESHOLD}, Landfall's own proposal.`,
    ),
});
