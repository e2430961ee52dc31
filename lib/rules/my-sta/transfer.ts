import { instance, malaysianCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { cite } from "../sources";
import { chip, country } from "../text";

export const transfer: PlacementRule = {
  id: "my-sta/transfer",
  judges: "placement",
  title: "Moving US accelerators out of or through Malaysia takes a notice and a permit there",
  explanation:
    "Malaysia's Strategic Trade Act asks for 30 days' notice and a permit before advanced AI chips of US origin are exported, transhipped or passed through, where a restricted activity is known or suspected; its press statement reads as if that held always. The application needs the US re-export licence. Placing accelerators in Malaysia falls under none of it. Landfall warns where the policy states that hardware comes from or through Malaysia (`facts.reexportsFrom`, `facts.transitsThrough`).",
  history: [
    {
      from: "2025-07-14",
      to: null,
      says: "Directive No. 1/2025 under section 12 of the Strategic Trade Act 2010, with codes for 3A090 and 4A090 items (3U090, 4U090).",
      citations: cite("MITI, Strategic Trade Controller Directive No. 1/2025 (2025-07-14)"),
      confidence: "high",
    },
  ],
  citations: cite("MITI, Strategic Trade Controller Directive No. 1/2025 (2025-07-14)"),
  verification: "verified",
  remedy:
    "Give MITI notice 30 days ahead with the US re-export licence, then record the permit under `authorizations` with `satisfies: [my-sta/transfer]`; or take Malaysia out of the facts if nothing moves there.",
  judge(subject, { policy }) {
    const { class: found } = subject.classification;
    const { reexportsFrom = [], transitsThrough = [] } = policy.facts;
    const controlled = found === "3A090.a" || found === "3A090.b";
    if (!controlled || subject.country === "MY") return undefined;
    const moves = [
      ...(reexportsFrom.includes("MY") ? ["out of"] : []),
      ...(transitsThrough.includes("MY") ? ["through"] : []),
    ];
    if (moves.length === 0) return undefined;
    return {
      message: `${chip(subject)} reaches ${country(subject.country)} ${moves.join(" and ")} Malaysia (MY). Malaysia asks for 30 days' notice and a permit for that, at least where a restricted activity is known or suspected.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "An organization that holds itself to the press statement: H100 from Malaysia to Indonesia",
        policy: {
          organization: malaysianCompany,
          endUsers: [],
          access: "owned",
          facts: { reexportsFrom: ["MY"] },
          rules: { "my-sta/transfer": { level: "block" } },
        },
        configuration: instance("ap-southeast-3", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "The same hall in Malaysia itself",
        policy: {
          organization: malaysianCompany,
          endUsers: [],
          access: "owned",
          facts: { reexportsFrom: ["MY"] },
          rules: { "my-sta/transfer": { level: "block" } },
        },
        configuration: instance("ap-southeast-5", "p5.48xlarge"),
      },
    ],
  },
};
