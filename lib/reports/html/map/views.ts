import { HEIGHT, place, round, WIDTH, type XY } from "./world";

/** A part of the map to look at. */
export interface View {
  readonly name: string;
  /** SVG's view box. */
  readonly box: string;
  /** Units of the map in a pixel. */
  readonly scale: number;
}

/** West, south, east, north. */
const PARTS: readonly (readonly [string, number, number, number, number])[] = [
  ["North America", -128, 8, -62, 56],
  ["South America", -84, -40, -34, 13],
  ["Europe", -13, 35, 34, 66],
  ["Middle East", 28, 8, 66, 42],
  ["Africa", -19, -36, 44, 38],
  ["Asia", 60, -11, 147, 50],
  ["Pacific", 108, -48, 179, 5],
];

export const WHOLE: View = { name: "World", box: `0 0 ${WIDTH} ${HEIGHT}`, scale: 1 };

/** How much parts of the map are enlarged, about: for what is laid out once for all of them. */
export const CLOSE = 0.3;

/** The world, and the parts in which something is shown. */
export function viewsOf(points: readonly XY[]): View[] {
  const parts = PARTS.map(([name, west, south, east, north]) => {
    const [left, top] = [place([west, (south + north) / 2])[0], place([0, north])[1]];
    const [right, bottom] = [place([east, (south + north) / 2])[0], place([0, south])[1]];
    return { name, left, top, right, bottom };
  });
  const used = parts.filter(({ left, top, right, bottom }) =>
    points.some(([x, y]) => left <= x && x <= right && top <= y && y <= bottom),
  );
  return [WHOLE, ...used.map(({ name, left, top, right, bottom }) => fitted(name, left, top, right, bottom))];
}

/** In the proportions of the whole. */
function fitted(name: string, left: number, top: number, right: number, bottom: number): View {
  const scale = Math.max((right - left) / WIDTH, (bottom - top) / HEIGHT);
  const [width, height] = [WIDTH * scale, HEIGHT * scale];
  const x = Math.min(Math.max((left + right - width) / 2, 0), WIDTH - width);
  const y = Math.min(Math.max((top + bottom - height) / 2, 0), HEIGHT - height);
  return {
    name,
    box: [x, y, width, height].map(round).join(" "),
    scale: Math.round(scale * 1000) / 1000,
  };
}
