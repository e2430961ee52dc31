import type { ByteSource } from "./bytes";

/** What is said of a document that ends too early. */
export const CUT_OFF = "it is cut off before its end";

/** The bytes are not the JSON they should be. */
export class JsonError extends Error {}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * Walks JSON that may be larger than memory: the caller goes down into the objects and arrays it cares for,
 * takes values whole, and skips the rest. Only what is taken is held.
 */
export class JsonReader {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  /** Start of what must not be dropped when more bytes are read. */
  private held = -1;

  constructor(private readonly source: ByteSource) {
    this.more();
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.at = 3;
  }

  /** Calls `visit` at the value of every key; it must take, skip or go down into the value. */
  object(visit: (key: string) => void): void {
    const seen = new Set<string>();
    this.members(OPEN_OBJECT, CLOSE_OBJECT, () => {
      const key = this.take();
      if (typeof key !== "string") throw new JsonError("a key is not text");
      if (seen.has(key)) throw new JsonError(`the key ${JSON.stringify(key)} stands twice in one object`);
      seen.add(key);
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

  /** The next value, whole. */
  take(): unknown {
    this.peek();
    this.held = this.at;
    this.pass();
    const text = this.bytes.toString("utf8", this.held, this.at);
    this.held = -1;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new JsonError(error instanceof Error ? error.message : String(error));
    }
  }

  /** Passes over the next value without looking into it. */
  skip(): void {
    this.peek();
    this.pass();
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
    for (;;) {
      visit();
      const byte = this.peek();
      this.at++;
      if (byte === close) return;
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
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) {
        if (!this.more()) return undefined;
      } else if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) this.at++;
      else return byte;
    }
  }

  /** Moves past one value by its brackets and quotes. */
  private pass(): void {
    let depth = 0;
    do {
      const byte = this.peek();
      if (byte === QUOTE) this.passString();
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth += this.step();
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) depth -= this.step();
      else if (byte === COMMA || byte === COLON) this.step();
      else this.passWord();
    } while (depth > 0);
  }

  private step(): 1 {
    this.at++;
    return 1;
  }

  private passString(): void {
    let from = this.at + 1;
    for (;;) {
      const found = this.bytes.indexOf(QUOTE, from);
      if (found < 0) {
        const scanned = this.bytes.length - this.at;
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
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) {
        if (!this.more()) return;
      } else if (isWord(byte)) {
        this.at++;
        passed++;
      } else if (passed > 0) return;
      else throw new JsonError(`unexpected ${JSON.stringify(String.fromCharCode(byte))}`);
    }
  }

  /** Reads on, dropping what lies behind; false at the end. What is kept at least doubles, so that long values cost no more. */
  private more(): boolean {
    const keep = this.held >= 0 ? this.held : this.at;
    const kept = this.bytes.subarray(keep);
    const pieces = [kept];
    for (let read = 0; read === 0 || read < kept.length; ) {
      const piece = this.source.next();
      if (piece === null) break;
      pieces.push(piece);
      read += piece.length;
    }
    if (pieces.length === 1) return false;
    this.bytes = kept.length === 0 && pieces.length === 2 ? (pieces[1] as Buffer) : Buffer.concat(pieces);
    this.at -= keep;
    if (this.held >= 0) this.held = 0;
    return true;
  }
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
