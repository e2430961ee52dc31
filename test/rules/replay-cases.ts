/**
 * What is publicly known to have been licence-bound, when and by what: written from the facts that were gathered
 * (texts, announcements, makers' reports), not from the code.
 */
export interface Known {
  readonly what: string;
  readonly chip: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Headquarters, and after a slash those of the ultimate parent. */
  readonly party: string;
  readonly day: string;
  /** Null while there were no classes. */
  readonly class: "3A090.a" | "3A090.b" | "none" | null;
  /** Rules that fire, each with its level; blocked where one says block. */
  readonly fired: readonly string[];
  /** Key of the source that decides: cited by a finding, or why there is none. */
  readonly by: string;
}

const zoneA = "us-ear/zone-a block";
const zoneB = "us-ear/zone-b block";
const hqA = "us-ear/headquarters-a block";
const hqB = "us-ear/headquarters-b block";
const uae = "us-ear/uae block";
const letter = "us-ear/is-informed block";
const worldwide = "us-ear/worldwide-a warn";
const redFlag = "us-ear/red-flags warn";

const a = "3A090.a";
const b = "3A090.b";

const IFR2022 = "87 FR 62186 (2022-10-13)";
const MACAU = "88 FR 2821 (2023-01-18)";
const IFR2023 = "88 FR 73458 (2023-10-25)";
const DIFFUSION = "90 FR 4544 (2025-01-15)";
const H20_LETTER = "NVIDIA Form 8-K filed 2025-04-15";
const GUIDANCE = "BIS guidance of 2025-05-13";
const HQ_GUIDANCE = "BIS guidance of 2026-05-31";
const UAE = "91 FR 43034 (2026-07-14)";
const GROUPS = "15 CFR part 740, Supp. No. 1";
const HONG_KONG = "85 FR 83765 (2020-12-23)";
const CCL = "15 CFR part 774, Supp. No. 1 (ECCN 3A090)";

type Row = readonly [
  what: string,
  chip: string,
  country: string,
  party: string,
  day: string,
  found: Known["class"],
  fired: readonly string[],
  by: string,
];

const A100 = "nvidia-a100-sxm4-80gb";
const A800 = "nvidia-a800-sxm";
const H100 = "nvidia-h100-sxm";
const H800 = "nvidia-h800-sxm";
const H20 = "nvidia-h20";
const H200 = "nvidia-h200-sxm";
const B200 = "nvidia-b200";
const GB300 = "nvidia-gb300";
const L4 = "nvidia-l4";
const RTX4090 = "nvidia-rtx-4090";
const MI300X = "amd-mi300x";
const GAUDI2 = "intel-gaudi2";
const TRN1 = "aws-trainium1";
const TRN2 = "aws-trainium2";

// biome-ignore format: a table
const ROWS: readonly Row[] = [
  // October 2022: 4,800 and 600 GB/s, to China with Hong Kong.
  ["A100 to China, the day before", A100, "CN", "CN", "2022-10-06", null, [], IFR2022],
  ["A100 to China, the first day", A100, "CN", "CN", "2022-10-07", null, [zoneA], IFR2022],
  ["A100 to Hong Kong, read as China", A100, "HK", "US", "2022-12-01", null, [zoneA], HONG_KONG],
  ["H100 to China", H100, "CN", "US", "2022-10-07", null, [zoneA], IFR2022],
  ["MI250X to China", "amd-mi250x", "CN", "CN", "2023-01-01", null, [zoneA], IFR2022],
  ["A800, made for China with links of 400 GB/s", A800, "CN", "CN", "2023-03-01", null, [], IFR2022],
  ["H800, likewise", H800, "CN", "CN", "2023-11-16", null, [], IFR2022],
  ["Gaudi 2 to China: 6,920 and 600 GB/s", GAUDI2, "CN", "CN", "2023-03-01", null, [zoneA], IFR2022],
  ["L4 to China, below 4,800", L4, "CN", "CN", "2023-06-01", null, [], IFR2022],
  ["RTX 4090 to China, without links", RTX4090, "CN", "CN", "2023-06-01", null, [], IFR2022],
  ["A100 to the UAE, outside the first zone", A100, "AE", "AE", "2023-06-01", null, [], IFR2022],
  ["A100 to Vietnam, outside the first zone", A100, "VN", "VN", "2023-11-16", null, [], IFR2022],
  [
    "A100 for a Chinese group abroad, before the test of headquarters",
    A100,
    "SG",
    "SG/CN",
    "2023-11-16",
    null,
    [],
    IFR2022,
  ],
  // January 2023: Macau.
  ["A100 to Macau before it was added", A100, "MO", "MO", "2023-01-17", null, [], MACAU],
  ["A100 to Macau from then on", A100, "MO", "US", "2023-01-18", null, [zoneA], MACAU],
  // November 2023: TPP and density, D:1, D:4 and D:5, headquarters.
  ["A800, caught now", A800, "CN", "US", "2023-11-17", a, [zoneA], IFR2023],
  ["H800, caught now", H800, "CN", "CN", "2023-11-17", a, [zoneA, hqA], IFR2023],
  ["L4, small and dense", L4, "CN", "US", "2023-11-17", a, [zoneA], IFR2023],
  ["L40S", "nvidia-l40s", "CN", "US", "2023-11-17", a, [zoneA], IFR2023],
  ["L40, in the second class", "nvidia-l40", "CN", "US", "2023-11-17", b, [zoneB], IFR2023],
  ["A30 to Vietnam: 2,644 and above 1.6", "nvidia-a30", "VN", "VN", "2023-11-17", b, [zoneB], IFR2023],
  ["RTX 4090, a consumer's card above 4,800", RTX4090, "CN", "US", "2023-11-17", a, [zoneA], IFR2023],
  ["RTX 4090D, made to lie below", "nvidia-rtx-4090d", "CN", "CN", "2024-01-15", "none", [], CCL],
  ["L20, made for China", "nvidia-l20", "CN", "CN", "2024-06-01", "none", [], CCL],
  ["L2, made for China", "nvidia-l2", "CN", "CN", "2024-06-01", "none", [], CCL],
  ["H20, made for China, before the letter", H20, "CN", "CN", "2025-04-08", "none", [], CCL],
  ["A10, at 3.18 just below 3.2", "nvidia-a10", "CN", "CN", "2024-06-01", "none", [], CCL],
  ["T4", "nvidia-t4", "CN", "CN", "2024-06-01", "none", [], CCL],
  ["V100, of 2017", "nvidia-v100-sxm2-32gb", "CN", "CN", "2024-06-01", "none", [], CCL],
  ["MI210, in the second class", "amd-mi210", "CN", "US", "2024-01-01", b, [zoneB], IFR2023],
  ["A100 to Saudi Arabia, D:4", A100, "SA", "SA", "2023-11-17", a, [zoneA], GROUPS],
  ["A100 to Bahrain, D:4", A100, "BH", "BH", "2023-11-17", a, [zoneA], GROUPS],
  ["A100 to the UAE, D:4 then", A100, "AE", "AE", "2023-11-17", a, [zoneA], GROUPS],
  ["A100 to Vietnam, D:1", A100, "VN", "VN", "2023-11-17", a, [zoneA], GROUPS],
  ["MI300X to Kazakhstan, D:1", MI300X, "KZ", "KZ", "2024-02-01", a, [zoneA], GROUPS],
  ["Gaudi 2 to Kazakhstan", GAUDI2, "KZ", "US", "2024-02-01", a, [zoneA], GROUPS],
  ["Gaudi 3 to China", "intel-gaudi3", "CN", "US", "2024-10-01", a, [zoneA], IFR2023],
  ["Trainium 2 to Qatar, D:4", TRN2, "QA", "US", "2024-12-15", a, [zoneA], GROUPS],
  [
    "Trainium to Bahrain: no die area is known, the strictest counts",
    TRN1,
    "BH",
    "US",
    "2024-06-01",
    a,
    [zoneA],
    GROUPS,
  ],
  ["H100 to Israel, D:4 but A:6", H100, "IL", "IL", "2024-01-01", a, [], GROUPS],
  ["H100 to Singapore, A:6", H100, "SG", "SG", "2024-01-01", a, [], GROUPS],
  ["H100 to Malaysia, in no group", H100, "MY", "MY", "2024-01-01", a, [], GROUPS],
  ["H100 to India, A:5", H100, "IN", "IN", "2025-01-12", a, [], GROUPS],
  ["H100 in Malaysia for a Chinese group", H100, "MY", "MY/CN", "2024-01-01", a, [hqA], IFR2023],
  ["H100 in Singapore for a company of Macau", H100, "SG", "MO", "2024-01-01", a, [hqA], IFR2023],
  ["L40 in Malaysia for a Chinese group", "nvidia-l40", "MY", "MY/CN", "2024-01-01", b, [hqB], IFR2023],
  [
    "H100 in Virginia for a Chinese group: no export",
    H100,
    "US",
    "US/CN",
    "2024-01-01",
    a,
    ["us-ear/headquarters-a warn"],
    IFR2023,
  ],
  // Country groups.
  ["H100 to Nicaragua before it entered D:1 and D:5", H100, "NI", "NI", "2024-03-14", a, [], GROUPS],
  ["H100 to Nicaragua from then on", H100, "NI", "NI", "2024-03-15", a, [zoneA, hqA], GROUPS],
  ["H100 for a Cambodian company in Malaysia, D:5", H100, "MY", "KH", "2026-02-02", a, [hqA], IFR2023],
  ["the same after Cambodia left D:5", H100, "MY", "KH", "2026-02-03", a, [worldwide], DIFFUSION],
  ["H100 to Cambodia, still in D:1", H100, "KH", "US", "2026-02-03", a, [zoneA], GROUPS],
  // January 2025: the worldwide requirement, unenforced since May.
  ["H100 to India after the Diffusion rule", H100, "IN", "IN", "2025-01-13", a, [worldwide], DIFFUSION],
  ["H100 to Malaysia", H100, "MY", "MY", "2025-06-01", a, [worldwide], DIFFUSION],
  [
    "B200 to Malaysia, with no rule of its own by now",
    B200,
    "MY",
    "MY",
    "2026-09-24",
    a,
    [worldwide],
    DIFFUSION,
  ],
  ["B200 to Singapore", B200, "SG", "SG", "2026-09-24", a, [worldwide], DIFFUSION],
  ["MI300X to Israel", MI300X, "IL", "IL", "2026-09-24", a, [worldwide], DIFFUSION],
  ["L40 to Malaysia: the second class never", "nvidia-l40", "MY", "MY", "2026-09-24", b, [], DIFFUSION],
  ["B200 in Virginia", B200, "US", "US", "2026-09-24", a, [], DIFFUSION],
  ["Trainium 2 in Virginia", TRN2, "US", "US", "2026-09-24", a, [], DIFFUSION],
  // April 2025: letters.
  ["H20 to China from the day of the letter", H20, "CN", "CN", "2025-04-09", "none", [letter], H20_LETTER],
  ["H20 to Hong Kong", H20, "HK", "US", "2025-06-01", "none", [letter], H20_LETTER],
  ["H20 in Malaysia for a Chinese group", H20, "MY", "MY/CN", "2025-06-01", "none", [letter], H20_LETTER],
  ["H20 to a Malaysian company", H20, "MY", "MY", "2025-06-01", "none", [], H20_LETTER],
  ["H20 to Vietnam, in D:1 but not in D:5", H20, "VN", "VN", "2025-06-01", "none", [], H20_LETTER],
  [
    "MI308 to China: by letter, and by figures never published",
    "amd-mi308x",
    "CN",
    "US",
    "2025-04-15",
    a,
    [zoneA, letter],
    H20_LETTER,
  ],
  // May 2025: General Prohibition 10.
  [
    "Ascend 910B in Malaysia before the guidance",
    "huawei-ascend-910b",
    "MY",
    "MY",
    "2025-05-12",
    a,
    [worldwide],
    DIFFUSION,
  ],
  [
    "Ascend 910B in Malaysia under it",
    "huawei-ascend-910b",
    "MY",
    "MY",
    "2025-05-13",
    a,
    [worldwide, redFlag],
    GUIDANCE,
  ],
  // November 2025 and January 2026: approvals and case-by-case review need a licence all the same.
  ["GB300 to the UAE, while approved by licence only", GB300, "AE", "AE", "2025-11-19", a, [zoneA], GROUPS],
  ["GB300 to Saudi Arabia, likewise", GB300, "SA", "SA", "2025-11-19", a, [zoneA], GROUPS],
  [
    "H200 to China under case-by-case review",
    H200,
    "CN",
    "CN",
    "2026-02-01",
    a,
    [zoneA, hqA],
    "15 CFR 742.6(b)(10)(iii)(A)(1)",
  ],
  ["B200 to China, above what is reviewed so", B200, "CN", "US", "2026-02-01", a, [zoneA], IFR2023],
  ["H200 to Hong Kong", H200, "HK", "US", "2026-02-01", a, [zoneA], HONG_KONG],
  ["H200 to Macau", H200, "MO", "US", "2026-02-01", a, [zoneA], IFR2023],
  // May 2026: headquarters worldwide.
  [
    "H200 in Singapore for a Chinese group, as BIS restated",
    H200,
    "SG",
    "SG/CN",
    "2026-05-31",
    a,
    [hqA],
    HQ_GUIDANCE,
  ],
  ["B200 in Israel for a group of Hong Kong", B200, "IL", "IL/HK", "2026-06-01", a, [hqA], HQ_GUIDANCE],
  // July 2026: the UAE.
  ["H200 to the UAE on its last day in the zone", H200, "AE", "AE", "2026-07-09", a, [zoneA], GROUPS],
  ["H200 to the UAE from then on", H200, "AE", "AE", "2026-07-10", a, [uae], UAE],
  ["L40 to the UAE from then on", "nvidia-l40", "AE", "AE", "2026-07-10", b, [uae], UAE],
  ["H200 in the UAE for a Chinese group", H200, "AE", "AE/CN", "2026-07-10", a, [hqA, uae], UAE],
  ["L4 to Bahrain, still in D:4", L4, "BH", "US", "2026-09-24", a, [zoneA], GROUPS],
  ["H200 to Saudi Arabia, still in D:4", H200, "SA", "SA", "2026-09-24", a, [zoneA], GROUPS],
  ["RTX 4090 to Vietnam, still in D:1", RTX4090, "VN", "VN", "2026-09-24", a, [zoneA], GROUPS],
];

export const known: readonly Known[] = ROWS.map(([what, chip, country, party, day, found, fired, by]) => ({
  what,
  chip,
  country,
  party,
  day,
  class: found,
  fired,
  by,
}));
