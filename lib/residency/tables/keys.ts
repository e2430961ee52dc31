import type { Table } from "./table";

/** Keys and secrets, and where copies of them are. */
export const keys: Table = {
  aws_kms_key: [
    {
      path: "multi_region",
      names: "setting",
      rule: "keys",
      leaks: { when: "equals", values: ["true"] },
      note: "lets the key be replicated; each replica is judged by itself",
    },
  ],
  aws_kms_external_key: [
    { path: "multi_region", names: "setting", rule: "keys", leaks: { when: "equals", values: ["true"] } },
  ],
  aws_kms_replica_key: [{ path: "primary_key_arn", names: "arn", rule: "keys" }],
  aws_kms_replica_external_key: [{ path: "primary_key_arn", names: "arn", rule: "keys" }],
  aws_kms_grant: [
    { path: "grantee_principal", names: "principal", rule: "sharing" },
    { path: "retiring_principal", names: "principal", rule: "sharing" },
  ],
  aws_kms_custom_key_store: [
    { path: "xks_proxy_uri_endpoint", names: "url", rule: "keys", level: "warn" },
    { path: "xks_proxy_vpc_endpoint_service_name", names: "endpoint-service", rule: "keys", level: "warn" },
  ],
  aws_secretsmanager_secret: [
    { path: "replica.region", names: "region", rule: "replication" },
    { path: "replica.kms_key_id", names: "kms-key", rule: "keys" },
  ],
};
