import type { Scenario } from "../scenario";
import { chipSecurityAct } from "./chip-security-act";
import { remoteAccessSecurityAct } from "./remote-access-security-act";

/** Every proposed law that can be assumed. */
export const scenarios: readonly Scenario[] = [remoteAccessSecurityAct, chipSecurityAct];
