/**
 * A resource type with compute behind it that its attributes do not show. The texts at `paths` are opened where
 * they are known; what a template's reader makes of them is judged like resources.
 */
export interface OpaqueType {
  readonly paths: readonly string[];
  /** Why it cannot be read, as the end of a sentence. */
  readonly why: string;
  readonly severity: OpaqueSeverity;
  /** How the texts are written, where a reader can know. */
  readonly format?: TemplateFormat;
  /** An ordinary thing, worth a word only when its texts name an accelerated machine. */
  readonly onlyWhenNamed?: true;
  /** Attributes that name the regions it deploys to, where these are not the resource's own. */
  readonly regions?: readonly string[];
  /** Says nothing when this attribute is set: it tells the hardware. */
  readonly unless?: string;
}

export type OpaqueSeverity =
  /** It can make machines that nobody has judged. */
  | "can-create-compute"
  /** The provider runs accelerators for it and does not tell which; none of them is the customer's to place. */
  | "runs-elsewhere";

export type TemplateFormat =
  /** JSON or YAML with `Resources`. */
  | "cloudformation"
  /** The properties of one resource, whose CloudFormation type stands in `type_name`. */
  | "cloud-control"
  /** One or many manifests, JSON, YAML or an object. */
  | "kubernetes"
  /** JSON with `resources`, or one Azure resource's body. */
  | "azure-resource-manager";

const creates = "can-create-compute";
const elsewhere = "runs-elsewhere";

/** By resource type; an entry may stand beside a shape that reads the type's own machines. */
export const opaqueTypes: Readonly<Record<string, OpaqueType>> = {
  // Templates.
  aws_cloudformation_stack: {
    paths: ["template_body", "template_url", "parameters"],
    why: "its template can make any resource of AWS",
    severity: creates,
    format: "cloudformation",
  },
  aws_cloudformation_stack_set: {
    paths: ["template_body", "template_url", "parameters"],
    why: "its template can make any resource of AWS, in every account and region it is deployed to",
    severity: creates,
    format: "cloudformation",
  },
  aws_cloudformation_stack_set_instance: {
    paths: ["parameter_overrides"],
    why: "it deploys a stack set's template to further accounts and regions",
    severity: creates,
    regions: ["stack_set_instance_region", "region"],
  },
  aws_cloudformation_stack_instances: {
    paths: ["parameter_overrides"],
    why: "it deploys a stack set's template to further accounts and regions",
    severity: creates,
    regions: ["regions"],
  },
  aws_cloudcontrolapi_resource: {
    paths: ["desired_state"],
    why: "it can be any resource that Cloud Control makes",
    severity: creates,
    format: "cloud-control",
  },
  aws_serverlessapplicationrepository_cloudformation_stack: {
    paths: ["parameters"],
    why: "its template is somebody else's and not in the configuration",
    severity: creates,
  },
  aws_servicecatalog_provisioned_product: {
    paths: ["provisioning_parameters.value"],
    why: "what the product makes is not in the configuration",
    severity: creates,
    regions: ["stack_set_provisioning_preferences.regions"],
  },
  aws_sagemaker_project: {
    paths: ["service_catalog_provisioning_details.provisioning_parameter.value"],
    why: "what the Service Catalog product behind it makes is not in the configuration",
    severity: creates,
  },
  aws_eks_capability: {
    paths: ["configuration"],
    why: "through it Kubernetes manifests, which the configuration does not hold, make resources of AWS",
    severity: creates,
  },
  awscc_cloudformation_stack: {
    paths: ["template_body", "template_url", "parameters"],
    why: "its template can make any resource of AWS",
    severity: creates,
    format: "cloudformation",
  },
  awscc_cloudformation_stack_set: {
    paths: ["template_body", "template_url", "parameters.parameter_value"],
    why: "its template can make any resource of AWS, in every account and region it is deployed to",
    severity: creates,
    format: "cloudformation",
    regions: ["stack_instances_group.regions"],
  },
  awscc_servicecatalog_cloudformation_provisioned_product: {
    paths: ["provisioning_parameters.value"],
    why: "what the product makes is not in the configuration",
    severity: creates,
    regions: ["provisioning_preferences.stack_set_regions"],
  },
  google_deployment_manager_deployment: {
    paths: ["target.config.content", "target.imports.content"],
    why: "its configuration can make any resource of Google Cloud",
    severity: creates,
  },
  azurerm_resource_group_template_deployment: armDeployment("a resource group"),
  azurerm_subscription_template_deployment: armDeployment("a subscription"),
  azurerm_management_group_template_deployment: armDeployment("a management group"),
  azurerm_tenant_template_deployment: armDeployment("a tenant"),
  azurerm_template_deployment: {
    ...armDeployment("a resource group"),
    paths: ["template_body", "parameters_body", "parameters"],
  },
  azurerm_managed_application: {
    paths: ["parameter_values"],
    why: "what the application makes is not in the configuration",
    severity: creates,
  },
  azapi_resource: {
    paths: ["body"],
    why: "it can be any resource of Azure",
    severity: creates,
    format: "azure-resource-manager",
    regions: ["location"],
  },
  azapi_update_resource: {
    paths: ["body"],
    why: "it can change any resource of Azure",
    severity: creates,
    format: "azure-resource-manager",
  },
  azapi_resource_action: {
    paths: ["body"],
    why: "it can call any operation of Azure",
    severity: creates,
    format: "azure-resource-manager",
    onlyWhenNamed: true,
  },
  oci_resourcemanager_stack: {
    paths: ["variables"],
    why: "it runs a Terraform configuration that is not part of this one",
    severity: creates,
  },

  // Kubernetes. A manifest that can be read is judged as what it is; most make no machines.
  kubernetes_manifest: {
    paths: ["manifest"],
    why: "its manifest can ask the cluster for machines",
    severity: creates,
    format: "kubernetes",
  },
  kubectl_manifest: {
    paths: ["yaml_body"],
    why: "its manifest can ask the cluster for machines",
    severity: creates,
    format: "kubernetes",
  },
  helm_release: { ...named("its chart can ask the cluster for machines", "values"), format: "kubernetes" },
  argocd_application: named("what it deploys can ask the cluster for machines", "spec"),
  aws_eks_addon: named("it can install a controller that makes machines", "configuration_values"),
  aws_emrcontainers_job_template: named(
    "its pods can be bound to a kind of machine",
    "job_template_data.configuration_overrides.application_configuration.properties",
    "job_template_data.job_driver.spark_submit_job_driver.spark_submit_parameters",
  ),

  // Jobs and workflows that start machines by a name inside a document.
  aws_batch_job_definition: named(
    "its job can ask for a kind of machine",
    "node_properties",
    "container_properties",
    "ecs_properties",
  ),
  aws_datapipeline_pipeline_definition: named(
    "its objects and parameters can start clusters",
    "pipeline_object.field.string_value",
    "parameter_value.string_value",
    "parameter_object.attribute.string_value",
  ),
  aws_ecs_task_definition: named(
    "its tasks can be bound to a kind of machine",
    "container_definitions",
    "placement_constraints.expression",
  ),
  aws_ecs_service: named("its tasks can be bound to a kind of machine", "placement_constraints.expression"),
  aws_emr_cluster: named(
    "its steps can start other clusters",
    "configurations_json",
    "step.hadoop_jar_step.args",
  ),
  aws_imagebuilder_workflow: named("its steps can start machines", "data"),
  aws_sagemaker_pipeline: named("its steps start machines", "pipeline_definition"),
  aws_sfn_state_machine: named("its states can start machines", "definition"),
  aws_scheduler_schedule: named("it can call any operation of AWS", "target.input"),
  aws_cloudwatch_event_target: named(
    "its target can start machines",
    "input",
    "input_transformer.input_template",
  ),
  aws_ssm_document: named("its steps can start machines", "content"),
  aws_ssm_association: named("its document can start machines", "parameters"),
  aws_ssm_maintenance_window_task: named(
    "its document can start machines",
    "task_invocation_parameters.automation_parameters.parameter.values",
    "task_invocation_parameters.step_functions_parameters.input",
  ),
  google_workflows_workflow: named("its steps can start machines", "source_contents"),
  google_cloud_scheduler_job: named("it can call any operation of Google Cloud", "http_target.body"),
  azurerm_automation_runbook: named("its script can start machines", "content"),
  azurerm_logic_app_workflow: named("its actions can start machines", "workflow_parameters", "parameters"),
  azurerm_logic_app_action_http: named("it can call any operation of Azure", "body"),
  azurerm_resource_deployment_script_azure_cli: named("its script can make any resource", "script_content"),
  azurerm_resource_deployment_script_azure_power_shell: named(
    "its script can make any resource",
    "script_content",
  ),

  // Accelerators the provider operates.
  aws_bedrock_custom_model: {
    paths: ["base_model_identifier"],
    why: "AWS trains it on accelerators of its own in the resource's region",
    severity: elsewhere,
  },
  aws_bedrock_provisioned_model_throughput: {
    paths: ["model_arn"],
    why: "AWS keeps accelerators for it in the resource's region and does not tell which",
    severity: elsewhere,
  },
  aws_comprehend_document_classifier: {
    paths: ["mode"],
    why: "AWS trains it on hardware of its own in the resource's region",
    severity: elsewhere,
  },
  aws_comprehend_entity_recognizer: {
    paths: ["language_code"],
    why: "AWS trains it on hardware of its own in the resource's region",
    severity: elsewhere,
  },
  aws_rekognition_project: {
    paths: ["feature"],
    why: "AWS trains it on hardware of its own in the resource's region",
    severity: elsewhere,
  },
  aws_workspaces_workspace: {
    paths: ["bundle_id"],
    why: "the bundle decides on what hardware the desktop runs, and its id does not tell",
    severity: elsewhere,
    unless: "workspace_properties.compute_type_name",
  },
  azurerm_cognitive_deployment: {
    paths: ["sku.name"],
    why: "Azure runs the model on accelerators of its own and does not tell which",
    severity: elsewhere,
  },
  oci_generative_ai_dedicated_ai_cluster: {
    paths: ["unit_shape"],
    why: "Oracle keeps accelerators for it, and most unit shapes do not tell which",
    severity: elsewhere,
  },
};

/** An ordinary thing whose text may name a machine. */
function named(why: string, ...paths: readonly string[]): OpaqueType {
  return { paths, why, severity: creates, onlyWhenNamed: true };
}

function armDeployment(scope: string): OpaqueType {
  return {
    paths: ["template_content", "template_spec_version_id", "parameters_content"],
    why: `its template can make any resource of Azure in ${scope}`,
    severity: creates,
    format: "azure-resource-manager",
  };
}
