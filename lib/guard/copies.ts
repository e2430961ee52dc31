import { dirname } from "node:path";
import { type GuardedApp, type GuardedStack, stacksOf } from "./app";

/** A copy of a library, as far as it can be told. */
interface Copy {
  /** `cdktf`, `cdktn`, `constructs`; what the library calls itself, whatever it is installed as. */
  readonly library: string;
  readonly version: string;
  /** Its folder; null where no module of this process shows it, as in a bundle. */
  readonly folder: string | null;
  /** The library's own class that the construct is made of. */
  readonly made: unknown;
}

interface Part {
  readonly what: string;
  readonly cdk: Copy;
  readonly constructs: Copy;
}

/**
 * Refuses an app whose stacks are made with another copy of the CDK library, or of `constructs`, than the app: what
 * one copy keeps to itself, aspects above all, the other does not see, so that the app does not do what it says.
 *
 * @throws Error that names both
 */
export function refuseCopies(app: GuardedApp): void {
  const parts = [
    { what: "the app", ...originOf(app) },
    ...oneOfEachKind(stacksOf(app)).map((stack) => ({
      what: `the stack "${stack.node.id}"`,
      ...originOf(stack),
    })),
  ];
  for (const library of ["cdk", "constructs"] as const) {
    const [first, other] = strangers(parts, library);
    if (first === undefined || other === undefined) continue;
    throw new Error(
      `guard() finds two copies of a library in one app: ${first.what} is made with ${said(first[library])}, ${other.what} with ${said(other[library])}. Aspects and other things that one copy keeps are not seen by the other. Expected a single copy; \`npm ls cdktf cdktn constructs\` shows where they come from`,
    );
  }
}

/** An app may have hundreds, and nearly always they are made with the same. */
function oneOfEachKind(stacks: readonly GuardedStack[]): GuardedStack[] {
  const seen = new Set<unknown>();
  return stacks.filter((stack) => {
    const [made] = classesOf(stack).slice(-2);
    return !seen.has(made) && seen.add(made);
  });
}

/** Two parts that are made with different copies; none where all may be made with one. */
function strangers(parts: readonly Part[], library: "cdk" | "constructs"): Part[] {
  for (const [i, one] of parts.entries())
    for (const other of parts.slice(i + 1)) if (differ(one[library], other[library])) return [one, other];
  return [];
}

function differ(one: Copy, other: Copy): boolean {
  if (one.library !== other.library || one.version !== other.version) return true;
  if (one.folder !== null && other.folder !== null) return one.folder !== other.folder;
  return nameOf(one.made) === nameOf(other.made) && one.made !== other.made;
}

/** Below what the program derives itself lie a class of the CDK library and `Construct`. */
function originOf(construct: object): Pick<Part, "cdk" | "constructs"> {
  const [made, base] = classesOf(construct).slice(-2);
  return { cdk: copyOf(made), constructs: copyOf(base) };
}

function classesOf(construct: object): unknown[] {
  const classes: unknown[] = [];
  let prototype: object | null = Object.getPrototypeOf(construct);
  for (; prototype !== null && prototype !== Object.prototype; prototype = Object.getPrototypeOf(prototype))
    classes.push(prototype.constructor);
  return classes;
}

/** Classes of both libraries say their names, for other languages to use them. */
const TYPE = Symbol.for("jsii.rtti");

function copyOf(made: unknown): Copy {
  const type = (made as Partial<Record<typeof TYPE, { fqn?: string; version?: string }>> | undefined)?.[TYPE];
  const library = type?.fqn?.split(".")[0] ?? nameOf(made);
  return { library, version: type?.version ?? "", folder: folderOf(made), made };
}

function nameOf(made: unknown): string {
  return typeof made === "function" ? made.name : "an unknown library";
}

/** The folder of the package that exports a class, by the modules that are loaded. */
function folderOf(made: unknown): string | null {
  const name = nameOf(made);
  for (const [file, module] of Object.entries(require.cache)) {
    if (!/[\\/]lib[\\/](app|terraform-stack|construct)\.js$/.test(file)) continue;
    const exported: unknown = module?.exports;
    if (
      typeof exported === "object" &&
      exported !== null &&
      (exported as Record<string, unknown>)[name] === made
    )
      return dirname(dirname(file));
  }
  return null;
}

function said({ library, version, folder }: Copy): string {
  const name = [library, version].filter((part) => part !== "").join(" ");
  return folder === null ? name : `${name} (${folder})`;
}

/** What somebody gave instead of an app: "an App of aws-cdk-lib 2.100.0". */
export function described(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  const { cdk } = originOf(value);
  const own = `an object of class ${value.constructor?.name ?? "none"}`;
  return cdk.version === "" ? own : `${own} of ${said(cdk)}`;
}
