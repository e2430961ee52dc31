import { expect, it } from "@jest/globals";
import { type LandfallMatchers, matchers } from "landfall/testing";
import { check, instance } from "../rules/helpers";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T> extends LandfallMatchers<R> {}
}

expect.extend(matchers);

it("the matchers work, and are typed, without globals", () => {
  expect(check(instance("eu-central-1", "p5.48xlarge"))).toPlace({ country: "DE", count: 8 });
  // @ts-expect-error: counts are numbers.
  expect(() => expect(check({})).toPlace({ count: "8" })).toThrow(TypeError);
});
