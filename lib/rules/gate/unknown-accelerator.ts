import { instance, usCompany } from "../examples";
import type { UncertaintyRule } from "../rule";
import { isThere } from "./is-there";

export const unknownAccelerator: UncertaintyRule = {
  id: "gate/unknown-accelerator",
  judges: "uncertainty",
  title: "A machine type of an accelerator family that the catalogue does not know",
  explanation:
    "Clouds launch machine types faster than any catalogue is revised. A name that belongs to an accelerator family (p, g, trn, inf … on AWS, a and g and TPU names on Google, N-sizes on Azure, GPU shapes on Oracle) but is not in the catalogue could carry any chip, so nothing about it may be assumed.",
  history: [{ from: null, to: null, says: "Landfall's own rule: what is unknown is not allowed." }],
  citations: [],
  verification: "own",
  remedy: "Correct the name, or use a version of Landfall whose catalogue has it (`landfall classify NAME`).",
  judge(placement) {
    const { problem } = placement;
    return problem?.rule === "gate/unknown-accelerator" && isThere(placement)
      ? [{ message: `Which accelerator it is, is not known: ${problem.why}.` }]
      : [];
  },
  examples: {
    blocked: [
      {
        title: "A P-family machine nobody has heard of",
        policy: { organization: usCompany },
        configuration: instance("us-east-1", "p9.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "A machine without accelerators",
        policy: { organization: usCompany },
        configuration: instance("me-south-1", "m7i.large"),
      },
    ],
  },
};
