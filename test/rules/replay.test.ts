import { findingsOn, said } from "./helpers";

/** Accelerator, country, headquarters (and ultimate parent's), day, what fires. */
type Case = readonly [
  what: string,
  accelerator: string,
  country: string,
  headquarters: string,
  asOf: string,
  fired: readonly string[],
];

const ZONE_A = "us-ear/zone-a block";
const ZONE_B = "us-ear/zone-b block";
const HQ_A = "us-ear/headquarters-a block";
const HQ_B = "us-ear/headquarters-b block";
const UAE = "us-ear/uae block";
const LETTER = "us-ear/is-informed block";
const WORLD = "us-ear/worldwide-a warn";

/** What is publicly known to have been licence-bound, and when. */
const HISTORY: readonly Case[] = [
  [
    "A100 to China the day before the rule of 7 October 2022",
    "nvidia-a100-sxm4-80gb",
    "CN",
    "CN",
    "2022-10-06",
    [],
  ],
  ["A100 to China under it", "nvidia-a100-sxm4-80gb", "CN", "CN", "2022-10-07", [ZONE_A]],
  ["H100 to China under it", "nvidia-h100-sxm", "CN", "CN", "2022-10-07", [ZONE_A]],
  ["A100 to Hong Kong under it", "nvidia-a100-sxm4-80gb", "HK", "US", "2022-12-01", [ZONE_A]],
  ["A800, made to lie below its interconnect test", "nvidia-a800-sxm", "CN", "CN", "2023-03-01", []],
  ["H800, likewise", "nvidia-h800-sxm", "CN", "CN", "2023-11-16", []],
  ["MI250X to China under it", "amd-mi250x", "CN", "CN", "2023-01-01", [ZONE_A]],
  ["A100 to Macau before January 2023", "nvidia-a100-sxm4-80gb", "MO", "MO", "2023-01-17", []],
  ["A100 to Macau from then on", "nvidia-a100-sxm4-80gb", "MO", "US", "2023-01-18", [ZONE_A]],
  ["A100 to Saudi Arabia before November 2023", "nvidia-a100-sxm4-80gb", "SA", "SA", "2023-11-16", []],
  ["A100 to Saudi Arabia from then on", "nvidia-a100-sxm4-80gb", "SA", "SA", "2023-11-17", [ZONE_A]],
  ["A800 caught by the rule of October 2023", "nvidia-a800-sxm", "CN", "US", "2023-11-17", [ZONE_A]],
  ["H800 caught by it", "nvidia-h800-sxm", "CN", "CN", "2023-11-17", [ZONE_A, HQ_A]],
  ["L40S caught by it", "nvidia-l40s", "CN", "US", "2023-11-17", [ZONE_A]],
  ["RTX 4090 caught by it, though a consumer's card", "nvidia-rtx-4090", "CN", "US", "2023-11-17", [ZONE_A]],
  ["RTX 4090D, made to lie below 4,800", "nvidia-rtx-4090d", "CN", "CN", "2024-01-15", []],
  ["L4, small and dense", "nvidia-l4", "CN", "US", "2023-11-17", [ZONE_A]],
  ["L40 in the second class", "nvidia-l40", "CN", "US", "2023-11-17", [ZONE_B]],
  ["L20, made for China below the thresholds", "nvidia-l20", "CN", "CN", "2024-06-01", []],
  ["L2, likewise", "nvidia-l2", "CN", "CN", "2024-06-01", []],
  ["H20, likewise, before the letter", "nvidia-h20", "CN", "CN", "2025-04-08", []],
  ["H20 from the day of the letter", "nvidia-h20", "CN", "CN", "2025-04-09", [LETTER]],
  ["H20 for a Chinese group's Malaysian hall", "nvidia-h20", "MY", "MY/CN", "2025-06-01", [LETTER]],
  ["H20 for a Malaysian company", "nvidia-h20", "MY", "MY", "2025-06-01", []],
  ["V100 to China, then and now", "nvidia-v100-sxm2-32gb", "CN", "CN", "2026-11-23", []],
  ["T4 to China", "nvidia-t4", "CN", "CN", "2026-11-23", []],
  ["A10 to China, at 3.18 just below 3.2", "nvidia-a10", "CN", "CN", "2026-11-23", []],
  ["A10G to Bahrain", "nvidia-a10g", "BH", "US", "2026-11-23", []],
  ["A30 to Vietnam, above 2,400 and 1.6", "nvidia-a30", "VN", "VN", "2026-11-23", [ZONE_B]],
  ["H100 to Israel, D:4 but A:6", "nvidia-h100-sxm", "IL", "IL", "2024-01-01", []],
  ["H100 to Cyprus", "nvidia-h100-sxm", "CY", "CY", "2024-01-01", []],
  ["H100 to Taiwan", "nvidia-h100-sxm", "TW", "TW", "2024-01-01", []],
  ["H100 to India before the Diffusion rule", "nvidia-h100-sxm", "IN", "IN", "2025-01-12", []],
  ["H100 to India after it", "nvidia-h100-sxm", "IN", "IN", "2025-01-13", [WORLD]],
  ["H100 to Malaysia, with no rule of its own by now", "nvidia-h100-sxm", "MY", "MY", "2026-11-23", [WORLD]],
  ["H100 to Thailand", "nvidia-h100-sxm", "TH", "TH", "2026-11-23", [WORLD]],
  ["H100 in Malaysia for a Chinese group", "nvidia-h100-sxm", "MY", "MY/CN", "2024-01-01", [HQ_A]],
  ["L40 in Malaysia for a Chinese group", "nvidia-l40", "MY", "MY/CN", "2024-01-01", [HQ_B]],
  [
    "H100 in Virginia for a Chinese group",
    "nvidia-h100-sxm",
    "US",
    "US/CN",
    "2026-11-23",
    ["us-ear/headquarters-a warn"],
  ],
  ["H200 to China under case-by-case review", "nvidia-h200-sxm", "CN", "CN", "2026-02-01", [ZONE_A, HQ_A]],
  ["B200 to China", "nvidia-b200", "CN", "US", "2026-02-01", [ZONE_A]],
  ["GB300 to the UAE in the zone", "nvidia-gb300", "AE", "AE", "2025-11-19", [ZONE_A]],
  ["GB300 to the UAE on its last day there", "nvidia-gb300", "AE", "AE", "2026-07-09", [ZONE_A]],
  ["GB300 to the UAE from then on", "nvidia-gb300", "AE", "AE", "2026-07-10", [UAE]],
  ["GB300 to Saudi Arabia, which is still in D:4", "nvidia-gb300", "SA", "SA", "2026-11-23", [ZONE_A]],
  ["H100 for a Cambodian company in Malaysia", "nvidia-h100-sxm", "MY", "KH", "2026-02-02", [HQ_A]],
  ["the same after Cambodia left D:5", "nvidia-h100-sxm", "MY", "KH", "2026-02-03", [WORLD]],
  ["H100 to Cambodia, still in D:1", "nvidia-h100-sxm", "KH", "US", "2026-02-03", [ZONE_A]],
  ["H100 to Nicaragua before it entered D:5", "nvidia-h100-sxm", "NI", "NI", "2024-03-14", []],
  ["H100 to Nicaragua from then on", "nvidia-h100-sxm", "NI", "NI", "2024-03-15", [ZONE_A, HQ_A]],
  ["Gaudi 2 to China", "intel-gaudi2", "CN", "US", "2024-01-01", [ZONE_A]],
  ["MI300X to Kazakhstan", "amd-mi300x", "KZ", "KZ", "2026-11-23", [ZONE_A]],
  [
    "MI308 to China: by letter, and by figures never published",
    "amd-mi308x",
    "CN",
    "US",
    "2025-04-15",
    [ZONE_A, LETTER],
  ],
  ["Trainium 2 to Qatar", "aws-trainium2", "QA", "US", "2026-11-23", [ZONE_A]],
];

describe("what was licence-bound when", () => {
  it.each(HISTORY)("%s", (_, accelerator, country, headquarters, asOf, fired) => {
    const [own = "", parent = own] = headquarters.split("/");
    const organization = {
      name: "Example",
      headquarters: own,
      ultimateParent: { name: "Parent", headquarters: parent },
    };
    expect(said(findingsOn(accelerator, country, { organization, asOf }))).toEqual(fired);
  });
});
