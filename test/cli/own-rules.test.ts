import { readFileSync } from "node:fs";
import { join } from "node:path";
import { landfall, problemOf, useDirectory } from "./harness";

const example = join(__dirname, "..", "..", "examples", "own-rule");
const policy = join(example, "landfall.yaml");

const write = useDirectory();
const cap = ["acme/country-cap", "--policy", policy];

describe("rules of a plugin", () => {
  it("are listed, in words and as JSON", async () => {
    const { status, stdout } = await landfall("rules", "--policy", policy);
    expect(status).toBe(0);
    expect(stdout).toMatch(/acme\/country-cap +block +always/);
    const listed = JSON.parse((await landfall("rules", "--policy", policy, "--format", "json")).stdout);
    expect(listed.at(-1)).toMatchObject({ id: "acme/country-cap", level: "block", verification: "own" });
    expect((await landfall("rules")).stdout).not.toContain("acme/");
  });

  it("are explained, examples and all", async () => {
    const { status, stdout } = await landfall("explain", ...cap);
    expect(status).toBe(0);
    expect(stdout).toContain("# acme/country-cap");
    expect(stdout).toContain("Blocked: Forty accelerators in Germany");
    expect(JSON.parse((await landfall("explain", ...cap, "--format", "json")).stdout).level).toBe("block");
  });

  it("are not known without their policy, and said to be so", async () => {
    expect(problemOf(await landfall("explain", "acme/country-cap"))).toMatch(
      /"acme\/country-cap" is not a rule; .*; for a rule of a plugin, name the policy with --policy$/,
    );
    expect(problemOf(await landfall("explain", "acme/country-cup", "--policy", policy))).toContain(
      'did you mean "acme/country-cap"?',
    );
  });

  it("block and allow, as the example says", async () => {
    const page = (await landfall("explain", ...cap)).stdout;
    const [blocked, allowed] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text);
    write("five.tf.json", blocked);
    write("four.tf.json", allowed);
    const five = await landfall("check", "five.tf.json", "--policy", policy);
    expect(five.status).toBe(1);
    expect(five.stdout).toContain("BLOCKED acme/country-cap");
    expect(five.stdout).toContain("Judged by ./rules/country-cap.js too: acme/country-cap.");
    expect(five.stdout).toContain(
      "40 accelerators would stand in Germany (DE); the board allows 32 in any one.",
    );
    expect((await landfall("check", "four.tf.json", "--policy", policy)).status).toBe(0);
  });

  it("keep a verdict from being given where they fail", async () => {
    const text = readFileSync(join(example, "rules", "country-cap.js"), "utf8");
    write("cap.js", text.replace("totalsByCountry(placed)", "placed.gone()"));
    write("landfall.yaml", readFileSync(policy, "utf8").replace("./rules/country-cap.js", "./cap.js"));
    write("four.tf.json", { resource: {} });
    expect(problemOf(await landfall("check", "four.tf.json"))).toMatch(
      /^The policy landfall\.yaml cannot be used: .*\n {2}plugins\[0\] \(line \d+\): the rule "acme\/country-cap" fails, so that nothing can be judged: .*gone/,
    );
  });
});
