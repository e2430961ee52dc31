export * from "./countries";
export * from "./dates";
export * from "./groups";
export * from "./recipients";
export { type Followers, followers } from "./territories";
export type { ZoneEdition } from "./zone-editions";
