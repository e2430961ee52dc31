import type { Placement } from "../../inventory/placement";

/** False where a variable's default makes none of it, or a machine without accelerators: it is only possible. */
export function isThere({ exists, accelerators, problem }: Placement): boolean {
  return exists && (problem !== null || accelerators.length > 0);
}
