import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import bindings from "@cdktf/provider-aws/package.json";
import cdktf from "cdktf/package.json";

/** What a deployment to the emulator needs, and its versions. */
export interface Tools {
  /** Folder of an unpacked provider mirror. */
  readonly mirror: string;
  /** Newest version of each provider in the mirror, by source address. */
  readonly providers: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
}

/** The tools of this machine, or a sentence for each one that is missing. */
export function findTools(env: NodeJS.ProcessEnv = process.env): Tools | readonly string[] {
  const mirror = env["LANDFALL_TF_MIRROR"];
  const providers = mirror === undefined ? {} : providersIn(mirror);
  const terraform = said("terraform", ["version"], /Terraform v(\S+)/);
  const moto = said(
    "python3",
    ["-c", "import importlib.metadata as m; print(m.version('moto'))"],
    /^(\S+)\s*$/,
  );
  const server = spawnSync("moto_server", ["--help"]).status === 0;
  const aws = said("aws", ["--version"], /aws-cli\/(\S+)/);
  const missing = [
    ...(terraform === undefined ? ["`terraform` is not on the path"] : []),
    ...(providers["hashicorp/aws"] === undefined
      ? ["LANDFALL_TF_MIRROR does not name an unpacked provider mirror with hashicorp/aws"]
      : []),
    ...(server ? [] : ['`moto_server` is not on the path (pip install "moto[server]")']),
    ...(aws === undefined ? ["`aws`, the AWS command line, is not on the path"] : []),
  ];
  if (mirror === undefined || missing.length > 0) return missing;
  return {
    mirror,
    providers,
    versions: {
      Terraform: terraform ?? "",
      "hashicorp/aws": providers["hashicorp/aws"] ?? "",
      moto: moto ?? "unknown",
      "AWS command line": aws ?? "",
      cdktf: cdktf.version,
      "@cdktf/provider-aws": bindings.version,
    },
  };
}

function said(command: string, args: readonly string[], pattern: RegExp): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? pattern.exec(`${stdout}${stderr}`)?.[1] : undefined;
}

/** The newest version of each provider in `terraform providers mirror`'s layout, unpacked. */
export function providersIn(mirror: string): Record<string, string> {
  const host = join(mirror, "registry.terraform.io");
  const sources = foldersIn(host).flatMap((space) =>
    foldersIn(join(host, space)).map((type) => `${space}/${type}`),
  );
  return Object.fromEntries(
    sources.flatMap((source) => {
      const newest = foldersIn(join(host, source)).sort(byVersion).at(-1);
      return newest === undefined ? [] : [[source, newest]];
    }),
  );
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

const byVersion = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });
