import { lookUpDatasheet } from "../../accelerators";
import type { Inventory, Placement } from "../../inventory/placement";
import { countryName } from "../../jurisdictions";
import { ANSWERS, type Answer, answerOf } from "../../matrix/verdicts";
import type { Finding } from "../../policy/finding";
import type { JudgedPlacement } from "../../policy/judge";
import type { RuleId } from "../../policy/rule-ids";
import type { Result } from "../../result";
import { withoutIndex } from "../../text/address";
import { groupBy } from "../../text/group";

/** A placement as the result lists it, with what it was read from and what the rules say of it. */
export interface Placed extends JudgedPlacement {
  /** "NVIDIA H200 SXM". */
  readonly name: string;
  readonly stage: Placement["stage"];
  readonly answer: Answer;
  /** Those that make the answer. */
  readonly rules: readonly RuleId[];
}

/** The result lists, in the order of the inventory, what exists and whose accelerator is known. */
export function placedOf({ placements }: Inventory, { placements: judged, findings }: Result): Placed[] {
  const stages = placements
    .filter(({ exists, accelerators }) => exists && accelerators !== "any" && accelerators.length > 0)
    .map(({ stage }) => stage);
  const said = groupBy(findings.filter(isOfPlacement), keyOf);
  return judged.map((placement, i) => ({
    ...placement,
    name: chipName(placement.accelerator),
    stage: stages[i] ?? "synth",
    ...worst(said.get(keyOf(placement)) ?? []),
  }));
}

export function chipName(id: string): string {
  const sheet = lookUpDatasheet(id);
  return sheet === undefined ? id : `${sheet.vendor} ${sheet.name}`;
}

function isOfPlacement({ subject: { kind } }: Finding): boolean {
  return kind === "placement" || kind === "uncertainty";
}

/** Without the accelerator: what is said of one that a resource may choose is said of the resource. */
function keyOf({ stack, address, location }: Pick<Finding, "stack" | "address" | "location">): string {
  return JSON.stringify([stack, address, location?.region, location?.zone, location?.country]);
}

function worst(findings: readonly Finding[]): Pick<Placed, "answer" | "rules"> {
  const answer = worstAnswer(findings.map(answerOf));
  if (answer === "allowed") return { answer, rules: [] };
  const making = findings.filter((finding) => answerOf(finding) === answer);
  return { answer, rules: [...new Set(making.map(({ rule }) => rule))] };
}

export function worstAnswer(answers: readonly Answer[]): Answer {
  return ANSWERS.find((answer) => answers.includes(answer)) ?? "allowed";
}

/** A row of the table: instances that differ in their index only stand together. */
export interface PlacedRow extends Omit<Placed, "count" | "stage"> {
  /** Placements it stands for. */
  readonly instances: number;
  /** Accelerators of one instance. */
  readonly each: number | null;
  readonly country: string | null;
  /** "Germany"; "not known". */
  readonly countryName: string;
}

/** Worst first, then as they come. */
export function rowsOf(placed: readonly Placed[]): PlacedRow[] {
  const alike = groupBy(placed, (one) => {
    const { stack, address, accelerator, count, answer, rules } = one;
    const { from: _, ...where } = one.location;
    return JSON.stringify([stack, withoutIndex(address), accelerator, count, where, answer, rules]);
  });
  const rows = [...alike.values()].map((group): PlacedRow => {
    const { count, stage: _, ...first } = group[0] as Placed;
    const { country } = first.location;
    return {
      ...first,
      instances: group.length,
      each: count,
      country,
      countryName: country === null ? "not known" : countryName(country),
    };
  });
  return ANSWERS.flatMap((answer) => rows.filter((row) => row.answer === answer));
}
