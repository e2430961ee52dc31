/** What a text says as JSON; undefined where it is no object or list. */
export function parsesToObject(text: string): object | undefined {
  const first = text.trimStart()[0];
  if (first !== "{" && first !== "[") return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}
