export { type Control, type ControlName, controls } from "./controls";
export { GuardrailError } from "./error";
export { guardrailFiles, INDEX, README } from "./files";
export { gaps } from "./gaps";
export {
  type GuardrailDocument,
  type GuardrailOptions,
  type Guardrails,
  guardrails,
  type Kind,
  type Size,
} from "./guardrails";
