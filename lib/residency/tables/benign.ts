/** What looks as if it carried data somewhere and does not, with the reason. */
export interface Benign {
  readonly why: string;
  /** Last names of attributes, of whatever type, separated by spaces. */
  readonly names?: string;
  /** Single attributes, or blocks with all that is inside: type and path. */
  readonly attributes?: string;
}

export const benign: readonly Benign[] = [
  {
    why: "a prefix, a folder or a setting of what a bucket holds",
    names:
      "bucket_prefix bucket_folder bucket_key_enabled bucket_columns number_of_buckets " +
      "s3_bucket_encryption_enabled",
  },
  {
    why: "a check of what is named elsewhere",
    names: "expected_bucket_owner expected_source_bucket_owner",
  },
  {
    why: "how keys are used, not which",
    names: "kms_encrypted kms_encryption_context kms_data_key_reuse_period_seconds",
  },
  {
    why: "how a service retries, scales, rotates or talks",
    names:
      "redrive_policy redrive_allow_policy delivery_policy security_policy tls_security_policy " +
      "tls_policy ssl_policy alpn_policy sizing_policy padding_policy image_pull_policy dns_policy " +
      "excess_capacity_termination_policy autoscaling_policy dns_record_client_routing_policy " +
      "viewer_protocol_policy origin_protocol_policy protocol_policy https_policy " +
      "content_security_policy referrer_policy routing_policy multivalue_answer_routing_policy " +
      "filter_policy replay_policy archive_policy lifecycle_policy auto_import_policy " +
      "snapshot_policy termination_policies user_context_policy language_selection_policy " +
      "stream_exception_policy delete_propagation_policy data_deletion_policy " +
      "new_game_session_protection_policy game_server_protection_policy notification_policy " +
      "permission_policy force_detach_policies web_app_endpoint_policy browser_policy " +
      "block_public_policy restrict_public_buckets create_base_policy policy_text",
    attributes:
      "aws_cloudwatch_log_index_policy.policy_document aws_ecr_lifecycle_policy.policy " +
      "aws_opensearchserverless_lifecycle_policy.policy",
  },
  {
    why: "which changes follow a link; the bucket tells where to",
    attributes:
      "aws_fsx_data_repository_association.s3.auto_import_policy " +
      "aws_fsx_data_repository_association.s3.auto_export_policy",
  },
  {
    why: "order and pace of a rollout",
    names: "region_concurrency_type region_order",
  },
  {
    why: "a user, a name or a part of one, not an account of AWS",
    names:
      "account_name account_password service_account service_account_name service_account_id " +
      "service_account_password service_account_username service_account_role_arn " +
      "service_account_secret_arn account_number account_alias replication_user " +
      "email_sending_account",
  },
  {
    why: "it adds up or leaves out accounts of the organization",
    names:
      "account_filter_type excluded_accounts include_member_accounts " +
      "member_account_discount_visibility account_targeting accounts_url account_access_type " +
      "retain_stacks_on_account_removal linked_accounts view_account_spice_capacity",
  },
  {
    why: "a group, a mode or a number of replicas inside the resource",
    names:
      "replication_subnet_group_id replication_group_id replica_mode replicas_per_node_group " +
      "num_replicas_per_shard standby_replicas replication_config_identifier replication_settings " +
      "replication_type start_replication pause_replication_tasks " +
      "replication_subnet_group_description replication_task_id replication_task_settings " +
      "start_replication_task auto_replicate_new_disks use_dedicated_replication_server " +
      "replication_servers_security_groups_ids replication_server_instance_type " +
      "desired_replication_count global_replication_group_description " +
      "global_replication_group_id_suffix replication_strategy replication_overwrite " +
      "replicator_name replicate_to consumer_groups_to_replicate topics_to_replicate " +
      "delete_marker_replication_status force_overwrite_replica_secret " +
      "multi_region_parameter_group_name replica_availability_zones",
  },
  {
    why: "tells how the endpoint is to be read, and is read with it",
    attributes: "aws_sns_topic_subscription.protocol",
  },
  {
    why: "how a request to the target is written; the target's ARN tells where it goes",
    attributes: "aws_cloudwatch_event_target.http_target",
  },
  {
    why: "which kinds of telemetry go; the sink tells where",
    attributes: "aws_oam_link.resource_types",
  },
  {
    why: "which traffic takes the tunnel; it ends where the endpoint is",
    attributes: "aws_ec2_client_vpn_endpoint.split_tunnel",
  },
  {
    why: "the name of the service tells where it is",
    attributes: "aws_vpc_endpoint.vpc_endpoint_type",
  },
  {
    why: "which edges serve it, none of which is in one country",
    attributes: "aws_cloudfront_distribution.price_class",
  },
  {
    why: "the name of the server tells where it is",
    attributes: "aws_dms_endpoint.engine_name aws_dms_endpoint.mongodb_settings",
  },
  {
    why: "a policy of the organization limits and opens nothing",
    attributes: "aws_organizations_policy_attachment.policy_id aws_organizations_policy_attachment.target_id",
  },
  {
    why: "a postal address",
    attributes: "aws_account_primary_contact.state_or_region aws_identitystore_user.addresses.region",
  },
  {
    why: "a filter of findings, or a target for recovery, by the word region",
    attributes:
      "aws_resiliencehub_resiliency_policy.policy.region aws_securityhub_automation_rule.criteria.resource_region " +
      "aws_securityhub_insight.filters.resource_region",
  },
  {
    why: "what is left out",
    attributes:
      "aws_imagebuilder_lifecycle_policy.policy_detail.exclusion_rules.amis.regions " +
      "aws_imagebuilder_lifecycle_policy.policy_detail.exclusion_rules.amis.shared_accounts " +
      "aws_s3control_storage_lens_configuration.storage_lens_configuration.exclude.buckets " +
      "aws_s3control_storage_lens_configuration.storage_lens_configuration.exclude.regions",
  },
  {
    why: "a bucket of the provider's own region, which the service asks for",
    attributes:
      "aws_elastic_beanstalk_application_version.bucket aws_gamelift_build.storage_location.bucket " +
      "aws_gamelift_script.storage_location.bucket " +
      "aws_kinesisanalyticsv2_application.application_configuration.application_code_configuration.code_content.s3_content_location.bucket_arn " +
      "aws_kinesisanalyticsv2_application.application_configuration.sql_application_configuration.reference_data_source.s3_reference_data_source.bucket_arn " +
      "aws_lambda_function.s3_bucket aws_lambda_layer_version.s3_bucket " +
      "aws_lb_trust_store.ca_certificates_bundle_s3_bucket " +
      "aws_lb_trust_store_revocation.revocations_s3_bucket " +
      "aws_lightsail_bucket_access_key.bucket_name aws_lightsail_bucket_resource_access.bucket_name " +
      "aws_mwaa_environment.dag_s3_path aws_mwaa_environment.plugins_s3_path " +
      "aws_mwaa_environment.requirements_s3_path aws_mwaa_environment.source_bucket_arn " +
      "aws_mwaa_environment.startup_script_s3_path aws_s3_access_point.bucket aws_s3_bucket.bucket " +
      "aws_s3_bucket_abac.bucket aws_s3_bucket_accelerate_configuration.bucket " +
      "aws_s3_bucket_acl.bucket aws_s3_bucket_analytics_configuration.bucket " +
      "aws_s3_bucket_cors_configuration.bucket " +
      "aws_s3_bucket_intelligent_tiering_configuration.bucket aws_s3_bucket_inventory.bucket " +
      "aws_s3_bucket_lifecycle_configuration.bucket aws_s3_bucket_logging.bucket " +
      "aws_s3_bucket_metadata_configuration.bucket aws_s3_bucket_metric.bucket " +
      "aws_s3_bucket_notification.bucket aws_s3_bucket_object.bucket " +
      "aws_s3_bucket_object_lock_configuration.bucket aws_s3_bucket_ownership_controls.bucket " +
      "aws_s3_bucket_policy.bucket aws_s3_bucket_public_access_block.bucket " +
      "aws_s3_bucket_replication_configuration.bucket " +
      "aws_s3_bucket_request_payment_configuration.bucket " +
      "aws_s3_bucket_server_side_encryption_configuration.bucket aws_s3_bucket_versioning.bucket " +
      "aws_s3_bucket_website_configuration.bucket aws_s3_directory_bucket.bucket " +
      "aws_s3_object.bucket aws_s3control_bucket.bucket " +
      "aws_s3control_bucket_lifecycle_configuration.bucket aws_s3control_bucket_policy.bucket " +
      "aws_s3vectors_index.vector_bucket_name aws_s3vectors_vector_bucket.vector_bucket_name " +
      "aws_synthetics_canary.s3_bucket",
  },
  {
    why: "code or settings that come in and are no data",
    attributes:
      "aws_bedrockagent_agent_action_group.api_schema.s3.s3_bucket_name " +
      "aws_bedrockagentcore_agent_runtime.agent_runtime_artifact.code_configuration.code.s3.bucket " +
      "aws_config_conformance_pack.template_s3_uri " +
      "aws_config_organization_conformance_pack.template_s3_uri " +
      "aws_finspace_kx_cluster.code.s3_bucket aws_glue_dev_endpoint.extra_jars_s3_path " +
      "aws_glue_dev_endpoint.extra_python_libs_s3_path " +
      "aws_kendra_query_suggestions_block_list.source_s3_path.bucket " +
      "aws_kendra_thesaurus.source_s3_path.bucket aws_m2_application.definition.s3_location " +
      "aws_mskconnect_custom_plugin.location.s3.bucket_arn " +
      "aws_opensearch_package.package_source.s3_bucket_name " +
      "aws_rds_custom_db_engine_version.database_installation_files_s3_bucket_name " +
      "aws_sagemaker_pipeline.pipeline_definition_s3_location.bucket",
  },
  {
    why: "accounts that an analysis looks at",
    attributes:
      "aws_accessanalyzer_analyzer.configuration.internal_access.analysis_rule.inclusion.account_ids " +
      "aws_accessanalyzer_analyzer.configuration.unused_access.analysis_rule.exclusion.account_ids",
  },
  {
    why: "the account the call is made in",
    attributes:
      "aws_account_alternate_contact.account_id aws_account_primary_contact.account_id " +
      "aws_account_region.account_id aws_budgets_budget.account_id " +
      "aws_budgets_budget_action.account_id aws_ce_anomaly_subscription.account_id " +
      "aws_quicksight_account_settings.aws_account_id " +
      "aws_quicksight_account_subscription.aws_account_id aws_quicksight_analysis.aws_account_id " +
      "aws_quicksight_custom_permissions.aws_account_id aws_quicksight_dashboard.aws_account_id " +
      "aws_quicksight_data_set.aws_account_id aws_quicksight_data_source.aws_account_id " +
      "aws_quicksight_folder.aws_account_id aws_quicksight_folder_membership.aws_account_id " +
      "aws_quicksight_group.aws_account_id aws_quicksight_group_membership.aws_account_id " +
      "aws_quicksight_iam_policy_assignment.aws_account_id aws_quicksight_ingestion.aws_account_id " +
      "aws_quicksight_ip_restriction.aws_account_id aws_quicksight_key_registration.aws_account_id " +
      "aws_quicksight_namespace.aws_account_id aws_quicksight_refresh_schedule.aws_account_id " +
      "aws_quicksight_role_custom_permission.aws_account_id " +
      "aws_quicksight_role_membership.aws_account_id aws_quicksight_template.aws_account_id " +
      "aws_quicksight_template_alias.aws_account_id aws_quicksight_theme.aws_account_id " +
      "aws_quicksight_user.aws_account_id aws_quicksight_user_custom_permission.aws_account_id " +
      "aws_quicksight_vpc_connection.aws_account_id aws_redshift_partner.account_id " +
      "aws_s3_access_point.account_id aws_s3_account_public_access_block.account_id " +
      "aws_s3control_access_grant.account_id aws_s3control_access_grants_instance.account_id " +
      "aws_s3control_access_grants_instance_resource_policy.account_id " +
      "aws_s3control_access_grants_location.account_id " +
      "aws_s3control_directory_bucket_access_point_scope.account_id " +
      "aws_s3control_multi_region_access_point.account_id " +
      "aws_s3control_multi_region_access_point_policy.account_id " +
      "aws_s3control_object_lambda_access_point.account_id " +
      "aws_s3control_object_lambda_access_point_policy.account_id " +
      "aws_s3control_storage_lens_configuration.account_id",
  },
  {
    why: "a level of access, not an account",
    attributes:
      "aws_codebuild_project.artifacts.bucket_owner_access " +
      "aws_codebuild_project.logs_config.s3_logs.bucket_owner_access " +
      "aws_codebuild_project.secondary_artifacts.bucket_owner_access",
  },
  {
    why: "an owner outside AWS, who is not given anything",
    attributes:
      "aws_codegurureviewer_repository_association.repository.bitbucket.owner " +
      "aws_codegurureviewer_repository_association.repository.github_enterprise_server.owner",
  },
  {
    why: "a word for who made an action",
    attributes:
      "aws_codepipeline.stage.action.owner " +
      "aws_codepipeline.stage.before_entry.condition.rule.rule_type_id.owner " +
      "aws_codepipeline.stage.on_failure.condition.rule.rule_type_id.owner " +
      "aws_codepipeline.stage.on_success.condition.rule.rule_type_id.owner",
  },
  {
    why: "a word for who made a rule",
    attributes: "aws_config_config_rule.source.owner",
  },
  {
    why: "it is known by its owner, and is the account's own",
    attributes: "aws_default_vpc_dhcp_options.owner_id",
  },
  {
    why: "accounts that a policy covers",
    attributes: "aws_fms_policy.exclude_map.account aws_fms_policy.include_map.account",
  },
  {
    why: "the name of a person",
    attributes:
      "aws_glue_catalog_table.owner aws_glue_job.source_control_details.owner " +
      "aws_servicecatalog_product.owner",
  },
  {
    why: "the word for the account that is named beside it",
    attributes:
      "aws_s3_bucket.replication_configuration.rules.destination.access_control_translation.owner " +
      "aws_s3_bucket_replication_configuration.rule.destination.access_control_translation.owner",
  },
  {
    why: "a word for one of two accounts of the plan",
    attributes: "aws_ssmincidents_response_plan.action.ssm_automation.target_account",
  },
  {
    why: "the number of a user of the file system",
    attributes: "aws_storagegateway_nfs_file_share.nfs_file_share_defaults.owner_id",
  },
  {
    why: "a word for who pays",
    attributes: "aws_vpc_ipam.metered_account",
  },
  {
    why: "of the resource's own region",
    attributes:
      "aws_api_gateway_domain_name.regional_certificate_arn " +
      "aws_api_gateway_domain_name.regional_certificate_name",
  },
  {
    why: "it limits and opens nothing",
    attributes:
      "aws_cloudformation_stack.policy_body aws_iot_policy.policy " +
      "aws_rolesanywhere_profile.session_policy aws_ses_receipt_filter.policy " +
      "aws_transfer_access.policy aws_transfer_user.policy",
  },
  {
    why: "the name of a policy that is judged itself",
    attributes: "aws_iot_policy_attachment.policy",
  },
];
