import { App, TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { RegionalBoundary, type RegionalBoundaryProps } from "../../lib/constructs";

// biome-ignore lint/suspicious/noExplicitAny: what a stack renders to, asked by path
type Values = Record<string, any>;

/** A stack as Terraform would read it, asked by type. */
export interface Synthesized {
  /** Everything of a type, in the order of names. */
  all(type: string): Values[];
  /** The only resource of a type. */
  one(type: string): Values;
  readonly body: Values;
}

export function synthesized(stack: TerraformStack): Synthesized {
  // As an app does before it writes: references to other stacks become reads of their state.
  for (const one of stack.node.root.node.findAll()) if (TerraformStack.isStack(one)) one.prepareStack();
  const body = JSON.parse(Testing.synth(stack));
  const all = (type: string): Values[] => Object.values(body.resource?.[type] ?? {});
  return {
    body,
    all,
    one(type) {
      const found = all(type);
      expect(found).toHaveLength(1);
      return found[0] ?? {};
    },
  };
}

export function newStack(id = "stack", app = new App()): TerraformStack {
  return new TerraformStack(app, id);
}

export const account = "123456789012";

/** A boundary around Malaysia. */
export function malaysia(
  scope: Construct = newStack(),
  props: Partial<RegionalBoundaryProps> = {},
): RegionalBoundary {
  return new RegionalBoundary(scope, props.name ?? "malaysia", {
    region: "ap-southeast-5",
    accounts: [account],
    ...props,
  });
}

/** The statements of a policy in synthesized text, by their ids. */
export function statements(policy: string): Record<string, Values> {
  return Object.fromEntries(JSON.parse(policy).Statement.map((one: Values) => [one["Sid"], one]));
}
