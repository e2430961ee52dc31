import { Construct } from "constructs";
import type { Region } from "../../regions";
import { OracleProvider, OracleResource } from "./rented/oracle";
import { readRented } from "./rented/read";

/** Which machines are rented, from whom and where. */
export interface RentedCapacityProps {
  /** Whose machines they are. */
  readonly cloud: "oracle";
  /** Code of a region of that cloud that `landfall/regions` knows, such as `ap-singapore-1`. */
  readonly region: string;
  /** Availability domain of the region, as Oracle lists it for the tenancy: `Uocm:AP-SINGAPORE-1-AD-1`. */
  readonly availabilityDomain: string;
  /** Bare-metal shape that a cluster network joins: `BM.GPU.H100.8`, `BM.GPU.B200.8`, … */
  readonly shape: string;
  /** Machines, at least 1. */
  readonly nodes: number;
  /** OCID of the compartment. */
  readonly compartmentId: string;
  /** OCID of a private subnet in the region; the machines get no public address. */
  readonly subnetId: string;
  /** OCID of an image with drivers for the shape and for RDMA. */
  readonly imageId: string;
  /** OCID of a key of one's own for boot volumes. @default a key that Oracle keeps */
  readonly kmsKeyId?: string;
  /** Size of each boot volume in GiB, 50 to 32768. @default 512 */
  readonly bootVolumeGiB?: number;
  /** Tags on the cluster network and its configuration. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Agents of Oracle's images that set up the RDMA interfaces and watch them. */
const AGENTS = [
  "Compute HPC RDMA Auto-Configuration",
  "Compute HPC RDMA Authentication",
  "Compute RDMA GPU Monitoring",
];

/**
 * Machines with accelerators rented in another cloud: a cluster network of bare-metal machines at Oracle.
 *
 * It is made of generic Terraform resources, needs no bindings, and is judged like any other placement.
 *
 * @throws Error for a region or availability domain that is not known, a shape that no cluster network joins, a number
 * of nodes that is none, and OCIDs of another kind or region.
 */
export class RentedCapacity extends Construct {
  readonly region: Region;
  /** The template that the machines are made from. */
  readonly configuration: OracleResource;
  /** The machines, joined by RDMA. */
  readonly clusterNetwork: OracleResource;

  constructor(scope: Construct, id: string, props: RentedCapacityProps) {
    super(scope, id);
    this.region = readRented(this, props);
    const provider = OracleProvider.in(this, this.region.code);
    const common = {
      compartment_id: props.compartmentId,
      display_name: id,
      ...(props.tags && { freeform_tags: props.tags }),
    };
    this.configuration = new OracleResource(this, "configuration", {
      type: "oci_core_instance_configuration",
      provider,
      attributes: { ...common, instance_details: instanceDetails(props) },
    });
    this.clusterNetwork = new OracleResource(this, "network", {
      type: "oci_core_cluster_network",
      provider,
      attributes: {
        ...common,
        instance_pools: {
          instance_configuration_id: this.configuration.id,
          size: props.nodes,
          display_name: id,
        },
        placement_configuration: {
          availability_domain: props.availabilityDomain,
          primary_subnet_id: props.subnetId,
        },
      },
    });
  }
}

function instanceDetails(props: RentedCapacityProps): Record<string, unknown> {
  return {
    instance_type: "compute",
    launch_details: {
      availability_domain: props.availabilityDomain,
      compartment_id: props.compartmentId,
      shape: props.shape,
      create_vnic_details: { subnet_id: props.subnetId, assign_public_ip: false },
      source_details: {
        source_type: "image",
        image_id: props.imageId,
        boot_volume_size_in_gbs: String(props.bootVolumeGiB ?? 512),
        ...(props.kmsKeyId !== undefined && { kms_key_id: props.kmsKeyId }),
      },
      // The second version of the metadata service alone.
      instance_options: { are_legacy_imds_endpoints_disabled: true },
      agent_config: {
        plugins_config: AGENTS.map((name) => ({ name, desired_state: "ENABLED" })),
      },
    },
  };
}
