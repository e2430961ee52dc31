import { isAscii, isUtf8 } from "node:buffer";
import type { ByteSource } from "./bytes";

/** What is said of a document that ends too early. */
export const CUT_OFF = "it is cut off before its end";

/** The bytes are not the JSON they should be. */
export class JsonError extends Error {}

/** Deeper than anything Terraform writes; beyond it whoever walks the values would risk the stack. */
const DEEPEST = 300;
/** The same for what is walked, where a module takes three levels. */
const DEEPEST_WALK = 400;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/** What a byte does outside of text. */
const NOTHING_KNOWN = 0;
const PASSED_OVER = 1;
const QUOTES = 2;
const OPENS = 3;
const CLOSES = 4;
const BYTES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE) return QUOTES;
  if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return OPENS;
  if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) return CLOSES;
  return byte === COMMA || byte === COLON || isSpace(byte) || isWord(byte) ? PASSED_OVER : NOTHING_KNOWN;
});

/** Texts that are remembered, so that those that repeat are held once; a power of two. */
const REMEMBERED = 4096;
const LONGEST_REMEMBERED = 200;
const LONGEST_SHARED = 2000;
const FEW = 16;

/**
 * Walks JSON that may be larger than memory: the caller goes down into the objects and arrays it cares for,
 * takes values whole, and skips the rest. Only what is taken is held.
 */
export class JsonReader {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  /** End of what was read into `bytes`. */
  private filled = 0;
  /** From here on all that was read is ASCII, as nearly every plan is. */
  private plainFrom = 0;
  private readonly remembered: string[] = [];
  private readonly shared: { readonly text: string; readonly value: unknown }[] = [];
  /** Where to go back to, if the caller may have to. */
  private marked = -1;
  /** Start of what must not be dropped when more bytes are read. */
  private held = -1;
  /** Objects and arrays that the caller went down into. */
  private walked = 0;

  constructor(private readonly source: ByteSource) {
    while (this.filled < 3 && this.more());
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.at = 3;
  }

  /** Calls `visit` at the value of every key; it must take, skip or go down into the value. */
  object(visit: (key: string) => void): void {
    // Nearly every object has few keys, for which a list is faster.
    let seen: string[] | Set<string> = [];
    this.members(OPEN_OBJECT, CLOSE_OBJECT, () => {
      const key = this.plainText() ?? this.take();
      if (typeof key !== "string") throw new JsonError("a key is not text");
      if (Array.isArray(seen) ? seen.includes(key) : seen.has(key))
        throw new JsonError(`the key ${JSON.stringify(key)} stands twice in one object`);
      if (!Array.isArray(seen)) seen.add(key);
      else if (seen.push(key) > FEW) seen = new Set(seen);
      this.expect(COLON);
      visit(key);
    });
  }

  /** Calls `visit` at every element. */
  array(visit: () => void): void {
    this.members(OPEN_ARRAY, CLOSE_ARRAY, visit);
  }

  /** Whether the next value is an object or an array. */
  next(): "object" | "array" | "other" {
    const byte = this.peek();
    return byte === OPEN_OBJECT ? "object" : byte === OPEN_ARRAY ? "array" : "other";
  }

  /** The first key of the next value, if that is an object written without blanks whose beginning was read already. */
  firstKey(): string | undefined {
    if (this.peek() !== OPEN_OBJECT || this.bytes[this.at + 1] !== QUOTE) return undefined;
    return this.at + 2 < this.filled ? this.textFrom(this.at + 2) : undefined;
  }

  /** The next value, whole. */
  take(): unknown {
    const plain = this.plainText();
    if (plain !== undefined) return plain;
    this.held = this.at;
    this.pass(DEEPEST);
    const text = this.decoded(this.held, this.at);
    this.held = -1;
    return parsed(text);
  }

  /** The same, but of values that are written alike one object for all, which nobody may change. */
  takeShared(): unknown {
    if (this.next() === "other") return this.take();
    this.held = this.at;
    this.pass(DEEPEST);
    const start = this.held;
    this.held = -1;
    const slot = this.at - start > LONGEST_SHARED ? -1 : this.slotOf(start, this.at);
    const known = slot < 0 ? undefined : this.shared[slot];
    if (known !== undefined && this.stands(known.text, start, this.at)) return known.value;
    const text = this.decoded(start, this.at);
    const value = parsed(text);
    if (slot >= 0) this.shared[slot] = { text, value };
    return value;
  }

  /** The next value if it is short text of plain characters that was read to its end already. */
  private plainText(): string | undefined {
    if (this.peek() !== QUOTE) return undefined;
    const text = this.textFrom(this.at + 1);
    if (text !== undefined) this.at += text.length + 2;
    return text;
  }

  private textFrom(start: number): string | undefined {
    const { bytes } = this;
    const last = Math.min(this.filled, start + LONGEST_REMEMBERED);
    let end = start;
    let hash = 0;
    for (; end < last; end++) {
      const byte = bytes[end] as number;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH || byte < 0x20 || byte >= 0x7f) return undefined;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (end >= last) return undefined;
    const slot = (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
    const known = this.remembered[slot];
    if (known !== undefined && this.stands(known, start, end)) return known;
    const text = bytes.toString("latin1", start, end);
    this.remembered[slot] = text;
    return text;
  }

  private decoded(start: number, end: number): string {
    if (start >= this.plainFrom) return this.bytes.toString("latin1", start, end);
    const bytes = this.bytes.subarray(start, end);
    if (isAscii(bytes)) return bytes.toString("latin1");
    if (!isUtf8(bytes)) throw new JsonError("it is not text in UTF-8");
    return bytes.toString("utf8");
  }

  private slotOf(start: number, end: number): number {
    // Texts of one length that differ in a word differ in some fourth byte.
    let hash = end - start;
    for (let at = start; at < end; at += 4) hash = (Math.imul(hash, 31) + (this.bytes[at] as number)) | 0;
    return (hash ^ (hash >>> 12)) & (REMEMBERED - 1);
  }

  private stands(text: string, start: number, end: number): boolean {
    if (text.length !== end - start) return false;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== this.bytes[start + i]) return false;
    return true;
  }

  /** Passes over the next value without looking into it. */
  skip(): void {
    this.peek();
    this.pass(Number.POSITIVE_INFINITY);
  }

  /** What `read` answers; where that is undefined, the reader goes back to where it was. */
  tentatively<T>(read: () => T | undefined): T | undefined {
    this.peek();
    this.marked = this.at;
    const { walked } = this;
    const answer = read();
    if (answer === undefined) {
      this.at = this.marked;
      this.walked = walked;
    }
    this.marked = -1;
    return answer;
  }

  /**
   * Passes over the next value unless the name of an attribute inside may be one that is looked for; then it
   * answers false and stays.
   */
  skipUnless(isLookedFor: (name: string) => boolean): boolean {
    if (BYTES[this.peek()] !== OPENS) {
      this.skip();
      return true;
    }
    const { bytes, filled } = this;
    let depth = 0;
    let at = this.at;
    while (at < filled) {
      const kind = BYTES[bytes[at] as number];
      if (kind === PASSED_OVER) at++;
      else if (kind === QUOTES) {
        const end = endOfText(bytes, at, filled);
        if (end < 0) return false;
        let next = end;
        while (isSpace(bytes[next] as number)) next++;
        if (next >= filled) return false;
        if (bytes[next] === COLON) {
          const name = this.textFrom(at + 1);
          if (name === undefined || isLookedFor(name)) return false;
        }
        at = next;
      } else if (kind === OPENS) {
        at++;
        depth++;
        if (depth > DEEPEST) throw tooDeep(DEEPEST);
      } else if (kind === CLOSES) {
        at++;
        depth--;
        if (depth === 0) {
          this.at = at;
          return true;
        }
      } else throw unexpected(bytes[at] as number);
    }
    return false;
  }

  /** Nothing may follow the document. */
  end(): void {
    if (this.space() !== undefined) throw new JsonError("there is more after the end of the document");
  }

  private members(open: number, close: number, visit: () => void): void {
    this.expect(open);
    if (this.peek() === close) {
      this.at++;
      return;
    }
    if (++this.walked > DEEPEST_WALK) throw tooDeep(DEEPEST_WALK);
    for (;;) {
      visit();
      const byte = this.peek();
      this.at++;
      if (byte === close) {
        this.walked--;
        return;
      }
      if (byte !== COMMA)
        throw new JsonError(`expected a comma, found ${JSON.stringify(String.fromCharCode(byte))}`);
    }
  }

  private expect(byte: number): void {
    const found = this.peek();
    if (found !== byte) {
      throw new JsonError(
        `expected ${String.fromCharCode(byte)}, found ${JSON.stringify(String.fromCharCode(found))}`,
      );
    }
    this.at++;
  }

  /** The next byte that is not white space, which must be there. */
  private peek(): number {
    const byte = this.space();
    if (byte === undefined) throw new JsonError(CUT_OFF);
    return byte;
  }

  private space(): number | undefined {
    while (this.at < this.filled || this.more()) {
      const byte = this.bytes[this.at] as number;
      if (!isSpace(byte)) return byte;
      this.at++;
    }
    return undefined;
  }

  /** Moves past one value by its brackets and quotes. */
  private pass(deepest: number): void {
    const first = BYTES[this.peek()];
    if (first === QUOTES) this.passString();
    else if (first === OPENS) this.passNested(deepest);
    else this.passWord();
  }

  private passNested(deepest: number): void {
    for (let depth = this.passRead(0, deepest); depth > 0; depth = this.passRead(depth, deepest)) {
      if (this.at < this.filled) this.passString();
      else if (!this.more()) throw new JsonError(CUT_OFF);
    }
  }

  /** Moves on in what was read already, where most of a large plan is passed over; stops before a text that it does not hold to its end. */
  private passRead(from: number, deepest: number): number {
    const { bytes, filled } = this;
    let depth = from;
    let at = this.at;
    while (at < filled) {
      const kind = BYTES[bytes[at] as number];
      if (kind === PASSED_OVER) at++;
      else if (kind === QUOTES) {
        const end = endOfText(bytes, at, filled);
        if (end < 0) break;
        at = end;
      } else if (kind === OPENS) {
        at++;
        if (++depth > deepest) throw tooDeep(deepest);
      } else if (kind === CLOSES) {
        at++;
        if (--depth === 0) break;
      } else throw unexpected(bytes[at] as number);
    }
    this.at = at;
    return depth;
  }

  private passString(): void {
    let from = this.at + 1;
    for (;;) {
      const found = this.bytes.indexOf(QUOTE, from);
      if (found < 0 || found >= this.filled) {
        const scanned = this.filled - this.at;
        if (!this.more()) throw new JsonError(CUT_OFF);
        from = this.at + Math.max(1, scanned);
        continue;
      }
      if (!this.isEscaped(found)) {
        this.at = found + 1;
        return;
      }
      from = found + 1;
    }
  }

  /** Whether an odd number of backslashes stands before a quote. */
  private isEscaped(quote: number): boolean {
    let at = quote - 1;
    while (at > this.at && this.bytes[at] === BACKSLASH) at--;
    return (quote - 1 - at) % 2 === 1;
  }

  /** A number, true, false or null. */
  private passWord(): void {
    let passed = 0;
    while (this.at < this.filled || this.more()) {
      const byte = this.bytes[this.at] as number;
      if (isWord(byte)) {
        this.at++;
        passed++;
      } else if (passed > 0) return;
      else throw unexpected(byte);
    }
  }

  /** Reads on, dropping what lies behind where there is no room; false at the end. */
  private more(): boolean {
    const piece = this.source.next();
    if (piece === null) return false;
    if (this.filled + piece.length > this.bytes.length) this.makeRoom(piece.length);
    piece.copy(this.bytes, this.filled);
    this.filled += piece.length;
    if (!isAscii(piece)) this.plainFrom = this.filled;
    return true;
  }

  /** What is kept gets twice the room, so that long values cost no more. */
  private makeRoom(length: number): void {
    const keep = this.marked >= 0 ? this.marked : this.held >= 0 ? this.held : this.at;
    const kept = this.filled - keep;
    const needed = kept + length;
    const room =
      needed <= this.bytes.length ? this.bytes : Buffer.allocUnsafeSlow(kept === 0 ? needed : 2 * needed);
    this.bytes.copy(room, 0, keep, this.filled);
    this.bytes = room;
    this.filled = kept;
    this.at -= keep;
    this.plainFrom = Math.max(0, this.plainFrom - keep);
    if (this.held >= 0) this.held -= keep;
    if (this.marked >= 0) this.marked = 0;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new JsonError(error instanceof Error ? error.message : String(error));
  }
}

/** Behind the closing quote; -1 where it was not read yet. */
function endOfText(bytes: Buffer, quote: number, filled: number): number {
  let at = quote + 1;
  while (at < filled) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return -1;
}

function unexpected(byte: number): JsonError {
  return new JsonError(`unexpected ${JSON.stringify(String.fromCharCode(byte))}`);
}

function tooDeep(levels: number): JsonError {
  return new JsonError(`it is nested more than ${levels} levels deep, which nothing Terraform writes is`);
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** Letters, digits, and the signs of numbers. */
function isWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e
  );
}
