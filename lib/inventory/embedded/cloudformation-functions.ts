import {
  derived,
  findUnknown,
  isObject,
  isUnknown,
  own,
  type Trace,
  Unknown,
  type Value,
} from "../../terraform/value";

/** What the functions of a template look up. */
export interface Names {
  /** A parameter, pseudo parameter or resource. */
  ref(name: string, trace: Trace): Value;
  attribute(resource: string, attribute: string): Value;
  readonly mappings: Value;
  condition(name: string, trace: Trace): boolean | Unknown;
  /** Notes something that makes the template mean more than can be seen. */
  refuse(why: string): void;
}

/** Stands for `AWS::NoValue`: the property or element is left out. */
export const NO_VALUE = new Unknown("AWS::NoValue", "it is left out");

interface Call {
  readonly names: Names;
  readonly trace: Trace;
  /** As it is shown: `Fn::Select`. */
  readonly name: string;
}

/**
 * A value of a template with its functions called where the result is certain; an `Unknown` where it is not.
 */
export function evaluateIntrinsics(raw: Value, names: Names, trace: Trace): Value {
  const visit = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(visit).filter((item) => item !== NO_VALUE);
    if (!isObject(value)) return value;
    const call = callIn(value);
    if (call !== undefined) return callIntrinsic(call, value, { names, trace, name: call });
    const result: Record<string, Value> = Object.create(null);
    for (const [key, one] of Object.entries(value)) {
      const evaluated = visit(one);
      if (evaluated !== NO_VALUE) result[key] = evaluated;
    }
    return result;
  };
  return visit(raw);
}

/** The function an object calls, if it is a call. */
function callIn(value: Record<string, Value>): string | undefined {
  const keys = Object.keys(value);
  const call = keys.find((key) => key.startsWith("Fn::"));
  return call ?? (keys.length === 1 && keys[0] === "Ref" ? "Ref" : undefined);
}

function callIntrinsic(name: string, object: Record<string, Value>, call: Call): Value {
  if (Object.keys(object).length > 1) return notEvaluated(call, "it stands beside other keys");
  const run = Object.hasOwn(intrinsics, name) ? intrinsics[name] : undefined;
  if (run === undefined) {
    if (name === "Fn::Transform") call.names.refuse("a macro (Fn::Transform) rewrites it");
    if (name.startsWith("Fn::ForEach")) call.names.refuse("it repeats parts with Fn::ForEach");
    return notEvaluated(call, `what ${name} gives is known only to CloudFormation`);
  }
  return run(own(object, name) ?? null, call);
}

const intrinsics: Readonly<Record<string, (argument: Value, call: Call) => Value>> = {
  Ref: (argument, { names, trace }) =>
    typeof argument === "string" ? names.ref(argument, trace) : notEvaluated({ name: "Ref" }, MALFORMED),
  "Fn::GetAtt": (argument, call) => {
    const parts = typeof argument === "string" ? argument.split(".") : argument;
    if (!isTexts(parts) || parts.length < 2) return notEvaluated(call, MALFORMED);
    return call.names.attribute(parts[0] as string, parts.slice(1).join("."));
  },
  "Fn::Sub": substitute,
  "Fn::Join": join,
  "Fn::Split": split,
  "Fn::Select": select,
  "Fn::FindInMap": findInMap,
  "Fn::If": choose,
  "Fn::Base64": (argument, call) => {
    const text = evaluateIntrinsics(argument, call.names, call.trace);
    return typeof text === "string" ? Buffer.from(text).toString("base64") : computed(call, [text]);
  },
  "Fn::ImportValue": (_, call) => notEvaluated(call, "another stack exports it"),
  "Fn::GetAZs": (_, call) => notEvaluated(call, "the zones of a region depend on the account"),
};

const MALFORMED = "its arguments are not what the function takes";

function substitute(argument: Value, call: Call): Value {
  const [text, given = {}] = Array.isArray(argument) ? argument : [argument];
  if (isUnknown(text) || isUnknown(given)) return computed(call, [text ?? null, given]);
  if (typeof text !== "string" || !isObject(given)) return notEvaluated(call, MALFORMED);
  const parts = text.split(/(\$\{[^}]*\})/).filter((part) => part !== "");
  const values = parts.map((part) => {
    const [, name] = /^\$\{([^}]*)\}$/.exec(part) ?? [];
    if (name === undefined) return part;
    return name.startsWith("!") ? `\${${name.slice(1)}}` : substituted(name.trim(), given, call);
  });
  const [only] = values;
  if (values.length === 1 && isUnknown(only)) return only;
  return joined(values, "", call);
}

function substituted(name: string, given: Record<string, Value>, { names, trace }: Call): Value {
  const value = own(given, name);
  if (value !== undefined) return evaluateIntrinsics(value, names, trace);
  const dot = name.indexOf(".");
  return dot < 0 ? names.ref(name, trace) : names.attribute(name.slice(0, dot), name.slice(dot + 1));
}

function join(argument: Value, call: Call): Value {
  if (!Array.isArray(argument) || argument.length !== 2) return notEvaluated(call, MALFORMED);
  const [delimiter, list] = evaluated(argument, call);
  if (typeof delimiter !== "string") return computed(call, [delimiter as Value]);
  return Array.isArray(list) ? joined(list, delimiter, call) : computed(call, [list as Value]);
}

function joined(values: readonly Value[], delimiter: string, call: Call): Value {
  // Ids in a row, parted by commas, are still those ids.
  if (findUnknown([...values])) return computed(call, values, delimiter === ",");
  if (values.some((value) => typeof value === "object")) return notEvaluated(call, MALFORMED);
  return values.map(String).join(delimiter);
}

function split(argument: Value, call: Call): Value {
  const [delimiter, text] = Array.isArray(argument) ? evaluated(argument, call) : [];
  if (typeof delimiter !== "string" || delimiter === "") return notEvaluated(call, MALFORMED);
  return typeof text === "string" ? text.split(delimiter) : computed(call, [text ?? null]);
}

function select(argument: Value, call: Call): Value {
  const [index, list] = Array.isArray(argument) ? evaluated(argument, call) : [];
  if (isUnknown(index) || isUnknown(list)) return computed(call, [index ?? null, list ?? null]);
  const items = Array.isArray(list) ? list : [];
  const item = /^\d+$/.test(String(index)) ? items[Number(index)] : undefined;
  return item ?? notEvaluated(call, "the list has no such element");
}

function findInMap(argument: Value, call: Call): Value {
  if (!Array.isArray(argument) || argument.length !== 3) return notEvaluated(call, MALFORMED);
  const keys = evaluated(argument, call);
  const found = keys.reduce<readonly Value[]>(
    (maps, key) => maps.flatMap((map) => entriesAt(map, key)),
    [call.names.mappings],
  );
  const [value] = found;
  if (value === undefined) return notEvaluated(call, "the mapping has no such key");
  const unknown = findUnknown(keys);
  if (unknown === undefined) return value;
  const candidates = found.every((one) => typeof one !== "object") ? found : null;
  return derived(call.name, unknown.why, keys, false, candidates);
}

/** What a map holds at a key; everything, where the key is not known. */
function entriesAt(map: Value, key: Value): Value[] {
  if (!isObject(map)) return [];
  if (isUnknown(key)) return Object.values(map);
  const value = own(map, String(key));
  return value === undefined ? [] : [value];
}

function choose(argument: Value, call: Call): Value {
  const [name, yes, no] = Array.isArray(argument) ? argument : [];
  if (typeof name !== "string" || yes === undefined || no === undefined) return notEvaluated(call, MALFORMED);
  const { names, trace } = call;
  const condition = names.condition(name, trace);
  if (condition === true) return evaluateIntrinsics(yes, names, trace);
  if (condition === false) return evaluateIntrinsics(no, names, trace);
  const branches = evaluated([yes, no], call);
  const candidates = branches.flatMap((one) => (isUnknown(one) ? (one.candidates ?? [one]) : [one]));
  return derived(call.name, condition.why, branches, true, candidates.some(findUnknown) ? null : candidates);
}

/** Each evaluated by itself, so that what is left out keeps its place. */
function evaluated(values: readonly Value[], { names, trace }: Call): Value[] {
  return values.map((value) => evaluateIntrinsics(value, names, trace));
}

function computed(call: Pick<Call, "name">, from: readonly Value[], picked = false): Unknown {
  const why = findUnknown([...from])?.why ?? MALFORMED;
  return derived(call.name, why, from, picked);
}

function notEvaluated({ name }: Pick<Call, "name">, why: string): Unknown {
  return new Unknown(name, why);
}

function isTexts(value: Value): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Whether a condition holds, where that is certain. */
export function evaluateCondition(raw: Value, names: Names, trace: Trace): boolean | Unknown {
  if (!isObject(raw) || Object.keys(raw).length !== 1) return new Unknown("condition", MALFORMED);
  const [[name, argument]] = Object.entries(raw) as [[string, Value]];
  const operands = Array.isArray(argument) ? argument : [];
  const each = () => operands.map((one) => evaluateCondition(one, names, trace));
  switch (name) {
    case "Condition":
      return typeof argument === "string" ? names.condition(argument, trace) : new Unknown(name, MALFORMED);
    case "Fn::Not":
      return operands.length === 1 ? negated(each()[0] as boolean | Unknown) : new Unknown(name, MALFORMED);
    case "Fn::And":
      return decided(each(), false);
    case "Fn::Or":
      return decided(each(), true);
    case "Fn::Equals":
      return equal(operands, { names, trace, name });
    default:
      return new Unknown(name, "the condition is known only to CloudFormation");
  }
}

function negated(value: boolean | Unknown): boolean | Unknown {
  return isUnknown(value) ? value : !value;
}

/** One operand of this value decides, whatever the others are. */
function decided(operands: readonly (boolean | Unknown)[], by: boolean): boolean | Unknown {
  if (operands.includes(by)) return by;
  return operands.find((one) => isUnknown(one)) ?? (operands.length > 0 ? !by : new Unknown("", MALFORMED));
}

function equal(operands: readonly Value[], call: Call): boolean | Unknown {
  const [left, right, ...more] = evaluated(operands, call);
  if (left === undefined || right === undefined || more.length > 0) return notEvaluated(call, MALFORMED);
  const unknown = findUnknown([left, right]);
  if (unknown) return computed(call, [left, right]);
  return text(left) === text(right);
}

function text(value: Value): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
