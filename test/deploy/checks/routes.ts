import { type Check, ofType, same } from "./check";

interface Route {
  readonly DestinationCidrBlock?: string;
  readonly State?: string;
}

/** The routes are there, and the black holes are holes. */
export const routes: readonly Check[] = [
  {
    of: ofType("aws_route"),
    holds: (aws, { region, values }) => {
      const input = { RouteTableIds: [values.route_table_id] };
      const [table] = aws.ask(region, "ec2", "describe-route-tables", input).RouteTables;
      const found = table.Routes.some(
        (one: Route) => one.DestinationCidrBlock === values.destination_cidr_block,
      );
      same(found, true, `a route to ${values.destination_cidr_block}`);
    },
  },
  {
    of: ofType("aws_ec2_transit_gateway_route"),
    holds: (aws, { region, values }) => {
      const input = {
        TransitGatewayRouteTableId: values.transit_gateway_route_table_id,
        Filters: [{ Name: "type", Values: ["static"] }],
      };
      const answer = aws.ask(region, "ec2", "search-transit-gateway-routes", input).Routes as Route[];
      const route = answer.find((one) => one.DestinationCidrBlock === values.destination_cidr_block);
      same(
        route?.State,
        values.blackhole ? "blackhole" : "active",
        `route to ${values.destination_cidr_block}`,
      );
    },
  },
];
