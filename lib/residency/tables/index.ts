import type { DataAttribute, DataShape } from "../shape";
import { accountIds, accountsOfAdministrators, accountsUsed, identities } from "./account-ids";
import { accounts } from "./accounts";
import { analytics } from "./analytics";
import { atRest } from "./at-rest";
import { bucketArns, buckets, bucketsLookedInto } from "./buckets";
import { copies } from "./copies";
import { databases } from "./databases";
import { edge } from "./edge";
import { events } from "./events";
import { images } from "./images";
import { keys } from "./keys";
import { kmsKeys } from "./kms-keys";
import { logs } from "./logs";
import { models } from "./models";
import { network } from "./network";
import { otherPolicies, others, policies } from "./policies";
import { s3 } from "./s3";
import type { Table } from "./table";
import { transfer } from "./transfer";

export { isBenign } from "./is-benign";

const tables: readonly Table[] = [
  s3,
  logs,
  analytics,
  keys,
  databases,
  events,
  copies,
  transfer,
  images,
  network,
  edge,
  accounts,
  models,
  policies,
  otherPolicies,
  others,
  kmsKeys,
  buckets,
  bucketsLookedInto,
  bucketArns,
  accountIds,
  accountsUsed,
  accountsOfAdministrators,
  identities,
];

/** How a resource type can carry data; undefined where no table knows it. */
export function dataShapeOf(type: string): DataShape | undefined {
  return shapes.get(type);
}

/** Every type that a table knows, with what it knows of it. */
export function dataShapes(): ReadonlyMap<string, DataShape> {
  return shapes;
}

const shapes: ReadonlyMap<string, DataShape> = merged();

function merged(): Map<string, DataShape> {
  const attributes = new Map<string, DataAttribute[]>();
  for (const [type, more] of tables.flatMap((table) => Object.entries(table)))
    attributes.set(type, [...(attributes.get(type) ?? []), ...more]);
  const types = new Set([...attributes.keys(), ...Object.keys(atRest)]);
  return new Map(
    [...types].map((type) => {
      const rest = Object.hasOwn(atRest, type) ? atRest[type] : undefined;
      return [type, { attributes: attributes.get(type) ?? [], ...(rest && { atRest: rest }) }];
    }),
  );
}
