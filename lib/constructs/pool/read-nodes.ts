import { Token } from "cdktf";
import type { Construct } from "constructs";
import type { Machine } from "../../accelerators";
import { fail } from "../check";
import { constraintOf } from "./constraints";
import type { NamedPoolProps } from "./pool";
import type { Capacity } from "./props";

/** Instances in one capacity block. Source: capacity-blocks-how.html, noted by third parties on 2026-08-01. */
const MOST_IN_BLOCK = 64;

/** How many machines a pool has, at most and at least. */
export function readNodes(
  scope: Construct,
  machine: Machine,
  capacity: Capacity,
  { name, nodes, minNodes = capacity === "capacity-block" ? 0 : nodes }: NamedPoolProps,
): { readonly nodes: number; readonly minNodes: number } {
  if (Token.isUnresolved(nodes) || Token.isUnresolved(minNodes)) return { nodes, minNodes };
  const about = `pool "${name}"`;
  if (!Number.isInteger(nodes) || nodes < 1) {
    fail(scope, `${about} has ${nodes} nodes; give a whole number from 1 on, or leave the pool out.`);
  }
  if (!Number.isInteger(minNodes) || minNodes < 0 || minNodes > nodes) {
    fail(scope, `${about} has minNodes ${minNodes}; give a whole number from 0 to its nodes, ${nodes}.`);
  }
  if (capacity === "capacity-block" && nodes > MOST_IN_BLOCK) {
    fail(
      scope,
      `${about} has ${nodes} nodes and one capacity block holds ${MOST_IN_BLOCK} at most; make a pool for each block.`,
    );
  }
  const constraint = constraintOf(machine.name);
  if (constraint?.multipleOf !== undefined && nodes % constraint.multipleOf !== 0) {
    fail(
      scope,
      `${about} has ${nodes} nodes of ${machine.name}, and ${constraint.because}; give a multiple of ${constraint.multipleOf}.`,
    );
  }
  return { nodes, minNodes };
}
