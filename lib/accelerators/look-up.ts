import { globToRegExp } from "../text/glob";
import type { Cloud, Datasheet } from "./datasheet";
import { datasheets } from "./datasheets";
import { machineGroups } from "./machines";
import { acceleratorFamily, normalize } from "./machines/family";
import { type GuestAccelerator, googleGuest } from "./machines/google-guests";
import { type Machine, machinesOf } from "./machines/machine";

/** What a machine type is: accelerated, of an accelerator family but not known, or without accelerators. */
export type MachineLookup =
  | { readonly kind: "accelerated"; readonly machine: Machine }
  /** Of an accelerator family but not in the catalogue, or with a chip without a datasheet: nothing may be assumed about it. */
  | { readonly kind: "unknown-accelerator"; readonly family: string }
  | { readonly kind: "plain" };

interface Catalogue {
  readonly machines: readonly Machine[];
  readonly byName: ReadonlyMap<string, Machine>;
  readonly byFamily: ReadonlyMap<string, readonly Machine[]>;
}

const catalogues = new Map<Cloud, Catalogue>();
let datasheetsById: ReadonlyMap<string, Datasheet> | undefined;

/** The datasheet with this id, whatever its case; undefined when there is none. */
export function lookUpDatasheet(id: string): Datasheet | undefined {
  datasheetsById ??= new Map(datasheets.map((datasheet) => [datasheet.id, datasheet]));
  return datasheetsById.get(id.trim().toLowerCase());
}

/**
 * What a machine type carries. Case and surrounding space do not matter, nor does `ml.` on AWS or the path
 * before the name on Google. Never throws; wildcards and unresolved references are not names.
 */
export function lookUpMachine(cloud: Cloud, name: string): MachineLookup {
  const family = acceleratorFamily(cloud, name);
  if (family === undefined) return { kind: "plain" };
  const machine = catalogued(cloud, normalize(cloud, name), family);
  const known = machine !== undefined && lookUpDatasheet(machine.accelerator) !== undefined;
  return known ? { kind: "accelerated", machine } : { kind: "unknown-accelerator", family };
}

/**
 * The machines of exactly this family: `p5` → p5.4xlarge and p5.48xlarge, not p5e. Empty for a plain family and
 * for an unknown one; `acceleratorFamily` tells the two apart. Chips may lack a datasheet.
 */
export function machinesOfFamily(cloud: Cloud, family: string): readonly Machine[] {
  return catalogueOf(cloud).byFamily.get(normalize(cloud, family)) ?? [];
}

/**
 * The machines a pattern selects, `*` standing for any text and `?` for one character. Empty when it selects none
 * of the catalogue; a pattern that `acceleratorFamily` recognizes may still select unknown ones.
 */
export function machinesMatching(cloud: Cloud, glob: string): readonly Machine[] {
  const pattern = globToRegExp(normalize(cloud, glob));
  return catalogueOf(cloud).machines.filter(({ name }) => pattern.test(name.toLowerCase()));
}

/**
 * The accelerator that a name of Google's guest accelerators or TPU types stands for; `"unknown"` for a name
 * the catalogue lacks, undefined for none.
 */
export function lookUpGuestAccelerator(cloud: Cloud, name: string): GuestAccelerator | "unknown" | undefined {
  const key = normalize(cloud, name);
  if (key === "") return undefined;
  return (cloud === "google" ? googleGuest(key) : undefined) ?? "unknown";
}

function catalogued(cloud: Cloud, name: string, family: string): Machine | undefined {
  const { byName } = catalogueOf(cloud);
  const machine = byName.get(name);
  if (machine !== undefined) return machine;
  const anySize = byName.get(`${family}.*`);
  return anySize && { ...anySize, name };
}

function catalogueOf(cloud: Cloud): Catalogue {
  let catalogue = catalogues.get(cloud);
  if (catalogue === undefined) {
    catalogue = buildCatalogue(cloud);
    catalogues.set(cloud, catalogue);
  }
  return catalogue;
}

function buildCatalogue(cloud: Cloud): Catalogue {
  const machines = machinesOf(cloud, machineGroups[cloud]);
  const byFamily = new Map<string, Machine[]>();
  for (const machine of machines) {
    const family = acceleratorFamily(cloud, machine.name);
    if (family === undefined) throw new Error(`${machine.name} has no accelerator family on ${cloud}`);
    const siblings = byFamily.get(family);
    if (siblings) siblings.push(machine);
    else byFamily.set(family, [machine]);
  }
  return { machines, byFamily, byName: new Map(machines.map((m) => [m.name.toLowerCase(), m])) };
}
