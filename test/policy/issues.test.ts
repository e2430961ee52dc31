import { parsePolicy } from "../../lib/policy/load";
import { issuesOf, load, minimal, refusal } from "./helpers";

describe("the message", () => {
  it("is a sentence with the file, and a line per issue with path, line, value and what was expected", () => {
    const text = "version: 1\norganization:\n  name: Example\n  headquarters: Malaysia\nacces: cloud\n";
    expect(refusal(() => parsePolicy(text, { path: "landfall.yaml" })).message).toBe(
      [
        "The policy landfall.yaml cannot be used: 2 problems to correct, and nothing is judged until then.",
        '  organization.headquarters (line 4): expected an ISO 3166-1 alpha-2 country code such as MY, got the text "Malaysia"; did you mean "MY"?',
        '  acces (line 5): unknown key; did you mean "access"? (accepted here: $schema, version, asOf, organization, endUsers, access, facts, screening, countries, caps, rules, boundaries, flows, authorizations, waivers, plugins, known)',
      ].join("\n"),
    );
  });

  it("stays readable when everything is wrong", () => {
    const keys = Array.from({ length: 60 }, (_, index) => `wrong${index}: 1`).join("\n");
    const { message, issues } = refusal(() => load(keys));
    expect(issues).toHaveLength(60);
    expect(message.split("\n")).toHaveLength(42);
    expect(message).toMatch(/\n {2}and 20 more$/);
  });

  it("shortens long values and escapes control characters", () => {
    const [issue] = issuesOf(`access: "\\e[31m${"x".repeat(500)}"`);
    expect(issue).toContain('got the text "\\u001b[31mxxx');
    expect(issue?.length).toBeLessThan(150);
  });
});

describe("values of the wrong kind", () => {
  it.each([
    ["asOf: 20261123", "asOf: expected a day that exists, as in 2026-11-23, got the number 20261123"],
    ["asOf: 2026-02-30", 'asOf: expected a day that exists, as in 2026-11-23, got the text "2026-02-30"'],
    ["asOf: 2025-02-29", 'asOf: expected a day that exists, as in 2026-11-23, got the text "2025-02-29"'],
    ["asOf: 2026-1-1", 'asOf: expected a day that exists, as in 2026-11-23, got the text "2026-1-1"'],
    ["asOf: true", "asOf: expected a day that exists, as in 2026-11-23, got the logical value true"],
    ["asOf: [1]", "asOf: expected a day that exists, as in 2026-11-23, got a list of one entry"],
    [
      "endUsers:",
      "endUsers: expected a list of parties with name and headquarters, got nothing (the key has no value)",
    ],
    [
      "endUsers: { name: A }",
      "endUsers: expected a list of parties with name and headquarters, got a mapping of keys to values",
    ],
    ["endUsers: [A]", 'endUsers[0]: expected a mapping with name and headquarters, got the text "A"'],
    [
      "endUsers: [{ name: 5, headquarters: JP }]",
      "endUsers[0].name: expected the party's name as its documents give it, got the number 5",
    ],
    [
      "endUsers: [{ name: ' ', headquarters: JP }]",
      "endUsers[0].name: expected the party's name as its documents give it, got empty text",
    ],
    [
      "endUsers: [{ name: A }]",
      "endUsers[0].headquarters: missing; expected an ISO 3166-1 alpha-2 country code such as MY",
    ],
    ["access: clouds", 'access: expected one of cloud, owned, got the text "clouds"; did you mean "cloud"?'],
    ["rules: { us-ear/uae: block }", 'rules.us-ear/uae: expected a mapping with level, got the text "block"'],
    [
      "rules: { us-ear/uae: { level: error } }",
      'rules.us-ear/uae.level: expected one of note, warn, block, got the text "error"',
    ],
    ["rules: { us-ear/uae: {} }", "rules.us-ear/uae.level: missing; expected one of note, warn, block"],
    ["known: [MY]", "known: expected a mapping of names to country codes, got a list of one entry"],
    [
      "known: { 'arn:aws:outposts:x': XX }",
      'known["arn:aws:outposts:x"]: expected an ISO 3166-1 alpha-2 country code such as MY, got the text "XX"',
    ],
    [
      "boundaries: [{ name: a, countries: [DE], accounts: [111122223333] }]",
      "boundaries[0].accounts[0]: expected an account id in quotes, got the number 111122223333",
    ],
    [
      "boundaries: [{ name: a, countries: [DE], accounts: ['11112222333'] }]",
      'boundaries[0].accounts[0]: expected 12 digits, in quotes, for an AWS account, got the text "11112222333"',
    ],
    [
      "flows: [{ from: a, to: a, purpose: Twenty characters or more, resources: [x], authorization: A }]",
      "flows[0].to: expected another boundary than from names",
    ],
    [
      "flows: [{ from: a, to: b, purpose: because, resources: [x], authorization: A }]",
      'flows[0].purpose: expected a reason of 20 characters or more, got the text "because"',
    ],
    [
      "flows: [{ from: a, to: b, purpose: Twenty characters or more, resources: [] , authorization: A }]",
      "flows[0].resources: expected at least one entry, got an empty list",
    ],
    [
      "flows: [{ from: a, to: b, purpose: Twenty characters or more, resources: [x] }]",
      "flows[0].authorization: missing; expected the number or title of the document",
    ],
  ])("%s", (lines, issue) => {
    expect(issuesOf(lines)).toEqual([issue]);
  });

  it.each(["2", '"1"', "1.5", "null"])("version %s", (version) => {
    const { issues } = refusal(() => parsePolicy(minimal.replace("version: 1", `version: ${version}`)));
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      path: "version",
      message: expect.stringMatching(/^expected the number 1, got /),
    });
  });

  it("a policy without its two required keys", () => {
    expect(refusal(() => parsePolicy("{}")).issues).toEqual([
      { path: "version", message: "missing; expected the number 1" },
      { path: "organization", message: "missing; expected a mapping with name and headquarters" },
    ]);
  });
});

describe("countries", () => {
  it.each([
    ["my", "MY"],
    ["UK", "GB"],
    ["United States", "US"],
    ["Germny", "DE"],
    ["Frnace", "FR"],
  ])("suggests the code for %s", (written, code) => {
    expect(issuesOf(`countries: { deny: [${written}] }`)[0]).toContain(`did you mean "${code}"?`);
  });

  it("may not be both allowed and denied", () => {
    expect(issuesOf("countries: { allow: [MY, SG], deny: [SG] }")).toEqual([
      'countries.deny[0]: expected a country that is not also allowed, got the text "SG", which countries.allow names too',
    ]);
  });

  it("may not be allowed by an empty list, which could mean any or none", () => {
    expect(issuesOf("countries: { allow: [] }")).toEqual([
      "countries.allow: expected at least one entry, got an empty list; leave the key out to set no limit",
    ]);
  });
});

describe("unknown keys", () => {
  it("suggest the likely one and list the accepted ones", () => {
    expect(issuesOf("countries: { alow: [MY] }")).toEqual([
      'countries.alow: unknown key; did you mean "allow"? (accepted here: allow, deny)',
    ]);
  });

  it("are reported one by one", () => {
    expect(issuesOf("countries: { alow: [MY], 'a\\nb': 1 }")).toHaveLength(2);
  });

  it("are what an unknown rule id is", () => {
    const [issue] = issuesOf("rules: { us-ear/zonea: { level: block } }");
    expect(issue).toContain(
      'rules.us-ear/zonea: unknown key; did you mean "us-ear/zone-a"? (accepted here: us-ear/zone-a,',
    );
    expect(issue).toContain("policy/authorization)");
  });
});

describe("entries of the same name", () => {
  const entry = (rest: string) => `[{ ${rest} }, { ${rest} }]`;
  const license =
    "reference: A, kind: license, satisfies: [us-ear/uae], validFrom: 2026-01-01, validUntil: 2026-01-02";
  const waiver =
    "rule: gate/opaque, address: a.b, reason: 20 characters or more, approvedBy: N, expires: 2026-01-01";

  it.each([
    [
      `endUsers: ${entry("name: A, headquarters: JP")}`,
      'endUsers[1]: expected another name than entry [0] has, got "A" again',
    ],
    [
      `boundaries: ${entry("name: A, countries: [DE]")}`,
      'boundaries[1]: expected another name than entry [0] has, got "A" again',
    ],
    [
      `flows: ${entry("from: a, to: b, purpose: Twenty characters or more, resources: [x], authorization: A")}`,
      'flows[1]: expected another from, to and resources than entry [0] has, got "a b x" again',
    ],
    [
      `authorizations: ${entry(license)}`,
      'authorizations[1]: expected another reference than entry [0] has, got "A" again',
    ],
    [
      `waivers: ${entry(waiver)}`,
      'waivers[1]: expected another rule, stack and address than entry [0] has, got "gate/opaque * a.b" again',
    ],
  ])("%s", (lines, issue) => {
    expect(issuesOf(lines)).toEqual([issue]);
  });
});
