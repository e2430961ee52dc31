import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeProgram } from "../../lib/cli/program";
import schema from "../../policy.schema.json";
import * as cli from "../../scripts/cli-docs";
import * as policy from "../../scripts/policy-docs";

const commands = makeProgram(() => undefined).commands;

describe("docs/reference/cli.md", () => {
  it("is what the commands say today; otherwise run `npm run docs`", () => {
    expect(readFileSync(cli.PAGE, "utf8")).toBe(cli.cliPage());
  });

  it.each(commands.map((command) => [command.name(), command] as const))(
    "tells all that %s takes",
    (name, command) => {
      const section =
        cli
          .cliPage()
          .split("\n## ")
          .find((one) => one.startsWith(`${name}\n`)) ?? "";
      for (const { flags } of command.options) expect(section).toContain(`| \`${flags}\` |`);
      for (const one of command.registeredArguments)
        expect(section).toContain(`\`${one.name().toUpperCase()}`);
      expect(section).toMatch(new RegExp(`\`\`\`sh\nlandfall ${name}`));
    },
  );

  it("names the same commands as the README", () => {
    const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
    const listed = [...readme.matchAll(/^landfall (\w+) /gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(commands.map((command) => command.name()).sort());
  });
});

describe("docs/reference/policy.md", () => {
  it("is what the policy's schema says today; otherwise run `npm run docs`", () => {
    expect(readFileSync(policy.PAGE, "utf8")).toBe(policy.policyPage());
  });

  it("tells every key, wherever it stands", () => {
    const page = policy.policyPage();
    for (const key of keysOf(schema))
      expect(page).toMatch(new RegExp(`^\\| \\[?\`${key.replace("$", "\\$")}\``, "m"));
  });

  it("refuses a key without a description", () => {
    expect(() => policy.policyPage({ properties: { silent: { type: "string" } } })).toThrow("no description");
  });
});

/** Rules apart, whose ids are pages of their own. */
function keysOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { properties = {}, ...rest } = node as { properties?: Record<string, unknown> };
  const keys = Object.keys(properties).filter((key) => !key.includes("/"));
  return [...keys, ...Object.values({ ...properties, ...rest }).flatMap(keysOf)];
}
