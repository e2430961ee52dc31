import { Token } from "cdktf";
import { findRegion, locateZone, type Region, regionsOf } from "../../../regions";
import { didYouMean, suggest } from "../../text/suggest";
import { fail, literal } from "../check";
import type { RentedCapacity, RentedCapacityProps } from "../rented-capacity";
import { rdmaShapes } from "./shapes";

/** Checks the props and finds the region. */
export function readRented(scope: RentedCapacity, props: RentedCapacityProps): Region {
  const region = readRegion(scope, props.region);
  checkShape(scope, props.shape);
  if (!Number.isInteger(props.nodes) || props.nodes < 1)
    fail(scope, `nodes is ${props.nodes}; write how many machines, a whole number of at least 1.`);
  const domain = literal(scope, "availabilityDomain", props.availabilityDomain);
  if (!locateZone("oracle", domain, region.code))
    fail(
      scope,
      `availabilityDomain "${domain}" is none of ${region.code}; write it as Oracle lists it, such as "Uocm:AP-SINGAPORE-1-AD-1".`,
    );
  checkOcid(scope, region, "compartmentId", props.compartmentId, ["compartment", "tenancy"]);
  checkOcid(scope, region, "subnetId", props.subnetId, ["subnet"]);
  checkOcid(scope, region, "imageId", props.imageId, ["image"]);
  if (props.kmsKeyId !== undefined) checkOcid(scope, region, "kmsKeyId", props.kmsKeyId, ["key"]);
  checkBootVolume(scope, props.bootVolumeGiB);
  return region;
}

function readRegion(scope: RentedCapacity, code: string): Region {
  const region = findRegion("oracle", literal(scope, "region", code));
  if (region && region.country !== null) return region;
  const codes = regionsOf("oracle").map((known) => known.code);
  return fail(
    scope,
    `region "${code}" of Oracle is not known, or not its country${didYouMean(suggest(code, codes)) || "."}`,
  );
}

function checkShape(scope: RentedCapacity, shape: string): void {
  const names = rdmaShapes.map(({ name }) => name);
  if (names.includes(literal(scope, "shape", shape))) return;
  fail(
    scope,
    `shape "${shape}" is not joined by a cluster network; choose one of ${names.join(", ")}${didYouMean(suggest(shape, names)) || "."}`,
  );
}

/** `ocid1.<what>.<realm>.<region>.<unique>`; the region of some is a short key, which says nothing here. */
function checkOcid(
  scope: RentedCapacity,
  region: Region,
  prop: string,
  ocid: string,
  kinds: readonly string[],
): void {
  if (Token.isUnresolved(ocid)) return;
  const [prefix, kind = "", , where = ""] = ocid.split(".");
  if (prefix !== "ocid1" || !kinds.includes(kind))
    fail(scope, `${prop} "${ocid}" is not the OCID of a ${kinds[0]}; it begins with "ocid1.${kinds[0]}.".`);
  const other = findRegion("oracle", where);
  if (other && other.code !== region.code)
    fail(
      scope,
      `${prop} "${ocid}" is in ${other.code} and the capacity in ${region.code}; use one from there.`,
    );
}

function checkBootVolume(scope: RentedCapacity, size: number | undefined): void {
  if (size === undefined || (Number.isInteger(size) && size >= 50 && size <= 32_768)) return;
  fail(scope, `bootVolumeGiB is ${size}; Oracle makes boot volumes of 50 to 32768 GiB.`);
}
