/** An element of an XML document; text and attributes are decoded. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const NAME = "[A-Za-z][\\w.-]*";
const VALUE = '"([^<&"]|&(?:amp|lt|gt|quot|apos|#\\d+);)*"';
const TOKEN = new RegExp(
  `<(?<open>${NAME})(?<attributes>(?: ${NAME}=${VALUE})*)(?<empty>/)?>|</(?<close>${NAME})>|(?<text>(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\\d+);)+)`,
  "y",
);
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads the XML that reports need and refuses all else: stricter than any parser, so what passes here passes there. */
export function parseXml(xml: string): Element {
  if (!CHARACTERS.test(xml)) throw new Error("a character that XML 1.0 does not have");
  const [declaration = ""] = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(xml) ?? [];
  if (declaration === "") throw new Error("no declaration");
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (!match?.groups) throw new Error(`not XML: ${xml.slice(at, at + 60)}`);
    take(match.groups, open);
  }
  const [root] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || !root) throw new Error("not one closed root");
  return root;
}

function take(token: Record<string, string | undefined>, open: Element[]): void {
  const parent = open.at(-1) as Element;
  if (token["text"] !== undefined) parent.text += decoded(token["text"]);
  else if (token["close"] !== undefined) {
    if (open.pop()?.name !== token["close"]) throw new Error(`</${token["close"]}> closes nothing`);
  } else {
    const element = {
      name: token["open"] ?? "",
      attributes: attributes(token["attributes"] ?? ""),
      children: [],
      text: "",
    };
    parent.children.push(element);
    if (token["empty"] === undefined) open.push(element);
  }
}

function attributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([\w.-]+)="([^"]*)"/g)].map(
    ([, key = "", value = ""]) => [key, decoded(value)] as const,
  );
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error("an attribute twice");
  return Object.fromEntries(pairs);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (_, name: string) =>
    name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : (NAMED[name] ?? ""),
  );
}

/** All elements of a name. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** Names and nesting, without texts. */
export function shape(element: Element): unknown {
  return [element.name, Object.keys(element.attributes), element.children.map(shape)];
}
