import { type App, TerraformStack } from "cdktf";
import { RentedCapacity } from "../../../lib/constructs";

/** Two B200 machines at Oracle in Frankfurt. */
export function rentedCapacity(app: App): TerraformStack {
  const stack = new TerraformStack(app, "rented-capacity");
  new RentedCapacity(stack, "machines", {
    cloud: "oracle",
    region: "eu-frankfurt-1",
    availabilityDomain: "Uocm:EU-FRANKFURT-1-AD-1",
    shape: "BM.GPU.B200.8",
    nodes: 2,
    compartmentId: "ocid1.compartment.oc1..aaaaexample",
    subnetId: "ocid1.subnet.oc1.eu-frankfurt-1.aaaaexample",
    imageId: "ocid1.image.oc1.eu-frankfurt-1.aaaaexample",
  });
  return stack;
}
