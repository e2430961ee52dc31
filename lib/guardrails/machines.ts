import { acceleratorFamily, awsFamilyPrefixes, lookUpDatasheet, machinesMatching } from "../accelerators";

/** A family of machine types as AWS names it. */
export interface Family {
  readonly name: string;
  /** IAM patterns of its machine types: `p5.*`. */
  readonly patterns: readonly string[];
  /** Ids; null where a machine carries a chip that nobody described. */
  readonly accelerators: readonly string[] | null;
}

/** Every accelerator family of AWS in the catalogue, by name. */
export function families(): Family[] {
  const found = new Map<string, { patterns: Set<string>; accelerators: Set<string> }>();
  for (const { name, accelerator } of machinesMatching("aws", "*")) {
    const family = acceleratorFamily("aws", name) ?? name;
    const one = found.get(family) ?? { patterns: new Set(), accelerators: new Set() };
    // A dot follows the family, or an x and a number where the machine is a part of a rack.
    one.patterns.add(`${family}${name.charAt(family.length)}*`);
    one.accelerators.add(accelerator);
    found.set(family, one);
  }
  return [...found]
    .map(([name, { patterns, accelerators }]) => ({
      name,
      patterns: [...patterns],
      accelerators: [...accelerators].every((id) => lookUpDatasheet(id)) ? [...accelerators] : null,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * IAM patterns that every machine type with accelerators matches, those of families to come included. IAM compares
 * case and AWS takes lower case only; a capital first letter is refused too.
 */
export function anyAccelerated(): string[] {
  const shortest = awsFamilyPrefixes.filter(
    (prefix) => !awsFamilyPrefixes.some((other) => other !== prefix && prefix.startsWith(other)),
  );
  return [...shortest, ...shortest.map((prefix) => `u-${prefix}`), ...capitals()].map((start) => `${start}*`);
}

/**
 * Patterns of what the catalogue lacks, by generation (`p7*`), for keys with several values: "accelerated and none
 * of these" cannot be asked of one value there.
 */
export function unknownGenerations(known: readonly Family[]): string[] {
  const generations = new Set(known.map(generationOf));
  const starts = awsFamilyPrefixes.flatMap((prefix) => [prefix, `u-${prefix}`]);
  const unknown = starts.flatMap((start) => {
    const all = [...Array(10).keys()].map((digit) => `${start}${digit}`);
    const missing = all.filter((one) => !generations.has(one));
    return missing.length === all.length ? [start] : missing;
  });
  return [...unknown, ...capitals()].map((start) => `${start}*`);
}

/** Patterns of families for the same keys: a generation as a whole where all its known families are among them. */
export function generationPatterns(some: readonly Family[], known: readonly Family[]): string[] {
  const names = new Set(some.map(({ name }) => name));
  const isWhole = (family: Family) =>
    known.every((one) => generationOf(one) !== generationOf(family) || names.has(one.name));
  return [...new Set(some.flatMap((one) => (isWhole(one) ? [`${generationOf(one)}*`] : one.patterns)))];
}

/** What SageMaker puts ahead of the same names. */
export function ofSageMaker(patterns: readonly string[]): string[] {
  return patterns.map((pattern) => `ml.${pattern}`);
}

function generationOf({ name }: Family): string {
  return /^(?:u-)?[a-z]+\d/.exec(name)?.[0] ?? name;
}

function capitals(): string[] {
  return [...new Set([...awsFamilyPrefixes, "u"].map((prefix) => prefix.charAt(0).toUpperCase()))];
}
