import fc from "fast-check";
import type { Impact } from "../../lib/impact/impact";
import type { Location } from "../../lib/inventory/placement";
import type { Finding, FindingSubject } from "../../lib/policy/finding";
import type { JudgedPlacement } from "../../lib/policy/judge";
import type { Result } from "../../lib/result";
import { remoteAccessSecurityAct } from "../../lib/rules/scenarios/remote-access-security-act";

/** Strings that untrusted files put everywhere a string can stand. */
export interface Texts {
  readonly stack: string;
  readonly address: string;
  readonly message: string;
  readonly input: string;
}

const plain: Texts = {
  stack: "train",
  address: "aws_instance.gpu[0]",
  message: "NVIDIA H200 SXM may not go there.",
  input: "plans/plan.json",
};

const emirates: Location = {
  cloud: "aws",
  region: "me-central-1",
  zone: null,
  country: "AE",
  from: "provider aws",
};

export const placement: JudgedPlacement = {
  address: plain.address,
  stack: plain.stack,
  accelerator: "nvidia-h200-sxm",
  count: 8,
  class: "3A090.a",
  tpp: 15832,
  performanceDensity: 19.45,
  location: emirates,
};

const subject = {
  kind: "placement",
  machine: "p5en.48xlarge",
  attribute: "instance_type",
  accelerator: "nvidia-h200-sxm",
  count: 8,
  class: "3A090.a",
  tpp: 15832,
  performanceDensity: 19.45,
  derivation: ["p5en.48xlarge holds 8 × nvidia-h200-sxm", "TPP ≥ 4,800 → 3A090.a"],
} as const satisfies FindingSubject;

export const finding: Finding = {
  rule: "us-ear/uae",
  level: "block",
  ...plain,
  subject,
  location: emirates,
  citations: [
    { cite: "15 CFR 742.6(a)(6)(iii)", url: "https://www.ecfr.gov/current/title-15/section-742.6" },
    { cite: "91 FR 43034", url: "https://www.federalregister.gov/d/2026-1" },
  ],
  effective: { from: "2026-07-10", to: null },
  remedy: "Place the machines elsewhere.",
};

/** A run with every kind of finding; `texts` replace what untrusted files and the policy say. */
export function example(texts: Partial<Texts> = {}): Result {
  const said = { ...plain, ...texts };
  const base = { ...finding, ...said, location: { ...emirates, region: said.address } };
  return {
    tool: { name: "landfall", version: "1.2.3" },
    policy: { path: said.input, digest: `sha256:${"0".repeat(64)}`, asOf: "2026-11-23" },
    verdict: "blocked",
    inputs: [
      {
        path: said.input,
        kind: "plan",
        digest: `sha256:${"a".repeat(64)}`,
        resources: 3,
        guardedBy: [`sha256:${"0".repeat(64)}`],
      },
    ],
    placements: [
      { ...placement, stack: said.stack, address: said.address, location: base.location },
      { ...placement, stack: said.stack, address: "aws_instance.clean", accelerator: said.address },
    ],
    findings: [
      warned(base, said.message),
      waived(base, said.message),
      { ...base, subject: { ...subject, attribute: said.address, derivation: [said.message] } },
      debt(base, said.message),
      authorized(base, said.message),
    ],
    authorizations: [],
    scenarios: [],
    notJudged: ["us-ear/affiliates"],
    screening: null,
    law: { reviewedUntil: "2026-11-23", daysSince: 0 },
    plugins: [],
  };
}

/** The same with an authorization's quantity and with proposed law assumed. */
export function exampleAssuming(texts: Partial<Texts> = {}): Result {
  const { message, ...at } = { ...plain, ...texts };
  const found = { ...at, message, accelerator: message, count: 8, location: emirates };
  const { judge: _, explanation: __, ...act } = remoteAccessSecurityAct;
  const use = {
    reference: message,
    used: { accelerators: 8, tpp: 126656 },
    left: { accelerators: 120, tpp: null },
  };
  return {
    ...example(texts),
    authorizations: [use],
    scenarios: [
      {
        ...act,
        findings: [
          { ...found, today: "allowed" },
          { ...found, today: "blocked", address: "aws_instance.other" },
        ],
      },
    ],
  };
}

/** What changes between two days: two placements become blocked. */
export function exampleImpact(texts: Partial<Texts> = {}): Impact {
  const { tool, policy, inputs, scenarios, notJudged, law } = exampleAssuming(texts);
  const found = { ...finding, ...texts };
  const { stack, input, address, message, location } = found;
  const change = {
    stack,
    input,
    address,
    accelerator: "nvidia-h200-sxm",
    count: 8,
    location,
    before: { verdict: "allowed", class: null },
    after: { verdict: "blocked", class: "3A090.a" },
    because: [
      {
        rule: found.rule,
        before: null,
        after: "block",
        changed: [{ on: "2026-07-10", says: message, citations: found.citations }],
        finding: found,
      },
    ],
    remedies: [message],
  } as const;
  return {
    tool,
    policy,
    from: { asOf: "2026-01-01", verdict: "allowed" },
    to: { asOf: "2026-11-23", verdict: "blocked" },
    blocks: true,
    inputs,
    changes: [change, { ...change, address: `${address}[1]` }],
    scenarios,
    notJudged,
    screening: null,
    law,
    plugins: [],
  };
}

export const allowed: Result = {
  ...example(),
  verdict: "allowed",
  placements: [],
  findings: [],
  notJudged: [],
};

function warned(base: Finding, message: string): Finding {
  const opaque = { kind: "opaque", named: [message] } as const;
  return {
    ...base,
    rule: "gate/opaque",
    level: "warn",
    address: "module.legacy",
    subject: opaque,
    location: null,
    citations: [],
    effective: { from: null, to: null },
  };
}

function waived(base: Finding, reason: string): Finding {
  const waiver = { reason, approvedBy: reason, expires: "2026-12-31" };
  return {
    ...base,
    level: "note",
    address: "aws_instance.waived",
    remedy: reason,
    satisfiedBy: { waiver },
  };
}

function authorized(base: Finding, reference: string): Finding {
  return {
    ...base,
    level: "note",
    address: "aws_instance.licensed",
    satisfiedBy: { authorizations: [reference] },
  };
}

function debt(base: Finding, message: string): Finding {
  return {
    ...base,
    rule: "policy/waiver",
    stack: "",
    address: "waivers[0]",
    message,
    subject: { kind: "debt" },
    location: null,
  };
}

const HOSTILE = [
  "|",
  "`",
  "```",
  "<script>",
  "</details>",
  "</failure>",
  "]]>",
  "<![CDATA[",
  "&lt;",
  "&#x1;",
  "@everyone",
  "[a](https://example.com)",
  "![](x)",
  "https://example.com",
  "www.example.com",
  "#12",
  "::error::",
  "##[group]",
  "%0A::error::",
  "\n::stop-commands::x",
  "\r\n",
  "\u2028",
  "\u0000",
  "\u001b[31m",
  "\u0085",
  "\u202e",
  "\ud800",
  "\udfff",
  "\ufffe",
  "💥",
  "${x}",
  "{0}",
  "\\",
  '"',
  "'",
  ",",
  ":",
  "__proto__",
  "- ",
  "# ",
  "\t",
  "-->",
  "/../",
];

/** Text as nobody would write it, and as somebody who wants to break out of a report would. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

export const hostileTexts: fc.Arbitrary<Texts> = fc.record({
  stack: hostile.map((text) => `s${text}`),
  address: hostile.map((text) => `a${text}`),
  message: hostile.map((text) => `m${text}`),
  input: hostile.map((text) => `p${text}`),
});
