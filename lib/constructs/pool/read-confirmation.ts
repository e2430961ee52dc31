import type { Construct } from "constructs";
import { fail } from "../check";

/** A name at least; a tag of AWS at most. */
const LENGTH = { least: 10, most: 256 };

/** Who confirmed an offering, checked. */
export function readConfirmation(scope: Construct, confirmed: string | undefined): string | undefined {
  const length = confirmed?.trim().length ?? LENGTH.least;
  if (length >= LENGTH.least && length <= LENGTH.most) return confirmed;
  return fail(
    scope,
    `confirmedOffering "${confirmed}" has not ${LENGTH.least} to ${LENGTH.most} characters; say who confirmed the offering, or the order's reference.`,
  );
}

/** The tag that keeps it, what AWS refuses in tags replaced. */
export function confirmationTag(confirmed: string | undefined): Record<string, string> {
  if (confirmed === undefined) return {};
  return { "landfall:confirmed-offering": confirmed.trim().replaceAll(/[^\p{L}\p{N} +\-=._:/@]/gu, "_") };
}
