import type { DatasetBucket } from "../dataset-bucket";
import type { GpuNetwork } from "../gpu-network";

/** Where a model lies in a bucket of the endpoint's boundary. */
export interface ModelArtifact {
  readonly bucket: DatasetBucket;
  /** A folder, ending in `/`, or one archive, ending in `.tar.gz`. */
  readonly key: string;
}

/** What is kept of requests and answers. */
export interface DataCapture {
  /** In the endpoint's boundary. */
  readonly bucket: DatasetBucket;
  /** Share of the requests, 1 to 100. @default 100 */
  readonly percentage?: number;
}

/** What is served, on which machines, and how it scales. */
export interface InferenceEndpointProps {
  /** The model's machines reach this network and nothing else. */
  readonly network: GpuNetwork;
  /** Machine type of SageMaker, such as `ml.g6e.12xlarge`. */
  readonly machineType: string;
  /** Machines at most, 1 or more. */
  readonly nodes: number;
  /** Machines at least, 1 or more; between the two the load decides. @default `nodes` */
  readonly minNodes?: number;
  /** Requests a minute that one machine is meant to take; more start another. @default 60 */
  readonly requestsPerMinute?: number;
  /** Container image that serves the model, in a registry (ECR) of the boundary's region. */
  readonly image: string;
  /** The model. @default none: it is in the image */
  readonly model?: ModelArtifact;
  /** Environment of the container. @default empty */
  readonly environment?: Readonly<Record<string, string>>;
  /** Keep requests and answers. @default nothing is kept */
  readonly capture?: DataCapture;
  /** Cut the container off from every network; SageMaker hands it the model. @default true */
  readonly networkIsolation?: boolean;
  /** Seconds that the container has to load the model and become healthy, 60 to 3600. @default 1800 */
  readonly startupSeconds?: number;
  /** Days that the container's output is kept, as CloudWatch Logs offers them. @default 365 */
  readonly logRetentionDays?: number;
  /** Who at AWS confirmed that the region offers the machine type, or the order's reference: 10 characters or more. Kept as a tag. @default none; needed where `landfall/regions` does not list the type */
  readonly confirmedOffering?: string;
}
