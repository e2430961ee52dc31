import { Token } from "cdktf";
import type { Construct } from "constructs";
import { lookUpMachine } from "../../accelerators";
import { didYouMean, suggest } from "../../text/suggest";
import { fail, literal, quoted } from "../check";
import type { GpuNetwork } from "../gpu-network";
import { retentionDays } from "../network/retention";
import { isOfRegionProper } from "../pool/offering";
import type { Pool } from "../pool/pool";
import { RegionalBoundary } from "../regional-boundary";
import { addOnNames } from "./add-ons";
import type { GpuClusterProps } from "./props";

/** The first versions with an image for the machine, and with what it takes to share its links. Source: EKS guide to UltraServers. */
const ULTRA_SERVER_MINOR = 33;

/** Checks what does not concern a single pool. */
export function checkCluster(scope: Construct, props: GpuClusterProps): void {
  if (props.pools.length === 0) fail(scope, "pools is empty; give one GPU pool at least.");
  checkNames(scope, props);
  checkAdmins(scope, props.admins);
  checkSystem(scope, props);
  checkAddOns(scope, Object.keys(props.addOnVersions ?? {}));
  checkControlPlaneZones(scope, props.network);
  if (props.logRetentionDays !== undefined && !retentionDays.includes(props.logRetentionDays)) {
    fail(
      scope,
      `logRetentionDays is ${props.logRetentionDays}; CloudWatch Logs keeps events for ${retentionDays.join(", ")} days.`,
    );
  }
}

/** Checks what EKS asks of a pool beyond EC2. */
export function checkPool(scope: Construct, pool: Pool, version: string): void {
  if (pool.silicon === "other") {
    fail(
      scope,
      `pool "${pool.name}": EKS has no image for the accelerators of ${pool.machine.name}; use a GpuFleet with an image of your own.`,
    );
  }
  const isUltraServer = pool.machine.accelerator === "nvidia-gb200";
  if (isUltraServer && minorOf(version) < ULTRA_SERVER_MINOR) {
    fail(
      scope,
      `pool "${pool.name}": ${pool.machine.name} needs Kubernetes 1.${ULTRA_SERVER_MINOR} or later and the cluster has ${version}; raise kubernetesVersion.`,
    );
  }
}

/** The version, in the form that EKS takes. */
export function readVersion(scope: Construct, version: string): string {
  if (/^1\.\d\d$/.test(literal(scope, "kubernetesVersion", version))) return version;
  return fail(scope, `kubernetesVersion "${version}" is not of the form 1.35; write it so.`);
}

function minorOf(version: string): number {
  return Number(version.split(".")[1]);
}

function checkNames(scope: Construct, { name, pools }: GpuClusterProps): void {
  if (name !== undefined && !Token.isUnresolved(name) && !/^[a-zA-Z0-9][\w-]{0,99}$/.test(name)) {
    fail(
      scope,
      `name "${name}" is none that EKS takes; use up to 100 letters, digits, dashes and underscores.`,
    );
  }
  const names = ["system", ...pools.map((pool) => pool.name)];
  const double = names.find((one, at) => names.indexOf(one) !== at);
  if (double === undefined) return;
  const taken = double === "system" ? "the pool of system nodes has that name" : "two pools have that name";
  fail(scope, `pool "${double}" needs another name: ${taken}.`);
}

function checkAdmins(scope: Construct, admins: readonly string[]): void {
  if (admins.length === 0) {
    fail(scope, "admins is empty, and nobody else is let in; name one IAM role at least by its ARN.");
  }
  const { accounts } = RegionalBoundary.of(scope);
  for (const arn of admins.filter((admin) => !Token.isUnresolved(admin))) {
    const [, account] = /^arn:[\w-]+:iam::(\d{12}):(?:role|user)\/.+$/.exec(arn) ?? [];
    if (account === undefined) {
      fail(
        scope,
        `admin "${arn}" is not the ARN of an IAM role or user; write arn:aws:iam::ACCOUNT:role/NAME.`,
      );
    }
    if (accounts.includes(account)) continue;
    fail(
      scope,
      `admin "${arn}" is of an account outside the boundary (${accounts.join(", ")}); name one of those, or add its account to the boundary.`,
    );
  }
}

function checkSystem(scope: Construct, { systemMachineType, systemNodes = 2 }: GpuClusterProps): void {
  if (systemMachineType !== undefined) {
    const type = literal(scope, "systemMachineType", systemMachineType);
    if (!/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(type) || lookUpMachine("aws", type).kind !== "plain") {
      fail(scope, `systemMachineType "${type}" is no plain machine type; use one such as "m6i.large".`);
    }
  }
  if (Token.isUnresolved(systemNodes) || (Number.isInteger(systemNodes) && systemNodes >= 1)) return;
  fail(scope, `systemNodes is ${systemNodes}; give a whole number from 1 on, for DNS and drivers run there.`);
}

function checkAddOns(scope: Construct, names: readonly string[]): void {
  for (const name of names.filter((one) => !addOnNames.includes(one))) {
    fail(
      scope,
      `addOnVersions has "${name}", which is no add-on of the cluster${didYouMean(suggest(name, addOnNames)) || `; there are ${quoted(addOnNames)}.`}`,
    );
  }
}

function checkControlPlaneZones(scope: Construct, network: GpuNetwork): void {
  const { region } = RegionalBoundary.of(scope);
  const zones = new Set(network.subnets.map(({ availabilityZoneInput: zone = "" }) => zone));
  const proper = [...zones].filter((zone) => isOfRegionProper(region, zone));
  if (proper.length >= 2) return;
  fail(
    scope,
    `its network has subnets in ${quoted(proper)} alone, and EKS wants two Availability Zones; add one to the network's zones.`,
  );
}
