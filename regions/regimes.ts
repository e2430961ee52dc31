import type { Confidence } from "../lib/accelerators/datasheet";
import { countryName } from "../lib/jurisdictions/countries";

/** The law that makes people draw a data boundary in a country. From general knowledge: a pointer, not advice. */
export interface Regime {
  /** ISO 3166-1 alpha-2 codes, separated by spaces. */
  readonly countries: string;
  readonly law: string;
  readonly effect: string;
  /** Absent: medium. */
  readonly confidence?: Confidence;
}

/** One entry per regime; a country has one entry. Written 2026-11-23. */
export const regimes: readonly Regime[] = [
  {
    countries: "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
    law: "GDPR, Regulation (EU) 2016/679, arts 44-50",
    effect:
      "Personal data moves freely within the EEA and leaves it only on an adequacy decision, safeguards or a derogation.",
  },
  {
    countries: "GB",
    law: "UK GDPR, arts 44-49, with the Data Protection Act 2018",
    effect: "Personal data leaves the UK only to approved countries, under safeguards, or by exception.",
  },
  {
    countries: "CH",
    law: "Federal Act on Data Protection (nFADP), arts 16-18",
    effect:
      "Personal data may go to countries the Federal Council lists as adequate, otherwise under safeguards.",
  },
  {
    countries: "TR",
    law: "Law No. 6698 (KVKK), art. 9",
    effect: "Transfer abroad needs an adequacy decision, approved safeguards or a narrow exception.",
  },
  {
    countries: "RS",
    law: "Law on Personal Data Protection (2018), arts 63-72",
    effect:
      "Follows the GDPR's scheme for transfers; Serbia is outside the EEA and has no EU adequacy decision.",
  },
  {
    countries: "US",
    law: "28 CFR part 202 (bulk sensitive data); DFARS 252.239-7010 (defence data in the cloud)",
    effect:
      "No general localization; bulk sensitive data is kept from countries of concern, and defence data in the US.",
  },
  {
    countries: "CA",
    law: "PIPEDA, Sch. 1 cl. 4.1.3; Quebec's private-sector act (Law 25), s. 17",
    effect:
      "The exporter stays accountable; Quebec asks for an assessment before personal data leaves the province.",
  },
  {
    countries: "MX",
    law: "Federal Law on Protection of Personal Data Held by Private Parties (2025)",
    effect: "Transfers need notice and, as a rule, consent, and the recipient takes over the duties.",
  },
  {
    countries: "BR",
    law: "LGPD, Law 13.709/2018, arts 33-36",
    effect: "Personal data leaves Brazil on adequacy, standard clauses or another listed ground.",
  },
  {
    countries: "CL",
    law: "Law 21.719 (in force from 2026-12-01), until then Law 19.628",
    effect:
      "The new law allows transfers to adequate countries or under safeguards; the old one hardly rules them.",
  },
  {
    countries: "CO",
    law: "Law 1581 of 2012, art. 26",
    effect:
      "Transfers go to countries the regulator finds adequate, or on consent or a declaration of conformity.",
  },
  {
    countries: "AR",
    law: "Law 25.326, art. 12",
    effect: "Transfers to countries without adequate protection are forbidden but for listed exceptions.",
  },
  {
    countries: "PE",
    law: "Law 29733, art. 15",
    effect: "The destination must protect as Peru does, or the exporter must guarantee it.",
  },
  {
    countries: "CN",
    law: "PIPL, arts 38-40; Data Security Law, art. 31; Cybersecurity Law",
    effect:
      "Important data and large sets of personal data stay in China unless a security assessment lets them out.",
  },
  {
    countries: "HK",
    law: "Personal Data (Privacy) Ordinance, Cap. 486, s. 33 (not in force)",
    effect: "No transfer limit is in force; data coming from the mainland stays under mainland law.",
  },
  {
    countries: "MO",
    law: "Personal Data Protection Act, Law 8/2005, arts 19-20",
    effect: "Transfers need an adequate destination or a listed exception, with notice to the authority.",
  },
  {
    countries: "TW",
    law: "Personal Data Protection Act, art. 21",
    effect: "Regulators may forbid transfers by sector or destination; several bar mainland China.",
  },
  {
    countries: "JP",
    law: "APPI, art. 28",
    effect:
      "Transfers abroad need consent, a country recognised as equivalent, or a recipient bound to equal measures.",
  },
  {
    countries: "KR",
    law: "PIPA, arts 28-8 and 28-9",
    effect: "Transfers need consent, certification or an adequacy finding, and the regulator can halt them.",
  },
  {
    countries: "IN",
    law: "DPDP Act 2023, s. 16 (in stages under the 2025 Rules); RBI circular of 2018-04-06 on payment data",
    effect:
      "Transfers are free except to countries the government bars; payment data is stored in India only.",
  },
  {
    countries: "BD",
    law: "Personal Data Protection Ordinance 2025",
    effect: "Restricts taking some classes of personal data abroad; text and start not checked.",
    confidence: "low",
  },
  {
    countries: "SG",
    law: "PDPA 2012, s. 26",
    effect: "The exporter must see to comparable protection abroad.",
  },
  {
    countries: "MY",
    law: "PDPA 2010, s. 129 (as amended by Act A1727, from 2025-04-01)",
    effect: "Transfers need a destination with similar law or adequate protection, or a listed exception.",
  },
  {
    countries: "ID",
    law: "GR 71/2019, arts 20-21; PDP Law 27/2022, art. 56",
    effect:
      "Public-sector systems and data stay in Indonesia; private ones may leave if authorities keep access.",
  },
  {
    countries: "TH",
    law: "PDPA B.E. 2562 (2019), ss 28-29",
    effect: "Transfers need an adequate destination, binding rules, safeguards or an exception.",
  },
  {
    countries: "PH",
    law: "Data Privacy Act 2012 (RA 10173), s. 21",
    effect: "The exporter stays accountable for personal data processed abroad.",
  },
  {
    countries: "VN",
    law: "Law 91/2025/QH15 (from 2026-01-01, before it Decree 13/2023); Decree 53/2022",
    effect:
      "Transfers need an impact assessment filed with the ministry; some services must store data in Vietnam.",
  },
  {
    countries: "AU",
    law: "Privacy Act 1988, APP 8; My Health Records Act 2012, s. 77",
    effect: "The discloser answers for the overseas recipient; health-record data may not leave Australia.",
  },
  {
    countries: "NZ",
    law: "Privacy Act 2020, IPP 12",
    effect: "Disclosure abroad needs comparable safeguards or informed consent.",
  },
  {
    countries: "AE",
    law: "Federal Decree-Law 45/2021, arts 22-23; Federal Law 2/2019, art. 13 (health)",
    effect:
      "Transfers need adequacy or safeguards, health data stays in the UAE; DIFC and ADGM have laws of their own.",
  },
  {
    countries: "SA",
    law: "PDPL, Royal Decree M/19 as amended, art. 29, and its transfer regulation",
    effect:
      "Transfers need an adequate destination or safeguards, and government data is kept in the Kingdom.",
  },
  {
    countries: "BH",
    law: "Personal Data Protection Law, Law 30/2018, arts 12-13",
    effect: "Transfers go to listed adequate countries, or on permission or an exception.",
  },
  {
    countries: "QA",
    law: "Law 13 of 2016 on personal data privacy, art. 15",
    effect: "Cross-border flows are allowed unless they break the law or may cause serious harm.",
  },
  {
    countries: "OM",
    law: "Personal Data Protection Law, Royal Decree 6/2022, art. 23",
    effect: "Transfers abroad are allowed under the executive regulation's conditions, consent first.",
  },
  {
    countries: "IL",
    law: "Privacy Protection Law 1981; Transfer of Data Abroad Regulations 2001",
    effect: "The destination's protection must match Israel's, or a listed condition must hold.",
  },
  {
    countries: "ZA",
    law: "POPIA, Act 4 of 2013, s. 72",
    effect: "Transfers need adequate law or binding rules at the recipient, consent, or necessity.",
  },
  {
    countries: "NG",
    law: "Nigeria Data Protection Act 2023, ss 41-43",
    effect: "Transfers need adequacy or a listed ground; public-sector data is hosted in Nigeria.",
  },
  {
    countries: "MA",
    law: "Law 09-08, arts 43-44",
    effect: "Transfers need a country the commission lists, or its authorization.",
  },
  {
    countries: "SN",
    law: "Law 2008-12, arts 49-51",
    effect: "Transfers need sufficient protection at the destination and notice to the commission.",
  },
];

let byCountry: ReadonlyMap<string, Regime> | undefined;

/** The regime of a country (ISO 3166-1 alpha-2), or undefined when none is recorded. */
export function regimeOf(country: string): Regime | undefined {
  byCountry ??= new Map(
    regimes.flatMap((regime) => regime.countries.split(" ").map((code) => [code, regime] as const)),
  );
  return byCountry.get(country);
}

/** A region's residency note. */
export function residencyNote(country: string | null): string {
  if (country === null) return "The country is not known, so no law can be named.";
  const regime = regimeOf(country);
  if (!regime)
    return `No law is recorded for ${countryName(country)} (${country}): look before drawing a boundary.`;
  return `${regime.law}: ${regime.effect}`;
}
