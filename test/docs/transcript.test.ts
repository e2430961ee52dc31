import { stepsOf } from "../../scripts/commands/page";
import { isTrue, linesOf, mended } from "../../scripts/commands/transcript";

const said = ["Verdict", "", "BLOCKED one", "  why", "", "BLOCKED: 1"];

describe("a transcript", () => {
  it.each([
    [said, true],
    [["…", "BLOCKED one", "  why", "…", "BLOCKED: 1"], true],
    [["Verdict", "…"], true],
    [["…", "BLOCKED: 1"], true],
    [["Verdict"], false],
    [["BLOCKED one", "…"], false],
    [["…", "BLOCKED one"], false],
    [["…", "BLOCKED: 1", "…", "BLOCKED one", "…"], false],
    [["…", "BLOCKED one", "BLOCKED: 1"], false],
    [[], false],
  ])("%j is true: %s", (shown, expected) => {
    expect(isTrue(shown, said)).toBe(expected);
  });

  it("of nothing is true of nothing", () => {
    expect(isTrue([], [])).toBe(true);
    expect(linesOf("\n \n")).toEqual([]);
  });

  it.each([
    [["old"], said],
    [[], said],
    [
      ["…", "BLOCKED on", "  because", "…", "BLOCKED: 2"],
      ["…", "BLOCKED one", "  why", "…", "BLOCKED: 1"],
    ],
    [
      ["Verdicts", "…"],
      ["Verdict", "…"],
    ],
  ])("%j is mended with what it left out left out", (shown, expected) => {
    expect(mended(shown, said)).toEqual(expected);
    expect(isTrue(expected, said)).toBe(true);
  });
});

const FENCE = "```";
const page = `
\`main.ts\`:

${FENCE}ts
one
${FENCE}

Change \`main.ts\`:

${FENCE}diff
-one
+two
${FENCE}

${FENCE}sh
# a remark
first \\
  --long   # exit status 2
second
${FENCE}

${FENCE}console
$ third
said
$ echo $?
1
${FENCE}

${FENCE}yaml
script: ["npx --yes landfall check plan.json --format junit > out"]
${FENCE}

${FENCE}ts
not a file
${FENCE}
`;

describe("a page", () => {
  it("is read as steps in order", () => {
    expect(stepsOf(page)).toMatchObject([
      { kind: "write", path: "main.ts", content: "one\n" },
      { kind: "change", path: "main.ts", content: "-one\n+two\n" },
      { kind: "command", text: "first --long  # exit status 2", status: 2 },
      { kind: "command", text: "second", status: 0 },
      { kind: "command", text: "third", status: 1, shown: ["said"] },
      { kind: "command", text: "echo $?", status: 0, shown: ["1"] },
      { kind: "command", text: "npx --yes landfall check plan.json --format junit" },
    ]);
  });

  it("may not hide commands in blocks that are not run", () => {
    expect(() => stepsOf(`${FENCE}text\n$ hidden\n${FENCE}\n`)).toThrow("line 2: a block with commands");
    expect(() => stepsOf(`${FENCE}console\nsaid\n${FENCE}\n`)).toThrow(
      'line 2: expected a console block to start with "$ "',
    );
    expect(() => stepsOf(`${FENCE}sh\nopen\n`)).toThrow("line 1: a block without an end");
  });
});
