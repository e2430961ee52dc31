import { check, instance, only, permit, said, setTo, type Terms, us } from "../helpers";

const RULE = "policy/authorization";
const ZONE = "us-ear/zone-a";
const bahrain = instance("me-south-1", "p5.48xlarge");
const on = (change: Readonly<Record<string, unknown>>, terms: Terms = {}) =>
  check(bahrain, { authorizations: [permit(ZONE, change)], ...terms });

const fleet = (group: object) => ({
  provider: { aws: [{ region: "me-south-1" }] },
  resource: {
    aws_launch_template: { gpu: { instance_type: "p5.48xlarge" } },
    aws_autoscaling_group: { gpu: { launch_template: { id: "${aws_launch_template.gpu.id}" }, ...group } },
  },
});

describe(RULE, () => {
  it("is silent while one covers what is placed, first and last day included", () => {
    const days = { validFrom: "2026-11-23", validUntil: "2026-11-23" };
    expect(said(on(days).findings)).toEqual([`${ZONE} note`]);
    expect(said(on({ maxAccelerators: 8 }).findings)).toEqual([`${ZONE} note`]);
  });

  it.each([
    ["expired", { validUntil: "2026-11-22" }, "The authorization BIS D1234567 ended on 2026-11-22."],
    [
      "not yet valid",
      { validFrom: "2026-11-24" },
      "The authorization BIS D1234567 begins only on 2026-11-24.",
    ],
    [
      "for another country",
      { countries: ["QA"] },
      "The authorization BIS D1234567 satisfies nothing in this run.",
    ],
    [
      "for another chip",
      { accelerators: ["nvidia-h200-sxm"] },
      "The authorization BIS D1234567 satisfies nothing in this run.",
    ],
    [
      "for another class",
      { accelerators: ["3A090.b"] },
      "The authorization BIS D1234567 satisfies nothing in this run.",
    ],
    [
      "for another party",
      { recipients: ["Somebody Else"] },
      "The authorization BIS D1234567 satisfies nothing in this run.",
    ],
    [
      "for another rule",
      { satisfies: ["us-ear/uae"] },
      "The authorization BIS D1234567 satisfies nothing in this run.",
    ],
    [
      "exceeded",
      { maxAccelerators: 7 },
      "The authorization BIS D1234567 grants 7 accelerators; 8 are placed under it.",
    ],
  ])("blocks one that is %s, and the placement with it", (_, change, message) => {
    const { findings } = on(change);
    expect(said(findings)).toEqual([`${ZONE} block`, `${RULE} block`]);
    expect(only(findings, RULE)).toMatchObject({ address: "authorizations[0]", message });
  });

  it("takes chips by id and by class", () => {
    expect(said(on({ accelerators: ["nvidia-h100-sxm"] }).findings)).toEqual([`${ZONE} note`]);
    expect(said(on({ accelerators: ["3A090.a"] }).findings)).toEqual([`${ZONE} note`]);
  });

  it("does not take a class for the 2022 edition, which had none", () => {
    const there = instance("ap-east-1", "p5.48xlarge");
    const authorizations = [permit(ZONE, { accelerators: ["3A090.a"] })];
    expect(check(there, { authorizations, asOf: "2023-06-01" }).verdict).toBe("blocked");
  });

  it("blocks a quantity that is not known under a limit, and passes it without one", () => {
    const open = fleet({});
    const authorizations = (change: Readonly<Record<string, unknown>>) => ({
      authorizations: [permit(ZONE, change)],
    });
    const { placements } = check(open);
    expect(placements.map(({ count }) => count)).toEqual([null]);
    const limited = check(open, authorizations({ maxAccelerators: 1_000_000 })).findings;
    expect(only(limited, RULE).message).toBe(
      "The authorization BIS D1234567 grants 1000000 accelerators, but how many are placed is not known.",
    );
    expect(said(check(open, authorizations({})).findings)).toEqual([`${ZONE} note`]);
  });

  it("counts over everything that is judged together", () => {
    const two = {
      provider: { aws: [{ region: "me-south-1" }] },
      resource: { aws_instance: { gpu: { count: 3, instance_type: "p5.48xlarge" } } },
    };
    const authorizations = (maxAccelerators: number) => ({
      authorizations: [permit(ZONE, { maxAccelerators })],
    });
    expect(check(two, authorizations(24)).verdict).toBe("allowed");
    expect(only(check(two, authorizations(23)).findings, RULE).message).toContain(
      "grants 23 accelerators; 24",
    );
  });

  it("says nothing of an unused one when only a part was judged", () => {
    const authorizations = [permit("us-ear/uae", {})];
    expect(said(check(bahrain, { authorizations }, { partial: true }).findings)).toEqual([`${ZONE} block`]);
  });

  it("does not blame one that another stands in front of", () => {
    const authorizations = [permit(ZONE), permit(ZONE, { reference: "BIS 2", maxAccelerators: 64 })];
    expect(said(check(bahrain, { authorizations }).findings)).toEqual([`${ZONE} note`]);
  });

  it("passes on to the next what is too much for one", () => {
    const authorizations = [
      permit(ZONE, { reference: "small", maxAccelerators: 4 }),
      permit(ZONE, { reference: "large", maxAccelerators: 64 }),
    ];
    const { verdict, findings } = check(bahrain, { authorizations });
    expect(verdict).toBe("allowed");
    expect(only(findings, ZONE)).toMatchObject({ satisfiedBy: { authorizations: ["large"] } });
  });

  it("counts one that a lowered rule would not need as used", () => {
    const { findings } = on({}, { rules: { [ZONE]: setTo("note") } });
    expect(said(findings)).toEqual([`${ZONE} note`]);
  });

  it("does not blame one that covers its part while another party is missing", () => {
    const terms = { endUsers: [{ name: "Tenant", headquarters: "US" }] };
    expect(said(on({ recipients: [us.name] }, terms).findings)).toEqual([`${ZONE} block`]);
  });

  it("can be lowered like any rule", () => {
    const { verdict, findings } = on(
      { satisfies: [ZONE], validUntil: "2026-11-22" },
      { rules: { [RULE]: setTo("warn"), [ZONE]: setTo("warn") } },
    );
    expect(verdict).toBe("allowed");
    expect(said(findings)).toEqual([`${ZONE} warn`, `${RULE} warn`]);
  });
});
