import { TerraformStack, TerraformVariable } from "cdktf";
import type { Construct } from "constructs";
import { RentedCapacity } from "landfall/constructs";

/** Four bare-metal H100 machines rented in Oracle's Singapore region, joined by RDMA. */
export class RentedSingapore extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const ocid = (name: string, description: string) =>
      new TerraformVariable(this, name, { type: "string", description }).stringValue;
    new RentedCapacity(this, "machines", {
      cloud: "oracle",
      region: "ap-singapore-1",
      availabilityDomain: "Uocm:AP-SINGAPORE-1-AD-1",
      shape: "BM.GPU.H100.8",
      nodes: 4,
      compartmentId: ocid("compartment", "OCID of the compartment"),
      subnetId: ocid("subnet", "OCID of a private subnet in Singapore"),
      imageId: ocid("image", "OCID of an image with drivers for GPUs and RDMA"),
    });
  }
}
