import * as fc from "fast-check";
import { GuardrailError } from "../../lib/guardrails";
import { type Guard, pack } from "../../lib/guardrails/pack";
import { listOf, type Statement } from "../../lib/guardrails/statement";

const action = fc
  .tuple(fc.constantFrom("ec2", "s3", "kms"), fc.stringMatching(/^[A-Z][a-z]{2,20}$/))
  .map((parts) => parts.join(":"));
const arn = fc.stringMatching(/^arn:aws:ec2:\*:\*:[a-z]{3,12}\/\*$/);
const condition = fc.constantFrom(
  undefined,
  { StringNotEquals: { "aws:RequestedRegion": ["eu-west-1", "eu-central-1"] } },
  { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
  { StringLike: { "ec2:InstanceType": ["p5.*"] } },
);
const guard: fc.Arbitrary<Guard> = fc
  .record({
    control: fc.constantFrom("machine-type", "copies", "region"),
    actions: fc.uniqueArray(action, { minLength: 1, maxLength: 30 }),
    not: fc.boolean(),
    resources: fc.oneof(fc.constant(["*"]), fc.uniqueArray(arn, { minLength: 1, maxLength: 5 })),
    when: condition,
  })
  .map(({ control, actions, not, resources, when }) => ({
    controls: [control as Guard["controls"][number]],
    statement: {
      Effect: "Deny" as const,
      ...(not ? { NotAction: actions.slice(0, 3) } : { Action: actions }),
      Resource: resources,
      ...(when && { Condition: when }),
    },
  }));

/** What is denied: each action on each resource under each condition; what is not split stays whole. */
function meaning(statements: readonly Statement[]): string[] {
  const parts = statements.flatMap(({ Action, NotAction, Resource, Condition }) =>
    (Action === undefined ? [JSON.stringify(plain(NotAction ?? []))] : listOf(Action)).flatMap((one) =>
      listOf(Resource).map(
        (on) =>
          `${one} ${on} ${JSON.stringify(Condition ?? {}, (_, v) => (Array.isArray(v) ? plain(v) : v))}`,
      ),
    ),
  );
  return [...new Set(parts)].sort();
}
const plain = (list: string | readonly string[]) => (listOf(list).length === 1 ? listOf(list)[0] : list);

describe("packing", () => {
  it("keeps what is denied, keeps to the size, loses no control and gives the same bytes", () => {
    fc.assert(
      fc.property(
        fc.array(guard, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 600, max: 5120 }),
        (guards, size) => {
          const limit = { size, documents: 1000 };
          const packed = pack(guards, limit, "test");
          for (const { text } of packed) expect(text.length).toBeLessThanOrEqual(size);
          const statements = packed.flatMap(({ text }) => [JSON.parse(text).Statement].flat() as Statement[]);
          expect(meaning(statements)).toEqual(meaning(guards.map(({ statement }) => statement)));
          expect(new Set(packed.flatMap(({ controls }) => controls))).toEqual(
            new Set(guards.flatMap(({ controls }) => controls)),
          );
          expect(pack(guards, limit, "test")).toEqual(packed);
        },
      ),
    );
  });

  it("unites statements that differ in their actions alone", () => {
    const deny = (Action: string, control: "copies" | "sharing"): Guard => ({
      controls: [control],
      statement: { Effect: "Deny", Action, Resource: "*" },
    });
    expect(pack([deny("s3:B", "copies"), deny("s3:A", "sharing")], { size: 500, documents: 1 }, "x")).toEqual(
      [
        {
          controls: ["copies", "sharing"],
          text: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:A","s3:B"],"Resource":"*"}]}',
        },
      ],
    );
  });

  const long = (keys: number): Guard => ({
    controls: ["region"],
    statement: {
      Effect: "Deny",
      NotAction: "iam:*",
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": Array(keys).fill("eu-west-1") } },
    },
  });

  it("never splits a condition: it says what to do", () => {
    const act = () => pack([long(600)], { size: 5120, documents: 4 }, 'service control policy "x"');
    expect(act).toThrow(GuardrailError);
    expect(act).toThrow(
      /^service control policy "x": the statement for region has 7,\d\d\d characters, a document takes 5,120, and .* take the size 10240/,
    );
  });

  it("says how many documents there would be", () => {
    const guards = Array(5)
      .fill(long(300))
      .map((one: Guard, i) => ({ ...one, statement: { ...one.statement, NotAction: `s${i}:*` } }));
    expect(() => pack(guards, { size: 5120, documents: 4 }, "x")).toThrow(
      "x: 5 documents of 5,120 characters would be needed, and a root, organizational unit or account takes 4 beside AWS's own; take the size 10240, or",
    );
    expect(() => pack(guards, { size: 10_240, documents: 1 }, "x")).toThrow(
      "takes 1 beside AWS's own; make a boundary of fewer countries or accounts",
    );
  });
});
