import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPolicy } from "../../lib";
import { rulePage } from "../../lib/rules";
import { exampleProblems } from "../../lib/testing";
import manifest from "../../package.json";
import { landfall, useDirectory } from "../cli/harness";
import { instance } from "../rules/helpers";

const root = join(__dirname, "..", "..");
const textOf = (path: string) => readFileSync(join(root, path), "utf8");
/** The code of a page in a language. */
const blocksOf = (page: string, language: string) =>
  [...textOf(page).matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))].map(
    ([, code]) => code ?? "",
  );

const write = useDirectory();

describe("docs/how-to/write-a-rule.md", () => {
  const [rule = ""] = blocksOf("docs/how-to/write-a-rule.md", "js");
  const [policy = ""] = blocksOf("docs/how-to/write-a-rule.md", "yaml");
  const organization =
    "version: 1\nasOf: 2026-11-23\norganization: { name: Acme Inc., headquarters: US }\nendUsers: []\n";

  beforeEach(() => {
    write("rules/country-cap.js", rule);
    write("landfall.yaml", organization + policy);
    write("cdktf.out/stacks/gpu/cdk.tf.json", instance("eu-central-1", "p5.48xlarge"));
  });

  it("shows a rule that works, and a policy that takes it", () => {
    const loaded = loadPolicy();
    const [country, ...others] = loaded.plugins.flatMap(({ rules }) => rules);
    expect(others).toEqual([]);
    if (country === undefined) throw new Error("expected the rule");
    expect(exampleProblems(country)).toEqual([]);
    expect(rulePage(country)).toContain("# acme/country-cap");
    expect(loaded.rules["acme/country-cap"]?.level).toBe("warn");
  });

  it("shows commands that run", async () => {
    const [commands = ""] = blocksOf("docs/how-to/write-a-rule.md", "sh");
    for (const line of commands.trim().split("\n")) {
      const [name, ...args] = line.split(" ");
      expect(name).toBe("landfall");
      expect((await landfall(...args)).status).toBe(0);
    }
  });

  it("says which prefixes are taken", () => {
    const said =
      /Ids have a prefix of your own .*? are\s+taken/s.exec(textOf("docs/how-to/write-a-rule.md"))?.[0] ?? "";
    write("rules/country-cap.js", rule.replace("acme/country-cap", "org/country-cap"));
    const refused = () => loadPolicy();
    expect(refused).toThrow(/not us-ear\/, my-sta\/, org\/, residency\/, gate\/, policy\/, scenario\//);
    for (const prefix of ["us-ear", "my-sta", "org", "residency", "gate", "policy", "scenario"])
      expect(said).toContain(`\`${prefix}\``);
  });
});

describe("docs/cdk-terrain.md", () => {
  const [example = "{}"] = blocksOf("docs/cdk-terrain.md", "json");
  const { dependencies, overrides } = JSON.parse(example);

  it("names the aliases that the tests run on, for exactly the peers", () => {
    const script = textOf("scripts/cdktn.ts");
    for (const name of Object.keys(overrides.landfall)) {
      expect(overrides.landfall[name]).toBe(`$${name}`);
      expect(script).toContain(`"${dependencies[name]}"`);
      expect(textOf("docs/cdk-terrain.md")).toContain(
        `\`${name} ${manifest.peerDependencies[name as "cdktf"]}\``,
      );
    }
    expect(dependencies.constructs).toBe(manifest.peerDependencies.constructs);
    expect(Object.keys(manifest.peerDependencies).sort()).toEqual(
      ["constructs", ...Object.keys(overrides.landfall)].sort(),
    );
  });

  it("says that every peer may be missing", () => {
    expect(Object.keys(manifest.peerDependenciesMeta)).toEqual(Object.keys(manifest.peerDependencies));
    expect(Object.values(manifest.peerDependenciesMeta).every(({ optional }) => optional)).toBe(true);
  });
});

describe("docs/how-to/test-a-deployment.md", () => {
  it("shows every matcher, and is what the example does", () => {
    const page = textOf("docs/how-to/test-a-deployment.md");
    const example = textOf("examples/own-rule/own-rule.test.ts");
    for (const matcher of ["toBeAllowedBy", "toBeBlockedBy", "toPlace"]) {
      expect(page).toContain(`\`${matcher}(`);
      expect(example).toContain(`.${matcher}(`);
    }
  });
});
