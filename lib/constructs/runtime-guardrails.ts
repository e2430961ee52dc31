import { OrganizationsPolicy } from "@cdktf/provider-aws/lib/organizations-policy";
import { OrganizationsPolicyAttachment } from "@cdktf/provider-aws/lib/organizations-policy-attachment";
import { Annotations, type ITerraformDependable, type TerraformProvider, Token } from "cdktf";
import { Construct } from "constructs";
import {
  type GuardrailDocument,
  GuardrailError,
  type Guardrails,
  guardrails,
  type Kind,
  type Size,
} from "../guardrails";
import type { Policy } from "../policy/policy";
import { fail, quoted } from "./check";

/** The policy, and where in AWS its documents are attached. */
export interface RuntimeGuardrailsProps {
  /** The policy that the stacks are judged by. */
  readonly policy: Policy;
  /** Of the organization's management account, or of the account that it lets manage policies. */
  readonly provider: TerraformProvider;
  /** The root, organizational units or accounts that run anything: `r-…`, `ou-…`, 12 digits. */
  readonly organization: readonly string[];
  /** The same by name of a boundary of the policy. @default the boundary's accounts */
  readonly boundaries?: Readonly<Record<string, readonly string[]>>;
  /** Characters of a service control policy. @default 5120 */
  readonly size?: Size;
  /** Name, path or ARN of the IAM role that service control policies exempt. It has to exist before. @default nobody is exempt */
  readonly breakGlassRole?: string;
  /** `o-…`: whose principals may reach data, where a boundary names no accounts. @default no such documents */
  readonly organizationId?: string;
  /** The organization with its policy types, where the same program makes it. @default nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** What can be attached to one target beside AWS's own, by size. */
const MOST: Readonly<Record<Size, number>> = { 5120: 4, 10240: 9 };

const TYPES: Readonly<Partial<Record<Kind, string>>> = {
  "service-control-policy": "SERVICE_CONTROL_POLICY",
  "resource-control-policy": "RESOURCE_CONTROL_POLICY",
};

/**
 * The policy as service control and resource control policies of AWS Organizations, attached. Both types have to be
 * enabled in the organization.
 *
 * @throws Error for targets that are malformed, missing or of a boundary that the policy has not, for more documents
 * than AWS takes, and for targets of a boundary for which none can be made. What else is missing is a warning.
 */
export class RuntimeGuardrails extends Construct {
  /** In the order of `landfall guardrails`. */
  readonly policies: readonly OrganizationsPolicy[];
  private readonly documents: readonly GuardrailDocument[];

  constructor(scope: Construct, id: string, props: RuntimeGuardrailsProps) {
    super(scope, id);
    this.checkNames(props);
    const { documents, missing } = this.make(props);
    this.documents = documents;
    for (const sentence of missing) Annotations.of(this).addWarning(sentence);
    this.checkUsed(props);
    const organizational = this.documents.filter(({ kind }) => TYPES[kind] !== undefined);
    const targets = new Map(organizational.map((document) => [document, this.targetsOf(document, props)]));
    this.checkCounts(targets, props.size ?? 5120);
    this.policies = organizational.map((document) =>
      this.attached(document, targets.get(document) ?? [], props),
    );
  }

  /**
   * The policy of a boundary's VPC endpoints, as `policy` of a `VpcEndpoint`.
   *
   * @throws Error when there is none: the policy names neither the boundary nor its accounts, and no organization was given.
   */
  endpointPolicy(boundary: string, service: "s3" | "kms"): string {
    const found = this.documents.find((one) => one.boundary === boundary && one.service === service);
    return (
      found?.text ??
      fail(
        this,
        `there is no policy for endpoints of ${service} in boundary "${boundary}"; give the boundary accounts in the policy, or this construct an organizationId.`,
      )
    );
  }

  private make({ policy, size, breakGlassRole, organizationId }: RuntimeGuardrailsProps): Guardrails {
    try {
      return guardrails(policy, { size, breakGlassRole, organizationId });
    } catch (error) {
      if (error instanceof GuardrailError) return fail(this, `${error.message}.`);
      throw error;
    }
  }

  private checkNames({ policy, boundaries = {}, organization }: RuntimeGuardrailsProps): void {
    const known = policy.boundaries.map(({ name }) => name);
    const unknown = Object.keys(boundaries).filter((name) => !known.includes(name));
    if (unknown.length > 0) {
      fail(this, `the policy has no boundary ${quoted(unknown)}; expected ${quoted(known)}.`);
    }
    for (const [prop, ids] of Object.entries({ organization, ...boundaries })) {
      if (ids.length === 0) fail(this, `${prop} has no target; give a root, organizational unit or account.`);
      for (const id of ids) this.checkTarget(prop, id);
    }
  }

  private checkUsed({ boundaries = {} }: RuntimeGuardrailsProps): void {
    const empty = Object.keys(boundaries).filter(
      (name) => !this.documents.some((one) => one.boundary === name),
    );
    if (empty.length > 0) {
      fail(
        this,
        `nothing can be attached for boundary ${quoted(empty)}: AWS has no region in its countries, or no account of it. Leave it out.`,
      );
    }
  }

  private checkTarget(prop: string, id: string): void {
    if (Token.isUnresolved(id) || /^(r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|\d{12})$/.test(id))
      return;
    fail(
      this,
      `${prop} has the target "${id}"; expected the id of a root (r-…), organizational unit (ou-…) or account (12 digits).`,
    );
  }

  private targetsOf(document: GuardrailDocument, props: RuntimeGuardrailsProps): readonly string[] {
    const { boundary, accounts } = document;
    if (boundary === null) return props.organization;
    return (
      props.boundaries?.[boundary] ??
      accounts ??
      fail(
        this,
        `boundary "${boundary}" has no target: the policy names no accounts for it; give it one under boundaries.`,
      )
    );
  }

  /** What two subjects attach to the same target counts together. */
  private checkCounts(targets: ReadonlyMap<GuardrailDocument, readonly string[]>, size: Size): void {
    const counts = new Map<string, number>();
    for (const [{ kind }, ids] of targets) {
      for (const id of new Set(ids)) counts.set(`${kind} ${id}`, (counts.get(`${kind} ${id}`) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      const [kind = "", id = ""] = key.split(" ");
      const most = kind === "service-control-policy" ? MOST[size] : MOST[5120];
      if (count > most) {
        fail(
          this,
          `${count} ${kind.replaceAll("-", " ")} documents would be attached to ${id}, which takes ${most} beside AWS's own; attach those of the organization further up, or take size 10240.`,
        );
      }
    }
  }

  private attached(
    { name, kind, text, controls: names }: GuardrailDocument,
    targets: readonly string[],
    { provider, dependsOn = [] }: RuntimeGuardrailsProps,
  ): OrganizationsPolicy {
    const policy = new OrganizationsPolicy(this, name, {
      provider,
      name,
      type: TYPES[kind] as string,
      description: `Landfall: ${names.join(", ")}`.slice(0, 512),
      content: text,
      dependsOn: [...dependsOn],
    });
    for (const [i, targetId] of [...new Set(targets)].entries()) {
      new OrganizationsPolicyAttachment(this, `${name}-${i + 1}`, {
        provider,
        policyId: policy.id,
        targetId,
      });
    }
    return policy;
  }
}
