import fc from "fast-check";
import type { Placement } from "../../lib/inventory/placement";
import { totalOf } from "../../lib/policy/total";
import { placed } from "../rules/helpers";

const load = (change: Partial<Placement>, tpp: number | null = 10) => ({
  placement: placed("nvidia-h100-sxm", "BH", change),
  tpp,
});
const total = (...loads: ReturnType<typeof load>[]) => totalOf(loads);

describe("what placements come to", () => {
  it("is added up over addresses, attributes and stacks", () => {
    expect(
      total(
        load({ count: 3 }),
        load({ count: 3, attribute: "other" }),
        load({ count: 4, address: "b" }),
        load({ count: 5, stack: "b" }, 2),
      ),
    ).toEqual({ accelerators: 15, tpp: 110 });
    expect(total()).toEqual({ accelerators: 0, tpp: 0 });
  });

  it("counts a thing once that a configuration, its plan and its state show, and the larger", () => {
    expect(
      total(load({ count: 8 }), load({ count: 16, stage: "plan" }), load({ count: 4, stage: "state" })),
    ).toEqual({ accelerators: 16, tpp: 160 });
  });

  it("does so where one document lists the instances and another only counts them", () => {
    const instances = [0, 1, 2].map((i) => load({ address: `a[${i}]`, count: 8, stage: "plan" }));
    expect(total(load({ address: "a", count: 24 }), ...instances)).toEqual({ accelerators: 24, tpp: 240 });
    expect(total(load({ address: "a", count: 8 }), ...instances)).toEqual({ accelerators: 24, tpp: 240 });
  });

  it("adds instances that a plan makes to those that stand", () => {
    expect(
      total(
        load({ address: 'a["x"]', count: 8, stage: "state" }),
        load({ address: 'a["y"]', count: 8, stage: "plan" }),
      ).accelerators,
    ).toBe(16);
  });

  it("adds up what two documents of one kind hold: their stacks may only be named alike", () => {
    const plan = (input: string) => load({ count: 8, stage: "plan", stack: "plan", input });
    expect(total(plan("dev/plan.json"), plan("prod/plan.json")).accelerators).toBe(16);
  });

  it("is not known where a part of it is not", () => {
    expect(total(load({ count: null }), load({ count: 1, address: "b" }))).toEqual({
      accelerators: null,
      tpp: null,
    });
    expect(total(load({ count: 2 }, null))).toEqual({ accelerators: 2, tpp: null });
    expect(total(load({ count: 0 }, null), load({ count: null, address: "b" }, 0))).toEqual({
      accelerators: null,
      tpp: 0,
    });
    expect(total(load({ count: 8 }), load({ count: null, stage: "plan" })).accelerators).toBeNull();
  });

  it("is never less for one placement more, whatever the order", () => {
    const any = fc
      .record({
        address: fc.constantFrom("a", "a[0]", "a[1]", 'b["x"]'),
        stack: fc.constantFrom("s", "t"),
        stage: fc.constantFrom("synth" as const, "plan" as const, "state" as const),
        count: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }),
      })
      .map((change) => load(change));
    const most = (loads: ReturnType<typeof load>[]) =>
      totalOf(loads).accelerators ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), any, (loads, one) => {
        expect(most([...loads, one])).toBeGreaterThanOrEqual(most(loads));
        expect(totalOf(loads.toReversed())).toEqual(totalOf(loads));
      }),
    );
  });
});
