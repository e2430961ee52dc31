import { App, TerraformStack } from "cdktf";
import { definePolicy, guard } from "../../lib";

const policy = definePolicy({
  version: 1,
  asOf: "2026-11-23",
  organization: { name: "Example", headquarters: "US" },
});

/** The CDK library, or `constructs`, loaded a second time. */
function another(...libraries: string[]): typeof import("cdktf") {
  let copy: typeof import("cdktf") | undefined;
  const kept = new Map(["cdktf", "constructs"].map((name) => [name, require(name)]));
  jest.isolateModules(() => {
    for (const [name, loaded] of kept) if (!libraries.includes(name)) jest.doMock(name, () => loaded);
    copy = require("cdktf");
    for (const name of kept.keys()) jest.dontMock(name);
  });
  return copy as typeof import("cdktf");
}

describe("a second copy of a library", () => {
  it("is none where app and stacks share one", () => {
    class Derived extends TerraformStack {}
    const app = new App();
    new Derived(app, "one");
    new TerraformStack(app, "two");
    expect(() => guard(app, policy)).not.toThrow();
  });

  it("is refused and named where two stacks are made with different ones", () => {
    const other = another("cdktf");
    const app = new App();
    new TerraformStack(app, "ours");
    new other.TerraformStack(app, "theirs");
    expect(() => guard(app, policy)).toThrow(
      /^guard\(\) finds two copies of a library in one app: the stack "ours" is made with \w+ \S+.*, the stack "theirs" with \w+ \S+.*npm ls cdktf cdktn constructs/,
    );
  });

  it("is refused at synth where the stack comes later", () => {
    const other = another("cdktf", "constructs");
    const app = new App();
    guard(app, policy);
    new other.TerraformStack(app as never, "theirs");
    expect(() => app.synth()).toThrow(
      /the app is made with constructs 10\.\S+ .*, the stack "theirs" with constructs 10\./,
    );
  });

  it("is refused where another library made the stack", () => {
    const app = new App();
    const stack = new TerraformStack(app, "theirs");
    const base = Object.getPrototypeOf(TerraformStack.prototype);
    class TerrainStack {}
    Object.assign(TerrainStack, {
      [Symbol.for("jsii.rtti")]: { fqn: "terrain.TerraformStack", version: "0.99.0" },
    });
    Object.setPrototypeOf(TerrainStack.prototype, base);
    Object.setPrototypeOf(stack, TerrainStack.prototype);
    expect(() => guard(app, policy)).toThrow(/the stack "theirs" with terrain 0\.99\.0/);
  });
});

describe("what is no app", () => {
  it.each([
    [() => new TerraformStack(new App(), "x"), /got an object of class TerraformStack of cdkt[fn] 0\.\d+/],
    [() => ({}), /got an object of class Object$/],
    [() => undefined, /got undefined$/],
    [() => Object.create(null), /got an object of class none$/],
  ])("is named: %#", (make, message) => {
    expect(() => guard(make() as never, policy)).toThrow(message);
  });
});
