/** A statement of a policy document, whatever it was written as. Texts may have holes: see `Mask`. */
export interface Statement {
  readonly sid: string | null;
  readonly path: string;
  readonly denies: boolean;
  readonly principals: readonly Identifier[];
  /** It names those that it is not about, and so is about everybody else. */
  readonly isAboutOthers: boolean;
  readonly actions: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface Identifier {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`. */
  readonly type: string;
  readonly text: string;
  readonly path: string;
}

/** One operator and key; any of the values satisfies it. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  /** null: written in a form that cannot be read. */
  readonly values: readonly string[] | null;
}

/** A document that cannot be read; the message is the end of a sentence. */
export class Unreadable extends Error {}
