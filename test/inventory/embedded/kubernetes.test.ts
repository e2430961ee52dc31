import { found, one, open, shown } from "./helpers";

const EKS = "https://ABC.gr7.eu-central-1.eks.amazonaws.com";

function manifest(value: unknown, more = {}) {
  return open({
    provider: { kubernetes: [{ host: EKS }] },
    resource: { kubernetes_manifest: { a: { manifest: value } } },
    ...more,
  });
}

function yaml(text: string) {
  return open({
    provider: { kubectl: [{ host: EKS }] },
    resource: { kubectl_manifest: { a: { yaml_body: text.replaceAll("${", () => "$${") } } },
  });
}

type Requirement = readonly [key: string, operator: string, ...values: unknown[]];

const requirement = ([key, operator, ...values]: Requirement) => ({ key, operator, values });

function pool(requirements: readonly Requirement[], more = {}) {
  return {
    apiVersion: "karpenter.sh/v1",
    kind: "NodePool",
    metadata: { name: "gpu" },
    spec: { template: { spec: { requirements: requirements.map(requirement) } }, ...more },
  };
}

function picks(...requirements: Requirement[]) {
  const opened = manifest(pool(requirements));
  const [resource] = opened.resources;
  const read = (path: string) => (resource?.read(path) ?? []).map(({ value }) => shown(value));
  return {
    types: read("instance_types"),
    families: read("instance_families"),
    selects: read("requirements.allowed_instance_types"),
    unread: opened.unread,
  };
}

const TYPE = "node.kubernetes.io/instance-type";
const FAMILY = "karpenter.k8s.aws/instance-family";
const CATEGORY = "karpenter.k8s.aws/instance-category";
const NAME = "karpenter.k8s.aws/instance-gpu-name";
const COUNT = "karpenter.k8s.aws/instance-gpu-count";
const NEURON = "karpenter.k8s.aws/instance-accelerator-name";
const GENERATION = "karpenter.k8s.aws/instance-generation";
const SIZE = "karpenter.k8s.aws/instance-size";
const ACCELERATED = ["p", "g", "gr", "inf", "trn", "dl", "vt", "f"];

describe("node pools that name their machines", () => {
  test.each<[string, Requirement[], object]>([
    ["types", [[TYPE, "In", "p5.48xlarge", "t3.micro"]], { types: ["p5.48xlarge", "t3.micro"] }],
    [
      "types of Auto Mode's labels",
      [["beta.kubernetes.io/instance-type", "In", "p5.48xlarge"]],
      { types: ["p5.48xlarge"] },
    ],
    ["SageMaker's types", [[TYPE, "In", "ml.p5.48xlarge"]], { types: ["ml.p5.48xlarge"] }],
    ["types that nobody knows", [[TYPE, "In", "p9.48xlarge"]], { types: ["p9.48xlarge"] }],
    [
      "types in two lists",
      [
        [TYPE, "In", "p5.48xlarge", "g6.xlarge"],
        [TYPE, "In", "g6.xlarge"],
      ],
      { types: ["g6.xlarge"] },
    ],
    [
      "types that another list excludes",
      [
        [TYPE, "In", "p5.48xlarge", "g6.xlarge"],
        [TYPE, "NotIn", "p5.48xlarge"],
      ],
      { types: ["g6.xlarge"] },
    ],
    [
      "types that the category excludes",
      [
        [TYPE, "In", "p5.48xlarge", "c5.large"],
        [CATEGORY, "In", "c"],
      ],
      { types: ["c5.large"] },
    ],
    [
      "types that the chip excludes",
      [
        [TYPE, "In", "p5.48xlarge", "g6.xlarge"],
        [NAME, "In", "l4"],
      ],
      { types: ["g6.xlarge"] },
    ],
    ["families", [[FAMILY, "In", "p5", "c7i"]], { families: ["p5", "c7i"] }],
    [
      "families of Auto Mode's labels",
      [["eks.amazonaws.com/instance-family", "In", "p5"]],
      { families: ["p5"] },
    ],
    [
      "families of some sizes",
      [
        [FAMILY, "In", "p5"],
        [SIZE, "In", "4xlarge"],
      ],
      { types: ["p5.4xlarge"] },
    ],
    ["families that nobody knows", [[FAMILY, "In", "p9"]], { families: ["p9"] }],
    [
      "families that the category excludes",
      [
        [FAMILY, "In", "p5", "p9"],
        [CATEGORY, "In", "g"],
      ],
      {},
    ],
  ])("%s", (_, requirements, expected) => {
    expect(picks(...requirements)).toEqual({
      types: [],
      families: [],
      selects: [],
      unread: null,
      ...expected,
    });
  });
});

describe("node pools that select by attributes", () => {
  test.each<[string, Requirement[]]>([
    ["without requirements", []],
    [
      "with others only",
      [
        ["kubernetes.io/arch", "In", "amd64"],
        ["karpenter.sh/capacity-type", "In", "spot"],
      ],
    ],
    ["with an operator nobody knows", [[CATEGORY, "Near", "c"]]],
    ["that excludes plain machines", [[CATEGORY, "NotIn", "t"]]],
  ])("%s can pick every accelerator", (_, requirements) => {
    expect(picks(...requirements).selects).toEqual(["*"]);
  });

  test.each<[string, Requirement[]]>([
    ["plain categories", [[CATEGORY, "In", "c", "m", "r"]]],
    ["no accelerated categories", [[CATEGORY, "NotIn", ...ACCELERATED]]],
    ["plain families", [[FAMILY, "In", "c7i", "m7i"]]],
  ])("%s pick none", (_, requirements) => {
    const { families, ...rest } = picks(...requirements);
    expect(rest).toEqual({ types: [], selects: [], unread: null });
    expect(families.filter((family) => /^(p|g)\d/.test(String(family)))).toEqual([]);
  });

  test.each<[string, Requirement[], string[], string[]]>([
    ["no GPU", [[COUNT, "DoesNotExist"]], ["inf2.xlarge", "trn2.48xlarge"], ["p5.48xlarge", "g6.xlarge"]],
    ["fewer GPUs than one", [[COUNT, "Lt", "1"]], ["g6f.large"], ["p5.48xlarge", "g6.xlarge"]],
    ["one GPU", [[COUNT, "In", "1"]], ["g6.xlarge", "p5.4xlarge"], ["p5.48xlarge", "inf2.xlarge"]],
    ["a chip", [[NAME, "In", "t4"]], ["g4dn.xlarge", "g7e.2xlarge"], ["p5.48xlarge", "g5g.xlarge"]],
    ["not a chip", [[NAME, "NotIn", "h100"]], ["p4d.24xlarge", "inf2.xlarge"], ["p5.48xlarge"]],
    [
      "a chip in another spelling",
      [[NAME, "In", "nvidia-h100"]],
      ["p5.48xlarge", "g6.xlarge"],
      ["inf1.xlarge"],
    ],
    [
      "a maker",
      [["karpenter.k8s.aws/instance-gpu-manufacturer", "In", "amd"]],
      ["g4ad.xlarge"],
      ["p5.48xlarge"],
    ],
    ["Neuron", [[NEURON, "Exists"]], ["inf2.xlarge", "trn2.48xlarge"], ["p5.48xlarge"]],
    [
      "no Neuron",
      [[NEURON, "DoesNotExist"]],
      ["p5.48xlarge", "trn2.48xlarge"],
      ["inf2.xlarge", "trn1.2xlarge"],
    ],
    ["an old generation", [[GENERATION, "Lt", "5"]], ["p4d.24xlarge"], ["p5.48xlarge", "g6.xlarge"]],
    [
      "a new generation",
      [
        [CATEGORY, "In", "g", "p"],
        [GENERATION, "Gt", "4"],
      ],
      ["p5.48xlarge"],
      ["p4d.24xlarge", "inf1.xlarge"],
    ],
    ["a list with something unknown", [[CATEGORY, "In", "c", "${var.v}"]], ["p5.48xlarge"], []],
  ])("%s: only what is certain excludes", (_, requirements, there, gone) => {
    const opened = manifest(pool(requirements), { variable: { v: {} } });
    const [types] = opened.resources.flatMap((one) => [
      one.read("requirements.allowed_instance_types").map(({ value }) => value),
    ]);
    const names = types?.includes("*") ? there : types;
    expect(names).toEqual(expect.arrayContaining(there));
    for (const name of gone) expect(names).not.toContain(name);
  });

  test("types that are not known may be any, but for plain families", () => {
    const more = { variable: { v: {} } };
    const open_ = manifest(pool([[TYPE, "In", "${var.v}"]]), more);
    expect(found(open_, "instance_types")).toEqual({ "NodePool/gpu": [expect.stringContaining("var.v")] });
    const closed = manifest(
      pool([
        [TYPE, "In", "${var.v}"],
        [CATEGORY, "In", "c"],
      ]),
      more,
    );
    expect(found(closed, "instance_types")).toEqual({ "NodePool/gpu": [] });
  });

  test("the labels of a pool's nodes require what they say", () => {
    const template = { metadata: { labels: { [FAMILY]: "p5" } }, spec: {} };
    const opened = manifest(pool([], { template }));
    expect(found(opened, "instance_families")).toEqual({ "NodePool/gpu": ["p5"] });
  });
});

describe("where a node pool stands", () => {
  const regionOf = (opened: ReturnType<typeof open>) =>
    opened.resources[0]?.provider.read("region").map(({ value }) => value);

  test("in the region that the cluster's address names", () => {
    expect(regionOf(manifest(pool([])))).toEqual(["eu-central-1"]);
  });

  test("in the region of the cluster its provider refers to", () => {
    const opened = open({
      provider: { aws: [{ region: "me-south-1" }], kubernetes: [{ host: "${aws_eks_cluster.c.endpoint}" }] },
      resource: { aws_eks_cluster: { c: { name: "c" } }, kubernetes_manifest: { a: { manifest: pool([]) } } },
    });
    expect(regionOf(opened)).toEqual(["me-south-1"]);
    expect(opened.resources[0]?.read("requirements")[0]?.trace.steps).toContain(
      "its cluster is aws_eks_cluster.c",
    );
  });

  test.each([
    ["a provider that tells nothing", [{ config_path: "~/.kube/config" }], "does not say"],
    ["no provider", [], "not configured"],
  ])("nowhere for %s", (_, kubernetes, why) => {
    const opened = manifest(pool([]), { provider: { kubernetes } });
    expect(opened.resources[0]?.provider.missing).toContain(why);
  });

  test("zones and regions it is bound to", () => {
    const opened = manifest(
      pool([
        ["topology.kubernetes.io/zone", "In", "eu-central-1a", "eu-central-1-ham-1a"],
        ["topology.kubernetes.io/region", "In", "eu-central-1"],
      ]),
    );
    expect(found(opened, "zones")).toEqual({ "NodePool/gpu": ["eu-central-1a", "eu-central-1-ham-1a"] });
    expect(found(opened, "regions")).toEqual({ "NodePool/gpu": ["eu-central-1"] });
    expect(found(opened, "subnets")).toEqual({ "NodePool/gpu": [] });
  });

  test("without a zone, in subnets that only the account knows", () => {
    const opened = manifest(pool([["topology.kubernetes.io/zone", "Exists"]]));
    expect(found(opened, "subnets")).toEqual({
      "NodePool/gpu": [expect.stringContaining("selects subnets")],
    });
  });
});

describe("documents", () => {
  const text = `
apiVersion: karpenter.sh/v1beta1
kind: NodePool
metadata: {name: one}
spec: {template: {spec: {requirements: [{key: ${TYPE}, operator: In, values: [p5.48xlarge]}]}}, limits: {nodes: 4}}
---
apiVersion: karpenter.sh/v1alpha5
kind: Provisioner
metadata: {name: two}
spec: {requirements: [{key: ${FAMILY}, operator: In, values: [g6]}]}
---
apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: {name: three}
spec: {subnetSelectorTerms: [{tags: {a: b}}]}
---
`;

  test("several in one text", () => {
    const opened = yaml(text);
    expect(opened.unread).toBeNull();
    expect(found(opened, "instance_types")).toEqual({
      "NodePool/one": ["p5.48xlarge"],
      "Provisioner/two": [],
    });
    expect(found(opened, "instance_families")).toEqual({ "NodePool/one": [], "Provisioner/two": ["g6"] });
    expect(found(opened, "limits.nodes")).toEqual({ "NodePool/one": [4], "Provisioner/two": [] });
    expect(opened.resources[0]).toMatchObject({
      address: "kubectl_manifest.a#NodePool/one",
      type: "kubernetes_karpenter_node_pool",
    });
  });

  test("JSON, lists and values of a chart", () => {
    const list = { apiVersion: "v1", kind: "List", items: [pool([[TYPE, "In", "p5.48xlarge"]])] };
    for (const value of [list, { extraObjects: [pool([[TYPE, "In", "p5.48xlarge"]])] }]) {
      const opened = yaml(JSON.stringify(value));
      expect(opened.unread).toBeNull();
      expect(found(opened, "instance_types")).toEqual({ "NodePool/gpu": ["p5.48xlarge"] });
    }
  });

  test("anchors and merges", () => {
    const opened = yaml(`
x: &x [{key: ${TYPE}, operator: In, values: [p5.48xlarge]}]
pools:
  - &pool {apiVersion: karpenter.sh/v1, kind: NodePool, metadata: {name: a}, spec: {template: {spec: {requirements: *x}}}}
  - {<<: *pool, metadata: {name: b}}
`);
    expect(found(opened, "instance_types")).toEqual({
      "NodePool/a": ["p5.48xlarge"],
      "NodePool/b": ["p5.48xlarge"],
    });
  });
});

describe("what makes no machines is read", () => {
  const gpuPod = {
    containers: [{ name: "a", resources: { limits: { "nvidia.com/gpu": 8 } } }],
    nodeSelector: { [TYPE]: "p5.48xlarge" },
  };
  test.each<[string, string, object]>([
    ["v1", "Pod", { spec: gpuPod }],
    ["apps/v1", "Deployment", { spec: { template: { spec: gpuPod } } }],
    ["batch/v1", "Job", { spec: { template: { spec: gpuPod } } }],
    ["v1", "ConfigMap", { data: { a: "p5.48xlarge" } }],
    ["karpenter.k8s.aws/v1", "EC2NodeClass", {}],
    ["eks.amazonaws.com/v1", "NodeClass", {}],
    ["cluster.x-k8s.io/v1beta1", "MachineDeployment", { spec: { replicas: 3 } }],
    ["cert-manager.io/v1", "Certificate", {}],
  ])("%s %s", (apiVersion, kind, body) => {
    expect(manifest({ apiVersion, kind, metadata: { name: "a" }, ...body })).toMatchObject({
      resources: [],
      unread: null,
    });
  });
});

describe("Cluster API", () => {
  const template = (kind: string, spec: object) => ({
    apiVersion: "infrastructure.cluster.x-k8s.io/v1beta2",
    kind,
    metadata: { name: "m" },
    spec,
  });
  const machine = template("AWSMachineTemplate", { template: { spec: { instanceType: "p5.48xlarge" } } });

  test.each<[string, object, unknown[]]>([
    ["aws", machine, ["p5.48xlarge"]],
    ["aws", template("AWSManagedMachinePool", { instanceType: "g6.xlarge" }), ["g6.xlarge"]],
    [
      "azure",
      template("AzureMachineTemplate", { template: { spec: { vmSize: "Standard_ND96isr_H100_v5" } } }),
      ["Standard_ND96isr_H100_v5"],
    ],
    [
      "google",
      template("GCPMachineTemplate", { template: { spec: { instanceType: "a3-highgpu-8g" } } }),
      ["a3-highgpu-8g"],
    ],
    [
      "oracle",
      template("OCIMachineTemplate", { template: { spec: { shape: "BM.GPU.H100.8" } } }),
      ["BM.GPU.H100.8"],
    ],
  ])("machines of %s", (cloud, body, types) => {
    const opened = manifest(body);
    expect(opened.unread).toBeNull();
    expect(opened.resources[0]?.type).toBe(`kubernetes_cluster_api_${cloud}_machines`);
    expect(opened.resources[0]?.read("instance_types").map(({ value }) => value)).toEqual(types);
    expect(opened.resources[0]?.multiplicity).toBeNull();
    expect(opened.resources[0]?.provider.missing).toContain("Cluster API");
  });

  test("they stand where the cluster of the same text does", () => {
    const opened = yaml(
      [machine, template("AWSCluster", { region: "me-south-1" })]
        .map((one) => JSON.stringify(one))
        .join("\n---\n"),
    );
    expect(opened.resources[0]?.provider.read("region")[0]?.value).toBe("me-south-1");
  });
});

describe("what is not read", () => {
  const of = (apiVersion: string, kind: string) => ({ apiVersion, kind, metadata: { name: "a" }, spec: {} });
  test.each<[string, unknown, string]>([
    ["Crossplane", of("ec2.aws.upbound.io/v1beta1", "Instance"), "Crossplane"],
    ["ACK", of("ec2.services.k8s.aws/v1alpha1", "Instance"), "controllers"],
    ["Config Connector", of("compute.cnrm.cloud.google.com/v1beta1", "ComputeInstance"), "Config Connector"],
    ["Argo CD", of("argoproj.io/v1alpha1", "Application"), "elsewhere"],
    ["Flux", of("helm.toolkit.fluxcd.io/v2", "HelmRelease"), "elsewhere"],
    ["OpenShift", of("machine.openshift.io/v1beta1", "MachineSet"), "OpenShift"],
    ["GKE", of("cloud.google.com/v1", "ComputeClass"), "GKE"],
    [
      "Cluster API of others",
      of("infrastructure.cluster.x-k8s.io/v1beta1", "VSphereMachineTemplate"),
      "Cluster API",
    ],
    ["Karpenter of Azure", { ...pool([["karpenter.azure.com/sku-family", "In", "N"]]) }, "another cloud"],
    ["a text", "just words", "no manifest"],
    ["an unknown manifest", "${var.v}", "variable `v`"],
    ["an unknown kind", { apiVersion: "v1", kind: "${var.v}" }, "variable `v`"],
    ["an unknown spec", { ...pool([]), spec: "${var.v}" }, "variable `v`"],
  ])("%s", (_, value, why) => {
    expect(manifest(value, { variable: { v: {} } }).unread).toContain(why);
  });

  test("a template of a chart", () => {
    expect(yaml("kind: {{ .Values.kind }}\n").unread).toContain("a key that is no text");
  });

  test("one bad text does not hide another", () => {
    const opened = yaml(
      `${JSON.stringify(pool([]))}\n---\n${JSON.stringify(of("argoproj.io/v1alpha1", "Application"))}`,
    );
    expect(opened.resources).toHaveLength(1);
    expect(opened.unread).toContain("Application/a");
    expect(one(opened, "NodePool/gpu")).toBeDefined();
  });
});
