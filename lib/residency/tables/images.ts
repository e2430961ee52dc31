import type { Table } from "./table";

/** Container images, packages and build artifacts. */
export const images: Table = {
  aws_ecr_replication_configuration: [
    { path: "replication_configuration.rule.destination.region", names: "region", rule: "replication" },
    { path: "replication_configuration.rule.destination.registry_id", names: "account", rule: "sharing" },
  ],
  aws_ecr_registry_policy: [{ path: "policy", names: "policy-document", rule: "sharing" }],
  aws_ecr_pull_through_cache_rule: [
    {
      path: "upstream_registry_url",
      names: "text",
      rule: "replication",
      level: "warn",
      note: "images come in",
    },
  ],
  aws_ecrpublic_repository: [
    { path: "repository_name", names: "setting", rule: "sharing", leaks: { when: "set" } },
  ],
  aws_codeartifact_repository: [
    {
      path: "external_connections.external_connection_name",
      names: "setting",
      rule: "replication",
      level: "warn",
      leaks: { when: "set" },
    },
    { path: "domain_owner", names: "account", rule: "sharing", level: "warn" },
  ],
  aws_codepipeline: [
    { path: "artifact_store.region", names: "region", rule: "replication" },
    { path: "artifact_store.location", names: "bucket", rule: "replication" },
    { path: "stage.action.region", names: "region", rule: "replication" },
    { path: "stage.action.role_arn", names: "arn", rule: "replication" },
  ],
  aws_ecs_task_definition: [
    { path: "container_definitions", names: "text", rule: "replication", level: "warn" },
  ],
  aws_batch_job_definition: [
    { path: "container_properties", names: "text", rule: "replication", level: "note" },
  ],
};
