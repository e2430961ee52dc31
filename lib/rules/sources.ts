import type { Citation } from "./rule";

/** The texts rules cite, as read; see `docs/facts.md` for how far each was read. */
export const sources = {
  "15 CFR 742.6(a)(6)(iii)(A)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 742.6(a)(6)(iii)(B)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 742.6(b)(10)(iii)(A)(1)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 744.23(a)(3)(i)(A)": "https://www.ecfr.gov/current/title-15/section-744.23",
  "15 CFR part 740, Supp. No. 1":
    "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-740",
  "15 CFR part 740, Supp. No. 8":
    "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-740",
  "15 CFR part 774, Supp. No. 1 (ECCN 3A090)":
    "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-774",
  "87 FR 62186 (2022-10-13)": "https://www.govinfo.gov/content/pkg/FR-2022-10-13/html/2022-21658.htm",
  "88 FR 2821 (2023-01-18)": "https://regulations.justia.com/regulations/fedreg/2023/01/18/2023-00888.html",
  "88 FR 73458 (2023-10-25)": "https://www.govinfo.gov/content/pkg/FR-2023-10-25/html/2023-23055.htm",
  "90 FR 4544 (2025-01-15)":
    "https://www.federalregister.gov/documents/2025/01/15/2025-00636/framework-for-artificial-intelligence-diffusion",
  "91 FR 43034 (2026-07-14)": "https://www.govinfo.gov/content/pkg/FR-2026-07-14/html/2026-14132.htm",
  "BIS guidance of 2026-05-31":
    "https://wilmarth-associates.com/guidance-regarding-enforcement-of-license-requirements-for-advanced-computing-items-for-entities-headquartered-in-country-group-d5-and-macau/",
  "NVIDIA Form 8-K filed 2025-04-15":
    "https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm",
  "GAO B-337935 (2026-05-12)": "https://www.gao.gov/products/b-337935",
  "85 FR 83765 (2020-12-23)": "https://www.federalregister.gov/documents/2020/12/23/2020-28101",
} as const;

export function cite(...keys: readonly (keyof typeof sources)[]): readonly Citation[] {
  return keys.map((key) => ({ cite: key, url: sources[key] }));
}
