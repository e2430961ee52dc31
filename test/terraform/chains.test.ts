import { readInputs } from "../../lib/terraform/read";
import { useFiles } from "./files";

const { write } = useFiles();

function read(document: unknown) {
  const { resources } = readInputs([write("stacks/s/cdk.tf.json", document)]).estate;
  return resources.at(-1)?.read("value")[0];
}

/** Each step reads the one before twice. */
function chain(length: number, of: (before: string) => string, first: unknown) {
  const steps = Array.from({ length }, (_, i) => [`r${i}`, { value: i === 0 ? first : of(`r${i - 1}`) }]);
  return {
    variable: { type: { default: "g5.xlarge" } },
    resource: { acme_link: Object.fromEntries(steps) },
  };
}

describe("a chain of references", () => {
  const twice = (before: string) => `\${min(acme_link.${before}.value, acme_link.${before}.value)}`;

  it("is followed once per link, not once per way", () => {
    // 2^17 ways through the first, more than there is time for through the second.
    expect(read(chain(18, twice, 7))?.value).toBe(7);
    expect(read(chain(200, twice, 7))?.value).toBe(7);
  }, 2_000);

  it("is told link by link, with the variables it rests on", () => {
    const same = (before: string) => `\${[acme_link.${before}.value, acme_link.${before}.value][0]}`;
    const reading = read(chain(4, same, "${var.type}"));
    expect(reading?.value).toBe("g5.xlarge");
    expect(reading?.trace.steps).toEqual([
      'var.type has the default "g5.xlarge"',
      'acme_link.r0.value = "g5.xlarge"',
      'acme_link.r1.value = "g5.xlarge"',
      'acme_link.r2.value = "g5.xlarge"',
    ]);
    expect([...(reading?.trace.assumed ?? [])]).toEqual(["type"]);
  });

  it("that runs in a circle is unknown", () => {
    const resource = {
      acme_link: { a: { value: "${acme_link.b.value}" }, b: { value: "${acme_link.a.value}" } },
    };
    expect(read({ resource })?.value).toMatchObject({ why: "it refers to itself" });
  });
});

describe("a step of a derivation", () => {
  const stepsOf = (value: unknown) =>
    read({ variable: { v: { default: value } }, resource: { acme_link: { r: { value: "${var.v}" } } } })
      ?.trace.steps;

  it("shortens what is long, and does not write out what holds others", () => {
    expect(stepsOf("x".repeat(5000))).toEqual([`var.v has the default "${"x".repeat(60)}…"`]);
    expect(stepsOf(["a", "b"])).toEqual(["var.v has the default […]"]);
    expect(stepsOf({ a: 1 })).toEqual(["var.v has the default {…}"]);
    expect(stepsOf(false)).toEqual(["var.v has the default false"]);
  });
});
