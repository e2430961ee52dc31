import type { Resource } from "../terraform/resource";
import { isUnknown, type Reference, type Value } from "../terraform/value";

/** Attributes that say which resource it is; tags, descriptions and the like hold whatever their author wants. */
const IDENTITY = /^(?:\w+_)?(?:ids?|arns?|names?|self_link|self_link_unique|endpoint|host)$/;

/**
 * The resources a value is the id of, as far as the documents hold them; where it is not known, none unless
 * they hold every one it may be.
 */
export function identified(value: Value, holder: Resource): readonly Resource[] {
  if (!isUnknown(value)) return typeof value === "string" ? holder.named(value) : [];
  const found = value.references.map((reference) => (isIdentity(reference) ? holder.follow(reference) : []));
  return found.every((resources) => resources.length > 0) ? [...new Set(found.flat())] : [];
}

function isIdentity({ attribute }: Reference): boolean {
  return IDENTITY.test(attribute.replace(/(\.\d+|\[[^\]]*\])+$/, ""));
}
