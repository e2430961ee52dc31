import { Token } from "cdktf";
import type { Construct } from "constructs";

/** Throws with one sentence, after the class and the path of the construct that it is about. */
export function fail(scope: Construct, sentence: string): never {
  throw new Error(`${scope.constructor.name} "${scope.node.path}": ${sentence}`);
}

/**
 * The value itself, which has to be known while the program runs.
 *
 * @throws Error when it is a token, that is when only Terraform will know it.
 */
export function literal(scope: Construct, prop: string, value: string): string {
  if (!Token.isUnresolved(value)) return value;
  return fail(scope, `${prop} is known only to Terraform; write it out, for what is allowed depends on it.`);
}

/** `"a", "b" and "c"`, as the sentences of errors list things. */
export function quoted(values: readonly string[]): string {
  const words = values.map((value) => `"${value}"`);
  const last = words.pop() ?? "none";
  return words.length === 0 ? last : `${words.join(", ")} and ${last}`;
}
