import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformStack } from "cdktf";
import { definePolicy, guard, PolicyViolationError, type Result } from "landfall";
import { lookUpMachine } from "../../lib/accelerators";
import { RentedCapacity, type RentedCapacityProps } from "../../lib/constructs";
import { rdmaShapes } from "../../lib/constructs/rented/shapes";
import { newStack, synthesized } from "./synthesized";

const singapore: RentedCapacityProps = {
  cloud: "oracle",
  region: "ap-singapore-1",
  availabilityDomain: "Uocm:AP-SINGAPORE-1-AD-1",
  shape: "BM.GPU.H100.8",
  nodes: 4,
  compartmentId: "ocid1.compartment.oc1..aaaaexample",
  subnetId: "ocid1.subnet.oc1.ap-singapore-1.aaaaexample",
  imageId: "ocid1.image.oc1.ap-singapore-1.aaaaexample",
};

const rent = (props: Partial<RentedCapacityProps>, scope = newStack()) =>
  new RentedCapacity(scope, "rented", { ...singapore, ...props });

describe("rented capacity", () => {
  it("is a cluster network of so many machines made from one configuration", () => {
    const stack = newStack();
    rent({}, stack);
    const { one, body } = synthesized(stack);
    const network = one("oci_core_cluster_network");
    const [name] = Object.keys(body["resource"].oci_core_instance_configuration);
    expect(network["instance_pools"]).toEqual({
      instance_configuration_id: `\${oci_core_instance_configuration.${name}.id}`,
      size: 4,
      display_name: "rented",
    });
    expect(network["placement_configuration"]).toEqual({
      availability_domain: singapore.availabilityDomain,
      primary_subnet_id: singapore.subnetId,
    });
    const launch = one("oci_core_instance_configuration")["instance_details"].launch_details;
    expect(launch).toMatchObject({
      shape: "BM.GPU.H100.8",
      create_vnic_details: { assign_public_ip: false },
      instance_options: { are_legacy_imds_endpoints_disabled: true },
    });
  });

  it("takes a provider of its region, which two of the same region share", () => {
    const stack = newStack();
    rent({}, stack);
    new RentedCapacity(stack, "more", singapore);
    new RentedCapacity(stack, "frankfurt", {
      ...singapore,
      region: "eu-frankfurt-1",
      availabilityDomain: "Uocm:EU-FRANKFURT-1-AD-1",
      subnetId: "ocid1.subnet.oc1.eu-frankfurt-1.aaaaexample",
      imageId: "ocid1.image.oc1.eu-frankfurt-1.aaaaexample",
    });
    const { all, body } = synthesized(stack);
    expect(body["provider"].oci).toEqual([
      { alias: "ap-singapore-1", region: "ap-singapore-1" },
      { alias: "eu-frankfurt-1", region: "eu-frankfurt-1" },
    ]);
    expect(
      all("oci_core_cluster_network")
        .map(({ provider }) => provider)
        .sort(),
    ).toEqual(["oci.ap-singapore-1", "oci.ap-singapore-1", "oci.eu-frankfurt-1"]);
    expect(body["terraform"].required_providers.oci).toMatchObject({ source: "oracle/oci" });
  });

  it("encrypts boot volumes with a key of one's own where one is named", () => {
    const stack = newStack();
    rent({ kmsKeyId: "ocid1.key.oc1.ap-singapore-1.aaaaexample" }, stack);
    const { instance_details: details } = synthesized(stack).one("oci_core_instance_configuration");
    expect(details.launch_details.source_details.kms_key_id).toBe("ocid1.key.oc1.ap-singapore-1.aaaaexample");
  });

  it.each([
    [
      { region: "ap-singapor-1" },
      'region "ap-singapor-1" of Oracle is not known, or not its country; did you mean',
    ],
    [{ shape: "BM.GPU.A10.4" }, 'shape "BM.GPU.A10.4" is not joined by a cluster network; choose one of'],
    [{ nodes: 0 }, "nodes is 0; write how many machines"],
    [{ nodes: 1.5 }, "nodes is 1.5;"],
    [{ availabilityDomain: "Uocm:AP-TOKYO-1-AD-1" }, "is none of ap-singapore-1"],
    [{ compartmentId: "compartment" }, 'compartmentId "compartment" is not the OCID of a compartment'],
    [{ subnetId: "ocid1.subnet.oc1.ap-tokyo-1.aaaa" }, "is in ap-tokyo-1 and the capacity in ap-singapore-1"],
    [{ bootVolumeGiB: 10 }, "bootVolumeGiB is 10;"],
  ] satisfies [Partial<RentedCapacityProps>, string][])("refuses %j", (props, sentence) => {
    expect(() => rent(props)).toThrow(sentence);
  });

  it("offers only shapes of the catalogue, all of them whole machines with accelerators", () => {
    for (const { name } of rdmaShapes) expect(lookUpMachine("oracle", name).kind).toBe("accelerated");
  });
});

describe("the gate", () => {
  let outdir: string;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "landfall-rented-"));
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  function judged(props: Partial<RentedCapacityProps>): { result: Result | undefined; thrown: unknown } {
    const app = new App({ outdir });
    rent(props, new TerraformStack(app, "rented"));
    let result: Result | undefined;
    const organization = { name: "Example Inc.", headquarters: "US" };
    const policy = definePolicy({ version: 1, organization, endUsers: [] }, { asOf: "2026-11-23" });
    guard(app, policy, {
      report: (found) => {
        result = found;
      },
    });
    try {
      app.synth();
      return { result, thrown: undefined };
    } catch (thrown) {
      return { result, thrown };
    }
  }

  it("sees chip, count and country", () => {
    const { result, thrown } = judged({});
    expect(thrown).toBeUndefined();
    expect(result?.placements).toEqual([
      expect.objectContaining({
        accelerator: "nvidia-h100-sxm",
        count: 32,
        class: "3A090.a",
        location: expect.objectContaining({ cloud: "oracle", region: "ap-singapore-1", country: "SG" }),
      }),
    ]);
  });

  it("refuses it where the law does", () => {
    const { thrown } = judged({
      region: "me-dubai-1",
      availabilityDomain: "Uocm:ME-DUBAI-1-AD-1",
      subnetId: "ocid1.subnet.oc1.me-dubai-1.aaaaexample",
      imageId: "ocid1.image.oc1.me-dubai-1.aaaaexample",
    });
    expect(thrown).toBeInstanceOf(PolicyViolationError);
    expect((thrown as PolicyViolationError).findings.map(({ rule }) => rule)).toContain("us-ear/uae");
  });
});
