import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepJudged } from "../../lib/inventory/keep";
import { resultOf } from "../../lib/result";
import { readInputs } from "../../lib/terraform/read";
import { check, policyOf } from "../rules/helpers";

const provider = { aws: [{ region: "eu-central-1" }] };
const variants = [{ variant_name: "all", instance_type: "ml.g5.xlarge", initial_instance_count: 2 }];

/** An endpoint of two machines with one A10G each, and what may scale it to six. */
function endpoint(resourceId: string, configuration: string) {
  return {
    provider,
    resource: {
      aws_sagemaker_endpoint_configuration: { c: { name: "c", production_variants: variants } },
      aws_sagemaker_endpoint: { e: { name: "e", endpoint_config_name: configuration } },
      aws_appautoscaling_target: {
        t: {
          min_capacity: 2,
          max_capacity: 6,
          resource_id: resourceId,
          scalable_dimension: "sagemaker:variant:DesiredInstanceCount",
          service_namespace: "sagemaker",
        },
      },
    },
  };
}

describe("a SageMaker endpoint that scales", () => {
  it.each([
    ["by names", "endpoint/e/variant/all", "c"],
    [
      "by references",
      "endpoint/${aws_sagemaker_endpoint.e.id}/variant/all",
      "${aws_sagemaker_endpoint_configuration.c.id}",
    ],
  ])("counts by what it may grow to, %s", (_how, resourceId, configuration) => {
    expect(check(endpoint(resourceId, configuration)).placements).toMatchObject([{ count: 6 }]);
  });

  it("counts as written where another one scales", () => {
    expect(check(endpoint("endpoint/other/variant/all", "c")).placements).toMatchObject([{ count: 2 }]);
  });

  it("is not known where the limit is not", () => {
    const open = endpoint("endpoint/e/variant/all", "c");
    Object.assign(open.resource.aws_appautoscaling_target.t, { max_capacity: "${var.most}" });
    expect(check({ ...open, variable: { most: {} } }).placements).toMatchObject([{ count: null }]);
  });

  it("counts the same in a plan", () => {
    const { resource } = endpoint("endpoint/e/variant/all", "c");
    const resources = Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, values]) => ({ address: `${type}.${name}`, type, name, values })),
    );
    const plan = {
      format_version: "1.2",
      planned_values: { root_module: { resources: resources.map((one) => ({ ...one, mode: "managed" })) } },
      resource_changes: resources.map(({ values, ...one }) => ({
        ...one,
        mode: "managed",
        provider_name: "registry.terraform.io/hashicorp/aws",
        change: { actions: ["create"], before: null, after: values, after_unknown: {} },
      })),
      configuration: {
        provider_config: {
          aws: { name: "aws", expressions: { region: { constant_value: "eu-central-1" } } },
        },
        root_module: {
          resources: resources.map(({ values: _, ...one }) => ({
            ...one,
            mode: "managed",
            provider_config_key: "aws",
            expressions: {},
          })),
        },
      },
    };
    const folder = mkdtempSync(join(tmpdir(), "landfall-scaling-"));
    try {
      writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
      const { estate, inputs } = readInputs([join(folder, "plan.json")], { keep: keepJudged });
      expect(resultOf(estate, inputs, policyOf()).placements).toMatchObject([{ count: 6 }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
