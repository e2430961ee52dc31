import { createHash } from "node:crypto";
import { InputError, readDocument } from "../../lib/terraform/input";
import { frankfurt, refusal } from "./files";

const read = (content: string | Uint8Array) =>
  readDocument("f.json", typeof content === "string" ? Buffer.from(content) : content);
const why = (content: string | Uint8Array) => {
  const error = refusal(() => read(content));
  expect(error.message).toMatch(/^f\.json: /);
  expect(error.message).not.toContain("\n");
  return error.message.slice("f.json: ".length);
};
const text = JSON.stringify(frankfurt);

const bigEndian = (content: string) => {
  const bytes = Buffer.from(`\ufeff${content}`, "utf16le");
  return bytes.swap16();
};

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${text}`)],
    ["UTF-16, as PowerShell redirects", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, big endian", bigEndian(text)],
    ["Windows line ends", Buffer.from(JSON.stringify(frankfurt, null, 2).replaceAll("\n", "\r\n"))],
  ])("%s", (_, bytes) => {
    const document = read(bytes);
    expect(document.body).toEqual(frankfurt);
    expect(document.digest).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  });

  it.each([
    ["UTF-16 without a mark", Buffer.from(text, "utf16le")],
    ["Latin-1", Buffer.from('{"locals": {"a": "\u00e9"}}', "latin1")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ["UTF-16 cut in the middle of a letter", Buffer.from(`\ufeff${text}`, "utf16le").subarray(0, -1)],
  ])("%s is not text", (_, bytes) => expect(why(bytes)).toContain("not text in UTF-8 or UTF-16; expected"));
});

describe("what is not a document", () => {
  it.each([
    ["", "the file is empty"],
    [" \r\n\t", "the file is empty"],
    ["\ufeff", "the file is empty"],
    [text.slice(0, -1), "the JSON is cut off before its end"],
    [text.slice(0, text.length / 2), "the JSON is cut off before its end"],
    ['{"a": "x', "the JSON is cut off before its end"],
    ["{", "the JSON is cut off before its end"],
    ['resource "aws_instance" "x" {}', "the file is not JSON"],
    [`${text}x`, "the file is not JSON"],
    [`${text}${text}`, "the file is not JSON"],
    ["{'a': 1}", "the file is not JSON"],
    ['{"a": 1,}', "the file is not JSON"],
    ["null", "nothing Terraform writes"],
    ["[]", "nothing Terraform writes"],
    ['"resource"', "nothing Terraform writes"],
    ["{}", "nothing Terraform writes"],
    ['{"name": "x", "version": "1.0.0"}', "nothing Terraform writes"],
    ['{"resource": {}, "resources": {}}', "nothing Terraform writes"],
    ['{"format_version": "1.0"}', "nothing Terraform writes"],
  ])("%j", (content, expected) => {
    expect(why(content)).toContain(expected);
    expect(why(content)).toContain("; expected a synthesized `cdk.tf.json`");
  });

  it("is named in a short line, however long it is", () => {
    expect(why(`{"a": ${"x".repeat(10_000)}}`).length).toBeLessThan(400);
    expect(why("\u001b[31mred\u202e")).toContain("\\u001b[31mred\\u202e");
  });
});

describe("kinds are told from the content", () => {
  it.each([
    [{ resource: {} }, "synth"],
    [{ "//": "x", terraform: {}, provider: {}, moved: [], check: {} }, "synth"],
    [{ format_version: "1.2", planned_values: {} }, "plan"],
    [{ format_version: "1.2", resource_changes: [] }, "plan"],
    [{ format_version: "1.0", terraform_version: "1.11.4", values: {} }, "state"],
    [{ format_version: "1.0", terraform_version: "1.11.4" }, "state"],
    [{ version: 4, serial: 1, lineage: "x", resources: [] }, "state"],
  ])("%j is a %s", (body, kind) => {
    expect(read(JSON.stringify(body)).kind).toBe(kind);
  });
});

describe("two equal keys in one object are refused", () => {
  it.each([
    ['{"resource": {"a": {}, "a": {}}}', 'key "a" stands twice in one object (line 1, column 24)'],
    ['{"resource": {},\n "resource": {}}', 'key "resource" stands twice in one object (line 2, column 2)'],
    ['{"locals": {"a": 1, "\\u0061": 2}}', 'key "a"'],
    ['{"locals": [{"x": {"b": [1, {"c": 1, "d": "}", "c": 2}]}}]}', 'key "c"'],
  ])("%s", (content, expected) => expect(why(content)).toContain(expected));

  it.each([
    '{"locals": {"a": {"a": {"b": 1}}, "b": [{"a": 1}, {"a": 2}]}}',
    '{"locals": {"a": "\\"a\\": 1", "b": ""}}',
  ])("in two objects they are not: %s", (content) => expect(read(content).kind).toBe("synth"));
});

describe("depth", () => {
  const nested = (levels: number) => `{"locals": ${"[".repeat(levels)}${"]".repeat(levels)}}`;
  it("of a document is 300 at most", () => {
    expect(read(nested(298)).kind).toBe("synth");
    expect(why(nested(10_000))).toContain("nested more than 300 levels deep");
    expect(why(`{"locals": ${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`)).toContain(
      "nested more than 300",
    );
    expect(why(nested(1_000_000))).toMatch(/nested more than 300|not JSON/);
  });
});

it("keys like those of every object are only keys", () => {
  const content =
    '{"resource": {"__proto__": {"x": {}}, "constructor": {"toString": {}}}, "locals": {"__proto__": 1}}';
  const { body } = read(content);
  expect(Object.keys(body["resource"] as object)).toEqual(["__proto__", "constructor"]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  expect(why('{"__proto__": {"resource": {}}}')).toContain("nothing Terraform writes");
});

it("the error keeps the path apart", () => {
  expect(new InputError("a/b", "c")).toMatchObject({ name: "InputError", path: "a/b", message: "a/b: c" });
});
