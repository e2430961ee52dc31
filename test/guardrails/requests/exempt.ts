import type { Request } from "../organization";
import { allowed, as, autoscaling, denied, glass, machine } from "./builders";

export const exempt: Request[] = [
  allowed("ec2:RunInstances", "me-south-1", { ...machine("p5.48xlarge"), ...glass }),
  allowed("ec2:RunInstances", "us-east-1", { ...machine("p7.48xlarge"), ...glass }),
  allowed("eks:CreateNodegroup", "me-south-1", glass),
  allowed("ec2:ModifyAvailabilityZoneGroup", "us-east-1", glass),
  denied("machine-type", "ec2:RunInstances", "me-south-1", {
    ...machine("p5.48xlarge"),
    ...as("break-glass-2"),
  }),
  denied("machine-type", "ec2:RunInstances", "me-south-1", {
    ...machine("p5.48xlarge"),
    ...as("team/break-glass"),
  }),
  denied("machine-type", "ec2:RunInstances", "me-south-1", {
    ...machine("p5.48xlarge"),
    ...as("Break-Glass"),
  }),
  ...["iam:CreateRole", "iam:PassRole", "iam:UpdateAssumeRolePolicy"].flatMap((action) => [
    denied("break-glass", action, "us-east-1", { named: "break-glass" }),
    allowed(action, "us-east-1", { named: "another" }),
    allowed(action, "us-east-1", { named: "break-glass", ...glass }),
  ]),
  // Service-linked roles are documented as not stopped.
  allowed("ec2:RunInstances", "me-south-1", { ...machine("p5.48xlarge"), ...autoscaling }),
  allowed("ec2:RunInstances", "us-east-1", { ...machine("p9.48xlarge"), ...autoscaling }),
];
