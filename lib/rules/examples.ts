/** Small configurations for rule examples. */
export function instance(region: string, instanceType: string): Readonly<Record<string, unknown>> {
  return {
    provider: { aws: [{ region }] },
    resource: { aws_instance: { gpu: { ami: "ami-0abcdef1234567890", instance_type: instanceType } } },
  };
}

export const usCompany = { name: "Example Compute Inc.", headquarters: "US" };
export const malaysianCompany = { name: "Example Compute Sdn. Bhd.", headquarters: "MY" };
/** Malaysian on paper, Chinese at the top. */
export const chineseOwned = {
  ...malaysianCompany,
  ultimateParent: { name: "Example Holdings Ltd.", headquarters: "CN" },
};
