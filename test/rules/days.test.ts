import fc from "fast-check";
import { classify, datasheets, editions } from "../../lib/accelerators";
import { countryCodes, dayBefore } from "../../lib/jurisdictions";
import { judge } from "../../lib/policy/judge";
import { rules } from "../../lib/rules";
import { historyOf } from "../../lib/rules/history";
import { placed, policyOf, type Terms } from "./helpers";

/** Days on which a rule says that something changed. */
const LISTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  rules.map((rule) => [
    rule.id,
    new Set(historyOf(rule).flatMap(({ from, to }) => [from ?? "", to === null ? "" : dayAfter(to)])),
  ]),
);

interface Case {
  readonly accelerator: string;
  readonly country: string;
  readonly headquarters: string;
}

/** Facts that keep every flag open, so that the days of the flags are seen too. */
const FACTS: Terms["facts"] = {
  fitsBusiness: false,
  endUserVerified: false,
  siteCapacityShown: false,
  plansSupercomputer: true,
  controlledWeights: true,
  modelTraining: true,
  reexportsFrom: ["MY"],
};

const policy = policyOf({ facts: FACTS });

/** What fires on a day, by rule. */
function answers({ accelerator, country, headquarters }: Case, asOf: string): Map<string, string> {
  const organization = { name: "Example", headquarters };
  const inventory = { placements: [placed(accelerator, country)], opaque: [] };
  const fired = new Map<string, string>();
  for (const { rule, level, address } of judge(inventory, { ...policy, organization, asOf }).findings)
    fired.set(rule, `${fired.get(rule) ?? ""} ${level} ${address}`);
  return fired;
}

function changed(one: Case, day: string): string[] {
  const before = answers(one, dayBefore(day));
  const after = answers(one, day);
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (rule) => before.get(rule) !== after.get(rule),
  );
}

function daysFrom(first: string, last: string): string[] {
  const days = [first];
  for (let day = first; day < last; ) {
    day = dayAfter(day);
    days.push(day);
  }
  return days;
}

const FIRST = "2022-09-01";
const LAST = "2027-06-30";

const anyDay = fc
  .date({ min: new Date(FIRST), max: new Date(LAST), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyCase = fc.record({
  accelerator: fc.constantFrom(...datasheets.map(({ id }) => id)),
  country: fc.constantFrom(...countryCodes()),
  headquarters: fc.constantFrom(...countryCodes()),
});

/** Those the dated changes are about. */
const CASES: readonly Case[] = [
  { accelerator: "nvidia-h100-sxm", country: "CN", headquarters: "US" },
  { accelerator: "nvidia-a800-sxm", country: "MO", headquarters: "MO" },
  { accelerator: "nvidia-h100-sxm", country: "KH", headquarters: "KH" },
  { accelerator: "nvidia-l40", country: "MY", headquarters: "KH" },
  { accelerator: "nvidia-h100-sxm", country: "NI", headquarters: "NI" },
  { accelerator: "nvidia-l40", country: "NI", headquarters: "US" },
  { accelerator: "nvidia-gb300", country: "AE", headquarters: "AE" },
  { accelerator: "nvidia-l40", country: "AE", headquarters: "CN" },
  { accelerator: "nvidia-h20", country: "ID", headquarters: "KH" },
  { accelerator: "huawei-ascend-910b", country: "ID", headquarters: "SG" },
];

describe("over the days", () => {
  it.each(CASES.map((one) => [Object.values(one).join(" "), one] as const))(
    "%s: a rule changes its answer only on a day its history lists",
    (_, one) => {
      let before = answers(one, FIRST);
      for (const day of daysFrom(dayAfter(FIRST), LAST)) {
        const after = answers(one, day);
        for (const rule of new Set([...before.keys(), ...after.keys()])) {
          const same = before.get(rule) === after.get(rule);
          if (!same && !LISTED.get(rule)?.has(day))
            throw new Error(`${rule} changes on ${day}, which it does not list`);
        }
        before = after;
      }
    },
  );

  it("so does every other case", () => {
    const listed = [...new Set([...LISTED.values()].flatMap((days) => [...days]))].filter(
      (day) => day >= FIRST,
    );
    fc.assert(
      fc.property(anyCase, fc.oneof(fc.constantFrom(...listed), anyDay), (one, day) => {
        for (const rule of changed(one, day))
          expect([rule, LISTED.get(rule)?.has(day)]).toEqual([rule, true]);
      }),
      { numRuns: 2000 },
    );
  });

  it("a class changes only where an edition begins", () => {
    const begins = new Set(editions.map(({ id }) => id));
    fc.assert(
      fc.property(fc.constantFrom(...datasheets), anyDay, (datasheet, day) => {
        const [before, after] = [dayBefore(day), day].map((asOf) => classify(datasheet, asOf));
        if (!begins.has(day)) expect(after?.class).toBe(before?.class);
      }),
      { numRuns: 500 },
    );
  });

  it("nothing fires before 2022-10-07", () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        expect([...answers(one, "2022-10-06")]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

/** The moves of the law, oldest first, and what each does to a placement. */
const MOVES: readonly (readonly [
  day: string,
  what: string,
  does: Case | "nothing that an accelerator's placement shows",
])[] = [
  ["2022-10-07", "3A090 is created", CASES[0] as Case],
  [
    "2023-01-18",
    "Macau is added",
    { accelerator: "nvidia-a100-sxm4-80gb", country: "MO", headquarters: "US" },
  ],
  [
    "2023-11-17",
    "density, the zone, headquarters",
    { accelerator: "nvidia-l4", country: "CN", headquarters: "US" },
  ],
  ["2024-03-15", "Nicaragua enters D:1 and D:5", CASES[4] as Case],
  ["2024-04-04", "corrections; NAC is split", "nothing that an accelerator's placement shows"],
  ["2024-12-02", "memory of its own: 3A090.c", "nothing that an accelerator's placement shows"],
  [
    "2025-01-13",
    "the AI Diffusion rule",
    { accelerator: "nvidia-h100-sxm", country: "JP", headquarters: "JP" },
  ],
  ["2025-01-16", "foundries", "nothing that an accelerator's placement shows"],
  [
    "2025-04-09",
    "letters on H20 and MI308",
    { accelerator: "nvidia-h20", country: "CN", headquarters: "US" },
  ],
  [
    "2025-05-13",
    "guidance; the Diffusion rule is not enforced",
    { accelerator: "huawei-ascend-910b", country: "SG", headquarters: "SG" },
  ],
  [
    "2026-01-15",
    "case-by-case review: a licence all the same",
    "nothing that an accelerator's placement shows",
  ],
  ["2026-02-03", "Cambodia leaves D:5", CASES[3] as Case],
  ["2026-04-07", "foundries' dates", "nothing that an accelerator's placement shows"],
  ["2026-05-31", "headquarters, restated", "nothing that an accelerator's placement shows"],
  ["2026-07-10", "the UAE moves to A:5", CASES[6] as Case],
];

describe("the moves of the law", () => {
  it.each(MOVES)("%s: %s", (day, _, does) => {
    if (typeof does !== "string") {
      expect(changed(does, day)).not.toEqual([]);
      return;
    }
    fc.assert(
      fc.property(anyCase, (one) => {
        expect(changed(one, day)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
