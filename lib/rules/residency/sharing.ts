import type { DataRule } from "../rule";
import { europe, frankfurt } from "./example";
import { carrier, outside } from "./words";

const readableBy = (principal: unknown) => {
  const statement = { Effect: "Allow", Principal: principal, Action: "s3:GetObject", Resource: "*" };
  return frankfurt({
    aws_s3_bucket: { people: { bucket: "example-people" } },
    aws_s3_bucket_policy: {
      people: {
        bucket: "${aws_s3_bucket.people.id}",
        policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      },
    },
  });
};

const policy = {
  ...europe,
  boundaries: [{ ...europe.boundaries[0], accounts: ["111122223333"] }],
};

export const sharing: DataRule = {
  id: "residency/sharing",
  judges: "data",
  title: "Data shared beyond its boundary",
  explanation:
    "A resource policy, a share or a launch permission opens data to another account, an organization or the world, which can then copy it anywhere. Policies are read as documents: conditions that keep others out count, statements that cannot be read do not. Without `accounts` a boundary limits only what is open to the world.",
  history: [{ from: null, to: null, says: "The organization's own boundary; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy:
    "Share with accounts of the boundary only, add a condition that keeps others out, or list the account in the boundary's `accounts`.",
  judge: (flow) => ({ message: `${carrier(flow)} would share data with ${outside(flow)}` }),
  examples: {
    blocked: [
      { title: "A bucket that anyone may read", policy, configuration: readableBy("*") },
      {
        title: "A bucket that another account may read",
        policy,
        configuration: readableBy({ AWS: "999988887777" }),
      },
    ],
    allowed: [
      {
        title: "A bucket that an account of the boundary may read",
        policy,
        configuration: readableBy({ AWS: "111122223333" }),
      },
    ],
  },
};
