import { judge } from "../../lib/policy/judge";
import {
  check,
  findingsOn,
  instance,
  levelOf,
  only,
  owned,
  permit,
  placed,
  policyOf,
  said,
  setTo,
  type Terms,
} from "../rules/helpers";

const ZONE = "us-ear/zone-a";
const CHOICE = ["nvidia-t4", "nvidia-h100-sxm", "nvidia-l40", "nvidia-h200-sxm"];

const of = (terms: Terms, ...placements: Parameters<typeof placed>[]) =>
  judge({ placements: placements.map((one) => placed(...one)), opaque: [] }, policyOf(terms));

describe("a finding", () => {
  it("carries its derivation: the attribute, the place, the numbers", () => {
    const { subject } = only(check(instance("me-south-1", "p5.48xlarge")).findings, ZONE);
    expect(subject).toMatchObject({
      kind: "placement",
      machine: "p5.48xlarge",
      attribute: "instance_type",
      accelerator: "nvidia-h100-sxm",
      count: 8,
      class: "3A090.a",
      tpp: 15832,
      performanceDensity: 19.45,
    });
    expect("derivation" in subject && subject.derivation.join("\n")).toMatch(
      /p5\.48xlarge holds 8 × nvidia-h100-sxm\n.*provider aws puts it into me-south-1\n.*TPP 15,832/s,
    );
  });

  it("has the remedy of its case where the case has one", () => {
    const configuration = {
      ...instance("me-south-1", "${var.t}"),
      variable: { t: { default: "m7i.large" } },
    };
    expect(only(check(configuration).findings, "gate/unresolved").remedy).toMatch(/^Check the plan too/);
  });

  it("stands once for each rule that is broken", () => {
    const terms = { organization: owned("CN", "CN"), countries: { allow: ["MY"] } };
    expect(said(findingsOn("nvidia-h100-sxm", "CN", terms))).toEqual([
      "us-ear/zone-a block",
      "us-ear/headquarters-a block",
      "org/country block",
    ]);
  });
});

describe("placements", () => {
  it("are listed with class none included, and rounded as people read them", () => {
    const { placements } = check(instance("me-south-1", "g4dn.12xlarge"));
    expect(placements).toEqual([
      {
        address: "aws_instance.gpu",
        stack: "example",
        accelerator: "nvidia-t4",
        count: 4,
        class: "none",
        tpp: 1040,
        performanceDensity: 1.91,
        location: expect.objectContaining({ country: "BH" }),
      },
    ]);
    expect(check(instance("me-south-1", "p5.48xlarge")).placements).toMatchObject([
      { tpp: 15832, performanceDensity: 19.45 },
    ]);
  });

  it("are listed where only the country is not known", () => {
    const { placements } = of({}, ["nvidia-t4", ["SG", "VN"]]);
    expect(placements).toMatchObject([{ accelerator: "nvidia-t4", location: { country: null } }]);
  });

  it("are not listed where the accelerator is not known", () => {
    expect(of({}, ["any", "DE"]).placements).toEqual([]);
  });

  it("cannot hold an accelerator that the catalogue does not have", () => {
    expect(() => of({}, ["nvidia-z9", "DE"])).toThrow("the catalogue has no datasheet of nvidia-z9");
  });
});

describe("several accelerators in one placement", () => {
  it("are listed as the strictest", () => {
    expect(of({}, [CHOICE, "DE"]).placements).toMatchObject([
      { accelerator: "nvidia-h100-sxm", class: "3A090.a" },
    ]);
  });

  it("break a rule once, in a finding that names all it catches", () => {
    const { findings } = of({}, [CHOICE, "BH"]);
    expect(said(findings)).toEqual(["us-ear/zone-a block", "us-ear/zone-b block"]);
    const { subject, message } = only(findings, ZONE);
    expect(subject).toMatchObject({ accelerator: "nvidia-h100-sxm", alternatives: ["nvidia-h200-sxm"] });
    expect(message).toMatch(
      /leaves the accelerator open: the rule catches 1 more that it could turn out to be\.$/,
    );
    expect(only(findings, "us-ear/zone-b").subject).not.toHaveProperty("alternatives");
  });

  it("are all subject to the organization's list", () => {
    expect(
      only(of({ countries: { deny: ["DE"] } }, [CHOICE, "DE"]).findings, "org/country").subject,
    ).toMatchObject({
      alternatives: ["nvidia-h200-sxm", "nvidia-l40", "nvidia-t4"],
    });
  });

  it("find a named chip behind one that is stronger on paper", () => {
    const { findings } = of({}, [["nvidia-v100-sxm2-16gb", "nvidia-h20", "nvidia-l20"], "CN"]);
    expect(said(findings)).toEqual(["us-ear/is-informed block"]);
  });

  it("need an authorization for each", () => {
    const both = { accelerators: ["nvidia-h100-sxm", "nvidia-h200-sxm"] };
    const satisfied = (...authorizations: ReturnType<typeof permit>[]) =>
      levelOf(of({ authorizations }, [CHOICE, "BH"]).findings, ZONE);
    expect(satisfied(permit(ZONE, { accelerators: ["nvidia-h100-sxm"] }))).toBe("block");
    expect(satisfied(permit(ZONE, both))).toBe("note");
    expect(satisfied(permit(ZONE, { accelerators: ["3A090.a"] }))).toBe("note");
    expect(
      satisfied(
        permit(ZONE, { reference: "one", accelerators: ["nvidia-h100-sxm"] }),
        permit(ZONE, { reference: "two", accelerators: ["nvidia-h200-sxm"] }),
      ),
    ).toBe("note");
  });

  it("come through the reader from attribute-based selection", () => {
    const configuration = {
      provider: { aws: [{ region: "me-south-1" }] },
      resource: {
        aws_launch_template: {
          gpu: {
            instance_requirements: [{ allowed_instance_types: ["p5*", "p4d*"], vcpu_count: [{ min: 1 }] }],
          },
        },
        aws_autoscaling_group: {
          gpu: { max_size: 2, launch_template: [{ id: "${aws_launch_template.gpu.id}" }] },
        },
      },
    };
    const authorizations = [permit(ZONE, { accelerators: ["nvidia-h200-sxm"] })];
    const { findings } = check(configuration, { authorizations });
    expect(findings.filter(({ rule }) => rule === ZONE).every(({ level }) => level === "block")).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe("levels", () => {
  const bahrain = instance("me-south-1", "p5.48xlarge");

  it("are the policy's where it sets one", () => {
    expect(said(check(bahrain, { rules: { [ZONE]: setTo("warn") } }).findings)).toEqual([`${ZONE} warn`]);
    expect(check(bahrain, { rules: { [ZONE]: setTo("warn") } }, { failOn: "warn" }).verdict).toBe("blocked");
  });

  it("hold on the last day and not after it", () => {
    const on = (asOf: string) =>
      levelOf(check(bahrain, { asOf, rules: { [ZONE]: setTo("note", "2026-06-30") } }).findings, ZONE);
    expect(on("2026-06-30")).toBe("note");
    expect(on("2026-07-01")).toBe("block");
  });

  it("raised above a case's own mildness hold there too", () => {
    const terms = {
      organization: owned("US", "CN"),
      rules: { "us-ear/headquarters-a": { level: "block" as const } },
    };
    expect(levelOf(findingsOn("nvidia-h100-sxm", "US", terms), "us-ear/headquarters-a")).toBe("block");
  });

  it("lowered to a case's own mildness do not lapse there", () => {
    const rules = { "us-ear/headquarters-a": setTo("warn", "2026-01-31") };
    const findings = findingsOn("nvidia-h100-sxm", "US", { organization: owned("US", "CN"), rules });
    expect(said(findings)).toEqual(["us-ear/headquarters-a warn", "policy/waiver block"]);
  });

  it("lowered below a case's own mildness lapse there too", () => {
    const rules = { "us-ear/headquarters-a": setTo("note", "2026-01-31") };
    const findings = findingsOn("nvidia-h100-sxm", "US", { organization: owned("US", "CN"), rules });
    expect(levelOf(findings, "us-ear/headquarters-a")).toBe("warn");
  });

  it("of what a value could be count for the doubt about it", () => {
    const configuration = { ...instance("me-south-1", "${var.t}"), variable: { t: {} } };
    const rules = { [ZONE]: setTo("warn"), "us-ear/zone-b": setTo("warn") };
    expect(said(check(configuration, { rules }).findings)).toEqual(["gate/unresolved note"]);
  });
});

describe("parties", () => {
  it("count once for each role, own headquarters beside the parent's", () => {
    const both = owned("CN", "RU");
    const { message } = only(
      findingsOn("nvidia-h100-sxm", "MY", { organization: both }),
      "us-ear/headquarters-a",
    );
    expect(message).toContain("Example Compute, the organization, headquartered in China (CN)");
    expect(message).toContain(
      "Example Holdings, ultimate parent of Example Compute, headquartered in Russia",
    );
  });
});
