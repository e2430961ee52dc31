import { geoContains, geoDistance } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { clouds, type Region, regionsOf } from "../../regions";
import { coordinatesOf } from "../../regions/coordinates";

const topology = require("world-atlas/countries-50m.json") as Topology;
const codes: readonly (readonly [string, string, string])[] = require("i18n-iso-countries/codes.json");
const { features } = feature(topology, topology.objects["countries"] as GeometryCollection);

interface Named {
  readonly country: string;
  readonly name: string;
}

function placesOf({ country, name, zones }: Region): Named[] {
  return [
    { country, name },
    ...zones.map(({ country: own, place }) => ({ country: own, name: place })),
  ].flatMap((one) => (one.country === null ? [] : [{ country: one.country, name: one.name }]));
}

const places = clouds.flatMap((cloud) => regionsOf(cloud).flatMap(placesOf));

it("every place lies in its own country, or within 25 km of its coast at this scale", () => {
  const wrong = places.filter(({ country, name }) => {
    const found = coordinatesOf(country, name);
    return found !== undefined && !isIn(country, [found.longitude, found.latitude]);
  });
  expect(wrong).toEqual([]);
});

it("names without coordinates are those that say no more than the country, or nothing that could be found", () => {
  const without = places.filter(({ country, name }) => coordinatesOf(country, name) === undefined);
  expect([...new Set(without.map(({ name }) => name))].sort()).toEqual([
    "AWS European Sovereign Cloud (Germany)",
    "AWS GovCloud (US-East)",
    "AWS GovCloud (US-West)",
    "Belgium",
    "EU ISOE West",
    "Europe (Ireland)",
    "Europe (Spain)",
    "Israel Central (Israel)",
    "Middle East (UAE)",
    "Netherlands",
    "North Europe (Ireland)",
    "Somerset",
    "Taiwan",
    "Thames",
    "US ISO East",
    "US ISO WEST",
    "US ISOB West",
    "US ISOF EAST",
    "US ISOF SOUTH",
    "United States",
    "West Europe (Netherlands)",
  ]);
});

it.each([
  ["DE", "Europe (Frankfurt)", { latitude: 50.1, longitude: 8.7, confidence: "medium" }],
  ["US", "Dallas, Texas", { latitude: 32.8, longitude: -96.8, confidence: "medium" }],
  ["CH", "Zurich (dedicated)", { latitude: 47.4, longitude: 8.6, confidence: "medium" }],
  ["BR", "São Paulo", { latitude: -23.5, longitude: -46.6, confidence: "medium" }],
  ["US", "US East (N. Virginia)", { latitude: 39, longitude: -77.5, confidence: "low" }],
  ["DE", "Dallas, Texas", undefined],
  ["AE", "Middle East (UAE)", undefined],
  ["DE", "", undefined],
])("%s %s", (country, name, expected) => expect(coordinatesOf(country, name)).toEqual(expected));

function isIn(country: string, at: [number, number]): boolean {
  const number = codes.find(([alpha2]) => alpha2 === country)?.[2];
  const lands = features.filter(({ id }) => id === number);
  if (lands.some((land) => geoContains(land, at))) return true;
  const points = lands.flatMap((land) => pointsOf(land.geometry));
  return points.some((point) => geoDistance(point, at) * 6371 < 25);
}

function pointsOf(geometry: GeoJSON.Geometry): [number, number][] {
  const found: [number, number][] = [];
  const walk = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    if (typeof value[0] === "number") found.push([value[0], value[1]]);
    else for (const inner of value) walk(inner);
  };
  if ("coordinates" in geometry) walk(geometry.coordinates);
  return found;
}
