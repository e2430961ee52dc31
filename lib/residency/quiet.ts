import { HIDDEN, type Provider, type Resource } from "../terraform/resource";
import type { DataAttribute } from "./shape";

/** Longer values hardly repeat. */
const LONGEST = 2_000;

/**
 * Remembers which written values led nowhere outside: a large plan says the same thing thousands of times. At synth
 * the same text may mean something else in each instance, so nothing is remembered there.
 */
export class Quiet {
  private readonly harmless = new Map<DataAttribute, WeakMap<Provider, Set<string>>>();

  /** @param look answers whether nothing was found */
  unlessHarmless(resource: Resource, attribute: DataAttribute, written: unknown, look: () => boolean): void {
    const text = textOf(resource, attribute, written);
    if (text === null) {
      look();
      return;
    }
    const known = this.knownOf(resource, attribute);
    if (known.has(text)) return;
    if (look()) known.add(text);
  }

  private knownOf(resource: Resource, attribute: DataAttribute): Set<string> {
    let byProvider = this.harmless.get(attribute);
    if (byProvider === undefined) {
      byProvider = new WeakMap();
      this.harmless.set(attribute, byProvider);
    }
    const { provider } = resource;
    let known = byProvider.get(provider);
    if (known === undefined) {
      known = new Set();
      byProvider.set(provider, known);
    }
    return known;
  }
}

/** What is written, as a text to remember; null for what means something else each time, or is not known. */
function textOf(resource: Resource, attribute: DataAttribute, written: unknown): string | null {
  if (resource.stage === "synth" || written === HIDDEN || attribute.names === "group") return null;
  const others = attribute.path.includes(".") ? [] : Object.keys(attribute.when ?? {});
  const beside = others.map((name) => resource.glance(name));
  if (beside.includes(HIDDEN)) return null;
  const text = JSON.stringify([written ?? null, resource.glance("region") ?? null, ...beside]);
  return text.length > LONGEST ? null : text;
}
