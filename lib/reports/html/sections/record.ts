import type { Assumption } from "../../../policy/assume";
import { assumedGroups, assumedTitle, DECIDES_NOTHING, NOTHING_BLOCKED, TODAY } from "../../assumed";
import { counted, figure } from "../../format";
import { type Html, html, link, type Part } from "../html";
import type { Granted, Picture } from "../picture";
import { answerOfLevel, badge, bar, code, prose, section, table } from "../pieces";
import type { AppliedRule } from "../rules";

/** Authorizations and waivers, with what is left of them. */
export function granted({ authorizations, debts, countryNames }: Picture): Html {
  const heads = [
    { text: "Reference" },
    { text: "For" },
    { text: "Used", isNumber: true },
    { text: "Left", isNumber: true },
    { text: "" },
    { text: "Valid" },
  ];
  const owed = debts.map(
    ({ rule, at, reason, approvedBy, until, problem }) =>
      html`<tr><th scope="row"><code>${rule}</code><small>${at}</small></th><td>${reason}</td><td>${approvedBy}</td><td>${until}</td><td>${problem === undefined ? badge("authorized", "Holds") : html`${badge("blocked", "Problem")}<small>${prose(problem)}</small>`}</td></tr>`,
  );
  return section(
    "granted",
    "Authorizations and waivers",
    "People grant these; Landfall only holds them to what they say.",
    html`${table(
      "Authorizations",
      heads,
      authorizations.map((one) => grantRow(one, countryNames)),
      "The policy records no authorization.",
    )}${
      owed.length === 0
        ? undefined
        : html`<h3>Waivers and lowered rules</h3>${table("Waivers and lowered rules", [{ text: "Rule and address" }, { text: "Reason" }, { text: "Approved by" }, { text: "Until" }, { text: "State" }], owed, "")}`
    }`,
  );
}

function grantRow(granted: Granted, names: Picture["countryNames"]): Html {
  const { reference, kind, satisfies, countries, accelerators, recipients, used, left } = granted;
  const scope = [
    satisfies.join(", "),
    accelerators?.join(", "),
    countries?.map((country) => names[country] ?? country).join(", "),
    recipients?.join(", "),
  ].filter((part) => part !== undefined);
  const isUnused = used.accelerators === 0 && used.tpp === 0;
  const most = granted.maxAccelerators ?? null;
  return html`<tr><th scope="row">${reference}<small>${kind.replaceAll("-", " ")}${granted.exception === undefined ? "" : ` ${granted.exception}`}</small></th><td>${scope.map((part) => html`<p>${part}</p>`)}</td><td class="n">${both(used)}</td><td class="n">${left.accelerators === null && left.tpp === null ? "no limit" : both(left)}</td><td>${most === null ? (isUnused ? badge("warned", "Unused") : undefined) : bar([{ answer: "authorized", value: used.accelerators }], most)}</td><td>${granted.validFrom} to ${granted.validUntil}</td></tr>`;
}

function both({ accelerators, tpp }: Granted["used"]): Part {
  return html`${figure(accelerators)}${tpp === null ? undefined : html`<small>${figure(tpp, 0)} TPP</small>`}`;
}

/** Proposed law that was assumed; nothing where none was. */
export function scenarios({ scenarios: assumed }: Picture): Html {
  if (assumed.length === 0) return html``;
  return section("scenarios", "Proposed law", DECIDES_NOTHING, assumed.map(scenario));
}

function scenario(assumption: Assumption): Html {
  const { assumes, unknown, citations } = assumption;
  const groups = assumedGroups(assumption).map(
    (group) =>
      html`<tr><td>${badge("warned", TODAY[group[0]?.today ?? "allowed"])}</td><td>${prose(group[0]?.message ?? "")}</td><td>${group.slice(0, 8).map(({ stack, address }) => html`<p>${code(`${stack}: ${address}`)}</p>`)}${group.length > 8 ? html`<p>and ${group.length - 8} more</p>` : undefined}</td></tr>`,
  );
  return html`<h3>${assumedTitle(assumption)}</h3><p>Assumed: ${assumes}</p><p>Not known: ${unknown}</p><p>${citations.map(({ cite, url }) => link(cite, url))}</p>${table(assumption.title, [{ text: "Verdict" }, { text: "Finding" }, { text: "At" }], groups, NOTHING_BLOCKED)}`;
}

/** The editions of the rules that were read. */
export function rules({ rules: applied, law }: Picture): Html {
  return section(
    "rules",
    "Rules applied",
    `The law was checked up to ${law.reviewedUntil}. This is not legal advice.`,
    table(
      "Rules applied",
      [{ text: "Rule" }, { text: "Level" }, { text: "In force" }, { text: "Source" }],
      applied.map(ruleRow),
      "No rule was in force.",
    ),
  );
}

function ruleRow(rule: AppliedRule): Html {
  const { id, title, level, from, to, changed, isUnenforced, isJudged, citations } = rule;
  const since = from === null ? "always" : `since ${from}${to === null ? "" : `, until ${to}`}`;
  return html`<tr><th scope="row"><code>${id}</code><small>${title}</small></th><td>${isJudged ? badge(answerOfLevel[level], level) : "not judged"}</td><td>${since}${changed === null ? undefined : html`<small>last changed on ${changed}</small>`}${isUnenforced ? html`<small>codified, not enforced</small>` : undefined}</td><td>${citations.map(({ cite, url }) => html`<small>${link(cite, url)}</small>`)}</td></tr>`;
}

/** What was judged, so that the same can be judged again. */
export function evidence({ inputs, policy, screening, tool }: Picture): Html {
  const row = (path: string, what: string, digest: string) =>
    html`<tr><th scope="row">${code(path)}</th><td>${what}</td><td><code class="digest">${digest}</code></td></tr>`;
  return section(
    "evidence",
    "Evidence",
    html`Landfall ${tool.version}. The same files and the same policy give this same page; <code>landfall check --evidence</code> writes what can be judged again.`,
    table(
      "Evidence",
      [{ text: "File" }, { text: "What it is" }, { text: "Digest" }],
      [
        row(policy.path ?? "(given by the program)", `policy, rules as of ${policy.asOf}`, policy.digest),
        ...(screening === null
          ? []
          : [
              row(
                screening.path,
                `screening list of ${screening.date ?? "a day not known"}`,
                screening.digest,
              ),
            ]),
        ...inputs.map(({ path, kind, digest, resources }) =>
          row(path, `${kind}, ${counted(resources, "resource")}`, digest),
        ),
      ],
      "",
    ),
  );
}
