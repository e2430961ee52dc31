export * from "./countries";
export * from "./dates";
export * from "./exceptions";
export * from "./groups";
export * from "./moves";
export * from "./recipients";
export * from "./review";
export { type Followers, followers } from "./territories";
export type { ZoneEdition } from "./zone-editions";
