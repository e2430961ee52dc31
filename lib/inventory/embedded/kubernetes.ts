import type { Resource } from "../../terraform/resource";
import type { Trace } from "../../terraform/value";
import { findUnknown, isObject, isUnknown, own, type Value } from "../../terraform/value";
import { clusterRegions, openClusterApi } from "./cluster-api";
import { isNodeMaker, openKarpenter } from "./karpenter";
import { attempt, type Opened, opened, together } from "./opened";
import { documentsOf } from "./text";

/** A manifest with what led to it. */
export interface Manifest {
  readonly holder: Resource;
  readonly body: Record<string, Value>;
  readonly group: string;
  readonly kind: string;
  /** `NodePool/gpu`, after the holder's address. */
  readonly within: string;
  readonly name: string;
  readonly trace: Trace;
}

/** The machines that Kubernetes manifests ask for; pods run on nodes made elsewhere and place nothing. */
export function openKubernetes(holder: Resource, paths: readonly string[]): Opened {
  const readings = paths.flatMap((path) => holder.read(path));
  if (readings.length === 0) return opened([], ["its manifest is not in the configuration"]);
  const manifests: Manifest[] = [];
  const reasons: string[] = [];
  for (const reading of readings) {
    const text = attempt(() => {
      const { documents, unread } = documentsOf(reading);
      if (unread !== null) reasons.push(unread);
      for (const document of documents) {
        const before = manifests.length + reasons.length;
        collect(document, { holder, trace: reading.trace }, manifests, reasons);
        if (manifests.length + reasons.length === before) reasons.push(`${reading.path} is no manifest`);
      }
      return opened([]);
    });
    if (text.unread !== null) reasons.push(text.unread);
  }
  const regions = clusterRegions(manifests);
  const read = together(manifests, (manifest) => openManifest(manifest, regions));
  return opened(read.resources, [...reasons, ...(read.unread === null ? [] : [read.unread])]);
}

function openManifest(manifest: Manifest, regions: readonly Value[]): Opened {
  if (isNodeMaker(manifest)) return openKarpenter(manifest);
  const made = openClusterApi(manifest, regions);
  if (made !== undefined) return made;
  const why = makers.find(
    ({ group, kinds }) => group.test(manifest.group) && (kinds?.test(manifest.kind) ?? true),
  );
  return opened([], why === undefined ? [] : [`${manifest.within} ${why.why}`]);
}

/** Manifests at the top, in lists, and inside what is none itself (the values of a chart). */
function collect(
  value: Value,
  from: Pick<Manifest, "holder" | "trace">,
  manifests: Manifest[],
  reasons: string[],
): void {
  if (isUnknown(value)) {
    reasons.push(`a manifest is not known (${value.why})`);
  } else if (Array.isArray(value)) {
    for (const one of value) collectInside(one, from, manifests, reasons);
  } else if (isObject(value)) {
    collectObject(value, from, manifests, reasons);
  }
}

function collectObject(
  body: Record<string, Value>,
  from: Pick<Manifest, "holder" | "trace">,
  manifests: Manifest[],
  reasons: string[],
): void {
  const [version, kind] = [own(body, "apiVersion"), own(body, "kind")];
  if (version === undefined || kind === undefined) {
    for (const one of Object.values(body)) collectInside(one, from, manifests, reasons);
    return;
  }
  if (typeof version !== "string" || typeof kind !== "string") {
    reasons.push(
      `of what kind a manifest is, is not known (${findUnknown([version, kind])?.why ?? "no text"})`,
    );
    return;
  }
  if (kind.endsWith("List") && own(body, "items") !== undefined) {
    collect(own(body, "items") as Value, from, manifests, reasons);
    return;
  }
  const metadata = own(body, "metadata");
  const name = isObject(metadata) ? (own(metadata, "name") ?? own(metadata, "generateName")) : undefined;
  const shown = typeof name === "string" ? name : "?";
  const group = version.includes("/") ? version.slice(0, version.lastIndexOf("/")) : "";
  manifests.push({
    ...from,
    body,
    group: group.toLowerCase(),
    kind,
    within: `${kind}/${shown}`,
    name: shown,
  });
}

/** Below the top, what is unknown is no lost manifest but a value of a chart. */
function collectInside(
  value: Value,
  from: Pick<Manifest, "holder" | "trace">,
  manifests: Manifest[],
  reasons: string[],
): void {
  if (!isUnknown(value)) collect(value, from, manifests, reasons);
}

/** Kinds whose controllers make machines, or deploy manifests that are not here. */
const makers: readonly { readonly group: RegExp; readonly kinds?: RegExp; readonly why: string }[] = [
  { group: /(^|\.)(crossplane|upbound)\.io$/, why: "makes resources of a cloud through Crossplane" },
  { group: /\.services\.k8s\.aws$/, why: "makes a resource of AWS through its controllers" },
  { group: /\.cnrm\.cloud\.google\.com$/, why: "makes a resource of Google Cloud through Config Connector" },
  { group: /(^|\.)azure\.com$/, kinds: /^(?!AKSNodeClass$)/, why: "makes a resource of Azure" },
  { group: /^cloud\.google\.com$/, kinds: /^ComputeClass$/, why: "lets GKE make node pools" },
  {
    group: /^machine\.openshift\.io$/,
    kinds: /^Machine(Set)?$|^ControlPlaneMachineSet$/,
    why: "makes machines through OpenShift",
  },
  {
    group: /^hive\.openshift\.io$|cattle\.io$/,
    kinds: /Pool|Cluster|Chart|Config$/,
    why: "makes clusters or deploys a chart",
  },
  { group: /(^|\.)kops\.k8s\.io$/, why: "makes machines through kOps" },
  { group: /(^|\.)gardener\.cloud$|^machine\.sapcloud\.io$/, why: "makes machines through Gardener" },
  {
    group: /^argoproj\.io$/,
    kinds: /^Application(Set)?$|^AppProject$/,
    why: "deploys manifests that are elsewhere",
  },
  {
    group: /\.toolkit\.fluxcd\.io$/,
    kinds: /^(Kustomization|HelmRelease)$/,
    why: "deploys manifests that are elsewhere",
  },
  {
    group: /^infra\.contrib\.fluxcd\.io$|^app\.terraform\.io$/,
    why: "runs a Terraform configuration that is elsewhere",
  },
  { group: /(^|\.)kro\.run$|^core\.oam\.dev$/, why: "makes resources that are described elsewhere" },
  {
    group: /(^|\.)cluster\.x-k8s\.io$/,
    kinds: /Cluster(Class|Template)?$|(Machine|NodeGroup|Fleet)(Pool|Set|Deployment|Template)?$/,
    why: "makes machines through Cluster API that cannot be read here",
  },
];
