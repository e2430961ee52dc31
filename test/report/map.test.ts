import fc from "fast-check";
import { countryCodes } from "../../lib/jurisdictions";
import { compact } from "../../lib/reports/html/map/compact";
import { anchorOf, type Dot, sidesOf } from "../../lib/reports/html/map/labels";
import { viewsOf } from "../../lib/reports/html/map/views";
import { HEIGHT, place, WIDTH, World } from "../../lib/reports/html/map/world";

const world = new World();

describe("the world", () => {
  it("has an outline or a dot for every country there is, but for a few islands", () => {
    const drawn = new Set(world.countries.map(({ code }) => code));
    const missing = countryCodes().filter((code) => !drawn.has(code));
    // Antarctica is left out; the others are part of another country's outline in Natural Earth, or too small for its scale.
    expect(missing).toEqual([
      "AQ",
      "BQ",
      "BV",
      "CC",
      "CX",
      "GF",
      "GI",
      "GP",
      "MQ",
      "RE",
      "SJ",
      "TK",
      "TV",
      "UM",
      "YT",
    ]);
  });

  it("fits the picture, in few bytes", () => {
    expect(world.countries.reduce((sum, { path }) => sum + path.length, 0)).toBeLessThan(150_000);
    expect(world.countries.map(({ path }) => path).join("")).toMatch(/^[Mlz\d. -]+$/);
    for (const code of countryCodes()) {
      const [x, y] = world.middleOf(code) ?? [1, 1];
      expect([code, x > 0 && x < WIDTH, y > 0 && y < HEIGHT]).toEqual([code, true, true]);
    }
    expect(world.middleOf("XX")).toBeUndefined();
  });

  it("puts places where their countries are", () => {
    const near = (code: string, at: [number, number]) => {
      const [x, y] = world.middleOf(code) ?? [0, 0];
      const [px, py] = place(at);
      expect(Math.hypot(x - px, y - py)).toBeLessThan(15);
    };
    near("DE", [10.4, 51.1]);
    near("SG", [103.8, 1.35]);
    near("AU", [134, -25]);
    near("MY", [114, 4]);
  });

  it("outlines countries together without the borders between them", () => {
    const [both, one, other] = [world.outline(["DE", "FR"]), world.outline(["DE"]), world.outline(["FR"])];
    expect(both.length).toBeLessThan(one.length + other.length);
    expect(world.outline(["XX"])).toBe("");
    expect(world.outline([])).toBe("");
  });
});

it("a path in steps leads where the absolute one did", () => {
  expect(compact("M1,1L2,1L2,3.04L2,3L1,1Z")).toBe("M1 1l1 0 0 2-1-2z");
  expect(compact("M1,1L1.01,1L1,1.02Z")).toBe("");
  expect(compact("")).toBe("");
});

describe("labels", () => {
  const dot: fc.Arbitrary<Dot> = fc.record({
    at: fc.tuple(fc.integer({ min: 0, max: WIDTH }), fc.integer({ min: 0, max: HEIGHT })),
    radius: fc.integer({ min: 5, max: 18 }),
    lines: fc.constant(["8 × H100 SXM", "eu-central-1"]),
  });

  it("cover neither a dot nor one another, and stay inside", () => {
    fc.assert(
      fc.property(fc.array(dot, { maxLength: 25 }), (dots) => {
        const sides = sidesOf(dots, 1, [WIDTH, HEIGHT]);
        const boxes = dots.flatMap((one, i) => {
          const side = sides[i];
          return side === undefined ? [] : [{ i, ...boxOf(one, side) }];
        });
        for (const box of boxes) {
          expect(box.left >= 0 && box.right <= WIDTH && box.top >= 0 && box.bottom <= HEIGHT).toBe(true);
          const others = boxes.filter(({ i }) => i > box.i);
          expect(others.some((other) => overlap(box, other))).toBe(false);
        }
      }),
    );
  });

  it("stand to the right where there is room", () => {
    const [side] = sidesOf([{ at: [500, 200], radius: 8, lines: ["a"] }], 1, [WIDTH, HEIGHT]);
    expect(side).toBe("right");
    expect(sidesOf([{ at: [995, 200], radius: 8, lines: ["abc"] }], 1, [WIDTH, HEIGHT])).toEqual(["left"]);
  });

  /** Where the text is written, generously narrow: 5 pixels a character, 11 a line. */
  function boxOf(one: Dot, side: Parameters<typeof anchorOf>[1]) {
    const { x, y, anchor } = anchorOf(one, side);
    const width = Math.max(...one.lines.map(({ length }) => length)) * 5;
    const start = one.at[0] + x - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
    const top = one.at[1] + y - 8;
    return { left: start, right: start + width, top, bottom: top + 8 + 13 };
  }

  function overlap(a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }
});

it("offers the parts of the map in which something stands", () => {
  expect(viewsOf([]).map(({ name }) => name)).toEqual(["World"]);
  expect(viewsOf([place([8.7, 50.1])]).map(({ name }) => name)).toEqual(["World", "Europe"]);
  for (const { box, scale } of viewsOf([place([8.7, 50.1]), place([55, 25]), place([-74, 40])])) {
    const [x = 0, y = 0, width = 0, height = 0] = box.split(" ").map(Number);
    expect(x >= 0 && y >= 0 && x + width <= WIDTH + 0.2 && y + height <= HEIGHT + 0.2).toBe(true);
    expect(width / WIDTH).toBeCloseTo(scale, 2);
  }
});
