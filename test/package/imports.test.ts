import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, sep } from "node:path";
import manifest from "../../package.json";

interface Import {
  readonly file: string;
  readonly from: string;
  /** Gone once compiled. */
  readonly typeOnly: boolean;
}

const project = join(__dirname, "..", "..");
const library = [...importsIn("lib"), ...importsIn("regions")];
const all = [...library, ...importsIn("stacks"), ...importsIn("examples"), ...importsIn("bench")];
const packages = library.filter(({ from }) => !from.startsWith("."));
const within = (folder: string) => (one: Import) => one.file.startsWith(`${folder}/`);
const isCdk = ({ from }: Import) => /^(@?cdktf|cdktn|@cdktn|constructs)(\/|$)/.test(from);

describe("what the sources import", () => {
  it("is found", () => {
    expect(library.length).toBeGreaterThan(200);
    expect(packages.some(({ from }) => from === "zod")).toBe(true);
    expect(packages.some(({ from }) => from === "i18n-iso-countries/codes.json")).toBe(true);
    expect(packages.some(isCdk)).toBe(true);
  });

  it("is no CDK outside lib/constructs but the types of constructs in lib/guard", () => {
    const others = packages.filter(isCdk).filter((one) => !within("lib/constructs")(one));
    expect(others.filter(({ typeOnly, from }) => !(typeOnly && from === "constructs"))).toEqual([]);
    expect(others.filter((one) => !within("lib/guard")(one))).toEqual([]);
  });

  it("is never a provider's index", () => {
    const provider = /^@(cdktf|cdktn)\/provider-/;
    expect(
      all.filter(({ from, typeOnly }) => provider.test(from) && !typeOnly && !/\/lib\/[\w-]+$/.test(from)),
    ).toEqual([]);
  });

  it("is declared: a dependency, a peer or Node itself", () => {
    const declared = new Set([
      ...Object.keys(manifest.dependencies),
      ...Object.keys(manifest.peerDependencies),
    ]);
    const undeclared = packages.filter(
      ({ from }) => !declared.has(packageOf(from)) && !builtinModules.includes(from.replace(/^node:/, "")),
    );
    expect(undeclared.filter((one) => !within("lib/reports/html")(one))).toEqual([]);
    // The page of the report is shipped as a bundle only, with what it needs in it.
    const bundled = new Set(Object.keys(manifest.devDependencies));
    const has = (name: string) => bundled.has(name) || bundled.has(`@types/${name}`);
    expect(undeclared.filter(({ from }) => !has(packageOf(from)))).toEqual([]);
  });

  it("leaves the command line to itself", () => {
    expect(library.filter((one) => !within("lib/cli")(one) && /(^|\/)cli(\/|$)/.test(one.from))).toEqual([]);
  });
});

function importsIn(folder: string): Import[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => importsOf(`${folder}/${name.split(sep).join("/")}`));
}

/** Statements (`import … from`, `export … from`, bare `import`) and calls of `require` and `import`. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(project, file), "utf8");
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[\w*{][^;"]*?\sfrom\s+)?"([^"]+)";/gm);
  const calls = text.matchAll(/(typeof\s+)?\b(?:require|import)\("([^"]+)"\)/g);
  return [...statements, ...calls].map(([, typeOnly, from = ""]) => ({
    file,
    from,
    typeOnly: typeOnly !== undefined,
  }));
}

function packageOf(name: string): string {
  return name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
}
