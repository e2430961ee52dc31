import { instance, malaysianCompany } from "../examples";
import type { PlacementRule } from "../rule";
import { country } from "../text";

export const orgCountry: PlacementRule = {
  id: "org/country",
  judges: "placement",
  title: "Accelerators only in the countries the organization allows itself",
  explanation:
    "On top of the law an organization can list the countries it wants its accelerators in, or out of (`countries:` in the policy). It applies to every accelerator, of whatever class.",
  history: [{ from: null, to: null, says: "The organization's own rule; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy: "Choose a country of the organization's list, or change `countries:` in the policy.",
  judge({ accelerator, country: code }, { policy }) {
    const { allow, deny } = policy.countries;
    const denied = deny.includes(code);
    if (!denied && (allow === null || allow.includes(code))) return undefined;
    const reason = denied
      ? "is on the organization's deny list"
      : `is not on the organization's allow list (${allow?.join(", ")})`;
    return {
      message: `${accelerator.vendor} ${accelerator.name} would stand in ${country(code)}, which ${reason}.`,
    };
  },
  examples: {
    blocked: [
      {
        title: "A small GPU outside the list",
        policy: { organization: malaysianCompany, countries: { allow: ["MY", "SG"] } },
        configuration: instance("eu-central-1", "g4dn.xlarge"),
      },
    ],
    allowed: [
      {
        title: "A country of the list",
        policy: { organization: malaysianCompany, countries: { allow: ["MY", "SG"] } },
        configuration: instance("ap-southeast-5", "g4dn.xlarge"),
      },
    ],
  },
};
