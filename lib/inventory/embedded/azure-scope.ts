import type { Reading } from "../../terraform/resource";
import { findUnknown, isObject, isUnknown, Trace, Unknown, type Value } from "../../terraform/value";
import { type AzureScope, evaluateAzure, ownOf } from "./azure-expression";
import { follow, readingOf } from "./opened";

/** A parameter's value as it is given; undefined for one that keeps its default. */
export type Given = (name: string) => Reading | undefined;

/** What a template's expressions can name; each is evaluated once. */
export class AzureTemplateScope implements AzureScope {
  private readonly known = new Map<string, { value: Value; trace: Trace }>();

  constructor(
    private readonly template: Record<string, Value>,
    private readonly given: Given,
    /** Where the deployment and its resource group stand; undefined where that is not known. */
    private readonly location: Reading | undefined,
  ) {}

  parameter(name: string, trace: Trace): Value {
    return this.once(`parameter ${name.toLowerCase()}`, trace, (taken) => this.parameterOnce(name, taken));
  }

  variable(name: string, trace: Trace): Value {
    return this.once(`variable ${name.toLowerCase()}`, trace, (taken) => {
      const value = ownOf(sectionOf(this.template, "variables"), name);
      if (value === undefined) return new Unknown(name, `variable \`${name}\` is not in the template`);
      return evaluateAzure(value, this, taken);
    });
  }

  here(name: string, trace: Trace): Value {
    if (name !== "resourcegroup" && name !== "deployment") return null;
    const why = `where ${name === "deployment" ? "the deployment" : "its resource group"} stands is not known`;
    if (this.location === undefined) return new Unknown(`${name}().location`, why);
    follow(trace, this.location.trace);
    return { location: this.location.value };
  }

  private parameterOnce(name: string, trace: Trace): Value {
    const given = this.given(name);
    const declared = ownOf(sectionOf(this.template, "parameters"), name);
    const fallback = isObject(declared) ? ownOf(declared, "defaultValue") : undefined;
    if (given === undefined && fallback === undefined) {
      return new Unknown(name, `parameter \`${name}\` has no value`);
    }
    const reading =
      given ?? readingOf(`parameters.${name}.defaultValue`, evaluateAzure(fallback ?? null, this, trace));
    follow(trace, reading.trace);
    if (!findUnknown(reading.value)) {
      trace.steps.push(`parameter ${name} = ${JSON.stringify(reading.value)} (${reading.path})`);
    }
    return reading.value;
  }

  private once(key: string, trace: Trace, compute: (taken: Trace) => Value): Value {
    let known = this.known.get(key);
    if (known === undefined) {
      const taken = new Trace();
      // Stands while it is being evaluated.
      this.known.set(key, { value: new Unknown(key, `${key} refers to itself`), trace: taken });
      known = { value: compute(taken), trace: taken };
      this.known.set(key, known);
    }
    follow(trace, known.trace);
    return known.value;
  }
}

export function sectionOf(template: Record<string, Value>, name: string): Record<string, Value> {
  const section = ownOf(template, name);
  return isObject(section) ? section : {};
}

/** Parameters as files and attributes give them: `{"vmSize": {"value": "…"}}`, or plainly `{"vmSize": "…"}`. */
export function givenIn(value: Value, path: string, trace: Trace): Given {
  return (name) => {
    if (isUnknown(value)) return readingOf(path, value, trace);
    // A whole parameter file.
    const file = isObject(value) ? ownOf(value, "parameters") : undefined;
    const values =
      isObject(file) && isObject(value) && ownOf(value, "contentVersion") !== undefined ? file : value;
    const one = isObject(values) ? ownOf(values, name) : undefined;
    if (one === undefined || one === null) return undefined;
    if (isUnknown(one) || !isObject(one)) return readingOf(`${path}.${name}`, one, trace);
    const inner = ownOf(one, "value");
    const secret = new Unknown(name, `parameter \`${name}\` is read from a key vault`);
    return readingOf(`${path}.${name}`, inner ?? secret, trace);
  };
}
