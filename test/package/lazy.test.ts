/** What costs time to load waits for the first policy or guard. */
describe("an import of landfall", () => {
  const refuse = (name: string) => () => {
    throw new Error(`${name} was loaded`);
  };

  it("loads no schema, no tables and nothing that judges", () => {
    jest.isolateModules(() => {
      const heavy = ["zod", "yaml", "../../regions", "../../lib/policy/judge", "../../lib/accelerators"];
      for (const name of heavy) jest.doMock(name, refuse(name));
      const landfall = require("../../lib") as typeof import("../../lib");
      expect(Object.keys(landfall)).toEqual(expect.arrayContaining(["guard", "loadPolicy", "toPretty"]));
      expect(() => landfall.parsePolicy("{}")).toThrow("zod was loaded");
      for (const name of heavy) jest.dontMock(name);
    });
  });
});
