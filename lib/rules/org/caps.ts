import type { OwnCap } from "../../policy/policy";
import { isOf, isOver, placedTotal } from "../../policy/total";
import { instance, usCompany } from "../examples";
import type { Placed, QuantityRule, QuantityViolation } from "../rule";

const limit = (maxAccelerators: number) => ({
  organization: usCompany,
  caps: [{ name: "board-limit", countries: ["DE"], maxAccelerators }],
});

export const orgCaps: QuantityRule = {
  id: "org/caps",
  judges: "quantity",
  title: "More accelerators, or more processing performance, than the organization lets itself place",
  explanation:
    "An organization may cap what it places, by number of accelerators or by total processing performance, for some countries or accelerators or for all. Everything that one run judges counts together. What is in a configuration, its plan and its state counts once.",
  history: [{ from: null, to: null, says: "The organization's own rule." }],
  citations: [],
  verification: "own",
  remedy: "Place fewer, or have the cap in `caps` raised by whoever set it.",
  judge: (placed, { policy }) => policy.caps.flatMap((cap, i) => over(cap, i, placed)),
  examples: {
    blocked: [
      {
        title: "Eight accelerators in Germany where four are allowed",
        policy: limit(4),
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
    allowed: [
      {
        title: "Eight where eight are allowed",
        policy: limit(8),
        configuration: instance("eu-central-1", "p5.48xlarge"),
      },
    ],
  },
};

function over(cap: OwnCap, i: number, placed: readonly Placed[]): QuantityViolation[] {
  const { name, maxAccelerators, maxTpp } = cap;
  const total = placedTotal(placed.flatMap((one) => countedOf(one, cap)));
  const most = { accelerators: maxAccelerators ?? null, tpp: maxTpp ?? null };
  const at = { address: `caps[${i}]`, total, most };
  const said: string[] = [];
  if (isOver(total.accelerators, maxAccelerators))
    said.push(`${maxAccelerators} accelerators${where(cap)}; ${known(total.accelerators)}`);
  if (isOver(total.tpp, maxTpp)) said.push(`${maxTpp} TPP${where(cap)}; ${known(total.tpp)}`);
  return said.map((what) => ({ ...at, message: `The cap ${name} allows ${what}.` }));
}

/** What a cap counts of a placement: all that it could be and where it could stand. */
function countedOf({ placement, kinds }: Placed, { countries, accelerators }: OwnCap): Placed[] {
  const counted = kinds.filter((kind) => isOf(accelerators, kind));
  if (kinds.length > 0 && counted.length === 0) return [];
  const { countries: possible } = placement.place;
  const isThere =
    countries === undefined || possible === "any" || possible.some((one) => countries.includes(one));
  return isThere ? [{ placement, kinds: counted }] : [];
}

function where({ countries, accelerators }: OwnCap): string {
  const what = accelerators === undefined ? "" : ` of ${accelerators.join(", ")}`;
  return countries === undefined ? what : `${what} in ${countries.join(", ")}`;
}

function known(value: number | null): string {
  return value === null ? "how much is placed is not known" : `${Number(value.toFixed(1))} are placed`;
}
