import { changesOf, isMisread } from "./again";

const plan = (actions: readonly string[], before: object, after: object, mode = "managed") => ({
  resource_changes: [
    { address: "aws_template.one", mode, type: "aws_template", change: { actions, before, after } },
  ],
});
const table = { aws_template: { attributes: ["tags"], reason: "forgets tags" } };
const misread = (change: Parameters<typeof changesOf>[0]) =>
  changesOf(change).every((one) => isMisread(one, table));

describe("a second plan", () => {
  it("without changes has none, and what is only read is none", () => {
    expect(changesOf({})).toEqual([]);
    expect(changesOf(plan(["no-op"], { a: 1 }, { a: 1 }) as never)).toEqual([]);
    expect(changesOf(plan(["read"], {}, {}, "data") as never)).toEqual([]);
  });

  it("may differ in what the emulator misread, and in what follows from it", () => {
    expect(misread(plan(["update"], { tags: [], a: 1 }, { tags: [1], a: 1 }) as never)).toBe(true);
    // `version` is only known after apply, so it is missing.
    expect(misread(plan(["update"], { version: 1 }, {}) as never)).toBe(true);
  });

  it("may not differ in anything else, nor make or replace", () => {
    expect(misread(plan(["update"], { tags: [], a: 1 }, { tags: [1], a: 2 }) as never)).toBe(false);
    expect(misread(plan(["create"], {}, { tags: [1] }) as never)).toBe(false);
    expect(misread(plan(["delete", "create"], { tags: [] }, { tags: [1] }) as never)).toBe(false);
  });
});
