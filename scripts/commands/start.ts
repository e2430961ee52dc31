/** What lies in a reader's folder when a page begins. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { project } from "../bundle";

/** Pages that start from nothing, or from a folder of this repository; all others from `anApp`. */
const STARTS: Readonly<Record<string, (folder: string) => void>> = {
  "docs/tutorial.md": () => undefined,
  "docs/how-to/adopt-in-an-existing-app.md": () => undefined,
  "docs/how-to/add-a-region-or-a-chip.md": () => undefined,
  "docs/how-to/impact.md": (folder) => {
    anApp(folder);
    writeStack(folder, "me-south-1", "g6.xlarge");
  },
  "docs/reference/cli.md": (folder) => {
    anApp(folder);
    mkdirSync(join(folder, "policies"));
  },
  "examples/own-rule/README.md": copyOf("examples/own-rule"),
  "examples/transcription/README.md": copyOf("examples/transcription"),
};

/** Pages that need cdktf's command line, which the project has not where it is tried on CDK Terrain. */
export const WITH_CDKTF = [
  "docs/tutorial.md",
  "docs/how-to/adopt-in-an-existing-app.md",
  "examples/transcription/README.md",
];

/** The folder's first content, for the page at a path of this repository. */
export function startOf(page: string): (folder: string) => void {
  return STARTS[page] ?? anApp;
}

function copyOf(path: string) {
  return (folder: string) => {
    cpSync(join(project, path), folder, { recursive: true });
    writeStack(folder);
  };
}

const POLICY = `version: 1
asOf: 2026-11-23
organization: { name: Example Compute Inc., headquarters: US }
endUsers: []
`;

/** An app that was synthesized and planned, and what else pages take for granted. */
function anApp(folder: string): void {
  write(folder, "landfall.yaml", POLICY);
  writeStack(folder);
  const plan = readFileSync(join(project, "test/plans/001-create/plan.json"), "utf8");
  const inGermany = plan.replaceAll("me-south-1", "eu-central-1");
  for (const name of ["plan.json", "network.json", "training.json"]) write(folder, name, inGermany);
  cpSync(join(project, "test/screening/consolidated.json"), join(folder, "consolidated.json"));
  const configuration = readFileSync(join(project, "test/plans/001-create/main.tf"), "utf8");
  write(folder, "main.tf", configuration.replace("me-south-1", "eu-central-1"));
}

function writeStack(folder: string, region = "eu-central-1", type = "p5.48xlarge"): void {
  const stack = {
    terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "6.25.0" } } },
    provider: { aws: [{ region }] },
    resource: { aws_instance: { gpu: { ami: "ami-0abcdef1234567890", instance_type: type } } },
  };
  write(folder, "cdktf.out/stacks/training/cdk.tf.json", JSON.stringify(stack));
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
