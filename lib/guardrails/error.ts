/** Guardrails that cannot be made as asked; the message says what to do. */
export class GuardrailError extends Error {
  override readonly name = "GuardrailError";
}
