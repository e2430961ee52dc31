import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseSnapshot, readSnapshot } from "../../lib/screening/read";
import { InputError } from "../../lib/terraform/input";
import { CSV_LIST, JSON_LIST, list } from "./lists";

const json = readFileSync(JSON_LIST);
const csv = readFileSync(CSV_LIST);
const file = () => JSON.parse(json.toString());
const bytes = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const parse = (value: unknown) => parseSnapshot("list", bytes(value));

function problem(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("expected an InputError");
}

/** The published file with one entry changed. */
function changed(change: Readonly<Record<string, unknown>>, at = 1) {
  const { results, ...rest } = file();
  return { ...rest, results: results.with(at, { ...results[at], ...change }) };
}

describe("the JSON file", () => {
  it("gives every entry with list, names, addresses and first day", () => {
    expect(list.entries).toHaveLength(19);
    expect(list.entries[0]).toEqual({
      id: "inv-el-0001",
      list: "EL",
      name: "Zhongyun Lantian Computing Technology Co., Ltd. (ZLCT)",
      aliases: ["Blue Sky Cloud Computing", "中云蓝天计算技术有限公司"],
      addresses: ["No. 118 Qiming Road, Building 4, Hefei, Anhui, CN"],
      from: "2023-10-19",
      footnote4: true,
    });
  });

  it("tells the day it was made by search_performed_at, whatever day is given", () => {
    expect(list.date).toBe("2026-11-20");
    expect(parseSnapshot("list", json, "2020-01-01").date).toBe("2026-11-20");
  });

  it("may not say when it was made: then it is the day given, or unknown", () => {
    const { search_performed_at: _, ...rest } = file();
    expect(parse(rest).date).toBeNull();
    expect(parseSnapshot("list", bytes(rest), "2026-11-01").date).toBe("2026-11-01");
  });

  it("knows every list by its code", () => {
    expect(new Set(list.entries.map((entry) => entry.list))).toEqual(
      new Set("EL MEU DPL UVL SDN CMIC SSI NS-MBS PLC CAP DTC ISN".split(" ")),
    );
    expect(parse(changed({ source: "Some New List" })).entries[1]?.list).toBe("Some New List");
  });

  it("is read as the search interface answers too, with null or absent fields", () => {
    const answer = {
      total: 1,
      sources: [{ value: "EL", count: 1 }],
      results: [
        { id: "1", source: "Entity List (EL) - Bureau of Industry and Security", name: "Example", score: 12 },
      ],
    };
    expect(parse(answer).entries[0]).toMatchObject({
      name: "Example",
      aliases: [],
      addresses: [],
      from: null,
    });
  });
});

describe("the CSV file", () => {
  it("says the same as the JSON file, and not when it was made", () => {
    const snapshot = readSnapshot(CSV_LIST);
    expect(snapshot.date).toBeNull();
    const plain = snapshot.entries.map(({ aliases, addresses, ...entry }) => entry);
    expect(plain).toEqual(list.entries.map(({ aliases, addresses, ...entry }) => entry));
    expect(snapshot.entries.map(({ addresses }) => addresses)).toEqual(
      list.entries.map(({ addresses }) => addresses),
    );
    expect(snapshot.entries[1]?.aliases).toEqual(["IVM Institute"]);
  });

  it("may carry a byte order mark, other line ends and columns in another order", () => {
    const text = csv.toString().replaceAll("\n", "\r\n");
    expect(parse(`\ufeff${text}`).entries).toHaveLength(19);
    const [first = "", second = ""] = [
      "name,_id,source,addresses,start_date,license_requirement,alt_names",
      "A,1,X (EL) - Y,,,,",
    ];
    expect(parse(`${first}\n${second}\n`).entries).toMatchObject([{ id: "1", name: "A", list: "EL" }]);
  });
});

it.each(["json", "csv"])("reads %s in UTF-16", (kind) => {
  const text = (kind === "json" ? json : csv).toString();
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  expect(parseSnapshot("list", utf16).entries).toHaveLength(19);
});

it.each([
  ["For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4", true],
  ["For all items subject to the EAR. (See §§ 734.9(e) and 744.11 of the EAR) 4", true],
  ["For All Items Subject to the EAR (See §734.9(e), and 744.11 of the EAR)4.", true],
  ["For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)", true],
  ["For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2", false],
  ["For all items subject to the EAR. (See §§734.4(a)(9), 734.9(e)(3), and 744.11 of the EAR)5", false],
  ["For all items subject to the EAR. (See §744.11 of the EAR)", false],
  ["", false],
])("footnote 4 in %j: %s", (license_requirement, expected) => {
  expect(parse(changed({ license_requirement })).entries[1]?.footnote4).toBe(expected);
});

describe("what is no such list", () => {
  it.each([
    ["nothing", "", /the file is empty/],
    ["blanks", " \n", /the file is empty/],
    ["bytes", Buffer.from([0, 255, 254, 3]), /not text in UTF-8 or UTF-16/],
    ["JSON that is cut off", json.subarray(0, 4000), /not JSON, or is cut off/],
    ["a JSON list", "[]", /the JSON is an empty list/],
    ["other JSON", "{}", /results: expected a list of entries, got nothing/],
    ["a list without entries", { results: [] }, /no entries/],
    ["a page of a search", { total: 25921, results: file().results }, /19 of 25921 entries: it is one page/],
    ["an entry that is none", { results: [7] }, /results\[0\]: expected an entry, got the number 7/],
    [
      "an entry without a source",
      changed({ source: null }),
      /results\[1\]\.source: expected text, got nothing/,
    ],
    ["an entry without an id", changed({ id: undefined }), /results\[1\]\.id: expected text, got nothing/],
    [
      "an entry of nobody",
      changed({ name: null, addresses: null }),
      /results\[1\]: expected a name or an address/,
    ],
    ["a name that is a number", changed({ name: 5 }), /results\[1\]\.name: expected text, got the number 5/],
    [
      "aliases in one text",
      changed({ alt_names: "A; B" }),
      /results\[1\]\.alt_names: expected a list, got the text "A; B"/,
    ],
    [
      "an alias that is a list",
      changed({ alt_names: [["A"]] }),
      /results\[1\]\.alt_names\[0\]: expected text/,
    ],
    [
      "a street that is a number",
      changed({ addresses: [{ address: 5 }] }),
      /results\[1\]\.addresses\[0\]\.address: expected text/,
    ],
    [
      "an impossible day",
      { ...file(), search_performed_at: "yesterday" },
      /search_performed_at: expected a time as in .*got the text "yesterday"/,
    ],
    ["prose", "Dear Sir,\nplease find attached", /line 1: expected a header with _id, source, name/],
    ["another table", "id,amount\n1,2\n", /missing: _id, source, name/],
    ["a header alone", csv.toString().split("\n")[0], /no entries/],
    ["a row too short", `${csv}"x","y"\n`, /not CSV, or is cut off \(Invalid Record Length/],
    ["CSV that is cut off", csv.subarray(0, csv.length - 60), /not CSV, or is cut off/],
    [
      "a row without a source",
      csv.toString().replace('"Denied Persons List (DPL) - Bureau of Industry and Security"', '""'),
      /line 10: source: expected text, got empty text/,
    ],
  ])("%s", (_, content, expected) => {
    const message = problem(() =>
      parseSnapshot("lists/consolidated.json", content instanceof Uint8Array ? content : bytes(content)),
    );
    expect(message).toMatch(/^lists\/consolidated\.json: /);
    expect(message).toMatch(expected);
    expect(message).not.toMatch(/\n/);
  });

  it.each([
    ["missing.json", /missing\.json: the screening list cannot be read: no such file/],
    [__dirname, /it is a directory/],
  ])("a file that cannot be read: %s", (path, expected) => {
    expect(problem(() => readSnapshot(join(path)))).toMatch(expected);
  });

  it("is an InputError whatever the bytes are", () => {
    const sound = fc.constantFrom(json, csv);
    const cut = fc
      .tuple(sound, fc.nat(8000), fc.uint8Array({ maxLength: 20 }))
      .map(([whole, at, noise]) =>
        Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + noise.length)]),
      );
    const any = fc.oneof(
      cut,
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(any, (content) => {
        try {
          expect(parseSnapshot("list", content).entries.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
