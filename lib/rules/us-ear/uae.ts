import { uaeRecipientsOn } from "../../jurisdictions";
import { recipientsOf } from "../../policy/parties";
import { instance, usCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip } from "../text";

export const uae: PlacementRule = {
  id: "us-ear/uae",
  judges: "placement",
  title: "3A090.a and 3A090.b accelerators in the UAE only for approved recipients",
  explanation:
    "Since July 2026 the United Arab Emirates belong to Country Group A:5, yet the chip rule still names them: both classes need a licence there unless the consignee and every single end user is on the list of approved recipients (Supplement No. 8 to part 740). The list names some companies until a fixed day. Landfall never decides that a company is on it; a person records it.",
  history: [
    {
      from: "2026-07-10",
      to: null,
      says: "The UAE leaves the zone (Country Group A:5) and gets a rule of its own with approved recipients. Before, `us-ear/zone-a` and `us-ear/zone-b` applied.",
      citations: cite("91 FR 43034 (2026-07-14)"),
      confidence: "high",
    },
  ],
  citations: cite(
    "15 CFR 742.6(a)(6)(iii)(A)",
    "15 CFR 742.6(a)(6)(iii)(B)",
    "15 CFR part 740, Supp. No. 8",
    "91 FR 43034 (2026-07-14)",
  ),
  verification: "verified",
  remedy:
    "Place the machines elsewhere, or record an authorization of kind `approved-recipient` (or a licence) that names the organization and every end user under `recipients`.",
  judge(subject, { asOf, policy }) {
    const { class: found } = subject.classification;
    if (subject.country !== "AE" || (found !== "3A090.a" && found !== "3A090.b")) return undefined;
    const listed = uaeRecipientsOn(asOf).map(({ name }) => name);
    return {
      message: `${chip(subject)} may be received in the United Arab Emirates (AE) without a US export licence only if the consignee and every end user are approved recipients (here: ${recipientsOf(policy).join("; ")}). The list of that day names: ${listed.join("; ")}.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "H200 in the Emirates without a recorded approval",
        policy: { organization: usCompany },
        configuration: instance("me-central-1", "p5en.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "The same with the approval of the organization recorded",
        policy: {
          organization: usCompany,
          authorizations: [
            {
              reference: "Legal memo 2026-08: Supp. No. 8 entry",
              kind: "approved-recipient",
              satisfies: ["us-ear/uae"],
              recipients: [usCompany.name],
              countries: ["AE"],
              validFrom: "2026-08-01",
              validUntil: "2027-04-06",
            },
          ],
        },
        configuration: instance("me-central-1", "p5en.48xlarge"),
      },
    ],
  },
};
