import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  visit,
} from "yaml";
import { isObject, type Value } from "../../terraform/value";
import { Unreadable } from "./opened";
import { MOST_NODES } from "./text";

/**
 * Every document of a YAML text, empty ones left out. CloudFormation's short tags become the functions they
 * stand for: `!Ref x` is `{ Ref: x }`, `!Sub x` is `{ "Fn::Sub": x }`.
 */
export function parseYaml(text: string, path: string, deepest: number): Value[] {
  // `uniqueKeys` takes quadratic time; the reader below does it in linear time.
  const documents: readonly Document.Parsed[] = [
    ...parseAllDocuments(text, { schema: "core", uniqueKeys: false, prettyErrors: false, logLevel: "error" }),
  ];
  for (const { errors } of documents) {
    const [error] = errors;
    if (error) throw new Unreadable(`${path} is no well-formed JSON or YAML (${error.message})`);
  }
  return documents
    .map((document) => new Reader(document, path, deepest).read())
    .filter((value) => value !== null);
}

class Reader {
  private nodes = 0;
  /** What each alias stands for; the library's own look-up walks the document for every one. */
  private readonly aliased = new Map<unknown, Node>();

  constructor(
    private readonly document: Document.Parsed,
    private readonly path: string,
    private readonly deepest: number,
  ) {
    const anchors = new Map<string, Node>();
    visit(document, {
      Node: (_, node) => {
        if (isAlias(node)) {
          const target = anchors.get(node.source);
          if (target) this.aliased.set(node, target);
        } else if (node.anchor) anchors.set(node.anchor, node);
      },
    });
  }

  read(): Value {
    return this.value(this.document.contents, 0);
  }

  private value(node: unknown, depth: number): Value {
    this.nodes += 1;
    if (depth > this.deepest) this.refuse(`is nested deeper than ${this.deepest} levels`);
    if (this.nodes > MOST_NODES) this.refuse(`has more than ${MOST_NODES} values, counting its aliases`);
    if (isAlias(node)) return this.value(this.target(node), depth + 1);
    return tagged(node as Node | null, this.untagged(node, depth));
  }

  private untagged(node: unknown, depth: number): Value {
    if (isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (isMap(node)) return this.object(node.items, depth + 1);
    if (!isScalar(node)) return null;
    const { value } = node;
    if (typeof value === "bigint") return Number(value);
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as Value;
    return typeof node.source === "string" ? node.source : String(value);
  }

  private object(pairs: readonly { key: unknown; value: unknown }[], depth: number): Value {
    const result: Record<string, Value> = Object.create(null);
    const merges: Value[] = [];
    for (const { key, value } of pairs) {
      const name = this.key(key);
      if (name === "<<") merges.push(this.value(value, depth));
      else if (Object.hasOwn(result, name)) this.refuse(`has the key \`${name}\` twice in one object`);
      else result[name] = this.value(value, depth);
    }
    for (const merge of merges.flat()) {
      if (!isObject(merge)) this.refuse("merges something that is no object");
      for (const [name, value] of Object.entries(merge as Record<string, Value>)) {
        if (!Object.hasOwn(result, name)) result[name] = value;
      }
    }
    return result;
  }

  private key(key: unknown): string {
    const node = isAlias(key) ? this.target(key) : key;
    if (!isScalar(node)) this.refuse("has a key that is no text");
    const { value, source } = node as { value: unknown; source?: string };
    return typeof value === "string" ? value : (source ?? String(value));
  }

  private target(alias: Alias): Node {
    return this.aliased.get(alias) ?? this.refuse(`has no anchor for the alias *${alias.source}`);
  }

  private refuse(what: string): never {
    throw new Unreadable(`${this.path} ${what}`);
  }
}

function tagged(node: Node | null, value: Value): Value {
  const tag = node?.tag;
  if (typeof tag !== "string" || !tag.startsWith("!") || tag === "!") return value;
  const name = tag.slice(1);
  const result: Record<string, Value> = Object.create(null);
  result[name === "Ref" || name === "Condition" ? name : `Fn::${name}`] = value;
  return result;
}
