import type { Confidence } from "../accelerators/datasheet";
import type { GroupId } from "./country-groups";
import type { Period } from "./dates";

/** How one edition of the rule draws the zone: the countries named, and (the groups without the exceptions). */
export interface ZoneEdition extends Period {
  readonly from: string;
  readonly summary: string;
  /** Countries in the zone whatever their groups, as `controlCountry` gives them. */
  readonly countries: readonly string[];
  readonly groups: readonly GroupId[];
  readonly except: readonly GroupId[];
  readonly citations: readonly { readonly cite: string; readonly url: string }[];
  readonly confidence: Confidence;
}

/** Every edition of the advanced-computing destination zone, oldest first; before the first there is none. */
export const zoneEditions: readonly ZoneEdition[] = [
  {
    from: "2022-10-07",
    to: "2023-01-17",
    summary: "China, Hong Kong included.",
    countries: ["CN"],
    groups: [],
    except: [],
    citations: [
      { cite: "87 FR 62186", url: "https://www.govinfo.gov/content/pkg/FR-2022-10-13/html/2022-21658.htm" },
    ],
    confidence: "medium",
  },
  {
    from: "2023-01-18",
    to: "2023-11-16",
    summary: "China, Hong Kong included, and Macau.",
    countries: ["CN", "MO"],
    groups: [],
    except: [],
    citations: [
      {
        cite: "88 FR 2821",
        url: "https://regulations.justia.com/regulations/fedreg/2023/01/18/2023-00888.html",
      },
    ],
    confidence: "medium",
  },
  {
    from: "2023-11-17",
    summary: "Macau, and Country Groups D:1, D:4 and D:5 without the members of A:5 or A:6.",
    countries: ["MO"],
    groups: ["D:1", "D:4", "D:5"],
    except: ["A:5", "A:6"],
    citations: [
      { cite: "15 CFR 742.6(a)(6)(iii)", url: "https://www.ecfr.gov/current/title-15/section-742.6" },
      { cite: "88 FR 73458", url: "https://www.govinfo.gov/content/pkg/FR-2023-10-25/html/2023-23055.htm" },
    ],
    confidence: "high",
  },
];
