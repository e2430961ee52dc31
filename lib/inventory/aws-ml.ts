import { counted, type MachineAttribute, type ResourceShape, unbounded } from "./shape";

const machine = (path: string): MachineAttribute => ({ path, kind: "machine-type" });

/** Elastic Inference, which AWS retired: `ml.eia2.medium`, `eia1.large`. Which chip it was is not published. */
export function elasticInference(value: string): null | undefined {
  return /^(ml\.)?eia/i.test(value) ? null : undefined;
}

/** SageMaker. */
export const awsMl: Readonly<Record<string, ResourceShape>> = {
  aws_sagemaker_endpoint: { machinesIn: "endpoint_config_name" },
  aws_sagemaker_endpoint_configuration: {
    machines: ["production_variants", "shadow_production_variants"].flatMap(
      (variants): MachineAttribute[] => {
        const quantity = counted(
          1,
          ".initial_instance_count",
          ".managed_instance_scaling.max_instance_count",
        );
        return [
          { path: `${variants}.instance_type`, kind: "machine-type", quantity },
          {
            path: `${variants}.accelerator_type`,
            kind: "service-class",
            quantity,
            translate: elasticInference,
          },
        ];
      },
    ),
  },
  aws_sagemaker_notebook_instance: {
    machines: [machine("instance_type")],
    subnets: ["subnet_id"],
  },
  aws_sagemaker_data_quality_job_definition: {
    machines: [
      {
        path: "job_resources.cluster_config.instance_type",
        kind: "machine-type",
        quantity: counted(1, ".instance_count"),
      },
    ],
    subnets: ["network_config.vpc_config.subnets"],
  },

  aws_sagemaker_app: {
    machines: [machine("resource_spec.instance_type")],
    parents: ["domain_id"],
  },
  aws_sagemaker_space: {
    machines: [
      machine("space_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("space_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
    ],
    parents: ["domain_id"],
  },
  // The default of a user's or a whole domain's apps: as many machines as people start.
  aws_sagemaker_user_profile: {
    machines: [
      machine("user_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.r_session_app_settings.default_resource_spec.instance_type"),
      machine("user_settings.tensor_board_app_settings.default_resource_spec.instance_type"),
    ],
    quantity: unbounded,
    parents: ["domain_id"],
  },
  aws_sagemaker_domain: {
    machines: [
      machine("default_space_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("default_space_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("default_space_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.code_editor_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.jupyter_lab_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.jupyter_server_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.kernel_gateway_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.r_session_app_settings.default_resource_spec.instance_type"),
      machine("default_user_settings.tensor_board_app_settings.default_resource_spec.instance_type"),
      machine("domain_settings.r_studio_server_pro_domain_settings.default_resource_spec.instance_type"),
    ],
    quantity: unbounded,
    subnets: ["subnet_ids"],
  },
};
