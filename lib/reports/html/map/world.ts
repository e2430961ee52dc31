import { geoNaturalEarth1, geoPath } from "d3-geo";
import type { Feature, MultiPolygon, Polygon } from "geojson";
import { feature, merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon as Shape, Topology } from "topojson-specification";
import { groupBy } from "../../../text/group";
import { compact } from "./compact";
import { simplified } from "./simplify";

/** The picture is this wide, in units that are pixels where it is shown at its size. */
export const WIDTH = 1000;
export const HEIGHT = 452;

export type XY = readonly [x: number, y: number];

export interface Country {
  /** ISO 3166-1 alpha-2; null for land that has no code of its own. */
  readonly code: string | null;
  /** The outline, as an SVG path. */
  readonly path: string;
  /** The middle of its largest part. */
  readonly middle: XY;
  /** Too small to be seen as an outline. */
  readonly isSmall: boolean;
}

type Land = Feature<Polygon | MultiPolygon>;

/**
 * Natural Earth's countries at 1:50 million (public domain, through world-atlas), Antarctica left out. Borders are as
 * they are held, decide nothing and take no side.
 */
export class World {
  readonly countries: readonly Country[];
  private readonly topology: Topology;
  private readonly shapes: ReadonlyMap<string, readonly Shape[]>;
  private readonly path;

  constructor() {
    this.topology = simplified(require("world-atlas/countries-50m.json") as Topology);
    this.path = geoPath(projection);
    const { geometries } = this.topology.objects["countries"] as GeometryCollection;
    const shapes = (geometries as Shape[]).filter(({ id }) => id !== ANTARCTICA);
    const codes = codesByNumber();
    const codeOf = ({ id }: Shape) => codes.get(String(id)) ?? null;
    // Some have outlying islands as a shape of their own.
    this.shapes = groupBy(shapes, (shape) => codeOf(shape) ?? "");
    this.countries = shapes.map((shape) =>
      this.country(codeOf(shape), feature(this.topology, shape) as unknown as Land),
    );
  }

  /** The outline around countries together, without the borders between them. */
  outline(codes: readonly string[]): string {
    const inside = codes.flatMap((code) => this.shapes.get(code) ?? []);
    return compact(this.path(merge(this.topology, inside)) ?? "");
  }

  middleOf(code: string): XY | undefined {
    const parts = this.countries.filter((country) => country.code === code);
    return (parts.find(({ isSmall }) => !isSmall) ?? parts[0])?.middle;
  }

  private country(code: string | null, land: Land): Country {
    const path = compact(this.path(land) ?? "");
    const isSmall = this.path.area(land) < SMALLEST_SEEN;
    return { code, path, middle: this.middle(land), isSmall };
  }

  private middle(land: Land): XY {
    const [x, y] = this.path.centroid(this.mainland(land));
    return [round(x), round(y)];
  }

  private mainland(land: Land): Land {
    if (land.geometry.type === "Polygon") return land;
    const parts = land.geometry.coordinates.map((coordinates) => {
      const geometry = { type: "Polygon" as const, coordinates };
      return { geometry, area: this.path.area(geometry) };
    });
    const largest = parts.reduce((most, part) => (part.area > most.area ? part : most));
    return { ...land, geometry: largest.geometry };
  }
}

/** Where a longitude and latitude lie in the picture. */
export function place(at: readonly [number, number]): XY {
  const [x = 0, y = 0] = projection([at[0], at[1]]) ?? [];
  return [round(x), round(y)];
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Turned so that the seam runs through the Bering Strait; shifted so that the Antarctic falls below the edge. */
const projection = geoNaturalEarth1()
  .rotate([-11, 0])
  .scale(186)
  .translate([WIDTH / 2, 258])
  .precision(0);

const ANTARCTICA = "010";

/** Square pixels. */
const SMALLEST_SEEN = 7;

/** The numbers that Natural Earth gives, as ISO's letters. */
function codesByNumber(): Map<string, string> {
  const rows: readonly (readonly [string, string, string])[] = require("i18n-iso-countries/codes.json");
  return new Map(rows.map(([alpha2, , numeric]) => [numeric, alpha2]));
}
