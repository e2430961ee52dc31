import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { Backbone, RegionalBoundary } from "landfall/constructs";
import { FRANKFURT, STOCKHOLM } from "./places";

/** Frankfurt and Stockholm, two regions of one boundary, joined for what may be in either. */
export class EuropeanBackbone extends TerraformStack {
  readonly backbone: Backbone;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const frankfurt = new RegionalBoundary(this, "frankfurt", FRANKFURT);
    const stockholm = new RegionalBoundary(this, "stockholm", STOCKHOLM);
    this.backbone = new Backbone(this, "backbone", {
      sites: [
        { boundary: frankfurt, asn: 64_512, cidrs: ["10.50.0.0/16"] },
        { boundary: stockholm, asn: 64_513, cidrs: ["10.51.0.0/16"] },
      ],
      peerings: [[frankfurt, stockholm]],
    });
  }
}
