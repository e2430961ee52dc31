import { readdirSync } from "node:fs";
import { join } from "node:path";
import { App, type TerraformStack } from "cdktf";
import { synthesized } from "./synthesized";

const folder = join(__dirname, "../deploy/examples");
// Rented capacity stands in another cloud.
/** Of another cloud, and of an organization, which has no region. */
const elsewhere = ["rented-capacity.ts", "runtime-guardrails.ts"];
const examples = readdirSync(folder).filter((file) => file.endsWith(".ts") && !elsewhere.includes(file));

interface Resource {
  readonly address: string;
  readonly provider?: string;
  readonly region?: string;
  readonly text: string;
}

function awsResources(stack: TerraformStack): Resource[] {
  const { body } = synthesized(stack);
  return ["resource", "data"].flatMap((block) =>
    Object.entries<Record<string, { provider?: string; region?: string }>>(body[block] ?? {})
      .filter(([type]) => type.startsWith("aws_"))
      .flatMap(([type, byName]) =>
        Object.entries(byName).map(([name, values]) => ({
          address: `${type}.${name}`,
          ...(values.provider !== undefined && { provider: values.provider }),
          ...(values.region !== undefined && { region: values.region }),
          text: JSON.stringify(values),
        })),
      ),
  );
}

/** What copies to another region on purpose, inside the boundary. */
const copies = /^aws_(s3_bucket_replication_configuration|iam_role_policy)\./;

describe.each(examples)("%s", (file) => {
  const make = Object.values<(app: App) => TerraformStack | TerraformStack[]>(
    require(join(folder, file)),
  ).find((one) => typeof one === "function");
  const resources = [make?.(new App()) ?? []].flat().flatMap(awsResources);

  it("gives every resource the provider of a boundary, and no other region", () => {
    expect(resources).not.toHaveLength(0);
    for (const { address, provider, region } of resources) {
      expect([address, provider]).toEqual([address, expect.stringMatching(/^aws\.[a-z0-9-]+$/)]);
      expect([address, region]).toEqual([address, undefined]);
    }
  });

  it("encrypts with keys and logs to groups of the same region", () => {
    const named = resources.filter(({ address }) =>
      /^aws_(kms_key|cloudwatch_log_group|s3_bucket)\./.test(address),
    );
    for (const { address, provider, text } of resources.filter((one) => !copies.test(one.address))) {
      for (const target of named.filter((one) => text.includes(`\${${one.address}.`))) {
        expect([address, target.address, provider]).toEqual([address, target.address, target.provider]);
      }
    }
  });
});
