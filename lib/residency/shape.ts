import type { Level } from "../policy/levels";

/**
 * Through which attributes a Terraform resource type can carry data somewhere, and where what it stores lies.
 * The tables hold one for each type that has any.
 */
export interface DataShape {
  readonly attributes: readonly DataAttribute[];
  /** Absent: what it stores lies in its region, and in the zones it names. */
  readonly atRest?: AtRest;
}

/** Where the data of a type lies that its region says nothing of. */
export type AtRest =
  /** It holds no data of a customer, or only configuration that AWS keeps in one place for all. */
  | { readonly where: "nowhere"; readonly note: string }
  /** It spreads data over places that nobody chooses (the edges of CloudFront). */
  | { readonly where: "everywhere"; readonly level?: Level; readonly note: string };

export interface DataAttribute {
  /** Attribute names joined by dots, without list indices: `rule.destination.bucket`; a map at the end by its values. */
  readonly path: string;
  readonly names: Names;
  readonly rule: FlowRule;
  /** How a flow out of the boundary is reported. @default "block" */
  readonly level?: Exclude<Level, "block">;
  /** For `setting`, and only there: which values let data out. */
  readonly leaks?: Leaks;
  /** Attributes of the same block and the values they must have for the path to count; an unknown one is taken to match. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  /** What parts a list inside one text. */
  readonly separator?: string;
  readonly confidence?: "high" | "medium" | "low";
  /** Why, in one short sentence, only where the path does not tell. */
  readonly note?: string;
}

/** The last part of the rule's id: `residency/keys`. */
export type FlowRule = "at-rest" | "replication" | "network" | "keys" | "sharing";

/** What a value names, which decides how it is compared with a boundary. */
export type Names =
  /** A region code. `all`, `*` and the like are every region. */
  | "region"
  /** A zone name or id. */
  | "zone"
  /** Either, or the code of an Outpost. */
  | "region-or-zone"
  /** An ISO 3166-1 alpha-2 country code. */
  | "country"
  /** An account id; `all` is the world. */
  | "account"
  /** An ARN that has to be one: its region and its account count. What is no ARN is not known. */
  | "arn"
  /** The same, or the id or name of something that can only stand in the resource's own region. */
  | "arn-or-id"
  /** A KMS key by ARN, id or alias. */
  | "kms-key"
  /** An S3 bucket by name, ARN, domain name or `s3://` address. Its region is not in the name. */
  | "bucket"
  /** A VPC endpoint service. */
  | "endpoint-service"
  /** An address range. Private ranges lead nowhere, all addresses to the world, others to a place not known. */
  | "cidr"
  /** An account id, an ARN of a principal, `*`, or a service. */
  | "principal"
  /** An IAM-style resource policy, as JSON text or object. */
  | "policy-document"
  /** What an identity may do: actions that carry data out, where the policy names them. */
  | "permissions"
  /** A model id, an inference profile id or the ARN of either. */
  | "model"
  /** A URL or host name. Hosts of AWS carry the region; others lead to a place not known. */
  | "url"
  /** A container image. Those of ECR carry region and account; what is pulled from elsewhere carries nothing out. */
  | "image"
  /** The id or name of something that may stand in any region, found only through the documents. */
  | "reference"
  /** The name of a group (global database, global table); its members exchange data. */
  | "group"
  /** An organization or organizational unit, by id or ARN. */
  | "organization"
  /** JSON or other text: swept for region codes, ARNs and hosts. */
  | "text"
  /** Something that can be decided only through the policy's `known:`. */
  | "opaque"
  /** A switch: see `leaks`. */
  | "setting";

/** Values are compared as text. */
export type Leaks =
  | { readonly when: "equals"; readonly values: readonly string[] }
  /** Any other value; absent ones only where `absent` says so. */
  | { readonly when: "differs"; readonly values: readonly string[]; readonly absent?: true }
  /** A JSON text that has one of these in it, blanks left out. */
  | { readonly when: "contains"; readonly values: readonly string[] }
  /** Being there at all: any value but an empty one, `false` or zero. */
  | { readonly when: "set" };

/** By resource type. */
export type DataShapes = Readonly<Record<string, DataShape>>;
