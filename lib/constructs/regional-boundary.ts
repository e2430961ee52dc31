import { EbsDefaultKmsKey } from "@cdktf/provider-aws/lib/ebs-default-kms-key";
import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { EbsSnapshotBlockPublicAccess } from "@cdktf/provider-aws/lib/ebs-snapshot-block-public-access";
import { Ec2ImageBlockPublicAccess } from "@cdktf/provider-aws/lib/ec2-image-block-public-access";
import { Ec2InstanceMetadataDefaults } from "@cdktf/provider-aws/lib/ec2-instance-metadata-defaults";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects } from "cdktf";
import { Construct } from "constructs";
import type { Region } from "../../regions";
import { checkNeighbours, readBoundary } from "./boundary/check-boundary";
import { inheriting } from "./boundary/inherit";
import { keyPolicy } from "./boundary/key-policy";
import { findZone } from "./boundary/zone";
import { fail } from "./check";

/** The region, and what may hold the data of what stands in it. */
export interface RegionalBoundaryProps {
  /** Code of an AWS region that `landfall/regions` knows, such as `ap-southeast-5`. */
  readonly region: string;
  /** The accounts among which data may be shared: 12 digits each, at least one. */
  readonly accounts: readonly string[];
  /** The one of `accounts` that is deployed into; the provider refuses credentials of any other. @default the first of `accounts` */
  readonly account?: string;
  /** Countries that data may be in, ISO 3166-1 alpha-2. The region's own has to be among them. @default the region's own country */
  readonly countries?: readonly string[];
  /** Names the boundary to people and rules: lower-case words joined by dashes. @default the construct's id */
  readonly name?: string;
  /** `o-…`: the accounts count only while they belong to this organization. @default no such condition */
  readonly organizationId?: string;
  /** Tags on everything inside. @default only the boundary's own */
  readonly tags?: Readonly<Record<string, string>>;
  /** Sets what an account has once a region: EBS encryption with the boundary's key, no public snapshots or images, IMDSv2. Leave it to one boundary of the account and region. @default true */
  readonly accountDefaults?: boolean;
}

/**
 * A region, and the countries and accounts that data may not leave, as a scope.
 *
 * AWS resources created inside take its provider and, where they encrypt with a key of the customer's, its key. The
 * provider's default tags carry the boundary, where the rules of residency read it.
 *
 * @throws Error for an unknown region, a malformed account, country, name or organization, a second boundary around
 * this one, and contradictions with other boundaries of the app.
 */
export class RegionalBoundary extends Construct {
  /**
   * The nearest boundary around a construct.
   *
   * @throws Error when there is none.
   */
  static of(scope: Construct): RegionalBoundary {
    const found = enclosing(scope);
    return (
      found ??
      fail(scope, "stands in no RegionalBoundary; create one and pass it, or a child of it, as scope.")
    );
  }

  readonly region: Region;
  readonly name: string;
  /** ISO codes, sorted. */
  readonly countries: readonly string[];
  readonly accounts: readonly string[];
  /** The account deployed into. */
  readonly account: string;
  readonly organizationId?: string;
  /** AWS partition, as ARNs begin with it. */
  readonly partition: string;
  readonly provider: AwsProvider;
  /** Customer-managed, of this region alone, rotated every year. */
  readonly key: KmsKey;
  /** Whether the account's own defaults are set from here. */
  readonly accountDefaults: boolean;

  constructor(scope: Construct, id: string, props: RegionalBoundaryProps) {
    super(scope, id);
    const outer = enclosing(scope);
    if (outer) fail(this, `stands inside boundary "${outer.name}"; boundaries do not nest, put it beside.`);
    const { region, partition, tags, ...read } = readBoundary(this, props);
    this.region = region;
    this.partition = partition;
    this.name = read.name;
    this.countries = read.countries;
    this.accounts = read.accounts;
    this.account = read.account;
    if (props.organizationId !== undefined) this.organizationId = props.organizationId;
    this.accountDefaults = props.accountDefaults ?? true;
    checkNeighbours(this, boundariesOf(this));

    this.provider = new AwsProvider(this, "aws", {
      alias: `${this.name}-${region.code}`,
      region: region.code,
      allowedAccountIds: [this.account],
      defaultTags: [{ tags }],
    });
    this.key = new KmsKey(this, "key", {
      provider: this.provider,
      description: `Data of boundary ${this.name} in ${region.code}`,
      enableKeyRotation: true,
      multiRegion: false,
      deletionWindowInDays: 30,
      policy: keyPolicy({ ...this, region: region.code }),
    });
    if (this.accountDefaults) this.setAccountDefaults();
    Aspects.of(this).add(inheriting({ provider: this.provider, keyArn: this.key.arn }));
  }

  /**
   * Name of a zone of this region, given its letter (`a`) or its name (`ap-southeast-5a`, `us-east-1-dfw-2a`).
   *
   * @throws Error when it is a token, of another region, or stands in a country outside the boundary.
   */
  zone(nameOrLetter: string): string {
    return findZone(this, nameOrLetter);
  }

  private setAccountDefaults(): void {
    const { provider } = this;
    // Apart, so that the ids stay free for what people put into the boundary.
    const scope = new Construct(this, "account-defaults");
    new EbsEncryptionByDefault(scope, "ebs-encryption", { provider, enabled: true });
    new EbsDefaultKmsKey(scope, "ebs-key", { provider, keyArn: this.key.arn });
    new EbsSnapshotBlockPublicAccess(scope, "snapshots", { provider, state: "block-all-sharing" });
    new Ec2ImageBlockPublicAccess(scope, "images", { provider, state: "block-new-sharing" });
    new Ec2InstanceMetadataDefaults(scope, "metadata", {
      provider,
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: 1,
    });
  }
}

function enclosing(scope: Construct): RegionalBoundary | undefined {
  return scope.node.scopes.findLast((outer) => outer instanceof RegionalBoundary);
}

/** Every other boundary of the same app. */
function boundariesOf(boundary: RegionalBoundary): RegionalBoundary[] {
  return boundary.node.root.node
    .findAll()
    .filter((node) => node instanceof RegionalBoundary)
    .filter((other) => other !== boundary);
}
