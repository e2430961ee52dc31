import type { XY } from "./world";

/** Where a label stands beside its dot. */
export type Side = "right" | "left" | "above" | "below";

export interface Dot {
  readonly at: XY;
  readonly radius: number;
  /** Lines of its label, the first one bold. */
  readonly lines: readonly string[];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels: a character on average, and a line. */
const CHARACTER = 6.1;
const LINE = 13;
const GAP = 4;

const SIDES: readonly Side[] = ["right", "left", "above", "below"];

/**
 * The side of each dot where its label covers neither a dot nor a label before it; undefined where there is none.
 *
 * @param scale how many units of the map a pixel is: dots keep their size where the map is enlarged
 */
export function sidesOf(dots: readonly Dot[], scale: number, frame: XY): (Side | undefined)[] {
  const taken = dots.map((dot) => around(dot, scale));
  return dots.map((dot, i) => {
    const others = taken.filter((_, j) => j !== i);
    const found = SIDES.find((side) => {
      const box = boxOf(dot, side, scale);
      return isWithin(box, frame) && !others.some((other) => overlap(box, other));
    });
    if (found !== undefined) taken.push(boxOf(dot, found, scale));
    return found;
  });
}

/** Where the text of a label begins, from the middle of its dot, in pixels. */
export function anchorOf({ radius, lines }: Dot, side: Side): { x: number; y: number; anchor: string } {
  const height = lines.length * LINE;
  const middle = -height / 2 + LINE - 3.5;
  switch (side) {
    case "right":
      return { x: radius + GAP, y: middle, anchor: "start" };
    case "left":
      return { x: -radius - GAP, y: middle, anchor: "end" };
    case "above":
      return { x: 0, y: -radius - GAP - height + LINE, anchor: "middle" };
    case "below":
      return { x: 0, y: radius + GAP + LINE - 3, anchor: "middle" };
  }
}

function around({ at: [x, y], radius }: Dot, scale: number): Box {
  const r = radius * scale;
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}

function boxOf({ at: [x, y], radius, lines }: Dot, side: Side, scale: number): Box {
  const width = Math.max(...lines.map(({ length }) => length)) * CHARACTER * scale;
  const height = lines.length * LINE * scale;
  const away = (radius + GAP) * scale;
  const left = side === "right" ? x + away : side === "left" ? x - away - width : x - width / 2;
  const top = side === "above" ? y - away - height : side === "below" ? y + away : y - height / 2;
  return { left, top, right: left + width, bottom: top + height };
}

function isWithin({ left, top, right, bottom }: Box, [width, height]: XY): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
