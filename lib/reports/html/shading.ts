import { datasheets } from "../../accelerators";
import { classOf, columnsOf } from "../../matrix/matrix";
import type { Answer, Verdicts } from "../../matrix/verdicts";
import { noteOf } from "../matrix/words";
import { chipName } from "./placed";

/** How the map is shaded for each accelerator that can be chosen. */
export interface Shading {
  readonly countries: readonly string[];
  /** What can be said of a country, each once. */
  readonly answers: readonly { readonly answer: Answer; readonly note: string }[];
  /** For each pattern the position of its answer, by country. */
  readonly patterns: readonly (readonly number[])[];
  /** What can be chosen, and the pattern it has. */
  readonly classes: readonly Choice[];
  readonly placed: readonly Choice[];
  readonly others: readonly Choice[];
}

export interface Choice {
  readonly name: string;
  readonly pattern: number;
}

/** A class is shown as most accelerators of it are treated. */
export function shadingOf(verdicts: Verdicts, asOf: string, placed: readonly string[]): Shading {
  const { countries } = verdicts;
  const columns = columnsOf(datasheets, countries, verdicts, asOf);
  const answers = new Map<string, { answer: Answer; note: string }>();
  const positions = new Map<string, number>();
  const positionOf = (chip: string, country: string) => {
    const verdict = verdicts.of(chip, country);
    const said = { answer: verdict.answer, note: noteOf(verdict) };
    const key = JSON.stringify(said);
    if (!answers.has(key)) {
      positions.set(key, answers.size);
      answers.set(key, said);
    }
    return positions.get(key) ?? 0;
  };
  const patterns = columns.map(({ accelerators: [chip = ""] }) =>
    countries.map((country) => positionOf(chip, country)),
  );
  const patternOf = (chip: string) => columns.findIndex(({ accelerators }) => accelerators.includes(chip));
  const chosen = (chip: string) => ({ name: chipName(chip), pattern: patternOf(chip) });
  const rest = datasheets.filter(({ id }) => !placed.includes(id));
  const classes = [...new Set(columns.map(({ class: found }) => found))];
  return {
    countries,
    answers: [...answers.values()],
    patterns,
    classes: classes.map((name) => ({
      name,
      pattern: columns.findIndex(({ class: found }) => found === name),
    })),
    placed: placed.map(chosen),
    others: rest
      .toSorted((a, b) => classOf(a, asOf).localeCompare(classOf(b, asOf)) || (a.id < b.id ? -1 : 1))
      .map(({ id }) => chosen(id)),
  };
}
