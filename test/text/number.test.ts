import * as fc from "fast-check";
import { grouped } from "../../lib/text/number";

describe("a number for people", () => {
  it("has groups of three digits", () => {
    expect([0, 999, 1000, 15_832, 1_234_567].map((value) => grouped(value))).toEqual([
      "0",
      "999",
      "1,000",
      "15,832",
      "1,234,567",
    ]);
  });

  it("is rounded as asked, half up, without zeros at the end", () => {
    expect(grouped(19.4496, 2)).toBe("19.45");
    expect(grouped(1.005, 2)).toBe("1.01");
    expect(grouped(1999.999, 2)).toBe("2,000");
    expect(grouped(4799.9999)).toBe("4,799.9999");
  });

  it("is what Intl writes, for any quantity of a datasheet", () => {
    const quantities = fc.nat(2_000_000_000).map((value) => value / 1000);
    fc.assert(
      fc.property(quantities, fc.nat(3), (value, digits) => {
        const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: digits });
        expect(grouped(value, digits)).toBe(format.format(value));
      }),
    );
  });
});
