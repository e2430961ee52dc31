import type { Resource } from "../../terraform/resource";
import { isUnknown, type Unknown, type Value } from "../../terraform/value";
import {
  isDocument,
  OVERRIDES,
  ownPermissions,
  ownStatements,
  SOURCES,
  type Statements,
} from "./data-source";
import { parseDocument, statementsOf } from "./json";
import type { Mask } from "./mask";
import { type Statement, Unreadable } from "./statement";

/** How a document is read: with its holes, the resource it belongs to, and what of data sources is asked for. */
export interface Reader {
  readonly mask: Mask;
  readonly of: Resource | undefined;
  readonly asks: "principals" | "actions";
}

/** Documents inside one another; beyond it they go round in circles. */
const DEEPEST = 20;

/** Every statement of a document. Throws `Unreadable`. */
export function readStatements(document: unknown, reader: Reader): Statement[] {
  return [...read(document as Value, reader, reader.of, 0).statements];
}

/** @param of the resource in whose document an unknown's references are */
function read(document: Value, reader: Reader, of: Resource | undefined, depth: number): Statements {
  if (depth > DEEPEST) throw new Unreadable("documents are taken from one another without end");
  if (document === null || document === undefined || document === "")
    return { statements: [], sids: new Set() };
  if (isUnknown(document)) return readUnknown(document, reader, of, depth);
  if (typeof document === "string") return parsed(document, reader);
  if (typeof document !== "object") throw new Unreadable("it is neither JSON text nor an object");
  return written(reader.mask.tree(document));
}

function written(document: unknown): Statements {
  const statements = statementsOf(document);
  return { statements, sids: new Set(statements.flatMap(({ sid }) => sid ?? [])) };
}

function readUnknown(one: Unknown, reader: Reader, of: Resource | undefined, depth: number): Statements {
  if (one.candidates !== null)
    return together(one.candidates.map((value) => read(value, reader, of, depth + 1)));
  if (one.form !== null && "encoded" in one.form) return read(one.form.encoded, reader, of, depth + 1);
  const sources = one.references.flatMap((reference) => {
    const found = of?.follow(reference) ?? [];
    const documents = found.filter((target) => isDocument(target, reference.attribute));
    if (documents.length < Math.max(found.length, 1)) throw unread(one);
    return documents;
  });
  if (sources.length > 0) return together(sources.map((source) => readSource(source, reader, depth)));
  if (one.form === null) throw unread(one);
  return parsed(one, reader);
}

function parsed(text: string | Unknown, reader: Reader): Statements {
  return written(parseDocument(reader.mask.written(text)));
}

function unread({ expression, why }: Unknown): Unreadable {
  return new Unreadable(`${shortened(expression)} is not known: ${why}`);
}

/** A data source's statements: of those with one id the last counts. */
function readSource(source: Resource, reader: Reader, depth: number): Statements {
  const own =
    reader.asks === "principals"
      ? ownStatements(source, reader.mask)
      : { statements: ownPermissions(source, reader.mask), sids: new Set<string>() };
  const layers = [
    ...documentsOf(source, SOURCES, reader, depth),
    own,
    ...documentsOf(source, OVERRIDES, reader, depth),
  ];
  const statements = layers.flatMap((layer, i) =>
    layer.statements.filter(
      ({ sid }) => sid === null || !layers.slice(i + 1).some((later) => later.sids.has(sid)),
    ),
  );
  return { statements, sids: new Set(layers.flatMap(({ sids }) => [...sids])) };
}

function documentsOf(
  source: Resource,
  names: readonly string[],
  reader: Reader,
  depth: number,
): Statements[] {
  return names.flatMap((name) =>
    source.read(name).map(({ value }) => read(value, reader, source, depth + 1)),
  );
}

function together(several: readonly Statements[]): Statements {
  return { statements: several.flatMap(({ statements }) => statements), sids: new Set() };
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
