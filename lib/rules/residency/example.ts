import { usCompany } from "../examples";

/** A boundary around Germany, Ireland and France for every stack. */
export const europe = {
  organization: usCompany,
  boundaries: [{ name: "eu-personal-data", countries: ["DE", "FR", "IE"] }],
};

/** Resources of Frankfurt; `aws.virginia` makes others there. */
export function frankfurt(resource: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    provider: { aws: [{ region: "eu-central-1" }, { region: "us-east-1", alias: "virginia" }] },
    resource,
  };
}
