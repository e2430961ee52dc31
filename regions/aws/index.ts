import type { Region } from "../types";
import { afSouth1 } from "./af-south-1";
import { apEast1 } from "./ap-east-1";
import { apEast2 } from "./ap-east-2";
import { apNortheast1 } from "./ap-northeast-1";
import { apNortheast2 } from "./ap-northeast-2";
import { apNortheast3 } from "./ap-northeast-3";
import { apSouth1 } from "./ap-south-1";
import { apSouth2 } from "./ap-south-2";
import { apSoutheast1 } from "./ap-southeast-1";
import { apSoutheast2 } from "./ap-southeast-2";
import { apSoutheast3 } from "./ap-southeast-3";
import { apSoutheast4 } from "./ap-southeast-4";
import { apSoutheast5 } from "./ap-southeast-5";
import { apSoutheast6 } from "./ap-southeast-6";
import { apSoutheast7 } from "./ap-southeast-7";
import { caCentral1 } from "./ca-central-1";
import { caWest1 } from "./ca-west-1";
import { cnNorth1 } from "./cn-north-1";
import { cnNorthwest1 } from "./cn-northwest-1";
import { euCentral1 } from "./eu-central-1";
import { euCentral2 } from "./eu-central-2";
import { euIsoeWest1 } from "./eu-isoe-west-1";
import { euNorth1 } from "./eu-north-1";
import { euSouth1 } from "./eu-south-1";
import { euSouth2 } from "./eu-south-2";
import { euWest1 } from "./eu-west-1";
import { euWest2 } from "./eu-west-2";
import { euWest3 } from "./eu-west-3";
import { euscDeEast1 } from "./eusc-de-east-1";
import { ilCentral1 } from "./il-central-1";
import { meCentral1 } from "./me-central-1";
import { meSouth1 } from "./me-south-1";
import { mxCentral1 } from "./mx-central-1";
import { saEast1 } from "./sa-east-1";
import { unlaunchedAwsRegions } from "./unlaunched";
import { usEast1 } from "./us-east-1";
import { usEast2 } from "./us-east-2";
import { usGovEast1 } from "./us-gov-east-1";
import { usGovWest1 } from "./us-gov-west-1";
import { usIsoEast1 } from "./us-iso-east-1";
import { usIsoWest1 } from "./us-iso-west-1";
import { usIsobEast1 } from "./us-isob-east-1";
import { usIsobWest1 } from "./us-isob-west-1";
import { usIsofEast1 } from "./us-isof-east-1";
import { usIsofSouth1 } from "./us-isof-south-1";
import { usWest1 } from "./us-west-1";
import { usWest2 } from "./us-west-2";

/** Every AWS region of every partition, and the codes seen but not launched (country `null`). */
export const awsRegions: readonly Region[] = [
  afSouth1,
  apEast1,
  apEast2,
  apNortheast1,
  apNortheast2,
  apNortheast3,
  apSouth1,
  apSouth2,
  apSoutheast1,
  apSoutheast2,
  apSoutheast3,
  apSoutheast4,
  apSoutheast5,
  apSoutheast6,
  apSoutheast7,
  caCentral1,
  caWest1,
  cnNorth1,
  cnNorthwest1,
  euCentral1,
  euCentral2,
  euIsoeWest1,
  euNorth1,
  euSouth1,
  euSouth2,
  euWest1,
  euWest2,
  euWest3,
  euscDeEast1,
  ilCentral1,
  meCentral1,
  meSouth1,
  mxCentral1,
  saEast1,
  usEast1,
  usEast2,
  usGovEast1,
  usGovWest1,
  usIsoEast1,
  usIsoWest1,
  usIsobEast1,
  usIsobWest1,
  usIsofEast1,
  usIsofSouth1,
  usWest1,
  usWest2,
  ...unlaunchedAwsRegions,
];
