import type { DataAttribute } from "../../../lib/residency/shape";
import { dataShapeOf, dataShapes, isBenign } from "../../../lib/residency/tables";
import { atRest } from "../../../lib/residency/tables/at-rest";
import { benign } from "../../../lib/residency/tables/benign";
import type { Body } from "../../../lib/terraform/configuration";
import { type Binding, bodyAt, boundProvider, readBindings, TABLES_OF } from "../../inventory/bindings";
import { blocking, judgedAlone } from "../judged";

/** Last names of attributes that may say where data goes, or whose it becomes. */
const CARRIES =
  /region|account|(^|_)owner(_id|_arn)?s?$|bucket_owner|kms|encryption_key|cmk|bucket|s3_(uri|path|url|location|output)|polic(y|ies)$|policy_(document|json|text|body)$|replica(?!tion_instance|tion_factor|_count)|cross_region/;

/** The tables against the installed bindings: what a new version of the provider brings must be looked at. */
describe("the residency tables and the installed provider bindings", () => {
  const bindings = readBindings();
  const leaves = [...bindings].flatMap(([type, binding]) =>
    leavesOf(binding).map((path) => ({ type, path })),
  );
  const listed = [...dataShapes()].flatMap(([type, { attributes }]) =>
    attributes.map((attribute) => ({ type, attribute })),
  );

  it("classifies every attribute that may carry data", () => {
    const unclassified = leaves
      .filter(({ path }) => path !== "region" && CARRIES.test(lastOf(path)))
      .filter(({ type, path }) => !isListed(type, path) && !isBenign(type, path));
    if (boundProvider() === TABLES_OF) expect(unclassified).toEqual([]);
    expect(unclassified.filter(({ type, path }) => !isFoundAnyway(type, path))).toEqual([]);
  });

  it("names only attributes that exist", () => {
    const missing = listed
      .filter(({ type, attribute }) => pathsOf(attribute).some((path) => !exists(bindings.get(type), path)))
      .map(({ type, attribute }) => `${type}.${attribute.path}`);
    expect(missing).toEqual([]);
  });

  it("names no attribute twice for the same", () => {
    const seen = new Set<string>();
    const twice = listed.filter(({ type, attribute: { path, names, when } }) => {
      const key = JSON.stringify([type, path, names, when]);
      return seen.has(key) || !seen.add(key);
    });
    expect(twice).toEqual([]);
  });

  it("says of settings, and of them only, which values let data out", () => {
    const wrong = listed.filter(
      ({ attribute: { names, leaks } }) => (names === "setting") !== (leaks !== undefined),
    );
    expect(wrong).toEqual([]);
  });

  it("tells where the data of every type lies that has no region", () => {
    const untold = [...bindings]
      .filter(([type, { settable }]) => !settable.has("region") && dataShapeOf(type)?.atRest === undefined)
      .map(([type]) => type);
    if (boundProvider() === TABLES_OF) expect(untold).toEqual([]);
    expect(Object.keys(atRest).filter((type) => !bindings.has(type))).toEqual([]);
  });

  it("excuses nothing that is gone, or that it reads", () => {
    const single = benign.flatMap(({ attributes }) => attributes?.split(" ") ?? []);
    const named = benign.flatMap(({ names }) => names?.split(" ") ?? []);
    const known = new Set(
      [...bindings].flatMap(([type, { settable }]) => [...settable].map((path) => `${type}.${path}`)),
    );
    const read = new Set(listed.map(({ type, attribute }) => `${type}.${attribute.path}`));
    const last = new Set(
      leaves.filter(({ type, path }) => !isListed(type, path)).map(({ path }) => lastOf(path)),
    );
    expect(single.filter((one) => read.has(one) || !known.has(one))).toEqual([]);
    expect(named.filter((name) => !last.has(name))).toEqual([]);
    expect(new Set([...single, ...named]).size).toBe(single.length + named.length);
  });
});

/** Whether an ARN that leads abroad is found in an attribute that no table lists. */
function isFoundAnyway(type: string, path: string): boolean {
  const body = bodyAt(path, "arn:aws:sqs:us-east-1:111122223333:abroad");
  return blocking(judgedAlone({ resource: { [type]: { data: body } } } as Body)).length > 0;
}

/** Attributes that are no blocks of others. */
function leavesOf({ settable }: Binding): string[] {
  const blocks = new Set(
    [...settable].flatMap((path) =>
      path
        .split(".")
        .slice(0, -1)
        .map((_, i, names) => names.slice(0, i + 1).join(".")),
    ),
  );
  return [...settable].filter((path) => !blocks.has(path));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** A block around what is read is read with it. */
function isListed(type: string, path: string): boolean {
  const { attributes = [] } = dataShapeOf(type) ?? {};
  return attributes.some((one) => one.path === path || one.path.startsWith(`${path}.`));
}

/** The attribute itself, and those beside it that it depends on. */
function pathsOf({ path, when = {} }: DataAttribute): string[] {
  const block = path.slice(0, path.lastIndexOf(".") + 1);
  return [path, ...Object.keys(when).map((name) => `${block}${name}`)];
}

/** Keys of a map are nobody's to list. */
function exists(binding: Binding | undefined, path: string): boolean {
  const parent = path.slice(0, path.lastIndexOf("."));
  return (
    binding !== undefined &&
    (binding.settable.has(path) || (MAPS.has(parent) && binding.settable.has(parent)))
  );
}

const MAPS = new Set(["global_settings", "permissions"]);
