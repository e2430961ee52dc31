import { isDeepStrictEqual } from "node:util";
import type { Misread } from "./not-emulated";
import { type JsonObject, record } from "./patch";

/** What a plan would change of one resource or output. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly actions: readonly string[];
  /** Top-level attributes that get another known value. */
  readonly attributes: readonly string[];
}

interface PlannedChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: JsonObject;
    readonly after: JsonObject;
  };
}

/** The changes of `terraform show -json` of a plan; none for a plan that changes nothing. */
export function changesOf(plan: { readonly resource_changes?: readonly PlannedChange[] }): Change[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === "managed" && !isDeepStrictEqual(change.actions, ["no-op"]))
    .map(({ address, type, change }) => ({
      address,
      type,
      actions: change.actions,
      // What is only known after apply stands in neither `after` nor its keys.
      attributes: Object.keys(record(change.after)).filter(
        (key) => !isDeepStrictEqual(change.before?.[key], change.after[key]),
      ),
    }));
}

/** Whether a change in place concerns what the emulator misread, or only follows from another change. */
export function isMisread(change: Change, table: Readonly<Record<string, Misread>>): boolean {
  const known = table[change.type]?.attributes ?? [];
  return (
    isDeepStrictEqual(change.actions, ["update"]) && change.attributes.every((name) => known.includes(name))
  );
}
