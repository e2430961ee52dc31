import { Token } from "cdktf";
import type { Construct } from "constructs";
import { fail, literal } from "../check";
import type { DatasetBucket } from "../dataset-bucket";
import { retentionDays } from "../network/retention";
import { readMachine } from "../pool/machine";
import { isOffered } from "../pool/offering";
import { readConfirmation } from "../pool/read-confirmation";
import { RegionalBoundary } from "../regional-boundary";
import type { InferenceEndpointProps } from "./props";

/**
 * Families whose machines have no disks of their own. Of the others SageMaker encrypts the disks by hardware, and
 * refuses a key. Source: CreateEndpointConfig, `KmsKeyId`; the list is general knowledge (medium).
 */
const WITHOUT_DISKS = ["g5g", "inf1", "inf2", "p2", "p3"];

/** Checks the props of an endpoint. */
export function checkEndpoint(scope: Construct, props: InferenceEndpointProps): void {
  checkMachine(scope, props);
  checkCounts(scope, props);
  checkImage(scope, props.image);
  if (props.model) checkModel(scope, props.model.key);
  checkInside(scope, "model", props.model?.bucket);
  checkInside(scope, "capture", props.capture?.bucket);
  checkRange(scope, "capture.percentage", props.capture?.percentage, 1, 100);
  checkRange(scope, "startupSeconds", props.startupSeconds, 60, 3600);
  checkRange(scope, "requestsPerMinute", props.requestsPerMinute, 1, 1_000_000);
  if (props.logRetentionDays === undefined || retentionDays.includes(props.logRetentionDays)) return;
  fail(
    scope,
    `logRetentionDays is ${props.logRetentionDays}; CloudWatch Logs keeps events for ${retentionDays.join(", ")} days.`,
  );
}

/** Whether SageMaker takes a key for the disks of the machine. */
export function takesKey(machineType: string): boolean {
  return WITHOUT_DISKS.includes(machineType.split(".")[1] ?? "");
}

function checkMachine(scope: Construct, props: InferenceEndpointProps): void {
  const type = literal(scope, "machineType", props.machineType);
  if (!type.startsWith("ml.")) {
    fail(scope, `machineType "${type}" is not SageMaker's; write "ml.${type}".`);
  }
  const { name } = readMachine(scope, "the endpoint", type.slice("ml.".length));
  const { region } = RegionalBoundary.of(scope);
  const confirmed = readConfirmation(scope, props.confirmedOffering);
  if (confirmed !== undefined || isOffered(region, `${region.code}a`, name)) return;
  fail(
    scope,
    `landfall/regions does not list ${name} in ${region.code}; choose another type or region, or say in confirmedOffering who at AWS confirmed ${type}.`,
  );
}

function checkCounts(scope: Construct, { nodes, minNodes = nodes }: InferenceEndpointProps): void {
  if (Token.isUnresolved(nodes) || Token.isUnresolved(minNodes)) return;
  if (!Number.isInteger(nodes) || nodes < 1) fail(scope, `nodes is ${nodes}; give a whole number from 1 on.`);
  if (Number.isInteger(minNodes) && minNodes >= 1 && minNodes <= nodes) return;
  fail(scope, `minNodes is ${minNodes}; give a whole number from 1 to nodes, ${nodes}.`);
}

function checkImage(scope: Construct, image: string): void {
  if (Token.isUnresolved(image)) return;
  const [, registry] = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/[^:@]+[:@].+$/.exec(image) ?? [];
  const { region } = RegionalBoundary.of(scope);
  if (registry === region.code) return;
  fail(
    scope,
    `image "${image}" is not in ECR of ${region.code}; copy it there and write ACCOUNT.dkr.ecr.${region.code}.amazonaws.com/NAME:TAG.`,
  );
}

function checkModel(scope: Construct, key: string): void {
  if (Token.isUnresolved(key) || (/(\/|\.tar\.gz)$/.test(key) && !key.startsWith("/"))) return;
  fail(
    scope,
    `model key "${key}" is neither a folder nor an archive; end it in "/" or ".tar.gz", and begin without "/".`,
  );
}

function checkInside(scope: Construct, prop: string, bucket: DatasetBucket | undefined): void {
  if (!bucket) return;
  const [here, there] = [RegionalBoundary.of(scope), RegionalBoundary.of(bucket)];
  if (here.name === there.name && here.region === there.region) return;
  fail(
    scope,
    `${prop} is in a bucket of boundary "${there.name}" in ${there.region.code}; use one of "${here.name}" in ${here.region.code}.`,
  );
}

function checkRange(
  scope: Construct,
  prop: string,
  value: number | undefined,
  least: number,
  most: number,
): void {
  if (value === undefined || Token.isUnresolved(value)) return;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  fail(scope, `${prop} is ${value}; give a whole number from ${least} to ${most}.`);
}
