import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy } from "../../lib/policy/load";
import { load, TODAY } from "./helpers";

const example = readFileSync(join(__dirname, "contract-example.yaml"), "utf8");

describe("the contract's example", () => {
  const policy = parsePolicy(example, { path: "landfall.yaml", today: TODAY });

  it("loads as it stands", () => {
    expect(policy).toEqual({
      version: 1,
      path: "landfall.yaml",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      asOf: "2026-11-23",
      asOfFrom: "policy",
      organization: {
        name: "Example Compute Sdn. Bhd.",
        headquarters: "MY",
        ultimateParent: { name: "Example Holdings Inc.", headquarters: "US" },
      },
      endUsers: [{ name: "Example Labs K.K.", headquarters: "JP" }],
      endUsersStated: true,
      access: "cloud",
      facts: {},
      caps: [],
      countries: { allow: ["MY", "SG", "JP", "DE"], deny: [] },
      rules: {
        "us-ear/worldwide-a": { level: "block" },
        "us-ear/affiliates": {
          level: "warn",
          reason: "…20 characters or more…",
          approvedBy: "name",
          until: "2027-01-10",
        },
      },
      boundaries: [
        {
          name: "eu-personal-data",
          countries: ["DE", "FR", "IE"],
          stacks: ["eu-*"],
          accounts: ["111122223333"],
        },
      ],
      flows: [],
      plugins: [],
      authorizations: [
        {
          reference: "BIS D1234567",
          kind: "license",
          satisfies: ["us-ear/uae"],
          accelerators: ["nvidia-h200-sxm"],
          countries: ["AE"],
          recipients: ["Example Compute Sdn. Bhd."],
          maxAccelerators: 128,
          validFrom: "2026-08-01",
          validUntil: "2027-04-06",
        },
      ],
      waivers: [
        {
          rule: "gate/opaque",
          stack: "eu-train",
          address: "module.legacy",
          reason: "…20 characters or more…",
          approvedBy: "name",
          expires: "2026-12-31",
        },
      ],
      known: {},
    });
  });

  it("means the same as JSON", () => {
    const { path, digest, asOfFrom, endUsersStated, ...file } = policy;
    const json = parsePolicy(JSON.stringify(file), { path: "landfall.yaml", today: TODAY });
    expect({ ...json, digest }).toEqual(policy);
  });
});

describe("defaults", () => {
  it("assume internal use, rented compute and no limits", () => {
    expect(load()).toMatchObject({
      endUsers: [],
      endUsersStated: false,
      access: "cloud",
      countries: { allow: null, deny: [] },
      boundaries: [],
      flows: [],
      plugins: [],
      authorizations: [],
      waivers: [],
    });
  });

  it("tell stated internal use from assumed", () => {
    expect(load("endUsers: []").endUsersStated).toBe(true);
  });

  it("bind every stack and no account by a boundary that names neither", () => {
    expect(load("boundaries: [{ name: eu, countries: [DE] }]").boundaries).toEqual([
      { name: "eu", countries: ["DE"], stacks: ["*"], accounts: null },
    ]);
  });

  it("leave the ultimate parent out: the party is its own", () => {
    expect(load().organization).not.toHaveProperty("ultimateParent");
  });
});

describe("what is written more than one way", () => {
  it("keeps dates and country codes as text, quoted or not", () => {
    expect(load('asOf: "2026-11-23"\ncountries: { allow: [NO, "SE"] }')).toMatchObject({
      asOf: "2026-11-23",
      countries: { allow: ["NO", "SE"] },
    });
  });

  it("keeps the catalogue's spelling of an accelerator and drops blanks around text", () => {
    const [entry] = load(
      "authorizations: [{ reference: ' A 1 ', kind: license, satisfies: [us-ear/uae], accelerators: [NVIDIA-H200-SXM, 3A090.a], validFrom: 2026-01-01, validUntil: 2026-01-01 }]",
    ).authorizations;
    expect(entry).toMatchObject({ reference: "A 1", accelerators: ["nvidia-h200-sxm", "3A090.a"] });
  });

  it("takes the schema's address for editors and drops it", () => {
    const policy = parsePolicy(
      '{"$schema": "x", "version": 1, "organization": {"name": "Example", "headquarters": "MY"}}',
    );
    expect(policy).not.toHaveProperty("$schema");
  });

  it("reads an end user's ultimate parent", () => {
    const users = "endUsers: [{ name: A, headquarters: JP, ultimateParent: { name: B, headquarters: CN } }]";
    expect(load(users).endUsers[0]?.ultimateParent).toEqual({ name: "B", headquarters: "CN" });
  });
});
