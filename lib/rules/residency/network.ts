import type { DataRule } from "../rule";
import { europe, frankfurt } from "./example";
import { carrier, outside } from "./words";

const peeringWith = (region: string) =>
  frankfurt({
    aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
    aws_vpc_peering_connection: {
      other: { vpc_id: "${aws_vpc.main.id}", peer_vpc_id: "vpc-0123456789abcdef0", peer_region: region },
    },
  });

export const network: DataRule = {
  id: "residency/network",
  judges: "data",
  title: "A way for data out of its boundary",
  explanation:
    "Peerings, transit gateways, endpoints of other regions, edges and public addresses let data leave without copying it. Landfall reports the ways a configuration opens; it cannot see what is sent through them.",
  history: [{ from: null, to: null, says: "The organization's own boundary; it holds on every day." }],
  citations: [],
  verification: "own",
  remedy:
    "Connect to a region of the boundary, take the connection out, or declare the flow between two boundaries under `flows:` in the policy.",
  judge: (flow) => ({ message: `${carrier(flow)} would open a way for data to ${outside(flow)}` }),
  examples: {
    blocked: [
      {
        title: "Peering with a network in Virginia",
        policy: europe,
        configuration: peeringWith("us-east-1"),
      },
    ],
    allowed: [
      { title: "Peering with a network in Ireland", policy: europe, configuration: peeringWith("eu-west-1") },
    ],
  },
};
