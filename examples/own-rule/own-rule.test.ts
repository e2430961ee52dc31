import { join } from "node:path";
import { App, Testing } from "cdktf";
import { guard, loadPolicy } from "landfall";
import { exampleProblems, matchers } from "landfall/testing";
import { Training } from "./training";

expect.extend(matchers);

const policy = loadPolicy(join(__dirname, "landfall.yaml"));

describe("the rule acme/country-cap", () => {
  const rules = policy.plugins.flatMap((plugin) => plugin.rules);

  it("keeps its examples", () => {
    expect(rules.map(({ id }) => id)).toEqual(["acme/country-cap"]);
    expect(rules.flatMap(exampleProblems)).toEqual([]);
  });
});

describe("training", () => {
  it("stays under the cap with four machines a country", () => {
    const app = new App();
    guard(app, policy);
    new Training(app, "frankfurt", { region: "eu-central-1", machines: 4 });
    new Training(app, "stockholm", { region: "eu-north-1", machines: 4 });
    expect(app).toBeAllowedBy();
    expect(app).toPlace({ accelerator: "nvidia-h100-sxm", country: "DE", count: 32 });
  });

  it("is refused with a fifth", () => {
    const stack = new Training(Testing.app(), "frankfurt", { region: "eu-central-1", machines: 5 });
    expect(stack).toBeBlockedBy("acme/country-cap", policy);
    expect(stack).not.toBeBlockedBy("us-ear/zone-a", policy);
  });

  it("is refused in the Emirates whatever the cap", () => {
    const stack = new Training(Testing.app(), "dubai", { region: "me-central-1", machines: 1 });
    expect(Testing.synth(stack)).toBeBlockedBy("us-ear/uae", policy);
  });
});
