import type { Placement } from "../inventory/placement";
import { countryName } from "../jurisdictions";
import type { Finding } from "./finding";

/** Like no stack and no address of Terraform's, so that no waiver is for it. */
const IMAGINED = " ";

/** A placement that nobody makes, to ask the rules about an accelerator (by id) in a country (ISO 3166-1 alpha-2). */
export function imagined(accelerator: string, country: string, count: Placement["count"]): Placement {
  return {
    address: imaginedAddress(accelerator, country),
    stack: IMAGINED,
    input: "",
    stage: "synth",
    machine: null,
    attribute: "",
    accelerators: [accelerator],
    count,
    place: {
      location: { cloud: "other", region: null, zone: null, country, from: countryName(country) },
      countries: [country],
      problem: null,
      steps: [],
      assumed: [],
    },
    problem: null,
    exists: true,
    stands: false,
    steps: [],
    assumed: [],
  };
}

export function imaginedAddress(accelerator: string, country: string): string {
  return ` ${accelerator} ${country}`;
}

/** Whether a finding is about an imagined placement, and not about the policy. */
export function isImagined({ stack }: Finding): boolean {
  return stack === IMAGINED;
}
