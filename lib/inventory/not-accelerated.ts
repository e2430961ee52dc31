/**
 * Attributes that look like machine types and cannot name an accelerator: resource type → path → reason. A type
 * that ends with `*` stands for all that begin so, a path that begins with `*` for all that end so.
 *
 * The AWS part is complete for the installed bindings; a test holds it so.
 */
export const notAccelerated: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_amplify_app: { "job_config.build_compute_type": "STANDARD_8GB and the like: processors only" },
  aws_bedrockagent_data_source: {
    "*.source_configuration.host_type": "SAAS or ONLINE: how a wiki is hosted",
  },
  aws_cloudsearch_domain: { "scaling_parameters.desired_instance_type": "search.* classes: processors only" },
  aws_codebuild_fleet: { "compute_configuration.machine_type": "GENERAL or NVME: the kind of disk" },
  aws_codebuild_project: {
    "build_batch_config.restrictions.compute_types_allowed":
      "a limit on sizes; environment.type asks for the GPU",
    "environment.docker_server.compute_type": "the server that builds images has no GPU",
  },
  aws_codebuild_source_credential: { server_type: "GITHUB and the like" },
  aws_codecatalyst_dev_environment: { instance_type: "dev.standard1.*: processors only" },
  aws_dax_cluster: { node_type: "dax.* classes: processors only" },
  aws_db_instance: { instance_class: "db.* classes: processors only" },
  aws_dms_replication_instance: { replication_instance_class: "dms.* classes: processors only" },
  aws_docdb_cluster_instance: { instance_class: "db.* classes: processors only" },
  aws_ec2_default_credit_specification: { instance_family: "CPU credits of the t families" },
  aws_ec2_fleet: {
    "on_demand_options.single_instance_type": "yes or no",
    "spot_options.single_instance_type": "yes or no",
  },
  aws_eks_cluster: {
    "outpost_config.control_plane_instance_type": "the control plane of a local cluster, processors only",
  },
  aws_elasticache_cluster: { node_type: "cache.* classes: processors only" },
  aws_elasticache_global_replication_group: { cache_node_type: "cache.* classes: processors only" },
  aws_elasticache_replication_group: { node_type: "cache.* classes: processors only" },
  aws_elasticsearch_domain: { "cluster_config.instance_type": "*.elasticsearch classes: processors only" },
  aws_finspace_kx_cluster: { "capacity_configuration.node_type": "kx.* classes: processors only" },
  aws_finspace_kx_scaling_group: { host_type: "kx.sg.* classes: processors only" },
  aws_globalaccelerator_custom_routing_listener: { accelerator_arn: "Global Accelerator, a network" },
  aws_globalaccelerator_listener: { accelerator_arn: "Global Accelerator, a network" },
  aws_glue_dev_endpoint: { worker_type: "Glue's workers have no GPU" },
  aws_glue_job: { worker_type: "Glue's workers have no GPU" },
  aws_glue_ml_transform: { worker_type: "Glue's workers have no GPU" },
  aws_instance: {
    "instance_market_options.spot_options.spot_instance_type": "one-time or persistent: how to ask for spot",
  },
  aws_lambda_capacity_provider: {
    "instance_requirements.excluded_instance_types": "names what is not used",
  },
  aws_launch_template: {
    "instance_market_options.spot_options.spot_instance_type": "one-time or persistent: how to ask for spot",
  },
  aws_lexv2models_intent: { "*.intent.slot.shape": "scalar or list: a slot of a conversation" },
  aws_m2_environment: { instance_type: "M2.* classes: processors only" },
  aws_memorydb_cluster: { node_type: "db.* classes: processors only" },
  aws_memorydb_multi_region_cluster: { node_type: "db.* classes: processors only" },
  aws_mq_broker: { host_instance_type: "mq.* classes: processors only" },
  aws_msk_cluster: { "broker_node_group_info.instance_type": "kafka.* classes: processors only" },
  aws_neptune_cluster_instance: { instance_class: "db.* classes: processors only" },
  aws_odb_cloud_exadata_infrastructure: {
    database_server_type: "Exadata database servers",
    shape: "Exadata racks",
    storage_server_type: "Exadata storage servers",
  },
  aws_opensearch_domain: {
    "cluster_config.instance_type": "*.search classes: processors only",
    "cluster_config.node_options.node_type": "the role of coordinator nodes",
  },
  aws_rds_cluster: { db_cluster_instance_class: "db.* classes: processors only" },
  aws_rds_cluster_instance: { instance_class: "db.* classes: processors only" },
  aws_redshift_cluster: { node_type: "ra3.* and dc2.* classes: processors only" },
  aws_redshift_scheduled_action: {
    "target_action.resize_cluster.node_type": "ra3.* and dc2.* classes: processors only",
  },
  aws_sagemaker_domain: {
    "default_user_settings.studio_web_portal_settings.hidden_instance_types": "hides names from a menu",
  },
  aws_sagemaker_mlflow_tracking_server: { tracking_server_size: "Small, Medium or Large: processors only" },
  aws_sagemaker_user_profile: {
    "user_settings.studio_web_portal_settings.hidden_instance_types": "hides names from a menu",
  },
  aws_securityhub_insight: { "filters.resource_aws_ec2_instance_type": "a filter for findings" },
  aws_timestreaminfluxdb_db_cluster: { db_instance_type: "db.influx.* classes: processors only" },
  aws_timestreaminfluxdb_db_instance: { db_instance_type: "db.influx.* classes: processors only" },
  aws_vpc_dhcp_options: { netbios_node_type: "how NetBIOS names are resolved" },
  aws_workspaces_directory: { "self_service_permissions.change_compute_type": "what users may change" },
  aws_workspacesweb_portal: { instance_type: "standard.* classes: processors only" },

  awscc_amazonmq_broker: { host_instance_type: "mq.* classes: processors only" },
  awscc_dax_cluster: { node_type: "dax.* classes: processors only" },
  awscc_dms_replication_instance: { replication_instance_class: "dms.* classes: processors only" },
  "awscc_docdb_*": { db_instance_class: "db.* classes: processors only" },
  "awscc_elasticache_*": { "*cache_node_type": "cache.* classes: processors only" },
  "awscc_finspace_*": { "*host_type": "kx.* classes: processors only" },
  "awscc_globalaccelerator_*": { accelerator_arn: "Global Accelerator, a network" },
  "awscc_glue_*": { "*worker_type": "Glue's workers have no GPU" },
  awscc_m2_environment: { instance_type: "M2.* classes: processors only" },
  "awscc_memorydb_*": { node_type: "db.* classes: processors only" },
  awscc_msk_cluster: { "broker_node_group_info.instance_type": "kafka.* classes: processors only" },
  "awscc_neptune_*": { db_instance_class: "db.* classes: processors only" },
  awscc_opensearchservice_domain: { "*cluster_config.instance_type": "*.search classes: processors only" },
  "awscc_rds_*": { "*db_instance_class": "db.* classes: processors only" },
  awscc_redshift_cluster: { node_type: "ra3.* and dc2.* classes: processors only" },
  "awscc_timestream_*": { db_instance_type: "db.influx.* classes: processors only" },

  google_alloydb_instance: {
    instance_type: "PRIMARY, READ_POOL or SECONDARY",
    "machine_config.machine_type": "AlloyDB has machines without accelerators only",
  },
  "google_app_engine_*": { instance_class: "F and B classes: processors only" },
  google_beyondcorp_app_gateway: { host_type: "GCP_REGIONAL_MIG" },
  google_bigtable_instance: { instance_type: "PRODUCTION or DEVELOPMENT" },
  google_blockchain_node_engine_blockchain_nodes: { "ethereum_details.node_type": "LIGHT, FULL or ARCHIVE" },
  google_cloudbuild_trigger: { "build.options.machine_type": "E2 and N1 without accelerators" },
  google_cloudbuild_worker_pool: { "worker_config.machine_type": "E2 and the like without accelerators" },
  google_composer_environment: { "*machine_type": "Airflow's nodes have no accelerators" },
  google_compute_resource_policy: { "*_topology": "how machines that exist are laid out" },
  google_data_fusion_instance: { "accelerators.accelerator_type": "CDC, HEALTHCARE and the like: software" },
  google_dataproc_metastore_service: { "scaling_config.instance_size": "EXTRA_SMALL and the like" },
  google_memorystore_instance: { node_type: "Memorystore's nodes have no accelerators" },
  google_migration_center_preference_set: { "*node_types": "a wish in a plan for migration" },
  google_oracle_database_cloud_exadata_infrastructure: { "properties.shape": "Exadata racks" },
  google_redis_cluster: { node_type: "Redis's nodes have no accelerators" },
  google_sql_database_instance: { instance_type: "CLOUD_SQL_INSTANCE, READ_REPLICA_INSTANCE and the like" },
  google_spanner_instance: { instance_type: "PROVISIONED or FREE_INSTANCE" },
  "google_vmwareengine_*": { "*node_type_id": "VMware's nodes have no accelerators" },
  google_vpc_access_connector: { machine_type: "F1, E2: processors only" },

  // What a sku of Azure says is a tier; the types whose sku is a machine have a shape.
  "azurerm_*": {
    "*sku": "a tier",
    "*sku_name": "a tier",
    "*accelerator_enabled": "how a disk is written, or a template for applications",
  },
  azurerm_cosmosdb_sql_dedicated_gateway: { instance_size: "Cosmos classes: processors only" },
  "azurerm_extended_*": { host_type: "Kubernetes" },
  azurerm_oracle_exadata_infrastructure: {
    database_server_type: "Exadata database servers",
    shape: "Exadata racks",
    storage_server_type: "Exadata storage servers",
  },
  azurerm_proximity_placement_group: { allowed_vm_sizes: "what may stand there, not what does" },
  azurerm_spring_cloud_customized_accelerator: {
    accelerator_tags: "templates for applications",
    accelerator_type: "templates for applications",
    spring_cloud_accelerator_id: "templates for applications",
  },
  azurerm_synapse_integration_runtime_azure: { compute_type: "General and the like: processors only" },
};

/** Whether an attribute that looks like a machine type is known to be none that carries accelerators. */
export function isNotAccelerated(type: string, path: string): boolean {
  let paths = pathsByType.get(type);
  if (paths === undefined) {
    const entries = Object.entries(notAccelerated).filter(([pattern]) => matchesType(type, pattern));
    paths = entries.flatMap(([, paths]) => Object.keys(paths));
    pathsByType.set(type, paths);
  }
  return paths.some((pattern) => matchesPath(path, pattern));
}

const pathsByType = new Map<string, readonly string[]>();

function matchesType(type: string, pattern: string): boolean {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

function matchesPath(path: string, pattern: string): boolean {
  return pattern.startsWith("*") ? path.endsWith(pattern.slice(1)) : path === pattern;
}
