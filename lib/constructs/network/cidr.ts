import { parse, parseCIDR } from "ipaddr.js";

/** An IPv4 block. */
export interface Block {
  /** First address as a number, a multiple of the size. */
  readonly first: number;
  /** Prefix length, 0 to 32. */
  readonly prefix: number;
}

/** The block, or undefined for what is not `a.b.c.d/n` with every host bit zero. */
export function readBlock(text: string): Block | undefined {
  if (!/^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/.test(text)) return undefined;
  try {
    const [address, prefix] = parseCIDR(text);
    const first = address.toByteArray().reduce((number, byte) => number * 256 + byte, 0);
    return first % sizeOf(prefix) === 0 ? { first, prefix } : undefined;
  } catch {
    return undefined;
  }
}

export function showBlock({ first, prefix }: Block): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
  return `${bytes.join(".")}/${prefix}`;
}

/** How many addresses a prefix length leaves. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

export function overlap(one: Block, other: Block): boolean {
  return one.first < lastOf(other) + 1 && other.first < lastOf(one) + 1;
}

/** Whether the internet routes none of it (RFC 1918, and RFC 6598 for carriers). */
export function isPrivate(block: Block): boolean {
  return [block.first, lastOf(block)].every((number) =>
    ["private", "carrierGradeNat"].includes(
      parse(showBlock({ first: number, prefix: 32 }).slice(0, -3)).range(),
    ),
  );
}

function lastOf({ first, prefix }: Block): number {
  return first + sizeOf(prefix) - 1;
}
