import type { Cloud } from "../datasheet";
import { aws } from "./aws";
import { azure } from "./azure";
import { google } from "./google";
import type { MachineGroup } from "./machine";
import { oracle } from "./oracle";

export const machineGroups: Record<Cloud, readonly MachineGroup[]> = { aws, google, azure, oracle };
