import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyJsonSchema } from "../../lib/policy/json-schema";
import { activeLevel } from "../../lib/policy/levels";
import { parsePolicy } from "../../lib/policy/load";
import { isBuiltIn, RULE_IDS } from "../../lib/policy/rule-ids";
import { POLICY_TEMPLATE } from "../../lib/policy/template";
import { TODAY } from "./helpers";

const everything = POLICY_TEMPLATE.replaceAll(/^#(?! \S)(?=.)/gm, "");

describe("the template", () => {
  it("tells editors its schema on the first line", () => {
    expect(POLICY_TEMPLATE.split("\n")[0]).toBe(
      "# yaml-language-server: $schema=node_modules/landfall/dist/policy.schema.json",
    );
  });

  it("is valid as it is and grants nothing", () => {
    expect(parsePolicy(POLICY_TEMPLATE, { today: TODAY })).toMatchObject({
      asOfFrom: "today",
      endUsersStated: false,
      rules: {},
      authorizations: [],
      waivers: [],
      known: {},
    });
  });

  it("is valid with every optional part, and shows every section", () => {
    const written = Object.keys(JSON.parse(policyJsonSchema()).properties).filter((key) => key !== "$schema");
    for (const key of written) expect(everything).toMatch(new RegExp(`^${key}:`, "m"));
    const policy = parsePolicy(everything, { today: TODAY });
    expect(policy.organization.ultimateParent).toBeDefined();
    expect(policy.endUsers).toHaveLength(1);
    expect(policy.authorizations).toHaveLength(1);
    expect(policy.waivers).toHaveLength(1);
  });

  it("grants nothing either when its parts are put to use unread: all of them are past", () => {
    const { authorizations, waivers, rules } = parsePolicy(everything);
    for (const { validUntil } of authorizations) expect(validUntil < TODAY).toBe(true);
    for (const { expires } of waivers) expect(expires < TODAY).toBe(true);
    for (const [id, setting] of Object.entries(rules)) {
      const standard = isBuiltIn(id) ? RULE_IDS[id] : "block";
      const { level, expired } = activeLevel(setting, standard, TODAY);
      expect(expired || level === "block").toBe(true);
    }
  });

  it("is valid with each part alone", () => {
    const blocks = POLICY_TEMPLATE.split("\n\n").filter((block) => /^#[a-zA-Z]/m.test(block));
    expect(blocks.length).toBeGreaterThan(7);
    for (const block of blocks) {
      const used = block.replaceAll(/^#(?! \S)(?=.)/gm, "");
      expect(() => parsePolicy(POLICY_TEMPLATE.replace(block, () => used))).not.toThrow();
    }
  });
});

describe("policy.schema.json", () => {
  const root = join(__dirname, "..", "..");

  it("is up to date: run npx tsx scripts/policy-schema.ts", () => {
    expect(readFileSync(join(root, "policy.schema.json"), "utf8")).toBe(policyJsonSchema());
  });

  it("describes every field and refuses unknown ones", () => {
    const undescribed: string[] = [];
    visit(JSON.parse(policyJsonSchema()), "", (path, schema) => {
      for (const [key, field] of Object.entries(schema.properties ?? {}))
        if (!field.description) undescribed.push(`${path}.${key}`);
      if (schema.properties) expect(schema.additionalProperties).toBe(false);
    });
    expect(undescribed).toEqual([]);
  });

  it("lists rule ids and kinds", () => {
    const { rules, authorizations, waivers } = JSON.parse(policyJsonSchema()).properties;
    expect(Object.keys(rules.properties)).toEqual(Object.keys(RULE_IDS));
    expect(authorizations.items.properties.kind.enum).toContain("approved-recipient");
    expect(authorizations.items.properties.satisfies.items.anyOf[0].enum).toContain("us-ear/uae");
    expect(waivers.items.properties.rule.anyOf[0].enum).not.toContain("policy/waiver");
  });
});

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  additionalProperties?: Node | boolean;
  items?: Node;
}

function visit(node: Node, path: string, see: (path: string, node: Node) => void): void {
  see(path, node);
  for (const [key, field] of Object.entries(node.properties ?? {})) visit(field, `${path}.${key}`, see);
  if (node.items) visit(node.items, `${path}[]`, see);
}
