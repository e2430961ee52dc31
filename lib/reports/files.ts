import platform, { type PlatformPath } from "node:path";
import { wellFormed } from "./words";

/** Where a file is for whoever reads a report: relative to `here` if below it, else absolute; forward slashes. */
export function reportedPath(file: string, here = process.cwd(), path: PlatformPath = platform): string {
  const absolute = path.resolve(here, file);
  const relative = path.relative(here, absolute);
  const outside = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return (outside ? absolute : relative).split(path.sep).join("/");
}

/** The same as a URI reference. */
export function fileUri(file: string, here = process.cwd(), path: PlatformPath = platform): string {
  const reported = reportedPath(file, here, path);
  const encoded = wellFormed(reported)
    .split("/")
    .map((part) => (/^[A-Za-z]:$/.test(part) ? part : encodeURIComponent(part)))
    .join("/");
  if (!path.isAbsolute(reported)) return encoded;
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}`;
}

/** False for standard input and for a policy that a program gave: no file can be shown. */
export function isFile(input: string): boolean {
  return input !== "-" && !/^\(.*\)$/s.test(input);
}
