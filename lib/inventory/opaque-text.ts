import { findRegion } from "../../regions";
import type { Cloud } from "../accelerators";
import { lookUpMachine, machinesOfFamily } from "../accelerators";
import { clouds } from "../accelerators/datasheet";
import type { ModuleCall, Reading, Resource } from "../terraform/resource";
import { isUnknown, textOf } from "../terraform/value";
import { type Opened, openEmbedded } from "./embedded";
import { identified } from "./identity";
import { type KnownPlaces, nowhere } from "./known-place";
import { opaqueTypes } from "./opaque";
import { openInputs } from "./open-inputs";
import { placesOf } from "./place";
import type { Opaque, Place, Placement } from "./placement";
import { providerPlace } from "./region";
import { cloudOf } from "./shapes";

/** Machine names in running text must look the part: a version number such as `g1.2` must not. */
const IN_TEXT =
  /^(ml\.)?[a-z]+\d[a-z0-9-]*\.(metal|\d*x?large|\d+xlarge|metal-\d+xl)$|^standard_n|^(bm|vm)\.gpu/i;

/** A module call: its inside is not in the document, its inputs are. */
export function opaqueModule(call: ModuleCall): Opaque {
  const texts = call.texts();
  const places = call.providers.flatMap((provider) => {
    const cloud = providerCloud(provider.kind);
    return cloud ? [providerPlace(provider, cloud)] : [];
  });
  const { address, stack, input, preconditions } = call;
  const holder = { address, stack, input, stage: "synth" } as const;
  const named = namedIn(holder, texts, places).map((one) => ({ ...one, preconditions }));
  return {
    address,
    stack,
    input,
    why: `the inside of module \`${call.source}\` is not in the synthesized document`,
    isLast: false,
    named,
    open: openInputs(call, { texts, places, named }),
  };
}

/** The resources that templates in texts hold, by the resource that carries the text; templates nest. */
export function openAll(managed: readonly Resource[]): Map<Resource, Opened> {
  const opened = new Map<Resource, Opened>();
  for (const resource of managed) {
    const entry = Object.hasOwn(opaqueTypes, resource.type) ? opaqueTypes[resource.type] : undefined;
    if (entry?.format === undefined || resource.multiplicity === 0) continue;
    opened.set(resource, openEmbedded(resource, entry.format, entry.paths));
  }
  return opened;
}

/** A resource that hides others in a text; nothing when it is harmless unless it names a machine and does not. */
export function opaqueResource(
  resource: Resource,
  opened: Opened | undefined,
  known: KnownPlaces,
): Opaque | undefined {
  if (resource.multiplicity === 0) return undefined;
  const entry = Object.hasOwn(opaqueTypes, resource.type) ? opaqueTypes[resource.type] : undefined;
  if (entry === undefined) return opaqueProvisioner(resource, known);
  if (opened?.unread === null) return undefined;
  if (entry.unless !== undefined && resource.read(entry.unless).length > 0) return undefined;
  const texts = resource.texts().filter(({ path }) => !/^(tags|tags_all|labels)\b/.test(path));
  const named = namedIn(resource, texts, placesOfOpaque(resource, known));
  if (entry.onlyWhenNamed && named.length === 0) return undefined;
  // What the provider runs elsewhere is none of the customer's machines, however late it is looked at.
  const isLast = resource.stage !== "synth" && entry.severity === "can-create-compute";
  const why = opened?.unread ? `${entry.why}, and ${opened.unread}` : entry.why;
  return { ...holderOf(resource), why, isLast, named };
}

/** Commands that run when a resource is made: they can make others, and most do nothing of the kind. */
function opaqueProvisioner(resource: Resource, known: KnownPlaces): Opaque | undefined {
  if (resource.read("provisioner").length === 0) return undefined;
  const texts = resource.texts().filter(({ path }) => path.startsWith("provisioner"));
  const named = namedIn(resource, texts, placesOfOpaque(resource, known));
  if (named.length === 0) return undefined;
  const { address, stack, input } = resource;
  const why = "its provisioner can call any operation of the cloud";
  return { address, stack, input, why, isLast: false, named };
}

/** The cloud it is made in; for a manifest, where the cluster stands that its provider talks to. */
function placesOfOpaque(resource: Resource, known: KnownPlaces): Place[] {
  const cloud = cloudOf(resource.type);
  if (cloud !== undefined) return placesOf(resource, {}, cloud, known);
  const hosts = ["host", "kubernetes.host"].flatMap((path) => resource.provider.read(path));
  return hosts
    .flatMap(({ value }) => identified(value, resource))
    .flatMap((cluster) => placesOf(cluster, {}, cloudOf(cluster.type) ?? "aws", known));
}

type Holder = Pick<Placement, "address" | "stack" | "input" | "stage">;

/** Every accelerated machine named in the texts, at every place they or the provider name. */
function namedIn(holder: Holder, texts: readonly Reading[], places: readonly Place[]): Placement[] {
  const families = texts.some(({ value }) => /instance-(family|category)/.test(textOf(value)));
  const found = texts.flatMap((reading) => machinesIn(reading, families));
  if (found.length === 0) return [];
  const everywhere = [...places, ...texts.flatMap(regionsIn)];
  return found.flatMap(({ name, accelerator, reading }) =>
    (everywhere.length > 0 ? everywhere : [NOWHERE]).map((place) => ({
      ...holderOf(holder),
      stage: holder.stage,
      machine: name,
      attribute: reading.path,
      accelerators: accelerator === null ? "any" : [accelerator],
      count: null,
      place,
      problem: null,
      exists: true,
      stands: false,
      steps: [...reading.trace.steps, `${reading.path} names ${name}`],
      assumed: [...reading.trace.assumed],
    })),
  );
}

function holderOf({ address, stack, input }: Holder): Omit<Holder, "stage"> {
  return { address, stack, input };
}

interface Named {
  readonly name: string;
  /** Null for a machine whose chip the catalogue does not know. */
  readonly accelerator: string | null;
  readonly reading: Reading;
}

function machinesIn(reading: Reading, families: boolean): Named[] {
  const { value } = reading;
  const text = isUnknown(value) ? value.expression : textOf(value);
  const words = new Set(text.split(/[^A-Za-z0-9._-]+/).map((word) => word.replace(/^[.-]+|[.-]+$/g, "")));
  return [...words].flatMap((word) => machineNamed(word, families).map((one) => ({ ...one, reading })));
}

function machineNamed(word: string, families: boolean): Omit<Named, "reading">[] {
  for (const cloud of clouds) {
    const found = lookUpMachine(cloud, word);
    if (found.kind === "plain") continue;
    if (found.kind === "accelerated") return [{ name: word, accelerator: found.machine.accelerator }];
    const [member] = families ? machinesOfFamily(cloud, word) : [];
    if (member) return [{ name: word, accelerator: member.accelerator }];
    if (IN_TEXT.test(word)) return [{ name: word, accelerator: null }];
  }
  return [];
}

function regionsIn({ value, path, trace }: Reading): Place[] {
  if (typeof value !== "string") return [];
  return clouds.flatMap((cloud): Place[] => {
    const region = findRegion(cloud, value);
    if (region === undefined) return [];
    const { country, code } = region;
    return [
      {
        location: { cloud, region: code, zone: null, country, from: path },
        countries: country === null ? "any" : [country],
        problem: null,
        steps: trace.steps,
        assumed: [...trace.assumed],
      },
    ];
  });
}

const NOWHERE = nowhere("aws");

function providerCloud(kind: string): Cloud | undefined {
  return cloudOf(`${kind.replace(/-.*/, "").replace(/^azapi$/, "azurerm")}_`);
}
