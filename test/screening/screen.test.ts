import fc from "fast-check";
import { screen } from "../../lib/screening/screen";
import { list, listOf } from "./lists";

/** Entry and score of every match. */
const found = (name: string, addresses: readonly string[] = [], snapshot = list) =>
  screen({ name, addresses }, snapshot).map(({ entry, score }) => `${entry.id} ${score}`);
const best = (name: string, addresses: readonly string[] = [], snapshot = list) =>
  screen({ name, addresses }, snapshot)[0];

describe("names", () => {
  it.each([
    ["as listed", "Zhongyun Lantian Computing Technology Co., Ltd. (ZLCT)", "inv-el-0001", 100],
    ["without the acronym", "Zhongyun Lantian Computing Technology Co., Ltd.", "inv-el-0001", 95],
    ["by the acronym in brackets", "ZLCT", "inv-el-0001", 95],
    ["in capitals, with another legal form", "ZHONGYUN LANTIAN COMPUTING TECHNOLOGY LLC", "inv-el-0001", 95],
    ["in another order", "Technology Computing, Lantian Zhongyun", "inv-el-0001", 95],
    ["in Chinese", "中云蓝天计算技术有限公司", "inv-el-0001", 100],
    ["in traditional Chinese, with another form", "中雲藍天計算技術股份有限公司", "inv-el-0001", 95],
    ["by an alias", "Blue Sky Cloud Computing Inc.", "inv-el-0001", 95],
    ["without diacritics", "Angelsberg-Lodz Mikroelektronika", "inv-el-0005", 95],
    ["in Cyrillic", "АНГЕЛЬСБЕРГ ЛОДЗЬ, ООО", "inv-el-0005", 95],
    ["in Arabic", "قصر البحر للتجارة", "inv-el-0006", 100],
    ["first name first", "Ilya Invented Petrovsky", "90001", 95],
    ["without what lists append", "Sorghum Import and Export Company", "inv-isn-0001", 95],
    ["with dots in the form", "Ostrov Data Systems J.S.C.", "inv-el-0007", 100],
    ["full width", "ＯＳＴＲＯＶ ＤＡＴＡ ＳＹＳＴＥＭＳ JSC", "inv-el-0007", 100],
  ])("%s: %s", (_, name, id, score) => {
    expect(best(name)).toMatchObject({ entry: { id }, score });
  });

  it.each([
    ["a letter off", "Zhongyun Lantan Computing Technolgy Co., Ltd."],
    ["written together", "Zhong Yun Lan Tian Computing Technology"],
    ["a word less", "Zhongyun Lantian Technology"],
    ["a subsidiary's place added", "Zhongyun Lantian Computing Technology (Shanghai) Co., Ltd."],
    ["another spelling of an alias", "Blue-Sky CloudComputing"],
  ])("%s: %s blocks", (_, name) => {
    const match = best(name);
    expect(match?.entry.id).toBe("inv-el-0001");
    expect(match?.score).toBeGreaterThanOrEqual(85);
    expect(match?.score).toBeLessThan(100);
  });

  it.each([
    ["one telling word of several", "Qingluan", "inv-meu-0001"],
    ["a rare word and another", "Hongwan Design", "inv-el-0003"],
    ["initials", "CIVM Ltd", "initials"],
  ])("%s: %s is for review", (_, name, id) => {
    const snapshot = listOf(...list.entries, { name: "Corundum Ivory Velvet Meadow", id: "initials" });
    const match = screen({ name }, snapshot).find(({ entry }) => entry.id === id);
    expect(match?.score).toBeGreaterThanOrEqual(70);
    expect(match?.score).toBeLessThan(85);
  });

  it.each([
    "Example Compute Sdn. Bhd.",
    "Example Labs K.K.",
    "Institute of Marine Biology",
    "Global Trading LLC",
    "Bank of Somewhere",
    "Data Systems Ltd",
    "Computing Technology Co., Ltd.",
    "Company",
    "有限公司",
  ])("%s is nobody on the list", (name) => {
    expect(found(name)).toEqual([]);
  });

  it("says by what an entry was found", () => {
    expect(best("IVM Institute")).toMatchObject({
      by: "alias",
      text: expect.stringContaining("IVM Institute"),
    });
    expect(best("Institute of Vector Machines")).toMatchObject({ by: "name" });
  });
});

describe("addresses", () => {
  const alone = "Flat 7, 12F, Pelican Trade Tower, 88 Harbour View Rd., Kowloon, Hong Kong";

  it("restrict whoever uses one that is listed without a name", () => {
    const match = best("Harmless Trading Ltd", [alone]);
    expect(match).toMatchObject({ entry: { id: "inv-el-0004" }, by: "address" });
    expect(match?.score).toBeGreaterThanOrEqual(85);
  });

  it("are a red flag where a listed party uses them too", () => {
    const match = best("Harmless Design", ["Rm 2211, 22nd Floor, Osprey Centre, 9 Ferry Lane, Kowloon"]);
    expect(match).toMatchObject({ entry: { id: "inv-el-0003" }, by: "address", score: 84 });
  });

  it("turn a similar name into the same party", () => {
    const address = "Room 2211, Osprey Centre, 9 Ferry Lane, Kowloon";
    const name = "Hongwan Accelerators";
    expect(best(name, [])?.score ?? 0).toBeLessThan(90);
    expect(best(name, [address])).toMatchObject({ by: "name", score: 90 });
  });

  it.each(["Minsk, Belarus", "Kowloon, Hong Kong", "12 Ferry Road, Kowloon", "1 Main Street", "88", ""])(
    "that name no house of the list say nothing: %j",
    (address) => {
      expect(found("Harmless Trading Ltd", [address])).toEqual([]);
    },
  );

  it("are found where the list has them as the entry's name", () => {
    const name = "Unit 9, 3/F, Heron House, 45-51 Quay Road South, Kowloon, Hong Kong";
    const match = best(
      "Harmless",
      ["9/3F Heron House, 45-51 Quay Rd South, Kowloon"],
      listOf({ name, addresses: ["HK"] }),
    );
    expect(match?.score).toBeGreaterThanOrEqual(85);
  });
});

describe("whatever is written", () => {
  const word = fc.constantFrom(
    ..."Orbis Kestrel Nimbus Tallow Verdant Quarry Lumen Drift Saffron Mosaic Pylon".split(" "),
  );
  const core = fc.uniqueArray(word, { minLength: 2, maxLength: 4 });
  const form = fc.constantFrom(
    "",
    "Ltd",
    "Co., Ltd.",
    "GmbH",
    "S.A.",
    "Sdn. Bhd.",
    "LLC",
    "Pte. Ltd.",
    "K.K.",
    "AG",
  );
  const marks: Readonly<Record<string, string>> = {
    a: "á",
    e: "ë",
    i: "ï",
    o: "ø",
    u: "ū",
    n: "ñ",
    s: "š",
    l: "ł",
  };
  const disguise = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.replace(/ /g, " - "),
    (text) => text.replace(/ /g, ", "),
    (text) => `"${text}"`,
    (text) => text.replace(/[aeiounsl]/g, (letter) => marks[letter] ?? letter),
    (text) => text.normalize("NFD"),
    (text) => text.replace(/ /g, "\u00a0"),
    (text) => text.replace(/ /g, ""),
    (text) =>
      text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  );
  const others = fc.array(
    core.map((words) => words.join(" ")),
    { maxLength: 30 },
  );

  it("case, punctuation, diacritics, width and legal form hide nobody", () => {
    fc.assert(
      fc.property(core, form, form, disguise, others, (words, listed, own, change, rest) => {
        const snapshot = listOf({ name: `${words.join(" ")} ${listed}` }, ...rest.map((name) => ({ name })));
        const matches = screen({ name: `${change(words.join(" "))} ${own}` }, snapshot);
        const match = matches.find(({ entry }) => entry.id === "entry-0");
        expect(match?.score).toBeGreaterThanOrEqual(95);
      }),
    );
  });

  it("no order of words or entries changes an answer", () => {
    fc.assert(
      fc.property(core, others, fc.infiniteStream(fc.nat()), (words, rest, random) => {
        const shuffle = <T>(items: readonly T[]) =>
          items
            .map((item) => [random.next().value, item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item);
        const names = [words.join(" "), ...rest].map((name, i) => ({ name, id: `e${i}` }));
        const ids = (name: string, entries: typeof names) =>
          screen({ name }, listOf(...entries))
            .map(({ entry, score }) => `${entry.id} ${score}`)
            .sort();
        const expected = ids(words.join(" "), names);
        expect(ids(words.join(" "), shuffle(names))).toEqual(expected);
        expect(ids(shuffle(words).join(" "), names).map((one) => one.split(" ")[0])).toEqual(
          expected.map((one) => one.split(" ")[0]),
        );
      }),
    );
  });

  it("scores are whole numbers from the least asked for to 100, best first", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.string({ unit: "grapheme" })),
        (name, addresses) => {
          const scores = screen({ name, addresses }, list, 40).map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
          for (const score of scores) {
            expect(Number.isInteger(score)).toBe(true);
            expect(score).toBeGreaterThanOrEqual(40);
            expect(score).toBeLessThanOrEqual(100);
          }
        },
      ),
    );
  });
});
