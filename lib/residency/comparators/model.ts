import { findRegion } from "../../../regions";
import type { Comparator } from "../asking";
import { type Destination, inCountries } from "../flow";
import { compareArn } from "./arn";

/**
 * Where requests to a cross-region inference profile may be answered, by the prefix of its id: the regions that AWS
 * lists for the profiles of the prefix, taken together. Which of them a model uses is not told, so all count; a prefix
 * that is not here leads anywhere. Confidence: medium for us, eu, apac; low for the others.
 */
const DESTINATIONS: Readonly<Record<string, readonly string[]>> = {
  us: ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1"],
  "us-gov": ["us-gov-east-1", "us-gov-west-1"],
  eu: [
    "eu-central-1",
    "eu-central-2",
    "eu-north-1",
    "eu-south-1",
    "eu-south-2",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
  ],
  apac: [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-south-2",
    "ap-southeast-1",
    "ap-southeast-2",
    "ap-southeast-3",
    "ap-southeast-4",
    "ap-southeast-5",
    "ap-southeast-7",
    "ap-east-2",
    "me-central-1",
  ],
  jp: ["ap-northeast-1", "ap-northeast-3"],
  au: ["ap-southeast-2", "ap-southeast-4", "ap-southeast-6"],
  ca: ["ca-central-1", "ca-west-1", "us-east-1", "us-east-2", "us-west-2"],
};

/** A system profile: the area, the vendor and the model, or the guardrail. */
const PROFILE = /^([a-z]{2,6}(?:-gov)?)\.(?:[a-z0-9-]+\.[a-z0-9].*|guardrail\..*)$/;

export const compareModel: Comparator = (text, asking, mask) => {
  const [, profile] =
    /^arn:[^:]*:bedrock:[^:]*:[^:]*:(?:system-defined-)?(?:inference|guardrail)-profile\/(.+)$/.exec(text) ??
    [];
  const own = compareArn(text, asking, mask) ?? holeOf(text, asking, mask);
  return [...own, ...profilePlaces(profile ?? text, mask.shown(text))];
};

const holeOf: Comparator = (text, asking, mask) => {
  const only = mask.only(text);
  return only === undefined ? [] : asking.compare(only, "arn-or-id");
};

function profilePlaces(id: string, what: string): Destination[] {
  const area = PROFILE.exec(id)?.[1];
  if (area === undefined) return [];
  const regions = DESTINATIONS[area];
  const countries = regions?.flatMap((code) => findRegion("aws", code)?.country ?? []);
  return [inCountries(`inference profile \`${what}\``, null, countries ? [...new Set(countries)] : "any")];
}
