import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from "yaml";
import { type PolicyIssue, repeatedKeyIssue } from "./error";
import type { Reading } from "./reading";

/** Aliases may make a small file huge; no policy needs more than this. */
const MOST_ALIASES = 100;

/** YAML 1.2 core: dates and NO stay text. One document, keys that are text, no tags. */
export function readYaml(text: string): Reading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    stringKeys: true,
    prettyErrors: false,
    logLevel: "error",
    lineCounter: lines,
  });
  const problems = [...document.errors, ...document.warnings];
  const lineOf = (path: readonly PropertyKey[]) => findLine(document, lines, path);
  if (problems.length > 0) return { value: undefined, issues: describeAll(problems, text, lines), lineOf };
  return { ...resolve(document), lineOf };
}

function resolve(document: Document): Pick<Reading, "value" | "issues"> {
  try {
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), issues: [] };
  } catch (error) {
    return { value: undefined, issues: [{ path: "", message: unresolved(error) }] };
  }
}

function unresolved(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const [, alias] = /Unresolved alias.*: (.+)$/.exec(message) ?? [];
  if (alias !== undefined) return `expected an anchor &${alias} before the alias *${alias}, got none`;
  if (/alias count/.test(message)) return `expected at most ${MOST_ALIASES} uses of aliases, got more`;
  return "expected plain YAML, got nesting that cannot be resolved";
}

/** One broken place makes the parser stumble on: only the first error tells; repeated keys all do. */
function describeAll(problems: readonly YAMLError[], text: string, lines: LineCounter): PolicyIssue[] {
  const [first] = problems.filter(({ code }) => code !== "DUPLICATE_KEY");
  return (first === undefined ? problems : [first]).map((problem) => describe(problem, text, lines));
}

function describe({ code, message, pos }: YAMLError, text: string, lines: LineCounter): PolicyIssue {
  const { line, col: column } = lines.linePos(pos[0]);
  const at = { line, column };
  if (code === "DUPLICATE_KEY") return repeatedKeyIssue({ key: keyAt(text, pos[0]), ...at });
  if (code === "MULTIPLE_DOCS")
    return { path: "", message: "expected one YAML document, got another after ---", ...at };
  if (code === "NON_STRING_KEY")
    return { path: "", message: "expected a key that is text, got a list or mapping", ...at };
  if (code === "RESOURCE_EXHAUSTION")
    return { path: "", message: "expected a policy, got nesting too deep to read", ...at };
  return { path: "", message: `expected well-formed YAML or JSON; ${message}`, ...at };
}

function keyAt(text: string, offset: number): string {
  const [key = ""] = /^("[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(offset)) ?? [];
  return key.trim().replaceAll(/^["']|["']$/g, "");
}

function findLine(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node = nodeAt(document, path.slice(0, depth));
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}

/** The entry of a list, or the key of a mapping's value: the value may stand lines below it. */
function nodeAt(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const last = path.at(-1);
  if (!isMap(parent)) return document.getIn(path, true);
  return parent.items.find(({ key }) => isScalar(key) && key.value === last)?.key;
}
