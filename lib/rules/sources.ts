import type { Citation } from "./rule";

/** The texts rules cite, as read; see `docs/concepts/facts.md` for how far each was read. */
export const sources = {
  "15 CFR part 732, Supp. No. 3":
    "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C/part-732",
  "15 CFR 742.6(a)(6)(iii)(A)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 742.6(a)(6)(iii)(B)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 742.6(b)(10)(iii)(A)(1)": "https://www.ecfr.gov/current/title-15/section-742.6",
  "15 CFR 734.9(e)(2)": "https://www.ecfr.gov/current/title-15/section-734.9",
  "15 CFR 744.11(a)": "https://www.ecfr.gov/current/title-15/section-744.11",
  "15 CFR 744.11(a)(1)": "https://www.ecfr.gov/current/title-15/section-744.11",
  "15 CFR 744.11(a)(2)(iv)": "https://www.ecfr.gov/current/title-15/section-744.11",
  "15 CFR 744.21(a)(3)": "https://www.ecfr.gov/current/title-15/section-744.21",
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
  "89 FR 18780": "https://www.federalregister.gov/citation/89-FR-18780",
  "89 FR 23876 (2024-04-04)":
    "https://sanctionsnews.bakermckenzie.com/bis-revises-export-controls-on-semiconductor-manufacturing-and-advanced-computing-items/",
  "90 FR 4544 (2025-01-15)":
    "https://www.federalregister.gov/documents/2025/01/15/2025-00636/framework-for-artificial-intelligence-diffusion",
  "90 FR 47201 (2025-09-30)": "https://www.federalregister.gov/documents/2025/09/30/2025-19001",
  "90 FR 50857 (2025-11-12)": "https://www.federalregister.gov/documents/2025/11/12/2025-19846",
  "CNBC of 2026-09-24": "https://www.cnbc.com/2026/09/24/us-china-trade-truce-bessent-trump-xi.html",
  "91 FR 1684 (2026-01-15)": "https://www.govinfo.gov/content/pkg/FR-2026-01-15/html/2026-00789.htm",
  "91 FR 5091": "https://www.federalregister.gov/citation/91-FR-5091",
  "91 FR 43034 (2026-07-14)": "https://www.govinfo.gov/content/pkg/FR-2026-07-14/html/2026-14132.htm",
  "BIS announcement of 2025-05-13":
    "https://www.millerchevalier.com/publication/trade-compliance-flash-key-takeaways-bis-announcements-and-guidance-related-advanced",
  "BIS guidance of 2025-05-13":
    "https://www.millerchevalier.com/publication/trade-compliance-flash-key-takeaways-bis-announcements-and-guidance-related-advanced",
  "BIS guidance of 2026-05-31":
    "https://wilmarth-associates.com/guidance-regarding-enforcement-of-license-requirements-for-advanced-computing-items-for-entities-headquartered-in-country-group-d5-and-macau/",
  "MITI, Strategic Trade Controller Directive No. 1/2025 (2025-07-14)":
    "https://www.rahmatlim.com/perspectives/articles/31040/mykh-implements-export-control-measures-on-advanced-ai-chips?agreed=cookiepolicy",
  "NVIDIA Form 8-K filed 2025-04-15":
    "https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm",
  "GAO B-337935 (2026-05-12)": "https://www.gao.gov/products/b-337935",
  "172 Cong. Rec. H621 (2026-01-12)":
    "https://www.govinfo.gov/content/pkg/CREC-2026-01-12/html/CREC-2026-01-12-pt1-PgH621-5.htm",
  "H.R. 3447 (as introduced)": "https://www.congress.gov/119/bills/hr3447/BILLS-119hr3447ih.htm",
  "85 FR 83765 (2020-12-23)": "https://www.federalregister.gov/documents/2020/12/23/2020-28101",
} as const;

export function cite(...keys: readonly (keyof typeof sources)[]): readonly Citation[] {
  return keys.map((key) => ({ cite: key, url: sources[key] }));
}
