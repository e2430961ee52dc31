import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EbsVolume } from "@cdktf/provider-aws/lib/ebs-volume";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import * as cdktf from "cdktf";
import { transformSync } from "esbuild";
import * as landfall from "landfall";
import * as constructs from "landfall/constructs";
import { synthesized } from "../constructs/synthesized";

const root = join(__dirname, "../..");
const pages = join(root, "docs", "constructs");
const modules: Readonly<Record<string, object>> = { cdktf, landfall, "landfall/constructs": constructs };

/** Runs TypeScript that may use names it does not declare. */
function run(code: string, names: object): void {
  const { code: script } = transformSync(code, { loader: "ts", format: "cjs" });
  const load = (name: string) => modules[name];
  new Function("names", "require", "module", `with (names) { ${script} }`)(names, load, { exports: {} });
}

function snippets(page: string): string[] {
  return [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? "");
}

/** What the pages of constructs take for granted. */
function surroundings() {
  const app = new cdktf.App();
  const made = new Map<string, unknown>();
  const once = <T>(name: string, make: () => T): T => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name) as T;
  };
  const europe = { name: "eu", countries: ["DE", "IE"], accounts: ["123456789012"] };
  return {
    ...cdktf,
    ...constructs,
    AwsProvider,
    EbsVolume,
    loadPolicy: landfall.loadPolicy,
    app,
    props: { region: "ap-southeast-5", accounts: ["123456789012"] },
    get stack(): cdktf.TerraformStack {
      return once("stack", () => new cdktf.TerraformStack(app, "stack"));
    },
    get training(): cdktf.TerraformStack {
      return once("training", () => new cdktf.TerraformStack(app, "training"));
    },
    get boundary(): constructs.RegionalBoundary {
      return once("boundary", () => new constructs.RegionalBoundary(this.stack, "malaysia", this.props));
    },
    get frankfurt(): constructs.RegionalBoundary {
      return once(
        "frankfurt",
        () => new constructs.RegionalBoundary(this.stack, "frankfurt", { ...europe, region: "eu-central-1" }),
      );
    },
    get network(): constructs.GpuNetwork {
      return once(
        "network",
        () => new constructs.GpuNetwork(this.boundary, "net", { zones: ["a", "b"], cidr: "10.90.0.0/16" }),
      );
    },
    get dataset(): constructs.DatasetBucket {
      return once("dataset", () => new constructs.DatasetBucket(this.boundary, "data"));
    },
    get copyInIreland(): constructs.DatasetBucket {
      const ireland = { ...europe, region: "eu-west-1" };
      const boundary = new constructs.RegionalBoundary(this.stack, "ireland", ireland);
      return once("copy", () => new constructs.DatasetBucket(boundary, "copy"));
    },
  };
}

describe("what the pages show", () => {
  it.each(readdirSync(pages))("%s makes constructs as it stands", (name) => {
    const found = snippets(readFileSync(join(pages, name), "utf8"));
    expect(found.length).toBeGreaterThan(0);
    const names = surroundings();
    for (const code of found) run(code, names);
    for (const stack of names.app.node.findAll())
      if (cdktf.TerraformStack.isStack(stack)) expect(() => synthesized(stack)).not.toThrow();
  });

  it("has a page for every construct, with a table of its props", () => {
    const classes = Object.entries(constructs).filter(
      ([, one]) => typeof one === "function" && isConstruct(one),
    );
    for (const [name] of classes) {
      const file = `${name.replaceAll(/(?<!^)[A-Z]/g, "-$&").toLowerCase()}.md`;
      expect(readdirSync(pages)).toContain(file);
      expect(readFileSync(join(pages, file), "utf8")).toMatch(new RegExp(`<!-- props:${name}(Props)? -->`));
    }
  });
});

function isConstruct(one: object): boolean {
  return one.toString().startsWith("class ");
}

describe("the README", () => {
  let home: string;
  const before = process.cwd();
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "landfall-readme-"));
    process.chdir(root);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(home, { recursive: true, force: true });
  });

  it("composes constructs that synthesize and that its policy allows", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const code = snippets(readme).find((one) => one.includes('from "landfall/constructs"')) ?? "";
    expect(code).not.toBe("");
    let placed = 0;
    const policy = landfall.definePolicy(
      { version: 1, organization: { name: "Example Inc.", headquarters: "US" }, endUsers: [] },
      { asOf: "2026-11-23" },
    );
    class App extends cdktf.App {
      constructor() {
        super({ outdir: home });
      }
    }
    const cdktfHere = { ...cdktf, App };
    const guarded = {
      ...landfall,
      loadPolicy: () => policy,
      guard: (app: cdktf.App) =>
        landfall.guard(app, policy, {
          report: ({ placements }) => {
            placed = placements.length;
          },
        }),
    };
    const { code: script } = transformSync(code, { loader: "ts", format: "cjs" });
    const load = (name: string) => ({ cdktf: cdktfHere, landfall: guarded })[name] ?? modules[name];
    new Function("require", "module", script)(load, { exports: {} });
    expect(placed).toBe(1);
  });
});
