import { type Classification, classify, type Datasheet, datasheets, lookUpDatasheet } from "../accelerators";
import type { Inventory, Location, Opaque, Placement } from "../inventory/placement";
import { countryCodes } from "../jurisdictions";
import { debtRules, opacityRules, placementRules, uncertaintyRules } from "../rules";
import {
  type Context,
  type PlacementRule,
  type Rule,
  stretchOn,
  type Violation,
  type WouldBlock,
} from "../rules/rule";
import type { Finding, FindingSubject } from "./finding";
import { activeLevel, type Level } from "./levels";
import { partiesOf } from "./parties";
import type { Policy } from "./policy";
import { RULE_IDS, type RuleId } from "./rule-ids";
import { settle } from "./settle";

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
}

export interface JudgeOptions {
  /** True when only part of what the policy is for is judged, so that an unused waiver or authorization is no finding. */
  readonly partial?: boolean;
}

/** Asks every rule in force about everything in an inventory. Pure: the same inventory and policy give the same findings. */
export function judge(inventory: Inventory, policy: Policy, options: JudgeOptions = {}): Judgement {
  const bench = new Bench(policy);
  const raw = [
    ...inventory.placements.flatMap((placement) => bench.placement(placement)),
    ...inventory.opaque.flatMap((opaque) => bench.opacity(opaque)),
  ];
  const { findings, debts } = settle(raw, policy, options.partial ?? false);
  return {
    placements: inventory.placements.flatMap((placement) => bench.listed(placement)),
    findings: [...findings, ...bench.debts(debts)],
  };
}

/** The rules in force on the policy's day, with what they said before remembered: many placements ask the same question. */
class Bench {
  private readonly context: Context;
  private readonly classifications = new Map<string, Classification>();
  private readonly answers = new Map<string, readonly Answer[]>();
  private readonly worst = new Map<string, WouldBlock | undefined>();
  private readonly inForce: readonly PlacementRule[];
  private typical: readonly Datasheet[] | undefined;

  constructor(private readonly policy: Policy) {
    const { asOf } = policy;
    this.context = { policy, asOf, parties: partiesOf(policy) };
    this.inForce = placementRules.filter((rule) => stretchOn(rule, asOf));
  }

  placement(placement: Placement): Finding[] {
    const known = this.known(placement);
    const certain = known && placement.exists ? this.certain(placement, known) : [];
    if (known && placement.assumed.length === 0) return certain;
    const wouldBlock = this.wouldBlock(placement);
    const doubts = uncertaintyRules.flatMap((rule) =>
      rule
        .judge(placement, wouldBlock)
        .map((violation) => this.finding(rule, violation, placement, uncertain(placement))),
    );
    return [...certain, ...doubts];
  }

  opacity(opaque: Opaque): Finding[] {
    const wouldBlock = opaque.named.map((one) => this.wouldBlock(one)).find((found) => found !== undefined);
    return opacityRules.flatMap((rule) => {
      const violation = rule.judge(opaque, wouldBlock);
      const named = [...new Set(opaque.named.map(({ machine }) => String(machine)))];
      return violation ? [this.finding(rule, violation, opaque, { kind: "opaque", named })] : [];
    });
  }

  debts(debts: Parameters<(typeof debtRules)[number]["judge"]>[0]): Finding[] {
    const input = this.policy.path ?? "(policy)";
    return debtRules.flatMap((rule) =>
      rule
        .judge(debts, this.context)
        .map((violation) =>
          this.finding(rule, violation, { stack: "", input, address: violation.address }, { kind: "debt" }),
        ),
    );
  }

  listed(placement: Placement): JudgedPlacement[] {
    const accelerator = this.strictest(placement);
    if (accelerator === undefined || !placement.exists) return [];
    const { class: found, tpp, performanceDensity } = this.classification(accelerator);
    const { address, stack, count, place } = placement;
    return [
      {
        address,
        stack,
        accelerator: accelerator.id,
        count,
        class: found,
        tpp,
        performanceDensity,
        location: place.location,
      },
    ];
  }

  /** The accelerator and country, where both are known. */
  private known(placement: Placement): { accelerator: Datasheet; country: string } | undefined {
    const { problem, place } = placement;
    const accelerator = this.strictest(placement);
    const [country] = place.countries === "any" ? [] : place.countries;
    if (problem !== null || place.problem !== null || accelerator === undefined || country === undefined)
      return undefined;
    return { accelerator, country };
  }

  private certain(
    placement: Placement,
    { accelerator, country }: { accelerator: Datasheet; country: string },
  ): Finding[] {
    return this.ask(accelerator, country).map(({ rule, violation }) =>
      this.finding(rule, violation, placement, this.subject(placement, accelerator)),
    );
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
    const open = placement.assumed.length > 0 || placement.accelerators === "any";
    const accelerators = open ? this.everyKind() : this.resolve(placement.accelerators as readonly string[]);
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
          ({ rule, violation }) => this.level(rule.id, violation) === "block",
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
    if (this.typical === undefined) {
      const kinds = new Map<string, Datasheet>();
      for (const datasheet of datasheets) {
        const { class: found, controlled, byLetter } = this.classification(datasheet);
        const key = `${found} ${controlled} ${byLetter?.kind}`;
        if (!kinds.has(key)) kinds.set(key, datasheet);
      }
      this.typical = [...kinds.values()];
    }
    return this.typical;
  }

  /** Of several accelerators a placement may use, the one the rules are strictest with. */
  private strictest({ accelerators }: Placement): Datasheet | undefined {
    if (accelerators === "any") return undefined;
    const rank = (datasheet: Datasheet) => {
      const { class: found, controlled, tpp } = this.classification(datasheet);
      const tier = found === "3A090.a" || (found === null && controlled) ? 2 : found === "3A090.b" ? 1 : 0;
      return tier * 1e9 + (tpp ?? 0);
    };
    return this.resolve(accelerators).sort((a, b) => rank(b) - rank(a))[0];
  }

  private resolve(ids: readonly string[]): Datasheet[] {
    return ids.flatMap((id) => lookUpDatasheet(id) ?? []);
  }

  private classification(datasheet: Datasheet): Classification {
    let found = this.classifications.get(datasheet.id);
    if (found === undefined) {
      found = classify(datasheet, this.policy.asOf);
      this.classifications.set(datasheet.id, found);
    }
    return found;
  }

  private subject(placement: Placement, accelerator: Datasheet): FindingSubject {
    const classification = this.classification(accelerator);
    const { machine, attribute, count, steps, place } = placement;
    const where = `${place.location.from} puts it into ${place.location.zone ?? place.location.region ?? place.location.country}`;
    return {
      kind: "placement",
      machine,
      attribute,
      accelerator: accelerator.id,
      count,
      ...shown(classification),
      derivation: [...steps, ...place.steps, where, ...classification.reasoning],
    };
  }

  private level(id: RuleId, violation: Violation): Level {
    return activeLevel(this.policy.rules[id], violation.level ?? RULE_IDS[id], this.policy.asOf).level;
  }

  private finding(rule: Rule, violation: Violation, at: Address, subject: FindingSubject): Finding {
    const stretch = stretchOn(rule, this.policy.asOf);
    return {
      rule: rule.id,
      level: this.level(rule.id, violation),
      stack: at.stack,
      input: at.input,
      address: at.address,
      message: violation.message,
      subject,
      location: at.place?.location ?? null,
      citations: rule.citations,
      effective: { from: stretch?.from ?? null, to: stretch?.to ?? null },
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

interface Answer {
  readonly rule: PlacementRule;
  readonly violation: Violation;
}

interface Address {
  readonly stack: string;
  readonly input: string;
  readonly address: string;
  readonly place?: Placement["place"];
}

function uncertain({ machine, attribute, steps, place }: Placement): FindingSubject {
  return { kind: "uncertainty", machine, attribute, derivation: [...steps, ...place.steps] };
}
