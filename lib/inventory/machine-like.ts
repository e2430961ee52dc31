const THING =
  "instance|machine|virtual_machine|vm|node|host|server|worker|compute|hardware|driver|executor|launcher";
const KIND = "types?|class(?:es)?|sizes?|skus?|shapes?|famil(?:y|ies)|flavou?rs?";

const MACHINE_LIKE = new RegExp(
  [
    // instance_type, db_instance_class, node_type_id, compute_types_allowed, instance_type_configs, vm_size
    `(?:^|_)(?:${THING})_(?:${KIND})(?:_(?:ids?|names?|allowed|configs?))?$`,
    "(?:^|_)instance_requirements$",
    "(?:^|_)machine_specs?$",
    "(?:^|_)(?:shapes?|shape_name|flavou?rs?|flavou?r_(?:id|name|ref)|skus?|sku_name)$",
    "(?:^|_)(?:accelerators?|gpus?|tpus?)(?:_|$)",
  ].join("|"),
);

/**
 * Whether an attribute's name says that it may hold a machine type or an accelerator. Takes the names of
 * Terraform, CloudFormation (`InstanceType`) and Kubernetes labels (`node.kubernetes.io/instance-type`).
 */
export function looksLikeMachineAttribute(name: string): boolean {
  let looks = known.get(name);
  if (looks === undefined) {
    looks = isMachineLike(name);
    if (known.size >= MOST_NAMES) known.clear();
    known.set(name, looks);
  }
  return looks;
}

/** Names of attributes repeat a thousandfold. */
const known = new Map<string, boolean>();
const MOST_NAMES = 50_000;

function isMachineLike(name: string): boolean {
  const leaf = name.slice(name.search(/[^./]*$/));
  const snake = leaf
    .replace(/-/g, "_")
    .replace(/([a-z0-9])(?=[A-Z])/g, "$1_")
    .replace(/([A-Z])(?=[A-Z][a-z])/g, "$1_")
    .toLowerCase();
  return MACHINE_LIKE.test(snake);
}
