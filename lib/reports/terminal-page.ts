import { hanging, wrap } from "./format";
import { opened, type Style } from "./style";

/** A page of ours in Markdown, in lines for a terminal: tables become lists, links are written out. */
export function terminalPage(markdown: string, style: Style): string {
  const blocks = markdown.trimEnd().split("\n\n");
  return `${blocks.map((block) => linesOf(block, style).join("\n")).join("\n\n")}\n`;
}

function linesOf(block: string, { paint, prose }: Style): string[] {
  const [first = ""] = block.split("\n", 1);
  if (block.startsWith("```"))
    return block
      .split("\n")
      .slice(1, -1)
      .map((line) => `  ${line}`);
  const heading = /^#+ (.*)$/.exec(block)?.[1];
  if (heading !== undefined) return wrap(heading, prose).map((line) => paint.bold(line));
  if (first.startsWith("| "))
    return block
      .split("\n")
      .slice(2)
      .flatMap((row) => rowLines(row, prose));
  if (first.startsWith("- "))
    return block.split("\n").flatMap((item) => hanging("- ", plain(item.slice(2)), prose));
  const title = /^\*\*(.*?)\*\*/.exec(block)?.[1];
  return opened(plain(block), title ?? "", paint.bold, prose);
}

/** The cells of a row one after the other. */
function rowLines(row: string, width: number): string[] {
  const cells = row
    .slice(2, -2)
    .split(" | ")
    .map((cell) => plain(cell.replaceAll("\\|", "|")));
  return hanging("- ", cells.filter((cell) => cell !== "").join(" · "), width);
}

/** Without bold marks; a link as its text and address. */
function plain(text: string): string {
  return text.replace(/\[([^\]]*)\]\(([^()\s]*)\)/g, "$1 <$2>").replaceAll("**", "");
}
