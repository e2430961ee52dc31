import { type Applied, type Check, same } from "./check";

const isOfEc2 = ({ id, arn }: { id?: string; arn?: string }) =>
  /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{8,17}$/.test(id ?? "") && (arn === undefined || arn.includes(":ec2:"));

/** The tags are on every resource of EC2, those of the provider's `default_tags` included. */
export const tags: readonly Check[] = [
  {
    of: ({ values }: Applied) => isOfEc2(values) && Object.keys(values.tags_all ?? {}).length > 0,
    holds: (aws, { region, values }) => {
      const input = { Filters: [{ Name: "resource-id", Values: [values.id] }] };
      const answer = aws.ask(region, "ec2", "describe-tags", input).Tags as { Key: string; Value: string }[];
      const real = new Map(answer.map(({ Key, Value }) => [Key, Value]));
      for (const [key, value] of Object.entries(values.tags_all)) same(real.get(key), value, `tag ${key}`);
    },
  },
];
