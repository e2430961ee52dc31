import type { Example } from "./rule";

/** Small configurations for rule examples. */
export function instance(region: string, instanceType: string): Readonly<Record<string, unknown>> {
  return {
    provider: { aws: [{ region }] },
    resource: { aws_instance: { gpu: { ami: "ami-0abcdef1234567890", instance_type: instanceType } } },
  };
}

/** An example's policy, complete: what its page shows is what its test judges. */
export function examplePolicy({ policy }: Example): Readonly<Record<string, unknown>> {
  return { version: 1, asOf: "2026-11-23", organization: usCompany, access: "cloud", ...policy };
}

export const usCompany = { name: "Example Compute Inc.", headquarters: "US" };
export const malaysianCompany = { name: "Example Compute Sdn. Bhd.", headquarters: "MY" };
/** Malaysian on paper, Chinese at the top. */
export const chineseOwned = {
  ...malaysianCompany,
  ultimateParent: { name: "Example Holdings Ltd.", headquarters: "CN" },
};
