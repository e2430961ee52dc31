import type { Cloud } from "../../accelerators/datasheet";
import type { Provider, Reading } from "../../terraform/resource";
import { readPath } from "../../terraform/synth/walk";
import { isObject, own, Unknown, type Value } from "../../terraform/value";
import type { Manifest } from "./kubernetes";
import {
  merged,
  type Opened,
  opened,
  providerIn,
  providerNowhere,
  readingOf,
  virtualResource,
} from "./opened";

interface MachineKind {
  readonly cloud: Cloud;
  /** Where the machine types stand. */
  readonly paths: readonly string[];
  /** Where accelerators stand that are put beside any machine type. */
  readonly accelerators?: string;
  /** Where the region or zone stands, if in the manifest at all. */
  readonly places?: readonly string[];
}

const awsTemplate = (spec: string): MachineKind => ({ cloud: "aws", paths: [`${spec}.instanceType`] });

const kinds: Readonly<Record<string, MachineKind>> = {
  AWSMachine: awsTemplate("spec"),
  AWSMachineTemplate: awsTemplate("spec.template.spec"),
  AWSMachinePool: {
    cloud: "aws",
    paths: ["spec.awsLaunchTemplate.instanceType", "spec.mixedInstancesPolicy.overrides.instanceType"],
  },
  AWSManagedMachinePool: {
    cloud: "aws",
    paths: ["spec.instanceType", "spec.awsLaunchTemplate.instanceType"],
  },
  ROSAMachinePool: awsTemplate("spec"),
  AzureMachine: { cloud: "azure", paths: ["spec.vmSize"] },
  AzureMachineTemplate: { cloud: "azure", paths: ["spec.template.spec.vmSize"] },
  AzureMachinePool: { cloud: "azure", paths: ["spec.template.vmSize"], places: ["spec.location"] },
  AzureManagedMachinePool: { cloud: "azure", paths: ["spec.sku"] },
  AzureManagedMachinePoolTemplate: { cloud: "azure", paths: ["spec.template.spec.sku"] },
  GCPMachine: { cloud: "google", paths: ["spec.instanceType"], accelerators: "spec.guestAccelerators.type" },
  GCPMachineTemplate: {
    cloud: "google",
    paths: ["spec.template.spec.instanceType"],
    accelerators: "spec.template.spec.guestAccelerators.type",
  },
  GCPManagedMachinePool: { cloud: "google", paths: ["spec.machineType", "spec.instanceType"] },
  OCIMachine: { cloud: "oracle", paths: ["spec.shape"] },
  OCIMachineTemplate: { cloud: "oracle", paths: ["spec.template.spec.shape"] },
  OCIMachinePool: { cloud: "oracle", paths: ["spec.instanceConfiguration.shape"] },
  OCIManagedMachinePool: { cloud: "oracle", paths: ["spec.nodeShape"] },
};

const clusters: Readonly<Record<string, readonly string[]>> = {
  AWSCluster: ["spec.region"],
  AWSClusterTemplate: ["spec.template.spec.region"],
  AWSManagedControlPlane: ["spec.region"],
  AWSManagedControlPlaneTemplate: ["spec.template.spec.region"],
  ROSAControlPlane: ["spec.region"],
  AzureCluster: ["spec.location"],
  AzureManagedControlPlane: ["spec.location"],
  AzureManagedControlPlaneTemplate: ["spec.template.spec.location"],
  GCPCluster: ["spec.region"],
  GCPManagedControlPlane: ["spec.location"],
  GCPManagedCluster: ["spec.region"],
  OCICluster: ["spec.region"],
  OCIManagedCluster: ["spec.region"],
};

/** Parts of Cluster API that describe a cluster, and make machines only by the templates above. */
const harmless =
  /^(Cluster|MachineDeployment|MachineSet|MachinePool|Machine|MachineHealthCheck|Kubeadm\w+|EKSConfig\w*|AWSManagedCluster(Template)?|AzureManagedCluster(Template)?)$/;

/** Regions that the clusters among the manifests stand in. */
export function clusterRegions(manifests: readonly Manifest[]): Value[] {
  const regions = manifests
    .filter(isClusterApi)
    .flatMap(({ kind, body }) =>
      (Object.hasOwn(clusters, kind) ? (clusters[kind] ?? []) : []).flatMap((path) =>
        readPath(body, null, path).map(({ value }) => value),
      ),
    );
  return [...new Set(regions)];
}

/** The machines of a Cluster API manifest; undefined when it is none that is known. */
export function openClusterApi(manifest: Manifest, regions: readonly Value[]): Opened | undefined {
  if (!isClusterApi(manifest)) return undefined;
  const { kind, body } = manifest;
  const makes = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (makes === undefined)
    return Object.hasOwn(clusters, kind) || harmless.test(kind) ? opened([]) : undefined;
  const types = makes.paths.flatMap((path) => readPath(body, null, path)).map(({ value }) => value);
  const beside = makes.accelerators === undefined ? [] : readPath(body, null, makes.accelerators);
  const places = (makes.places ?? []).flatMap((path) => readPath(body, null, path));
  const spec = own(body, "spec");
  const unknown = spec instanceof Unknown ? [spec] : [];
  return opened([
    virtualResource({
      holder: manifest.holder,
      within: manifest.within,
      type: `kubernetes_cluster_api_${makes.cloud}_machines`,
      name: manifest.name,
      value: { instance_types: [...types, ...unknown], accelerators: beside.map(({ value }) => value) },
      trace: merged(manifest.trace),
      provider: homeOf(manifest, places, regions),
      // How many are made is for another manifest to say.
      multiplicity: manifest.holder.multiplicity === 0 ? 0 : null,
    }),
  ]);
}

/** The machines stand where their cluster does, which is not where the manifest is applied. */
function homeOf(manifest: Manifest, places: readonly Reading[], regions: readonly Value[]): Provider {
  const { provider } = manifest.holder;
  const [region] = places.map(({ value }) => value).concat(regions.length === 1 ? regions : []);
  if (region !== undefined) return providerIn(readingOf("region", region), { ...provider, read: () => [] });
  return providerNowhere(
    provider,
    "the region of the cluster that Cluster API makes is not in the same text",
  );
}

function isClusterApi({ group, body }: Manifest): boolean {
  return isObject(body) && /(^|\.)cluster\.x-k8s\.io$/.test(group);
}
