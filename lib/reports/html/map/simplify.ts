import type { Arc, Topology } from "topojson-specification";

/** Degrees by which a line may be off: a third of a pixel, or one where the map is enlarged. */
const TOLERANCE = 0.11;

/**
 * The same countries with fewer points. Lines are thinned where countries share them, so that neighbours still meet
 * (Douglas and Peucker's algorithm).
 */
export function simplified(topology: Topology): Topology {
  const scale = topology.transform?.scale ?? [1, 1];
  return { ...topology, arcs: topology.arcs.map((arc) => relative(thin(absolute(arc), scale))) };
}

/** Arcs are written as steps from point to point. */
function absolute(arc: Arc): Arc {
  let [x, y] = [0, 0];
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x, y];
  });
}

function relative(points: Arc): Arc {
  return points.map(([x = 0, y = 0], i) => {
    const [px = 0, py = 0] = points[i - 1] ?? [];
    return [x - px, y - py];
  });
}

function thin(points: Arc, [sx = 1, sy = 1]: readonly number[]): Arc {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    let [worst, at] = [TOLERANCE, 0];
    for (let i = first + 1; i < last; i += 1) {
      const off = distance(scaled(points[i]), scaled(points[first]), scaled(points[last]));
      if (off > worst) [worst, at] = [off, i];
    }
    if (at === 0) continue;
    kept.add(at);
    open.push([first, at], [at, last]);
  }
  return points.filter((_, i) => kept.has(i));

  function scaled([x = 0, y = 0]: Arc[number] = []): readonly [number, number] {
    return [x * sx, y * sy];
  }
}

type Point = readonly [number, number];

/** Of a point from the line between two others, or from both where they are one. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs(dy * (x - ax) - dx * (y - ay)) / length;
}
