import { instance, usCompany } from "../examples";
import type { UncertaintyRule } from "../rule";

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
  judge({ place: { problem } }) {
    return problem?.rule === "gate/unknown-location"
      ? [{ message: `${problem.why}, so its country is not known.` }]
      : [];
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
