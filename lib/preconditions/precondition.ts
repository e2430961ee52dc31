import type { Placement } from "../inventory/placement";
import { countryName } from "../jurisdictions";
import type { RuleId } from "../policy/rule-ids";
import type { Citation, WouldBlock } from "../rules/rule";
import type { Blocking } from "./blocking";
import { conditionOf } from "./condition";

/** What Terraform has to check of a resource ahead of making it. Texts as a JSON configuration holds them. */
export interface Precondition {
  readonly stack: string;
  readonly input: string;
  /** Without index: all instances of a resource share it. */
  readonly address: string;
  readonly condition: string;
  readonly errorMessage: string;
}

/** The rule that a precondition stands for, with what it would block. */
export interface Reason {
  readonly id: RuleId;
  readonly citations: readonly Citation[];
  readonly remedy: string;
  readonly example: WouldBlock;
}

/** Nothing where it cannot be written. */
export function preconditionOf(placement: Placement, blocking: Blocking, reason: Reason): Precondition[] {
  const condition = conditionOf(placement, blocking);
  if (condition === undefined) return [];
  const { stack, input, address } = placement;
  return [
    {
      stack,
      input,
      address: bare(address),
      condition,
      errorMessage: errorMessage(placement.attribute, reason),
    },
  ];
}

function errorMessage(attribute: string, { id, citations, remedy, example }: Reason): string {
  const rule = [id, ...citations.slice(0, 2).map(({ cite }) => cite)].join("; ");
  const what = `${attribute} and the place are not allowed together as the values make them`;
  const why = `A rule blocks that, as it blocks ${example.accelerator} in ${countryName(example.country)}: ${rule}`;
  return literal(`Landfall: ${what}. ${why}. ${remedy}`);
}

/** Text that Terraform takes as it is. */
function literal(text: string): string {
  return text.replaceAll("${", "$${").replaceAll("%{", "%%{");
}

function bare(address: string): string {
  return address.replace(/\[.*$/, "");
}

/** Whether the resource already carries the very condition that it needs. */
export function isEnforced(placement: Placement, blocking: Blocking): boolean {
  const { preconditions = [] } = placement;
  if (preconditions.length === 0) return false;
  const condition = conditionOf(placement, blocking);
  return condition !== undefined && preconditions.includes(condition);
}
