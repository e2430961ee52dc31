import type { Statement } from "../policy-document";
import type { RegionalBoundary } from "../regional-boundary";
import type { InferenceEndpointProps } from "./props";

/** What SageMaker does on an endpoint's behalf: fetch image and model, join the network, log, and keep what is captured. */
export function rightsOf(
  boundary: RegionalBoundary,
  logGroupArn: string,
  { image, model, capture }: InferenceEndpointProps,
): Statement[] {
  return [
    allow("Registry", "ecr:GetAuthorizationToken", "*"),
    allow(
      "Image",
      ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      repositoryArn(boundary, image),
    ),
    allow(
      "Logs",
      ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      `${logGroupArn}:*`,
    ),
    // Neither knows resources.
    allow("Metrics", "cloudwatch:PutMetricData", "*"),
    allow("Network", NETWORK, "*"),
    ...(model
      ? [
          allow("Model", "s3:GetObject", `${model.bucket.bucket.arn}/${model.key}*`),
          allow("ModelList", "s3:ListBucket", model.bucket.bucket.arn),
        ]
      : []),
    ...(capture ? [allow("Capture", "s3:PutObject", `${capture.bucket.bucket.arn}/capture/*`)] : []),
    allow(
      "Key",
      ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey*"],
      boundary.key.arn,
    ),
  ];
}

const NETWORK = [
  "ec2:CreateNetworkInterface",
  "ec2:CreateNetworkInterfacePermission",
  "ec2:DeleteNetworkInterface",
  "ec2:DeleteNetworkInterfacePermission",
  "ec2:DescribeDhcpOptions",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
];

function allow(Sid: string, Action: string | string[], Resource: string): Statement {
  return { Sid, Effect: "Allow", Action, Resource };
}

/** Of an image of ECR; of all repositories where only Terraform knows the image. */
function repositoryArn({ partition, region }: RegionalBoundary, image: string): string {
  const [, account, name] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(image) ?? [];
  return account === undefined ? "*" : `arn:${partition}:ecr:${region.code}:${account}:repository/${name}`;
}
