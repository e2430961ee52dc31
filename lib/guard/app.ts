import type { IConstruct } from "constructs";

/** What a guard needs of a cdktf or cdktn app. */
export interface GuardedApp extends IConstruct {
  outdir: string;
  readonly manifest: { outdir: string };
  synth(): void;
}

/** What it needs of a stack. */
export interface GuardedStack extends IConstruct {
  toTerraform(): unknown;
  toHclTerraform(): { readonly hcl: string };
}

const APP = Symbol.for("cdktf/App");
const STACK = Symbol.for("cdktf/TerraformStack");

/** cdktf and cdktn register the same symbols, so one library's classes never have to be imported. */
export function isApp(construct: unknown): construct is GuardedApp {
  return typeof construct === "object" && construct !== null && APP in construct;
}

export function isStack(construct: unknown): construct is GuardedStack {
  return typeof construct === "object" && construct !== null && STACK in construct;
}

export function stacksOf(app: GuardedApp): GuardedStack[] {
  return app.node.findAll().filter(isStack);
}
