import type { Confidence } from "../lib/accelerators/datasheet";
import { tableRegion } from "./table-region";
import type { Region } from "./types";

type Row = readonly [
  code: string,
  country: string | null,
  place: string,
  confidence: Confidence,
  accelerators: string,
];

// Countries from Cyclenerd/google-cloud-compute-machine-types@6df0dc7, the medium ones from general knowledge;
// machine families and attachable GPUs from Cyclenerd/google-cloud-pricing-cost-calculator@dac3128 (2026-08-20).
// biome-ignore format: a table, one region a line
const rows: readonly Row[] = [
  ["africa-south1", "ZA", "Johannesburg", "high", ""],
  ["asia-east1", "TW", "Taiwan", "high", "a3-highgpu a3-megagpu ct5lp-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-t4 nvidia-tesla-v100"],
  ["asia-east2", "HK", "Hong Kong", "high", "nvidia-tesla-t4"],
  ["asia-northeast1", "JP", "Tokyo", "high", "a2-highgpu a3-edgegpu a3-highgpu a3-megagpu a4-highgpu ct5lp-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-t4"],
  ["asia-northeast2", "JP", "Osaka", "high", ""],
  ["asia-northeast3", "KR", "Seoul", "high", "a2-highgpu a3-edgegpu a3-highgpu g2-standard nvidia-tesla-t4"],
  ["asia-south1", "IN", "Mumbai", "high", "a3-edgegpu a3-highgpu a3-ultragpu ct6e-standard g2-standard g4-standard nvidia-tesla-t4"],
  ["asia-south2", "IN", "Delhi", "high", "a3-highgpu a3-ultragpu g4-standard"],
  ["asia-southeast1", "SG", "Singapore", "high", "a2-highgpu a2-megagpu a2-ultragpu a3-edgegpu a3-highgpu a3-megagpu a4-highgpu ct5lp-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p4 nvidia-tesla-t4"],
  ["asia-southeast2", "ID", "Jakarta", "high", "g4-standard nvidia-tesla-t4"],
  ["asia-southeast3", "TH", "Bangkok", "medium", ""],
  ["australia-southeast1", "AU", "Sydney", "high", "a3-highgpu a3-megagpu nvidia-tesla-p100 nvidia-tesla-p4 nvidia-tesla-t4"],
  ["australia-southeast2", "AU", "Melbourne", "high", "a3-edgegpu a3-highgpu"],
  ["europe-central2", "PL", "Warsaw", "high", "nvidia-tesla-t4"],
  ["europe-north1", "FI", "Hamina", "high", "a3-highgpu a3-megagpu a4-highgpu ct5lp-hightpu g4-standard"],
  ["europe-north2", "SE", "Stockholm", "medium", ""],
  ["europe-southwest1", "ES", "Madrid", "high", ""],
  ["europe-west1", "BE", "Belgium", "high", "a3-highgpu a3-megagpu a3-ultragpu a4-highgpu ct5lp-hightpu ct5p-hightpu g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-t4"],
  ["europe-west10", "DE", "Berlin", "high", "g4-standard"],
  ["europe-west12", "IT", "Turin", "high", ""],
  ["europe-west2", "GB", "London", "high", "a3-edgegpu g2-standard g4-standard nvidia-tesla-t4 tpu7x-standard"],
  ["europe-west3", "DE", "Frankfurt", "high", "a3-edgegpu a3-highgpu a3-megagpu ct5lp-hightpu g2-standard nvidia-tesla-t4"],
  ["europe-west4", "NL", "Netherlands", "high", "a2-highgpu a2-megagpu a2-ultragpu a3-edgegpu a3-highgpu a3-megagpu a3-ultragpu a4-highgpu a4x-highgpu ct3-hightpu ct3p-hightpu ct5l-hightpu ct5lp-hightpu ct5p-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-p4 nvidia-tesla-t4 nvidia-tesla-v100"],
  ["europe-west6", "CH", "Zurich", "high", "g2-standard"],
  ["europe-west8", "IT", "Milan", "high", "g4-standard"],
  ["europe-west9", "FR", "Paris", "high", "a3-edgegpu a3-highgpu"],
  ["me-central1", "QA", "Doha", "high", ""],
  ["me-central2", "SA", "Dammam", "high", "g2-standard g4-standard"],
  ["me-west1", "IL", "Tel Aviv", "high", "a2-highgpu nvidia-tesla-t4"],
  ["northamerica-northeast1", "CA", "Montréal", "high", "ct5lp-hightpu g2-standard nvidia-tesla-p4 nvidia-tesla-t4"],
  ["northamerica-northeast2", "CA", "Toronto", "high", "a3-edgegpu g2-standard"],
  ["northamerica-south1", "MX", "Querétaro", "medium", ""],
  ["southamerica-east1", "BR", "São Paulo", "high", "ct6e-standard g4-standard nvidia-tesla-t4"],
  ["southamerica-west1", "CL", "Santiago", "high", "ct5lp-hightpu ct6e-standard"],
  ["us-central1", "US", "Iowa", "high", "a2-highgpu a2-megagpu a2-ultragpu a3-edgegpu a3-highgpu a3-megagpu a3-ultragpu a4-highgpu a4x-highgpu a4x-maxgpu ct3-hightpu ct3p-hightpu ct5l-hightpu ct5lp-hightpu ct5p-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-p4 nvidia-tesla-t4 nvidia-tesla-v100 tpu7x-standard"],
  ["us-east1", "US", "South Carolina", "high", "a2-highgpu a4-highgpu a4x-highgpu ct3-hightpu ct3p-hightpu ct5lp-hightpu ct5p-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-t4 nvidia-tesla-v100 tpu7x-standard"],
  ["us-east4", "US", "Northern Virginia", "high", "a2-ultragpu a3-edgegpu a3-highgpu a3-megagpu a3-ultragpu a4-highgpu a4x-highgpu a4x-maxgpu ct5lp-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p4 nvidia-tesla-t4"],
  ["us-east5", "US", "Columbus, Ohio", "high", "a2-ultragpu a3-edgegpu a3-highgpu a3-megagpu a3-ultragpu a4x-maxgpu ct5lp-hightpu ct5p-hightpu ct6e-standard g4-standard"],
  ["us-south1", "US", "Dallas, Texas", "high", "a3-ultragpu a4-highgpu ct5lp-hightpu ct5p-hightpu g4-standard"],
  ["us-west1", "US", "Oregon", "high", "a2-highgpu a3-edgegpu a3-highgpu a3-megagpu a3-ultragpu ct5lp-hightpu ct6e-standard g2-standard g4-standard nvidia-tesla-p100 nvidia-tesla-t4 nvidia-tesla-v100"],
  ["us-west2", "US", "Los Angeles, California", "high", "a4-highgpu nvidia-tesla-p4 nvidia-tesla-t4"],
  ["us-west3", "US", "Salt Lake City, Utah", "high", "a2-highgpu a4-highgpu g4-standard nvidia-tesla-t4"],
  ["us-west4", "US", "Las Vegas, Nevada", "high", "a2-highgpu a3-edgegpu a3-highgpu a3-megagpu ct5lp-hightpu g2-standard g4-standard nvidia-tesla-t4"],
  // In lists of GPU zones, in no list of public regions.
  ["us-east7", null, "not a public region", "low", "nvidia-tesla-p4 nvidia-tesla-p100 nvidia-tesla-t4 nvidia-tesla-v100"],
];

/** Google Cloud regions. */
export function googleRegions(): Region[] {
  return rows.map(([code, country, place, confidence, accelerators]) =>
    tableRegion({
      cloud: "google",
      code,
      name: place,
      country,
      confidence,
      accelerators: accelerators.split(" ").filter(Boolean),
      acceleratorsNote: "Machine families and attachable GPUs in Google's price lists of 2026-08-20.",
      sources: ["Cyclenerd/google-cloud-pricing-cost-calculator@dac3128"],
    }),
  );
}
