import { machinesMatching } from "landfall/accelerators";
import { efaInterfaces, plainInterface } from "../../../lib/constructs/efa/interfaces";
import { networkCardsOf } from "../../../lib/constructs/efa/network-cards";

/** Card and device of each interface that is EFA alone, besides the plain one at 0/0. */
const EXPECTED: Readonly<Record<string, string>> = {
  "p4d.24xlarge": "0/1 1/0 2/0 3/0",
  "p4de.24xlarge": "0/1 1/0 2/0 3/0",
  "p5.4xlarge": "0/1",
  "p5.48xlarge":
    "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0 16/0 17/0 18/0 19/0 20/0 21/0 22/0 23/0 24/0 25/0 26/0 27/0 28/0 29/0 30/0 31/0",
  "p5e.48xlarge":
    "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0 16/0 17/0 18/0 19/0 20/0 21/0 22/0 23/0 24/0 25/0 26/0 27/0 28/0 29/0 30/0 31/0",
  "p5en.48xlarge": "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0",
  "p6-b200.48xlarge": "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0",
  "p6-b300.48xlarge": "1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0 16/0",
  "p6e-gb200.36xlarge": "1/0 3/0 5/0 7/0 9/0 11/0 13/0 15/0",
  "g4dn.8xlarge": "0/1",
  "g6.xlarge": "",
  "g6e.12xlarge": "0/1",
  "g6e.24xlarge": "0/1 1/0",
  "g6e.48xlarge": "0/1 1/0 2/0 3/0",
  "g7.24xlarge": "0/1",
  "g7.48xlarge": "0/1 1/0",
  "g7e.12xlarge": "0/1",
  "g7e.24xlarge": "0/1 1/0",
  "g7e.48xlarge": "0/1 1/0 2/0 3/0",
  "trn1.2xlarge": "",
  "trn1.32xlarge": "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0",
  "trn1n.32xlarge": "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0",
  "trn2.48xlarge": "0/1 1/0 2/0 3/0 4/0 5/0 6/0 7/0 8/0 9/0 10/0 11/0 12/0 13/0 14/0 15/0",
  "inf2.48xlarge": "",
  "dl1.24xlarge": "",
};

/** Gbps over EFA, and interfaces that a card takes. */
const FIGURES: Readonly<Record<string, readonly [number, number | undefined]>> = {
  "p4d.24xlarge": [400, 15],
  "p4de.24xlarge": [400, 15],
  "p5.4xlarge": [100, 4],
  "p5.48xlarge": [3200, 2],
  "p5e.48xlarge": [3200, 2],
  "p5en.48xlarge": [3200, 4],
  "p6-b200.48xlarge": [3200, 4],
  "p6-b300.48xlarge": [6400, 4],
  "p6e-gb200.36xlarge": [1600, undefined],
  "g6e.24xlarge": [200, 10],
  "g6e.48xlarge": [400, 10],
  "g7.48xlarge": [700, 12],
  "g7e.24xlarge": [800, 10],
  "g7e.48xlarge": [1600, 10],
  "trn1.32xlarge": [800, 5],
  "trn1n.32xlarge": [1600, 5],
  "trn2.48xlarge": [3200, undefined],
};

describe("the interfaces of a machine", () => {
  it.each(Object.entries(EXPECTED))("of type %s", (machineType, expected) => {
    const [first, ...others] = interfacesOf(machineType);
    expect(first).toEqual({ networkCardIndex: 0, deviceIndex: 0, interfaceType: "interface" });
    expect(others.map((one) => `${one.networkCardIndex}/${one.deviceIndex}`).join(" ")).toBe(expected);
    expect(others.every(({ interfaceType }) => interfaceType === "efa-only")).toBe(true);
  });

  it("are one plain one without EFA", () => {
    expect(plainInterface).toEqual(interfacesOf("g6.xlarge"));
  });
});

describe("the table of network cards", () => {
  it.each(Object.entries(FIGURES))("has the bandwidth of %s", (machineType, [gbps, perCard]) => {
    expect(networkCardsOf(machineType)).toMatchObject({ efaGbps: gbps });
    expect(networkCardsOf(machineType)?.interfacesPerCard).toBe(perCard);
  });

  const catalogue = machinesMatching("aws", "*");

  it("never puts more on a card than fits", () => {
    for (const { name } of catalogue) {
      const cards = networkCardsOf(name);
      if (!cards) continue;
      for (let card = 0; card < cards.cards; card += 1) {
        const there = efaInterfaces(cards).filter(({ networkCardIndex }) => networkCardIndex === card);
        expect(there.length).toBeLessThanOrEqual(cards.interfacesPerCard ?? 2);
      }
      expect(Math.max(-1, ...cards.efaCards)).toBeLessThan(cards.cards);
    }
  });

  it("agrees with the catalogue, but for the machine on which sources disagree", () => {
    const differing = catalogue.filter(({ name, networkCards, efaInterfaces: efa }) => {
      const cards = networkCardsOf(name);
      if (!cards || networkCards === undefined || efa === undefined) return false;
      return cards.cards !== networkCards || cards.efaCards.length !== efa;
    });
    expect(differing.map(({ name }) => name)).toEqual(["dl1.24xlarge"]);
  });

  it("has every machine with more than one card", () => {
    const several = catalogue.filter(({ networkCards = 1 }) => networkCards > 1);
    expect(several.length).toBeGreaterThan(10);
    expect(several.filter(({ name }) => networkCardsOf(name) === undefined)).toEqual([]);
  });

  it("says nothing of what nobody described", () => {
    expect(networkCardsOf("trn3pds.48xlarge")).toBeUndefined();
    expect(networkCardsOf("trn2.3xlarge")).toBeUndefined();
    expect(networkCardsOf("m7i.large")).toBeUndefined();
  });

  it("marks what is unsure", () => {
    const unsure = catalogue.filter(({ name }) => networkCardsOf(name)?.confidence === "low");
    expect(unsure.map(({ name }) => name).sort()).toEqual([
      "dl1.24xlarge",
      "p6e-gb200.36xlarge",
      "trn2u.48xlarge",
    ]);
  });
});

function interfacesOf(machineType: string) {
  const cards = networkCardsOf(machineType);
  if (!cards) throw new Error(`no network cards for ${machineType}`);
  return efaInterfaces(cards);
}
