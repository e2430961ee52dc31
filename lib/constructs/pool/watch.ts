import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { DefaultTokenResolver, StringConcat, type TerraformResource, Tokenization } from "cdktf";
import type { Construct } from "constructs";
import type { Pool } from "./pool";

/**
 * Checks a pool's template as it will be written, overrides included, when the app is synthesized: an escape hatch
 * may change anything but what makes the machines start, keep together and stay private.
 */
export function watch(scope: Construct, pool: Pool, template: LaunchTemplate): void {
  scope.node.addValidation({
    validate: () =>
      problemsOf(pool, rendered(template)).map(
        (problem) => `pool "${pool.name}": ${template.node.path} as overridden ${problem}`,
      ),
  });
}

type Json = Readonly<Record<string, unknown>>;

/** The attributes of a resource as synthesis writes them, in Terraform's names. */
export function rendered(resource: TerraformResource): Json {
  const body = resolved(resource, resource.toTerraform());
  return body.resource[resource.terraformResourceType][resource.friendlyUniqueId];
}

/** A value with its tokens as the stack of a resource writes them. */
export function resolved(resource: TerraformResource, value: unknown) {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope: resource, resolver, preparing: false });
}

/** What a rendered launch template has that its pool must not. */
export function problemsOf(pool: Pool, template: Json): string[] {
  const interfaces = listOf(template["network_interfaces"]);
  const wanted = pool.interfaces.map((one) =>
    shown(one.networkCardIndex, one.deviceIndex, one.interfaceType),
  );
  const there = interfaces.map((one) =>
    shown(one["network_card_index"] ?? 0, one["device_index"] ?? 0, one["interface_type"] ?? "interface"),
  );
  const isBlock = pool.capacity === "capacity-block";
  const checks: readonly (readonly [boolean, string])[] = [
    [
      String([...there].sort()) !== String([...wanted].sort()),
      `has interfaces ${there.join(", ")}, and ${pool.machine.name} takes ${wanted.join(", ")} (card/device type)`,
    ],
    [
      interfaces.some((one) => String(one["associate_public_ip_address"] ?? "false") !== "false"),
      "gives its machines public addresses",
    ],
    [template["instance_type"] !== pool.machine.name, `is not of ${pool.machine.name}`],
    [isBlock && listOf(template["placement"]).some(hasGroup), "has a placement group with a capacity block"],
    [isBlock && marketType(template) !== "capacity-block", 'has not the market type "capacity-block"'],
    [
      listOf(template["metadata_options"])[0]?.["http_tokens"] !== "required",
      "does not require tokens of the metadata service (IMDSv2)",
    ],
  ];
  return checks.flatMap(([isWrong, problem]) => (isWrong ? [`${problem}.`] : []));
}

function hasGroup(placement: Json): boolean {
  return placement["group_name"] !== undefined || placement["group_id"] !== undefined;
}

function marketType(template: Json): unknown {
  return listOf(template["instance_market_options"])[0]?.["market_type"];
}

function shown(card: unknown, device: unknown, type: unknown): string {
  return `${card}/${device} ${type}`;
}

/** A block is written as one object or as a list of them. */
function listOf(value: unknown): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}
