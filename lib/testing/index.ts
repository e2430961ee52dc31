/**
 * Matchers and checks for tests of deployments and of own rules; for jest, and for what extends `expect` as it does.
 *
 * @module landfall/testing
 */
import type { LandfallMatchers } from "./matchers";

export { exampleProblems } from "./examples";
export type { GivenPolicy } from "./judged";
export { type ExpectedPlacement, type LandfallMatchers, matchers } from "./matchers";

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: a declaration is merged only with the very same parameters.
    interface Matchers<R, T = {}> extends LandfallMatchers<R> {}
  }
}
