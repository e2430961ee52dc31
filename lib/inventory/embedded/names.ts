import { isObject, own, type Value } from "../../terraform/value";

/** The same value with other property names; two names that become one are both read. */
export function renamed(value: Value, nameOf: (name: string) => string): Value {
  if (Array.isArray(value)) return value.map((item) => renamed(item, nameOf));
  if (!isObject(value)) return value;
  const result: Record<string, Value> = Object.create(null);
  for (const [key, one] of Object.entries(value)) {
    const name = nameOf(key);
    const inner = renamed(one, nameOf);
    const before = own(result, name);
    result[name] = before === undefined ? inner : [before, inner].flat();
  }
  return result;
}
