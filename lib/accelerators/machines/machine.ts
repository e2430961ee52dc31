import type { Cloud, Confidence } from "../datasheet";
import type { SourceKey } from "../sources";

/** A machine type as its cloud sells it, with what is built into it. */
export interface Machine {
  readonly cloud: Cloud;
  /** In the cloud's own spelling; `family.*` where only the family is known. */
  readonly name: string;
  /** Id of a datasheet, which need not exist: a few machines carry chips nobody described yet. */
  readonly accelerator: string;
  /** Accelerators in one machine, a fraction for a slice; null where it is not published. */
  readonly count: number | null;
  readonly vcpu?: number;
  readonly memoryGiB?: number;
  readonly networkCards?: number;
  /** 0: the source lists none. */
  readonly efaInterfaces?: number;
  readonly confidence: Confidence;
  readonly note?: string;
  readonly sources: readonly SourceKey[];
}

type Shared = "accelerator" | "confidence" | "note" | "sources";

/** Machine types about which the same sources say the same of the same chip. */
export interface MachineGroup extends Pick<Machine, Shared> {
  readonly machines: readonly Omit<Machine, Shared | "cloud">[];
}

export function machinesOf(cloud: Cloud, groups: readonly MachineGroup[]): Machine[] {
  return groups.flatMap(({ machines, ...shared }) =>
    machines.map((machine) => ({ cloud, ...shared, ...machine })),
  );
}
