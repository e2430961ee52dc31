/**
 * Packs the built package, unpacks it into an empty project and uses it there, as who installs it would.
 * Needs no network: the dependencies that package.json declares, and no others, are linked from here.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import manifest from "../package.json";

const project = join(__dirname, "..");
const modules = join(project, "node_modules");
const home = mkdtempSync(join(tmpdir(), "landfall-package-"));
const installed = join(home, "node_modules", "landfall");
/** Subpaths that need the peers: constructs extend the provider's. */
const needPeers = new Set(["./constructs"]);
/** What the package may hold. */
const PUBLISHED =
  /^(dist\/(lib|regions)\/[\w./-]+\.(js|d\.ts)|dist\/cli\/landfall\.js(\.licenses\.txt)?|dist\/reports\/html\/[\w.]+\.(js|css|txt)|dist\/(package|policy\.schema)\.json|docs\/rules\/[\w./-]+\.md|README\.md|LICENSE|package\.json)$/;

try {
  const tarball = pack();
  isClean(tarball);
  install(tarball);
  link(Object.keys(manifest.dependencies));
  const [early, late] = [subpaths(false), subpaths(true)];
  for (const subpath of early) requires(subpath);
  says("classify p5.48xlarge", 0, /3A090\.a/);
  says("init", 0, /landfall\.yaml/);
  says("check", 2, /cdktf\.out/);
  writeStack("cdktf.out/stacks/ours", "us-east-1");
  says("check", 0, /ALLOWED/);
  writeStack("cdktf.out/stacks/theirs", "me-central-1");
  says("check", 1, /us-ear\/uae/);
  says("report --output report.html", 1, /The report is in report\.html/);
  says("matrix --cloud aws", 0, /aws me-central-1/);
  writeFileSync(join(home, "landfall.yaml"), "version: 2\n");
  says("check", 2, /version/);
  takesPlugins();
  link(Object.keys(manifest.peerDependencies));
  for (const subpath of late) requires(subpath);
  guardsAnApp();
  hasTypes();
  hasTypesForOlderCompilers();
  console.log(`landfall ${manifest.version} works when installed`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

function pack(): string {
  const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", home], {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename, files }] = JSON.parse(packed) as [{ filename: string; files: { path: string }[] }];
  const strange = files.map(({ path }) => path).filter((path) => !PUBLISHED.test(path));
  assert(strange.length === 0, `the package holds what nobody needs who installs it: ${strange.join(", ")}`);
  return join(home, filename);
}

/** What others check packages by: how entry points are declared, and whether every compiler finds their types. */
function isClean(tarball: string): void {
  tool("publint", "src/cli.js", "run", "--strict", tarball);
  // Editors read the schema, compilers that resolve as Node 10 did cannot.
  tool(
    "@arethetypeswrong/cli",
    "dist/index.js",
    tarball,
    "--no-emoji",
    "--exclude-entrypoints",
    "policy.schema.json",
  );
}

function tool(name: string, script: string, ...args: string[]): void {
  const { status, stdout, stderr } = run(join(modules, name, script), ...args);
  assert(status === 0, `${name} finds fault with the package:\n${stdout}${stderr}`);
}

function install(tarball: string): void {
  execFileSync("tar", ["-xzf", tarball], { cwd: home });
  mkdirSync(dirname(installed));
  cpSync(join(home, "package"), installed, { recursive: true });
}

function link(names: readonly string[]): void {
  for (const name of names) {
    const target = join(home, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(modules, name), target, "junction");
  }
}

function subpaths(withPeers: boolean): string[] {
  return Object.keys(manifest.exports).filter((subpath) => needPeers.has(subpath) === withPeers);
}

function requires(subpath: string): void {
  const name = `landfall${subpath.slice(1)}`;
  const code = `const loaded = require(${JSON.stringify(name)});
    if (Object.keys(loaded).length === 0) throw new Error("exports nothing");
    process.stdout.write(Object.keys(require.cache).join("\\n"));`;
  const { status, stdout, stderr } = run("-e", code);
  assert(status === 0, `require("${name}") fails: ${stderr}`);
  const bindings = stdout
    .split("\n")
    .filter((file) => /node_modules[\\/](@?cdktf|@?cdktn|constructs)[\\/]/.test(file));
  assert(
    needPeers.has(subpath) || bindings.filter((file) => !file.startsWith(installed)).length === 0,
    `require("${name}") loads ${bindings[0]}`,
  );
}

function says(command: string, expected: number, pattern: RegExp): void {
  const { status, stdout, stderr } = run(join(installed, manifest.bin.landfall), ...command.split(" "));
  const said = `${stdout}${stderr}`;
  assert(
    status === expected,
    `landfall ${command} ended with ${status} instead of ${expected} and said:\n${said}`,
  );
  assert(pattern.test(said), `landfall ${command} did not say ${pattern} but:\n${said}`);
}

function writeStack(directory: string, region: string, count = 1): void {
  mkdirSync(join(home, directory), { recursive: true });
  const body = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "6.25.0" } } },
    provider: { aws: [{ region }] },
    resource: { aws_instance: { gpu: { ami: "ami-1", instance_type: "p5.48xlarge", count } } },
  };
  writeFileSync(join(home, directory, "cdk.tf.json"), JSON.stringify(body));
}

/** A plugin finds the library that the command line, which is one file, has only in itself. */
function takesPlugins(): void {
  cpSync(join(project, "examples", "own-rule"), join(home, "own-rule"), { recursive: true });
  const own = ["--policy", "own-rule/landfall.yaml"].join(" ");
  says(`explain acme/country-cap ${own}`, 0, /Thirty-two in Germany/);
  writeStack("own.out/stacks/many", "eu-central-1", 5);
  says(`check own.out ${own}`, 1, /acme\/country-cap/);
}

function guardsAnApp(): void {
  const policy = { version: 1, organization: { name: "Ours Inc.", headquarters: "US" }, endUsers: [] };
  writeFileSync(
    join(home, "app.js"),
    `const { App, TerraformStack } = require("cdktf");
     const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
     const { Instance } = require("@cdktf/provider-aws/lib/instance");
     const { definePolicy, guard, PolicyViolationError } = require("landfall");
     const app = new App({ outdir: "guarded.out" });
     guard(app, definePolicy(${JSON.stringify(policy)}, { asOf: "2026-11-23" }));
     const stack = new TerraformStack(app, "train");
     new AwsProvider(stack, "aws", { region: "me-central-1" });
     new Instance(stack, "gpu", { ami: "ami-1", instanceType: "p5.48xlarge" });
     try { app.synth(); } catch (error) {
       console.log(error instanceof PolicyViolationError, error.findings.map(({ rule }) => rule).join());
     }`,
  );
  const { stdout, stderr } = run("app.js");
  assert(/^true .*us-ear\/uae/.test(stdout), `the guard does not block from the package: ${stdout}${stderr}`);
}

/** The declarations are whole, without skipLibCheck for ours, under the strictest module resolution. */
function hasTypes(): void {
  writeFileSync(
    join(home, "app.ts"),
    `import { App } from "cdktf";
     import { guard, loadPolicy, type PolicyViolationError } from "landfall";
     import { classify } from "landfall/accelerators";
     import { RegionalBoundary } from "landfall/constructs";
     import { regionsOf } from "landfall/regions";
     import { defineRule, rules } from "landfall/rules";
     import { type LandfallMatchers, matchers } from "landfall/testing";
     guard(new App(), loadPolicy("landfall.yaml"));
     export const used = [classify, RegionalBoundary, defineRule, matchers, regionsOf, rules];
     export const say = (it: LandfallMatchers<void>) => it.toBeBlockedBy("us-ear/uae");
     export const ids = (error: PolicyViolationError): string[] => error.findings.map(({ rule }) => rule);`,
  );
  compiles({ module: "node16" });
}

/** The same as an app that `cdktf init` makes sees them: its compiler reads no exports. */
function hasTypesForOlderCompilers(): void {
  compiles({
    skipLibCheck: true,
    module: "commonjs",
    moduleResolution: "node10",
    ignoreDeprecations: "6.0",
  });
}

function compiles(options: Readonly<Record<string, unknown>>): void {
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", types: [], ...options };
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["app.ts"] }));
  const { status, stdout } = run(join(modules, "typescript", "bin", "tsc"), "-p", "tsconfig.json");
  assert(status === 0, `the declarations do not compile with ${JSON.stringify(options)}:\n${stdout}`);
}

function run(...args: string[]) {
  return spawnSync(process.execPath, args, {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, NODE_PATH: "" },
  });
}

function assert(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
