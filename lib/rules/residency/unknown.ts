import type { DataFlow, Destination } from "../../residency/flow";
import type { Violation } from "../rule";
import { carrier, drawn } from "./words";

const SHOW_IT =
  "Check the synthesized configuration too, which shows the policy; or write it as `aws_iam_policy_document`, whose statements a plan shows.";

const STATE_IT =
  "Write the value into the code, refer to the resource itself, or state the country of a thing outside the code under `known:` in the policy.";

/** What is said of data of which nobody can tell whether it stays. */
export function unknownFlow(flow: DataFlow): Violation {
  const { to, boundary, attribute, verdict, assumed, level } = flow;
  const what = attribute === "" ? flow.address : attribute;
  if (verdict === "assumed") {
    const names = assumed.map((name) => `var.${name}`).join(", ");
    return {
      level: "note",
      message: `${names} has a default that keeps the data inside the boundary ${drawn(boundary)}; another value can be given at plan, and the plan has to be checked.`,
    };
  }
  if (boundary.problem !== null) {
    return {
      message: `The boundary drawn by ${boundary.from} is not known: ${boundary.problem}.`,
      remedy: "Give the boundary's tags a name, countries and accounts that are written out.",
    };
  }
  const where = to.what === what || to.problem === null ? "" : ` (${to.what})`;
  return {
    ...levelOf(to, level),
    message: `Whether ${carrier(flow)} keeps data inside the boundary ${drawn(boundary)} is not known${where}: ${to.problem}.`,
    remedy: to.isHiddenByPlan ? SHOW_IT : STATE_IT,
  };
}

function levelOf(
  { isToldLater, isHiddenByPlan }: Destination,
  level: DataFlow["level"],
): Pick<Violation, "level"> {
  if (isToldLater) return { level: "note" };
  if (isHiddenByPlan) return { level: "warn" };
  return level === undefined ? {} : { level };
}
