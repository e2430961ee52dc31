import type { Estate, ModuleCall, Resource } from "../terraform/resource";
import { isUnknown, type Reference } from "../terraform/value";

/** Attributes that hold what other resources know one by. */
export const NAMES = [
  "id",
  "arn",
  "name",
  "identifier",
  "cluster_identifier",
  "replication_group_id",
  "global_cluster_identifier",
  "global_replication_group_id",
  "multi_region_cluster_name",
  "function_name",
  "service_name",
  "domain_name",
  "dns_name",
];

/** Types that others know by something else than an id, an ARN or a name. */
const NAMED_OTHERWISE = /(cluster|instance|group|table|service|function|distribution|domain|domain_name|lb)$/;

const BUCKETS = /^(aws|awscc)_s3_(directory_)?bucket$|^awscc_s3express_directory_bucket$/;

/** Finds the resources of a run by the names that texts use for them. Made when first asked. */
export class Directory {
  private byName: Map<string, Resource[]> | undefined;
  private byBucket: Map<string, Resource[]> | undefined;
  private readers: readonly Resource[] | undefined;
  private modules: Map<string, ModuleCall> | undefined;

  constructor(private readonly estate: Estate) {}

  named(name: string): readonly Resource[] {
    const others = (resource: Resource) => NAMES.flatMap((path) => textsAt(resource, path));
    this.byName ??= this.index(others, ({ type, stage }) => stage === "synth" || NAMED_OTHERWISE.test(type));
    const listed = this.documents()
      .flatMap((one) => one.named(name))
      .filter(({ mode }) => mode === "managed");
    return [...new Set([...listed, ...(this.byName.get(name) ?? [])])];
  }

  /** One resource of every plan and state, which know their own ids, ARNs and names. */
  private documents(): readonly Resource[] {
    this.readers ??= [
      ...new Map(
        this.estate.resources.flatMap((one) => (one.stage === "synth" ? [] : [[one.input, one] as const])),
      ).values(),
    ];
    return this.readers;
  }

  bucket(name: string): readonly Resource[] {
    this.byBucket ??= this.index(
      (resource) => textsAt(resource, "bucket"),
      ({ type }) => BUCKETS.test(type),
    );
    return this.byBucket.get(name) ?? [];
  }

  module({ address, document }: Reference): ModuleCall | undefined {
    this.modules ??= new Map(this.estate.modules.map((call) => [`${call.input} ${call.address}`, call]));
    return this.modules.get(`${document} ${address}`);
  }

  private index(
    namesOf: (resource: Resource) => string[],
    isMeant: (resource: Resource) => boolean,
  ): Map<string, Resource[]> {
    const found = new Map<string, Resource[]>();
    for (const resource of this.estate.resources) {
      if (!isMeant(resource) || resource.mode === "data") continue;
      for (const name of namesOf(resource)) {
        const same = found.get(name);
        if (same) same.push(resource);
        else found.set(name, [resource]);
      }
    }
    return found;
  }
}

function textsAt(resource: Resource, path: string): string[] {
  const written = resource.glance(path);
  if (written === undefined || written === null || written === "") return [];
  if (resource.stage !== "synth") return typeof written === "string" ? [written] : [];
  return resource
    .read(path)
    .flatMap(({ value }) => (isUnknown(value) || typeof value !== "string" ? [] : [value]));
}
