import type { Policy } from "../policy/policy";
import type { RuleId } from "../policy/rule-ids";
import { quote } from "../text/show";
import { acceleratorGuards } from "./accelerators";
import { type Bounds, boundaryGuards, boundsOf } from "./boundary";
import { breakGlassGuards, breakGlassPattern } from "./break-glass";
import { type Control, type ControlName, controls } from "./controls";
import { denyBut } from "./deny";
import { GuardrailError } from "./error";
import { type Gap, gapsOfKind } from "./gaps";
import { type Guard, type Limit, pack } from "./pack";
import { endpointGuards, type Perimeter, perimeterGuards } from "./perimeter";
import { reachOf } from "./reach";

export type Kind = "service-control-policy" | "resource-control-policy" | "endpoint-policy";

/** Characters of a service control policy: 5,120, or 10,240 where AWS has raised it (since 2026-05-15). */
export type Size = 5120 | 10240;

export interface GuardrailOptions {
  /** @default 5120 */
  readonly size?: Size | undefined;
  /** Name, path or ARN of the IAM role that service control policies exempt. @default nobody is exempt */
  readonly breakGlassRole?: string | undefined;
  /** `o-…`: whose principals may reach data, where a boundary names no accounts. @default no such documents */
  readonly organizationId?: string | undefined;
}

/** A policy document as AWS takes it. */
export interface GuardrailDocument {
  /** Unique, of lower-case words joined by dashes: `landfall-accelerators-1`. */
  readonly name: string;
  readonly kind: Kind;
  /** The boundary it is for; null: the organization as a whole. */
  readonly boundary: string | null;
  /** The boundary's accounts; null where the policy names none, or the organization is meant. */
  readonly accounts: readonly string[] | null;
  /** The service whose endpoint it is for. */
  readonly service?: "s3" | "kms";
  /** Minified; its length is what AWS counts. */
  readonly text: string;
  readonly controls: readonly ControlName[];
  readonly rules: readonly RuleId[];
  readonly cannotStop: readonly Gap[];
}

export interface Guardrails {
  readonly documents: readonly GuardrailDocument[];
  /** What the policy asks for and no document stands for, in sentences. */
  readonly missing: readonly string[];
}

const SMALL: Limit = { size: 5120, documents: 4 };

/** By size of a service control policy. FullAWSAccess takes one of the 5 or 10 that can be attached. */
const SERVICE_CONTROL: Readonly<Record<Size, Limit>> = {
  5120: SMALL,
  10240: { size: 10_240, documents: 9 },
};

// For these a larger size was announced nowhere that was read.
const RESOURCE_CONTROL = SMALL;
const ENDPOINT: Limit = { size: 20_480, documents: 1 };

/**
 * The policy as documents for AWS Organizations and VPC endpoints. Pure: the same policy, options and catalogue give
 * the same bytes.
 *
 * @throws GuardrailError for options that cannot be used, and for more than AWS takes.
 */
export function guardrails(policy: Policy, options: GuardrailOptions = {}): Guardrails {
  const { organizationId } = options;
  if (organizationId !== undefined && !/^o-[a-z0-9]{10,32}$/.test(organizationId)) {
    throw new GuardrailError(
      `the organization ${quote(organizationId)} cannot be used; expected its id, as in o-a1b2c3d4e5`,
    );
  }
  const all = policy.boundaries.map(boundsOf);
  const names = slugs(all.map(({ name }) => name));
  const bounded = all.map((bounds, i) => ({ bounds, slug: names[i] as string }));
  const here = bounded.filter(({ bounds }) => whyNone(bounds) === undefined);
  return {
    documents: [
      ...serviceControl(policy, here, options),
      ...resourceControl(here, organizationId),
      ...here.flatMap(({ bounds, slug }) => endpoints(bounds, slug, organizationId)),
    ],
    missing: missing(all, organizationId),
  };
}

interface Bounded {
  readonly bounds: Bounds;
  readonly slug: string;
}

function serviceControl(
  policy: Policy,
  here: readonly Bounded[],
  { size = 5120, breakGlassRole }: GuardrailOptions,
): GuardrailDocument[] {
  const role = breakGlassRole === undefined ? undefined : breakGlassPattern(breakGlassRole);
  const deny = denyBut(role);
  const limit = SERVICE_CONTROL[size];
  const kind = "service-control-policy";
  return [
    ...documents("accelerators", kind, null, limit, [
      ...acceleratorGuards(reachOf(policy), deny),
      ...breakGlassGuards(role, deny),
    ]),
    ...here.flatMap(({ bounds, slug }) => documents(slug, kind, bounds, limit, boundaryGuards(bounds, deny))),
  ];
}

function resourceControl(here: readonly Bounded[], organizationId: string | undefined): GuardrailDocument[] {
  const kind = "resource-control-policy";
  const whole: Perimeter[] =
    organizationId === undefined ? [] : [{ suffix: "OrgID", values: organizationId }];
  return [
    ...whole.flatMap((perimeter) =>
      documents("perimeter", kind, null, RESOURCE_CONTROL, perimeterGuards(perimeter)),
    ),
    ...here.flatMap(({ bounds, slug }) =>
      bounds.accounts === null
        ? []
        : documents(
            `${slug}-perimeter`,
            kind,
            bounds,
            RESOURCE_CONTROL,
            perimeterGuards({ suffix: "Account", values: bounds.accounts }),
          ),
    ),
  ];
}

function endpoints(bounds: Bounds, slug: string, organizationId: string | undefined): GuardrailDocument[] {
  const perimeter = perimeterOf(bounds, organizationId);
  if (perimeter === undefined) return [];
  return (["s3", "kms"] as const).flatMap((service) =>
    documents(
      `${slug}-${service}-endpoint`,
      "endpoint-policy",
      bounds,
      ENDPOINT,
      endpointGuards(service, perimeter, bounds.regions),
    ).map((document) => ({ ...document, service })),
  );
}

function perimeterOf({ accounts }: Bounds, organizationId: string | undefined): Perimeter | undefined {
  if (accounts !== null) return { suffix: "Account", values: accounts };
  return organizationId === undefined ? undefined : { suffix: "OrgID", values: organizationId };
}

function documents(
  subject: string,
  kind: Kind,
  bounds: Bounds | null,
  limit: Limit,
  guards: readonly Guard[],
): GuardrailDocument[] {
  const what = `${kind.replaceAll("-", " ")} "${subject}"`;
  const single = limit.documents === 1;
  return pack(guards, limit, what).map(({ controls: names, text }, i) => {
    const held: readonly Control[] = names.map((name) => controls[name]);
    return {
      name: `landfall-${subject}${single ? "" : `-${i + 1}`}`,
      kind,
      boundary: bounds?.name ?? null,
      accounts: bounds?.accounts ?? null,
      text,
      controls: names,
      rules: [...new Set(held.flatMap(({ rules }) => rules))],
      cannotStop: [...new Set([...gapsOfKind[kind], ...held.flatMap(({ gaps }) => gaps)])],
    };
  });
}

function missing(all: readonly Bounds[], organizationId: string | undefined): string[] {
  const open = all.filter((bounds) => whyNone(bounds) === undefined && !perimeterOf(bounds, organizationId));
  return [
    ...all.flatMap((bounds) => whyNone(bounds) ?? []),
    ...(organizationId === undefined
      ? [
          "No resource control policy guards the organization as a whole: its id was not given (--organization, organizationId).",
        ]
      : []),
    ...open.map(
      ({ name }) =>
        `Boundary ${quote(name)} has no resource control and endpoint policies of its own: the policy names no accounts, and the organization's id was not given (--organization, organizationId).`,
    ),
  ];
}

function whyNone({ name, regions, accounts }: Bounds): string | undefined {
  if (regions.length === 0)
    return `Boundary ${quote(name)} has no documents: no region of AWS's commercial partition stands in its countries. Attach nothing to its accounts, or disable them.`;
  if (accounts?.length === 0)
    return `Boundary ${quote(name)} has no documents: none of its accounts is one of AWS.`;
  return undefined;
}

/** Names as words joined by dashes; where two would become the same, the later ones are numbered. */
function slugs(names: readonly string[]): string[] {
  const taken = new Set(["accelerators", "perimeter"]);
  return names.map((name) => {
    const plain =
      name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 60) || "boundary";
    let slug = plain;
    for (let i = 2; taken.has(slug); i++) slug = `${plain}-${i}`;
    taken.add(slug);
    return slug;
  });
}
