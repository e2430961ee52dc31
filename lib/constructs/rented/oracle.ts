import { TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

const GENERATED = { providerName: "oci" };

/** Oracle's provider, for which CDKTF ships no bindings. Credentials come from its own environment. */
export class OracleProvider extends TerraformProvider {
  /** The provider of a region, one in a stack. */
  static in(scope: Construct, region: string): OracleProvider {
    const stack = TerraformStack.of(scope);
    const id = `oci-${region}`;
    return (
      (stack.node.tryFindChild(id) as OracleProvider | undefined) ?? new OracleProvider(stack, id, region)
    );
  }

  private constructor(
    scope: Construct,
    id: string,
    private readonly region: string,
  ) {
    super(scope, id, {
      terraformResourceType: "oci",
      terraformProviderSource: "oracle/oci",
      terraformGeneratorMetadata: GENERATED,
    });
  }

  override get alias(): string {
    return this.region;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { region: this.region };
  }
}

export interface OracleResourceProps {
  readonly type: string;
  readonly provider: OracleProvider;
  /** As Terraform spells them. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A resource of Oracle's provider by its Terraform type. */
export class OracleResource extends TerraformResource {
  private readonly attributes: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { type, provider, attributes }: OracleResourceProps) {
    super(scope, id, { terraformResourceType: type, terraformGeneratorMetadata: GENERATED, provider });
    this.attributes = attributes;
  }

  /** Its OCID, known after apply. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}
