import { found, one, open } from "./helpers";

const GPU = "Standard_ND96isr_H100_v5";

function deployment(template: unknown, more = {}, others = {}) {
  const { resource = {}, ...rest } = others as { resource?: object };
  return open({
    provider: { azurerm: [{}] },
    variable: { v: {} },
    ...rest,
    resource: {
      ...resource,
      azurerm_resource_group_template_deployment: {
        a: {
          resource_group_name: "g",
          template_content: typeof template === "string" ? template : JSON.stringify(template),
          ...more,
        },
      },
    },
  });
}

const vm = (vmSize: unknown, more = {}) => ({
  type: "Microsoft.Compute/virtualMachines",
  name: "gpu",
  location: "eastus",
  properties: { hardwareProfile: { vmSize } },
  ...more,
});

const SIZE = "properties.hardware_profile.vm_size";
const KEY = "Microsoft.Compute/virtualMachines/gpu";
const regions = (opened: ReturnType<typeof open>) =>
  opened.resources.map(({ provider }) => provider.missing ?? provider.read("region")[0]?.value);

describe("expressions", () => {
  const read = (size: unknown, sections = {}, parameters?: unknown) => {
    const opened = deployment(
      { resources: [vm(size)], ...sections },
      parameters === undefined ? {} : { parameters_content: JSON.stringify(parameters) },
    );
    return { size: found(opened, SIZE)[KEY], unread: opened.unread };
  };
  const declared = (defaultValue?: unknown) => ({ parameters: { size: { type: "string", defaultValue } } });

  test.each<[string, unknown, object, unknown, unknown]>([
    ["a literal", GPU, {}, undefined, GPU],
    ["an escaped bracket", "[[x]", {}, undefined, "[x]"],
    ["a default", "[parameters('size')]", declared(GPU), undefined, GPU],
    ["a given value", "[parameters('size')]", declared("small"), { size: { value: GPU } }, GPU],
    [
      "a parameter file",
      "[parameters('size')]",
      declared(),
      { contentVersion: "1.0.0.0", parameters: { size: { value: GPU } } },
      GPU,
    ],
    ["a name in other case", "[PARAMETERS('SIZE')]", declared(GPU), undefined, GPU],
    ["a variable", "[variables('v').sizes[1]]", { variables: { v: { sizes: ["a", GPU] } } }, undefined, GPU],
    ["concat", "[concat('Standard_', parameters('size'))]", declared("ND96isr_H100_v5"), undefined, GPU],
    ["if", "[if(equals(parameters('size'), 'big'), 'a', 'b')]", declared("big"), undefined, "a"],
    ["a quote", "[concat('it''s', '')]", {}, undefined, "it's"],
  ])("%s", (_, size, sections, parameters, expected) => {
    expect(read(size, sections, parameters)).toEqual({ size: [expected], unread: null });
  });

  test.each<[string, unknown, object, unknown, string]>([
    ["no value", "[parameters('size')]", declared(), undefined, "no value"],
    ["a key vault", "[parameters('size')]", declared(), { size: { reference: {} } }, "key vault"],
    ["a reference", "[reference('x').size]", {}, undefined, "known only to Azure"],
    [
      "an index",
      "[variables('v')[copyIndex()]]",
      { variables: { v: [GPU] } },
      undefined,
      "known only to Azure",
    ],
    ["a function of the template's own", "[my.size()]", {}, undefined, "cannot be read"],
    ["nonsense", "[concat('a', ]", {}, undefined, "cannot be read"],
    ["a circle", "[variables('a')]", { variables: { a: "[variables('a')]" } }, undefined, "refers to itself"],
  ])("%s is not guessed", (_, size, sections, parameters, why) => {
    const result = read(size, sections, parameters);
    expect(result).toEqual({ size: [expect.stringContaining(why)], unread: null });
  });

  test("parameters that are not known may be anything", () => {
    const template = { ...declared("small"), resources: [vm("[parameters('size')]")] };
    const opened = deployment(template, { parameters_content: "${var.v}" });
    expect(found(opened, SIZE)[KEY]).toEqual([expect.stringContaining("variable `v`")]);
  });

  test("a branch that is not decided leaves both", () => {
    const opened = deployment({
      ...declared(),
      resources: [vm(`[if(equals(parameters('size'), 'x'), '${GPU}', 'small')]`)],
    });
    expect(opened.resources[0]?.read(SIZE)[0]?.value).toHaveProperty("candidates", [GPU, "small"]);
  });
});

describe("resources", () => {
  test.each<[string, object, string, unknown[]]>([
    [
      "scale sets",
      { type: "Microsoft.Compute/virtualMachineScaleSets", sku: { name: GPU, capacity: 4 } },
      "sku.name",
      [GPU],
    ],
    [
      "clusters",
      {
        type: "Microsoft.ContainerService/managedClusters",
        properties: { agentPoolProfiles: [{ vmSize: GPU, maxCount: 3 }] },
      },
      "properties.agent_pool_profiles.vm_size",
      [GPU],
    ],
    [
      "machine learning",
      {
        type: "Microsoft.MachineLearningServices/workspaces/computes",
        properties: { properties: { vmSize: GPU } },
      },
      "properties.properties.vm_size",
      [GPU],
    ],
    [
      "other spelling",
      { type: "microsoft.compute/VIRTUALMACHINES", properties: { HardwareProfile: { vmsize: GPU } } },
      SIZE,
      [GPU],
    ],
    [
      "properties in a loop",
      {
        type: "Microsoft.ContainerService/managedClusters",
        properties: { copy: [{ name: "agentPoolProfiles", count: 2, input: { vmSize: GPU } }] },
      },
      "properties.agent_pool_profiles.vm_size",
      [GPU],
    ],
  ])("%s", (_, body, path, expected) => {
    const opened = deployment({ resources: [{ name: "a", location: "eastus", ...body }] });
    expect(opened.unread).toBeNull();
    expect(opened.resources[0]?.read(path).map(({ value }) => value)).toEqual(expected);
  });

  test("children inside and beside their parent stand where it does", () => {
    const cluster = { type: "Microsoft.ContainerService/managedClusters", name: "c", location: "uaenorth" };
    const pool = { name: "p", properties: { vmSize: GPU } };
    const inside = deployment({ resources: [{ ...cluster, resources: [{ type: "agentPools", ...pool }] }] });
    const beside = deployment({
      resources: [cluster, { type: "Microsoft.ContainerService/managedClusters/agentPools", ...pool }],
    });
    for (const opened of [inside, beside]) {
      expect(regions(opened)).toEqual(["uaenorth", "uaenorth"]);
      expect(opened.resources[1]?.type).toBe("azurerm_template_containerservice_managedclusters_agentpools");
      expect(opened.resources[1]?.read("properties.vm_size")[0]?.value).toBe(GPU);
    }
  });

  test("conditions, loops, symbolic names and existing resources", () => {
    const opened = deployment({
      parameters: { n: { defaultValue: 3 } },
      resources: {
        no: vm("a", { name: "no", condition: false }),
        there: { existing: true, ...vm("a", { name: "there" }) },
        maybe: vm("a", { name: "maybe", condition: "[reference('x').y]" }),
        three: vm("a", { name: "three", copy: { name: "l", count: "[parameters('n')]" } }),
        many: vm("a", { name: "many", copy: { name: "l", count: "[length('x')]" } }),
      },
    });
    expect(opened.resources.map(({ name, multiplicity }) => [name, multiplicity])).toEqual([
      ["maybe", 1],
      ["three", 3],
      ["many", null],
    ]);
  });

  test("locations", () => {
    const at = (location: unknown) =>
      deployment({ parameters: { l: {} }, resources: [vm("a", { location })] });
    expect(regions(at("eastus"))).toEqual(["eastus"]);
    expect(regions(at(undefined))).toEqual([expect.stringContaining("no `location`")]);
    const unknown = at("[resourceGroup().location]").resources[0]?.provider.read("region")[0]?.value;
    expect(unknown).toMatchObject({ why: expect.stringContaining("resource group") });
  });

  test("a resource group that is made here tells where it stands", () => {
    const group = { azurerm_resource_group: { g: { location: "uaenorth" } } };
    const opened = deployment(
      { resources: [vm(GPU, { location: "[resourceGroup().location]" })] },
      { resource_group_name: "${azurerm_resource_group.g.id}" },
      { resource: group },
    );
    expect(regions(opened)).toEqual(["uaenorth"]);
  });
});

describe("nested deployments", () => {
  const nested = (properties: object, more = {}) => ({
    type: "Microsoft.Resources/deployments",
    name: "inner",
    properties: { mode: "Incremental", ...properties },
    ...more,
  });
  const sized = { parameters: { size: { defaultValue: "inner" } }, resources: [vm("[parameters('size')]")] };

  test.each([
    ["outer", { template: sized, parameters: { size: { value: "passed" } } }, "outer"],
    ["inner", { template: sized, expressionEvaluationOptions: { scope: "inner" } }, "inner"],
    [
      "passed",
      {
        template: sized,
        expressionEvaluationOptions: { scope: "Inner" },
        parameters: { size: { value: "[concat('pas', 'sed')]" } },
      },
      "passed",
    ],
  ])("are read in the scope of the %s template", (_, properties, expected) => {
    const opened = deployment({
      parameters: { size: { defaultValue: "outer" } },
      resources: [nested(properties)],
    });
    expect(opened.unread).toBeNull();
    expect(found(opened, SIZE)[KEY]).toEqual([expected]);
  });

  test("elsewhere are not read", () => {
    expect(deployment({ resources: [nested({ templateLink: { uri: "https://x" } })] }).unread).toContain(
      "elsewhere",
    );
  });

  test("are made as often as their loop runs", () => {
    const opened = deployment({
      resources: [nested({ template: { resources: [vm(GPU)] } }, { copy: { count: 5 } })],
    });
    expect(opened.resources[0]?.multiplicity).toBe(5);
  });
});

describe("azapi", () => {
  const azapi = (type: string, body: object) =>
    open({ provider: { azapi: [{}] }, variable: { v: {} }, resource: { [type]: { a: body } } });

  test.each([
    ["an object", { properties: { hardwareProfile: { vmSize: GPU } } }],
    ["a text", JSON.stringify({ properties: { hardwareProfile: { vmSize: GPU } } })],
  ])("a body that is %s", (_, body) => {
    const opened = azapi("azapi_resource", {
      type: "Microsoft.Compute/virtualMachines@2024-03-01",
      location: "uaenorth",
      body,
    });
    expect(opened.unread).toBeNull();
    expect(one(opened, "azapi_resource.a").read(SIZE)[0]?.value).toBe(GPU);
    expect(regions(opened)).toEqual(["uaenorth"]);
  });

  test.each<[string, string, object, string]>([
    ["an unknown type", "azapi_resource", { type: "${var.v}", body: {} }, "type"],
    ["an unknown body", "azapi_resource", { type: "A.B/c", body: "${var.v}" }, "variable `v`"],
    ["an operation", "azapi_resource_action", { type: "A.B/c", body: {} }, "operation"],
    ["a script", "azapi_resource", { type: "Microsoft.Resources/deploymentScripts@2023-08-01" }, "script"],
  ])("%s stays unread", (_, type, body, why) => {
    expect(azapi(type, body).unread).toContain(why);
  });
});

describe("what is not read", () => {
  const of = (type: string) => ({ resources: [{ type, name: "x" }] });
  test.each<[string, unknown, object, string]>([
    ["a script", of("Microsoft.Resources/deploymentScripts"), {}, "script"],
    ["a managed application", of("Microsoft.Solutions/applications"), {}, "managed application"],
    ["a template spec", "", { template_content: null, template_spec_version_id: "/x" }, "template spec"],
    ["an unknown template", "${var.v}", {}, "variable `v`"],
    ["no resources", {}, {}, "no `resources`"],
    ["a list", [], {}, "no Azure template"],
    ["a resource without type", { resources: [{}] }, {}, "cannot be read"],
    ["a computed type", { resources: [{ type: "[x]" }] }, {}, "cannot be read"],
    ["nothing well-formed", "{", {}, "well-formed"],
  ])("%s", (_, template, more, why) => {
    expect(deployment(template, more).unread).toContain(why);
  });
});
