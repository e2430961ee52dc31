/**
 * Landfall's constructs for AWS, on CDKTF. Needs the peers `cdktf` and `@cdktf/provider-aws`.
 *
 * @module landfall/constructs
 */

export { Backbone, type BackboneFlow, type BackboneProps, type BackboneSite } from "./backbone";
export type { BackboneGateway } from "./backbone/gateway";
export type { LatencyFloor } from "./backbone/latency";
export type { BackbonePeering } from "./backbone/peering";
export type { GpuClusterProps, GpuPoolProps, PodIdentityProps, PoolTaint } from "./cluster/props";
export { DatasetBucket, type DatasetBucketProps } from "./dataset-bucket";
export { efaInterfaces, type MachineInterface, plainInterface } from "./efa/interfaces";
export { type NetworkCards, networkCardsOf } from "./efa/network-cards";
export type { DataCapture, InferenceEndpointProps, ModelArtifact } from "./endpoint/props";
export { GpuCluster } from "./gpu-cluster";
export { GpuFleet, type GpuFleetProps } from "./gpu-fleet";
export { type Egress, GpuNetwork, type GpuNetworkProps } from "./gpu-network";
export { InferenceEndpoint } from "./inference-endpoint";
export { clusterEndpoints } from "./network/endpoints";
export type { NamedPoolProps } from "./pool/pool";
export type { Capacity, PoolProps, Purpose } from "./pool/props";
export { RegionalBoundary, type RegionalBoundaryProps } from "./regional-boundary";
export { RemoteState, type RemoteStateProps } from "./remote-state";
export type { OracleResource } from "./rented/oracle";
export { RentedCapacity, type RentedCapacityProps } from "./rented-capacity";
export { RuntimeGuardrails, type RuntimeGuardrailsProps } from "./runtime-guardrails";
export { ScratchFileSystem, type ScratchFileSystemProps } from "./scratch-file-system";
