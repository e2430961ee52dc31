import { type Opened, openEmbedded } from "../../../lib/inventory/embedded";
import { opaqueTypes } from "../../../lib/inventory/opaque";
import { type Body, readConfiguration } from "../../../lib/terraform/configuration";
import type { Estate, Resource } from "../../../lib/terraform/resource";
import { estateOf } from "../../../lib/terraform/synth/estate";
import { isUnknown, type Value } from "../../../lib/terraform/value";

export function estate(configuration: Body): Estate {
  const input = "cdktf.out/stacks/example/cdk.tf.json";
  return estateOf([{ configuration: readConfiguration("example", configuration), input }]);
}

/** Opens the first resource of a configuration that has a format. */
export function open(configuration: Body): Opened & { readonly holder: Resource; readonly estate: Estate } {
  const whole = estate(configuration);
  const holder = whole.resources.find(({ type }) => opaqueTypes[type]?.format) as Resource;
  const { format, paths } = opaqueTypes[holder.type] as Required<(typeof opaqueTypes)[string]>;
  return { ...openEmbedded(holder, format, paths), holder, estate: whole };
}

export const frankfurt = { provider: { aws: [{ region: "eu-central-1" }] } };

export function stack(template: unknown, more: Body = {}, others: Body = {}): Body {
  const text = typeof template === "string" ? template : JSON.stringify(template);
  return {
    ...frankfurt,
    ...others,
    resource: {
      ...(others["resource"] as Body | undefined),
      // Terraform's own interpolation begins so too.
      aws_cloudformation_stack: {
        a: { name: "a", template_body: text.replaceAll("${", () => "$${"), ...more },
      },
    },
  };
}

/** Addresses and the texts at a path; an unknown value by its expression and reason. */
export function found(opened: Opened, path: string): Record<string, unknown> {
  return Object.fromEntries(
    opened.resources.map((resource) => [
      resource.address.replace(/^[^#]*#/, ""),
      resource.read(path).map(({ value }) => shown(value)),
    ]),
  );
}

export function shown(value: Value): unknown {
  return isUnknown(value) ? `? ${value.expression}: ${value.why}` : value;
}

export function one(opened: Opened, name: string): Resource {
  return opened.resources.find((resource) => resource.address.endsWith(name)) as Resource;
}
