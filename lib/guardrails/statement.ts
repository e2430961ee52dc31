/** One statement of an IAM policy. Lists of one are written as the value alone. */
export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*";
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource: OneOrMore;
  readonly Condition?: Condition;
}

/** Values by key by operator: operators and keys have to hold together, values are alternatives. */
export type Condition = Readonly<Record<string, Readonly<Record<string, OneOrMore>>>>;

export type OneOrMore = string | readonly string[];

/** The policy without a needless character: AWS counts what is sent. */
export function documentText(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements.map(plain) });
}

export function listOf(values: OneOrMore): readonly string[] {
  return typeof values === "string" ? [values] : values;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
