import type { DataBoundary } from "../../residency/boundary";
import type { DataFlow, Destination } from "../../residency/flow";
import { country } from "../text";

/** "bucket `logs` in United States (US), outside the boundary eu-data (DE, FR)". */
export function outside({ to, boundary, stands }: DataFlow): string {
  return `${place(to, boundary)}, outside the boundary ${drawn(boundary)}.${stands ? " It already does." : ""}`;
}

function place(to: Destination, { accounts }: DataBoundary): string {
  if (to.reach === "world") return `the whole world: ${to.what}`;
  if (to.reach === "organization") return `the accounts of ${to.what}`;
  const isForeign = to.account !== null && accounts !== null && !accounts.includes(to.account);
  const named =
    isForeign && !to.what.includes(to.account as string) ? `${to.what}, account ${to.account}` : to.what;
  return `${named}${inCountries(to)}`;
}

function inCountries({ countries }: Destination): string {
  if (countries === null) return "";
  if (countries === "any") return " in any country";
  return ` in ${countries.map(country).join(", ")}`;
}

/** "eu-data (DE, FR; accounts 111122223333)". */
export function drawn({ name, countries, accounts }: DataBoundary): string {
  const limits = accounts === null ? "" : `; accounts ${accounts.join(", ")}`;
  return `${name} (${countries.join(", ")}${limits})`;
}

/** "aws_db_instance.copy, by its `kms_key_id`,". */
export function carrier({ address, attribute }: DataFlow): string {
  return attribute === "" ? address : `${address}, by its \`${attribute}\`,`;
}
