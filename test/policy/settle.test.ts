import { judge } from "../../lib/policy/judge";
import {
  levelOf,
  my,
  only,
  owned,
  permit,
  placed,
  policyOf,
  said,
  type Terms,
  waiverOf,
} from "../rules/helpers";

const ZONE = "us-ear/zone-a";
const H100 = "nvidia-h100-sxm";

const rack = (address: string, count: number | null, country = "BH", change: object = {}) =>
  placed(H100, country, { address, count, ...change });

const findings = (terms: Terms, ...placements: ReturnType<typeof placed>[]) =>
  judge({ placements, opaque: [] }, policyOf(terms)).findings;

describe("authorizations", () => {
  it("add up what they cover, not what others break", () => {
    const terms = { authorizations: [permit(ZONE, { countries: ["BH"], maxAccelerators: 16 })] };
    const found = findings(terms, rack("a", 8), rack("b", 8), rack("c", 1000, "DE"));
    expect(said(found)).toEqual([`${ZONE} note`, `${ZONE} note`, "us-ear/worldwide-a warn"]);
  });

  it("satisfy nothing at all when they are exceeded", () => {
    const terms = { authorizations: [permit(ZONE, { maxAccelerators: 15 })] };
    expect(said(findings(terms, rack("a", 8), rack("b", 8)))).toEqual([
      `${ZONE} block`,
      `${ZONE} block`,
      "policy/authorization block",
    ]);
  });

  it("count a placement once, whatever it breaks and whomever it serves", () => {
    const terms = {
      organization: owned("MY", "CN"),
      endUsers: [my],
      authorizations: [permit(ZONE, { satisfies: [ZONE, "us-ear/headquarters-a"], maxAccelerators: 8 })],
    };
    expect(said(findings(terms, rack("a", 8)))).toEqual([`${ZONE} note`, "us-ear/headquarters-a note"]);
  });

  it("count two machines of one attribute as two", () => {
    const terms = { authorizations: [permit(ZONE, { maxAccelerators: 8 })] };
    const found = findings(terms, rack("a", 8, "BH", { machine: "x" }), rack("a", 8, "BH", { machine: "y" }));
    expect(only(found, "policy/authorization").message).toContain("grants 8 accelerators; 16 are placed");
  });

  it("count the same address of two stacks as two", () => {
    const terms = { authorizations: [permit(ZONE, { maxAccelerators: 8 })] };
    const found = findings(terms, rack("a", 8), rack("a", 8, "BH", { stack: "other" }));
    expect(levelOf(found, "policy/authorization")).toBe("block");
  });

  it("pass on to the next, and blame the small one only where nobody steps in", () => {
    const small = permit(ZONE, { reference: "small", maxAccelerators: 8 });
    const large = permit(ZONE, { reference: "large", maxAccelerators: 16 });
    const placements = [rack("a", 8), rack("b", 8)];
    expect(said(findings({ authorizations: [small, large] }, ...placements))).toEqual([
      `${ZONE} note`,
      `${ZONE} note`,
    ]);
    const tooMuch = findings({ authorizations: [small, large] }, ...placements, rack("c", 1));
    expect(tooMuch.slice(3).map(({ message }) => message)).toEqual([
      "The authorization small grants 8 accelerators; 17 are placed under it.",
      "The authorization large grants 16 accelerators; 17 are placed under it.",
    ]);
  });

  it("share out by country", () => {
    const authorizations = [
      permit(ZONE, { reference: "bh", countries: ["BH"], maxAccelerators: 8 }),
      permit(ZONE, { reference: "any", maxAccelerators: 8 }),
    ];
    const found = findings({ authorizations }, rack("a", 8), rack("b", 8, "QA"));
    expect(found.map(({ satisfiedBy }) => satisfiedBy)).toEqual([
      { authorizations: ["bh"] },
      { authorizations: ["any"] },
    ]);
  });

  it("are named with each that is needed, once", () => {
    const terms = {
      organization: my,
      endUsers: ["A", "B", "C"].map((name) => ({ name, headquarters: "MY" })),
      authorizations: [
        permit(ZONE, { reference: "one", recipients: [my.name, "B"] }),
        permit(ZONE, { reference: "two", recipients: ["A", "C", "B"] }),
      ],
    };
    expect(only(findings(terms, rack("a", 8)), ZONE)).toMatchObject({
      level: "note",
      satisfiedBy: { authorizations: ["one", "two"] },
    });
  });

  it("leave the finding as it was but for its level", () => {
    const [before] = findings({}, rack("a", 8));
    const [after] = findings({ authorizations: [permit(ZONE)] }, rack("a", 8));
    expect(after).toEqual({ ...before, level: "note", satisfiedBy: { authorizations: ["BIS D1234567"] } });
  });

  it("satisfy the organization's own rule too", () => {
    const terms = { countries: { deny: ["DE"] }, authorizations: [permit("org/country")] };
    expect(levelOf(findings(terms, placed("nvidia-t4", "DE")), "org/country")).toBe("note");
  });

  it("take Hong Kong for itself: a licence for China does not name it", () => {
    const terms = { authorizations: [permit(ZONE, { countries: ["CN"] })] };
    expect(levelOf(findings(terms, rack("a", 8, "HK")), ZONE)).toBe("block");
  });
});

describe("waivers", () => {
  const at = (waived: string, address: string) =>
    levelOf(findings({ waivers: [waiverOf(ZONE, waived)] }, rack(address, 8)), ZONE) === "note";

  it.each([
    ["aws_instance.gpu", "aws_instance.gpu"],
    ["aws_instance.gpu[0]", "aws_instance.gpu[0]"],
    ["module.legacy", "module.legacy.aws_instance.gpu"],
    ["module.legacy", "module.legacy.module.inner.aws_instance.gpu[3]"],
    ["module.legacy", "module.legacy[0].aws_instance.gpu"],
    ["module.legacy", 'module.legacy["eu.west"].aws_instance.gpu'],
    ['module.legacy["eu.west"]', 'module.legacy["eu.west"].aws_instance.gpu'],
    ["module.legacy[0]", "module.legacy[0].aws_instance.gpu"],
    ["module.a.module.b", "module.a.module.b.aws_instance.gpu"],
  ])("at %s cover %s", (waived, address) => {
    expect(at(waived, address)).toBe(true);
  });

  it.each([
    ["aws_instance.gpu", "aws_instance.gpu[0]"],
    ["aws_instance.gpu", "module.legacy.aws_instance.gpu"],
    ["aws_instance", "aws_instance.gpu"],
    ["module.legacy", "module.legacy2.aws_instance.gpu"],
    ["module.legacy[0]", "module.legacy[1].aws_instance.gpu"],
    ["module.a.module.b", "module.a.aws_instance.gpu"],
    ["module", "module.legacy.aws_instance.gpu"],
    ["module.legacy.", "module.legacy.aws_instance.gpu"],
    ["*", "aws_instance.gpu"],
  ])("at %s do not cover %s", (waived, address) => {
    expect(at(waived, address)).toBe(false);
  });

  it("set one rule's finding aside and leave the others", () => {
    const waivers = [waiverOf(ZONE, "a")];
    expect(said(findings({ organization: owned("MY", "CN"), waivers }, rack("a", 8)))).toEqual([
      `${ZONE} note`,
      "us-ear/headquarters-a block",
    ]);
  });

  it("may set a warning aside", () => {
    const waivers = [waiverOf("us-ear/worldwide-a", "a")];
    expect(said(findings({ waivers }, rack("a", 8, "DE")))).toEqual(["us-ear/worldwide-a note"]);
  });
});
