import { evaluate, type Scope, step } from "../../../lib/terraform/expressions/evaluate";
import { Trace, Unknown, type Value } from "../../../lib/terraform/value";

/** Locals that are known, and one name that is not. */
export const LOCALS = {
  text: "p5.48xlarge",
  number: 8,
  flag: true,
  nothing: null,
  list: ["a", "b", "c"],
  numbers: [3, 1, 2],
  mixed: [1, "a", true],
  twice: ["b", "a", "b"],
  nested: [["a"], [["b", "c"]], []],
  object: { one: 1, two: "2" },
  texts: { b: "B", a: "A" },
  "with-dash": "dash",
  machines: [
    { type: "p5.48xlarge", zones: ["a", "b"], tags: { team: "x" } },
    { type: "g6.xlarge", zones: ["c"], tags: { team: "y" } },
  ],
} as const;

export const unknown = new Unknown("x.y.id", "it is known after apply", [
  { address: "x.y", attribute: "id", document: "d" },
]);

/** `local.…` is one of the above or those given; `x.y.id` is not known; there is nothing else. */
export function scopeOf(locals: Readonly<Record<string, unknown>> = LOCALS): Scope {
  return {
    lookUp(name, path) {
      if (name === "local") return path.reduce<Value>(step, locals as Record<string, Value>);
      if (name === "x") return unknown;
      return new Unknown([name, ...path].join("."), `\`${name}\` is not declared`);
    },
  };
}

export function evaluated(raw: unknown, locals?: Readonly<Record<string, unknown>>): Value {
  return evaluate(raw, scopeOf(locals), new Trace());
}
