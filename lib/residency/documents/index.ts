export type { Grant, Grants, Principal } from "./grants";
export { readGrants } from "./read-grants";
export { type Permissions, readPermissions } from "./read-permissions";
