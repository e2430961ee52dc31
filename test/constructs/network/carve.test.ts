import fc from "fast-check";
import { carve, sliceOf } from "../../../lib/constructs/network/carve";
import {
  type Block,
  isPrivate,
  overlap,
  readBlock,
  showBlock,
  sizeOf,
} from "../../../lib/constructs/network/cidr";

const addresses = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const blocks = fc
  .tuple(addresses, fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]): Block => ({ first: address - (address % sizeOf(prefix)), prefix }));

const holds = ({ first, prefix }: Block, address: number) =>
  address >= first && address < first + sizeOf(prefix);

describe("a block", () => {
  it("survives being written and read", () => {
    fc.assert(fc.property(blocks, (block) => expect(readBlock(showBlock(block))).toEqual(block)));
  });

  it.each([
    "10.0.0.1/8",
    "10.0.0.0",
    "10.0.0.0/33",
    "256.0.0.0/8",
    "10.0.0/8",
    "::/0",
    "",
    "10.0.0.0/08x",
    "010.0.0.0/8.0",
  ])('"%s" is none', (text) => expect(readBlock(text)).toBeUndefined());

  it("overlaps another exactly when one holds the other's first address", () => {
    fc.assert(
      fc.property(blocks, blocks, (one, other) => {
        expect(overlap(one, other)).toBe(holds(one, other.first) || holds(other, one.first));
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });

  it("overlaps all that it holds, and not its neighbour", () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (block, offset) => {
        expect(overlap(block, { first: block.first + (offset % sizeOf(block.prefix)), prefix: 32 })).toBe(
          true,
        );
        expect(overlap(block, { ...block, first: block.first + sizeOf(block.prefix) })).toBe(false);
      }),
    );
  });

  it.each([
    ["10.0.0.0/8", true],
    ["172.16.0.0/12", true],
    ["172.0.0.0/11", false],
    ["192.168.0.0/16", true],
    ["100.64.0.0/10", true],
    ["100.0.0.0/8", false],
    ["8.8.8.0/24", false],
  ])("%s is private: %s", (text, expected) => {
    const block = readBlock(text);
    expect(block && isPrivate(block)).toBe(expected);
  });
});

describe("carving", () => {
  const networks = fc.integer({ min: 16, max: 28 });
  const prefixes = fc.array(fc.integer({ min: 16, max: 28 }), { maxLength: 6 });

  it("gives subnets that lie inside, apart, and as large as asked, or says that they do not fit", () => {
    fc.assert(
      fc.property(networks, prefixes, prefixes, addresses, (prefix, large, small, address) => {
        const network = { first: address - (address % sizeOf(prefix)), prefix };
        const cut = carve(prefix, large, small);
        const wanted = [...large, ...small];
        const needed = wanted.reduce((sum, one) => sum + sizeOf(one), 0);
        if (!cut) return;
        const given = [...cut.large, ...cut.small].map((slice) => sliceOf(network, slice));
        expect(given.map((block) => block.prefix)).toEqual(wanted);
        expect(needed).toBeLessThanOrEqual(sizeOf(prefix));
        for (const [at, block] of given.entries()) {
          expect(readBlock(showBlock(block))).toEqual(block);
          expect(holds(network, block.first) && holds(network, block.first + sizeOf(block.prefix) - 1)).toBe(
            true,
          );
          for (const other of given.slice(at + 1)) expect(overlap(block, other)).toBe(false);
        }
      }),
    );
  });

  it("always fits what is sorted by size and not more than the network", () => {
    fc.assert(
      fc.property(networks, prefixes, (prefix, large) => {
        const sorted = large.toSorted((a, b) => a - b);
        const needed = sorted.reduce((sum, one) => sum + sizeOf(one), 0);
        expect(carve(prefix, sorted, []) !== undefined).toBe(needed <= sizeOf(prefix));
      }),
    );
  });

  it("leaves a subnet where it was when others are added behind it, and when the other kind goes", () => {
    fc.assert(
      fc.property(networks, prefixes, prefixes, (prefix, large, small) => {
        const all = carve(prefix, large, small);
        if (!all) return;
        expect(carve(prefix, large.slice(0, -1), small)?.large).toEqual(
          all.large.slice(0, large.slice(0, -1).length),
        );
        expect(carve(prefix, large, [])?.large).toEqual(all.large);
        expect(carve(prefix, [], small)?.small).toEqual(all.small);
      }),
    );
  });
});
