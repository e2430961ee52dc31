import fc from "fast-check";
import { candidateCountries, clouds, findRegion, locateZone, regionsOf } from "../../regions";
import { zoneIdPrefix } from "../../regions/aws-zone-ids";

type CloudName = Parameters<typeof findRegion>[0];

describe("regions", () => {
  test.each<[CloudName, string, string]>([
    ["aws", "ap-southeast-5", "MY"],
    ["aws", " AP-East-1 ", "HK"],
    ["aws", "eusc-de-east-1", "DE"],
    ["aws", "eu-isoe-west-1", "GB"],
    ["google", "me-central2", "SA"],
    ["google", "asia-east2", "HK"],
    ["azure", "eastasia", "HK"],
    ["azure", "East Asia", "HK"],
    ["azure", "North Europe", "IE"],
    ["azure", "East US 2", "US"],
    ["oracle", "eu-jovanovac-1", "RS"],
    ["oracle", "me-dcc-muscat-1", "OM"],
  ])("%s %s is in %s", (cloud, code, country) => {
    expect(findRegion(cloud, code)?.country).toBe(country);
  });

  test.each<[CloudName, string]>([
    ["aws", "us-east-9"],
    ["aws", "us-east-1a"],
    ["aws", ""],
    ["aws", "__proto__"],
    ["aws", "eastus"],
    ["google", "us"],
    ["google", "eu"],
    ["azure", "europe"],
    ["azure", "Asia"],
    ["azure", "global"],
    ["azure", "United States"],
    ["oracle", "phx"],
    ["site", "nowhere"],
  ])("%s %j is not known", (cloud, code) => {
    expect(findRegion(cloud, code)).toBeUndefined();
  });
});

describe("AWS zones", () => {
  test.each([
    ["af-south-1-los-1a", "NG"],
    ["ap-northeast-1-tpe-1a", "TW"],
    ["ap-southeast-1-bkk-1a", "TH"],
    ["ap-southeast-1-han-1a", "VN"],
    ["ap-southeast-1-mnl-1a", "PH"],
    ["ap-southeast-2-akl-1a", "NZ"],
    ["eu-central-1-ath-1a", "GR"],
    ["eu-central-1-ist-1a", "TR"],
    ["eu-central-1-waw-1a", "PL"],
    ["eu-north-1-cph-1a", "DK"],
    ["eu-north-1-hel-1a", "FI"],
    ["eu-west-3-cmn-1a", "MA"],
    ["eu-west-3-cmn-wlz-1a", "MA"],
    ["eu-west-3-wl1-cmn-wlz-1", "MA"],
    ["eu-west-3-wl1-dss-wlz-1", "SN"],
    ["me-south-1-mct-1a", "OM"],
    ["us-east-1-bue-1a", "AR"],
    ["us-east-1-lim-1a", "PE"],
    ["us-east-1-qro-1a", "MX"],
    ["us-east-1-scl-1a", "CL"],
  ])("%s stands abroad, in %s", (zone, country) => {
    const place = locateZone("aws", zone);
    expect(place?.country).toBe(country);
    expect(findRegion("aws", place?.region ?? "")?.country).not.toBe(country);
  });

  test("those are all the foreign groups", () => {
    const foreign = regionsOf("aws").flatMap((region) =>
      region.zones.filter(({ country }) => country !== region.country),
    );
    expect(foreign).toHaveLength(20);
  });

  test.each([
    ["us-east-1a", "us-east-1", "US", "availability-zone"],
    [" EU-West-1B ", "eu-west-1", "IE", "availability-zone"],
    ["us-gov-west-1c", "us-gov-west-1", "US", "availability-zone"],
    ["eusc-de-east-1a", "eusc-de-east-1", "DE", "availability-zone"],
    ["use1-az4", "us-east-1", "US", "availability-zone"],
    ["apse1-az1", "ap-southeast-1", "SG", "availability-zone"],
    ["usgw1-az1", "us-gov-west-1", "US", "availability-zone"],
    ["cnnw1-az3", "cn-northwest-1", "CN", "availability-zone"],
    ["use1-dfw2-az1", "us-east-1", "US", "local-zone"],
    ["usw2-lax1-az2", "us-west-2", "US", "local-zone"],
    ["apse1-han1-az1", "ap-southeast-1", "VN", "local-zone"],
    ["mes1-mct1-az1", "me-south-1", "OM", "local-zone"],
    ["us-west-2-las-1b", "us-west-2", "US", "local-zone"],
    ["us-east-2-mci-1b", "us-east-2", "US", "local-zone"],
    ["ap-southeast-1-han-1", "ap-southeast-1", "VN", "local-zone"],
    ["ap-southeast-1-sggov-sin-1a", "ap-southeast-1", "SG", "dedicated-local-zone"],
    ["us-east-1-wl1-bos-wlz-1", "us-east-1", "US", "wavelength-zone"],
    ["us-east-1-wl1-cle-wlz-2", "us-east-1", "US", "wavelength-zone"],
    ["us-east-1-wl1", "us-east-1", "US", "wavelength-zone"],
    ["use1-wl1-atl-wlz1", "us-east-1", "US", "wavelength-zone"],
    ["euw2-wl2-man-wlz1", "eu-west-2", "GB", "wavelength-zone"],
    ["euw3-cmn1-wlz1", "eu-west-3", "MA", "wavelength-zone"],
  ])("%s belongs to %s and stands in %s", (zone, region, country, kind) => {
    expect(locateZone("aws", zone)).toMatchObject({ region, country, kind });
    expect(locateZone("aws", zone, region)).toMatchObject({ region, country });
  });

  test("the longest group wins, and its confidence is kept", () => {
    expect(locateZone("aws", "us-east-1-wl1-bos-wlz-1")?.confidence).toBe("high");
    expect(locateZone("aws", "us-east-1-wl1-xyz-wlz-1")?.confidence).toBe("medium");
    expect(locateZone("aws", "eu-west-3-wl1-dss-wlz-1")).toMatchObject({ confidence: "low" });
    expect(locateZone("aws", "ap-southeast-1-han-1a")?.why).toContain("stands in Hanoi");
  });

  test.each([
    "ap-southeast-1-xyz-1a",
    "ap-southeast-1-han-12a",
    "ap-southeast-1-han-1ab",
    "ap-southeast-1-han",
    "us-east-1-dfw-12a",
    "us-east-1-wl12",
    "us-east-1-wl1x",
    "us-east-1-wl1-bosx",
    "us-east-1-wl1-bos-wlz-1-qro",
    "eu-west-1-wl1-dub-wlz-1",
    "us-east-9a",
    "us-east-1",
    "us-east-1ab",
    "us-east-1-",
    "xyz1-az1",
    "use1-xyz1-az1",
    "use1-az",
    "usie1-az1",
    "",
    "a",
    "__proto__",
  ])("%j is not known", (zone) => {
    expect(locateZone("aws", zone)).toBeUndefined();
  });

  test.each([
    ["us-east-1a", "us-west-2"],
    ["use1-az1", "us-east-2"],
    ["ap-southeast-1-han-1a", "ap-southeast-2"],
    ["us-east-1a", "no-such-region"],
  ])("%s is no zone of %s", (zone, region) => {
    expect(locateZone("aws", zone, region)).toBeUndefined();
  });

  test("a zone of an unlaunched region has no country and says why", () => {
    expect(locateZone("aws", "me-west-1a")).toMatchObject({
      country: null,
      why: expect.stringContaining("Saudi"),
    });
    expect(locateZone("aws", "mew1-az1")?.country).toBeNull();
  });

  test("zone ids: every region has its own prefix, or none is claimed", () => {
    const codes = regionsOf("aws").map(({ code }) => code);
    const without = codes.filter((code) => zoneIdPrefix(code) === undefined);
    expect(without.every((code) => /-iso|^eusc/.test(code))).toBe(true);
    const prefixes = codes.map(zoneIdPrefix).filter((prefix) => prefix !== undefined);
    expect(prefixes).toHaveLength(49 - 8);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes)
      expect(zoneIdPrefix(locateZone("aws", `${prefix}-az1`)?.region ?? "")).toBe(prefix);
  });

  test.each([
    ["af-south-1", "afs1"],
    ["ap-east-1", "ape1"],
    ["ap-northeast-1", "apne1"],
    ["ap-south-1", "aps1"],
    ["ca-central-1", "cac1"],
    ["cn-north-1", "cnn1"],
    ["eu-central-1", "euc1"],
    ["eu-south-2", "eus2"],
    ["il-central-1", "ilc1"],
    ["me-central-1", "mec1"],
    ["me-south-1", "mes1"],
    ["sa-east-1", "sae1"],
    ["us-gov-east-1", "usge1"],
    ["us-west-2", "usw2"],
  ])("%s has zone ids %s-az*", (region, prefix) => {
    expect(zoneIdPrefix(region)).toBe(prefix);
  });
});

describe("zones of other clouds", () => {
  test.each<[CloudName, string, string | undefined, string]>([
    ["google", "us-central1-a", undefined, "US"],
    ["google", "us-central1-ai1a", undefined, "US"],
    ["google", "ME-CENTRAL2-B", undefined, "SA"],
    ["google", "asia-east2-a", "asia-east2", "HK"],
    ["azure", "1", "East Asia", "HK"],
    ["azure", "3", "uaenorth", "AE"],
    ["oracle", "Uocm:PHX-AD-1", "us-phoenix-1", "US"],
    ["oracle", "Uocm:ME-RIYADH-1-AD-1", "me-riyadh-1", "SA"],
  ])("%s %s of %s stands in %s", (cloud, zone, region, country) => {
    expect(locateZone(cloud, zone, region)?.country).toBe(country);
  });

  test.each<[CloudName, string, string | undefined]>([
    ["google", "us-central1", undefined],
    ["google", "us-central9-a", undefined],
    ["google", "us-central1-ab", undefined],
    ["google", "us-central1-a", "us-east1"],
    ["azure", "1", undefined],
    ["azure", "4", "eastus"],
    ["azure", "losangeles", "westus"],
    ["azure", "1", "global"],
    ["oracle", "Uocm:PHX-AD-1", undefined],
    ["oracle", "anything", "us-phoenix-1"],
    ["oracle", "Uocm:ME-RIYADH-1-AD-1", "us-phoenix-1"],
    ["site", "nowhere", undefined],
  ])("%s %j of %s is not known", (cloud, zone, region) => {
    expect(locateZone(cloud, zone, region)).toBeUndefined();
  });

  test("a region no list explains has no country", () => {
    expect(locateZone("google", "us-east7-b")).toMatchObject({ country: null });
  });
});

test.each([
  ["ap-southeast-1", ["SG", "PH", "TH", "VN"]],
  ["us-east-1", ["AR", "CL", "MX", "PE", "US"]],
  ["me-central-1", ["AE"]],
  ["me-west-1", []],
])("a machine in %s may stand in %j", (code, countries) => {
  const region = findRegion("aws", code);
  expect(region && candidateCountries(region).sort()).toEqual([...countries].sort());
  expect(region && candidateCountries(region)[0]).toBe(region?.country ?? undefined);
});

test("no text throws, and none but a known one is placed", () => {
  const cloud = fc.constantFrom<CloudName>(...clouds, "site");
  const codes = regionsOf("aws").map(({ code }) => code);
  const text = fc.oneof(
    fc.string(),
    fc.tuple(fc.constantFrom(...codes), fc.string()).map(([code, tail]) => code + tail),
  );
  fc.assert(
    fc.property(cloud, text, fc.option(text, { nil: undefined }), (name, zone, region) => {
      const place = locateZone(name, zone, region);
      if (place) expect(findRegion(name, place.region)).toBeDefined();
      findRegion(name, zone);
    }),
  );
});
