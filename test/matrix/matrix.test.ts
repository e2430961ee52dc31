import { lookUpDatasheet } from "../../lib/accelerators";
import type { Datasheet } from "../../lib/accelerators/datasheet";
import { type MatrixOptions, matrixOf } from "../../lib/matrix/matrix";
import type { PolicyInput } from "../../lib/policy/check";
import { judge } from "../../lib/policy/judge";
import { definePolicy } from "../../lib/policy/load";
import { renderMatrix } from "../../lib/reports/matrix/formats";
import { letterOf } from "../../lib/reports/matrix/words";

const sheet = (id: string) => lookUpDatasheet(id) as Datasheet;
const chips = ["nvidia-h200-sxm", "nvidia-l4", "nvidia-a40", "nvidia-t4"].map(sheet);
const granted = {
  reference: "BIS D1",
  kind: "license",
  satisfies: ["us-ear/uae"],
  countries: ["AE"],
  accelerators: ["nvidia-h200-sxm"],
  maxAccelerators: 1,
  validFrom: "2026-08-01",
  validUntil: "2027-04-06",
} as const;

const policyOf = (more: object = {}, asOf = "2026-11-23") =>
  definePolicy(
    {
      version: 1,
      organization: { name: "Ours Inc.", headquarters: "US" },
      endUsers: [],
      ...more,
    } as PolicyInput,
    { asOf },
  );

function rowsOf(policy: ReturnType<typeof policyOf>, options: MatrixOptions = {}) {
  const { columns, rows } = matrixOf(policy, { accelerators: chips, ...options });
  return (country: string | null) => {
    const row = rows.find((one) => one.country === country);
    const said = columns.flatMap(({ accelerators }, i) =>
      accelerators.map((id) => [id, row?.verdicts[i]?.answer, ...(row?.verdicts[i]?.rules ?? [])]),
    );
    return Object.fromEntries(said.map(([id, ...answer]) => [id, answer.join(" ")]));
  };
}

it("says for each country what the rules say of each accelerator", () => {
  const row = rowsOf(policyOf());
  expect(row("BH")).toEqual({
    "nvidia-h200-sxm": "blocked us-ear/zone-a",
    "nvidia-l4": "blocked us-ear/zone-a",
    "nvidia-a40": "blocked us-ear/zone-b",
    "nvidia-t4": "allowed",
  });
  expect(row("US")["nvidia-h200-sxm"]).toBe("allowed");
  expect(row("DE")["nvidia-h200-sxm"]).toBe("warned us-ear/worldwide-a");
  expect(row("VN")["nvidia-h200-sxm"]).toBe("blocked us-ear/zone-a");
});

it("counts an authorization wherever its scope reaches, whatever its quantity, and nowhere else", () => {
  const row = rowsOf(policyOf({ authorizations: [granted] }));
  expect(row("AE")).toMatchObject({
    "nvidia-h200-sxm": "authorized us-ear/uae",
    "nvidia-l4": "blocked us-ear/uae",
  });
  const expired = rowsOf(policyOf({ authorizations: [{ ...granted, validUntil: "2026-11-22" }] }));
  expect(expired("AE")["nvidia-h200-sxm"]).toBe("blocked us-ear/uae");
});

it("follows the organization's own list, the day and the party", () => {
  expect(rowsOf(policyOf({ countries: { allow: ["DE"], deny: [] } }))("JP")["nvidia-t4"]).toBe(
    "blocked org/country",
  );
  expect(rowsOf(policyOf({}, "2022-10-06"))("CN")["nvidia-h200-sxm"]).toBe("allowed");
  const chinese = policyOf({ organization: { name: "Ours", headquarters: "CN" } });
  expect(rowsOf(chinese)("DE")["nvidia-h200-sxm"]).toContain("blocked us-ear/headquarters-a");
});

it("blocks everything where the country is not known, whatever the accelerator", () => {
  expect(Object.values(rowsOf(policyOf())(null))).toEqual(Array(4).fill("blocked gate/unknown-location"));
});

it("gives a zone abroad the row of its own country", () => {
  const { rows } = matrixOf(policyOf(), { accelerators: chips, clouds: ["aws"] });
  const codes = (country: string) =>
    rows.find((row) => row.country === country)?.places.map(({ code }) => code);
  expect(codes("VN")).toEqual(["ap-southeast-1-han-1"]);
  expect(codes("SG")).toEqual(["ap-southeast-1"]);
  expect(rows.at(-1)).toMatchObject({
    country: null,
    places: [{ code: "me-west-1" }, { code: "sa-west-1" }, { code: "us-south-1" }],
  });
});

it("agrees with a run that places one of them there", () => {
  const policy = policyOf({ access: "owned", facts: { reexportsFrom: ["MY"] } });
  const { columns, rows } = matrixOf(policy, { accelerators: chips });
  for (const { country, verdicts } of rows) {
    for (const [i, { accelerators }] of columns.entries()) {
      for (const id of country === null ? [] : accelerators) {
        const { findings } = judge({ placements: [placementOf(id, country)], opaque: [] }, policy, {
          partial: true,
        });
        const blocked = findings.some(
          ({ level, subject }) => level === "block" && subject.kind === "placement",
        );
        expect([id, country, verdicts[i]?.answer === "blocked"]).toEqual([id, country, blocked]);
      }
    }
  }
});

it("tells apart what the policy alone raises", () => {
  const rules = { "us-ear/red-flags": { level: "block" } };
  const { everywhere, rows, columns } = matrixOf(
    policyOf({ facts: { modelTraining: true, endUserVerified: false }, rules }),
    {
      accelerators: chips,
    },
  );
  expect(everywhere.map(({ rule, level }) => `${level} ${rule}`)).toContain("block us-ear/red-flags");
  const t4 = columns.findIndex(({ accelerators }) => accelerators.includes("nvidia-t4"));
  expect(rows.find(({ country }) => country === "DE")?.verdicts[t4]?.answer).toBe("allowed");
});

describe("in text", () => {
  const matrix = matrixOf(policyOf({ authorizations: [granted] }), { accelerators: chips, clouds: ["aws"] });
  const lines = renderMatrix(matrix, "pretty", { width: 100 }).split("\n");

  it("stands in columns, with regions below and numbers for the rules", () => {
    expect(lines[2]).toMatch(/^ +A +B +C +D$/);
    expect(lines[3]).toMatch(/^ +3A090\.a +3A090\.a +3A090\.b +none$/);
    const ae = lines.findIndex((line) => line.startsWith("United Arab Emirates (AE)"));
    expect(lines[ae]).toMatch(
      /BLOCKED \d +authorized \d+ +BLOCKED \d +allowed$|authorized \d+ +BLOCKED \d+ +BLOCKED \d+ +allowed$/,
    );
    expect(lines[ae + 1]).toBe("  aws me-central-1");
    expect(lines.some((line) => /^ {2}\d+ {2}us-ear\/uae \(by BIS D1\)$/.test(line))).toBe(true);
    expect(lines.every((line) => line.length <= 100)).toBe(true);
    expect(lines.some((line) => line.includes("\u001b"))).toBe(false);
  });

  it("folds where columns do not fit, and colours where it may", () => {
    const narrow = renderMatrix(matrix, "pretty", { width: 60 }).split("\n");
    expect(Math.max(...narrow.map(({ length }) => length))).toBeLessThanOrEqual(60);
    expect(narrow).toContain("United Arab Emirates (AE)");
    expect(renderMatrix(matrix, "pretty", { color: true })).toContain("\u001b[31mBLOCKED");
  });

  it("is a table in Markdown that nothing breaks out of", () => {
    const hostile = { ...granted, reference: "a|b<img src=x>" };
    const text = renderMatrix(
      matrixOf(policyOf({ authorizations: [hostile] }), { accelerators: chips }),
      "markdown",
      {},
    );
    expect(text).not.toContain("<img");
    const rows = text.split("\n").filter((line) => line.startsWith("|"));
    expect(new Set(rows.map((line) => line.split("|").length))).toEqual(new Set([8]));
  });

  it("is the whole of it in JSON", () => {
    const json = JSON.parse(renderMatrix(matrix, "json", {}));
    expect(json).toMatchObject({
      tool: { name: "landfall" },
      policy: { asOf: "2026-11-23" },
      columns: matrix.columns,
    });
    expect(json.rows).toEqual(JSON.parse(JSON.stringify(matrix.rows)));
  });

  it("letters go on after Z", () => expect([0, 25, 26, 79].map(letterOf)).toEqual(["A", "Z", "AA", "CB"]));
});

function placementOf(accelerator: string, country: string | null) {
  return {
    address: "a.b",
    stack: "s",
    input: "i",
    stage: "synth",
    machine: null,
    attribute: "x",
    accelerators: [accelerator],
    count: 8,
    place: {
      location: { cloud: "aws", region: null, zone: null, country, from: "test" },
      countries: country === null ? [] : [country],
      problem: null,
      steps: [],
      assumed: [],
    },
    problem: null,
    exists: true,
    stands: false,
    steps: [],
    assumed: [],
  } as const;
}
