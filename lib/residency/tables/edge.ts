import type { Table } from "./table";

/** Edges of the network and names that steer to them. */
export const edge: Table = {
  aws_cloudfront_distribution: [
    { path: "origin.domain_name", names: "text", rule: "network" },
    { path: "origin.origin_shield.origin_shield_region", names: "region", rule: "network" },
    {
      path: "restrictions.geo_restriction.locations",
      names: "country",
      rule: "network",
      level: "note",
      when: { restriction_type: ["whitelist"] },
      note: "who may fetch; what is cached lies at edges anyway",
    },
    { path: "logging_config.bucket", names: "bucket", rule: "replication" },
  ],
  aws_cloudfront_realtime_log_config: [
    { path: "endpoint.kinesis_stream_config.stream_arn", names: "arn", rule: "network" },
  ],
  aws_cloudfront_vpc_origin: [{ path: "vpc_origin_endpoint_config.arn", names: "arn", rule: "network" }],
  aws_globalaccelerator_accelerator: [
    { path: "name", names: "setting", rule: "network", leaks: { when: "set" } },
  ],
  aws_globalaccelerator_endpoint_group: [
    { path: "endpoint_group_region", names: "region", rule: "network" },
    { path: "endpoint_configuration.endpoint_id", names: "arn-or-id", rule: "network" },
    { path: "endpoint_configuration.attachment_arn", names: "arn", rule: "network" },
  ],
  aws_globalaccelerator_custom_routing_endpoint_group: [
    { path: "endpoint_group_region", names: "region", rule: "network" },
    { path: "endpoint_configuration.endpoint_id", names: "arn-or-id", rule: "network" },
  ],
  aws_globalaccelerator_cross_account_attachment: [
    { path: "principals", names: "principal", rule: "sharing" },
    { path: "resource.region", names: "region", rule: "network" },
    { path: "resource.endpoint_id", names: "arn", rule: "network" },
  ],
  aws_lightsail_distribution: [{ path: "origin.region_name", names: "region", rule: "network" }],
  aws_route53_record: [
    { path: "alias.name", names: "text", rule: "network", level: "warn" },
    { path: "records", names: "text", rule: "network", level: "warn" },
    { path: "latency_routing_policy.region", names: "region", rule: "network", level: "warn" },
    { path: "geoproximity_routing_policy.aws_region", names: "region", rule: "network", level: "warn" },
    { path: "geolocation_routing_policy.country", names: "country", rule: "network", level: "note" },
  ],
  aws_route53_records_exclusive: [
    { path: "resource_record_set.region", names: "region", rule: "network", level: "warn" },
    {
      path: "resource_record_set.geoproximity_location.aws_region",
      names: "region",
      rule: "network",
      level: "warn",
    },
    {
      path: "resource_record_set.geolocation.country_code",
      names: "country",
      rule: "network",
      level: "note",
    },
  ],
  aws_route53_zone: [
    { path: "vpc.vpc_region", names: "region", rule: "network", level: "warn" },
    { path: "vpc.vpc_id", names: "arn-or-id", rule: "network", level: "warn" },
  ],
  aws_route53_zone_association: [
    { path: "vpc_region", names: "region", rule: "network", level: "warn" },
    { path: "vpc_id", names: "arn-or-id", rule: "network", level: "warn" },
  ],
  aws_route53_vpc_association_authorization: [
    { path: "vpc_region", names: "region", rule: "network", level: "warn" },
    { path: "vpc_id", names: "arn-or-id", rule: "network", level: "warn" },
  ],
  aws_route53_health_check: [
    { path: "regions", names: "region", rule: "network", level: "note" },
    { path: "cloudwatch_alarm_region", names: "region", rule: "network", level: "note" },
  ],
  aws_api_gateway_rest_api: [
    {
      path: "endpoint_configuration.types",
      names: "setting",
      rule: "network",
      leaks: { when: "differs", values: ["REGIONAL", "PRIVATE"], absent: true },
      note: "requests enter at edges of CloudFront, which is also the default",
    },
  ],
  aws_api_gateway_domain_name: [
    {
      path: "endpoint_configuration.types",
      names: "setting",
      rule: "network",
      leaks: { when: "differs", values: ["REGIONAL", "PRIVATE"], absent: true },
    },
  ],
};
