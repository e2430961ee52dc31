import { countryName } from "../jurisdictions";
import type { Context, RoleOfParty, Subject } from "./rule";

/** "NVIDIA H100 SXM5 80GB (3A090.a)". */
export function chip({ accelerator, classification }: Subject): string {
  const name = `${accelerator.vendor} ${accelerator.name}`;
  return classification.class === null ? name : `${name} (${classification.class})`;
}

/** "Saudi Arabia (SA)". */
export function country(code: string): string {
  return `${countryName(code)} (${code})`;
}

/** "Example Holdings Ltd., ultimate parent of Example Compute, headquartered in China (CN)". */
export function party({ name, role, headquarters }: RoleOfParty): string {
  return `${name}, ${role}, headquartered in ${country(headquarters)}`;
}

/** What renting changes, and what it does not. */
export function renting({ policy }: Context): string {
  return policy.access === "cloud"
    ? " The policy says the compute is rented. Using a chip remotely is not by itself an export under the text read, but whoever receives the hardware is, and only a recorded legal determination can tell the two apart here."
    : "";
}
