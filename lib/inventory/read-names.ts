import type { Reading, Resource } from "../terraform/resource";
import { isUnknown, type Value } from "../terraform/value";
import type { ResourceShape } from "./shape";

/** Everything at these paths that names something, or may. */
export function readNames(resource: Resource, paths: readonly string[] = []): Reading[] {
  return settled(paths.flatMap((path) => resource.read(path))).filter(
    ({ value }) => value !== "" && isNamed(value),
  );
}

/** Without what a plan shows as unknown only because the provider will fill it in. */
export function settled(readings: readonly Reading[]): Reading[] {
  return readings.filter(({ value }) => !isUnknown(value) || value.unset === null);
}

/**
 * The same for what names machines. A whole block that nothing sets may also come from a `dynamic`, which a plan
 * does not show: only those that AWS is known to fill are left out.
 */
export function settledMachines(
  readings: readonly Reading[],
  path: string,
  { filled = [] }: ResourceShape,
): Reading[] {
  return readings.filter(({ value }) => {
    // The AWS provider plans this word for an id that it will look up by name.
    if (!isUnknown(value)) return value !== "unknown";
    if (value.unset === null) return true;
    const isNested = value.unset.path.includes(".");
    return (
      value.unset.path !== path &&
      !(filled.includes(value.unset.path) && !(isNested && value.unset.isDoubtful))
    );
  });
}

function isNamed(value: Value): boolean {
  return isUnknown(value) || typeof value === "string" || typeof value === "number";
}
