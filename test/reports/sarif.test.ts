import { readFileSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import Ajv from "ajv";
import fc from "fast-check";
import { fileUri, reportedPath } from "../../lib/reports/files";
import { toSarif } from "../../lib/reports/sarif";
import type { Result } from "../../lib/result";
import { rules } from "../../lib/rules";
import { allowed, example, hostileTexts } from "./example";

const validate = publishedSchema();

describe("SARIF", () => {
  it("validates against the published schema", () => {
    expect(errorsOf(example())).toEqual([]);
    expect(errorsOf(allowed)).toEqual([]);
  });

  it("fails the check where it should", () => {
    const { runs } = parsed(example());
    expect(validate({ version: "2.1.0", runs: [{ ...runs[0], results: [{ level: "fatal" }] }] })).toBe(false);
  });

  it("lists every rule with its text, source and level", () => {
    const { driver } = runOf(example()).tool;
    expect(driver).toMatchObject({ name: "landfall", version: "1.2.3" });
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    expect(driver.rules.find(({ id }: { id: string }) => id === "us-ear/uae")).toMatchObject({
      shortDescription: { text: expect.stringContaining("UAE") },
      helpUri: expect.stringMatching(/^https:/),
      help: { text: expect.stringContaining("What to do"), markdown: expect.stringContaining("](https:") },
      defaultConfiguration: { level: "error" },
    });
    expect(driver.rules.find(({ id }: { id: string }) => id === "us-ear/worldwide-a")).toMatchObject({
      defaultConfiguration: { level: "warning" },
    });
  });

  it("says where, how bad and on what grounds", () => {
    const { results, tool } = runOf(example());
    const blocking = results.find(({ level }: { level: string }) => level === "error");
    expect(tool.driver.rules[blocking.ruleIndex].id).toBe("us-ear/uae");
    expect(blocking).toMatchObject({
      ruleId: "us-ear/uae",
      message: { text: "NVIDIA H200 SXM may not go there." },
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: "plans/plan.json" } },
          logicalLocations: [{ fullyQualifiedName: "aws_instance.gpu[0]", kind: "resource" }],
        },
      ],
      properties: { stack: "train", effective: { from: "2026-07-10", to: null }, remedy: expect.any(String) },
    });
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      "warning",
      "note",
      "error",
      "error",
      "note",
    ]);
  });

  it("carries what set a finding aside as a suppression", () => {
    const suppressions = runOf(example({ message: "because" })).results.map(
      (result: { suppressions?: unknown }) => result.suppressions,
    );
    const aside = (justification: string) => [{ kind: "external", status: "accepted", justification }];
    expect(suppressions).toEqual([
      undefined,
      aside("Waived by because until 2026-12-31: because"),
      undefined,
      undefined,
      aside("Authorized by because"),
    ]);
  });

  it("recognises a finding by rule, stack, address and attribute, whatever it says", () => {
    const before = fingerprintsOf(example());
    expect(fingerprintsOf(example({ message: "other words", input: "elsewhere.json" }))).toEqual(before);
    expect(fingerprintsOf(example({ stack: "other" }))[2]).not.toBe(before[2]);
  });

  it("tells two findings of a rule at one address apart", () => {
    const result = example();
    const twice = { ...result, findings: result.findings.flatMap((finding) => [finding, finding]) };
    const all = fingerprintsOf(twice);
    expect(new Set(all).size).toBe(all.length);
  });

  it("says what was not judged", () => {
    expect(runOf(example()).invocations[0].toolConfigurationNotifications).toEqual([
      { level: "note", message: { text: expect.stringContaining("us-ear/affiliates") } },
    ]);
  });

  it("makes no link of an untrusted name", () => {
    const text = runOf(example({ message: "[click](https://example.com)" })).results[2].message.text;
    expect(text).toBe("[click] (https://example.com)");
  });

  it("stays valid, whatever the texts", () => {
    fc.assert(
      fc.property(hostileTexts, (texts) => {
        const result = example(texts);
        expect(errorsOf(result)).toEqual([]);
        const { results } = runOf(result);
        expect(results).toHaveLength(5);
        expect(results[2].locations[0].logicalLocations[0].fullyQualifiedName).toBe(
          texts.address.replace(/\p{Surrogate}/gu, "\ufffd"),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe("file URIs", () => {
  it.each([
    ["plan.json", "plan.json"],
    ["./a b/plan#1%.json", "a%20b/plan%231%25.json"],
    ["/srv/repo/cdktf.out/stacks/x/cdk.tf.json", "cdktf.out/stacks/x/cdk.tf.json"],
    ["/srv/repo/..name/c:d.json", "..name/c%3Ad.json"],
    ["../other/plan.json", "file:///srv/other/plan.json"],
    ["-", "-"],
  ])("%s becomes %s", (file, uri) => {
    expect(fileUri(file, "/srv/repo", posix)).toBe(uri);
  });

  it.each([
    ["plans\\plan.json", "plans/plan.json"],
    ["C:\\repo\\plan.json", "plan.json"],
    ["D:\\x y\\plan.json", "file:///D:/x%20y/plan.json"],
  ])("%s becomes %s on Windows", (file, uri) => {
    expect(fileUri(file, "C:\\repo", win32)).toBe(uri);
  });

  it("are paths with forward slashes for people", () => {
    expect(reportedPath("plans\\a b.json", "C:\\repo", win32)).toBe("plans/a b.json");
  });
});

/** The schema as Microsoft publishes it with its SARIF matchers for jest; it is of draft 4. */
function publishedSchema() {
  const file = join(
    require.resolve("@microsoft/jest-sarif/package.json"),
    "../lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const ajv = new Ajv({ schemaId: "id", meta: false, allErrors: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  return ajv.compile(JSON.parse(readFileSync(file, "utf8")));
}

// biome-ignore lint/suspicious/noExplicitAny: what JSON.parse gives, checked by the schema
function parsed(result: Result): any {
  return JSON.parse(toSarif(result));
}

function runOf(result: Result) {
  return parsed(result).runs[0];
}

function errorsOf(result: Result) {
  validate(parsed(result));
  return validate.errors ?? [];
}

function fingerprintsOf(result: Result): string[] {
  return runOf(result).results.map(
    ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
      partialFingerprints["landfall/v1"],
  );
}
