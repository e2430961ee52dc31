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

function addTo(document: unknown, { address, condition, errorMessage }: Precondition): boolean {
  const [type, name] = address.split(".") as [string, string];
  const body = ["resource", type, name].reduce(member, document);
  if (!isBody(body)) return false;
  const lifecycle = lifecycleOf(body);
  if (lifecycle === undefined) return false;
  const others = [lifecycle["precondition"] ?? []].flat() as Body[];
  if (others.some((one) => one["condition"] === condition)) return false;
  const precondition = [...others, { condition, error_message: errorMessage }];
  Object.assign(body, { lifecycle: { ...lifecycle, precondition } });
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
