import type { ControlName } from "../../../lib/guardrails";
import { HOME, type Request } from "../organization";

export type Fields = Omit<Request, "expected" | "control" | "action" | "region">;

export const denied = (
  control: ControlName,
  action: string,
  region: string,
  fields: Fields = {},
): Request => ({
  expected: "denied",
  control,
  action,
  region,
  ...fields,
});
export const allowed = (action: string, region: string, fields: Fields = {}): Request => ({
  expected: "allowed",
  action,
  region,
  ...fields,
});
export const machine = (type: string, more: Request["context"] = {}): Fields => ({
  on: "instance",
  context: { "ec2:InstanceType": type, ...more },
});
export const inZone = (type: string, zone: string) => machine(type, { "ec2:AvailabilityZone": zone });
export const slots = (type: string): Fields => ({
  on: "capacity-reservation",
  context: { "ec2:InstanceType": type },
});
export const host = (type: string): Fields => ({
  on: "dedicated-host",
  context: { "ec2:InstanceType": type },
});
export const types = (...list: string[]): Fields => ({ context: { "sagemaker:InstanceTypes": list } });
export const group = (...list: string[]): Fields => ({ context: { "autoscaling:InstanceTypes": list } });
export const as = (name: string): Fields => ({ by: `arn:aws:iam::444455556666:role/${name}` });
export const glass = as("break-glass");
export const autoscaling = as("aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");

export const home = (fields: Fields = {}): Fields => ({ ...fields, from: HOME });
export const keyed = (key: string, value: string | string[], on?: string): Fields =>
  home({ context: { [key]: value }, ...(on && { on }) });
