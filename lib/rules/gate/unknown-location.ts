import { instance, usCompany } from "../examples";
import type { UncertaintyRule } from "../rule";
import { isThere } from "./is-there";

export const unknownLocation: UncertaintyRule = {
  id: "gate/unknown-location",
  judges: "uncertainty",
  title: "A region, zone or site whose country is not known",
  explanation:
    "The country is that of the zone, not of the region: many Local and Wavelength Zones stand abroad, and an Outpost stands wherever its owner put it. A code that is not in `regions/` has no country, so no rule can be judged there.",
  history: [{ from: null, to: null, says: "Landfall's own rule: what is unknown is not allowed." }],
  citations: [],
  verification: "own",
  remedy:
    "Correct the code; for an Outpost or a site of one's own, state its country under `known:` in the policy or with `defineRegion()`.",
  judge(placement) {
    const { problem, countries } = placement.place;
    if (!isThere(placement)) return [];
    if (problem?.rule === "gate/unknown-location")
      return [{ message: `Which country it stands in is not known: ${problem.why}.` }];
    // Nothing says why, and yet there is no one country to judge.
    const isOne = countries !== "any" && countries.length === 1;
    return problem === null && !isOne ? [{ message: "Which country it stands in is not known." }] : [];
  },
  examples: {
    blocked: [
      {
        title: "A region code that has prefixes in AWS's address ranges but no published country",
        policy: { organization: usCompany },
        configuration: instance("me-west-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "A known region",
        policy: { organization: usCompany },
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};
