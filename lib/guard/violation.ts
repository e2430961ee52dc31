import type { Finding } from "../policy/finding";
import type { Result } from "../result";

/** Thrown by `app.synth()` of a guarded app that its policy does not allow. Nothing of the run is left on disk. */
export class PolicyViolationError extends Error {
  override readonly name = "PolicyViolationError";
  /** Every finding of the run, milder ones included. */
  readonly findings: readonly Finding[];

  constructor(readonly result: Result) {
    // Loaded here, as most programs never need it.
    const { explainBlocked } = require("../reports/pretty") as typeof import("../reports/pretty");
    super(explainBlocked(result));
    this.findings = result.findings;
    // The findings are the message; where in the CDK library synth was called from helps nobody.
    this.stack = `${this.name}: ${this.message}`;
    // For programs; Node would print them below the message, in some hundred lines.
    for (const own of ["result", "findings"]) Object.defineProperty(this, own, { enumerable: false });
  }
}
