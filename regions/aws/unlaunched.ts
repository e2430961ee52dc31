import { awsRegion } from "./aws-region";

/**
 * Codes seen in published address ranges that AWS has not launched or explained. They are listed so that the
 * answer can say what is known, and have no country so that it is never "allowed".
 */
export const unlaunchedAwsRegions = [
  awsRegion({
    code: "me-west-1",
    name: "me-west-1 (not launched)",
    country: null,
    confidence: "low",
    notes:
      "Publishes EC2 address ranges since 2024-12-20, yet botocore does not know it (2026-08-07). Outsiders place it in the UAE or in Israel, and a Saudi region without a known code is announced, so no country is claimed.",
    sources: ["seligman/aws-ip-ranges@8468811"],
  }),
  awsRegion({
    code: "sa-west-1",
    name: "sa-west-1 (not launched)",
    country: null,
    confidence: "low",
    notes:
      "Publishes address ranges since 2025-07-31. Outsiders place it in Chile, AWS itself was not read, so no country is claimed.",
    sources: ["seligman/aws-ip-ranges@8468811"],
  }),
  awsRegion({
    code: "us-south-1",
    name: "us-south-1 (not launched)",
    country: null,
    confidence: "low",
    notes:
      "Publishes address ranges since 2026-04-13. One outsider places it in Texas, AWS itself was not read, so no country is claimed.",
    sources: ["seligman/aws-ip-ranges@8468811"],
  }),
];
