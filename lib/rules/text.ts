import { countryName, zoneEditionOn } from "../jurisdictions";
import type { Context, RoleOfParty, Subject } from "./rule";

/** "NVIDIA H100 SXM5 80GB (3A090.a)"; without brackets where it is of no class. */
export function chip({ accelerator, classification }: Subject): string {
  const name = `${accelerator.vendor} ${accelerator.name}`;
  const { class: found } = classification;
  return found === null || found === "none" ? name : `${name} (${found})`;
}

/** "Saudi Arabia (SA)". */
export function country(code: string): string {
  return `${countryName(code)} (${code})`;
}

/** "Example Holdings Ltd., ultimate parent of Example Compute, headquartered in China (CN)". */
export function party({ name, role, headquarters }: RoleOfParty): string {
  return `${name}, ${role}, headquartered in ${country(headquarters)}`;
}

/** Some parties in full, the rest as a number: a policy may name hundreds of tenants. */
export function listOf(parties: readonly RoleOfParty[]): string {
  const most = 5;
  const rest = parties.length - most;
  const named = parties.slice(0, most).map(party).join("; ");
  return rest > 0 ? `${named}; and ${rest} more` : named;
}

/** What renting changes, and what it does not. */
export function renting({ policy }: Context): string {
  return policy.access === "cloud"
    ? " The policy says the compute is rented (`access: cloud`). Using a chip remotely is not by itself an export under the text read; what counts is who receives the hardware, and Landfall cannot decide that. It blocks until counsel's answer is recorded as an authorization of kind `legal-determination`."
    : "";
}

/** "which lies in the advanced-computing zone (…)", as that day's edition of the rule draws it. */
export function inZone(asOf: string): string {
  const { summary } = zoneEditionOn(asOf) ?? { summary: "" };
  return `which lies in the advanced-computing zone (${summary.replace(/\.$/, "")})`;
}
