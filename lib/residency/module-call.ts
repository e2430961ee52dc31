import type { ModuleCall, Provider, Resource } from "../terraform/resource";
import { isUnknown, Trace } from "../terraform/value";

/** A provider for a module that is passed none. */
/** Stands for the type of a resource, which a module has none of. */
export const MODULE = "aws_module";

/** A module call as a resource of each of its providers: its inside is not in the document, what it is given is. */
export function asResources(call: ModuleCall): Resource[] {
  return call.providers.filter(({ kind }) => kind === "aws").map((provider) => asResource(call, provider));
}

function asResource(call: ModuleCall, provider: Provider): Resource {
  return {
    address: call.address,
    mode: "managed",
    type: MODULE,
    name: call.address.replace(/^module\./, ""),
    stack: call.stack,
    input: call.input,
    multiplicity: 1,
    trace: new Trace(),
    read: () => [],
    paths: () => [],
    texts: () => call.texts(),
    glance: () => undefined,
    among: () => null,
    source: () => null,
    mentions: (test) =>
      call.texts().some(({ value }) => isUnknown(value) || (typeof value === "string" && test(value, false))),
    provider,
    stage: "synth",
    stands: false,
    named: () => [],
    follow: () => [],
  };
}
