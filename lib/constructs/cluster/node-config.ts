/**
 * User data that makes the instance store disks of an EKS node on Amazon Linux 2023 one RAID 0 array for images and
 * scratch. EKS merges its own part into it. On a machine without such disks it does nothing.
 *
 * Source: awslabs/amazon-eks-ami nodeadm, NodeConfig `spec.instance.localStorage`.
 */
export function instanceStoreUserData(): string {
  const lines = [
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="//"',
    "",
    "--//",
    "Content-Type: application/node.eks.aws",
    "",
    "---",
    "apiVersion: node.eks.aws/v1alpha1",
    "kind: NodeConfig",
    "spec:",
    "  instance:",
    "    localStorage:",
    "      strategy: RAID0",
    "",
    "--//--",
    "",
  ];
  return Buffer.from(lines.join("\n")).toString("base64");
}
