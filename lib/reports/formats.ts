import type { Result } from "../result";
import { toGithub } from "./github";
import { toJson } from "./json";
import { toJunit } from "./junit";
import { toMarkdown } from "./markdown";
import { toPretty } from "./pretty";
import { toSarif } from "./sarif";
import type { PrettyOptions } from "./style";

/** Every format of a result, by the name `--format` takes. Only `pretty` has a look that options change. */
export const formats = {
  pretty: toPretty,
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
  markdown: toMarkdown,
} as const satisfies Record<string, (result: Result, options?: PrettyOptions) => string>;

export type Format = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly Format[];

/** A result in a format. */
export function render(result: Result, format: Format, options: PrettyOptions = {}): string {
  const to: (result: Result, options?: PrettyOptions) => string = formats[format];
  return to(result, options);
}
