import { hasSureDigits } from "./exact";

/**
 * Parser for the Terraform expressions that stand in JSON configurations: templates, literals, traversals,
 * calls, operators, conditionals, lists and objects. Whatever else the language has (`for`, heredocs,
 * template directives) is a syntax error here, and the caller treats the value as unknown.
 *
 * No maintained JavaScript library evaluates this language synchronously, which a validation inside
 * `synth` has to be; HashiCorp's own parser is a WebAssembly module with an asynchronous interface.
 */
export type Expression =
  | { readonly kind: "literal"; readonly value: null | boolean | number | string }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "index"; readonly of: Expression; readonly key: Expression }
  | { readonly kind: "splat"; readonly of: Expression }
  /** What is inside is finished: a splat in it takes no further steps along. */
  | { readonly kind: "group"; readonly of: Expression }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] }
  | {
      readonly kind: "conditional";
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [Expression, Expression])[] };

export class ExpressionError extends Error {}

/** Deeper nesting than anyone writes; beyond it the parser would risk the stack. */
const DEEPEST = 200;

/** Lowest binding first. */
const BINARY: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Parses a JSON string as Terraform reads it: a template. */
export function parseTemplate(text: string): Expression {
  const parser = new Parser(text);
  const template = parser.template(false);
  parser.expectEnd();
  return template;
}

class Parser {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** Literal text and interpolations, up to the end or, when `quoted`, to the closing quote. */
  template(quoted: boolean): Expression {
    const parts: Expression[] = [];
    let literal = "";
    const flush = () => {
      if (literal !== "") parts.push({ kind: "literal", value: literal.normalize() });
      literal = "";
    };
    while (this.at < this.text.length && !(quoted && this.text[this.at] === '"')) {
      if (this.takes("$${") || this.takes("%%{")) {
        literal += `${this.text[this.at - 3]}{`;
      } else if (this.takes("${")) {
        flush();
        parts.push(this.interpolation());
      } else if (this.text.startsWith("%{", this.at)) {
        throw this.error("template directives are not evaluated");
      } else if (quoted && this.text[this.at] === "\\") {
        literal += this.escape();
      } else {
        literal += this.text[this.at++];
      }
    }
    flush();
    const only = parts[0];
    if (only === undefined) return { kind: "literal", value: "" };
    return parts.length === 1 ? only : { kind: "template", parts };
  }

  expectEnd(): void {
    if (this.at < this.text.length) throw this.error("unexpected text");
  }

  private interpolation(): Expression {
    const inner = this.text[this.at] === "~" ? undefined : this.expression();
    this.space();
    if (inner === undefined || this.takes("~")) throw this.error("strip markers are not evaluated");
    this.expect("}");
    return inner;
  }

  private escape(): string {
    const mark = this.text[this.at + 1] ?? "";
    const length = mark === "u" ? 4 : mark === "U" ? 8 : 0;
    this.at += 2;
    if (length === 0) {
      const plain = ESCAPES[mark];
      if (plain === undefined) throw this.error("unknown escape");
      return plain;
    }
    const hex = this.text.slice(this.at, this.at + length);
    const point = /^[0-9a-fA-F]+$/.test(hex) && hex.length === length ? Number.parseInt(hex, 16) : Number.NaN;
    if (!(point <= 0x10ffff)) throw this.error("invalid unicode escape");
    this.at += length;
    return String.fromCodePoint(point);
  }

  private expression(): Expression {
    if (++this.depth > DEEPEST) throw this.error("nested too deeply");
    const condition = this.binary(0);
    this.space();
    let result = condition;
    if (this.takes("?")) {
      const yes = this.expression();
      this.expect(":");
      result = { kind: "conditional", condition, yes, no: this.expression() };
    }
    this.depth--;
    return result;
  }

  private binary(level: number): Expression {
    const operators = BINARY[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      this.space();
      const operator = operators.find((candidate) => this.takes(candidate));
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    this.space();
    for (const operator of ["!", "-"]) {
      if (this.takes(operator)) {
        if (++this.depth > DEEPEST) throw this.error("nested too deeply");
        const operand = this.unary();
        this.depth--;
        return { kind: "unary", operator, operand };
      }
    }
    return this.postfix(this.primary());
  }

  private postfix(start: Expression): Expression {
    let of = start;
    let splat = "none" as "none" | "full" | "attributes";
    for (;;) {
      if (this.takes(".*")) {
        if (splat !== "none") throw this.error("nested splats are not evaluated");
        splat = "attributes";
        of = { kind: "splat", of };
      } else if (this.text[this.at] === "[") {
        // `list.*.name[0]` is the first name, `list[*].name[0]` the first of each.
        if (splat === "attributes") of = { kind: "group", of };
        splat = this.text.startsWith("[*]", this.at) || splat === "full" ? "full" : "none";
        of = this.bracketed(of);
      } else if (this.text[this.at] === "." && !this.text.startsWith("...", this.at)) {
        this.at++;
        of = this.dotted(of);
      } else return of;
    }
  }

  private bracketed(of: Expression): Expression {
    if (this.takes("[*]")) return { kind: "splat", of };
    this.at++;
    return { kind: "index", of, key: this.closed("]") };
  }

  private dotted(of: Expression): Expression {
    const digits = this.match(/\d+/y);
    if (digits !== undefined) return { kind: "index", of, key: { kind: "literal", value: Number(digits) } };
    return { kind: "attribute", of, name: this.identifier() };
  }

  private primary(): Expression {
    this.space();
    if (this.takes("(")) return grouped(this.closed(")"));
    if (this.takes('"')) {
      const template = this.template(true);
      this.expect('"');
      return template;
    }
    if (this.takes("[")) return { kind: "list", items: this.sequence("]") };
    if (this.takes("{")) return this.object();
    const digits = this.match(/\d+(\.\d+)?([eE][+-]?\d+)?/y);
    if (digits !== undefined) return this.number(digits);
    const name = this.identifier();
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "null") return { kind: "literal", value: null };
    if (this.text.startsWith("::", this.at)) throw this.error("provider functions are not evaluated");
    return this.takes("(") ? { kind: "call", name, args: this.sequence(")") } : { kind: "name", name };
  }

  private number(digits: string): Expression {
    const value = Number(digits);
    if (!hasSureDigits(value)) throw this.error("a number with so many digits is not evaluated");
    return { kind: "literal", value };
  }

  private sequence(close: string): Expression[] {
    const items: Expression[] = [];
    for (;;) {
      this.space();
      if (this.takes(close)) return items;
      items.push(this.expression());
      this.space();
      if (this.takes(",")) continue;
      this.expect(close);
      return items;
    }
  }

  private object(): Expression {
    const entries: [Expression, Expression][] = [];
    for (;;) {
      this.space();
      if (this.takes("}")) return { kind: "object", entries };
      const key = this.key();
      this.space();
      if (!this.takes("=") && !this.takes(":")) throw this.error("expected = in an object");
      entries.push([key, this.expression()]);
      this.space();
      this.takes(",");
    }
  }

  /** A bare word is its own key; anything in parentheses or quotes is an expression. */
  private key(): Expression {
    const word = this.match(/[\p{L}_][\p{L}\p{N}_-]*(?=\s*[=:])/uy);
    return word !== undefined ? { kind: "literal", value: word } : this.expression();
  }

  private closed(close: string): Expression {
    const inner = this.expression();
    this.expect(close);
    return inner;
  }

  private identifier(): string {
    const word = this.match(/[\p{L}_][\p{L}\p{N}_-]*/uy);
    if (word === undefined) throw this.error("expected a name");
    return word;
  }

  private space(): void {
    this.match(/\s+/y);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private takes(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private expect(token: string): void {
    this.space();
    if (!this.takes(token)) throw this.error(`expected ${token}`);
  }

  private error(message: string): ExpressionError {
    return new ExpressionError(`${message} at character ${this.at + 1}`);
  }
}

function grouped(of: Expression): Expression {
  return hasSplat(of) ? { kind: "group", of } : of;
}

function hasSplat(node: Expression): boolean {
  let at = node;
  while (at.kind === "attribute" || at.kind === "index") at = at.of;
  return at.kind === "splat";
}
