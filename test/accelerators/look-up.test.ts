import fc from "fast-check";
import {
  acceleratorFamily,
  type Cloud,
  datasheets,
  lookUpDatasheet,
  lookUpGuestAccelerator,
  lookUpMachine,
  machinesMatching,
  machinesOfFamily,
} from "../../lib/accelerators";

const clouds: readonly Cloud[] = ["aws", "google", "azure", "oracle"];
const names = (machines: readonly { name: string }[]) => machines.map(({ name }) => name).sort();

test.each<[Cloud, string, string, number | null]>([
  ["aws", "dl1.24xlarge", "intel-gaudi1", 8],
  ["aws", "dl2q.24xlarge", "qualcomm-cloud-ai-100-standard", 8],
  ["aws", "f1.4xlarge", "xilinx-vu9p", 2],
  ["aws", "f2.48xlarge", "amd-xilinx-vu47p", 8],
  ["aws", "g2.8xlarge", "nvidia-grid-k520", 4],
  ["aws", "g3.16xlarge", "nvidia-m60-gm204", 4],
  ["aws", "g3s.xlarge", "nvidia-m60-gm204", 1],
  ["aws", "g4ad.8xlarge", "amd-radeon-pro-v520", 2],
  ["aws", "g4dn.metal", "nvidia-t4", 8],
  ["aws", "g5.16xlarge", "nvidia-a10g", 1],
  ["aws", "g5g.metal", "nvidia-t4g", 2],
  ["aws", "g6.48xlarge", "nvidia-l4", 8],
  ["aws", "g6e.12xlarge", "nvidia-l40s", 4],
  ["aws", "g6f.large", "nvidia-l4", 0.125],
  ["aws", "g7.12xlarge", "nvidia-rtx-pro-4500-blackwell-server", 2],
  ["aws", "g7e.48xlarge", "nvidia-rtx-pro-6000-blackwell-server", 8],
  ["aws", "gr6.4xlarge", "nvidia-l4", 1],
  ["aws", "gr6f.4xlarge", "nvidia-l4", 0.5],
  ["aws", "inf1.24xlarge", "aws-inferentia1", 16],
  ["aws", "inf2.24xlarge", "aws-inferentia2", 6],
  ["aws", "p2.16xlarge", "nvidia-k80-gk210", 16],
  ["aws", "p3.8xlarge", "nvidia-v100-sxm2-16gb", 4],
  ["aws", "p3dn.24xlarge", "nvidia-v100-sxm2-32gb", 8],
  ["aws", "p4d.24xlarge", "nvidia-a100-sxm4-40gb", 8],
  ["aws", "p4de.24xlarge", "nvidia-a100-sxm4-80gb", 8],
  ["aws", "p5.4xlarge", "nvidia-h100-sxm", 1],
  ["aws", "p5.48xlarge", "nvidia-h100-sxm", 8],
  ["aws", "ml.p5.48xlarge", "nvidia-h100-sxm", 8],
  ["aws", " P5.48XLARGE\n", "nvidia-h100-sxm", 8],
  ["aws", "p5e.48xlarge", "nvidia-h200-sxm", 8],
  ["aws", "p5en.48xlarge", "nvidia-h200-sxm", 8],
  ["aws", "p6-b200.48xlarge", "nvidia-b200", 8],
  ["aws", "p6-b300.48xlarge", "nvidia-b300", 8],
  ["aws", "p6e-gb200.36xlarge", "nvidia-gb200", 4],
  ["aws", "u-p6e-gb200x36", "nvidia-gb200", 36],
  ["aws", "ml.u-p6e-gb200x72", "nvidia-gb200", 72],
  ["aws", "trn1.32xlarge", "aws-trainium1", 16],
  ["aws", "trn1n.32xlarge", "aws-trainium1", 16],
  ["aws", "trn2.3xlarge", "aws-trainium2", 1],
  ["aws", "trn2u.48xlarge", "aws-trainium2", 16],
  ["aws", "trn2-ac.24xlarge", "aws-trainium2", null],
  ["aws", "trn2u-ac.24xlarge", "aws-trainium2", null],
  ["aws", "trn3pds.48xlarge", "aws-trainium3", null],
  ["aws", "vt1.3xlarge", "xilinx-alveo-u30", 1],
  ["google", "a2-ultragpu-8g", "nvidia-a100-sxm4-80gb", 8],
  ["google", "a3-highgpu-1g", "nvidia-h100-sxm", 1],
  ["google", "zones/me-west1-a/machineTypes/a3-megagpu-8g", "nvidia-h100-sxm", 8],
  ["google", "a4x-maxgpu-4g-metal", "nvidia-gb300", 4],
  ["google", "g2-standard-96", "nvidia-l4", 8],
  ["google", "g4-standard-6", "nvidia-rtx-pro-6000-blackwell-server", 0.125],
  ["google", "ct5lp-hightpu-8t", "google-tpu-v5e", 8],
  ["google", "tpu7x-standard-4t", "google-tpu-v7", 4],
  ["azure", "standard_nd96ISR_h100_v5", "nvidia-h100-sxm", 8],
  ["azure", "Standard_NCC40ads_H100_v5", "nvidia-h100-nvl", 1],
  ["azure", "Standard_NV6ads_A10_v5", "nvidia-a10", 1 / 6],
  ["azure", "Standard_NC24", "nvidia-k80-gk210", 4],
  ["oracle", "BM.GPU.H100.8", "nvidia-h100-sxm", 8],
  ["oracle", "bm.gpu4.8", "nvidia-a100-sxm4-40gb", 8],
  ["oracle", "VM.GPU.A10.2", "nvidia-a10", 2],
])("%s %s holds %s × %p", (cloud, name, accelerator, count) => {
  expect(lookUpMachine(cloud, name)).toMatchObject({
    kind: "accelerated",
    machine: { cloud, accelerator, count },
  });
});

test.each<[Cloud, string, string]>([
  ["aws", "p7.48xlarge", "p7"],
  ["aws", "ml.p9.48xlarge", "p9"],
  ["aws", "g6x.large", "g6x"],
  ["aws", "p5.96xlarge", "p5"],
  ["aws", "p6-b400.48xlarge", "p6-b400"],
  ["aws", "u-p7-gb400x72", "u-p7-gb400"],
  ["aws", "u-trn3x144", "u-trn3"],
  ["aws", "dl3.large", "dl3"],
  ["aws", "p5", "p5"],
  ["google", "a5-highgpu-8g", "a5"],
  ["google", "g5-standard-4", "g5"],
  ["google", "g10-standard-4", "g10"],
  ["google", "ct7-hightpu-4t", "ct7"],
  ["google", "v2-8", "v2"],
  ["azure", "Standard_ND999isr_X_v9", "nd"],
  ["azure", "NM16ads_MA35D", "nm"],
  ["azure", "Standard_NC6_Promo", "nc"],
  ["azure", "Standard_NG8ads_V620_v1", "ng"],
  ["azure", "Standard_NV4ads_V710_v5", "nv"],
  ["oracle", "BM.GPU.R100.8", "bm.gpu.r100"],
])("%s %s is of the family %s, and unknown", (cloud, name, family) => {
  expect(lookUpMachine(cloud, name)).toEqual({ kind: "unknown-accelerator", family });
  expect(acceleratorFamily(cloud, name)).toBe(family);
});

test.each<[Cloud, readonly string[]]>([
  [
    "aws",
    ["m7i.large", "c7g.xlarge", "c7gd.metal", "m6g.large", "r8gn.24xlarge", "im4gn.large", "is4gen.large"],
  ],
  [
    "aws",
    ["u-6tb1.metal", "u7i-12tb.224xlarge", "u7in-32tb.224xlarge", "hpc7a.96xlarge", "mac2.metal", "a1.large"],
  ],
  [
    "aws",
    ["t3.micro", "x2gd.large", "z1d.large", "d3en.large", "h1.2xlarge", "i8g.large", "optimal", "p", "inf"],
  ],
  [
    "google",
    [
      "g1-small",
      "f1-micro",
      "e2-medium",
      "n1-standard-4",
      "custom-8-16384",
      "c4a-highmem-8",
      "t2a-standard-1",
    ],
  ],
  ["google", ["m4-ultramem-224", "h4d-standard-192", "z3-highmem-88", "x4-megamem-960-metal", "v1"]],
  ["azure", ["Standard_D4s_v5", "D4s_v5", "Standard_HB176rs_v4", "Standard_DC8es_v6", "Basic_A1", "none"]],
  ["oracle", ["VM.Standard.E5.Flex", "BM.Optimized3.36", "VM.DenseIO.E5.Flex"]],
])("on %s, %p are plain", (cloud, plain) => {
  for (const name of plain) expect([name, lookUpMachine(cloud, name)]).toEqual([name, { kind: "plain" }]);
});

describe("families and patterns", () => {
  test.each<[Cloud, string, readonly string[]]>([
    ["aws", "p5", ["p5.48xlarge", "p5.4xlarge"]],
    ["aws", "P5E", ["p5e.48xlarge"]],
    ["aws", "ml.p5en", ["p5en.48xlarge"]],
    ["aws", "p6-b200", ["p6-b200.48xlarge"]],
    ["aws", "u-p6e-gb200", ["u-p6e-gb200x36", "u-p6e-gb200x72"]],
    ["aws", "trn3pds", ["trn3pds.*"]],
    ["aws", "p7", []],
    ["aws", "m7i", []],
    ["aws", "__proto__", []],
    ["google", "a4x", ["a4x-highgpu-4g", "a4x-maxgpu-4g-metal"]],
    ["azure", "ncc", ["Standard_NCC40ads_H100_v5"]],
    ["oracle", "VM.GPU3", ["VM.GPU3.1", "VM.GPU3.2", "VM.GPU3.4"]],
  ])("%s family %s", (cloud, family, expected) => {
    expect(names(machinesOfFamily(cloud, family))).toEqual(expected);
  });

  test.each<[Cloud, string, readonly string[]]>([
    ["aws", "p5.*", ["p5.48xlarge", "p5.4xlarge"]],
    ["aws", "p5*", ["p5.48xlarge", "p5.4xlarge", "p5e.48xlarge", "p5en.48xlarge"]],
    ["aws", "G6?.xlarge", ["g6e.xlarge", "g6f.xlarge"]],
    ["aws", "*.36xlarge", ["p6e-gb200.36xlarge"]],
    ["aws", "trn3*", ["trn3pds.*"]],
    ["aws", "p7*", []],
    ["aws", "[a-z]+", []],
    ["aws", "", []],
    ["azure", "*_GB?00_v6", ["Standard_ND128isr_GB300_v6", "Standard_ND128isr_NDR_GB200_v6"]],
  ])("%s pattern %s", (cloud, glob, expected) => {
    expect(names(machinesMatching(cloud, glob))).toEqual(expected);
  });

  test("everything", () => {
    expect(clouds.map((cloud) => machinesMatching(cloud, "*").length)).toEqual([113, 50, 71, 21]);
    expect(machinesMatching("aws", `${"*?".repeat(20)}!`)).toEqual([]);
  });

  test("a pattern of an unknown family is told from one of a plain family", () => {
    expect(acceleratorFamily("aws", "p7*")).toBe("p7*");
    expect(acceleratorFamily("aws", "m7*")).toBeUndefined();
  });
});

describe("guest accelerators", () => {
  test.each([
    ["nvidia-tesla-t4", "nvidia-t4", 1],
    ["nvidia-tesla-t4-vws", "nvidia-t4", 1],
    ["nvidia-tesla-p4", "nvidia-p4", 1],
    ["nvidia-tesla-p4-vws", "nvidia-p4", 1],
    ["NVIDIA-H100-MEGA-80GB", "nvidia-h100-sxm", 1],
    ["projects/p/zones/z/acceleratorTypes/nvidia-l4", "nvidia-l4", 1],
    ["nvidia-rtx-pro-6000-vws", "nvidia-rtx-pro-6000-blackwell-server", 1],
    ["v3-8", "google-tpu-v3", 4],
    ["v4-8", "google-tpu-v4", 4],
    ["v5litepod-16", "google-tpu-v5e", 16],
    ["v5p-128", "google-tpu-v5p", 64],
    ["v6e-8", "google-tpu-v6e", 8],
    ["V5LITE_POD", "google-tpu-v5e", null],
    ["ct6e", "google-tpu-v6e", null],
    ["tpu7x", "google-tpu-v7", null],
  ])("%s is %s × %p", (name, accelerator, count) => {
    expect(lookUpGuestAccelerator("google", name)).toMatchObject({ accelerator, count });
    expect(lookUpDatasheet(accelerator)).toBeDefined();
  });

  test.each<[Cloud, string]>([
    ["google", "nvidia-r100"],
    ["google", "v2-8"],
    ["google", "v4-0"],
    ["google", "__proto__"],
    ["aws", "nvidia-l4"],
  ])("%s %s is unknown", (cloud, name) => {
    expect(lookUpGuestAccelerator(cloud, name)).toBe("unknown");
  });

  test("a blank is none", () => expect(lookUpGuestAccelerator("google", " ")).toBeUndefined());
});

describe("properties", () => {
  const cloud = fc.constantFrom(...clouds);
  const odd = fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "",
    " ",
    ".",
    "*",
    "ml.",
    "/",
    "\n",
  );
  const text = fc.oneof(fc.string(), fc.string({ unit: "binary" }), odd);
  const machine = cloud.chain((c) => fc.constantFrom(...machinesMatching(c, "*")));

  test("no string makes a look-up throw", () => {
    fc.assert(
      fc.property(cloud, text, (c, name) => {
        lookUpMachine(c, name);
        machinesOfFamily(c, name);
        machinesMatching(c, name);
        lookUpGuestAccelerator(c, name);
        lookUpDatasheet(name);
      }),
    );
  });

  test("odd strings are plain on every cloud", () => {
    fc.assert(fc.property(cloud, odd, (c, name) => lookUpMachine(c, name).kind === "plain"));
  });

  test("case and space do not matter", () => {
    fc.assert(
      fc.property(machine, ({ cloud: c, name }) => {
        const plainly = lookUpMachine(c, name);
        for (const written of [name.toUpperCase(), name.toLowerCase(), ` ${name}\t`])
          expect(lookUpMachine(c, written)).toEqual(plainly);
      }),
    );
  });

  test("a machine is found by its name, its family and its own pattern", () => {
    fc.assert(
      fc.property(machine, (m) => {
        expect(lookUpMachine(m.cloud, m.name).kind).not.toBe("plain");
        expect(machinesOfFamily(m.cloud, acceleratorFamily(m.cloud, m.name) ?? "")).toContain(m);
        expect(machinesMatching(m.cloud, m.name)).toContain(m);
      }),
    );
  });

  test("datasheets are found whatever the case", () => {
    for (const datasheet of datasheets)
      expect(lookUpDatasheet(` ${datasheet.id.toUpperCase()}`)).toBe(datasheet);
    expect(lookUpDatasheet("constructor")).toBeUndefined();
  });
});
