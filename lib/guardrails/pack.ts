import { counted, figure } from "../reports/format";
import type { ControlName } from "./controls";
import { GuardrailError } from "./error";
import { documentText, listOf, type Statement } from "./statement";

/** A statement with the controls it makes up. */
export interface Guard {
  readonly controls: readonly ControlName[];
  readonly statement: Statement;
}

export interface Packed {
  readonly controls: readonly ControlName[];
  readonly text: string;
}

/** How much AWS takes. */
export interface Limit {
  /** Characters of one document. */
  readonly size: number;
  /** Documents, those of AWS's own that have to stay attached not counted. */
  readonly documents: number;
}

/**
 * Puts statements into as few documents as first-fit finds, in order. The same statements give the same bytes.
 *
 * Statements that differ in their actions alone become one; one that is too long becomes several with a part of its
 * actions or resources each. Both leave what is denied as it is: a deny holds for each action on each resource.
 *
 * @param what whose documents these are, for the error
 * @throws GuardrailError when they are more, or a statement is longer, than AWS takes.
 */
export function pack(guards: readonly Guard[], limit: Limit, what: string): Packed[] {
  const documents: Guard[][] = [];
  for (const guard of united(guards).flatMap((one) => fitting(one, limit.size, what))) {
    const place = documents.find((document) => lengthOf([...document, guard]) <= limit.size);
    if (place) place.push(guard);
    else documents.push([guard]);
  }
  if (documents.length > limit.documents) throw tooMany(documents.length, limit, what);
  return documents.map((document) => ({
    controls: [...new Set(document.flatMap(({ controls }) => controls))],
    text: textOf(document),
  }));
}

function united(guards: readonly Guard[]): Guard[] {
  const found = new Map<string, Guard>();
  for (const [i, { controls, statement }] of guards.entries()) {
    const { Action, ...rest } = statement;
    const key = Action === undefined ? String(i) : JSON.stringify(rest);
    const same = found.get(key) ?? { controls: [], statement };
    found.set(key, {
      controls: [...new Set([...same.controls, ...controls])],
      statement: withActions(statement, [...actionsOf(same.statement), ...actionsOf(statement)]),
    });
  }
  return [...found.values()];
}

/** The statement, or the parts of it that fit each into a document of their own. */
function fitting(guard: Guard, size: number, what: string): Guard[] {
  if (lengthOf([guard]) <= size) return [guard];
  const { controls, statement } = guard;
  const resources = listOf(statement.Resource);
  const halves = (list: readonly string[]) => [list.slice(0, list.length / 2), list.slice(list.length / 2)];
  const parts =
    actionsOf(statement).length > 1
      ? halves(actionsOf(statement)).map((half) => withActions(statement, half))
      : halves(resources).map((half) => ({ ...statement, Resource: half }));
  if (actionsOf(statement).length <= 1 && resources.length <= 1) {
    throw new GuardrailError(
      `${what}: the statement for ${controls.join(", ")} has ${figure(lengthOf([guard]))} characters, a document takes ${figure(size)}, and its conditions cannot be split without changing what they say; take the size 10240, or make a boundary of fewer countries or accounts`,
    );
  }
  return parts.flatMap((part) => fitting({ controls, statement: part }, size, what));
}

function tooMany(documents: number, { size, documents: most }: Limit, what: string): GuardrailError {
  const larger = size < 10_240 ? "take the size 10240, or " : "";
  return new GuardrailError(
    `${what}: ${counted(documents, "document")} of ${figure(size)} characters would be needed, and a root, organizational unit or account takes ${most} beside AWS's own; ${larger}make a boundary of fewer countries or accounts`,
  );
}

function actionsOf({ Action }: Statement): readonly string[] {
  return Action === undefined ? [] : listOf(Action);
}

function withActions(statement: Statement, actions: readonly string[]): Statement {
  if (actions.length === 0) return statement;
  return { ...statement, Action: [...new Set(actions)].sort() };
}

function textOf(guards: readonly Guard[]): string {
  return documentText(guards.map(({ statement }) => statement));
}

function lengthOf(guards: readonly Guard[]): number {
  return textOf(guards).length;
}
