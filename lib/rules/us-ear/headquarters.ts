import { isMacauOrD5, isUnitedStates } from "../../jurisdictions";
import type { Context, Subject, Violation } from "../rule";
import { chip, country, listOf, renting } from "../text";

/** The test both headquarters rules share: who receives it, wherever it stands. */
export function headquartersViolation(subject: Subject, context: Context): Violation | undefined {
  const concerned = context.parties.filter(({ headquarters }) => isMacauOrD5(headquarters, context.asOf));
  if (concerned.length === 0) return undefined;
  const who = listOf(concerned);
  if (isUnitedStates(subject.country)) {
    return {
      level: "warn",
      message: `${chip(subject)} stays inside the United States, so nothing is exported, but it serves ${who}. A later move abroad needs a US export licence, and so can military or intelligence use that you know of.`,
    };
  }
  return {
    message: `A US export licence is needed before ${chip(subject)} in ${country(subject.country)} is received by ${who}. The rule follows the headquarters of a party and of its ultimate parent, anywhere in the world.${renting(context)}`,
  };
}
