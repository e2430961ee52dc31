import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** Bytes in pieces, with a digest of all that was read. */
export interface ByteSource {
  /** The next piece; null at the end. It may be overwritten when the next one is asked for. */
  next(): Buffer | null;
  /** `sha256:` and 64 hex digits, of everything given out so far. */
  digest(): string;
  close(): void;
}

const PIECE = 1024 * 1024;
const STANDARD_INPUT = 0;

/** A file, or standard input for `-`. Throws what the file system throws. */
export function fileSource(path: string): ByteSource {
  const descriptor = path === "-" ? STANDARD_INPUT : openSync(path, "r");
  const piece = Buffer.allocUnsafeSlow(PIECE);
  return digesting({
    next: () => readPiece(descriptor, piece),
    close: () => (descriptor === STANDARD_INPUT ? undefined : closeSync(descriptor)),
  });
}

/** Enough to tell what a file holds. */
const LOOK = 256;

/** A source with its first bytes looked at and put back; null where there is nothing. */
export function peeked(source: ByteSource): { first: Buffer; source: ByteSource } | null {
  const start = source.next();
  if (start === null) return null;
  let first = Buffer.from(start);
  // A pipe may give them one by one.
  while (first.length < LOOK) {
    const piece = source.next();
    if (piece === null) break;
    first = Buffer.concat([first, piece]);
  }
  const looked = first;
  let given = false;
  const next = (): Buffer | null => {
    if (given) return source.next();
    given = true;
    return looked;
  };
  return { first: looked, source: { ...source, next } };
}

/** A source that says whether a text has passed. */
export interface WatchedSource extends ByteSource {
  readonly seen: boolean;
}

/** Looks for a text in what a source gives, the joints of its pieces included. */
export function watched(source: ByteSource, text: string): WatchedSource {
  const wanted = Buffer.from(text);
  let seen = false;
  let end: Buffer = Buffer.alloc(0);
  const next = (): Buffer | null => {
    const piece = source.next();
    if (piece === null || seen) return piece;
    const joint = Buffer.concat([end, piece.subarray(0, wanted.length)]);
    seen = joint.includes(wanted) || piece.includes(wanted);
    end = Buffer.from(piece.subarray(Math.max(0, piece.length - wanted.length)));
    return piece;
  };
  return {
    next,
    digest: () => source.digest(),
    close: () => source.close(),
    get seen() {
      return seen;
    },
  };
}

/** A source that tells how many bytes of it were read, after each piece. */
export function told(source: ByteSource, tell: (bytes: number) => void): ByteSource {
  let bytes = 0;
  const next = (): Buffer | null => {
    const piece = source.next();
    bytes += piece?.length ?? 0;
    tell(bytes);
    return piece;
  };
  return { ...source, next };
}

/** Everything a source still has to give. */
export function drained(source: ByteSource): Buffer {
  const pieces: Buffer[] = [];
  for (let piece = source.next(); piece !== null; piece = source.next()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Bytes already in memory, with the digest of the file they came from. */
export function bufferSource(bytes: Buffer, digest: string): ByteSource {
  let given = false;
  return {
    next: () => {
      if (given) return null;
      given = true;
      return bytes;
    },
    digest: () => digest,
    close: () => undefined,
  };
}

function digesting(source: Pick<ByteSource, "next" | "close">): ByteSource {
  const hash = createHash("sha256");
  return {
    next: () => {
      const piece = source.next();
      if (piece !== null) hash.update(piece);
      return piece;
    },
    digest: () => `sha256:${hash.copy().digest("hex")}`,
    close: source.close,
  };
}

function readPiece(descriptor: number, piece: Buffer): Buffer | null {
  for (;;) {
    try {
      const read = readSync(descriptor, piece, 0, PIECE, null);
      return read === 0 ? null : piece.subarray(0, read);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return null;
      if (code !== "EAGAIN") throw error;
      // A pipe whose writer is not ready yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
