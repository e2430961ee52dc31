import type { NetworkCards } from "./network-cards";

/** One network interface of a machine, in EC2's terms. */
export interface MachineInterface {
  readonly networkCardIndex: number;
  readonly deviceIndex: number;
  /** `interface` is plain ENA and has addresses; `efa-only` has none. */
  readonly interfaceType: "interface" | "efa-only";
}

const primary: MachineInterface = { networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" };

/** The one interface of a machine that uses no EFA. */
export const plainInterface: readonly MachineInterface[] = [primary];

/**
 * The interfaces of a machine in the layout AWS recommends now: the primary one is plain, and every card that can
 * carries one more that is EFA alone. A machine so takes one address, however many cards it has.
 *
 * Source: Amazon EC2 User Guide, efa-acc-inst-types.html, read 2026-11-23.
 */
export function efaInterfaces({ efaCards }: NetworkCards): readonly MachineInterface[] {
  const efa = efaCards.map(
    (card): MachineInterface => ({
      networkCardIndex: card,
      // Device 0 of card 0 is the primary interface, which may not be EFA alone.
      deviceIndex: card === 0 ? 1 : 0,
      interfaceType: "efa-only",
    }),
  );
  return [primary, ...efa];
}
