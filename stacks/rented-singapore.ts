import { TerraformProvider, TerraformResource, TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";

/** Oracle's provider, for which CDKTF ships no bindings. */
class OracleProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly region: string,
  ) {
    super(scope, id, {
      terraformResourceType: "oci",
      terraformProviderSource: "oracle/oci",
      terraformGeneratorMetadata: { providerName: "oci" },
    });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { region: this.region };
  }
}

/** Four bare-metal H100 machines rented in Oracle's Singapore region. */
export class RentedSingapore extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new OracleProvider(this, "oci", "ap-singapore-1");
    const compartment = new TerraformVariable(this, "compartment", {
      type: "string",
      description: "OCID of the compartment",
    });
    const machines = new TerraformResource(this, "machines", {
      terraformResourceType: "oci_core_instance",
      terraformGeneratorMetadata: { providerName: "oci" },
    });
    machines.addOverride("count", 4);
    machines.addOverride("availability_domain", "Uocm:AP-SINGAPORE-1-AD-1");
    machines.addOverride("compartment_id", compartment.stringValue);
    machines.addOverride("shape", "BM.GPU.H100.8");
  }
}
