import { type Check, ofType, same, templateOf } from "./check";

/** The network interfaces are there, card for card. */
export const interfaces: readonly Check[] = [
  {
    of: (resource) =>
      resource.type === "aws_launch_template" && resource.values.network_interfaces?.length > 0,
    holds: (aws, resource) => {
      const real = templateOf(aws, resource).NetworkInterfaces ?? [];
      same(
        real.map((one: RealInterface) => [
          one.NetworkCardIndex ?? 0,
          one.DeviceIndex,
          one.InterfaceType ?? "interface",
        ]),
        resource.values.network_interfaces.map((one: StateInterface) => [
          one.network_card_index ?? 0,
          one.device_index,
          one.interface_type || "interface",
        ]),
        "[card, device, type] of the interfaces",
      );
    },
  },
  {
    of: ofType("aws_subnet"),
    holds: (aws, { region, values }) => {
      const [subnet] = aws.ask(region, "ec2", "describe-subnets", { SubnetIds: [values.id] }).Subnets;
      same(
        [subnet.AvailabilityZone, subnet.MapPublicIpOnLaunch],
        [values.availability_zone, false],
        "subnet",
      );
    },
  },
];

interface RealInterface {
  readonly NetworkCardIndex?: number;
  readonly DeviceIndex: number;
  readonly InterfaceType?: string;
}

interface StateInterface {
  readonly network_card_index?: number;
  readonly device_index: number;
  readonly interface_type?: string;
}
