/** Where the figures of datasheets and machines come from, by the short key that stands beside them. */
export const sources = {
  recollection: "general knowledge, not checked against any document",
  unattributed: "a public repository's source file found by search; its address was not recorded",

  epoch:
    "Epoch AI, machine learning hardware (CC-BY), epoch.ai/data/machine-learning-hardware; copy of 2026-04-27 in natepaulo43-oss/Capstone-AI-Capex-Wall@efc5e00 data/ml_hardware.csv",
  techpowerup:
    "TechPowerUp GPU database, values as copied in reox007/RightNow-GPU-Database@77fae38 data/*/all.json (read as text only)",
  "aws-gpu-reference": "koyakimu/aws-gpu-quick-reference@48c0b93 data/aws-ec2-nvidia-gpu-specs.json",
  "chip-export-controls":
    "s-w-kelly/chip-export-controls@d813a66 src/data/chipData.js (2026-03-18; cites makers' datasheets)",
  "ml-engineering":
    "stas00/ml-engineering@744d01e compute/accelerator/README.md (2026-08-22; cites makers' pages)",
  "scaling-book": "jax-ml/scaling-book@0819a7d tpus.md (Google)",
  "neuron-docs":
    "aws-neuron/aws-neuron-sdk@81ce03a about-neuron/arch/neuron-hardware/*.rst, deploy/eks/ultraserver-operator.rst (AWS, 2026-08-21)",

  "ec2-derived": "EC2 DescribeInstanceTypes as carried by karpenter-docs and ec2-describe",
  "ec2-describe":
    "hoonoh/aws-spot-price test/data/describe-instance-types-mocks (DescribeInstanceTypes answers, 2025-03-14)",
  "karpenter-docs":
    "aws/karpenter-provider-aws@1d92708 website/content/en/docs/reference/instance-types.md (from DescribeInstanceTypes, 2026-08-21)",
  "karpenter-limits":
    "aws/karpenter-provider-aws@1d92708 pkg/providers/instancetype/zz_generated.vpclimits.go",
  "vpc-cni": "aws/amazon-vpc-cni-k8s@b521883 pkg/vpc/vpc_ip_resource_limit.go (2026-08-20)",
  ec2instances: "vantage-sh/ec2instances.info@4ef36cd scraper/aws/ec2/gpu_data.go (by hand, 2026-07-20)",
  "autoscaler-aws":
    "kubernetes/autoscaler@55c37cd cluster-autoscaler/cloudprovider/aws/ec2_instance_types.go (2026-01-22)",
  botocore:
    "boto/botocore@0e6e240 botocore/data/ec2/2016-11-15/service-2.json, enum InstanceType (2026-08-07); UltraServer names: changelog 1.39.4",
  "aws-sdk-js": "npm @aws-sdk/client-ec2@3.1169.0 dist-types/models/enums.d.ts",

  "google-catalogue":
    "Cyclenerd/google-cloud-pricing-cost-calculator@dac3128 tools/{machinetyperegion,acceleratortyperegion}.csv (2026-08-20)",
  "autoscaler-azure":
    "kubernetes/autoscaler@55c37cd cluster-autoscaler/cloudprovider/azure/azure_instance_types.go (2026-03-17)",
  "autoscaler-azure-gpu":
    "kubernetes/autoscaler@55c37cd cluster-autoscaler/cloudprovider/azure/azure_instance_gpu_sku.go",
  "skypilot-oci": "skypilot-org/skypilot-catalog@0588751 catalogs/v8/oci/vms.csv",
} as const;

/** The short name by which a figure refers to its source. */
export type SourceKey = keyof typeof sources;
