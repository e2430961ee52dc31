import type { Reading, Resource } from "../../terraform/resource";
import { isObject, isUnknown, own, Unknown, type Value } from "../../terraform/value";
import { readingOf } from "./opened";

/** The value of a template's parameter: the one the stack gives, else its default. */
export function parameterValue(
  name: string,
  declaration: Value,
  holder: Resource,
  paths: readonly string[],
): Reading {
  const declared = isObject(declaration) ? declaration : {};
  const type = String(own(declared, "Type") ?? "String");
  const given = paths.flatMap((path) => givenAt(path, name, holder))[0];
  const reading = given ?? defaultOf(name, declared);
  if (type.startsWith("AWS::SSM::Parameter")) {
    const why = `parameter \`${name}\` is read from Systems Manager when the stack is made`;
    return { ...reading, value: new Unknown(name, why) };
  }
  return {
    ...reading,
    value: /^(CommaDelimitedList$|List<)/.test(type) ? listed(reading.value) : reading.value,
  };
}

function defaultOf(name: string, declared: Record<string, Value>): Reading {
  const value = own(declared, "Default") ?? null;
  return readingOf(
    `Parameters.${name}.Default`,
    value === null ? new Unknown(name, `parameter \`${name}\` has no value`) : value,
  );
}

/** Parameters are a map, or a list of key and value (StackSets of `awscc`). */
function givenAt(path: string, name: string, holder: Resource): Reading[] {
  if (!path.endsWith(".parameter_value")) return holder.read(`${path}.${name}`);
  return holder.read(path).filter(({ value, sibling }) => {
    const keys = sibling("parameter_key");
    // Without a key beside it, the whole list is unknown.
    return keys.length === 0
      ? isUnknown(value)
      : keys.some((key) => isUnknown(key.value) || key.value === name);
  });
}

function listed(value: Value): Value {
  return typeof value === "string" ? value.split(",").map((item) => item.trim()) : value;
}
