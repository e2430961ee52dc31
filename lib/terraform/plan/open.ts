import { printableLine } from "../../text/printable";
import { show } from "../../text/show";
import type { ByteSource } from "../bytes";
import { digestsIn, POLICY_VARIABLE } from "../gate";
import { type DocumentKind, InputError, planOrState, unrecognised } from "../input";
import { CUT_OFF, JsonError, JsonReader } from "../json-reader";
import type { Resource } from "../resource";
import { rawState, shownState } from "../state/read-state";
import { planResources } from "./estate";
import { emptyParts, type Keep, type PlanParts } from "./parts";
import { PlanError, planHandlers } from "./read-plan";

/** A plan or state, read. */
export interface OpenedPlan {
  readonly kind: Exclude<DocumentKind, "synth">;
  readonly digest: string;
  /** Managed resources it lists. */
  readonly managed: number;
  /** See `Input.guardedBy`. */
  readonly guardedBy: readonly string[];
  readonly resources: readonly Resource[];
}

/** Reads a plan or a state piece by piece. Throws `InputError` for one that cannot be judged. */
export function openPlan(path: string, stack: string, source: ByteSource, keep: Keep = keepAll): OpenedPlan {
  try {
    const { parts, keys } = readParts(source, keep);
    const kind = planOrState(keys, parts.head["version"]);
    if (kind === undefined) throw unrecognised(path, keys);
    if (kind === "plan") checkPlan(path, parts, keys);
    if (kind === "state") checkState(path, parts, keys);
    return {
      kind,
      digest: source.digest(),
      managed: parts.managed,
      guardedBy: digestsIn(parts.variables.get(POLICY_VARIABLE)),
      resources: planResources(parts, kind, stack, path),
    };
  } catch (error) {
    if (error instanceof JsonError) throw new InputError(path, brokenJson(error));
    if (error instanceof PlanError) throw new InputError(path, `at ${error.path}: ${error.message}`);
    throw error;
  } finally {
    source.close();
  }
}

function brokenJson({ message }: JsonError): string {
  const what =
    message === CUT_OFF
      ? "the JSON is cut off before its end"
      : `the JSON is broken: ${printableLine(message.slice(0, 200))}`;
  return `${what}; expected what \`terraform show -json\` writes`;
}

const keepAll: Keep = {
  of: () => "everything",
  isOpen: () => false,
  tells: () => false,
  isIdle: () => false,
};

function readParts(source: ByteSource, keep: Keep): { parts: PlanParts; keys: ReadonlySet<string> } {
  const reader = new JsonReader(source);
  const parts = emptyParts();
  const keys = new Set<string>();
  const handlers: Readonly<Record<string, () => void>> = {
    ...planHandlers(reader, parts, keep),
    values: () => shownState(reader, parts, keep),
    resources: () => rawState(reader, parts, keep),
  };
  reader.object((key) => {
    keys.add(key);
    const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined;
    if (handler) handler();
    else reader.skip();
  });
  reader.end();
  return { parts, keys };
}

/** A plan that Terraform could not finish says nothing about what it left out. */
function checkPlan(path: string, parts: PlanParts, keys: ReadonlySet<string>): void {
  const { head, deferred, planned, changed } = parts;
  checkFormat(path, head["format_version"], "0.1 to 1.x");
  if (head["errored"] === true)
    throw new InputError(
      path,
      "the plan ended with errors (`errored: true`), so it is not complete; expected a plan that Terraform finished",
    );
  if (!keys.has("planned_values")) {
    throw new InputError(
      path,
      "the plan has no `planned_values`; expected the unabridged output of `terraform show -json`",
    );
  }
  if (planned > changed) {
    throw new InputError(
      path,
      `the plan has ${planned} planned resources but changes for only ${changed}; expected the unabridged output of \`terraform show -json\``,
    );
  }
  if (head["complete"] === false || deferred > 0) {
    throw new InputError(
      path,
      "the plan is not complete (made with `-target`, or changes are deferred to a later run), and nobody has seen the rest; expected a complete plan",
    );
  }
}

function checkState(path: string, { head }: PlanParts, keys: ReadonlySet<string>): void {
  if (keys.has("format_version")) checkFormat(path, head["format_version"], "0.1 to 1.x");
  else if (head["version"] !== 4) {
    throw new InputError(
      path,
      `the state file has version ${JSON.stringify(head["version"])}; expected version 4`,
    );
  } else if (!keys.has("resources")) {
    throw new InputError(path, "the state file has no `resources`; expected what Terraform writes");
  }
}

function checkFormat(path: string, version: unknown, expected: string): void {
  if (typeof version === "string" && /^[01]\.\d+$/.test(version)) return;
  throw new InputError(path, `the format_version is ${show(version)}; expected ${expected}`);
}
