import type { Route } from "../routes";
import type { Point } from "../spots";
import { place, round, type World, type XY } from "./world";

/** A route as a line on the map. */
export interface Arc {
  readonly route: Route;
  /** An SVG path. */
  readonly path: string;
  /** Its highest point, for what stands on it. */
  readonly middle: XY;
}

/** Lines from every place that data comes from to every place it can go; none within one place. */
export function arcsOf(routes: readonly Route[], world: World): Arc[] {
  return routes.flatMap((route) => {
    const from = spotOf(route.from, world);
    if (from === undefined) return [];
    return route.to.flatMap((point) => {
      const to = spotOf(point, world);
      return to === undefined || distance(from, to) < 1 ? [] : [{ route, ...bow(from, to) }];
    });
  });
}

/** Where a point lies: at its coordinates, else in the middle of its country. */
export function spotOf({ at, country }: Point, world: World): XY | undefined {
  if (at !== null) return place(at);
  return country === null ? undefined : world.middleOf(country);
}

/** Bent upwards by a fifth of its length. */
function bow([ax, ay]: XY, [bx, by]: XY): { path: string; middle: XY } {
  const bend = 0.22 * (bx >= ax ? 1 : -1);
  const cx = (ax + bx) / 2 + (by - ay) * bend;
  const cy = (ay + by) / 2 - (bx - ax) * bend;
  const middle = [round((ax + 2 * cx + bx) / 4), round((ay + 2 * cy + by) / 4)] as const;
  return { path: `M${ax} ${ay}Q${round(cx)} ${round(cy)} ${bx} ${by}`, middle };
}

function distance([ax, ay]: XY, [bx, by]: XY): number {
  return Math.hypot(ax - bx, ay - by);
}
