import { Token } from "cdktf";
import { fail } from "../check";
import { RegionalBoundary } from "../regional-boundary";
import type { ScratchFileSystem, ScratchFileSystemProps } from "../scratch-file-system";

/**
 * With EFA an SSD file system comes in steps that grow as the throughput of a TiB falls.
 * Source: Amazon FSx for Lustre User Guide, EFA-enabled file systems; confidence medium.
 */
const EFA_STEP_GIB: ReadonlyMap<number, number> = new Map([
  [125, 38400],
  [250, 19200],
  [500, 9600],
  [1000, 4800],
]);
/** Metadata operations a second. Source: FSx API, CreateFileSystemLustreMetadataConfiguration. */
const SSD_METADATA = [1500, 3000, 6000, ...Array.from({ length: 16 }, (_, at) => 12000 * (at + 1))];
const TIERING_METADATA = [6000, 12000];
/** MB/s. Source: FSx API, CreateFileSystemLustreConfiguration. */
const TIERING_STEP = 4000;
const MOST_BACKUP_DAYS = 90;

/** Checks a file system's props: what FSx offers together, and what stays in the boundary. */
export function checkFileSystem(scope: ScratchFileSystem, props: ScratchFileSystemProps): void {
  if (props.storageType === "INTELLIGENT_TIERING") checkTiering(scope, props);
  else checkSsd(scope, props);
  checkMetadata(scope, props);
  checkDataset(scope, props);
  checkBackups(scope, props);
  if (!isInside(scope, RegionalBoundary.of(props.network))) {
    fail(
      scope,
      `network "${props.network.node.path}" stands in another boundary or region; use one of this boundary.`,
    );
  }
}

function checkSsd(scope: ScratchFileSystem, props: ScratchFileSystemProps): void {
  const { capacityGiB, throughputPerTiB = 500, throughput, efa = true } = props;
  const step = EFA_STEP_GIB.get(throughputPerTiB);
  if (step === undefined) {
    fail(
      scope,
      `throughputPerTiB is ${throughputPerTiB}; FSx offers ${[...EFA_STEP_GIB.keys()].join(", ")} MB/s.`,
    );
  }
  if (throughput !== undefined) {
    fail(
      scope,
      `throughput is ${throughput}, which only Intelligent-Tiering takes; set throughputPerTiB instead.`,
    );
  }
  if (capacityGiB === undefined) fail(scope, "capacityGiB is missing; an SSD file system has a size.");
  if (!efa && capacityGiB === 1200) return;
  const unit = efa ? step : 2400;
  if (Number.isInteger(capacityGiB) && capacityGiB > 0 && capacityGiB % unit === 0) return;
  const why = efa ? `with EFA and ${throughputPerTiB} MB/s a TiB` : "without EFA";
  const smallest = efa ? "" : "1200 or ";
  fail(scope, `capacityGiB is ${capacityGiB}; ${why} FSx offers ${smallest}multiples of ${unit}.`);
}

function checkTiering(scope: ScratchFileSystem, props: ScratchFileSystemProps): void {
  const { capacityGiB, throughputPerTiB, throughput } = props;
  if (capacityGiB !== undefined || throughputPerTiB !== undefined) {
    fail(
      scope,
      "storageType is INTELLIGENT_TIERING, which has no size; leave capacityGiB and throughputPerTiB out.",
    );
  }
  if (throughput === undefined || throughput <= 0 || throughput % TIERING_STEP !== 0) {
    fail(scope, `throughput is ${throughput}; Intelligent-Tiering takes multiples of ${TIERING_STEP} MB/s.`);
  }
}

function checkMetadata(
  scope: ScratchFileSystem,
  { metadataIops, storageType }: ScratchFileSystemProps,
): void {
  const tiering = storageType === "INTELLIGENT_TIERING";
  const offered = tiering ? TIERING_METADATA : SSD_METADATA;
  if (metadataIops === undefined || offered.includes(metadataIops)) return;
  fail(scope, `metadataIops is ${metadataIops}; FSx offers ${offered.join(", ")} here.`);
}

function checkDataset(
  scope: ScratchFileSystem,
  { dataset, datasetPath, storageType }: ScratchFileSystemProps,
): void {
  if (datasetPath !== undefined && !/^\/([\w.-]+(\/[\w.-]+)*)?$/.test(datasetPath)) {
    fail(scope, `datasetPath "${datasetPath}" is no absolute path; write one such as "/data".`);
  }
  if (!dataset) return;
  if (storageType === "INTELLIGENT_TIERING") {
    fail(scope, "dataset is given, and FSx links no bucket to Intelligent-Tiering; use SSD or leave it out.");
  }
  if (!isInside(scope, RegionalBoundary.of(dataset))) {
    fail(
      scope,
      `dataset "${dataset.node.path}" stands in another boundary or region; link a bucket of this boundary.`,
    );
  }
}

function checkBackups(scope: ScratchFileSystem, { dataset, backupDays = 0 }: ScratchFileSystemProps): void {
  if (Token.isUnresolved(backupDays)) return;
  if (!Number.isInteger(backupDays) || backupDays < 0 || backupDays > MOST_BACKUP_DAYS) {
    fail(scope, `backupDays is ${backupDays}; give 0 to ${MOST_BACKUP_DAYS} whole days.`);
  }
  if (dataset && backupDays > 0) {
    fail(
      scope,
      `backupDays is ${backupDays}, and FSx does not back up what is linked to S3; leave it out, the bucket keeps the data.`,
    );
  }
}

/** The same boundary, if in another stack: its name, in the same region. */
function isInside(scope: ScratchFileSystem, other: RegionalBoundary): boolean {
  const own = RegionalBoundary.of(scope);
  return own.name === other.name && own.region === other.region;
}
