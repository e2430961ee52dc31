import type { Request } from "../organization";
import { boundary } from "./boundary";
import { exempt } from "./exempt";
import { machines, strange, zones } from "./machines";
import { services } from "./services";

/** By what they are about. */
export const requests: Readonly<Record<string, readonly Request[]>> = {
  machines,
  "strange names": strange,
  "zones and regions": zones,
  services,
  "who is exempt": exempt,
  "the boundary": boundary,
};
