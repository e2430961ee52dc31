import { issuesOf, load } from "./helpers";

describe("facts", () => {
  it("are kept as stated, and are none where nothing is", () => {
    expect(load().facts).toEqual({});
    expect(load("facts: { siteCapacityShown: false, firstAcceleratorOrder: 2023-03-01 }\n").facts).toEqual({
      siteCapacityShown: false,
      firstAcceleratorOrder: "2023-03-01",
    });
  });

  it.each([
    [
      "facts: { siteCapacityShow: false }",
      /facts\.siteCapacityShow: unknown key.*did you mean "?siteCapacityShown/,
    ],
    [
      "facts: { siteCapacityShown: no-idea }",
      /facts\.siteCapacityShown: expected true or false, got the text "no-idea"/,
    ],
    [
      "facts: { firstAcceleratorOrder: 2023-02-30 }",
      /facts\.firstAcceleratorOrder: expected a day that exists/,
    ],
    [
      "facts: { deliveryAddress: home }",
      /facts\.deliveryAddress: expected one of business, residential, vague/,
    ],
    ["facts: { reexportsFrom: [] }", /facts\.reexportsFrom: expected at least one entry/],
    [
      "facts: { transitsThrough: [Malaysia] }",
      /facts\.transitsThrough\[0\]: expected an ISO 3166-1.*did you mean "?MY/,
    ],
    ["facts: []", /facts: expected a mapping of facts/],
  ])("refuses %s", (line, message) => {
    expect(issuesOf(`${line}\n`).join("\n")).toMatch(message);
  });
});
