import { isCountry } from "../jurisdictions/countries";
import { HIDDEN, type Provider, type Resource } from "../terraform/resource";
import { findUnknown, isObject, own, textOf, type Value } from "../terraform/value";
import { globToRegExp } from "../text/glob";

/** What data is kept within. */
export interface DataBoundary {
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Null: accounts are not limited. */
  readonly accounts: readonly string[] | null;
  /** What draws it: `policy`, or the provider whose default tags do. */
  readonly from: string;
  /** Why it is not known what it allows, as the end of a sentence. */
  readonly problem: string | null;
}

/** A boundary of the policy, which binds stacks by name. */
export interface StackBoundary {
  readonly name: string;
  readonly countries: readonly string[];
  readonly stacks: readonly string[];
  readonly accounts: readonly string[] | null;
}

/** Default tags by which code draws a boundary around what a provider makes. */
const NAME = "landfall:boundary";
const COUNTRIES = "landfall:boundary-countries";
const ACCOUNTS = "landfall:boundary-accounts";

/** Where such tags are found: a provider's own, and those a plan or state shows on what it made. */
export const BOUNDARY_TAG = NAME;

/** Tells the boundaries of resources: those of their stack and those of their provider. Every one must hold. */
export class Boundaries {
  private readonly byStack = new Map<string, readonly DataBoundary[]>();
  private readonly byProvider = new Map<string, readonly DataBoundary[]>();
  private readonly together = new Map<string, readonly DataBoundary[]>();
  /** Whether a provider tags what it makes, or may. */
  private readonly seen = new WeakMap<Provider, boolean>();
  private readonly every = new Map<string, DataBoundary>();

  constructor(
    private readonly drawn: readonly StackBoundary[],
    resources: readonly Resource[],
  ) {
    for (const boundary of drawn) this.every.set(boundary.name, ofPolicy(boundary));
    for (const resource of resources) this.learn(resource);
  }

  /** True where nothing draws a boundary, so that nothing has to be looked at. */
  get isEmpty(): boolean {
    return this.every.size === 0;
  }

  /** One of each name. */
  get all(): readonly DataBoundary[] {
    return [...this.every.values()];
  }

  /** The same list for everything that one provider makes in one stack. */
  of(resource: Resource): readonly DataBoundary[] {
    const ofStack = this.ofStack(resource.stack);
    if (this.byProvider.size === 0) return ofStack;
    const key = providerKey(resource);
    const ofProvider = this.byProvider.get(key);
    if (ofProvider === undefined) return ofStack;
    let both = this.together.get(key);
    if (both === undefined) {
      both = [...ofStack, ...ofProvider];
      this.together.set(key, both);
    }
    return both;
  }

  private ofStack(stack: string): readonly DataBoundary[] {
    let found = this.byStack.get(stack);
    if (found === undefined) {
      found = this.drawn
        .filter(({ stacks }) => stacks.some((glob) => globToRegExp(glob).test(stack)))
        .map(ofPolicy);
      this.byStack.set(stack, found);
    }
    return found;
  }

  /** A provider's tags count for all it makes; a plan may show them only where they ended up. */
  private learn(resource: Resource): void {
    const { provider } = resource;
    let isTagging = this.seen.get(provider);
    if (isTagging === undefined) {
      isTagging = provider.missing !== null || provider.read("default_tags").length > 0;
      this.seen.set(provider, isTagging);
      for (const boundary of boundariesIn(provider)) this.bind(resource, boundary);
    }
    if (!isTagging) return;
    const tags = resource.stage === "synth" ? undefined : resource.glance("tags_all");
    if (tags === HIDDEN || (isObject(tags) && Object.hasOwn(tags, NAME))) this.learnTags(resource);
  }

  private learnTags(resource: Resource): void {
    for (const { value } of resource.read("tags_all")) {
      const found = boundaryOf(value, `the tags of ${resource.address}`);
      if (found !== undefined) this.bind(resource, found);
    }
  }

  private bind(resource: Resource, boundary: DataBoundary): void {
    const key = providerKey(resource);
    const known = this.byProvider.get(key) ?? [];
    if (!known.some((one) => isSame(one, boundary))) this.byProvider.set(key, [...known, boundary]);
    this.every.set(boundary.name, boundary);
  }
}

const providerKeys = new WeakMap<Provider, string>();

/** Without a configuration of its provider (a state) a resource is known by nothing but its own tags. */
export function providerKey({ provider, stack, input, address }: Resource): string {
  if (provider.missing !== null) return `${input} ${stack} ${provider.key} ${address}`;
  let key = providerKeys.get(provider);
  if (key === undefined) {
    key = `${input} ${stack} ${provider.key}`;
    providerKeys.set(provider, key);
  }
  return key;
}

function ofPolicy({ name, countries, accounts }: StackBoundary): DataBoundary {
  return { name, countries, accounts, from: "policy", problem: null };
}

function boundariesIn(provider: Provider): DataBoundary[] {
  return provider.read("default_tags.tags").flatMap(({ value }) => {
    return boundaryOf(value, `provider ${provider.key}`) ?? [];
  });
}

/** The boundary that a map of tags draws, if it draws one; a value that is not known or makes no sense allows nothing. */
function boundaryOf(tags: Value, from: string): DataBoundary | undefined {
  if (!isObject(tags)) {
    const unknown = findUnknown(tags);
    if (unknown?.expression.includes(NAME) !== true) return undefined;
    return {
      name: from,
      countries: [],
      accounts: [],
      from,
      problem: `its tags are not known: ${unknown.why}`,
    };
  }
  const values = [NAME, COUNTRIES, ACCOUNTS].map((key) => own(tags, key) ?? null);
  if (values.every((value) => value === null)) return undefined;
  const [name, countries, accounts] = values as [Value, Value, Value];
  const unknown = findUnknown(values);
  const problem = unknown ? `a tag is not known: ${unknown.why}` : problemOf(name, countries, accounts);
  return {
    name: typeof name === "string" && name !== "" ? name : from,
    countries: problem === null ? wordsOf(countries) : [],
    accounts: problem !== null ? [] : accounts === null ? null : wordsOf(accounts),
    from,
    problem,
  };
}

function problemOf(name: Value, countries: Value, accounts: Value): string | null {
  if (typeof name !== "string" || name === "") return `the tag ${NAME} has no name in it`;
  const codes = wordsOf(countries);
  const wrong = codes.find((code) => !isCountry(code));
  if (codes.length === 0) return `the tag ${COUNTRIES} names no country`;
  if (wrong !== undefined) return `the tag ${COUNTRIES} has \`${wrong}\`, which is no country code`;
  if (accounts === null) return null;
  const ids = wordsOf(accounts);
  const other = ids.find((id) => !/^\d{12}$/.test(id));
  if (ids.length === 0) return `the tag ${ACCOUNTS} names no account`;
  return other === undefined ? null : `the tag ${ACCOUNTS} has \`${other}\`, which is no account id`;
}

function wordsOf(value: Value): string[] {
  return value === null
    ? []
    : textOf(value)
        .split(/\s+/)
        .filter((word) => word !== "");
}

function isSame(one: DataBoundary, other: DataBoundary): boolean {
  const told = ({ name, countries, accounts, problem }: DataBoundary) =>
    JSON.stringify([name, countries, accounts, problem]);
  return told(one) === told(other);
}
