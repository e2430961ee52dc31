import type { Provider, Reading, Resource } from "../../terraform/resource";
import { isObject, isUnknown, own, Unknown, type Value } from "../../terraform/value";
import { identified } from "../identity";
import { boundTo, labelRequirements, requirementsOf, select } from "./karpenter-requirements";
import type { Manifest } from "./kubernetes";
import { follow, merged, type Opened, opened, providerIn, providerNowhere, virtualResource } from "./opened";

/** Kinds that Karpenter makes nodes for, by where their requirements stand; old names first. */
const kinds: Readonly<
  Record<string, { readonly spec: readonly string[]; readonly labels?: readonly string[] }>
> = {
  Provisioner: { spec: ["spec"], labels: ["spec", "labels"] },
  Machine: { spec: ["spec"] },
  NodePool: { spec: ["spec", "template", "spec"], labels: ["spec", "template", "metadata", "labels"] },
  NodeClaim: { spec: ["spec"] },
};

export function isNodeMaker({ group, kind }: Manifest): boolean {
  return group === "karpenter.sh" && Object.hasOwn(kinds, kind);
}

/** A node pool as a resource that selects machines by their attributes. */
export function openKarpenter(manifest: Manifest): Opened {
  const { holder, body, kind } = manifest;
  const { spec: specPath, labels } = kinds[kind] as (typeof kinds)[string];
  const spec = at(body, specPath);
  if (isUnknown(spec)) return opened([], [`${manifest.within} is not known (${spec.why})`]);
  const elsewhere = otherCloud(spec, body);
  if (elsewhere !== null) return opened([], [`${manifest.within} ${elsewhere}`]);
  const list = at(spec, ["requirements"]);
  const requirements = [...requirementsOf(list), ...(labels ? labelRequirements(at(body, labels)) : [])];
  const zones = boundTo(requirements, "zone", "zone-id");
  const trace = merged(manifest.trace);
  const value: Value = {
    ...select(requirements),
    regions: boundTo(requirements, "region") ?? [],
    zones: zones ?? [],
    // The node class finds them in the account, by their tags.
    subnets: zones
      ? []
      : [new Unknown("subnetSelectorTerms", "its node class selects subnets of the account")],
    limits: at(body, ["spec", "limits", ...(kind === "Provisioner" ? ["resources"] : [])]),
  };
  return opened([
    virtualResource({
      holder,
      within: manifest.within,
      type: "kubernetes_karpenter_node_pool",
      name: manifest.name,
      value,
      trace,
      provider: clusterProvider(holder, trace),
    }),
  ]);
}

function at(value: Value, path: readonly string[]): Value {
  return path.reduce<Value>((inner, key) => {
    if (isUnknown(inner)) return inner;
    return (isObject(inner) ? own(inner, key) : undefined) ?? null;
  }, value);
}

/** Karpenter of another cloud names other machines. */
function otherCloud(spec: Value, body: Record<string, Value>): string | null {
  const [kind, group] = ["kind", "group"].map((key) => at(spec, ["nodeClassRef", key]));
  const foreign = [kind, group].find(
    (one) => typeof one === "string" && /^AKS|GCE|^karpenter\.azure|gcp/.test(one),
  );
  const isAzure = JSON.stringify(body).includes('"karpenter.azure.com/');
  return foreign !== undefined || isAzure ? "makes nodes of another cloud than AWS" : null;
}

/** The provider of the cluster that the manifest is applied to, in the cluster's region. */
export function clusterProvider(holder: Resource, trace: ReturnType<typeof merged>): Provider {
  const { provider } = holder;
  const hosts = ["host", "kubernetes.host", "kubernetes.0.host"].flatMap((path) => provider.read(path));
  const clusters = hosts
    .flatMap(({ value }) => identified(value, holder))
    .filter(({ type }) => type.endsWith("_eks_cluster"));
  const homes = clusters.map((cluster) => providerIn(cluster.read("region")[0], cluster.provider));
  const [home] = homes;
  if (home !== undefined && homes.every((one) => regionIn(one) === regionIn(home))) {
    for (const host of hosts) follow(trace, host.trace);
    trace.steps.push(`its cluster is ${clusters[0]?.address}`);
    return home;
  }
  const [endpoint] = hosts.flatMap((host) => endpointRegion(host) ?? []);
  if (endpoint !== undefined && hosts.length === 1)
    return providerIn(endpoint, { ...provider, read: () => [] });
  const why = `provider \`${provider.key}\` does not say in which region its cluster stands`;
  return providerNowhere(provider, provider.missing ?? why);
}

function regionIn(provider: Provider): string {
  return provider.missing ?? String(provider.read("region").map(({ value }) => shown(value)));
}

function shown(value: Value): string {
  return isUnknown(value) ? value.expression : String(value);
}

/** EKS names the region in a cluster's address. */
function endpointRegion(host: Reading): Reading | undefined {
  const [, region] =
    /\.([a-z]{2,}(?:-[a-z]+)+-\d+)\.eks\.amazonaws\.com(?:[:/.]|$)/.exec(String(host.value)) ?? [];
  return region === undefined ? undefined : { ...host, value: region };
}
