import { type Block, sizeOf } from "./cidr";

/** A subnet's place in a network, whatever address the network begins with. */
export interface Slice {
  /** Prefix length of the subnet. */
  readonly prefix: number;
  /** Which block of that size it is, counted from the network's first address, as Terraform's `cidrsubnet` counts. */
  readonly index: number;
}

export interface Cut {
  readonly large: readonly Slice[];
  readonly small: readonly Slice[];
}

/**
 * Cuts subnets out of a network: the large ones from its beginning in the order given, the small ones from its end,
 * each at the next boundary of its size.
 *
 * So a subnet keeps its place when others are added behind it, or when the other kind comes and goes.
 *
 * @returns undefined when they do not fit.
 */
export function carve(network: number, large: readonly number[], small: readonly number[]): Cut | undefined {
  const size = sizeOf(network);
  let low = 0;
  const fromBeginning = large.map((prefix) => {
    const index = Math.ceil(low / sizeOf(prefix));
    low = (index + 1) * sizeOf(prefix);
    return { prefix, index };
  });
  let high = size;
  const fromEnd = small.map((prefix) => {
    const index = Math.floor(high / sizeOf(prefix)) - 1;
    high = index * sizeOf(prefix);
    return { prefix, index };
  });
  return low <= high ? { large: fromBeginning, small: fromEnd } : undefined;
}

export function sliceOf(network: Block, { prefix, index }: Slice): Block {
  return { first: network.first + index * sizeOf(prefix), prefix };
}
