import type { Resource } from "../terraform/resource";
import { textOf } from "../terraform/value";
import { nowhere } from "./known-place";
import { looksLikeMachineAttribute } from "./machine-like";
import { isNotAccelerated } from "./not-accelerated";
import { opaqueTypes } from "./opaque";
import type { Placement } from "./placement";

/** How clouds that the catalogue does not know write an accelerator into the name of a machine. */
const ACCELERATED =
  /gpu|(?<![a-z])(?:[ahv]100|h[28]00|h20|a800|b[123]00|gb[23]00|gh200|l40|mi[23]\d\d|gaudi|ascend)|\bgn\d/i;

/** Attributes by which such clouds name machines, besides those that look the part everywhere. */
const NAMES_MACHINES = /^(size|plan|profile|type)$/;

const ELSEWHERE = nowhere("other");

/**
 * Machines of a cloud outside the catalogue whose names say that they carry accelerators. Which and where, nobody
 * here knows; other machines of such clouds are none of ours.
 */
export function foreignPlacements(resource: Resource): Placement[] {
  if (Object.hasOwn(opaqueTypes, resource.type)) return [];
  return resource
    .paths((name) => NAMES_MACHINES.test(name) || looksLikeMachineAttribute(name))
    .filter((path) => !isNotAccelerated(resource.type, path))
    .flatMap((path) => resource.read(path))
    .filter(({ value }) => ACCELERATED.test(textOf(value)))
    .map(({ path, value, trace }) => {
      const name = textOf(value);
      const why = `\`${name}\` names an accelerator, and the catalogue does not know the machines of ${resource.provider.kind}`;
      return {
        address: resource.address,
        stack: resource.stack,
        input: resource.input,
        stage: resource.stage,
        machine: name,
        attribute: path,
        accelerators: "any",
        count: null,
        place: ELSEWHERE,
        problem: { rule: "gate/unknown-accelerator", what: path, why },
        exists: resource.multiplicity !== 0,
        stands: resource.stands,
        steps: trace.steps,
        assumed: [...trace.assumed],
      };
    });
}
