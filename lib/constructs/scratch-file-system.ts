import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FsxDataRepositoryAssociation } from "@cdktf/provider-aws/lib/fsx-data-repository-association";
import {
  FsxLustreFileSystem,
  type FsxLustreFileSystemConfig,
} from "@cdktf/provider-aws/lib/fsx-lustre-file-system";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import type { DatasetBucket } from "./dataset-bucket";
import type { GpuNetwork } from "./gpu-network";
import { nameFor } from "./name";
import { openLustrePorts } from "./network/security-groups";
import { RegionalBoundary } from "./regional-boundary";
import { checkFileSystem } from "./store/read-file-system";

/** The file system's place, size and speed. */
export interface ScratchFileSystemProps {
  /** The network whose GPU subnet the file system stands in. */
  readonly network: GpuNetwork;
  /** `SSD`, or `INTELLIGENT_TIERING`, which grows by itself and links to no bucket. @default "SSD" */
  readonly storageType?: "SSD" | "INTELLIGENT_TIERING";
  /** Size of an SSD file system, GiB: with EFA a multiple of 38400, 19200, 9600 or 4800 as `throughputPerTiB` is 125, 250, 500 or 1000. @default none, SSD needs it */
  readonly capacityGiB?: number;
  /** MB/s for each TiB of SSD: 125, 250, 500 or 1000. @default 500 */
  readonly throughputPerTiB?: number;
  /** MB/s of Intelligent-Tiering, in multiples of 4000. @default none, Intelligent-Tiering needs it */
  readonly throughput?: number;
  /** Metadata operations a second. @default for SSD what FSx chooses by size, for Intelligent-Tiering 6000 */
  readonly metadataIops?: number;
  /** EFA and GPUDirect Storage; fixed at creation. @default true */
  readonly efa?: boolean;
  /** A bucket of the same boundary whose objects appear as files, and files as objects. @default none */
  readonly dataset?: DatasetBucket;
  /** Where the bucket's objects appear. @default "/data" */
  readonly datasetPath?: string;
  /** Further groups whose machines may mount by TCP, beside those of the network's EFA group. @default none */
  readonly clients?: readonly SecurityGroup[];
  /** Lustre network ids (`10.40.0.5@tcp`, `10.40.0.[1-9]@tcp`) of hosts whose root stays root; the root of all others is mapped to nobody. @default root is not mapped */
  readonly rootHosts?: readonly string[];
  /** Days that daily backups are kept, 0 to 90; 0 when linked. @default 0 */
  readonly backupDays?: number;
  /** Days that logs are kept, as CloudWatch Logs offers them. @default 365 */
  readonly logRetentionDays?: number;
  /** Terraform refuses to destroy the file system. @default true */
  readonly protect?: boolean;
}

/**
 * FSx for Lustre beside the GPUs of a {@link GpuNetwork}: in their subnet, reached by EFA, under the boundary's key.
 *
 * @throws Error for combinations that FSx does not offer, and for a network or bucket of another boundary.
 */
export class ScratchFileSystem extends Construct {
  readonly fileSystem: FsxLustreFileSystem;
  /** Present when a dataset is linked. */
  readonly association?: FsxDataRepositoryAssociation;

  constructor(scope: Construct, id: string, props: ScratchFileSystemProps) {
    super(scope, id);
    checkFileSystem(this, props);
    const { network, efa = true } = props;
    const boundary = RegionalBoundary.of(this);
    // FSx takes no other names for log groups.
    const log = new CloudwatchLogGroup(this, "log", {
      name: `/aws/fsx/${nameFor(this, "lustre")}`,
      kmsKeyId: boundary.key.arn,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    this.fileSystem = new FsxLustreFileSystem(this, "file-system", {
      deploymentType: "PERSISTENT_2",
      efaEnabled: efa,
      ...storage(props),
      kmsKeyId: boundary.key.arn,
      subnetIds: [network.gpuSubnet.id],
      securityGroupIds: this.groups(props).map(({ id }) => id),
      dataCompressionType: "LZ4",
      logConfiguration: { level: "WARN_ERROR", destination: log.arn },
      ...(props.rootHosts && {
        rootSquashConfiguration: { rootSquash: "65534:65534", noSquashNids: [...props.rootHosts] },
      }),
      automaticBackupRetentionDays: props.backupDays ?? 0,
      skipFinalBackup: true,
      tags: { Name: id },
      lifecycle: { preventDestroy: props.protect ?? true },
    });
    if (props.dataset) this.association = this.link(props.dataset, props.datasetPath ?? "/data");
  }

  /** The EFA group, whose own rules cover Lustre too, and one for clients that come by TCP. */
  private groups({ network, clients = [] }: ScratchFileSystemProps): SecurityGroup[] {
    if (clients.length === 0) return [network.efaSecurityGroup];
    const own = new SecurityGroup(this, "group", {
      name: nameFor(this, "lustre"),
      description: "Lustre for clients without EFA",
      vpcId: network.vpc.id,
    });
    clients.forEach((client, at) => {
      openLustrePorts(this, `client-${at}`, client, own);
    });
    return [network.efaSecurityGroup, own];
  }

  private link({ bucket }: DatasetBucket, fileSystemPath: string): FsxDataRepositoryAssociation {
    const events = ["NEW", "CHANGED", "DELETED"];
    return new FsxDataRepositoryAssociation(this, "dataset", {
      fileSystemId: this.fileSystem.id,
      fileSystemPath,
      dataRepositoryPath: `s3://${bucket.bucket}`,
      batchImportMetaDataOnCreate: true,
      deleteDataInFilesystem: false,
      s3: { autoImportPolicy: { events }, autoExportPolicy: { events } },
    });
  }
}

type Storage = Partial<FsxLustreFileSystemConfig>;

function storage({
  storageType,
  capacityGiB,
  throughputPerTiB,
  throughput,
  metadataIops,
}: ScratchFileSystemProps): Storage {
  if (storageType === "INTELLIGENT_TIERING") {
    return {
      storageType,
      ...(throughput !== undefined && { throughputCapacity: throughput }),
      dataReadCacheConfiguration: { sizingMode: "PROPORTIONAL_TO_THROUGHPUT_CAPACITY" },
      metadataConfiguration: { mode: "USER_PROVISIONED", iops: metadataIops ?? 6000 },
    };
  }
  return {
    storageType: "SSD",
    ...(capacityGiB !== undefined && { storageCapacity: capacityGiB }),
    perUnitStorageThroughput: throughputPerTiB ?? 500,
    metadataConfiguration:
      metadataIops === undefined ? { mode: "AUTOMATIC" } : { mode: "USER_PROVISIONED", iops: metadataIops },
  };
}
