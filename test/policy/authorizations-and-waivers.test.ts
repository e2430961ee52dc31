import { issuesOf, load } from "./helpers";

const license = {
  reference: "BIS D1",
  kind: "license",
  satisfies: ["us-ear/uae"],
  validFrom: "2026-01-01",
  validUntil: "2026-12-31",
};
const authorization = (change: object) => `authorizations: ${JSON.stringify([{ ...license, ...change }])}`;

const gap = {
  rule: "gate/opaque",
  address: "module.legacy",
  reason: "a reason that is long enough",
  approvedBy: "N. Name",
  expires: "2026-12-31",
};
const waiver = (change: object) => `waivers: ${JSON.stringify([{ ...gap, ...change }])}`;

describe("an authorization", () => {
  it("needs no scope", () => {
    expect(load(authorization({})).authorizations).toEqual([license]);
  });

  it.each(["us-ear/zone-a", "my-sta/transfer", "residency/keys", "org/country"])("may satisfy %s", (rule) => {
    expect(load(authorization({ satisfies: [rule] })).authorizations[0]?.satisfies).toEqual([rule]);
  });

  it.each(["gate/opaque", "gate/unresolved", "policy/waiver"])("may not satisfy %s", (rule) => {
    expect(issuesOf(authorization({ satisfies: [rule] }))).toEqual([
      `authorizations[0].satisfies[0]: expected the id of a rule that an authorization can satisfy, got the text "${rule}"; gate/* and policy/* findings say that something is unknown or amiss, which no authorization settles`,
    ]);
  });

  it("does not raise the organization's own cap", () => {
    expect(issuesOf(authorization({ satisfies: ["org/caps"] }))[0]).toMatch(
      /got the text "org\/caps"; a cap of the organization's own is raised under caps$/,
    );
  });

  it.each([0, -5, "10", Number.NaN])("does not cover a processing performance of %j", (maxTpp) => {
    expect(issuesOf(authorization({ maxTpp }))[0]).toMatch(
      /maxTpp: expected a total processing performance \(accelerators × TPP of each\) above 0, got /,
    );
  });

  it("names rules that exist", () => {
    const [issue] = issuesOf(authorization({ satisfies: ["us-ear/uea"] }));
    expect(issue).toMatch(
      /^authorizations\[0\]\.satisfies\[0\]: expected one of us-ear\/zone-a, .*did you mean "us-ear\/uae"\?$/,
    );
  });

  it("satisfies something", () => {
    expect(issuesOf(authorization({ satisfies: [] }))).toEqual([
      "authorizations[0].satisfies: expected at least one entry, got an empty list",
    ]);
  });

  it.each(["accelerators", "countries", "recipients"])(
    "has no empty list of %s, which could mean any or none",
    (key) => {
      expect(issuesOf(authorization({ [key]: [] }))).toEqual([
        `authorizations[0].${key}: expected at least one entry, got an empty list; leave the key out to set no limit`,
      ]);
    },
  );

  it("suggests the accelerators that a bare chip name may mean", () => {
    expect(issuesOf(authorization({ accelerators: ["a100-sxm4"] }))).toEqual([
      'authorizations[0].accelerators[0]: expected an accelerator id of the catalogue or a class (3A090.a, 3A090.b), got the text "a100-sxm4"; did you mean "nvidia-a100-sxm4-40gb" or "nvidia-a100-sxm4-80gb"?',
    ]);
  });

  it("does not take the class none: what is outside the thresholds needs nothing", () => {
    expect(issuesOf(authorization({ accelerators: ["none"] }))).toHaveLength(1);
  });

  it("ends on the day it begins or later", () => {
    expect(load(authorization({ validUntil: license.validFrom })).authorizations).toHaveLength(1);
    expect(issuesOf(authorization({ validUntil: "2025-12-31" }))).toEqual([
      'authorizations[0].validUntil: expected 2026-01-01 (validFrom) or a later day, got the text "2025-12-31"',
    ]);
  });

  it.each([0, -1, 1.5, 1e300, "128"])("does not cover %j accelerators", (maxAccelerators) => {
    const [issue] = issuesOf(authorization({ maxAccelerators }));
    expect(issue).toMatch(
      /maxAccelerators: expected a whole number of accelerators, at least 1, got the (number|text) /,
    );
  });

  it("names its recipients when it is an approval of recipients", () => {
    expect(issuesOf(authorization({ kind: "approved-recipient" }))).toEqual([
      "authorizations[0].recipients: missing; expected the names of the approved parties, as kind is approved-recipient",
    ]);
    expect(
      load(authorization({ kind: "approved-recipient", recipients: ["Example"] })).authorizations,
    ).toHaveLength(1);
  });

  it("satisfies only the headquarters rules when it is a legal determination", () => {
    const satisfies = ["us-ear/headquarters-a", "us-ear/headquarters-b"];
    expect(load(authorization({ kind: "legal-determination", satisfies })).authorizations).toHaveLength(1);
    expect(
      issuesOf(authorization({ kind: "legal-determination", satisfies: [...satisfies, "us-ear/zone-a"] })),
    ).toEqual([
      'authorizations[0].satisfies[2]: expected one of us-ear/headquarters-a, us-ear/headquarters-b, us-ear/entity-list, us-ear/affiliates, the only rules a legal-determination can satisfy, got the text "us-ear/zone-a"',
    ]);
  });

  it("is of a kind that exists", () => {
    expect(issuesOf(authorization({ kind: "licence" }))[0]).toContain(
      'got the text "licence"; did you mean "license"?',
    );
  });
});

describe("a waiver", () => {
  it("needs no stack", () => {
    expect(load(waiver({})).waivers).toEqual([gap]);
  });

  it.each(["policy/waiver", "policy/authorization"])("does not set %s aside", (rule) => {
    expect(issuesOf(waiver({ rule }))).toEqual([
      `waivers[0].rule: expected the id of a rule that can be waived, got the text "${rule}"; policy/* findings are corrected in this file, never waived`,
    ]);
  });

  it.each([{ rule: "gate/opake" }, { rule: 5 }, { rule: { toString: 5 } }, { rule: null }])(
    "names a rule: %j",
    (change) => {
      expect(issuesOf(waiver(change))[0]).toMatch(/^waivers\[0\]\.rule: expected one of us-ear/);
    },
  );

  it("gives a reason of 20 characters or more", () => {
    expect(issuesOf(waiver({ reason: "because" }))).toEqual([
      'waivers[0].reason: expected a reason of 20 characters or more, got the text "because"',
    ]);
  });

  it.each(["rule", "address", "reason", "approvedBy", "expires"])("has its %s", (key) => {
    expect(issuesOf(waiver({ [key]: undefined }))[0]).toMatch(
      new RegExp(`^waivers\\[0\\]\\.${key}: missing; expected `),
    );
  });
});
