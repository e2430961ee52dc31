import { Token } from "cdktf";
import { fail } from "../check";
import type { GpuFleet, GpuFleetProps } from "../gpu-fleet";
import type { Pool } from "../pool/pool";

/** Names of machines and templates are made of it. */
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Checks what a fleet's props say beyond those of its pool. */
export function checkFleet(scope: GpuFleet, props: GpuFleetProps, pool: Pool): void {
  const { mode = "auto-scaling", imageId, rootDevice } = props;
  if (mode !== "auto-scaling" && mode !== "instances") {
    fail(scope, `mode "${mode}" is not known; choose "auto-scaling" or "instances".`);
  }
  if (!Token.isUnresolved(imageId) && !/^(ami-[0-9a-f]{8,17}|resolve:ssm:.+)$/.test(imageId)) {
    fail(
      scope,
      `imageId "${imageId}" is no image; give an id (ami-…) or resolve:ssm: and a parameter's name.`,
    );
  }
  if (rootDevice !== undefined && !/^\/dev\/(sda1|xvda)$/.test(rootDevice)) {
    fail(
      scope,
      `rootDevice "${rootDevice}" is none that images boot from; it is "/dev/sda1" or "/dev/xvda".`,
    );
  }
  if (mode === "instances") checkInstances(scope, props, pool);
}

function checkInstances(scope: GpuFleet, { imageId, minNodes }: GpuFleetProps, pool: Pool): void {
  if (Token.isUnresolved(pool.nodes)) {
    fail(scope, `nodes is known only to Terraform; write it out, for mode "instances" names each machine.`);
  }
  if (minNodes !== undefined && minNodes !== pool.nodes) {
    fail(scope, `minNodes is ${minNodes} and mode "instances" has always ${pool.nodes}; leave minNodes out.`);
  }
  if (pool.subnets.length > 1) {
    fail(
      scope,
      `stands in ${pool.zones.join(" and ")}, and mode "instances" takes one subnet; give it one zone, or use "auto-scaling".`,
    );
  }
  if (!Token.isUnresolved(imageId) && imageId.startsWith("resolve:ssm:")) {
    fail(
      scope,
      `imageId "${imageId}" would change under mode "instances", whose machines stay; give the id of an image.`,
    );
  }
}

/** The fleet's name, checked. */
export function readFleetName(scope: GpuFleet, name: string): string {
  if (NAME.test(name) && name.length <= 40) return name;
  return fail(scope, `name "${name}" is not lower-case words joined by dashes, up to 40 characters.`);
}
