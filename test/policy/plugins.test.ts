import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { evidenceOf } from "../../lib/evidence/evidence";
import type { Inventory } from "../../lib/inventory/placement";
import { policyJsonSchema } from "../../lib/policy/json-schema";
import { judge } from "../../lib/policy/judge";
import { loadPolicy } from "../../lib/policy/load";
import type { Policy } from "../../lib/policy/policy";
import { toSarif } from "../../lib/reports/sarif";
import { resultOfSurvey } from "../../lib/result";
import { instance, only, permit, placed, said, saidOfPlacements, waiverOf } from "../rules/helpers";
import { refusal } from "./helpers";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "landfall-plugins-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

/** The text of a rule that refuses a vendor in Singapore, with whatever a test changes. */
const rule = (change = "") => `({
  id: "acme/no-nvidia", level: "block", title: "No NVIDIA in Singapore", judges: "placement",
  explanation: "The board says so.", remedy: "Choose another vendor.",
  judge: ({ accelerator, country }) =>
    accelerator.vendor === "NVIDIA" && country === "SG" ? { message: "NVIDIA in Singapore." } : undefined,
  examples: {
    blocked: [{ title: "T4", policy: {}, configuration: ${JSON.stringify(instance("ap-southeast-1", "g4dn.xlarge"))} }],
    allowed: [{ title: "AMD", policy: {}, configuration: ${JSON.stringify(instance("ap-southeast-1", "g4ad.xlarge"))} }],
  },
  ${change}
})`;
const exporting = (...rules: string[]) => `module.exports = { rules: [${rules.join(", ")}] };`;

const load = (terms: Readonly<Record<string, unknown>> = {}, plugins: unknown = ["./own.js"]): Policy => {
  const policy = {
    version: 1,
    asOf: "2026-11-23",
    organization: { name: "Example Compute Inc.", headquarters: "US" },
    endUsers: [],
    plugins,
    ...terms,
  };
  write("policies/landfall.json", JSON.stringify(policy));
  return loadPolicy("policies/landfall.json", { cwd: folder });
};
const issues = (...given: Parameters<typeof load>) =>
  refusal(() => load(...given)).issues.map(({ path, message }) => `${path}: ${message}`);

const inSingapore = (change = {}): Inventory => ({
  placements: [placed("nvidia-t4", "SG", change)],
  opaque: [],
});
const findings = (policy: Policy, inventory = inSingapore()) => judge(inventory, policy).findings;

describe("plugins of a policy", () => {
  it("are found from the policy's folder, with the digest of their file", () => {
    const text = exporting(rule());
    write("policies/own.js", text);
    const [plugin, ...others] = load().plugins;
    expect(others).toEqual([]);
    expect(plugin).toMatchObject({
      name: "./own.js",
      digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
      rules: [
        { id: "acme/no-nvidia", verification: "own", citations: [], history: [{ from: null, to: null }] },
      ],
    });
  });

  it("may be packages, and modules that a compiler made", () => {
    write("policies/node_modules/@acme/rules/index.js", exporting(rule()));
    write(
      "policies/compiled.js",
      `exports.__esModule = true; exports.default = { rules: [${rule('id: "acme/b"')}] };`,
    );
    const { plugins } = load({}, ["@acme/rules", "./compiled.js"]);
    expect(plugins.flatMap(({ rules }) => rules.map(({ id }) => id))).toEqual(["acme/no-nvidia", "acme/b"]);
  });

  it.each([
    [
      "gone",
      undefined,
      /^plugins\[0\]: expected a module that can be loaded from .*policies, got the text "\.\/own\.js": Cannot find module/,
    ],
    [
      "broken",
      "throw new Error('no luck\\nat all')",
      /expected a module that can be loaded .*, got the text "\.\/own\.js": no luck$/,
    ],
    [
      "no rules",
      "module.exports = {};",
      /expected a module that exports a list of rules as `rules`, got the text "\.\/own\.js", whose `rules` is nothing$/,
    ],
    ["an empty list", "module.exports = { rules: [] };", /whose `rules` is an empty list$/],
    ["no list", "module.exports = { rules: 7 };", /whose `rules` is the number 7$/],
    ["null", "module.exports = null;", /whose `rules` is nothing$/],
    [
      "no rule",
      "module.exports = { rules: [null] };",
      /whose rules\[0\] cannot: expected a rule, got nothing/,
    ],
    [
      "a built-in id",
      exporting(rule('id: "us-ear/zone-a"')),
      /rules\[0\] cannot: id: expected an id of small letters, .* as acme\/country-cap \(not us-ear\/, .*\), got the text "us-ear\/zone-a"$/,
    ],
    [
      "an id of a taken prefix",
      exporting(rule('id: "org/mine"')),
      /id: expected an id .*, got the text "org\/mine"$/,
    ],
    ["an id without a prefix", exporting(rule('id: "mine"')), /id: expected an id .*, got the text "mine"$/],
    [
      "an id twice",
      exporting(rule(), rule()),
      /expected ids that no other rule has, got the text "\.\/own\.js", which brings acme\/no-nvidia again$/,
    ],
    ["no judge", exporting(rule("judge: 1")), /judge: expected a function, got the number 1$/],
    [
      "another kind",
      exporting(rule('judges: "data"')),
      /expected judges to be placement, quantity or parties, got the text "data"$/,
    ],
  ])("cannot be used: %s", (_, text, message) => {
    if (text !== undefined) write("policies/own.js", text);
    const found = issues();
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  it("may not bring an id that another brings", () => {
    write("policies/own.js", exporting(rule()));
    write("policies/other.js", exporting(rule()));
    expect(issues({}, ["./own.js", "./other.js"])).toEqual([
      'plugins[1]: expected ids that no other rule has, got the text "./other.js", which brings acme/no-nvidia again',
    ]);
  });

  it.each([
    ["./own.js", 'plugins: expected a list of modules, got the text "./own.js"'],
    [
      [7],
      "plugins[0]: expected a module path such as ./rules/cap.js, or the name of a package, got the number 7",
    ],
    [
      ["./own.js", "./own.js"],
      'plugins[1]: expected ids that no other rule has, got the text "./own.js", which brings acme/no-nvidia again',
    ],
  ])("are a list of names: %j", (plugins, message) => {
    write("policies/own.js", exporting(rule()));
    expect(issues({}, plugins)).toEqual([message]);
  });
});

describe("a plugin's rule", () => {
  beforeEach(() => write("policies/own.js", exporting(rule())));

  it("is judged like every other", () => {
    const policy = load();
    const { message, level, remedy, effective, subject } = only(findings(policy), "acme/no-nvidia");
    expect({ message, level, remedy, effective }).toEqual({
      message: "NVIDIA in Singapore.",
      level: "block",
      remedy: "Choose another vendor.",
      effective: { from: null, to: null },
    });
    expect(subject.kind).toBe("placement");
    expect(said(findings(policy, { placements: [placed("nvidia-t4", "DE")], opaque: [] }))).toEqual([]);
  });

  it("blocks what could turn out to be what it blocks, by whatever it tells chips apart", () => {
    const open = { placements: [placed("any", "SG", { problem: unknownType })], opaque: [] };
    const { message } = only(findings(load(), open), "gate/unresolved");
    expect(message).toContain("acme/no-nvidia");
  });

  it("takes a level, a waiver and an authorization", () => {
    const rules = {
      "acme/no-nvidia": {
        level: "warn",
        reason: "Board decision 4711 of May",
        approvedBy: "N.",
        until: "2026-12-31",
      },
    };
    expect(saidOfPlacements(findings(load({ rules })))).toEqual(["acme/no-nvidia warn"]);
    for (const terms of [
      { waivers: [waiverOf("acme/no-nvidia", "site_rack.gpu")] },
      { authorizations: [permit("acme/no-nvidia")] },
    ]) {
      expect(said(findings(load(terms)))).toEqual(["acme/no-nvidia note"]);
    }
  });

  it("has its lowered level reported when that has expired", () => {
    const rules = {
      "acme/no-nvidia": {
        level: "warn",
        reason: "Board decision 4711 of May",
        approvedBy: "N.",
        until: "2026-01-31",
      },
    };
    expect(said(findings(load({ rules })))).toEqual(["acme/no-nvidia block", "policy/waiver block"]);
  });

  it("is lowered only with a reason, and unknown without its plugin", () => {
    expect(issues({ rules: { "acme/no-nvidia": { level: "note" } } }).join()).toContain(
      "lowering acme/no-nvidia from block to note needs",
    );
    expect(issues({ rules: { "acme/no-nvidia": { level: "block" } } }, []).join()).toMatch(
      /^rules.acme\/no-nvidia: unknown key/,
    );
    expect(issues({ waivers: [waiverOf("acme/no-nvidi", "a")] }).join()).toContain(
      'did you mean "acme/no-nvidia"?',
    );
  });

  it("fires only while it is in force", () => {
    write(
      "policies/own.js",
      exporting(rule('history: [{ from: "2026-06-01", to: null, says: "Decided." }]')),
    );
    expect(said(findings(load()))).toEqual(["acme/no-nvidia block"]);
    expect(said(findings(load({ asOf: "2026-05-31" })))).toEqual([]);
  });

  it("stands in the result, in SARIF and in evidence", () => {
    const policy = load();
    const result = resultOfSurvey(
      { inventory: inSingapore(), data: { flows: [], boundaries: [] } },
      [],
      policy,
    );
    expect(JSON.parse(JSON.stringify(result.plugins))).toMatchObject([
      {
        name: "./own.js",
        digest: policy.plugins[0]?.digest,
        rules: [{ id: "acme/no-nvidia", level: "block" }],
      },
    ]);
    const [run] = JSON.parse(toSarif(result)).runs;
    const found = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === "acme/no-nvidia");
    expect(run.tool.driver.rules[found.ruleIndex]).toMatchObject({
      id: "acme/no-nvidia",
      defaultConfiguration: { level: "error" },
    });
    const evidence = JSON.parse(evidenceOf(result, { file: join(folder, "evidence.json"), failOn: "block" }));
    expect(evidence.rules).toContainEqual({ id: "acme/no-nvidia", from: null, to: null });
    expect(evidence.plugins[0].digest).toBe(policy.plugins[0]?.digest);
  });

  it.each([
    [
      "throws",
      "throw new Error('no luck')",
      'the rule "acme/no-nvidia" fails, so that nothing can be judged: no luck',
    ],
    [
      "answers true",
      "return true",
      "answers what cannot be read: expected a violation or undefined, got the logical value true",
    ],
    [
      "answers later",
      "return Promise.resolve()",
      "answers what cannot be read at message: missing; expected what is wrong, in a sentence",
    ],
    [
      "says nothing",
      "return { message: ' ' }",
      "answers what cannot be read at message: expected what is wrong",
    ],
    [
      "has an own level",
      "return { message: 'x', level: 'fatal' }",
      "answers what cannot be read at level: expected one of note, warn, block",
    ],
  ])("that %s judges nothing, and says so", (_, body, message) => {
    write("policies/own.js", exporting(rule(`judge: () => { ${body}; }`)));
    const { issues, path } = refusal(() => findings(load()));
    expect(path).toBe("policies/landfall.json");
    expect(issues).toEqual([{ path: "plugins[0]", message: expect.stringContaining(message) }]);
  });

  it("is never stricter than it says", () => {
    write(
      "policies/own.js",
      exporting(rule('level: "warn", judge: () => ({ message: "Bad.", level: "block" })')),
    );
    expect(refusal(() => findings(load())).issues[0]?.message).toBe(
      'the rule "acme/no-nvidia" answers level block; expected warn, its own level, or a milder one',
    );
  });
});

describe("other kinds of rules", () => {
  it("judge what everything comes to", () => {
    const total = "{ accelerators: 8, tpp: null }";
    const judgeAll = `judges: "quantity", judge: (placed) => placed.map(() => ({ message: "Too many.", address: "organization", total: ${total}, most: ${total} }))`;
    write("policies/own.js", exporting(rule(judgeAll)));
    expect(said(findings(load()))).toEqual(["acme/no-nvidia block"]);
    expect(said(findings(load({ waivers: [waiverOf("acme/no-nvidia", "organization")] })))).toEqual([
      "acme/no-nvidia note",
    ]);
    expect(issues({ authorizations: [permit("acme/no-nvidia")] }).join()).toContain(
      "what everything comes to together is limited by the rule itself",
    );
  });

  it.each([
    ["always", "acme/no-nvidia block"],
    ["with controlled accelerators", undefined],
  ])("judge parties, asked %s", (asked, expected) => {
    const ofParties = `judges: "parties", asked: ${JSON.stringify(asked)}, judge: ({ parties }) => parties.map(({ name, path }) => ({ message: name, party: name, address: path }))`;
    write("policies/own.js", exporting(rule(ofParties)));
    expect(said(findings(load()))).toEqual(expected === undefined ? [] : [expected]);
  });
});

it("an editor takes ids that a plugin may bring, and no others", () => {
  const { rules, waivers, authorizations, plugins } = JSON.parse(policyJsonSchema()).properties;
  const [pattern] = Object.keys(rules.patternProperties) as [string];
  expect(new RegExp(pattern).test("acme/country-cap")).toBe(true);
  for (const id of ["us-ear/zone-z", "org/mine", "acme", "Acme/x"])
    expect(new RegExp(pattern).test(id)).toBe(false);
  for (const { anyOf } of [waivers.items.properties.rule, authorizations.items.properties.satisfies.items])
    expect(anyOf[1]).toEqual({ type: "string", pattern });
  expect(plugins.description).toContain("runs their code");
});

const unknownType = {
  rule: "gate/unresolved",
  what: "instance_type",
  why: "a data source decides it",
} as const;
