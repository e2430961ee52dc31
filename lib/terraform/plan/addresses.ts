/** One step of a module path: the call's name and the instance key, brackets included. */
export interface ModuleStep {
  readonly name: string;
  readonly index: string;
}

const STEP = /module\.([^.[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?/gy;

/** `module.a["x"].module.b` as steps; empty for the root. */
export function moduleSteps(path: string): ModuleStep[] {
  const steps: ModuleStep[] = [];
  STEP.lastIndex = 0;
  for (let found = STEP.exec(path); found !== null; found = STEP.exec(path)) {
    steps.push({ name: found[1] as string, index: found[2] ?? "" });
  }
  return steps;
}

/** The module path of a resource's address; empty for the root. */
export function moduleOfAddress(address: string): string {
  return modulePath(moduleSteps(address));
}

const LAST_INDEX = /\[(?:"(?:[^"\\]|\\.)*"|\d+)\]$/;

/** The instance key at the end of an address, brackets included; empty where there is none. */
export function lastIndex(address: string): string {
  return LAST_INDEX.exec(address)?.[0] ?? "";
}

export function modulePath(steps: readonly ModuleStep[]): string {
  return steps.map(({ name, index }) => `module.${name}${index}`).join(".");
}

/** A reference of a configuration taken apart: `data.aws_subnet.x["a"].id`, `module.vpc.subnets[0]`, `var.type`. */
export interface ParsedReference {
  readonly kind: "resource" | "module" | "variable" | "other";
  /** `aws_subnet.x`, `data.aws_subnet.x`; the name of the module call or variable. */
  readonly name: string;
  /** `["a"]`, `[0]` or nothing. */
  readonly index: string;
  /** What is read of it. */
  readonly rest: string;
}

const REFERENCE = /^((?:data\.)?[\w-]+\.[\w-]+)(\[(?:"(?:[^"\\]|\\.)*"|\d+)\])?\.?(.*)$/s;
const NOT_RESOURCES = new Set(["local", "each", "count", "path", "terraform", "self"]);

export function parseReference(reference: string): ParsedReference {
  const [, head = "", index = "", rest = ""] = REFERENCE.exec(reference) ?? [];
  const [first = "", second = ""] = head.split(".");
  if (head === "" || NOT_RESOURCES.has(first)) return { kind: "other", name: reference, index: "", rest: "" };
  if (first === "var") return { kind: "variable", name: second, index, rest };
  if (first === "module") return { kind: "module", name: second, index, rest };
  return { kind: "resource", name: head, index, rest };
}
