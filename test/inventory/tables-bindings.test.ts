import { awsShapes } from "../../lib/inventory/aws";
import { looksLikeMachineAttribute } from "../../lib/inventory/machine-like";
import { isNotAccelerated, notAccelerated } from "../../lib/inventory/not-accelerated";
import { opaqueTypes } from "../../lib/inventory/opaque";
import type { Quantity, ResourceShape } from "../../lib/inventory/shape";
import type { Body } from "../../lib/terraform/configuration";
import { check } from "../rules/helpers";
import { type Binding, bodyAt, boundProvider, readBindings, TABLES_OF } from "./bindings";

/** The tables against the installed bindings: what a new version of the provider brings must be looked at. */
describe("the AWS tables and the installed provider bindings", () => {
  const bindings = readBindings();
  const settable = [...bindings].flatMap(([type, { settable }]) =>
    [...settable].map((path) => ({ type, path })),
  );

  it("reads the bindings", () => {
    expect(bindings.size).toBeGreaterThan(1500);
    expect(bindings.get("aws_instance")?.settable).toContain("launch_template.id");
    expect(bindings.get("aws_wafv2_web_acl")?.settable.size).toBeGreaterThan(10);
    expect(bindings.get("aws_lexv2models_intent")?.settable.size).toBeGreaterThan(500);
  });

  it("classifies every attribute that looks like a machine type", () => {
    const unclassified = settable
      .filter(({ path }) => looksLikeMachineAttribute(path))
      .filter(({ type, path }) => !isRead(awsShapes[type], path) && !isNotAccelerated(type, path));
    if (boundProvider() === TABLES_OF) expect(unclassified).toEqual([]);
    expect(unclassified.filter(({ type, path }) => !isFoundAnyway(type, path))).toEqual([]);
  });

  it("names only attributes that exist", () => {
    const missing = Object.entries(awsShapes).flatMap(([type, shape]) =>
      pathsOfShape(shape)
        .filter((path) => !exists(bindings.get(type), path))
        .map((path) => `${type}.${path}`),
    );
    expect(missing).toEqual([]);
  });

  it("opens only attributes that exist", () => {
    const missing = Object.entries(opaqueTypes)
      .filter(([type]) => type.startsWith("aws_"))
      .flatMap(([type, { paths, regions = [], unless }]) =>
        [...paths, ...regions, ...(unless ? [unless] : [])]
          .filter((path) => !exists(bindings.get(type), path))
          .map((path) => `${type}.${path}`),
      );
    expect(missing).toEqual([]);
  });

  it("excuses nothing that is gone, and nothing it reads", () => {
    const needed = settable.filter(
      ({ type, path }) => looksLikeMachineAttribute(path) && !isRead(awsShapes[type], path),
    );
    const stale = Object.entries(notAccelerated)
      .filter(([type]) => type.startsWith("aws_"))
      .flatMap(([type, paths]) => Object.keys(paths).map((pattern) => ({ type, pattern })))
      .filter(({ type, pattern }) => !needed.some((one) => one.type === type && matches(one.path, pattern)));
    expect(stale).toEqual([]);
  });
});

/** Whether a machine is found in an attribute that no table lists. */
function isFoundAnyway(type: string, path: string): boolean {
  const placed = ["p5.48xlarge", "ml.p5.48xlarge"].map((machine) =>
    check({
      provider: { aws: [{ region: "me-south-1" }] },
      resource: { [type]: { gpu: bodyAt(path, machine) } },
    } as Body),
  );
  return placed.some(({ findings }) => findings.some(({ rule }) => rule === "us-ear/zone-a"));
}

function matches(path: string, pattern: string): boolean {
  return pattern.startsWith("*") ? path.endsWith(pattern.slice(1)) : path === pattern;
}

/** A path is read by a shape when it is a machine's, stands inside a block of requirements, or is a block around either. */
function isRead(shape: ResourceShape | undefined, path: string): boolean {
  return (shape?.machines ?? []).some(
    (machine) =>
      machine.path === path ||
      machine.path.startsWith(`${path}.`) ||
      (machine.kind === "requirements" && path.startsWith(`${machine.path}.`)),
  );
}

function exists(binding: Binding | undefined, path: string): boolean {
  return binding !== undefined && (binding.settable.has(path) || binding.computed.has(path));
}

function pathsOfShape(shape: ResourceShape): string[] {
  const machines = (shape.machines ?? []).flatMap(({ path, when, quantity, each, sameAs }) => [
    path,
    ...Object.keys(when ?? {}).map((name) => relativeTo(path, `.${name}`)),
    ...[...counts(quantity), ...counts(each), ...(sameAs ? [sameAs] : [])].map((name) =>
      relativeTo(path, name),
    ),
  ]);
  const conditional = (shape.conditionalPlaces ?? []).flatMap(({ path, when }) => [
    path,
    ...Object.keys(when ?? {}).map((name) => relativeTo(path, `.${name}`)),
  ]);
  return [
    ...machines,
    ...conditional,
    ...counts(shape.quantity),
    ...(shape.templates ?? []),
    ...(shape.zones ?? []),
    ...(shape.regions ?? []),
    ...(shape.zonesOrRegions ?? []),
    ...(shape.subnets ?? []),
    ...(shape.outposts ?? []),
    ...(shape.parents ?? []),
    ...(shape.scales ? [shape.scales.target, ...counts(shape.scales.quantity)] : []),
  ];
}

function counts(quantity: Quantity | undefined): string[] {
  return [...(quantity?.paths ?? []), ...(quantity?.perZone ?? [])];
}

/** `.count` beside `a.b.type` is `a.b.count`, `..count` is `a.count`. */
function relativeTo(path: string, name: string): string {
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  if (dots === 0) return name;
  return [...path.split(".").slice(0, -dots), name.slice(dots)].join(".");
}
