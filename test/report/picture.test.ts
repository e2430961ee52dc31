import { bahrain, frankfurt, useFiles } from "../terraform/files";
import { estate, picture, policy } from "./run";

const files = useFiles();

function shown() {
  for (const [name, body] of Object.entries(estate)) files.write(`out/stacks/${name}/cdk.tf.json`, body);
  return picture([files.at("out")], policy).picture;
}

describe("what placements come to", () => {
  it("adds up by class, accelerator, country and party, and parts each by what is said of it", () => {
    const { sum, totals, parties } = shown();
    expect(sum).toEqual({ accelerators: 60, tpp: 56 * 15832 + 4 * 5864, placements: 8, answer: "blocked" });
    expect(totals.byClass).toMatchObject([{ name: "3A090.a", accelerators: 60 }]);
    expect(totals.byChip.map(({ name, accelerators }) => [name, accelerators])).toEqual([
      ["NVIDIA H200 SXM", 40],
      ["NVIDIA H100 SXM5 80GB", 16],
      ["NVIDIA L40S", 4],
    ]);
    expect(totals.byCountry.map(({ name, accelerators, answer }) => [name, accelerators, answer])).toEqual([
      ["United Arab Emirates", 32, "authorized"],
      ["Germany", 16, "warned"],
      ["Bahrain", 8, "blocked"],
      ["Vietnam", 4, "authorized"],
    ]);
    expect(totals.byChip[0]?.parts).toEqual([
      { answer: "blocked", value: 8 },
      { answer: "authorized", value: 32 },
    ]);
    expect(parties.map(({ name, role, accelerators }) => [name, role, accelerators])).toEqual([
      ["Example Compute Inc.", "the organization", 60],
      ["Example Labs K.K.", "end user", 60],
    ]);
  });

  it("counts one thing once that a configuration and its plan both show", () => {
    files.write("out/stacks/train/cdk.tf.json", frankfurt);
    files.write("train.json", planOf("eu-central-1"));
    const both = picture([files.at("out"), files.at("train.json")]).picture;
    expect(both.sum).toMatchObject({ accelerators: 8, placements: 2 });
    expect(both.spots).toMatchObject([{ accelerators: 8 }]);
  });

  it("says what is not known as not known", () => {
    files.write("out/stacks/train/cdk.tf.json", {
      ...frankfurt,
      resource: {
        aws_autoscaling_group: {
          gpu: { launch_template: [{ id: "${aws_launch_template.gpu.id}" }], max_size: "${var.most}" },
        },
        aws_launch_template: { gpu: { instance_type: "p5.48xlarge" } },
      },
      variable: { most: { type: "number" } },
    });
    const { sum, spots, totals } = picture([files.at("out")]).picture;
    expect(sum).toMatchObject({ accelerators: null, tpp: null });
    expect(spots[0]?.accelerators).toBeNull();
    expect(totals.byCountry[0]?.parts).toEqual([{ answer: "warned", value: null }]);
  });

  it("is nothing where nothing is placed", () => {
    files.write("out/stacks/train/cdk.tf.json", { resource: { aws_s3_bucket: { b: {} } } });
    const { sum, totals, spots, placements } = picture([files.at("out")]).picture;
    expect(sum).toEqual({ accelerators: 0, tpp: 0, placements: 0, answer: "allowed" });
    expect([totals.byClass, spots, placements]).toEqual([[], [], []]);
  });
});

describe("where it stands", () => {
  it("is the city that the provider names, a zone abroad its own", () => {
    expect(shown().spots.map(({ code, point, answer }) => [code, point, answer])).toEqual([
      ["me-central-1", { at: null, country: "AE" }, "authorized"],
      ["eu-central-1", { at: [8.7, 50.1], country: "DE" }, "warned"],
      ["me-south-1", { at: [50.5, 26.1], country: "BH" }, "blocked"],
      ["ap-southeast-1-han-1a", { at: [105.8, 21], country: "VN" }, "authorized"],
    ]);
  });

  it("is nowhere for a region that nobody knows", () => {
    files.write("out/stacks/train/cdk.tf.json", {
      ...frankfurt,
      provider: { aws: [{ region: "xx-new-1" }] },
    });
    const { spots, placements } = picture([files.at("out")]).picture;
    expect(spots).toMatchObject([
      {
        code: "xx-new-1",
        countryName: "country not known",
        answer: "blocked",
        point: { at: null, country: null },
      },
    ]);
    expect(placements).toMatchObject([{ answer: "blocked", rules: ["gate/unknown-location"] }]);
  });
});

describe("placements and findings", () => {
  it("put instances that differ in their index only together, worst first", () => {
    expect(
      shown().placements.map(({ stack, instances, answer, rules }) => [stack, instances, answer, rules]),
    ).toEqual([
      ["bh-train", 1, "blocked", ["us-ear/zone-a"]],
      ["eu-train", 2, "warned", ["us-ear/worldwide-a"]],
      ["ae-train", 4, "authorized", ["us-ear/uae"]],
      ["edge", 1, "authorized", ["us-ear/zone-a"]],
    ]);
  });

  it("put findings that say the same for the same reasons together, and lose none", () => {
    for (const [name, body] of Object.entries(estate)) files.write(`out/stacks/${name}/cdk.tf.json`, body);
    const { result, picture: found } = picture([files.at("out")], policy);
    const entries = found.findings;
    expect(entries.reduce((sum, { findings }) => sum + findings, 0)).toBe(result.findings.length);
    const uae = entries.find(({ rule }) => rule === "us-ear/uae");
    expect(uae).toMatchObject({
      findings: 4,
      aside: "Authorized by BIS D1",
      isWaived: false,
      countries: ["AE"],
    });
    expect(uae?.where).toEqual([
      { stack: "ae-train", addresses: [0, 1, 2, 3].map((i) => `aws_instance.gpu[${i}]`) },
    ]);
    expect(entries.find(({ isWaived }) => isWaived)).toMatchObject({
      rule: "us-ear/zone-a",
      countries: ["VN"],
    });
    expect(entries[0]).toMatchObject({ answer: "blocked", rule: "us-ear/zone-a", classes: ["3A090.a"] });
    expect(entries[0]?.derivation).toContain("provider aws puts it into me-south-1");
    expect(entries[0]?.citations.length).toBeGreaterThan(0);
  });
});

describe("data", () => {
  it("goes from its region to where it leads, refused or permitted by what", () => {
    const { routes, outlines } = shown();
    expect(outlines.map(({ name, from, countries }) => [name, from, countries])).toEqual([
      ["eu", "policy", ["DE", "FR", "IE"]],
      ["asean", "policy", ["SG", "MY"]],
    ]);
    const told = routes.map(({ rule, answer, from, to, permittedBy }) => [
      rule,
      answer,
      from.country,
      to.map(({ country }) => country),
      permittedBy,
    ]);
    expect(told).toContainEqual(["residency/replication", "authorized", "DE", ["SG"], ["DPIA 14"]]);
    expect(told).toContainEqual(["residency/replication", "blocked", "DE", ["US"], []]);
    expect(told).toContainEqual(["residency/at-rest", "blocked", "US", ["US"], []]);
  });
});

describe("what was granted and applied", () => {
  it("shows use and rest of authorizations, and waivers with their state", () => {
    const { authorizations, debts } = shown();
    expect(authorizations).toMatchObject([
      { reference: "BIS D1", used: { accelerators: 32, tpp: 32 * 15832 }, left: { accelerators: 96 } },
    ]);
    expect(debts).toMatchObject([
      { rule: "us-ear/zone-a", at: "edge: aws_instance.gpu", until: "2026-12-31", problem: undefined },
    ]);
  });

  it("says of a waiver that has expired or is not used that it has a problem", () => {
    files.write("out/stacks/train/cdk.tf.json", bahrain);
    const [waiver] = policy.waivers;
    const waivers = [waiver, { ...waiver, stack: "train", expires: "2026-01-01" }];
    const { debts } = picture([files.at("out")], { waivers }).picture;
    expect(debts.map(({ problem }) => problem)).toEqual([
      expect.any(String),
      expect.stringContaining("2026-01-01"),
    ]);
  });

  it("lists rules as they stood on the day, and which were not judged", () => {
    files.write("out/stacks/train/cdk.tf.json", bahrain);
    const rulesOn = (asOf: string) => picture([files.at("out")], {}, asOf).picture.rules;
    const now = rulesOn("2026-11-23");
    expect(now.find(({ id }) => id === "us-ear/zone-a")).toMatchObject({
      from: "2023-11-17",
      to: null,
      level: "block",
    });
    expect(now.find(({ id }) => id === "us-ear/worldwide-a")).toMatchObject({ isUnenforced: true });
    expect(now.find(({ id }) => id === "us-ear/entity-list")).toMatchObject({ isJudged: false });
    expect(rulesOn("2022-12-01").find(({ id }) => id === "us-ear/zone-a")).toMatchObject({
      to: "2023-11-16",
    });
    expect(rulesOn("2022-10-06").some(({ id }) => id === "us-ear/zone-a")).toBe(false);
  });
});

describe("shading", () => {
  it("asks the same rules for every country, by class and by accelerator", () => {
    const { shading } = shown();
    const said = (choice: { readonly pattern: number } | undefined, country: string) =>
      shading.answers[shading.patterns[choice?.pattern ?? -1]?.[shading.countries.indexOf(country)] ?? -1]
        ?.answer;
    const [a, b, none] = shading.classes;
    expect(shading.classes.map(({ name }) => name)).toEqual(["3A090.a", "3A090.b", "none"]);
    expect([said(a, "AE"), said(a, "BH"), said(a, "DE"), said(a, "US")]).toEqual([
      "blocked",
      "blocked",
      "warned",
      "allowed",
    ]);
    expect([said(b, "BH"), said(b, "DE")]).toEqual(["blocked", "allowed"]);
    expect([said(none, "BH"), said(none, "CN")]).toEqual(["allowed", "allowed"]);
    const h200 = shading.placed.find(({ name }) => name === "NVIDIA H200 SXM");
    expect([said(h200, "AE"), said(h200, "BH")]).toEqual(["authorized", "blocked"]);
  });

  it("calls classes what they were before there were any", () => {
    files.write("out/stacks/train/cdk.tf.json", bahrain);
    const names = picture([files.at("out")], {}, "2022-12-01").picture.shading.classes.map(
      ({ name }) => name,
    );
    expect(names).toEqual(["controlled", "not controlled"]);
  });
});

function planOf(region: string): object {
  return {
    format_version: "1.2",
    terraform_version: "1.9.8",
    planned_values: {
      root_module: {
        resources: [
          {
            address: "aws_instance.gpu",
            mode: "managed",
            type: "aws_instance",
            name: "gpu",
            provider_name: "registry.terraform.io/hashicorp/aws",
            values: { ami: "ami-1", instance_type: "p5.48xlarge" },
          },
        ],
      },
    },
    resource_changes: [
      {
        address: "aws_instance.gpu",
        mode: "managed",
        type: "aws_instance",
        name: "gpu",
        provider_name: "registry.terraform.io/hashicorp/aws",
        change: {
          actions: ["create"],
          before: null,
          after: { ami: "ami-1", instance_type: "p5.48xlarge" },
          after_unknown: {},
        },
      },
    ],
    configuration: {
      provider_config: {
        aws: {
          name: "aws",
          full_name: "registry.terraform.io/hashicorp/aws",
          expressions: { region: { constant_value: region } },
        },
      },
      root_module: {
        resources: [
          {
            address: "aws_instance.gpu",
            mode: "managed",
            type: "aws_instance",
            name: "gpu",
            provider_config_key: "aws",
            expressions: { instance_type: { constant_value: "p5.48xlarge" } },
          },
        ],
      },
    },
  };
}
