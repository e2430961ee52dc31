/** What a resource of the generated estate holds, before it is known whether it stands already. */
export interface Made {
  readonly type: string;
  /** Arguments that the configuration sets to constants. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Arguments that refer to another resource of the module: `aws_vpc.main.id`. */
  readonly from?: Readonly<Record<string, string>>;
  /** Attributes that AWS decides. */
  readonly computed?: readonly string[];
  /** Arguments left out. */
  readonly absent?: readonly string[];
  /** Blocks left out. */
  readonly empty?: readonly string[];
}

export interface Site {
  readonly region: string;
  /** Unique in the plan. */
  readonly name: string;
  readonly pick: <Of>(from: readonly Of[]) => Of;
}

export type Kind = (site: Site) => Made;

const PROCESSORS = ["t3.micro", "t3.medium", "m7i.large", "m6a.2xlarge", "c7g.xlarge", "r6i.2xlarge"];
const ACCELERATED = [
  "g5.xlarge",
  "g6.4xlarge",
  "p4d.24xlarge",
  "p5.48xlarge",
  "inf2.xlarge",
  "trn1.32xlarge",
];

/** By how many there are in a thousand. */
const shares: readonly (readonly [share: number, kind: Kind])[] = [
  [280, securityGroupRule],
  [190, roleAttachment],
  [80, dnsRecord],
  [60, route],
  [35, alarm],
  [35, parameter],
  [35, logGroup],
  [35, role],
  [30, rolePolicy],
  [60, routeTableAssociation],
  [35, securityGroup],
  [30, lambdaPermission],
  [20, lambda],
  [20, bucket],
  [25, publicAccess],
  [20, subnet],
  [15, queue],
  [12, targetGroup],
  [20, instance],
  [10, launchTemplate],
  [10, autoscalingGroup],
  [6, nodeGroup],
  [6, taskDefinition],
  [6, database],
  [5, acceleratedInstance],
  [5, acceleratedTemplate],
  [5, acceleratedNodeGroup],
];

/** Every kind as often as it is common. */
export const kinds: readonly Kind[] = shares.flatMap(([share, kind]) => Array<Kind>(share).fill(kind));

export function vpc({ name }: Site): Made {
  return {
    type: "aws_vpc",
    set: { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true, enable_dns_support: true, ...tags(name) },
    computed: ["arn", "id", "main_route_table_id", "owner_id", "default_security_group_id"],
    absent: ["ipv4_ipam_pool_id", "ipv4_netmask_length", "ipv6_ipam_pool_id", "ipv6_netmask_length"],
  };
}

export function subnet({ name, region, pick }: Site): Made {
  return {
    type: "aws_subnet",
    set: {
      availability_zone: region + pick(["a", "b"]),
      cidr_block: `10.0.${pick([0, 16, 32, 48])}.0/20`,
      map_public_ip_on_launch: false,
      ...tags(name),
    },
    from: { vpc_id: "aws_vpc.main.id" },
    computed: ["arn", "availability_zone_id", "id", "owner_id", "ipv6_cidr_block_association_id"],
    absent: ["customer_owned_ipv4_pool", "ipv6_cidr_block", "outpost_arn", "timeouts"],
  };
}

export function securityGroup({ name }: Site): Made {
  return {
    type: "aws_security_group",
    set: { name, description: "Managed by Terraform", revoke_rules_on_delete: false, ...tags(name) },
    from: { vpc_id: "aws_vpc.main.id" },
    computed: ["arn", "egress", "id", "ingress", "name_prefix", "owner_id"],
    absent: ["timeouts"],
  };
}

function securityGroupRule({ pick }: Site): Made {
  const port = pick([22, 80, 443, 5432, 6379, 6443, 8080, 9090, 9400]);
  return {
    type: "aws_vpc_security_group_ingress_rule",
    set: { cidr_ipv4: `10.${port % 250}.0.0/16`, from_port: port, ip_protocol: "tcp", to_port: port },
    from: { security_group_id: "aws_security_group.main.id" },
    computed: ["arn", "id", "security_group_rule_id"],
    absent: ["cidr_ipv6", "description", "prefix_list_id", "referenced_security_group_id", "tags"],
  };
}

function route({ pick }: Site): Made {
  return {
    type: "aws_route",
    set: {
      destination_cidr_block: `10.${pick([8, 16, 24, 32])}.0.0/16`,
      transit_gateway_id: "tgw-0a1b2c3d4e5f",
    },
    from: { route_table_id: "aws_vpc.main.main_route_table_id" },
    computed: ["id", "instance_id", "instance_owner_id", "network_interface_id", "origin", "state"],
    absent: ["carrier_gateway_id", "core_network_arn", "egress_only_gateway_id", "gateway_id", "timeouts"],
  };
}

function routeTableAssociation(): Made {
  return {
    type: "aws_route_table_association",
    set: {},
    from: { route_table_id: "aws_vpc.main.main_route_table_id", subnet_id: "aws_subnet.main.id" },
    computed: ["id"],
    absent: ["gateway_id", "timeouts"],
  };
}

function role({ name, pick }: Site): Made {
  const service = pick(["ec2", "lambda", "ecs-tasks", "eks"]);
  const statement = {
    Action: "sts:AssumeRole",
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
  };
  return {
    type: "aws_iam_role",
    set: {
      assume_role_policy: JSON.stringify({ Statement: [statement], Version: "2012-10-17" }),
      force_detach_policies: false,
      max_session_duration: 3600,
      name,
      path: "/",
      ...tags(name),
    },
    computed: [
      "arn",
      "create_date",
      "id",
      "inline_policy",
      "managed_policy_arns",
      "name_prefix",
      "unique_id",
    ],
    absent: ["description", "permissions_boundary"],
  };
}

function rolePolicy({ name, region }: Site): Made {
  const statements = ["s3:GetObject", "sqs:SendMessage", "kms:Decrypt"].map((action) => ({
    Action: [action],
    Effect: "Allow",
    Resource: [`arn:aws:${action.split(":")[0]}:${region}:123456789012:${name}/*`],
  }));
  return {
    type: "aws_iam_role_policy",
    set: { name, policy: JSON.stringify({ Statement: statements, Version: "2012-10-17" }) },
    from: { role: "aws_iam_role.main.id" },
    computed: ["id", "name_prefix"],
  };
}

function roleAttachment({ pick }: Site): Made {
  const policy = pick([
    "AmazonEKSWorkerNodePolicy",
    "CloudWatchAgentServerPolicy",
    "AmazonSSMManagedInstanceCore",
  ]);
  return {
    type: "aws_iam_role_policy_attachment",
    set: { policy_arn: `arn:aws:iam::aws:policy/${policy}` },
    from: { role: "aws_iam_role.main.name" },
    computed: ["id"],
  };
}

function dnsRecord({ name, pick }: Site): Made {
  return {
    type: "aws_route53_record",
    set: {
      name: `${name}.example.com`,
      records: [`10.0.${pick([1, 2, 3])}.${pick([10, 20, 30])}`],
      ttl: 300,
      type: "A",
      zone_id: "Z0123456789ABCDEFGHIJ",
    },
    computed: ["allow_overwrite", "fqdn", "id"],
    absent: ["health_check_id", "multivalue_answer_routing_policy", "set_identifier"],
    empty: ["alias", "cidr_routing_policy", "failover_routing_policy", "geolocation_routing_policy"],
  };
}

function alarm({ name, pick }: Site): Made {
  return {
    type: "aws_cloudwatch_metric_alarm",
    set: {
      actions_enabled: true,
      alarm_actions: ["arn:aws:sns:us-east-1:123456789012:on-call"],
      alarm_name: name,
      comparison_operator: "GreaterThanThreshold",
      dimensions: { AutoScalingGroupName: name },
      evaluation_periods: 2,
      metric_name: pick(["CPUUtilization", "NetworkIn", "StatusCheckFailed"]),
      namespace: "AWS/EC2",
      period: 120,
      statistic: "Average",
      threshold: 80,
      treat_missing_data: "missing",
      ...tags(name),
    },
    computed: ["arn", "evaluate_low_sample_count_percentiles", "id"],
    absent: ["alarm_description", "datapoints_to_alarm", "extended_statistic", "threshold_metric_id", "unit"],
    empty: ["metric_query"],
  };
}

function parameter({ name }: Site): Made {
  return {
    type: "aws_ssm_parameter",
    set: {
      name: `/services/${name}`,
      tier: "Standard",
      type: "String",
      value: `https://${name}.example.com/api`,
      ...tags(name),
    },
    computed: ["arn", "data_type", "id", "insecure_value", "key_id", "version"],
    absent: ["allowed_pattern", "description", "overwrite"],
  };
}

function logGroup({ name }: Site): Made {
  return {
    type: "aws_cloudwatch_log_group",
    set: { name: `/aws/service/${name}`, retention_in_days: 30, skip_destroy: false, ...tags(name) },
    computed: ["arn", "id", "log_group_class", "name_prefix"],
    absent: ["kms_key_id"],
  };
}

function lambda({ name }: Site): Made {
  return {
    type: "aws_lambda_function",
    set: {
      environment: [{ variables: { LOG_LEVEL: "info", SERVICE: name, TABLE: `${name}-events` } }],
      function_name: name,
      handler: "index.handler",
      memory_size: 512,
      package_type: "Zip",
      runtime: "nodejs20.x",
      s3_bucket: "example-artifacts",
      s3_key: `${name}.zip`,
      timeout: 30,
      ...tags(name),
    },
    from: { role: "aws_iam_role.main.arn" },
    computed: [
      "architectures",
      "arn",
      "code_sha256",
      "id",
      "invoke_arn",
      "last_modified",
      "qualified_arn",
      "version",
    ],
    absent: ["code_signing_config_arn", "description", "filename", "image_uri", "kms_key_arn", "layers"],
    empty: ["dead_letter_config", "file_system_config", "image_config", "snap_start", "vpc_config"],
  };
}

function lambdaPermission({ name }: Site): Made {
  return {
    type: "aws_lambda_permission",
    set: {
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      statement_id: "AllowExecutionFromEvents",
      function_name: name,
    },
    computed: ["id", "statement_id_prefix"],
    absent: [
      "event_source_token",
      "function_url_auth_type",
      "principal_org_id",
      "qualifier",
      "source_account",
    ],
  };
}

function bucket({ name }: Site): Made {
  return {
    type: "aws_s3_bucket",
    set: { bucket: name, force_destroy: false, ...tags(name) },
    computed: [
      "arn",
      "bucket_domain_name",
      "bucket_prefix",
      "bucket_regional_domain_name",
      "id",
      "region",
      "policy",
    ],
    absent: ["timeouts"],
  };
}

function publicAccess({ name }: Site): Made {
  return {
    type: "aws_s3_bucket_public_access_block",
    set: {
      block_public_acls: true,
      block_public_policy: true,
      bucket: name,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
    computed: ["id"],
  };
}

function queue({ name }: Site): Made {
  return {
    type: "aws_sqs_queue",
    set: { delay_seconds: 0, fifo_queue: false, name, visibility_timeout_seconds: 60, ...tags(name) },
    computed: [
      "arn",
      "id",
      "kms_data_key_reuse_period_seconds",
      "name_prefix",
      "policy",
      "sqs_managed_sse_enabled",
      "url",
    ],
    absent: ["kms_master_key_id"],
  };
}

function targetGroup({ name }: Site): Made {
  return {
    type: "aws_lb_target_group",
    set: {
      deregistration_delay: "300",
      name,
      port: 8080,
      protocol: "HTTP",
      target_type: "ip",
      ...tags(name),
    },
    from: { vpc_id: "aws_vpc.main.id" },
    computed: ["arn", "arn_suffix", "id", "ip_address_type", "load_balancer_arns", "name_prefix"],
    absent: ["connection_termination", "lambda_multi_value_headers_enabled"],
  };
}

function taskDefinition({ name }: Site): Made {
  const container = { cpu: 256, essential: true, image: `example/${name}:1.4.2`, memory: 512, name };
  return {
    type: "aws_ecs_task_definition",
    set: {
      container_definitions: JSON.stringify([container]),
      cpu: "256",
      family: name,
      memory: "512",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      ...tags(name),
    },
    from: { execution_role_arn: "aws_iam_role.main.arn" },
    computed: ["arn", "arn_without_revision", "id", "revision"],
    absent: ["ipc_mode", "pid_mode", "task_role_arn"],
    empty: ["ephemeral_storage", "placement_constraints", "proxy_configuration", "volume"],
  };
}

function database({ name }: Site): Made {
  return {
    type: "aws_db_instance",
    set: {
      allocated_storage: 200,
      backup_retention_period: 7,
      engine: "postgres",
      engine_version: "16.3",
      identifier: name,
      instance_class: "db.r6g.large",
      multi_az: true,
      skip_final_snapshot: false,
      storage_encrypted: true,
      username: "postgres",
      ...tags(name),
    },
    computed: [
      "address",
      "arn",
      "availability_zone",
      "endpoint",
      "hosted_zone_id",
      "id",
      "kms_key_id",
      "port",
    ],
    absent: ["custom_iam_instance_profile", "domain", "monitoring_interval", "nchar_character_set_name"],
  };
}

function instance(site: Site): Made {
  return instanceOf(site, PROCESSORS);
}

function acceleratedInstance(site: Site): Made {
  return instanceOf(site, ACCELERATED);
}

function instanceOf({ name, pick }: Site, machines: readonly string[]): Made {
  return {
    type: "aws_instance",
    set: {
      ami: "ami-0123456789abcdef0",
      get_password_data: false,
      instance_type: pick(machines),
      metadata_options: [{ http_endpoint: "enabled", http_tokens: "required" }],
      root_block_device: [
        { delete_on_termination: true, encrypted: true, volume_size: 200, volume_type: "gp3" },
      ],
      source_dest_check: true,
      user_data_replace_on_change: false,
      ...tags(name),
    },
    from: { subnet_id: "aws_subnet.main.id", vpc_security_group_ids: "aws_security_group.main.id" },
    computed: [
      "arn",
      "availability_zone",
      "host_id",
      "id",
      "instance_state",
      "placement_group",
      "private_ip",
      "public_ip",
    ],
    absent: ["hibernation", "host_resource_group_arn", "user_data", "volume_tags", "timeouts"],
    empty: ["credit_specification", "launch_template", "network_interface", "ephemeral_block_device"],
  };
}

export function launchTemplate(site: Site): Made {
  return templateOf(site, PROCESSORS);
}

function acceleratedTemplate(site: Site): Made {
  return templateOf(site, ACCELERATED);
}

function templateOf({ name, pick }: Site, machines: readonly string[]): Made {
  return {
    type: "aws_launch_template",
    set: {
      block_device_mappings: [{ device_name: "/dev/xvda", ebs: [{ encrypted: "true", volume_size: 500 }] }],
      image_id: "ami-0123456789abcdef0",
      instance_type: pick(machines),
      name,
      tag_specifications: [{ resource_type: "instance", tags: { Name: name } }],
      ...tags(name),
    },
    from: { vpc_security_group_ids: "aws_security_group.main.id" },
    computed: ["arn", "default_version", "id", "latest_version", "metadata_options", "name_prefix"],
    absent: [
      "description",
      "disable_api_stop",
      "ebs_optimized",
      "kernel_id",
      "key_name",
      "ram_disk_id",
      "user_data",
    ],
    empty: [
      "capacity_reservation_specification",
      "cpu_options",
      "instance_requirements",
      "network_interfaces",
      "placement",
    ],
  };
}

function autoscalingGroup({ name, pick }: Site): Made {
  return {
    type: "aws_autoscaling_group",
    set: {
      health_check_grace_period: 300,
      max_size: pick([2, 8, 32]),
      metrics_granularity: "1Minute",
      min_size: 0,
      name,
      tag: [{ key: "Name", propagate_at_launch: true, value: name }],
      wait_for_capacity_timeout: "10m",
    },
    from: { vpc_zone_identifier: "aws_subnet.main.id", "launch_template.id": "aws_launch_template.main.id" },
    computed: [
      "arn",
      "availability_zones",
      "desired_capacity",
      "health_check_type",
      "id",
      "mixed_instances_policy",
    ],
    absent: [
      "capacity_rebalance",
      "enabled_metrics",
      "launch_configuration",
      "max_instance_lifetime",
      "timeouts",
    ],
    empty: ["initial_lifecycle_hook", "instance_refresh", "warm_pool"],
  };
}

function nodeGroup(site: Site): Made {
  return nodeGroupOf(site, PROCESSORS);
}

function acceleratedNodeGroup(site: Site): Made {
  return nodeGroupOf(site, ACCELERATED);
}

function nodeGroupOf({ name, pick }: Site, machines: readonly string[]): Made {
  return {
    type: "aws_eks_node_group",
    set: {
      ami_type: "AL2023_x86_64_STANDARD",
      capacity_type: "ON_DEMAND",
      cluster_name: "main",
      instance_types: [pick(machines)],
      node_group_name: name,
      scaling_config: [{ desired_size: 2, max_size: pick([2, 8, 16]), min_size: 0 }],
      ...tags(name),
    },
    from: { node_role_arn: "aws_iam_role.main.arn", subnet_ids: "aws_subnet.main.id" },
    computed: ["arn", "disk_size", "id", "release_version", "resources", "status", "version"],
    absent: ["force_update_version", "timeouts"],
    empty: ["launch_template", "remote_access", "taint"],
  };
}

function tags(name: string) {
  return {
    tags: { Name: name },
    tags_all: { Name: name, ManagedBy: "terraform" },
  };
}
