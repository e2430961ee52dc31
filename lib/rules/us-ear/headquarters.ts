import { isMacauOrD5, isUnitedStates } from "../../jurisdictions";
import type { Context, Subject, Violation } from "../rule";
import { chip, country, party, renting } from "../text";

/** The test both headquarters rules share: who receives it, wherever it stands. */
export function headquartersViolation(subject: Subject, context: Context): Violation | undefined {
  const concerned = context.parties.filter(({ headquarters }) => isMacauOrD5(headquarters, context.asOf));
  if (concerned.length === 0) return undefined;
  const who = concerned.map(party).join("; ");
  if (isUnitedStates(subject.country)) {
    return {
      level: "warn",
      message: `${chip(subject)} stays inside the United States, where no export takes place, but it serves ${who}: use for military or intelligence ends, and any later move abroad, need a licence.`,
    };
  }
  return {
    message: `A US export licence is needed before ${chip(subject)} in ${country(subject.country)} is received by ${who}: the rule follows the headquarters of the party and of its ultimate parent, anywhere in the world.${renting(context)}`,
  };
}
