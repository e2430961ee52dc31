import { acceleratorFamily, type Machine, machinesMatching, machinesOfFamily } from "../../accelerators";
import { isObject, isUnknown, own, Unknown, type Value } from "../../terraform/value";
import { CERTAIN_GPU_NAMES, type Facts, factsOf, SOME } from "./karpenter-labels";

/** One requirement of a node pool on the labels of its nodes. */
export interface Requirement {
  /** The label without the prefixes that mean the same. */
  readonly label: string;
  readonly operator: string;
  readonly values: readonly Value[];
}

const ALIASES: Readonly<Record<string, string>> = {
  "node.kubernetes.io/instance-type": "instance-type",
  "beta.kubernetes.io/instance-type": "instance-type",
  "topology.kubernetes.io/zone": "zone",
  "failure-domain.beta.kubernetes.io/zone": "zone",
  "topology.k8s.aws/zone-id": "zone-id",
  "topology.kubernetes.io/region": "region",
  "failure-domain.beta.kubernetes.io/region": "region",
};

/** The requirements of a list, as far as they can be read. One that cannot is no requirement: it excludes nothing. */
export function requirementsOf(list: Value): Requirement[] {
  return (Array.isArray(list) ? list : []).flatMap((one) => {
    const key = isObject(one) ? own(one, "key") : undefined;
    const operator = isObject(one) ? own(one, "operator") : undefined;
    if (!isObject(one) || typeof key !== "string" || typeof operator !== "string") return [];
    const values = own(one, "values") ?? [];
    return [{ label: labelOf(key), operator, values: Array.isArray(values) ? values : [values] }];
  });
}

/** Labels of a node's template demand what they say: a node pool makes only nodes that have them. */
export function labelRequirements(labels: Value): Requirement[] {
  if (!isObject(labels)) return [];
  return Object.entries(labels).map(([key, value]) => ({
    label: labelOf(key),
    operator: "In",
    values: [value],
  }));
}

function labelOf(key: string): string {
  if (Object.hasOwn(ALIASES, key)) return ALIASES[key] as string;
  return key.replace(/^(karpenter\.k8s\.aws|eks\.amazonaws\.com)\//, "");
}

/** What a node pool may pick among accelerated machines. */
export interface Selection {
  readonly instance_types: Value[];
  readonly instance_families: Value[];
  /** Of attribute-based selection, which is what a node pool that names no machines is. */
  readonly requirements: { readonly allowed_instance_types: Value[] }[];
}

/** UltraServers are bought, not launched by a name. */
function launchable(): Machine[] {
  return machinesMatching("aws", "*").filter(({ name }) => name.includes("."));
}

const NOTHING: Selection = { instance_types: [], instance_families: [], requirements: [] };

/** Only what is certain excludes. */
export function select(requirements: readonly Requirement[]): Selection {
  const types = named(requirements, "instance-type");
  if (types !== undefined) {
    const possible = types.filter((type) => isPossible(type, requirements));
    return { ...NOTHING, instance_types: possible };
  }
  const families = named(requirements, "instance-family");
  if (families !== undefined) return selectFamilies(families, requirements);
  return pick(launchable(), requirements, takesPlainOnly(requirements));
}

function isPossible(type: Value, requirements: readonly Requirement[]): boolean {
  if (typeof type !== "string") return !takesPlainOnly(requirements);
  const name = type.trim().toLowerCase().replace(/^ml\./, "");
  const machine = launchable().find((one) => one.name === name);
  return admits(requirements, { ...factsOf(name, machine), "instance-type": type });
}

function selectFamilies(families: readonly Value[], requirements: readonly Requirement[]): Selection {
  const parts = families.map((family): Selection => {
    if (typeof family !== "string") {
      return takesPlainOnly(requirements) ? NOTHING : { ...NOTHING, instance_families: [family] };
    }
    const known = machinesOfFamily("aws", family);
    const possible = known.filter(({ name }) => isPossible(name, requirements));
    if (possible.length < known.length) {
      return { ...NOTHING, instance_types: possible.map(({ name }) => name) };
    }
    const facts = { ...factsOf(`${family}.?`, undefined), "instance-size": undefined };
    return admits(requirements, facts) ? { ...NOTHING, instance_families: [family] } : NOTHING;
  });
  return {
    instance_types: parts.flatMap((part) => part.instance_types),
    instance_families: parts.flatMap((part) => part.instance_families),
    requirements: [],
  };
}

function pick(
  machines: readonly Machine[],
  requirements: readonly Requirement[],
  plainOnly: boolean,
): Selection {
  if (plainOnly) return NOTHING;
  const possible = machines.filter((machine) => admits(requirements, factsOf(machine.name, machine)));
  if (possible.length === 0) return NOTHING;
  const all = possible.length === machines.length;
  return {
    ...NOTHING,
    requirements: [{ allowed_instance_types: all ? ["*"] : possible.map(({ name }) => name) }],
  };
}

/** What every `In` of a label admits; undefined when none restricts it. Unknown values may be any of the others. */
export function named(requirements: readonly Requirement[], label: string): Value[] | undefined {
  const lists = requirements
    .filter((one) => one.label === label && one.operator === "In")
    .map(({ values }) => values);
  const [first, ...others] = lists;
  if (first === undefined) return undefined;
  return others.reduce<Value[]>(
    (left, right) =>
      right.some(isUnknown) ? left : left.filter((one) => isUnknown(one) || right.includes(one)),
    [...first],
  );
}

/** Whether the categories or families asked for have no accelerators, whatever else is unknown. */
function takesPlainOnly(requirements: readonly Requirement[]): boolean {
  return ["instance-category", "instance-family"].some((label) => {
    const names = named(requirements, label);
    const generation = label === "instance-category" ? "1" : "";
    return names?.every(
      (one) => typeof one === "string" && acceleratorFamily("aws", one + generation) === undefined,
    );
  });
}

function admits(requirements: readonly Requirement[], facts: Facts): boolean {
  return requirements.every((requirement) => {
    const fact = Object.hasOwn(facts, requirement.label) ? facts[requirement.label] : undefined;
    return fact === undefined || allows(requirement, fact);
  });
}

/** Whether a requirement may be met; an unknown value or operator can be anything. */
function allows({ label, operator, values }: Requirement, fact: string | null): boolean {
  switch (operator) {
    case "Exists":
      return fact !== null;
    case "DoesNotExist":
      return fact === null;
    case "In":
      return fact !== null && (fact === SOME || values.some((value) => mayEqual(label, value, fact)));
    case "NotIn":
      return fact === null || fact === SOME || !values.some((value) => value === fact);
    case "Gt":
    case "Gte":
    case "Lt":
    case "Lte":
      return fact !== null && (fact === SOME || compares(operator, Number(fact), values[0]));
    default:
      return true;
  }
}

function mayEqual(label: string, value: Value, fact: string): boolean {
  if (typeof value !== "string") return typeof value !== "number" || String(value) === fact;
  // Another spelling of a chip's name may be any chip's.
  if (label === "instance-gpu-name" && !CERTAIN_GPU_NAMES.has(value)) return true;
  return value === fact;
}

function compares(operator: string, left: number, value: Value | undefined): boolean {
  const right = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
  if (Number.isNaN(left) || Number.isNaN(right)) return true;
  if (operator === "Gt") return left > right;
  if (operator === "Gte") return left >= right;
  return operator === "Lt" ? left < right : left <= right;
}

/** Zones or regions a node pool is bound to, unknown ones among them; undefined when to none. */
export function boundTo(
  requirements: readonly Requirement[],
  ...labels: readonly string[]
): Value[] | undefined {
  const found = labels.flatMap((label) => named(requirements, label) ?? []);
  const texts = found.map((one) =>
    typeof one === "string" || isUnknown(one) ? one : new Unknown("values", "it is no text"),
  );
  return labels.some((label) => named(requirements, label) !== undefined) ? texts : undefined;
}
