import type { DataRule } from "../rule";
import { europe, frankfurt } from "./example";
import { outside } from "./words";

export const atRest: DataRule = {
  id: "residency/at-rest",
  judges: "data",
  title: "Data stored outside its boundary",
  explanation:
    "A boundary (`boundaries:` in the policy, or drawn in code) names the countries in which a set of stacks keeps its data. A resource stores data where its region or zone stands, and services without a region store it where AWS decides. Types that hold no customer data, such as IAM roles, are left alone wherever they are made.",
  history: [{ from: null, to: null, says: "The organization's own boundary; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy:
    "Make the resource in a region of the boundary, or take its stack out of the boundary if it holds none of the data.",
  judge: (flow) => ({ message: `${flow.address} would keep data in ${outside(flow)}` }),
  examples: {
    blocked: [
      {
        title: "A bucket in Virginia",
        policy: europe,
        configuration: frankfurt({
          aws_s3_bucket: { logs: { bucket: "example-logs", provider: "aws.virginia" } },
        }),
      },
    ],
    allowed: [
      {
        title: "A bucket in Frankfurt",
        policy: europe,
        configuration: frankfurt({ aws_s3_bucket: { logs: { bucket: "example-logs" } } }),
      },
    ],
  },
};
