import { type Regime, regimeLine, regimeOf } from "../../regions";
import type { Location } from "../inventory/placement";
import { countryName } from "../jurisdictions";
import { type DataFlow, standing } from "../residency/flow";
import type { DataFlows } from "../residency/flows";
import { dataRules } from "../rules/all";
import { unresolved } from "../rules/gate/unresolved";
import { unknownFlow } from "../rules/residency/unknown";
import { type Rule, stretchOn, type Violation } from "../rules/rule";
import { globToRegExp } from "../text/glob";
import type { FindingSubject } from "./finding";
import type { Address } from "./judge";
import type { Policy } from "./policy";
import type { Ruling } from "./ruling";

type MakeRuling = (rule: Rule, violation: Violation, at: Address, subject: FindingSubject) => Ruling;

/** What the rules say of data that leaves its boundary, or may. */
export function judgeFlows({ flows, boundaries }: DataFlows, policy: Policy, ruling: MakeRuling): Ruling[] {
  return flows.flatMap((flow) => {
    const at = { stack: flow.stack, input: flow.input, address: flow.address, location: locationOf(flow) };
    if (flow.verdict !== "outside") return [ruling(unresolved, unknownFlow(flow), at, subjectOf(flow))];
    const rule = dataRules.find(({ id }) => id === `residency/${flow.rule}`);
    if (rule === undefined || stretchOn(rule, policy.asOf) === undefined) return [];
    const violation = { ...rule.judge(flow), ...(flow.level === undefined ? {} : { level: flow.level }) };
    const declared = declaredFor(flow, boundaries, policy);
    return [
      {
        ...ruling(rule, violation, at, subjectOf(flow)),
        dataCountries: Array.isArray(flow.to.countries) ? flow.to.countries : null,
        ...(declared < 0 ? {} : { declared }),
      },
    ];
  });
}

/** The declared flow that lets data pass: from the boundary it leaves, wholly into another, through such a resource. */
function declaredFor(flow: DataFlow, boundaries: DataFlows["boundaries"], policy: Policy): number {
  if (flow.rule === "at-rest" || flow.to.reach !== "named") return -1;
  return policy.flows.findIndex(({ from, to, resources }) => {
    if (from !== flow.boundary.name || !resources.some((glob) => globToRegExp(glob).test(flow.type)))
      return false;
    const target = boundaries.filter(({ name }) => name === to);
    return target.length > 0 && target.every((boundary) => standing(flow.to, boundary) === "inside");
  });
}

function locationOf({ to, attribute }: DataFlow): Location {
  const [country = null, ...others] = Array.isArray(to.countries) ? to.countries : [];
  return {
    cloud: "aws",
    region: to.region,
    zone: null,
    country: others.length === 0 ? country : null,
    from: attribute,
  };
}

function subjectOf({ type, attribute, boundary, to, steps }: DataFlow): FindingSubject {
  const { what, countries, account } = to;
  return {
    kind: "data",
    type,
    attribute,
    boundary: boundary.name,
    leadsTo: { what, countries, account },
    derivation: [
      ...steps,
      `${attribute === "" ? "it" : attribute} leads to ${what}`,
      ...regimesOf(boundary.countries),
    ],
  };
}

/** What makes people draw such boundaries: a pointer, which decides nothing. */
function regimesOf(countries: readonly string[]): string[] {
  const byLaw = new Map<Regime, string[]>();
  for (const code of countries) {
    const regime = regimeOf(code);
    if (regime) byLaw.set(regime, [...(byLaw.get(regime) ?? []), code]);
  }
  return [...byLaw].map(([regime, codes]) => {
    const named =
      codes.length > 3
        ? `${codes.slice(0, 3).join(", ")} and ${codes.length - 3} more`
        : codes.map(countryName).join(", ");
    return `law to look at for ${named}: ${regimeLine(regime)}`;
  });
}
