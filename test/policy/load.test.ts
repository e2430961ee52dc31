import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PolicyInput } from "../../lib/policy/check";
import { definePolicy, loadPolicy, parsePolicy } from "../../lib/policy/load";
import { minimal, refusal, TODAY } from "./helpers";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "landfall-policy-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(cwd, name), content);
const load = (path?: string) => loadPolicy(path, { cwd, today: TODAY });
const issueOf = (action: () => unknown) => {
  const { path, issues } = refusal(action);
  expect(issues).toHaveLength(1);
  return { file: path, ...issues[0] };
};
const json = JSON.stringify({ version: 1, organization: { name: "Example", headquarters: "MY" } });

describe("which file", () => {
  it("is landfall.yaml, then landfall.json", () => {
    write("landfall.json", json);
    expect(load().path).toBe("landfall.json");
    write("landfall.yaml", minimal);
    expect(load().path).toBe("landfall.yaml");
  });

  it("is the one named, told by its content", () => {
    write("policy.txt", json);
    write("policy.json", minimal);
    expect(load("policy.txt").organization).toEqual(load("policy.json").organization);
    expect(load(join(cwd, "policy.txt")).path).toBe(join(cwd, "policy.txt"));
  });

  it("is missing by default", () => {
    expect(issueOf(load)).toEqual({
      file: "landfall.yaml",
      path: "",
      message: `expected landfall.yaml or landfall.json in ${cwd}, got neither; "landfall init" writes one`,
    });
  });

  it.each([
    ["gone.yaml", "no such file"],
    ["landfall.yaml/inside", "no such file"],
    ["folder", "a directory"],
    ["", "a directory"],
  ])("cannot be read: %j", (path, what) => {
    write("landfall.yaml", minimal);
    mkdirSync(join(cwd, "folder"));
    expect(issueOf(() => load(path))).toEqual({
      file: path,
      path: "",
      message: expect.stringContaining(`expected a readable file, got ${what} (`),
    });
  });
});

describe("encodings", () => {
  const text = `# Zürich 東京\n${minimal}`;
  const littleEndian = Buffer.from(`\ufeff${text}`, "utf16le");

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16 little-endian", littleEndian],
    ["UTF-16 big-endian", Buffer.from(littleEndian).swap16()],
    ["JSON in UTF-16", Buffer.from(`\ufeff${json}`, "utf16le")],
    ["Windows line ends", Buffer.from(text.replaceAll("\n", "\r\n"))],
  ])("%s is read, and the digest is that of the bytes", (_, bytes) => {
    write("landfall.yaml", bytes);
    const policy = load();
    expect(policy.organization.name).toBe("Example");
    expect(policy.digest).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  });

  it.each([
    ["Latin-1", Buffer.from("# Zürich\n", "latin1")],
    ["UTF-16 without a byte order mark", Buffer.from(minimal, "utf16le")],
    ["half a character", littleEndian.subarray(0, 7)],
  ])("%s is not text", (_, bytes) => {
    write("landfall.yaml", bytes);
    expect(issueOf(load)).toEqual({
      file: "landfall.yaml",
      path: "",
      message: "expected text in UTF-8, or in UTF-16 with a byte order mark, got other bytes",
    });
  });
});

describe("text that is no policy", () => {
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x,x]",
    "b: &b [*a,*a,*a,*a,*a,*a,*a,*a]",
    "c: &c [*b,*b,*b,*b,*b,*b]",
    "d: [*c,*c,*c]",
  ];

  it.each<[string, object]>([
    ["", { path: "", message: "expected a policy, got a file with nothing in it" }],
    [" \n# a comment\n", { path: "", message: "expected a policy, got a file with nothing in it" }],
    ["---\n", { path: "", message: "expected a policy, got a file with nothing in it" }],
    ["null", { path: "", message: "expected a policy, got a file with nothing in it" }],
    ["[]", { path: "", message: "expected a mapping with version and organization, got an empty list" }],
    [
      "- a\n- b",
      { path: "", message: "expected a mapping with version and organization, got a list of 2 entries" },
    ],
    [
      "hello",
      { path: "", message: 'expected a mapping with version and organization, got the text "hello"' },
    ],
    ["12", { path: "", message: "expected a mapping with version and organization, got the number 12" }],
    [
      `${minimal}---\n${minimal}`,
      { path: "", line: 3, column: 1, message: "expected one YAML document, got another after ---" },
    ],
    [
      `${minimal}version: 1`,
      { path: "", line: 3, column: 1, message: 'expected each key once, got the key "version" again' },
    ],
    [
      '{\n  "version": 1,\n  "version": 1}',
      { path: "", line: 3, column: 3, message: 'expected each key once, got the key "version" again' },
    ],
    [
      "a: b: c",
      {
        path: "",
        line: 1,
        column: 4,
        message: "expected well-formed YAML or JSON; Nested mappings are not allowed in compact mappings",
      },
    ],
    [
      '{\n  "version": 1\n',
      {
        path: "",
        line: 3,
        column: 1,
        message: expect.stringMatching(/^expected well-formed YAML or JSON; /),
      },
    ],
    [
      "asOf: !!timestamp 2026-01-01",
      { path: "", line: 1, column: 7, message: expect.stringContaining("Unresolved tag") },
    ],
    [
      "? [a, b]\n: c",
      { path: "", line: 1, column: 3, message: "expected a key that is text, got a list or mapping" },
    ],
    ["a: *b", { path: "", message: "expected an anchor &b before the alias *b, got none" }],
    [bomb.join("\n"), { path: "", message: "expected at most 100 uses of aliases, got more" }],
    [
      "[".repeat(20_000),
      {
        path: "",
        line: 1,
        column: expect.any(Number),
        message: "expected a policy, got nesting too deep to read",
      },
    ],
  ])("%#: %.30j", (text, issue) => {
    expect(issueOf(() => parsePolicy(text))).toEqual({ file: null, ...issue });
  });

  it("can hold itself", () => {
    expect(refusal(() => parsePolicy("known: &a\n  x: *a\nversion: *a")).issues.length).toBeGreaterThan(0);
  });

  it("sees keys repeated in objects only, not values or keys of others", () => {
    const text = `{"version": 1, "organization": {"name": "a\\"b: name", "headquarters": "MY"},
      "endUsers": [{"name": "name", "headquarters": "MY"}, {"name": "{", "headquarters": "MY"}]}`;
    expect(parsePolicy(text).endUsers).toHaveLength(2);
  });

  it("may repeat anchors and comments as YAML allows", () => {
    const text = "version: 1\norganization: &us { name: Example, headquarters: US } # us\nendUsers: [*us]\n";
    expect(parsePolicy(text).endUsers).toEqual([{ name: "Example", headquarters: "US" }]);
  });

  it("stays under the rules of YAML 1.2 whatever it claims", () => {
    expect(parsePolicy(`%YAML 1.1\n---\n${minimal}countries: { allow: [NO] }`).countries.allow).toEqual([
      "NO",
    ]);
  });
});

describe("the day", () => {
  const dated = `${minimal}asOf: 2026-11-23\n`;

  it("is the option's, then the policy's, then today", () => {
    const day = ({ asOf, asOfFrom }: ReturnType<typeof parsePolicy>) => [asOf, asOfFrom];
    expect(day(parsePolicy(dated, { asOf: "2022-01-01", today: TODAY }))).toEqual(["2022-01-01", "option"]);
    expect(day(parsePolicy(dated, { today: TODAY }))).toEqual(["2026-11-23", "policy"]);
    expect(day(parsePolicy(minimal, { today: TODAY }))).toEqual([TODAY, "today"]);
  });

  it("is the local calendar date when none is given", () => {
    jest.useFakeTimers({ now: new Date(2027, 0, 5, 0, 30) });
    try {
      expect(parsePolicy(minimal).asOf).toBe("2027-01-05");
    } finally {
      jest.useRealTimers();
    }
  });

  it.each(["2026-02-30", "yesterday", ""])("exists: %j", (asOf) => {
    expect(issueOf(() => parsePolicy(minimal, { asOf }))).toMatchObject({
      path: "option asOf",
      message: expect.stringMatching(/^expected a day that exists, as in 2026-11-23, got /),
    });
  });
});

describe("definePolicy", () => {
  const organization = { name: "Example", headquarters: "MY" };

  it("takes an object shaped like the file", () => {
    expect(definePolicy({ version: 1, organization }, { today: TODAY })).toEqual({
      ...parsePolicy(json, { today: TODAY }),
      digest: expect.stringMatching(/^sha256:/),
    });
  });

  it("digests the content, not the order of its keys", () => {
    const one = definePolicy({ version: 1, organization, access: "owned" });
    const other = definePolicy({
      access: "owned",
      organization: { headquarters: "MY", name: "Example" },
      version: 1,
    });
    expect(other.digest).toBe(one.digest);
    expect(definePolicy({ version: 1, organization }).digest).not.toBe(one.digest);
  });

  it("takes undefined for absent and keeps a copy", () => {
    const input = { version: 1 as const, organization: { ...organization }, endUsers: undefined };
    const policy = definePolicy(input);
    input.organization.headquarters = "CN";
    expect(policy).toMatchObject({ endUsersStated: false, organization: { headquarters: "MY" } });
  });

  it("takes days as text, not as Date objects", () => {
    const input = { version: 1, organization, asOf: new Date(0) } as unknown as PolicyInput;
    expect(issueOf(() => definePolicy(input)).message).toBe(
      "expected a day that exists, as in 2026-11-23, got a Date object",
    );
  });

  it("says that it was the program's", () => {
    expect(refusal(() => definePolicy({ version: 1 } as PolicyInput)).message).toBe(
      [
        "The policy given by the program cannot be used: one problem to correct, and nothing is judged until then.",
        "  organization: missing; expected a mapping with name and headquarters",
      ].join("\n"),
    );
  });
});

describe("what is loaded", () => {
  it("does not include yaml for a policy in JSON", () => {
    jest.isolateModules(() => {
      jest.doMock("yaml", () => {
        throw new Error("yaml was loaded");
      });
      const isolated = require("../../lib/policy/load") as typeof import("../../lib/policy/load");
      expect(isolated.parsePolicy(json).version).toBe(1);
      expect(() => isolated.parsePolicy(minimal)).toThrow("yaml was loaded");
      jest.dontMock("yaml");
    });
  });

  it("is nothing at all for the types and ids", () => {
    jest.isolateModules(() => {
      for (const name of ["yaml", "zod"]) {
        jest.doMock(name, () => {
          throw new Error(`${name} was loaded`);
        });
      }
      for (const file of ["policy", "rule-ids", "levels", "dates", "template", "error"])
        require(`../../lib/policy/${file}`);
      jest.dontMock("yaml").dontMock("zod");
    });
  });
});
