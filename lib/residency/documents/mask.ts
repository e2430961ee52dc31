import { isObject, isUnknown, type Unknown, type Value } from "../../terraform/value";
import { Unreadable } from "./statement";

const OPEN = "\uE000";
const CLOSE = "\uE001";
const ANY_HOLE = /\uE000(\d+)\uE001/g;

/** More parts than anybody writes; beyond it something multiplies itself. */
const MOST_PARTS = 100_000;

/**
 * Writes what is partly known as text with numbered holes: `arn:aws:iam::⟨0⟩:root`. The marks around a number are
 * private-use characters, which JSON takes inside a string as they are. One mask serves a whole document.
 */
export class Mask {
  private readonly holes: Unknown[] = [];
  private parts = 0;

  /** A value with every unknown in it as text with holes. Throws `Unreadable`. */
  tree(value: Value): unknown {
    if (isUnknown(value) || typeof value === "string") return this.written(value);
    if (Array.isArray(value)) return value.map((item) => this.tree(item));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.tree(item)]));
  }

  /** A text with holes. Throws `Unreadable`. */
  written(value: Value): string {
    const text = this.text(value);
    if (text === undefined) throw new Unreadable("something in it is not text, or uses private characters");
    return text;
  }

  /** A text with holes; undefined for a list or an object, and for a text that uses the marks itself. */
  text(value: Value): string | undefined {
    const written: string[] = [];
    const open: Value[] = [value];
    while (open.length > 0) {
      if (++this.parts > MOST_PARTS) return undefined;
      const one = open.pop() as Value;
      if (isUnknown(one)) {
        if (one.form !== null && "joined" in one.form)
          for (const part of reversed(one.form.joined)) open.push(part);
        else written.push(`${OPEN}${this.holes.push(one) - 1}${CLOSE}`);
        continue;
      }
      if (typeof one === "object" || /[\uE000\uE001]|\\u[eE]00[01]/.test(String(one))) return undefined;
      written.push(String(one));
    }
    return written.join("");
  }

  /** The unknown that a text consists of and nothing else. */
  only(text: string): Unknown | undefined {
    const index = /^\uE000(\d+)\uE001$/.exec(text)?.[1];
    return index === undefined ? undefined : this.holes[Number(index)];
  }

  /** As a person would write it. */
  shown(text: string): string {
    return text.replace(ANY_HOLE, (_, index: string) => `\${${this.holes[Number(index)]?.expression ?? ""}}`);
  }
}

export function hasHole(text: string): boolean {
  return text.includes(OPEN);
}

function reversed<T>(items: readonly T[]): T[] {
  return [...items].reverse();
}
