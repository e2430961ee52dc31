/** What the package exports, as typedoc reads it; typedoc.json says how. */
import { join } from "node:path";
import type { Application, DeclarationReflection, ProjectReflection } from "typedoc";
import { compilerOptions } from "../tsconfig.json";

const root = join(__dirname, "..");

export interface Reflections {
  /** What renders and validates the project. */
  readonly application: Application;
  /** One module for each subpath. */
  readonly project: ProjectReflection;
}

/** Reads the docstrings, to be written below a directory. */
export async function reflect(out: string): Promise<Reflections> {
  // The same copy as its plugin's: an ES module that is required would be another.
  const { Application, TypeDocReader } = await import("typedoc");
  const application = await Application.bootstrapWithPlugins(
    {
      options: join(root, "typedoc.json"),
      tsconfig: join(root, "tsconfig.json"),
      entryPoints: Object.values(compilerOptions.paths).map(([file = ""]) => join(root, file)),
      out,
      logLevel: "Warn",
    },
    [new TypeDocReader()],
  );
  const project = await application.convert();
  if (project === undefined) throw new Error("typedoc could not read what the package exports");
  makeReadable(project);
  return { application, project };
}

/** The interfaces that a subpath exports, by name. */
export function interfacesOf(
  project: ProjectReflection,
  subpath: string,
): ReadonlyMap<string, DeclarationReflection> {
  const groups = project.children?.find(({ name }) => name === subpath)?.groups ?? [];
  const interfaces = groups.find(({ title }) => title === "Interfaces")?.children ?? [];
  return new Map(interfaces.flatMap((one) => (one.isDeclaration() ? [[one.name, one]] : [])));
}

function makeReadable(project: ProjectReflection): void {
  // Modules and exports are looked up by name; what belongs to one stays in the order of its source.
  for (const { groups = [] } of [project, ...(project.children ?? [])])
    for (const { children } of groups) children.sort((a, b) => a.name.localeCompare(b.name, "en"));
  // That a constructor overrides cdktf's says nothing.
  for (const one of Object.values(project.reflections)) if (one.isSignature()) delete one.overwrites;
}
