import type { DataRule } from "../rule";
import { europe, frankfurt } from "./example";
import { carrier, outside } from "./words";

const replicaIn = (region: string) =>
  frankfurt({
    aws_dynamodb_table: {
      people: {
        name: "people",
        hash_key: "id",
        attribute: [{ name: "id", type: "S" }],
        replica: [{ region_name: region }],
      },
    },
  });

export const replication: DataRule = {
  id: "residency/replication",
  judges: "data",
  title: "Data copied out of its boundary",
  explanation:
    "Replicas, snapshot and backup copies, exports, log deliveries and global databases copy data to another region or bucket. A bucket's name does not tell its region, and members of a global database name none at all, so the copies are found by following references through the documents.",
  history: [{ from: null, to: null, says: "The organization's own boundary; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy:
    "Copy to a region of the boundary, take the copy out, or declare the flow between two boundaries under `flows:` in the policy.",
  judge: (flow) => ({ message: `${carrier(flow)} would copy data to ${outside(flow)}` }),
  examples: {
    blocked: [
      { title: "A table with a replica in Virginia", policy: europe, configuration: replicaIn("us-east-1") },
    ],
    allowed: [
      { title: "A table with a replica in Ireland", policy: europe, configuration: replicaIn("eu-west-1") },
    ],
  },
};
