import { basename, extname } from "node:path";
import type { App, TerraformStack } from "cdktf";
import type { Aws } from "./aws";

/** A module under `test/deploy/examples/`. */
export interface Example {
  /** Its stack, or its stacks in the order in which they are deployed. */
  readonly make: (app: App) => TerraformStack | readonly TerraformStack[];
  /** Why nothing of it is applied. */
  readonly planOnly?: string;
  /** Asks AWS what the common checks do not; throws when something is not as it should be. */
  readonly check?: (aws: Aws) => void;
}

/** The example of a module: its default export or its only function but `check`. */
export function exampleOf(
  file: string,
  exports: Readonly<Record<string, unknown>>,
): Example & { name: string } {
  const name = basename(file, extname(file));
  const { check, planOnly, default: standard, ...others } = exports;
  const makers = [standard, ...Object.values(others)].filter((one) => typeof one === "function");
  const [make] = makers;
  if (make === undefined || makers.length > 1)
    throw new Error(
      `${file} exports ${makers.length} functions that could make a stack; it needs exactly one.`,
    );
  return {
    name,
    make: make as Example["make"],
    ...(typeof planOnly === "string" && { planOnly }),
    ...(typeof check === "function" && { check: check as NonNullable<Example["check"]> }),
  };
}
