import type { Resource } from "../../terraform/resource";
import { isObject, isUnknown } from "../../terraform/value";
import { cloudControlName, cloudControlType } from "../aws-cloud-control";
import { regional, unreadType } from "./cloudformation";
import { renamed } from "./names";
import { merged, type Opened, opened, together, virtualResource } from "./opened";
import { documentsOf } from "./text";

/** The one resource that Cloud Control makes. */
export function openCloudControl(holder: Resource, paths: readonly string[]): Opened {
  const [type] = holder.read("type_name");
  const states = paths.flatMap((path) => holder.read(path));
  if (type === undefined || states.length === 0) {
    return opened([], ["what it makes is not in the configuration"]);
  }
  if (typeof type.value !== "string") {
    const why = isUnknown(type.value) ? type.value.why : "it is no text";
    return opened([], [`${type.path} is not known (${why})`]);
  }
  const name = type.value;
  return together(states, (state) => {
    const { documents, unread } = documentsOf(state);
    const [properties, ...more] = documents;
    if (!isObject(properties) || more.length > 0) return opened([], [`${state.path} is no JSON object`]);
    const hidden = unreadType(name);
    const resource = virtualResource({
      holder,
      within: null,
      type: cloudControlType(name) ?? "awscc_unknown",
      name: holder.name,
      value: renamed(properties, cloudControlName),
      trace: merged(type.trace, state.trace),
      provider: regional(holder),
    });
    return opened(
      [resource],
      [unread, hidden === null ? null : `it ${hidden}`].filter((why) => why !== null),
    );
  });
}
