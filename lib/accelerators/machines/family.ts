import type { Cloud } from "../datasheet";

interface Naming {
  /** A name as the catalogue's index holds it. */
  readonly normalize: (name: string) => string;
  /** The accelerator family of a normalized name or bare family. */
  readonly family: (name: string) => string | undefined;
}

const lower = (name: string) => name.trim().toLowerCase();

/** What the names of AWS's accelerator families begin with, ahead of a digit and perhaps after `u-`. */
export const awsFamilyPrefixes = ["p", "g", "gr", "trn", "inf", "dl", "vt", "f"] as const;

const awsFamily = new RegExp(`^(u-)?(${awsFamilyPrefixes.join("|")})[0-9]`);

const namings: Record<Cloud, Naming> = {
  aws: {
    // SageMaker sells the same machines with a prefix.
    normalize: (name) => lower(name).replace(/^ml\./, ""),
    family: (name) => {
      const [found, whole] = awsFamily.exec(name) ?? [];
      if (found === undefined) return undefined;
      return whole === undefined ? upTo(".", name) : upTo(".", name).replace(/x[0-9]+$/, "");
    },
  },
  google: {
    // Attributes also take …/machineTypes/NAME and …/acceleratorTypes/NAME.
    normalize: (name) => lower(name).replace(/^.*\//s, ""),
    // g1-small shares a core and carries nothing; v4-8 and its like are slices of the TPU API.
    family: (name) =>
      /^(a[0-9]|g(?!1(-|$))[0-9]|ct[0-9]|tpu|v[0-9]+(e|p|lite_?pod)?-[0-9]+$)/.test(name)
        ? upTo("-", name)
        : undefined,
  },
  azure: {
    normalize: lower,
    family: (name) =>
      /^(?:standard_|basic_)?(n[a-z]+)[0-9]/.exec(name)?.[1] ?? /^standard_(n.*)/s.exec(name)?.[1],
  },
  oracle: {
    normalize: lower,
    family: (name) => (name.includes(".gpu") ? name.replace(/\.[0-9]+$/, "") : undefined),
  },
};

export function normalize(cloud: Cloud, name: string): string {
  return namings[cloud].normalize(name);
}

/**
 * The accelerator family a machine type, a bare family or a pattern belongs to, in lower case: `p7.48xlarge`,
 * `p7` and `p7*` → `p7`, `p7` and `p7*`. Undefined for families without accelerators. Whether the catalogue
 * knows the family is another question.
 */
export function acceleratorFamily(cloud: Cloud, name: string): string | undefined {
  return namings[cloud].family(normalize(cloud, name));
}

function upTo(mark: string, name: string): string {
  const at = name.indexOf(mark);
  return at < 0 ? name : name.slice(0, at);
}
