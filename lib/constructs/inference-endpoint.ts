import { createHash } from "node:crypto";
import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SagemakerEndpoint } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { SagemakerEndpointConfiguration } from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import { SagemakerModel } from "@cdktf/provider-aws/lib/sagemaker-model";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { checkEndpoint, takesKey } from "./endpoint/check-endpoint";
import type { InferenceEndpointProps, ModelArtifact } from "./endpoint/props";
import { rightsOf } from "./endpoint/rights";
import { nameFor } from "./name";
import { confirmationTag } from "./pool/read-confirmation";
import { machineSecurityGroup } from "./pool/security-group";
import { RegionalBoundary } from "./regional-boundary";
import { ServiceRole, trustService } from "./service-role";

const VARIANT = "all";

/**
 * A model served by SageMaker inside a boundary: in the network's subnets, without any other, under the boundary's
 * key, and scaled by its load.
 *
 * @throws Error for a machine type that the region does not offer, an image of another region, and data outside the
 * boundary.
 */
export class InferenceEndpoint extends Construct {
  readonly endpoint: SagemakerEndpoint;
  readonly model: SagemakerModel;
  readonly configuration: SagemakerEndpointConfiguration;
  readonly role: IamRole;
  readonly securityGroup: SecurityGroup;

  constructor(scope: Construct, id: string, props: InferenceEndpointProps) {
    super(scope, id);
    checkEndpoint(this, props);
    const boundary = RegionalBoundary.of(this);
    const name = nameFor(this, "endpoint");
    const logs = new CloudwatchLogGroup(this, "logs", {
      // SageMaker chooses the name; made beforehand it has the boundary's key and an end.
      name: `/aws/sagemaker/Endpoints/${name}`,
      kmsKeyId: boundary.key.arn,
      retentionInDays: props.logRetentionDays ?? 365,
    });
    const service = new ServiceRole(this, "service", {
      name: nameFor(this, "sagemaker"),
      trust: [
        {
          ...trustService("sagemaker"),
          Condition: { StringEquals: { "aws:SourceAccount": boundary.account } },
        },
      ],
      statements: rightsOf(boundary, logs.arn, props),
    });
    this.role = service.role;
    this.securityGroup = machineSecurityGroup(this, props.network, "Machines of an endpoint");
    this.model = this.serve(service, props);
    this.configuration = this.configure(props);
    this.endpoint = new SagemakerEndpoint(this, "endpoint", {
      name,
      endpointConfigName: this.configuration.name,
      tags: confirmationTag(props.confirmedOffering),
      dependsOn: [logs],
    });
    if (props.minNodes !== undefined && props.minNodes !== props.nodes) this.scale(props);
  }

  private serve({ role, ready }: ServiceRole, props: InferenceEndpointProps): SagemakerModel {
    const { image, model, environment, network } = props;
    return new SagemakerModel(this, "model", {
      name: this.versioned("model", [image, model?.key, environment, props.networkIsolation]),
      executionRoleArn: role.arn,
      enableNetworkIsolation: props.networkIsolation ?? true,
      primaryContainer: {
        image,
        ...(environment && { environment: { ...environment } }),
        ...(model && { modelDataSource: sourceOf(model) }),
      },
      vpcConfig: {
        subnets: network.subnets.map((subnet) => subnet.id),
        securityGroupIds: [this.securityGroup.id],
      },
      dependsOn: [...ready],
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private configure(props: InferenceEndpointProps): SagemakerEndpointConfiguration {
    const { key } = RegionalBoundary.of(this);
    const { capture, machineType, minNodes = props.nodes, startupSeconds = 1800 } = props;
    const told = [machineType, minNodes, startupSeconds, capture?.percentage, this.model.nameInput];
    return new SagemakerEndpointConfiguration(this, "configuration", {
      name: this.versioned("config", told),
      ...(takesKey(machineType) && { kmsKeyArn: key.arn }),
      productionVariants: [
        {
          variantName: VARIANT,
          modelName: this.model.name,
          instanceType: machineType,
          initialInstanceCount: minNodes,
          initialVariantWeight: 1,
          containerStartupHealthCheckTimeoutInSeconds: startupSeconds,
          modelDataDownloadTimeoutInSeconds: startupSeconds,
        },
      ],
      ...(capture && {
        dataCaptureConfig: {
          enableCapture: true,
          initialSamplingPercentage: capture.percentage ?? 100,
          destinationS3Uri: `s3://${capture.bucket.bucket.bucket}/capture`,
          kmsKeyId: key.arn,
          captureOptions: [{ captureMode: "Input" }, { captureMode: "Output" }],
        },
      }),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private scale({ nodes, minNodes = nodes, requestsPerMinute = 60 }: InferenceEndpointProps): void {
    const target = new AppautoscalingTarget(this, "scaling", {
      serviceNamespace: "sagemaker",
      resourceId: `endpoint/${this.endpoint.name}/variant/${VARIANT}`,
      scalableDimension: "sagemaker:variant:DesiredInstanceCount",
      minCapacity: minNodes,
      maxCapacity: nodes,
    });
    new AppautoscalingPolicy(this, "by-requests", {
      name: nameFor(this, "by-requests"),
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      resourceId: target.resourceId,
      scalableDimension: target.scalableDimension,
      targetTrackingScalingPolicyConfiguration: {
        targetValue: requestsPerMinute,
        scaleInCooldown: 600,
        scaleOutCooldown: 60,
        predefinedMetricSpecification: { predefinedMetricType: "SageMakerVariantInvocationsPerInstance" },
      },
    });
  }

  /** SageMaker changes neither models nor configurations: a changed one is a new one, with a name of its own. */
  private versioned(purpose: string, told: readonly unknown[]): string {
    const digest = createHash("sha256").update(JSON.stringify(told)).digest("hex").slice(0, 8);
    return `${nameFor(this, purpose, 54)}-${digest}`;
  }
}

function sourceOf({ bucket, key }: ModelArtifact) {
  const isFolder = key.endsWith("/");
  return {
    s3DataSource: [
      {
        s3Uri: `s3://${bucket.bucket.bucket}/${key}`,
        s3DataType: isFolder ? "S3Prefix" : "S3Object",
        compressionType: isFolder ? "None" : "Gzip",
      },
    ],
  };
}
