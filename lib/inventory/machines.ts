import { type Cloud, lookUpMachine, machinesMatching } from "../accelerators";
import type { Reading, Resource } from "../terraform/resource";
import { findUnknown, isObject, isUnknown, textOf, type Unknown, type Value } from "../terraform/value";
import { outside } from "./expressions";
import { acceleratorsOf, type Identified, identify, pattern, unknownAccelerator } from "./identify";
import { identified } from "./identity";
import type { Problem } from "./placement";
import { type Count, largest, multiply, type QuantityScope, quantityOf, readAround } from "./quantity";
import { settledMachines } from "./read-names";
import type { ConditionalPath, MachineAttribute, ResourceShape } from "./shape";
import { shapeOf } from "./shapes";
import type { Templates } from "./templates";

/** What one attribute asks for: an accelerator and how many, as far as it is known. */
export interface Machine {
  readonly name: string | null;
  readonly attribute: string;
  readonly accelerators: readonly string[] | "any";
  /** Accelerators for one resource instance; null where not known. */
  readonly count: Count;
  readonly problem: Problem | null;
  readonly steps: readonly string[];
  readonly assumed: readonly string[];
  /** See `Placement.expression`. */
  readonly expression?: string;
}

/** A machine without accelerators; it matters only where a variable's default chose it. */
const PLAIN: Identified = { accelerators: [], count: 0, step: "" };

const SELECTION = "attribute-based selection";

interface Asking {
  readonly resource: Resource;
  readonly cloud: Cloud;
  /** Machines per resource instance, unless the attribute has its own number. */
  readonly machines: Count;
  /** What scaling policies let it grow to; for attributes with a number of their own. */
  readonly limits: readonly Count[];
  readonly zones: Count;
}

/** Every accelerated machine a resource names itself or takes from a template. */
export function machinesOf(shape: ResourceShape, templates: Templates, asking: Asking): Machine[] {
  const named = readingsOf(asking.resource, shape);
  const own = named.flatMap(({ attribute, reading }) => machinesAt(attribute, reading, asking));
  // Empty text counts as absent.
  const paths = named.filter(({ reading }) => reading.value !== "").map(({ reading }) => reading.path);
  const open = takesFromTemplate(asking.resource, paths);
  const inherited = (open ? templates.resources : []).flatMap((template) => inheritedFrom(template, asking));
  const unread = open ? templates.unread.map(({ reading, why }) => unresolved(reading, why)) : [];
  const hidden = named.length === 0 && templates.resources.length + unread.length === 0;
  return [...own, ...inherited, ...unread, ...(hidden ? hiddenIn(shape, asking.resource) : [])];
}

/**
 * A block that a plan shows as wholly unknown is either left to the provider or made by a `dynamic` that the
 * plan does not show. Where nothing else names a machine, it has to be the latter.
 */
function hiddenIn(shape: ResourceShape, resource: Resource): Machine[] {
  if (shape.templates === undefined) return [];
  const paths = [...(shape.machines ?? []).map(({ path }) => path), ...shape.templates];
  const blocks = paths.flatMap((path) =>
    resource
      .read(path)
      .filter(({ value }) => isUnknown(value) && value.unset !== null && value.unset.path !== path),
  );
  return blocks
    .slice(0, 1)
    .map((block) => unresolved(block, "the plan shows nothing of the block that names the machine"));
}

function inheritedFrom(template: Resource, asking: Asking): Machine[] {
  const from = { ...asking, resource: template };
  return readingsOf(template, shapeOf(template.type) ?? {})
    .flatMap(({ attribute, reading }) => machinesAt(attribute, reading, from))
    .map(({ expression, ...machine }) => ({
      ...machine,
      attribute: `${machine.attribute} of ${template.address}`,
      ...expressed(outside(expression)),
    }));
}

function expressed(expression: string | undefined): { expression?: string } {
  return expression === undefined ? {} : { expression };
}

interface Named {
  readonly attribute: MachineAttribute;
  readonly reading: Reading;
}

function readingsOf(resource: Resource, shape: ResourceShape): Named[] {
  return (shape.machines ?? []).flatMap((attribute) =>
    settledMachines(resource.read(attribute.path), attribute.path, shape)
      .filter((reading) => applies(attribute, reading))
      .map((reading) => ({ attribute, reading })),
  );
}

/** Whether the sibling attributes an entry depends on have the values it wants. */
export function applies(conditional: ConditionalPath, reading: Reading): boolean {
  return Object.entries(conditional.when ?? {}).every(([path, wanted]) =>
    reading.sibling(path).some(({ value }) => isUnknown(value) || wanted.includes(textOf(value))),
  );
}

/** A template's machine counts where the resource names none, or leaves one of its override blocks without. */
function takesFromTemplate(resource: Resource, named: readonly string[]): boolean {
  if (named.length === 0) return true;
  const blocks = new Set(named.map(parentOf).filter((block) => block !== ""));
  const kinds = new Set([...blocks].map((block) => block.replace(/\[\d+\]/g, "")));
  return [...kinds].some((path) => resource.read(path).some((block) => !blocks.has(block.path)));
}

function parentOf(path: string): string {
  return path.includes(".") ? path.slice(0, path.lastIndexOf(".")) : "";
}

function machinesAt(attribute: MachineAttribute, reading: Reading, asking: Asking): Machine[] {
  const machines = machinesRead(attribute, reading, asking);
  const isPlainName = attribute.kind === "machine-type" && !attribute.translate && !attribute.separator;
  return isPlainName ? machines.map((one) => ({ ...one, ...expressed(reading.written) })) : machines;
}

function machinesRead(attribute: MachineAttribute, reading: Reading, asking: Asking): Machine[] {
  const scope: QuantityScope = { resource: asking.resource, reading, zones: asking.zones };
  const machines = attribute.quantity
    ? largest([quantityOf(attribute.quantity, scope), ...asking.limits])
    : asking.machines;
  const count = multiply(machines, attribute.each ? quantityOf(attribute.each, scope) : 1);
  if (attribute.kind === "requirements") {
    return isUnknown(reading.value)
      ? [unresolved(reading, reading.value.why)]
      : selection(reading, asking.cloud, count);
  }
  if (attribute.kind === "accelerator-capacity") return capacity(attribute, reading, asking);
  if (attribute.sameAs !== undefined && isCountedAlready(attribute.sameAs, reading, asking)) return [];
  const unknown = findUnknown(reading.value);
  if (unknown) return unknownMachine(attribute, reading, unknown, asking.cloud);
  return namesIn(reading.value, attribute.separator).flatMap((name) => {
    const found = translated(attribute, name, asking.cloud);
    if (found) return [machine(name, reading, found, count)];
    return reading.trace.assumed.size > 0 ? [machine(name, reading, PLAIN, count)] : [];
  });
}

/** Beside a machine type that carries accelerators itself, the accelerator attribute repeats them. */
function isCountedAlready(path: string, reading: Reading, { resource, cloud }: Asking): boolean {
  return readAround(path, { resource, reading }).some(
    ({ value }) => typeof value === "string" && lookUpMachine(cloud, value).kind === "accelerated",
  );
}

/** The texts in a value: one, several parted by a separator, or a map's values. */
export function namesIn(value: Value, separator: string | undefined): string[] {
  if (isObject(value)) return Object.values(value).flatMap((one) => namesIn(one, separator));
  const text = textOf(value);
  return separator === undefined ? [text] : text.split(separator).map((part) => part.trim());
}

function translated(attribute: MachineAttribute, name: string, cloud: Cloud): Identified | undefined {
  const plainer = attribute.translate ? attribute.translate(name) : name;
  if (plainer === undefined) return undefined;
  return plainer === null ? unknownAccelerator(name) : identify(attribute.kind, plainer, cloud);
}

function machine(name: string, reading: Reading, found: Identified, count: Count): Machine {
  const { trace, path } = reading;
  const { unknown } = found;
  return {
    name,
    attribute: path,
    accelerators: unknown === undefined ? found.accelerators : "any",
    count: multiply(found.count, count),
    problem: unknown === undefined ? null : { rule: "gate/unknown-accelerator", what: path, why: unknown },
    steps: [...trace.steps, ...(found.step === "" ? [] : [found.step])],
    assumed: [...trace.assumed],
  };
}

/** An expression: nothing when every value it can take is plain. */
function unknownMachine(
  attribute: MachineAttribute,
  reading: Reading,
  value: Unknown,
  cloud: Cloud,
): Machine[] {
  const open = unresolved(reading, value.why);
  if (value.candidates === null || value.candidates.some((one) => typeof one !== "string")) return [open];
  const found = value.candidates.flatMap((one) => translated(attribute, textOf(one), cloud) ?? []);
  if (found.length === 0) return [];
  if (found.some(({ unknown }) => unknown !== undefined)) return [open];
  return [{ ...open, accelerators: found.flatMap(({ accelerators }) => accelerators) }];
}

function unresolved(reading: Reading, why: string): Machine {
  return {
    name: null,
    attribute: reading.path,
    accelerators: "any",
    count: null,
    problem: { rule: "gate/unresolved", what: reading.path, why },
    steps: reading.trace.steps,
    assumed: [...reading.trace.assumed],
  };
}

/** Attribute-based selection: it can pick every machine its block does not exclude. */
function selection(block: Reading, cloud: Cloud, count: Count): Machine[] {
  const most = requirement(block, "accelerator_count.max");
  if (most.length > 0 && most.every(({ value }) => value === 0 || value === "0")) return [];
  const allowed = requirement(block, "allowed_instance_types");
  const excluded = requirement(block, "excluded_instance_types");
  const machines = (allowed.length > 0 ? allowed : [undefined]).flatMap((one) =>
    machinesMatching(cloud, globOf(one) ?? "*"),
  );
  const out = new Set(
    excluded.flatMap((one) => machinesMatching(cloud, globOf(one) ?? "").map(({ name }) => name)),
  );
  const accelerators = acceleratorsOf(machines.filter(({ name }) => !out.has(name)));
  const readings = [...most, ...allowed, ...excluded, block];
  const assumed = [...new Set(readings.flatMap(({ trace }) => [...trace.assumed]))];
  const unseen = allowed
    .flatMap((one) => pattern(globOf(one) ?? "", cloud) ?? [])
    .filter(({ unknown }) => unknown !== undefined);
  const step = `${SELECTION} without accelerator_count.max = 0 can pick machines with accelerators`;
  const known = accelerators.length === 0 ? [] : [{ accelerators, count: null, step }];
  return [...known, ...unseen].map((found) => ({ ...machine(SELECTION, block, found, count), assumed }));
}

function globOf(reading: Reading | undefined): string | undefined {
  return typeof reading?.value === "string" ? reading.value : undefined;
}

function requirement(block: Reading, path: string): Reading[] {
  const name = (block.path.split(".").pop() as string).replace(/\[\d+\]$/, "");
  return block.sibling(`${name}.${path}`);
}

/**
 * Capacity sold for accelerators alone, behind an opaque id. The data source that found the offer says which
 * machine it is, and so does the resource itself once it is bought.
 */
function capacity(attribute: MachineAttribute, reading: Reading, asking: Asking): Machine[] {
  const tellers = [asking.resource, ...identified(reading.value, asking.resource)];
  const found = tellers.flatMap((teller) =>
    teller.read(attribute.sameAs ?? "instance_type").flatMap((type) => {
      const quantity = quantityOf(
        { paths: ["instance_count"], otherwise: null },
        { resource: teller, zones: null },
      );
      return machinesRead({ path: type.path, kind: "machine-type" }, type, {
        ...asking,
        resource: teller,
        machines: quantity,
      });
    }),
  );
  return found.length > 0
    ? found
    : [
        unresolved(
          reading,
          "the offering id does not say which machine it buys, and every one is accelerated",
        ),
      ];
}
