import { isLiteral } from "../terraform/expressions/evaluate";
import { ExpressionError, parseTemplate } from "../terraform/expressions/parse";

/**
 * A text of a JSON configuration as a quoted template of Terraform's language, which keeps the type where the text
 * is one expression. Undefined where that is not certain: the text outside the expressions would need escapes, or
 * cannot be told from them.
 */
export function quotedTemplate(text: string): string | undefined {
  if (/[\\\r\n]/.test(text)) return undefined;
  if (isLiteral(text) || !text.includes('"')) return text.includes('"') ? undefined : `"${text}"`;
  return hasPlainText(text) ? `"${text}"` : undefined;
}

function hasPlainText(text: string): boolean {
  try {
    const template = parseTemplate(text);
    const parts = template.kind === "template" ? template.parts : [template];
    return parts.every((part) => part.kind !== "literal" || !String(part.value).includes('"'));
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

/** A list of plain names. */
export function listOf(names: readonly string[]): string {
  return `[${names.map((name) => `"${name}"`).join(", ")}]`;
}
