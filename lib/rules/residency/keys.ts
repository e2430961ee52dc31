import type { DataRule } from "../rule";
import { europe, frankfurt } from "./example";
import { carrier, outside } from "./words";

const secretWith = (key: string) =>
  frankfurt({ aws_secretsmanager_secret: { password: { name: "password", kms_key_id: key } } });

const keyIn = (region: string) =>
  `arn:aws:kms:${region}:111122223333:key/0123abcd-4567-89ab-cdef-0123456789ab`;

export const keys: DataRule = {
  id: "residency/keys",
  judges: "data",
  title: "Data encrypted with keys outside its boundary",
  explanation:
    "Whoever holds the key decides over the data. A key of another region, a replica of a key there, or a key that may be replicated puts that decision, and often the data, outside the boundary.",
  history: [{ from: null, to: null, says: "The organization's own boundary; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy: "Use a single-region key of a region of the boundary.",
  judge: (flow) => ({ message: `${carrier(flow)} would put keys to the data into ${outside(flow)}` }),
  examples: {
    blocked: [
      {
        title: "A secret under a key in Virginia",
        policy: europe,
        configuration: secretWith(keyIn("us-east-1")),
      },
    ],
    allowed: [
      {
        title: "A secret under a key in Frankfurt",
        policy: europe,
        configuration: secretWith(keyIn("eu-central-1")),
      },
    ],
  },
};
