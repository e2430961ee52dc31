import { isBody } from "../../terraform/configuration";
import { repeatedKeys } from "../../text/json-keys";
import { quote } from "../../text/show";
import { type Condition, type Identifier, type Statement, Unreadable } from "./statement";

/** Nobody nests a policy deeper; parsers of other languages stop earlier. */
const DEEPEST = 50;

/** The object that a policy's text holds. */
export function parseDocument(text: string): unknown {
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Unreadable("it is not JSON");
  }
  const [repeated] = repeatedKeys(text, document);
  if (repeated) throw new Unreadable(`it has the key ${quote(repeated.key)} twice`);
  return document;
}

/** The statements of a policy document, by whose rules AWS reads element names without regard to case. */
export function statementsOf(document: unknown): Statement[] {
  if (isTooDeep(document, DEEPEST)) throw new Unreadable("it is nested too deeply");
  // OpenSearch Serverless writes a list of rules with principals and neither statement nor effect.
  if (Array.isArray(document)) return document.map((one, i) => statementOf(one, `[${i}]`));
  const statements = element(document, "Statement");
  if (statements === undefined) throw new Unreadable("it has no statement");
  return Array.isArray(statements)
    ? statements.map((one, i) => statementOf(one, `Statement[${i}]`))
    : [statementOf(statements, "Statement")];
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((inside) => isTooDeep(inside, left - 1));
}

function statementOf(statement: unknown, path: string): Statement {
  if (!isBody(statement)) throw new Unreadable(`${path} is not an object`);
  const effect = element(statement, "Effect");
  const sid = element(statement, "Sid");
  return {
    sid: typeof sid === "string" ? sid : null,
    path,
    denies: typeof effect === "string" && effect.toLowerCase() === "deny",
    principals: identifiersOf(element(statement, "Principal"), `${path}.Principal`),
    isAboutOthers: element(statement, "NotPrincipal") !== undefined,
    actions: texts(element(statement, "Action")) ?? ["*"],
    conditions: conditionsOf(element(statement, "Condition"), `${path}.Condition`),
  };
}

function identifiersOf(principal: unknown, path: string): Identifier[] {
  if (principal === undefined || principal === null) return [];
  if (!isBody(principal)) return identifiers("AWS", principal, path);
  return Object.entries(principal).flatMap(([type, value]) => identifiers(type, value, `${path}.${type}`));
}

function identifiers(type: string, value: unknown, path: string): Identifier[] {
  const found = texts(value);
  if (found === undefined) throw new Unreadable(`${path} is neither text nor a list of texts`);
  return found.map((text, i) => ({ type, text, path: Array.isArray(value) ? `${path}[${i}]` : path }));
}

function conditionsOf(block: unknown, path: string): Condition[] {
  if (block === undefined || block === null) return [];
  if (!isBody(block)) throw new Unreadable(`${path} is not an object`);
  return Object.entries(block).flatMap(([operator, keys]) => {
    if (!isBody(keys)) throw new Unreadable(`${path}.${operator} is not an object`);
    return Object.entries(keys).map(([key, value]) => ({ operator, key, values: texts(value) ?? null }));
  });
}

/** An element by its name; two that differ only in case make the document unreadable. */
function element(object: unknown, name: string): unknown {
  if (!isBody(object)) throw new Unreadable("it is not an object");
  const keys = Object.keys(object).filter((key) => key.toLowerCase() === name.toLowerCase());
  if (keys.length > 1) throw new Unreadable(`it has ${keys.join(" and ")}`);
  return object[keys[0] ?? ""];
}

/** One text or several; undefined when there is anything else among them. */
function texts(value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const found = Array.isArray(value) ? value : [value];
  return found.every((one) => ["string", "number", "boolean"].includes(typeof one))
    ? found.map(String)
    : undefined;
}
