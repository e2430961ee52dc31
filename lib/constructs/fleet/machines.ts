import { Instance } from "@cdktf/provider-aws/lib/instance";
import type { Construct } from "constructs";
import type { Pool } from "../pool/pool";
import type { PoolTemplate } from "../pool/pool-template";

/**
 * One machine for each number from 1 on, named so that schedulers can list them. The subnet, the interfaces and the
 * disks are the template's: EC2 takes them from one place alone.
 */
export function machines(scope: Construct, name: string, pool: Pool, from: PoolTemplate): Instance[] {
  return nodeNames(name, pool.nodes).map(
    (node) =>
      new Instance(scope, node, {
        launchTemplate: { id: from.template.id, version: from.version },
        tags: { Name: node, "landfall:pool": pool.name },
        // A new version of the template would replace every machine at once; who wants that replaces one by one. And
        // the user data that the template gives, the provider takes for a change of its own.
        lifecycle: { ignoreChanges: ["launch_template", "user_data"] },
      }),
  );
}

/** `gpu-1` … `gpu-12`, as Slurm numbers nodes. */
export function nodeNames(name: string, nodes: number): string[] {
  return Array.from({ length: nodes }, (_, i) => `${name}-${i + 1}`);
}

/** The same in Slurm's short form: `gpu-[1-12]`. */
export function hostList(name: string, nodes: number): string {
  return nodes === 1 ? `${name}-1` : `${name}-[1-${nodes}]`;
}
