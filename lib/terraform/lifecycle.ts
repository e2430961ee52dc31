import type { Block, Body, Configuration } from "./configuration";
import { isObject, own, Unknown } from "./value";

/** Whether Terraform keeps what it finds of an argument instead of what the block says. */
export function isLeftAlone(body: Body, attribute: string): boolean {
  return [own(body, "lifecycle")].flat().some((lifecycle) => {
    const ignored = isObject(lifecycle) ? lifecycle["ignore_changes"] : undefined;
    return [ignored].flat().some((name) => name === "all" || String(name).split(/[.[]/)[0] === attribute);
  });
}

/** What exists already and is left alone is not what the configuration says, and nobody here knows what it is. */
export function withImports(configuration: Configuration): Configuration {
  const { blocks, imported } = configuration;
  const isImported = ({ mode, type, name }: Block) => mode === "managed" && imported.has(`${type}.${name}`);
  return { ...configuration, blocks: blocks.map((block) => (isImported(block) ? asFound(block) : block)) };
}

function asFound(block: Block): Block {
  const why = "it is imported, and Terraform is told to ignore what the block says";
  const body = Object.entries(block.body).map(([name, value]) => [
    name,
    name !== "lifecycle" && isLeftAlone(block.body, name) ? new Unknown(name, why) : value,
  ]);
  return { ...block, body: Object.fromEntries(body) };
}
