import { benign } from "./benign";

const names = new Set(benign.flatMap(({ names }) => names?.split(" ") ?? []));
const attributes = new Set(benign.flatMap(({ attributes }) => attributes?.split(" ") ?? []));

/**
 * Whether an attribute that looks like a place, an account, a key, a bucket or a policy carries nothing there.
 *
 * @param path without indices
 */
export function isBenign(type: string, path: string): boolean {
  return names.has(path.slice(path.lastIndexOf(".") + 1)) || isInside(`${type}.${path}`);
}

function isInside(path: string): boolean {
  if (attributes.has(path)) return true;
  const dot = path.lastIndexOf(".");
  return dot > 0 && isInside(path.slice(0, dot));
}
