/** The tables of props in docs/constructs. */
import type { Comment, DeclarationReflection } from "typedoc";

export type Interfaces = ReadonlyMap<string, DeclarationReflection>;

/** A page with the tables between its markers `<!-- props:NAME -->` and `<!-- /props -->` made anew. */
export function withTables(page: string, constructs: Interfaces): string {
  return page.replace(/<!-- props:(\w+) -->.*?<!-- \/props -->/gs, (_, name: string) => {
    const declaration = constructs.get(`${name}Props`) ?? constructs.get(name);
    if (declaration === undefined)
      throw new Error(`a page asks for the props of ${name}, which landfall/constructs does not export`);
    return `<!-- props:${name} -->\n${propsTable(declaration)}\n<!-- /props -->`;
  });
}

function propsTable({ children = [] }: DeclarationReflection): string {
  const rows = children.map(propRow);
  // What is only ever given out has no defaults.
  if (rows.every(({ standard }) => standard === undefined))
    return table(
      ["Property", "Type", ""],
      rows.map(({ name, optional, type, text }) => [code(optional ? `${name}?` : name), code(type), text]),
    );
  return table(
    ["Prop", "Type", "Default", ""],
    rows.map(({ name, optional, type, text, standard = optional ? "none" : "required" }) => [
      code(name),
      code(type),
      standard,
      text,
    ]),
  );
}

interface PropRow {
  readonly name: string;
  readonly type: string;
  readonly optional: boolean;
  readonly standard: string | undefined;
  readonly text: string;
}

function propRow({ name, type, flags, comment }: DeclarationReflection): PropRow {
  const standard = comment?.getTag("@default")?.content;
  return {
    name,
    type: String(type),
    optional: flags.isOptional,
    standard: standard && plain(standard),
    text: plain(comment?.summary ?? []),
  };
}

/** One line; what a docstring links to becomes code. */
function plain(parts: Comment["summary"]): string {
  return parts
    .map(({ kind, text }) => (kind === "inline-tag" ? code(text) : text))
    .join("")
    .trim()
    .replaceAll(/\s*\n\s*/g, " ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

const code = (text: string) => `\`${text}\``;
