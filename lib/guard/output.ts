import { lstatSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { InputError } from "../terraform/input";
import { stackFiles } from "./staging";

/**
 * The output directory as it will be: what was synthesized laid over what lies there already, since Terraform
 * reads every configuration file of a directory together.
 */
export class Output {
  private readonly files = new Map<string, string>();
  private readonly fresh = new Set<string>();
  /** A stack's own file of an older run, where there is a newer one: in the other format, Terraform would read both. */
  readonly stale: readonly string[];

  /** @param before the files of `outdir` ahead of the synth, with their stamps */
  constructor(
    private readonly staging: string,
    readonly outdir: string,
    before: ReadonlyMap<string, string>,
    now: ReadonlyMap<string, string>,
  ) {
    const isChanged = (path: string) => before.get(path) !== now.get(path);
    const staged = stackFiles(staging);
    const isReplaced = (path: string) => staged.some((one) => isOwn(one) && sameStack(one, path));
    this.stale = [...now.keys()].filter((path) => isOwn(path) && !isChanged(path) && isReplaced(path));
    for (const path of now.keys()) if (!this.stale.includes(path)) this.add(path, outdir, isChanged(path));
    for (const path of staged) this.add(path, staging, true);
  }

  /** Stacks whose directories were written to; those of older runs are nobody's business. */
  written(): ReadonlySet<string> {
    return this.fresh;
  }

  /** Files of a stack's directory. */
  filesOf(name: string): string[] {
    return [...this.files.values()].filter((path) => basename(dirname(path)) === name);
  }

  /** The JSON files that this synth wrote, not yet published. */
  stagedJson(): string[] {
    return [...this.files.values()].filter(
      (path) => path.startsWith(this.staging) && path.endsWith(".tf.json"),
    );
  }

  /** A path as people know it, without the staging directory. */
  shown(path: string): string {
    return path.startsWith(this.staging) ? relative(this.staging, path) : path;
  }

  private add(path: string, root: string, isFresh: boolean): void {
    // What a link leads to can be changed after it was judged.
    if (!lstatSync(path).isFile())
      throw new InputError(this.shown(path), "this is no plain file; expected the file or directory itself");
    this.files.set(relative(root, path), path);
    if (isFresh) this.fresh.add(basename(dirname(path)));
  }
}

/** What cdktf writes of a stack, as opposed to what others put beside it. */
function isOwn(path: string): boolean {
  return ["cdk.tf", "cdk.tf.json"].includes(basename(path));
}

function sameStack(a: string, b: string): boolean {
  return basename(dirname(a)) === basename(dirname(b));
}
