import { type IAspect, TerraformDataSource, type TerraformProvider, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { keyAttributes } from "./encrypted";

export interface Inherited {
  readonly provider: TerraformProvider;
  readonly keyArn: string;
}

/**
 * Gives the AWS resources and data sources below a boundary its provider and its key where they have none.
 *
 * It has to hang on a construct inside a stack: cdktf never runs the aspects of an app.
 */
export function inheriting({ provider, keyArn }: Inherited): IAspect {
  return {
    visit(node: IConstruct) {
      if (!TerraformResource.isTerraformResource(node) && !TerraformDataSource.isTerraformDataSource(node)) {
        return;
      }
      if (!node.terraformResourceType.startsWith("aws_")) return;
      node.provider ??= provider;
      if (node.provider === provider) encrypt(node, keyArn);
    },
  };
}

function encrypt(node: TerraformResource | TerraformDataSource, keyArn: string): void {
  const attribute = keyAttributes.get(node.terraformResourceType);
  if (!attribute || !TerraformResource.isTerraformResource(node)) return;
  // The generic TerraformResource has no such accessors: what it says in overrides is all it says.
  if (!(`${attribute.key}Input` in node)) return;
  const { only } = attribute;
  if (only && !only.kind.test(String(Reflect.get(node, `${only.attribute}Input`)))) return;
  setIfUnset(node, attribute.key, keyArn);
  if (attribute.enable !== undefined) setIfUnset(node, attribute.enable, true);
}

function setIfUnset(node: TerraformResource, attribute: string, value: unknown): void {
  if (Reflect.get(node, `${attribute}Input`) === undefined) Reflect.set(node, attribute, value);
}
