import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { OwnRule } from "../rules/rule";
import { quote, show, showPath } from "../text/show";
import { digestOf } from "./digest";
import { issueAt, type LineOf, PolicyError, type PolicyIssue } from "./error";
import { isLower, type Level } from "./levels";
import type { Plugin } from "./policy";

/** What a policy's `plugins` lead to; the plugins count only when there are no issues. */
export interface Loaded {
  readonly plugins: readonly Plugin[];
  readonly issues: readonly PolicyIssue[];
}

/** Where a policy comes from. */
export interface Origin {
  /** The file as it was named; null for a policy from memory. */
  readonly path: string | null;
  /** The folder that module paths are relative to. */
  readonly folder: string;
  readonly lineOf?: LineOf | undefined;
}

/**
 * Loads the modules that a policy as written names. That runs their code. Whether the policy is valid otherwise,
 * and `plugins` a list of names, is checked elsewhere.
 */
export function loadPlugins(value: unknown, origin: Origin): Loaded {
  const { lineOf = () => undefined } = origin;
  const plugins: Plugin[] = [];
  const issues: PolicyIssue[] = [];
  for (const [index, name] of namesIn(value)) {
    const at = ["plugins", index];
    const refuse = (problem: string) => new PolicyError(origin.path, [issueAt(at, problem, lineOf)]);
    const { plugin, problems } = load(name, origin.folder, refuse, plugins);
    if (problems.length === 0) plugins.push(plugin);
    issues.push(...problems.map((message) => issueAt(at, message, lineOf)));
  }
  return { plugins, issues };
}

function namesIn(value: unknown): [number, string][] {
  const list = typeof value === "object" && value !== null && "plugins" in value ? value.plugins : [];
  if (!Array.isArray(list)) return [];
  return [...list.entries()].filter(([, name]) => typeof name === "string" && name.trim() !== "");
}

/** The error of a rule that fails later. */
type Refuse = (problem: string) => PolicyError;

// Loaded here because making schemas takes time that a policy without plugins need not pay.
const schemas = () => require("../rules/define") as typeof import("../rules/define");

type Answers = ReturnType<typeof schemas>["answers"][OwnRule["judges"]];

interface Attempt {
  readonly plugin: Plugin;
  readonly problems: readonly string[];
}

function load(name: string, folder: string, refuse: Refuse, before: readonly Plugin[]): Attempt {
  const got = `got ${show(name)}`;
  const fail = (...problems: string[]) => ({ plugin: { name, digest: "", rules: [] }, problems });
  let exported: unknown;
  let file: string;
  try {
    // The file need not be there: modules are looked for from its folder.
    const load = createRequire(join(folder, "landfall.yaml"));
    file = load.resolve(name);
    exported = load(name);
  } catch (error) {
    return fail(`expected a module that can be loaded from ${folder}, ${got}: ${reasonOf(error)}`);
  }
  const list = rulesIn(exported);
  if (!Array.isArray(list) || list.length === 0)
    return fail(
      `expected a module that exports a list of rules as \`rules\`, ${got}, whose \`rules\` is ${show(list)}`,
    );
  const { answers, checkRule } = schemas();
  const checked = list.map(checkRule);
  const problems = checked.flatMap(({ problems }, i) =>
    problems.map(
      (problem) => `expected rules that can be used, ${got}, whose rules[${i}] cannot: ${problem}`,
    ),
  );
  const rules = checked.flatMap(({ rule }) => rule ?? []);
  const repeated = repeatedIds([...before.flatMap((plugin) => plugin.rules), ...rules]);
  if (repeated.length > 0)
    problems.push(`expected ids that no other rule has, ${got}, which brings ${repeated.join(", ")} again`);
  if (problems.length > 0) return fail(...problems);
  return {
    plugin: {
      name,
      digest: digestOf(readFileSync(file)),
      rules: rules.map((rule) => watched(rule, answers[rule.judges], refuse)),
    },
    problems,
  };
}

/** Node gives the exports of an ES module as they are, and compilers put them under `default`. */
function rulesIn(exported: unknown): unknown {
  if (typeof exported !== "object" || exported === null) return undefined;
  if ("rules" in exported) return exported.rules;
  return "default" in exported ? rulesIn(exported.default) : undefined;
}

function repeatedIds(rules: readonly OwnRule[]): string[] {
  const ids = rules.map(({ id }) => id);
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

/** The first line: what comes after names files of this machine. */
function reasonOf(error: unknown): string {
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return String(hasMessage ? error.message : error).split("\n")[0] ?? "";
}

/** The rule with its answers checked: one that fails, or says nothing that can be read, has judged nothing. */
function watched(rule: OwnRule, answers: Answers, refuseWith: Refuse): OwnRule {
  const judge = (...asked: never[]) => {
    const refuse = (problem: string) => refuseWith(`the rule ${quote(rule.id)} ${problem}`);
    let answer: unknown;
    try {
      answer = (rule.judge as (...asked: never[]) => unknown)(...asked);
    } catch (error) {
      throw refuse(`fails, so that nothing can be judged: ${reasonOf(error)}`);
    }
    const { success, error } = answers.safeParse(answer);
    if (!success) {
      const [issue] = error.issues;
      throw refuse(
        `answers what cannot be read${issue?.path.length ? ` at ${showPath(issue.path)}` : ""}: ${issue?.message}`,
      );
    }
    const stricter = levelsIn(answer).find((level) => isLower(rule.level, level));
    if (stricter !== undefined)
      throw refuse(`answers level ${stricter}; expected ${rule.level}, its own level, or a milder one`);
    return answer;
  };
  return { ...rule, judge } as OwnRule;
}

function levelsIn(answer: unknown): Level[] {
  return ([answer].flat() as { level?: Level }[]).flatMap((one) => one?.level ?? []);
}
