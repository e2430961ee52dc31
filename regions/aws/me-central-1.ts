import { awsRegion } from "./aws-region";

export const meCentral1 = awsRegion({
  code: "me-central-1",
  name: "Middle East (UAE)",
  country: "AE",
  optIn: true,
  zoneCount: 3,
  launched: "2022-08-29",
  accelerators: ["g6", "g6e", "p5en.48xlarge"],
  notes: "The chip rule names the UAE although it entered Country Group A:5 on 2026-07-10 (91 FR 43034).",
});
