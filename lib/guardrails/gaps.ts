/** What no control of AWS's at run time stops, or no control of these. From AWS's documents, as of 2026-11-23. */
export const gaps = {
  "service-linked-roles":
    "Service-linked roles obey neither service control nor resource control policies. What Auto Scaling, EC2 Fleet and Spot, EKS managed node groups and Auto Mode, and Batch start later runs as such a role: only the call that set it up was checked. Keep quotas at 0 and regions disabled where nothing may stand, and watch instances as they start.",
  "management-account":
    "The management account obeys no service control or resource control policy. Run nothing in it.",
  "external-principals":
    "Service control policies do not bind principals of other organizations; resource control policies do, for the services that they cover.",
  "break-glass":
    "The break-glass role is bound by none of the service control policies. Who may assume it is decided by its trust policy; alarm on every use.",
  "untyped-calls":
    "These calls do not tell their machine types. They are denied as a whole in some regions and pass with any machine in the others, Local and Wavelength Zones of these included.",
  "type-change": "That the type of a stopped instance is changed is not stopped. Its start is.",
  fleets:
    "A fleet or Auto Scaling group whose launch template names the type shows it only as far as AWS evaluates RunInstances for the caller; non-instant fleets launch as a service-linked role.",
  variants:
    "Keys with several values (SageMaker, Auto Scaling) tell unknown machine types by generation: a new variant of a generation that may stand in a region passes there. EC2's own key has no such gap.",
  standing: "What already runs goes on running. Nothing here stops or finds it.",
  "later-zones":
    "Zones that open after this was generated count as abroad. Zones are known by name only, not by id, and calls without a zone key do not tell theirs.",
  "endpoint-region":
    "aws:RequestedRegion is the endpoint that was called, not the place where the effect lands: copies that are ordered in the source region are stopped only where an own statement says so.",
  "copies-inside":
    "Calls without a key for the destination are denied altogether, so copies between regions inside the boundary need the break-glass role.",
  "destination-calls":
    "Most copies (EBS and RDS snapshots, images, read replicas, backups) are ordered in the destination region. The region deny stops those only in accounts that it is attached to.",
  "data-plane":
    "An application that reads data and sends it elsewhere over the network is not seen by policies. Endpoint policies see only what passes their endpoint.",
  "services-not-covered":
    "Resource control policies do not cover EC2, RDS, SageMaker, EKS, Batch, Backup, FSx, EFS, SNS, Lambda and Bedrock, nor AWS managed KMS keys and kms:RetireGrant: snapshots and images are guarded by the service control policies alone.",
  "role-chains":
    "Roles that accounts outside may assume are not in the perimeter, since federated sign-in would be cut off with them.",
  "log-delivery":
    "Services that write logs as an AWS account instead of a service principal (load balancers in older regions), or for the management account (an organization's trail), are cut off by a perimeter that does not name that account.",
  "resource-policies-inside":
    "Policies on resources that share among the boundary's own accounts are allowed; who may edit them is not limited here.",
  quantities:
    "AWS counts no accelerators, knows no parties and no licences. An authorization with a number opens nothing here; without a number it opens its accelerators and countries for every principal.",
  dates:
    "Documents do not change with the law, the policy or the catalogue. Generate them again after each of these changes and before the date in the index.",
  partition:
    "Only the commercial partition is covered: organizations in AWS China, GovCloud and the sovereign clouds are separate and get nothing from here.",
  "other-clouds": "Google Cloud, Azure, Oracle and sites of one's own are not reached by AWS's policies.",
} as const;

export type Gap = keyof typeof gaps;

/** Hold for every document of a kind. */
export const gapsOfKind = {
  "service-control-policy": [
    "service-linked-roles",
    "management-account",
    "external-principals",
    "partition",
    "other-clouds",
    "dates",
  ],
  "resource-control-policy": ["service-linked-roles", "management-account", "services-not-covered", "dates"],
  "endpoint-policy": ["data-plane", "dates"],
} as const satisfies Record<string, readonly Gap[]>;
