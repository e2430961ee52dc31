import type { Finding } from "../../lib/policy/finding";
import type { Ruling } from "../../lib/policy/ruling";
import { settle } from "../../lib/policy/settle";
import { permit, placed, policyOf, waiverOf } from "../rules/helpers";

const ZONE = "us-ear/zone-a";

function ruling(count: number | null, address = "site_rack.gpu", change: Partial<Finding> = {}): Ruling {
  const placement = placed("nvidia-h100-sxm", "BH", { count, address });
  return {
    finding: {
      rule: ZONE,
      level: "block",
      stack: placement.stack,
      input: placement.input,
      address: placement.address,
      message: "",
      subject: { kind: "debt" },
      location: placement.place.location,
      citations: [],
      effective: { from: null, to: null },
      remedy: "",
      ...change,
    },
    placement,
    caught: [{ accelerator: "nvidia-h100-sxm", class: "3A090.a", tpp: 15832 }],
    remark: false,
  };
}

const claims = (rulings: readonly Ruling[], ...authorizations: ReturnType<typeof permit>[]) =>
  settle(rulings, policyOf({ authorizations }), false).debts.authorizationClaims;

describe("what authorizations answer for", () => {
  const small = permit(ZONE, { reference: "small", maxAccelerators: 8 });
  const large = permit(ZONE, { reference: "large", maxAccelerators: 64 });

  it("is nothing at all where nothing is in their scope", () => {
    expect(claims([], small)).toEqual([undefined]);
    expect(claims([ruling(8)], permit(ZONE, { countries: ["QA"] }))).toEqual([undefined]);
  });

  const of = (accelerators: number) => ({ accelerators, tpp: accelerators * 15832 });
  const unknown = { accelerators: null, tpp: null };

  it("is what they serve", () => {
    expect(claims([ruling(3, "a"), ruling(5, "b")], small)).toEqual([of(8)]);
    expect(claims([ruling(null)], permit(ZONE))).toEqual([unknown]);
  });

  it("is none where another serves, before them or after", () => {
    expect(claims([ruling(8)], large, small)).toEqual([of(8), of(0)]);
    expect(claims([ruling(9)], small, large)).toEqual([of(0), of(9)]);
  });

  it("is what was too much where nobody else serves", () => {
    expect(claims([ruling(65)], small, large)).toEqual([of(65), of(65)]);
    expect(claims([ruling(null)], small)).toEqual([unknown]);
  });

  it("is limited by processing performance too", () => {
    const limited = permit(ZONE, { reference: "limited", maxTpp: 8 * 15832 });
    expect(claims([ruling(8)], limited, large)).toEqual([of(8), of(0)]);
    expect(claims([ruling(9)], limited, large)).toEqual([of(0), of(9)]);
    expect(claims([ruling(9)], limited)).toEqual([of(9)]);
  });
});

describe("waivers", () => {
  it("are used by each finding they name, and by none that is settled or only a remark", () => {
    const waivers = [waiverOf(ZONE, "site_rack.gpu")];
    const used = (one: Ruling, ...authorizations: ReturnType<typeof permit>[]) =>
      settle([one], policyOf({ waivers, authorizations }), false).debts.waiversUsed;
    expect(used(ruling(8))).toEqual([true]);
    expect(used(ruling(8, "site_rack.gpu", { level: "note" }))).toEqual([true]);
    expect(used(ruling(8), permit(ZONE))).toEqual([false]);
    expect(used({ ...ruling(8), remark: true })).toEqual([false]);
  });
});
