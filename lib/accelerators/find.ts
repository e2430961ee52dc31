import { clouds, type Datasheet } from "./datasheet";
import { datasheets } from "./datasheets";
import { lookUpDatasheet, lookUpGuestAccelerator, lookUpMachine, machinesMatching } from "./look-up";

/** What a name stands for, whichever cloud it is of. */
export interface Named {
  readonly datasheet: Datasheet;
  /** Accelerators of one; null where the number is not published. */
  readonly count: number | null;
}

/** An accelerator id, a machine type, or a name of Google's for an accelerator; undefined when the catalogue has none. */
export function findByName(name: string): Named | undefined {
  const datasheet = lookUpDatasheet(name);
  if (datasheet) return { datasheet, count: 1 };
  for (const cloud of clouds) {
    const found = lookUpMachine(cloud, name);
    if (found.kind === "accelerated") return named(found.machine.accelerator, found.machine.count);
  }
  const guest = lookUpGuestAccelerator("google", name);
  return typeof guest === "object" ? named(guest.accelerator, guest.count) : undefined;
}

function named(id: string, count: number | null): Named | undefined {
  const datasheet = lookUpDatasheet(id);
  return datasheet && { datasheet, count };
}

/** Every accelerator id and machine type of the catalogue. */
export function acceleratorNames(): string[] {
  return [
    ...datasheets.map(({ id }) => id),
    ...clouds.flatMap((cloud) => machinesMatching(cloud, "*").map(({ name }) => name)),
  ];
}
