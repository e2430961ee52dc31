import type { Request } from "../organization";
import { allowed, denied, group, types } from "./builders";

/** The simulator takes the first value of autoscaling:InstanceTypes, which its data does not know as a list. */
export const services: Request[] = [
  ...[
    "CreateTrainingJob",
    "CreateProcessingJob",
    "CreateTransformJob",
    "CreateHyperParameterTuningJob",
    "CreateEndpointConfig",
    "CreateNotebookInstance",
    "UpdateNotebookInstance",
    "CreateApp",
    "CreateSpace",
    "UpdateSpace",
    "CreateCluster",
    "UpdateCluster",
    "CreateMonitoringSchedule",
  ].flatMap((name) => [
    denied("sagemaker-type", `sagemaker:${name}`, "me-south-1", types("ml.p5.48xlarge")),
    allowed(`sagemaker:${name}`, "eu-west-1", types("ml.p5.48xlarge")),
  ]),
  denied("sagemaker-type", "sagemaker:CreateCluster", "me-south-1", types("ml.m5.large", "ml.p5.48xlarge")),
  denied("sagemaker-type", "sagemaker:CreateCluster", "me-south-1", types("ml.p5.48xlarge", "ml.m5.large")),
  denied("sagemaker-type", "sagemaker:CreateCluster", "eu-west-1", types("ml.m5.large", "ml.p9.48xlarge")),
  denied("sagemaker-type", "sagemaker:CreateCluster", "eu-west-1", types("ml.trn4.48xlarge")),
  denied("sagemaker-type", "sagemaker:CreateCluster", "eu-west-1", types("ml.u-p7e-gb300x72")),
  denied("sagemaker-type", "sagemaker:CreateCluster", "me-south-1", types("ml.p5z.48xlarge")),
  allowed("sagemaker:CreateCluster", "eu-west-1", types("ml.m5.large", "ml.p5.48xlarge", "ml.g6.xlarge")),
  allowed("sagemaker:CreateCluster", "me-south-1", types("ml.m5.large", "ml.c5.xlarge")),
  // Serverless, or nothing about machines: ForAnyValue of nothing is not met.
  allowed("sagemaker:CreateEndpointConfig", "me-south-1"),
  allowed("sagemaker:CreateTrainingJob", "me-south-1", types("ml.g4dn.xlarge")),
  allowed("sagemaker:DeleteEndpoint", "me-south-1"),
  denied("autoscaling-type", "autoscaling:CreateAutoScalingGroup", "me-south-1", group("p5.48xlarge")),
  denied(
    "autoscaling-type",
    "autoscaling:CreateAutoScalingGroup",
    "me-south-1",
    group("g6.xlarge", "m7i.large"),
  ),
  denied("autoscaling-type", "autoscaling:UpdateAutoScalingGroup", "me-central-1", group("p4d.24xlarge")),
  denied("autoscaling-type", "autoscaling:UpdateAutoScalingGroup", "us-east-1", group("p8.xlarge")),
  allowed("autoscaling:CreateAutoScalingGroup", "us-east-1", group("m7i.large", "p5.48xlarge")),
  allowed("autoscaling:CreateAutoScalingGroup", "me-south-1", group("m7i.large", "c7i.large")),
  allowed("autoscaling:CreateAutoScalingGroup", "me-south-1"),
  denied("launch-configuration", "autoscaling:CreateLaunchConfiguration", "us-east-1", {
    context: { "autoscaling:InstanceType": "p5.48xlarge" },
  }),
  denied("launch-configuration", "autoscaling:CreateLaunchConfiguration", "us-east-1", {
    context: { "autoscaling:InstanceType": "p9.48xlarge" },
  }),
  allowed("autoscaling:CreateLaunchConfiguration", "me-south-1", {
    context: { "autoscaling:InstanceType": "m7i.large" },
  }),
  denied("codebuild-type", "codebuild:CreateFleet", "me-south-1", {
    context: { "codebuild:computeConfiguration.instanceType": "g6.xlarge" },
  }),
  denied("codebuild-type", "codebuild:UpdateFleet", "me-south-1", {
    context: { "codebuild:environmentType": "LINUX_GPU_CONTAINER" },
  }),
  denied("codebuild-type", "codebuild:CreateProject", "me-south-1", {
    context: { "codebuild:environment.type": "LINUX_GPU_CONTAINER" },
  }),
  denied("codebuild-type", "codebuild:StartBuild", "me-south-1", {
    context: { "codebuild:environment.type": "LINUX_GPU_CONTAINER" },
  }),
  denied("codebuild-type", "codebuild:UpdateProject", "me-south-1", {
    context: { "codebuild:environment.computeConfiguration.instanceType": "p5.48xlarge" },
  }),
  allowed("codebuild:CreateProject", "me-south-1", {
    context: { "codebuild:environment.type": "LINUX_CONTAINER" },
  }),
  allowed("codebuild:CreateFleet", "eu-west-1", {
    context: { "codebuild:environmentType": "LINUX_GPU_CONTAINER" },
  }),
  allowed("codebuild:StartBuild", "me-south-1"),
  denied("quota", "servicequotas:RequestServiceQuotaIncrease", "me-south-1", {
    context: { "servicequotas:service": "ec2" },
  }),
  denied("quota", "servicequotas:RequestServiceQuotaIncrease", "me-central-1", {
    context: { "servicequotas:service": "sagemaker" },
  }),
  allowed("servicequotas:RequestServiceQuotaIncrease", "me-south-1", {
    context: { "servicequotas:service": "lambda" },
  }),
  allowed("servicequotas:RequestServiceQuotaIncrease", "eu-west-1", {
    context: { "servicequotas:service": "ec2" },
  }),
  denied("leave-organization", "organizations:LeaveOrganization", "us-east-1"),
  allowed("organizations:DescribeOrganization", "us-east-1"),
];
