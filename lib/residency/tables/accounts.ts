import type { Table } from "./table";

/** Sharing with accounts, identities, and what is deployed into other accounts and regions. */
export const accounts: Table = {
  aws_auditmanager_framework_share: [
    { path: "destination_region", names: "region", rule: "sharing", level: "warn" },
    { path: "destination_account", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_appconfig_extension_association: [
    { path: "resource_arn", names: "arn", rule: "replication", level: "note" },
  ],
  aws_appsync_datasource: [
    { path: "dynamodb_config.region", names: "region", rule: "replication" },
    { path: "elasticsearch_config.region", names: "region", rule: "replication" },
    { path: "opensearchservice_config.region", names: "region", rule: "replication" },
    { path: "relational_database_config.http_endpoint_config.region", names: "region", rule: "replication" },
    { path: "http_config.endpoint", names: "url", rule: "replication" },
    {
      path: "http_config.authorization_config.aws_iam_config.signing_region",
      names: "region",
      rule: "replication",
    },
  ],
  aws_appsync_graphql_api: [
    { path: "user_pool_config.aws_region", names: "region", rule: "replication", level: "warn" },
    {
      path: "additional_authentication_provider.user_pool_config.aws_region",
      names: "region",
      rule: "replication",
      level: "warn",
    },
  ],
  aws_appsync_api: [
    {
      path: "event_config.auth_provider.cognito_config.aws_region",
      names: "region",
      rule: "replication",
      level: "warn",
    },
  ],
  aws_cognito_user_pool: [
    { path: "sms_configuration.sns_region", names: "region", rule: "replication", level: "warn" },
    { path: "email_configuration.source_arn", names: "arn", rule: "replication", level: "warn" },
  ],
  aws_connect_bot_association: [
    { path: "lex_bot.lex_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_chime_voice_connector_termination: [
    { path: "calling_regions", names: "country", rule: "replication", level: "warn" },
  ],
  aws_chime_voice_connector: [{ path: "aws_region", names: "region", rule: "replication", level: "warn" }],
  aws_chimesdkvoice_sip_media_application: [
    { path: "aws_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_chimesdkvoice_sip_rule: [
    { path: "target_applications.aws_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_directory_service_region: [{ path: "region_name", names: "region", rule: "replication" }],
  aws_eks_capability: [
    { path: "configuration.argo_cd.aws_idc.idc_region", names: "region", rule: "replication", level: "warn" },
  ],
  aws_budgets_budget_action: [
    { path: "definition.ssm_action_definition.region", names: "region", rule: "replication", level: "note" },
  ],
  aws_servicequotas_template: [{ path: "aws_region", names: "region", rule: "replication", level: "note" }],
  aws_account_region: [{ path: "region_name", names: "region", rule: "sharing" }],
  aws_ram_resource_share: [
    {
      path: "allow_external_principals",
      names: "setting",
      rule: "sharing",
      leaks: { when: "equals", values: ["true"] },
    },
  ],
  aws_ram_principal_association: [
    { path: "principal", names: "principal", rule: "sharing" },
    { path: "resource_share_arn", names: "arn", rule: "sharing" },
  ],
  aws_ram_resource_association: [
    { path: "resource_arn", names: "arn", rule: "sharing" },
    { path: "resource_share_arn", names: "arn", rule: "sharing" },
  ],
  aws_ram_resource_share_accepter: [{ path: "share_arn", names: "arn", rule: "sharing" }],
  aws_cloudformation_stack_set_instance: [
    { path: "stack_set_instance_region", names: "region", rule: "replication" },
    { path: "account_id", names: "account", rule: "sharing" },
    { path: "deployment_targets.organizational_unit_ids", names: "organization", rule: "sharing" },
  ],
  aws_cloudformation_stack_instances: [
    { path: "regions", names: "region", rule: "replication" },
    { path: "accounts", names: "account", rule: "sharing" },
    { path: "deployment_targets.accounts", names: "account", rule: "sharing" },
  ],
  aws_servicecatalog_provisioned_product: [
    { path: "stack_set_provisioning_preferences.regions", names: "region", rule: "replication" },
    { path: "stack_set_provisioning_preferences.accounts", names: "account", rule: "sharing" },
  ],
  aws_servicecatalog_portfolio_share: [
    { path: "principal_id", names: "principal", rule: "sharing", level: "warn" },
    {
      path: "type",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: {
        when: "equals",
        values: ["ORGANIZATION", "ORGANIZATIONAL_UNIT", "ORGANIZATION_MEMBER_ACCOUNT"],
      },
    },
  ],
  aws_iam_role: [
    { path: "assume_role_policy", names: "policy-document", rule: "sharing" },
    { path: "inline_policy.policy", names: "permissions", rule: "sharing", level: "warn" },
  ],
  aws_iam_policy: [{ path: "policy", names: "permissions", rule: "sharing", level: "warn" }],
  aws_iam_role_policy: [{ path: "policy", names: "permissions", rule: "sharing", level: "warn" }],
  aws_iam_user_policy: [{ path: "policy", names: "permissions", rule: "sharing", level: "warn" }],
  aws_iam_group_policy: [{ path: "policy", names: "permissions", rule: "sharing", level: "warn" }],
  aws_iam_openid_connect_provider: [
    {
      path: "url",
      names: "text",
      rule: "sharing",
      level: "warn",
      note: "who it lets in, the trust of each role says",
    },
  ],
  aws_rolesanywhere_trust_anchor: [
    { path: "source.source_data.acm_pca_arn", names: "arn", rule: "sharing", level: "warn" },
    {
      path: "source.source_data.x509_certificate_data",
      names: "setting",
      rule: "sharing",
      level: "warn",
      leaks: { when: "set" },
    },
  ],
  aws_guardduty_organization_admin_account: [
    { path: "admin_account_id", names: "account", rule: "sharing", level: "note" },
  ],
  aws_detective_member: [{ path: "account_id", names: "account", rule: "sharing", level: "note" }],
};
