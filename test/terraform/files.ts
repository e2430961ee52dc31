import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { InputError } from "../../lib/terraform/input";

/** A directory for the tests of one file, and ways to fill it. */
export interface Files {
  /** The absolute path of something in it. */
  at(path: string): string;
  /** Writes a file, objects as JSON, and answers its absolute path. */
  write(path: string, content: unknown): string;
}

/** A new directory for every test. */
export function useFiles(): Files {
  let directory = "";
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "landfall-test-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));
  const at = (path: string) => join(directory, path);
  return {
    at,
    write(path, content) {
      mkdirSync(dirname(at(path)), { recursive: true });
      const raw = typeof content === "string" || content instanceof Uint8Array;
      writeFileSync(at(path), raw ? content : JSON.stringify(content));
      return at(path);
    },
  };
}

/** One H100 machine in Frankfurt. */
export const frankfurt = {
  provider: { aws: [{ region: "eu-central-1" }] },
  resource: { aws_instance: { gpu: { ami: "ami-1", instance_type: "p5.48xlarge" } } },
};

/** The same in Bahrain, where it may not be. */
export const bahrain = { ...frankfurt, provider: { aws: [{ region: "me-south-1" }] } };

/** The `InputError` that an action throws; fails when it throws none or another. */
export function refusal(action: () => unknown): InputError {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("expected an InputError");
}
