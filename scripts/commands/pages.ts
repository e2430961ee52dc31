import { readdirSync } from "node:fs";
import { join } from "node:path";
import { project } from "../bundle";

const OUTSIDE = [
  "README.md",
  "CONTRIBUTING.md",
  "ARCHITECTURE.md",
  "examples/own-rule/README.md",
  "examples/transcription/README.md",
];

/** Every page that people read, by its path in this repository. */
export function docsPages(): string[] {
  const inside = readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path.replaceAll("\\", "/")}`);
  return [...OUTSIDE, ...inside.sort()];
}
