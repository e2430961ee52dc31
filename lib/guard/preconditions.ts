import { readFileSync, writeFileSync } from "node:fs";
import type { Precondition } from "../preconditions/precondition";
import { type Body, isBody } from "../terraform/configuration";

/** Writes preconditions into the resources of a synthesized file, and says whether it had any of them. */
export function writePreconditions(path: string, preconditions: readonly Precondition[]): boolean {
  if (preconditions.length === 0) return false;
  const document: unknown = JSON.parse(readFileSync(path, "utf8"));
  const written = preconditions.filter((one) => addTo(document, one));
  if (written.length > 0) writeFileSync(path, JSON.stringify(document, null, 2));
  return written.length > 0;
}

function addTo(document: unknown, precondition: Precondition): boolean {
  const [type, name] = precondition.address.split(".") as [string, string];
  return type === "module"
    ? addToOutput(document, name, precondition)
    : addToResource(document, type, name, precondition);
}

/** A module call takes no conditions; an output that fails one stops the plan as well. */
function addToOutput(document: unknown, module: string, precondition: Precondition): boolean {
  if (!isBody(document) || ["module", module].reduce(member, document) === undefined) return false;
  const name = `landfall_${module}`;
  const outputs = isBody(document["output"]) ? document["output"] : {};
  const others = conditionsOf(member(outputs, name));
  if (!isNew(precondition, others)) return false;
  const output = { value: true, precondition: [...others, blockOf(precondition)] };
  Object.assign(document, { output: { ...outputs, [name]: output } });
  return true;
}

function conditionsOf(body: unknown): Body[] {
  return isBody(body) ? ([body["precondition"] ?? []].flat() as Body[]) : [];
}

function isNew({ condition }: Precondition, others: readonly Body[]): boolean {
  return !others.some((one) => one["condition"] === condition);
}

function blockOf({ condition, errorMessage }: Precondition): Body {
  return { condition, error_message: errorMessage };
}

function addToResource(document: unknown, type: string, name: string, precondition: Precondition): boolean {
  const body = ["resource", type, name].reduce(member, document);
  if (!isBody(body)) return false;
  const lifecycle = lifecycleOf(body);
  if (lifecycle === undefined) return false;
  const others = conditionsOf(lifecycle);
  if (!isNew(precondition, others)) return false;
  Object.assign(body, { lifecycle: { ...lifecycle, precondition: [...others, blockOf(precondition)] } });
  return true;
}

/** A block may stand in a list; of more than one, Terraform says itself what is wrong. */
function lifecycleOf(body: Body): Body | undefined {
  const blocks = [body["lifecycle"] ?? {}].flat();
  return blocks.length <= 1 && isBody(blocks[0] ?? {}) ? ((blocks[0] ?? {}) as Body) : undefined;
}

function member(node: unknown, name: string): unknown {
  return isBody(node) && Object.hasOwn(node, name) ? node[name] : undefined;
}
