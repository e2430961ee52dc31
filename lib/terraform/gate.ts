import { isBody } from "./configuration";

/** The variable of a synthesized stack whose default holds the digests of the policies it was judged by. */
export const POLICY_VARIABLE = "landfall_policy";

/** The digests in that variable's value: what a plan says of the guard that its configuration went through. */
export function digestsIn(value: unknown): string[] {
  return typeof value === "string" ? value.split(" ").filter((one) => /^sha256:[0-9a-f]{64}$/.test(one)) : [];
}

/** The same of a synthesized file's metadata. */
export function digestsOf(body: unknown): string[] {
  const policies = ["//", "metadata", "landfall", "policies"].reduce(
    (node: unknown, key) => (isBody(node) ? node[key] : undefined),
    body,
  );
  return Array.isArray(policies) ? policies.flatMap(digestsIn) : [];
}
