/** To whom a resource policy opens what it protects. */
export interface Grants {
  readonly grants: readonly Grant[];
  /** What of the document could not be read, as the end of a sentence; it may open to more than `grants` says. */
  readonly problem?: string;
}

export interface Grant {
  readonly principal: Principal;
  /** Where the document says so: `Statement[1].Principal.AWS[0]`, after the data source's address if it is one. */
  readonly path: string;
}

export type Principal =
  | { readonly kind: "world" }
  | { readonly kind: "account"; readonly id: string }
  /** Without an id where it is the organization that a data source looks up. */
  | { readonly kind: "organization"; readonly id?: string }
  /** A service of AWS by its host name, for whichever account it works. */
  | { readonly kind: "service"; readonly id: string }
  /** An identity provider outside AWS that anyone known to it can come through. */
  | { readonly kind: "federated"; readonly id: string }
  /** An account by its canonical user id, which does not tell the account. */
  | { readonly kind: "canonical"; readonly id: string };

/** How far something reaches: the document's own account, a principal, or not known. */
export type Reach = Principal | { readonly kind: "own" } | { readonly kind: "unknown"; readonly why: string };

export const OWN: Reach = { kind: "own" };
export const WORLD: Reach = { kind: "world" };

export function unknown(why: string): Reach {
  return { kind: "unknown", why };
}
