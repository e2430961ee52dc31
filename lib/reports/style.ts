import picocolors from "picocolors";
import { wrap } from "./format";

/** How text for people looks. */
export interface PrettyOptions {
  /** @default false */
  readonly color?: boolean;
  /** Characters in a line. @default 100 */
  readonly width?: number;
  /** Only blocking findings and the verdict. @default false */
  readonly quiet?: boolean;
  /** Long derivations and lists of sources in short, with `--verbose` named as the way to the rest. @default false */
  readonly folded?: boolean;
}

export type Paint = ReturnType<typeof picocolors.createColors>;

export interface Style {
  readonly paint: Paint;
  /** Cells of a line, for tables and lists. */
  readonly width: number;
  /** For sentences: no more than reads well, however wide the terminal is. */
  readonly prose: number;
  readonly folded: boolean;
}

const READABLE = 100;

export function styleOf({ color = false, width = 100, folded = false }: PrettyOptions): Style {
  return { paint: picocolors.createColors(color), width, prose: Math.min(width, READABLE), folded };
}

/** A text in lines, with the beginning of the first in a colour or weight. */
export function opened(
  text: string,
  beginning: string,
  look: (text: string) => string,
  width: number,
): string[] {
  return wrap(text, width).map((line, i) =>
    i === 0 && line.startsWith(beginning) ? look(beginning) + line.slice(beginning.length) : line,
  );
}
