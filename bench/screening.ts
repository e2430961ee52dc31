import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Claim, Size } from "./claims";
import { medians, processorTime } from "./measure";
import { randomFrom } from "./random";

const { readSnapshot } = require("../dist/lib/screening/read") as typeof import("../lib/screening/read");
const { screen } = require("../dist/lib/screening/screen") as typeof import("../lib/screening/screen");

const PARTIES = 100;

/** Reading a list and looking for a hundred parties in it, against reading and parsing it. */
export function screening(directory: string, { turns, resources: entries }: Size): Claim {
  const path = join(directory, "consolidated.json");
  const list = invented(entries);
  writeFileSync(path, JSON.stringify(list));
  const parties = Array.from({ length: PARTIES }, (_, i) => sought(list.results, i));
  const candidates = {
    parse: () => processorTime(() => void JSON.parse(readFileSync(path, "utf8"))),
    screen: () =>
      processorTime(() => {
        const snapshot = readSnapshot(path);
        for (const party of parties) screen(party, snapshot);
      }),
  };
  const time = medians(candidates, turns);
  const mb = (statSync(path).size / 1e6).toFixed(0);
  return {
    says: `screening ${PARTIES} parties against ${entries} entries (${mb} MB) ÷ reading and parsing the list`,
    measured: `${time.screen.toFixed(0)} ms ÷ ${time.parse.toFixed(0)} ms`,
    ratio: time.screen / time.parse,
    limit: 30,
  };
}

const SYLLABLES = "ka lo mi ran tek shu wei hong zen bra vik or sol dam pet niz gal fen tor ush del".split(
  " ",
);
const USUAL =
  "Technology Trading International Research Institute Electronics Shanghai Moscow Group Industrial".split(
    " ",
  );
const FORMS = ["Co., Ltd.", "LLC", "Inc.", "JSC", "GmbH", "FZE"];

type Entries = ReturnType<typeof invented>["results"];

/** As many aliases, addresses and other texts as the published list has. */
function invented(count: number) {
  const random = randomFrom(7);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? "";
  const many = <T>(most: number, make: () => T) =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, make);
  const word = () => [pick(SYLLABLES), pick(SYLLABLES), ...many(2, () => pick(SYLLABLES))].join("");
  const name = () =>
    [word(), ...many(1, word), pick(USUAL), ...many(1, () => pick(USUAL)), pick(FORMS)].join(" ");
  const address = () => ({
    address: `No. ${Math.ceil(random() * 900)} ${word()} Road`,
    city: word(),
    state: null,
    postal_code: String(10_000 + Math.floor(random() * 90_000)),
    country: pick(["CN", "RU", "AE", "TR"]),
  });
  const results = Array.from({ length: count }, (_, i) => ({
    id: `invented-${i}`,
    source: "Entity List (EL) - Bureau of Industry and Security",
    name: name(),
    alt_names: many(3, name),
    addresses: [address(), address()],
    start_date: "2024-01-01",
    license_requirement: "For all items subject to the EAR. (See §744.11 of the EAR)",
    remarks: "x".repeat(400),
  }));
  return { total: count, search_performed_at: "2026-11-20T00:00:00+00:00", results };
}

/** Every second one is on the list. */
function sought(entries: Entries, i: number) {
  const entry = entries[(i * 271) % entries.length];
  const listed = i % 2 === 0 && entry !== undefined;
  return listed
    ? { name: entry.name.toUpperCase(), addresses: [Object.values(entry.addresses[0] ?? {}).join(", ")] }
    : { name: `Example Compute ${i} Sdn. Bhd.`, addresses: [`${i} Jalan Contoh, 50450 Kuala Lumpur`] };
}
