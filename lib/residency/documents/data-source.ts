import type { Reading, Resource } from "../../terraform/resource";
import { isObject, type Value } from "../../terraform/value";
import type { Mask } from "./mask";
import { type Condition, type Statement, Unreadable } from "./statement";

/** Statements, and the ids by which they take the place of those before them. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly sids: ReadonlySet<string>;
}

/** Attributes with documents that a data source starts from, and with those that win over its own statements. */
export const SOURCES = ["source_policy_documents", "source_json"];
export const OVERRIDES = ["override_policy_documents", "override_json"];

/**
 * What an `aws_iam_policy_document` data source says in its own blocks: one statement for each identifier, since
 * that is how a block is read that `dynamic` may have made.
 */
export function ownStatements(source: Resource, mask: Mask): Statements {
  const identifiers = source.read("statement.principals.identifiers").map((reading) => ({
    ...context(reading, source, mask, 1),
    principals: [{ type: typeOf(reading), text: mask.written(reading.value), path: pathOf(reading, source) }],
    isAboutOthers: false,
  }));
  const others = source.read("statement.not_principals.identifiers").map((reading) => ({
    ...context(reading, source, mask, 1),
    principals: [],
    isAboutOthers: true,
  }));
  return {
    statements: [...identifiers, ...others],
    sids: new Set(
      source.read("statement.sid").flatMap(({ value }) => (typeof value === "string" ? value : [])),
    ),
  };
}

/** What it says of actions, whoever may do them. */
export function ownPermissions(source: Resource, mask: Mask): Statement[] {
  return source.read("statement.actions").map((reading) => ({
    ...context(reading, source, mask, 0),
    actions: [mask.written(reading.value)],
    principals: [],
    isAboutOthers: false,
  }));
}

/** What the statement says that a reading stands in, so many blocks further out. */
function context(reading: Reading, source: Resource, mask: Mask, outwards: number) {
  const [effect] = reading.sibling("effect", outwards);
  const [sid] = reading.sibling("sid", outwards);
  return {
    sid: typeof sid?.value === "string" && sid.value !== "" ? sid.value : null,
    path: pathOf(reading, source),
    denies: effect?.value === "Deny",
    actions: [],
    conditions: reading.sibling("condition", outwards).map(({ value }) => conditionOf(value, mask)),
  };
}

function typeOf(reading: Reading): string {
  const [type] = reading.sibling("type");
  return typeof type?.value === "string" && type.value !== "*" ? type.value : "AWS";
}

function conditionOf(block: Value, mask: Mask): Condition {
  if (!isObject(block)) throw new Unreadable("its conditions are not known");
  const { test = null, variable = null, values = null } = block;
  return {
    operator: mask.written(test ?? ""),
    key: mask.written(variable ?? ""),
    values: Array.isArray(values) ? values.map((value) => mask.written(value)) : null,
  };
}

function pathOf({ path }: Reading, { address }: Resource): string {
  return `${address}: ${path}`;
}

/** Whether an unknown is a document that a data source writes, by what is read of it. */
export function isDocument({ mode, type }: Resource, attribute: string): boolean {
  return mode === "data" && type === "aws_iam_policy_document" && /^(minified_)?json$/.test(attribute);
}
