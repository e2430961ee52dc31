import { createHash } from "node:crypto";
import type { Construct } from "constructs";
import { RegionalBoundary } from "./regional-boundary";

/**
 * A name in AWS for what belongs to a construct: the boundary's name, the construct's id, what it is for, and a hash
 * of the path, so that equal ids in two stacks do not meet. The middle is cut where it is longer than `most`.
 */
export function nameFor(scope: Construct, purpose: string, most = 63): string {
  const boundary = RegionalBoundary.of(scope);
  const hash = createHash("sha256").update(scope.node.path).digest("hex").slice(0, 8);
  const words = [boundary.name, scope.node.id, purpose].join("-").toLowerCase();
  const plain = words.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return `${plain.slice(0, most - hash.length - 1).replace(/-$/, "")}-${hash}`;
}
