import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { nameFor } from "../name";
import { policyDocument } from "../policy-document";
import { RegionalBoundary } from "../regional-boundary";

export interface FlowLogsProps {
  readonly source: { readonly vpcId: string } | { readonly transitGatewayId: string };
  readonly retentionInDays: number;
}

/** Every flow of a network or Transit Gateway in a log group of its region under the boundary's key. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { source, retentionInDays }: FlowLogsProps) {
    super(scope, id);
    const boundary = RegionalBoundary.of(this);
    const group = new CloudwatchLogGroup(this, "group", {
      name: `/landfall/${nameFor(scope, "flows")}`,
      kmsKeyId: boundary.key.arn,
      retentionInDays,
    });
    const role = new IamRole(this, "role", {
      name: nameFor(scope, "flow-logs"),
      assumeRolePolicy: trust(boundary),
    });
    new IamRolePolicy(this, "write", {
      name: "write",
      role: role.id,
      policy: policyDocument([
        {
          Sid: "Write",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: `${group.arn}:*`,
        },
      ]),
    });
    new FlowLog(this, "flows", {
      ...source,
      // A Transit Gateway takes no traffic type, and no longer interval than a minute.
      ...("vpcId" in source ? { trafficType: "ALL" } : { maxAggregationInterval: 60 }),
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: { Name: scope.node.id },
    });
  }
}

function trust({ partition, region, account }: RegionalBoundary): string {
  return policyDocument([
    {
      Sid: "FlowLogs",
      Effect: "Allow",
      Principal: { Service: "vpc-flow-logs.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: { "aws:SourceArn": `arn:${partition}:ec2:${region.code}:${account}:vpc-flow-log/*` },
      },
    },
  ]);
}
