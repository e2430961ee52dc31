import type { RuleId } from "../policy/rule-ids";
import type { Gap } from "./gaps";

/** What a statement does, for which rules, and what passes it. */
export interface Control {
  readonly denies: string;
  readonly rules: readonly RuleId[];
  readonly gaps: readonly Gap[];
}

const placing = [
  "us-ear/zone-a",
  "us-ear/zone-b",
  "us-ear/headquarters-a",
  "us-ear/headquarters-b",
  "us-ear/uae",
  "us-ear/is-informed",
  "us-ear/worldwide-a",
  "org/country",
] as const satisfies readonly RuleId[];

/** At run time AWS sees the values that a document left open. */
const open = ["gate/unresolved", "gate/opaque"] as const satisfies readonly RuleId[];

/** One entry per kind of statement. */
export const controls = {
  "machine-type": {
    denies:
      "EC2 machines, capacity and hosts of a type that the rules block, outside the regions where they do not",
    rules: [...placing, ...open, "gate/unknown-location"],
    gaps: ["fleets", "type-change", "standing", "quantities"],
  },
  "unknown-machine-type": {
    denies: "machine types of an accelerator family that the catalogue lacks, everywhere",
    rules: ["gate/unknown-accelerator"],
    gaps: ["variants", "standing"],
  },
  "no-machine-type": {
    denies:
      "EC2 calls of the same kind whose machine type is not told, outside the regions where anything may stand",
    rules: [...placing, ...open],
    gaps: ["fleets"],
  },
  "zone-machine-type": {
    denies: "such types in Local and Wavelength Zones, but for those that stand where the rules allow them",
    rules: [...placing, ...open, "gate/unknown-location"],
    gaps: ["later-zones"],
  },
  "sagemaker-type": {
    denies: "SageMaker jobs, endpoints, notebooks and clusters with such a type",
    rules: [...placing, ...open, "gate/unknown-accelerator"],
    gaps: ["variants", "untyped-calls"],
  },
  "autoscaling-type": {
    denies: "Auto Scaling groups that list such a type",
    rules: [...placing, ...open, "gate/unknown-accelerator"],
    gaps: ["fleets", "variants"],
  },
  "launch-configuration": {
    denies:
      "launch configurations with any accelerator, everywhere: launch templates replace them and are checked",
    rules: [...placing, ...open, "gate/unknown-accelerator"],
    gaps: [],
  },
  "codebuild-type": {
    denies:
      "CodeBuild fleets and projects with any accelerator or GPU, outside the regions where anything may stand",
    rules: [...placing, ...open],
    gaps: [],
  },
  "untyped-calls": {
    denies:
      "calls that bring machines without telling their type, outside the regions where anything may stand",
    rules: [...placing, ...open, "gate/unknown-location"],
    gaps: ["untyped-calls"],
  },
  "zone-opt-in": {
    denies: "opting in to Local and Wavelength Zones, many of which stand abroad: no key tells which one",
    rules: [...placing, "gate/unknown-location", "residency/at-rest"],
    gaps: ["later-zones"],
  },
  "region-opt-in": {
    denies: "enabling regions outside those permitted",
    rules: [...placing, "gate/unknown-location", "residency/at-rest"],
    gaps: [],
  },
  quota: {
    denies: "asking for more quota of EC2 or SageMaker outside the regions where anything may stand",
    rules: placing,
    gaps: ["standing"],
  },
  "leave-organization": {
    denies: "leaving the organization, and with it every guardrail",
    rules: [...placing, "residency/sharing"],
    gaps: [],
  },
  "break-glass": {
    denies: "making, passing or re-trusting the break-glass role by anybody but itself",
    rules: [...placing, "residency/sharing"],
    gaps: ["break-glass"],
  },
  region: {
    denies:
      "every call to a region outside the boundary's countries, but for services with one endpoint for the world",
    rules: [
      "residency/at-rest",
      "residency/replication",
      "gate/unresolved",
      "gate/opaque",
      "gate/unknown-location",
    ],
    gaps: ["endpoint-region", "destination-calls"],
  },
  zone: {
    denies: "machines, volumes and capacity in Local and Wavelength Zones outside the boundary's countries",
    rules: ["residency/at-rest", "gate/unknown-location"],
    gaps: ["later-zones"],
  },
  "key-replica": {
    denies: "replicas of KMS keys outside the boundary's regions",
    rules: ["residency/keys"],
    gaps: [],
  },
  "secret-replica": {
    denies: "replicas of secrets outside the boundary's regions",
    rules: ["residency/replication"],
    gaps: [],
  },
  "bucket-region": {
    denies: "making buckets outside the boundary's regions through another region's endpoint",
    rules: ["residency/at-rest"],
    gaps: [],
  },
  copies: {
    denies: "replication and copies for which no key tells the destination",
    rules: ["residency/replication"],
    gaps: ["copies-inside", "destination-calls", "data-plane"],
  },
  "backup-copy": {
    denies: "copying backups to vaults outside the boundary's regions and accounts",
    rules: ["residency/replication", "residency/sharing"],
    gaps: ["destination-calls"],
  },
  witness: {
    denies: "Aurora DSQL clusters with a witness outside the boundary's regions",
    rules: ["residency/replication"],
    gaps: [],
  },
  "stack-set": {
    denies: "stack instances in regions outside the boundary's",
    rules: ["residency/at-rest"],
    gaps: ["management-account"],
  },
  inference: {
    denies: "Bedrock inference profiles, which route requests to other regions",
    rules: ["residency/network"],
    gaps: ["copies-inside"],
  },
  sharing: {
    denies: "sharing snapshots, images, data shares and resources with accounts outside the boundary",
    rules: ["residency/sharing"],
    gaps: ["resource-policies-inside", "services-not-covered"],
  },
  targets: {
    denies: "EventBridge targets outside the boundary's regions and accounts",
    rules: ["residency/network", "residency/sharing"],
    gaps: ["data-plane"],
  },
  peering: {
    denies: "VPC peering with networks outside the boundary's regions and accounts",
    rules: ["residency/network"],
    gaps: [],
  },
  ways: {
    denies:
      "transit gateway peering, Cloud WAN, CloudFront and Global Accelerator, whose other end no key tells",
    rules: ["residency/network"],
    gaps: ["copies-inside", "data-plane"],
  },
  "private-link": {
    denies: "PrivateLink to services of other regions, and services offered to other regions",
    rules: ["residency/network"],
    gaps: ["copies-inside", "data-plane"],
  },
  "identity-perimeter": {
    denies: "principals outside the perimeter on data inside it",
    rules: ["residency/sharing", "residency/keys"],
    gaps: ["role-chains", "log-delivery"],
  },
  "service-perimeter": {
    denies: "AWS services acting for an account outside the perimeter",
    rules: ["residency/sharing"],
    gaps: ["log-delivery"],
  },
  endpoint: {
    denies: "passing the endpoint as, or to, an account outside the perimeter",
    rules: ["residency/sharing", "residency/network", "residency/keys"],
    gaps: ["data-plane"],
  },
} as const satisfies Record<string, Control>;

export type ControlName = keyof typeof controls;

/** Rules that nothing at run time stands for, with why. */
export const unenforced: Partial<Record<RuleId, string>> = {
  "us-ear/entity-list":
    "AWS knows no parties. The policy's parties are screened when it is read; whom an account is later handed to is not seen.",
  "us-ear/affiliates": "AWS knows no owners of parties.",
  "us-ear/red-flags": "Red flags are facts about a deal. No call to AWS shows them.",
  "org/caps":
    "AWS counts no accelerators across accounts. Service quotas come nearest, and no policy sets them.",
  "my-sta/transfer": "Transfers of hardware are no calls to AWS.",
  "policy/waiver":
    "About the policy file itself. Waivers set single findings aside and open nothing at run time.",
  "policy/authorization": "About the policy file itself. AWS knows no licences, quantities or parties.",
};
