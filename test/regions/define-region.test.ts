import { defineRegion, findRegion, knownSites, locateZone } from "../../regions";

const johor = { code: "johor-hall-1", name: "Colocation hall in Johor", country: "MY" };

test("a site is declared once, frozen, and found", () => {
  const site = defineRegion(johor);
  expect(site).toMatchObject({
    cloud: "site",
    country: "MY",
    zones: [],
    residency: expect.stringContaining("PDPA 2010"),
  });
  expect(Object.isFrozen(site)).toBe(true);
  expect(defineRegion({ ...johor })).toBe(site);
  expect(findRegion("site", " JOHOR-hall-1")).toBe(site);
  expect(locateZone("site", "johor-hall-1")).toMatchObject({ kind: "site", country: "MY" });
  expect(knownSites()).toEqual([site]);
});

test("a room may stand in another country", () => {
  const room = {
    group: "tuas",
    kind: "local-zone",
    country: "SG",
    place: "Tuas",
    confidence: "high",
  } as const;
  defineRegion({ code: "causeway", name: "Both sides", country: "MY", zones: [room] });
  expect(locateZone("site", "tuas", "causeway")).toMatchObject({ region: "causeway", country: "SG" });
  expect(locateZone("site", "tuas")).toBeUndefined();
  expect(locateZone("site", "attic", "causeway")).toBeUndefined();
});

test("a country without a recorded law says so", () => {
  expect(defineRegion({ code: "ulaanbaatar", name: "Ulaanbaatar", country: "MN" }).residency).toContain(
    "Mongolia (MN)",
  );
});

test.each([
  [{ ...johor, country: "Malaysia" }, /country is "Malaysia"; expected an ISO 3166-1/],
  [{ ...johor, country: "my" }, /country is "my"/],
  [{ ...johor, country: "XK" }, /country is "XK"/],
  [{ ...johor, code: "Johor Hall" }, /code is "Johor Hall"; expected lower-case/],
  [{ ...johor, code: "" }, /code is ""/],
  [{ ...johor, code: "__proto__" }, /code is "__proto__"/],
  [{ ...johor, code: "ap-southeast-5" }, /not a region of aws/],
  [{ ...johor, code: "eastasia" }, /not a region of azure/],
  [{ ...johor, code: "pier-9", name: " " }, /name is " "/],
  [{ ...johor, country: "SG" }, /"Colocation hall in Johor" in MY already has it/],
])("%j is refused", (props, message) => {
  defineRegion(johor);
  expect(() => defineRegion(props)).toThrow(message);
});
