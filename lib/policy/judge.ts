import { type Classification, classify, type Datasheet, datasheets, lookUpDatasheet } from "../accelerators";
import type { Inventory, Location, Opaque, Placement } from "../inventory/placement";
import { countryCodes, isUnitedStates } from "../jurisdictions";
import type { Blocking } from "../preconditions/blocking";
import { isEnforced, type Precondition, preconditionOf } from "../preconditions/precondition";
import type { DataFlows } from "../residency/flows";
import {
  debtRules,
  opacityRules,
  partyRules,
  placementRules,
  quantityRules,
  uncertaintyRules,
} from "../rules/all";
import { citationsOn } from "../rules/history";
import {
  type Context,
  type Kind,
  type OwnRule,
  type PartyRule,
  type Placed,
  type PlacementRule,
  type QuantityRule,
  type QuantityViolation,
  type Rule,
  stretchOn,
  type Violation,
  type WouldBlock,
} from "../rules/rule";
import type { Scenario } from "../rules/scenario";
import type { Screen } from "../screening/of-policy";
import { type Ask, type Assumption, assumptionOf } from "./assume";
import { overCaps } from "./caps";
import type { Finding, FindingSubject } from "./finding";
import { judgeFlows } from "./judge-flows";
import { activeLevel, type Level } from "./levels";
import { ownRules } from "./own-rules";
import { partiesOf } from "./parties";
import type { Policy } from "./policy";
import { levelOf } from "./rule-ids";
import type { Ruling } from "./ruling";
import { settle } from "./settle";
import { type AuthorizationUse, authorizationUses } from "./usage";

/** A placement with its accelerator known, as the result lists it. */
export interface JudgedPlacement {
  readonly address: string;
  readonly stack: string;
  readonly accelerator: string;
  readonly count: number | null;
  readonly class: Classification["class"];
  readonly tpp: number | null;
  readonly performanceDensity: number | null;
  readonly location: Location;
}

export interface Judgement {
  readonly placements: readonly JudgedPlacement[];
  readonly findings: readonly Finding[];
  readonly authorizations: readonly AuthorizationUse[];
  readonly scenarios: readonly Assumption[];
}

export interface JudgeOptions {
  /** True when only part of what the policy is for is judged, so that an unused waiver or authorization is no finding. */
  readonly partial?: boolean;
  /** The screening list that parties are compared with. @default nobody is */
  readonly screening?: Screen | null;
  /** Proposed law to be shown beside. @default none */
  readonly assume?: readonly Scenario[];
}

/** Asks every rule in force about everything in an inventory. Pure: the same inventory and policy give the same findings. */
export function judge(
  inventory: Inventory,
  policy: Policy,
  options: JudgeOptions = {},
  data: DataFlows = NO_DATA,
): Judgement {
  const bench = new Bench(policy, options.screening ?? null);
  const rulings = [
    ...inventory.placements.flatMap((placement) => bench.placement(placement)),
    ...inventory.opaque.flatMap((opaque) => bench.opacity(opaque)),
    ...bench.parties(inventory),
    ...judgeFlows(data, policy, (...said) => bench.ruling(...said)),
  ];
  const together = [...rulings, ...bench.quantities(inventory, rulings)];
  const boundaries = [...policy.boundaries, ...data.boundaries].map(({ name }) => name);
  const { findings, debts } = settle(together, policy, options.partial ?? false, boundaries);
  return {
    placements: inventory.placements.flatMap((placement) => bench.listed(placement)),
    findings: [...findings, ...bench.debts(debts)],
    authorizations: authorizationUses(policy, debts.authorizationClaims),
    scenarios: (options.assume ?? []).map((scenario) =>
      assumptionOf(scenario, inventory.placements, findings, bench.assumer()),
    ),
  };
}

/** What Terraform would have to check, so that what only it will know does not break a rule. */
export function preconditionsFor(inventory: Inventory, policy: Policy): Precondition[] {
  const bench = new Bench(policy, null);
  const open = inventory.opaque.flatMap((opaque) => opaque.open ?? []);
  return [...inventory.placements, ...open].flatMap((placement) => bench.precondition(placement));
}

const NO_DATA: DataFlows = { flows: [], boundaries: [] };

/** The rules in force on the policy's day, with what they said before remembered: many placements ask the same question. */
class Bench {
  private readonly context: Context;
  private readonly classifications = new Map<string, Classification>();
  private readonly answers = new Map<string, readonly Answer[]>();
  private readonly worst = new Map<string, WouldBlock | undefined>();
  /** Rules of the policy's plugins. */
  private readonly own: readonly OwnRule[];
  private readonly inForce: readonly PlacementRule[];
  private readonly ofParties: readonly PartyRule[];
  private readonly ofQuantities: readonly QuantityRule[];
  private typical: readonly Datasheet[] | undefined;

  constructor(
    private readonly policy: Policy,
    screening: Screen | null,
  ) {
    const { asOf } = policy;
    this.context = { policy, asOf, parties: partiesOf(policy), screening };
    const inForce = <R extends Rule>(rules: readonly R[]) => rules.filter((rule) => stretchOn(rule, asOf));
    this.own = inForce(ownRules(policy));
    this.inForce = [...inForce(placementRules), ...this.own.filter((rule) => rule.judges === "placement")];
    this.ofParties = [...inForce(partyRules), ...this.own.filter((rule) => rule.judges === "parties")];
    this.ofQuantities = [...inForce(quantityRules), ...this.own.filter((rule) => rule.judges === "quantity")];
  }

  placement(placement: Placement): Ruling[] {
    const known = this.known(placement);
    const certain = known && placement.exists ? this.certain(placement, known) : [];
    if (!this.isOpen(placement)) return certain;
    const wouldBlock = this.wouldBlock(placement);
    const enforced = isEnforced(placement, this.blocking);
    const doubts = uncertaintyRules.flatMap((rule) =>
      rule
        .judge(placement, wouldBlock, enforced)
        .map((violation) => this.ruling(rule, violation, placement, uncertain(placement, wouldBlock))),
    );
    return [...certain, ...doubts];
  }

  /** The one it lacks, where it needs one that can be written. */
  precondition(placement: Placement): Precondition[] {
    const wouldBlock = this.isOpen(placement) ? this.wouldBlock(placement) : undefined;
    if (wouldBlock === undefined || isEnforced(placement, this.blocking)) return [];
    const rule = this.inForce.find(({ id }) => id === wouldBlock.rule) as PlacementRule;
    return preconditionOf(placement, this.blocking, { ...rule, example: wouldBlock });
  }

  private readonly blocking: Blocking = (accelerator, country) => {
    const datasheet = lookUpDatasheet(accelerator);
    return datasheet ? this.searchBlock([datasheet], [country])?.rule : "gate/unknown-accelerator";
  };

  opacity(opaque: Opaque): Ruling[] {
    const loose = opaque.named.filter((one) => !isEnforced(one, this.blocking));
    const wouldBlock = loose.map((one) => this.wouldBlock(one)).find((found) => found !== undefined);
    const checked = (opaque.open ?? []).filter((one) => isEnforced(one, this.blocking));
    return opacityRules.flatMap((rule) => {
      const violation = rule.judge(opaque, wouldBlock, checked);
      const named = [...new Set(opaque.named.map(({ machine }) => String(machine)))];
      return violation
        ? [this.ruling(rule, violation, opaque, { kind: "opaque", named, ...(wouldBlock && { wouldBlock }) })]
        : [];
    });
  }

  /** What the policy itself states of its parties and of the deployment. */
  parties({ placements }: Inventory): Ruling[] {
    // A run may hold tens of thousands, and the first one usually answers.
    const isControlled = (placement: Placement) => placement.exists && this.mayBeControlled(placement);
    const abroad = placements.some(
      (placement) => !this.countriesOf(placement).every(isUnitedStates) && isControlled(placement),
    );
    const any = abroad || placements.some(isControlled);
    const asked = this.ofParties.filter(({ asked }) => asked === "always" || any);
    return asked.flatMap((rule) =>
      rule.judge(this.context, abroad).map((violation) => {
        const { address, party, entries = null } = violation;
        return this.ruling(rule, violation, this.inPolicy(address), { kind: "party", party, entries });
      }),
    );
  }

  /** What everything comes to: by the organization's own caps, and by those of the rules that caught it. */
  quantities({ placements }: Inventory, rulings: readonly Ruling[]): Ruling[] {
    // Most policies cap nothing, and a run may hold tens of thousands.
    const isAsked = this.policy.caps.length > 0 || this.own.some(({ judges }) => judges === "quantity");
    const placed = isAsked ? placements.flatMap((one) => this.placed(one)) : [];
    return [
      ...this.ofQuantities.flatMap((rule) => this.over(rule, rule.judge(placed, this.context))),
      ...this.inForce.flatMap((rule) => {
        const { caps = [] } = rule;
        return caps.length === 0
          ? []
          : this.over(rule, overCaps(caps, caughtBy(rule, rulings), this.context));
      }),
    ];
  }

  private placed(placement: Placement): Placed[] {
    if (!placement.exists) return [];
    return [{ placement, kinds: this.choice(placement).map((one) => this.kind(one)) }];
  }

  private over(rule: Rule, violations: readonly QuantityViolation[]): Ruling[] {
    return violations.map((violation) => {
      const { address, total, most } = violation;
      return this.ruling(rule, violation, this.inPolicy(address), { kind: "quantity", total, most });
    });
  }

  debts(debts: Parameters<(typeof debtRules)[number]["judge"]>[0]): Finding[] {
    return debtRules.flatMap((rule) =>
      rule
        .judge(debts, this.context)
        .map((violation) =>
          this.finding(rule, violation, this.inPolicy(violation.address), { kind: "debt" }),
        ),
    );
  }

  private inPolicy(address: string): Address {
    return { stack: "", input: this.policy.path ?? "(policy)", address };
  }

  /** False only for accelerators that are all known and all outside export control. */
  private mayBeControlled(placement: Placement): boolean {
    const accelerators = this.choice(placement);
    return (
      accelerators.length === 0 ||
      accelerators.some((one) => this.tier(one) > 0 || this.classification(one).byLetter !== null)
    );
  }

  /** Answers what proposed law would say, of the first thing it would block among all that a placement could be. */
  assumer(): Ask {
    const answers = new Map<string, ReturnType<Ask>>();
    return (scenario, placement) => {
      const known = this.known(placement);
      const chosen = this.choice(placement);
      const accelerators = chosen.length > 0 ? chosen : this.everyKind();
      const countries = known ? [known.country] : this.countriesOf(placement);
      const key = `${scenario.id} ${accelerators.map(({ id }) => id)} ${countries} ${known !== undefined}`;
      if (!answers.has(key)) {
        const [first] = this.assumed(scenario, accelerators, countries);
        const doubt = "What this is, or where it stands, is not known. It could be that: ";
        answers.set(key, first && { ...first, message: known ? first.message : doubt + first.message });
      }
      return answers.get(key);
    };
  }

  private assumed(scenario: Scenario, accelerators: readonly Datasheet[], countries: readonly string[]) {
    return countries.flatMap((country) =>
      accelerators.flatMap((accelerator) => {
        const subject = { accelerator, classification: this.classification(accelerator), country };
        const message = scenario.judge(subject, this.context);
        return message === undefined ? [] : [{ accelerator: accelerator.id, message }];
      }),
    );
  }

  listed(placement: Placement): JudgedPlacement[] {
    const [accelerator] = this.choice(placement);
    if (accelerator === undefined || !placement.exists) return [];
    const { address, stack, count, place } = placement;
    const classification = shown(this.classification(accelerator));
    return [
      { address, stack, accelerator: accelerator.id, count, ...classification, location: place.location },
    ];
  }

  private isOpen(placement: Placement): boolean {
    return placement.assumed.length > 0 || this.known(placement) === undefined;
  }

  /** Accelerators and country, where both are known. */
  private known(placement: Placement): Known | undefined {
    const { problem, place } = placement;
    const accelerators = this.choice(placement);
    const [country, ...others] = place.countries === "any" ? [] : place.countries;
    if (
      others.length > 0 ||
      problem !== null ||
      place.problem !== null ||
      accelerators.length === 0 ||
      country === undefined
    )
      return undefined;
    return { accelerators, country };
  }

  /** One ruling for each rule, about all accelerators it catches among those the placement may use. */
  private certain(placement: Placement, { accelerators, country }: Known): Ruling[] {
    const byRule = new Map<PlacementRule, Caught[]>();
    for (const accelerator of accelerators) {
      for (const { rule, violation } of this.ask(accelerator, country)) {
        byRule.set(rule, [...(byRule.get(rule) ?? []), { accelerator, violation }]);
      }
    }
    return [...byRule].map(([rule, caught]) => this.caught(rule, caught, placement));
  }

  private caught(rule: PlacementRule, caught: readonly Caught[], placement: Placement): Ruling {
    const [{ accelerator, violation }, ...others] = caught as [Caught, ...Caught[]];
    const subject = this.subject(placement, accelerator, others);
    const stands = placement.stands ? " It already stands there." : "";
    const message = `${violation.message}${andOthers(others.length)}${stands}`;
    return {
      ...this.ruling(rule, { ...violation, message }, placement, subject),
      placement,
      caught: caught.map((one) => this.kind(one.accelerator)),
    };
  }

  /** What the rules say of an accelerator in a country. */
  private ask(accelerator: Datasheet, country: string): readonly Answer[] {
    const key = `${accelerator.id} ${country}`;
    let answers = this.answers.get(key);
    if (answers === undefined) {
      const subject = { accelerator, classification: this.classification(accelerator), country };
      answers = this.inForce.flatMap((rule) => {
        const violation = rule.judge(subject, this.context);
        return violation ? [{ rule, violation }] : [];
      });
      this.answers.set(key, answers);
    }
    return answers;
  }

  /** The first thing a rule would block among everything the placement could turn out to be. */
  private wouldBlock(placement: Placement): WouldBlock | undefined {
    const { place, assumed } = placement;
    // A default that decides the place alone leaves the accelerator as it is.
    const fixed = this.choice(placement).length > 0 && assumed.every((name) => place.assumed.includes(name));
    const accelerators = fixed ? this.choice(placement) : this.everyKind();
    const countries = this.countriesOf(placement);
    const key = `${accelerators.map(({ id }) => id)} ${countries.length > 20 ? "any" : countries}`;
    if (!this.worst.has(key)) this.worst.set(key, this.searchBlock(accelerators, countries));
    return this.worst.get(key);
  }

  private searchBlock(
    accelerators: readonly Datasheet[],
    countries: readonly string[],
  ): WouldBlock | undefined {
    for (const country of countries) {
      for (const accelerator of accelerators) {
        const blocking = this.ask(accelerator, country).find(
          ({ rule, violation }) => this.level(rule, violation) === "block",
        );
        if (blocking) return { rule: blocking.rule.id, accelerator: accelerator.id, country };
      }
    }
    return undefined;
  }

  private countriesOf({ place }: Placement): readonly string[] {
    if (place.assumed.length > 0 || place.countries === "any") return countryCodes();
    return place.countries;
  }

  /** One accelerator for every way the rules can tell accelerators apart on this day. */
  private everyKind(): readonly Datasheet[] {
    // What an own rule tells accelerators apart by, nobody knows.
    if (this.own.some(({ judges }) => judges === "placement")) return datasheets;
    if (this.typical === undefined) {
      const kinds = new Map<string, Datasheet>();
      for (const datasheet of datasheets.toSorted((a, b) => this.example(b) - this.example(a))) {
        const { class: found, controlled, byLetter } = this.classification(datasheet);
        const key = `${found} ${controlled} ${byLetter?.kind}`;
        if (!kinds.has(key)) kinds.set(key, datasheet);
      }
      this.typical = [...kinds.values()];
    }
    return this.typical;
  }

  /** How well an accelerator shows what could happen: better one that is strictly ruled, and not for want of figures. */
  private example(datasheet: Datasheet): number {
    return this.classification(datasheet).basis === "figures" ? this.tier(datasheet) : -1;
  }

  /** The accelerators a placement may use, the one the rules are strictest with first; none where any may come. */
  private choice({ accelerators }: Placement): readonly Datasheet[] {
    if (accelerators === "any") return [];
    return accelerators.map(datasheetOf).sort((a, b) => this.rank(b) - this.rank(a));
  }

  private rank(datasheet: Datasheet): number {
    return this.tier(datasheet) * 1e9 + (this.classification(datasheet).tpp ?? 0);
  }

  private tier(datasheet: Datasheet): number {
    const { class: found, controlled } = this.classification(datasheet);
    if (found === "3A090.b") return 1;
    return found === "3A090.a" || (found === null && controlled) ? 2 : 0;
  }

  private kind(datasheet: Datasheet): Kind {
    const { class: found, tpp } = this.classification(datasheet);
    return { accelerator: datasheet.id, class: found, tpp };
  }

  private classification(datasheet: Datasheet): Classification {
    let found = this.classifications.get(datasheet.id);
    if (found === undefined) {
      found = classify(datasheet, this.policy.asOf);
      this.classifications.set(datasheet.id, found);
    }
    return found;
  }

  private subject(placement: Placement, accelerator: Datasheet, others: readonly Caught[]): FindingSubject {
    const classification = this.classification(accelerator);
    const { machine, attribute, count, steps, place } = placement;
    const where = `${place.location.from} puts it into ${place.location.zone ?? place.location.region ?? place.location.country}`;
    return {
      kind: "placement",
      machine,
      attribute,
      accelerator: accelerator.id,
      ...(others.length === 0 ? {} : { alternatives: others.map((one) => one.accelerator.id) }),
      count,
      ...shown(classification),
      derivation: [...steps, ...place.steps, where, ...classification.reasoning],
    };
  }

  private level(rule: Rule, violation: Violation): Level {
    // A rule's own note says that nothing is amiss; there is nothing to be strict about.
    if (violation.level === "note") return "note";
    const setting = this.policy.rules[rule.id];
    return activeLevel(setting, violation.level ?? levelOf(rule), this.policy.asOf).level;
  }

  ruling(rule: Rule, violation: Violation, at: Address, subject: FindingSubject): Ruling {
    const finding = this.finding(rule, violation, at, subject);
    return { finding, caught: [], remark: violation.level === "note" };
  }

  private finding(rule: Rule, violation: Violation, at: Address, subject: FindingSubject): Finding {
    const stretch = stretchOn(rule, this.policy.asOf);
    return {
      rule: rule.id,
      level: this.level(rule, violation),
      stack: at.stack,
      input: at.input,
      address: at.address,
      message: violation.message,
      subject,
      location: at.location ?? at.place?.location ?? null,
      citations: violation.citations ?? citationsOn(rule, this.policy.asOf),
      effective: { from: violation.from ?? stretch?.from ?? null, to: stretch?.to ?? null },
      remedy: violation.remedy ?? rule.remedy,
    };
  }
}

/** A classification as results give it, rounded for people: comparisons are behind it. */
export function shown({ class: found, tpp, performanceDensity }: Classification): ShownClass {
  return { class: found, tpp: rounded(tpp, 1), performanceDensity: rounded(performanceDensity, 2) };
}

type ShownClass = Pick<Classification, "class" | "tpp" | "performanceDensity">;

function rounded(value: number | null, digits: number): number | null {
  return value === null ? null : Number(value.toFixed(digits));
}

interface Known {
  /** Strictest first; several where the document leaves the choice open. */
  readonly accelerators: readonly Datasheet[];
  readonly country: string;
}

interface Caught {
  readonly accelerator: Datasheet;
  readonly violation: Violation;
}

interface Answer {
  readonly rule: PlacementRule;
  readonly violation: Violation;
}

export interface Address {
  readonly stack: string;
  readonly input: string;
  readonly address: string;
  readonly place?: Placement["place"];
  readonly location?: Location;
}

function datasheetOf(id: string): Datasheet {
  const found = lookUpDatasheet(id);
  // Passing it over would let it through unjudged.
  if (found === undefined) throw new RangeError(`the catalogue has no datasheet of ${id}`);
  return found;
}

function caughtBy({ id }: Rule, rulings: readonly Ruling[]): Placed[] {
  return rulings.flatMap(({ finding, placement, caught }) =>
    finding.rule === id && placement !== undefined ? [{ placement, kinds: caught }] : [],
  );
}

function andOthers(others: number): string {
  if (others === 0) return "";
  return ` The document leaves the accelerator open: the rule catches ${others} more that it could turn out to be.`;
}

function uncertain(
  { machine, attribute, steps, place }: Placement,
  wouldBlock: WouldBlock | undefined,
): FindingSubject {
  const derivation = [...steps, ...place.steps];
  return { kind: "uncertainty", machine, attribute, derivation, ...(wouldBlock && { wouldBlock }) };
}
