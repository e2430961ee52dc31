import { lookUpDatasheet } from "../accelerators";
import { isMacauOrD5, licenseExceptionOn } from "../jurisdictions";
import type { Kind } from "../rules/rule";
import { partiesOf } from "./parties";
import type { Authorization, Policy } from "./policy";

/** Whether the licence exception an authorization names, if any, can be used for an accelerator in a country. */
export function exceptionReaches(
  { exception }: Authorization,
  { accelerator, class: found }: Kind,
  country: string | null,
  policy: Policy,
): boolean {
  if (exception === undefined) return true;
  const { asOf } = policy;
  const scope = licenseExceptionOn(exception, asOf);
  if (scope === undefined || country === null) return false;
  const forDataCentres = lookUpDatasheet(accelerator)?.marketedForDataCentres !== false;
  if (found === "3A090.a" && forDataCentres && !scope.dataCentreA) return false;
  if (scope.where === "anywhere") return true;
  const countries = [country, ...partiesOf(policy).map(({ headquarters }) => headquarters)];
  return countries.some((one) => isMacauOrD5(one, asOf)) === (scope.where === "Macau and D:5");
}
