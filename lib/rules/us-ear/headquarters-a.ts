import { chineseOwned, instance, malaysianCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { cambodiaLeaves, correctedAndRewritten, nicaraguaEnters } from "./changes";
import { headquartersViolation } from "./headquarters";

export const headquartersA: PlacementRule = {
  id: "us-ear/headquarters-a",
  judges: "placement",
  title:
    "3A090.a accelerators may not go to companies headquartered in, or owned from, Macau or Country Group D:5, anywhere",
  explanation:
    "The licence requirement follows the company, not only the country: a data centre in Malaysia run by a subsidiary of a Chinese group needs a licence just as one in China does. What counts is where the organization, each end user and each ultimate parent has its headquarters. BIS said in May 2026 that it enforces this worldwide; a data centre run in good faith need not stop using what it holds.",
  history: [
    {
      from: "2023-11-17",
      to: null,
      says: "Headquarters and ultimate-parent test.",
      citations: cite("88 FR 73458 (2023-10-25)"),
      confidence: "high",
      changes: [
        nicaraguaEnters,
        ...correctedAndRewritten,
        cambodiaLeaves,
        {
          on: "2026-05-31",
          says: "BIS restates that it enforces the test for the whole world; data centres run in good faith need not stop using what they hold.",
          citations: cite("BIS guidance of 2026-05-31"),
          confidence: "high",
        },
      ],
    },
  ],
  citations: cite(
    "15 CFR 742.6(a)(6)(iii)(A)",
    "15 CFR 742.6(b)(10)(iii)(A)(1)",
    "BIS guidance of 2026-05-31",
    "88 FR 73458 (2023-10-25)",
  ),
  verification: "verified",
  remedy:
    "Choose an accelerator of no class, or record the BIS licence (denial is presumed) under `authorizations` with `satisfies: [us-ear/headquarters-a]`; for rented compute a `legal-determination` by counsel may take its place.",
  judge: (subject, context) =>
    subject.classification.class === "3A090.a" ? headquartersViolation(subject, context) : undefined,
  examples: {
    blocked: [
      {
        title: "A Malaysian company with a Chinese ultimate parent rents H200 in Malaysia",
        policy: { organization: chineseOwned },
        configuration: instance("ap-southeast-5", "p5en.48xlarge"),
      },
      {
        title: "A Malaysian company lets a tenant headquartered in Hong Kong use them",
        policy: {
          organization: malaysianCompany,
          endUsers: [{ name: "Example Labs Ltd.", headquarters: "HK" }],
        },
        configuration: instance("ap-southeast-5", "p5en.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "A Malaysian company without such a parent or tenant",
        policy: { organization: malaysianCompany },
        configuration: instance("ap-southeast-5", "p5en.48xlarge"),
      },
    ],
  },
};
