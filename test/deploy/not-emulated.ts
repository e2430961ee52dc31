/** A resource type that cannot be applied to the emulator. */
export interface NotEmulated {
  /** What fails, in a few words; stands in `docs/verified.md`. */
  readonly reason: string;
  /** Attributes of other resources that may name it and are left out with it; other resources that name it go whole. */
  readonly severed?: readonly string[];
  /** Only those resources of the type that set this attribute. */
  readonly when?: string;
}

/** What moto 5 cannot do, found by trying. These types are validated and planned, and not applied. */
export const notEmulated: Readonly<Record<string, NotEmulated>> = {
  aws_appautoscaling_target: { reason: "no tags of scaling targets, which the provider asks for" },
  aws_ebs_default_kms_key: { reason: "no default key of an account" },
  aws_ebs_snapshot_block_public_access: { reason: "no such setting of an account" },
  aws_ec2_image_block_public_access: { reason: "no such setting of an account" },
  aws_ec2_instance_metadata_defaults: { reason: "no such setting of an account" },
  aws_ec2_transit_gateway_route: {
    when: "transit_gateway_attachment_id",
    reason: "a route over an attachment is given back without it",
  },
  aws_ec2_transit_gateway_vpc_attachment: {
    reason: "a gateway without a default route table is said to have one, and leaving it fails",
  },
  aws_eks_access_entry: { reason: "no access entries" },
  aws_eks_access_policy_association: { reason: "no access entries" },
  aws_eks_addon: { reason: "no add-ons" },
  aws_eks_node_group: { reason: "a node group is given remote access that nobody asked for" },
  aws_eks_pod_identity_association: { reason: "no pod identities" },
  aws_fsx_lustre_file_system: { reason: "no file systems with EFA or metadata configuration" },
  aws_fsx_data_repository_association: { reason: "no data repository associations" },
  aws_networkfirewall_rule_group: { reason: "no rule groups of a firewall" },
  aws_placement_group: { reason: "no placement groups", severed: ["placement", "placement_group"] },
  aws_s3_bucket_replication_configuration: {
    reason: "forgets that deletions and encrypted objects are copied too",
  },
};

/** Something of a resource that the emulator gives back otherwise than it was told, when it is made. */
export interface Misread {
  readonly attributes: readonly string[];
  readonly reason: string;
}

/**
 * What moto 5 misreads of a new resource and reads rightly once it is changed. A second plan may differ in these and
 * in nothing else; it is applied, and then a plan must show no changes.
 */
export const misread: Readonly<Record<string, Misread>> = {
  aws_autoscaling_group: {
    attributes: ["launch_template", "capacity_reservation_specification"],
    reason: "it follows the version of its template, and says nothing of reservations",
  },
  aws_launch_template: {
    attributes: ["tag_specifications"],
    reason: "the template's own tags are also given back as tags for what it launches",
  },
};

/**
 * What moto 5 takes and forgets: planned with the whole, and left out of what is applied, where a second plan would
 * miss it.
 */
export const forgotten: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ["access_config", "upgrade_policy"],
  aws_sagemaker_model: ["enable_network_isolation"],
};
