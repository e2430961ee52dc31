import { each } from "./table";

/** Other accounts that get at data, or at which it arrives. */
export const accountIds = each(
  {
    aws_cloudformation_stack_set_instance: "deployment_targets.accounts",
    aws_dx_hosted_connection: "owner_account_id",
    aws_imagebuilder_distribution_configuration: [
      "distribution.fast_launch_configuration.account_id",
      "distribution.ssm_parameter_configuration.ami_account_id",
    ],
    aws_opensearch_outbound_connection: "local_domain_info.owner_id",
    aws_redshift_endpoint_access: "resource_owner",
    aws_redshiftserverless_endpoint_access: "owner_account",
    aws_verifiedaccess_instance_logging_configuration: "access_logs.s3.bucket_owner",
    aws_workspacesweb_session_logger: "log_configuration.s3.bucket_owner",
  },
  { names: "account", rule: "sharing" },
);

/** Other accounts whose things are used. */
export const accountsUsed = each(
  {
    aws_appmesh_gateway_route: "mesh_owner",
    aws_appmesh_route: "mesh_owner",
    aws_appmesh_virtual_gateway: "mesh_owner",
    aws_appmesh_virtual_node: "mesh_owner",
    aws_appmesh_virtual_router: "mesh_owner",
    aws_appmesh_virtual_service: "mesh_owner",
    aws_bedrockagentcore_gateway_target: [
      "target_configuration.mcp.lambda.tool_schema.s3.bucket_owner_account_id",
      "target_configuration.mcp.open_api_schema.s3.bucket_owner_account_id",
      "target_configuration.mcp.smithy_model.s3.bucket_owner_account_id",
    ],
    aws_codeartifact_domain_permissions_policy: "domain_owner",
    aws_codeartifact_repository_permissions_policy: "domain_owner",
    aws_config_configuration_aggregator: "account_aggregation_source.account_ids",
    aws_config_organization_custom_policy_rule: "debug_log_delivery_accounts",
    aws_glue_crawler: "lake_formation_configuration.account_id",
    aws_macie2_classification_job: "s3_job_definition.bucket_definitions.account_id",
    aws_redshift_cluster: "owner_account",
  },
  { names: "account", rule: "sharing", level: "warn" },
);

/** Accounts that administer a service of the organization, and see what it finds. */
export const accountsOfAdministrators = each(
  {
    aws_acmpca_permission: "source_account",
    aws_auditmanager_account_registration: "delegated_admin_account",
    aws_auditmanager_organization_admin_account_registration: "admin_account_id",
    aws_cloudtrail_organization_delegated_admin_account: "account_id",
    aws_cloudwatch_metric_alarm: "metric_query.account_id",
    aws_detective_organization_admin_account: "account_id",
    aws_dlm_lifecycle_policy: "policy_details.event_source.parameters.snapshot_owner",
    aws_fis_target_account_configuration: "account_id",
    aws_fms_admin_account: "account_id",
    aws_guardduty_invite_accepter: "master_account_id",
    aws_guardduty_member: "account_id",
    aws_guardduty_member_detector_feature: "account_id",
    aws_inspector2_delegated_admin_account: "account_id",
    aws_inspector2_enabler: "account_ids",
    aws_inspector2_member_association: "account_id",
    aws_macie2_invitation_accepter: "administrator_account_id",
    aws_macie2_member: "account_id",
    aws_macie2_organization_admin_account: "admin_account_id",
    aws_organizations_delegated_administrator: "account_id",
    aws_securityhub_member: "account_id",
    aws_securityhub_organization_admin_account: "admin_account_id",
    aws_vpc_ipam_organization_admin_account: "delegated_admin_account_id",
  },
  { names: "account", rule: "sharing", level: "note" },
);

/** Identities that own or register what is made. */
export const identities = each(
  {
    aws_cloud9_environment_ec2: "owner_arn",
    aws_sagemaker_domain:
      "default_user_settings.canvas_app_settings.model_register_settings.cross_account_model_register_role_arn",
    aws_sagemaker_user_profile:
      "user_settings.canvas_app_settings.model_register_settings.cross_account_model_register_role_arn",
  },
  { names: "principal", rule: "sharing" },
);
