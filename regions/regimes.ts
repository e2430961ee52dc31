import type { Confidence } from "../lib/accelerators/datasheet";
import { countryName } from "../lib/jurisdictions/countries";

/** The law that makes people draw a data boundary in a country. From general knowledge, checked in part: a pointer, not advice. */
export interface Regime {
  /** ISO 3166-1 alpha-2 codes, separated by spaces. */
  readonly countries: string;
  readonly law: string;
  readonly effect: string;
  /** Where its text, its authority or an account of it is found. */
  readonly source: string;
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
    source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  },
  {
    countries: "GB",
    law: "UK GDPR, arts 44-49, with the Data Protection Act 2018",
    effect: "Personal data leaves the UK only to approved countries, under safeguards, or by exception.",
    source: "https://www.legislation.gov.uk/eur/2016/679/contents",
  },
  {
    countries: "CH",
    law: "Federal Act on Data Protection (nFADP), arts 16-18",
    effect:
      "Personal data may go to countries the Federal Council lists as adequate, otherwise under safeguards.",
    source: "https://www.fedlex.admin.ch/eli/cc/2022/491/en",
  },
  {
    countries: "TR",
    law: "Law No. 6698 (KVKK), art. 9",
    effect: "Transfer abroad needs an adequacy decision, approved safeguards or a narrow exception.",
    source: "https://www.kvkk.gov.tr/Icerik/6649/Personal-Data-Protection-Law",
  },
  {
    countries: "RS",
    law: "Law on Personal Data Protection (2018), arts 63-72",
    effect:
      "Follows the GDPR's scheme for transfers; Serbia is outside the EEA and has no EU adequacy decision.",
    source: "https://www.paragraf.rs/propisi/zakon_o_zastiti_podataka_o_licnosti.html",
  },
  {
    countries: "US",
    law: "28 CFR part 202 (bulk sensitive data); DFARS 252.239-7010 (defence data in the cloud)",
    effect:
      "No general localization; bulk sensitive data is kept from countries of concern, and defence data in the US.",
    source: "https://www.ecfr.gov/current/title-28/chapter-I/part-202",
  },
  {
    countries: "CA",
    law: "PIPEDA, Sch. 1 cl. 4.1.3; Quebec's private-sector act (Law 25), s. 17",
    effect:
      "The exporter stays accountable; Quebec asks for an assessment before personal data leaves the province.",
    source: "https://laws-lois.justice.gc.ca/eng/acts/P-8.6/",
  },
  {
    countries: "MX",
    law: "Federal Law on Protection of Personal Data Held by Private Parties (2025)",
    effect: "Transfers need notice and, as a rule, consent, and the recipient takes over the duties.",
    source: "https://www.diputados.gob.mx/LeyesBiblio/pdf/LFPDPPP.pdf",
  },
  {
    countries: "BR",
    law: "LGPD, Law 13.709/2018, arts 33-36",
    effect: "Personal data leaves Brazil on adequacy, standard clauses or another listed ground.",
    source: "https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm",
  },
  {
    countries: "CL",
    law: "Law 21.719 (in force from 2026-12-01), until then Law 19.628",
    effect:
      "The new law allows transfers to adequate countries or under safeguards; the old one hardly rules them.",
    source: "https://www.bcn.cl/leychile/navegar?idNorma=1209272",
  },
  {
    countries: "CO",
    law: "Law 1581 of 2012, art. 26",
    effect:
      "Transfers go to countries the regulator finds adequate, or on consent or a declaration of conformity.",
    source: "https://www.funcionpublica.gov.co/eva/gestornormativo/norma.php?i=49981",
  },
  {
    countries: "AR",
    law: "Law 25.326, art. 12",
    effect: "Transfers to countries without adequate protection are forbidden but for listed exceptions.",
    source: "https://servicios.infoleg.gob.ar/infolegInternet/anexos/60000-64999/64790/norma.htm",
  },
  {
    countries: "PE",
    law: "Law 29733, art. 15",
    effect: "The destination must protect as Peru does, or the exporter must guarantee it.",
    source: "https://www.gob.pe/anpd",
  },
  {
    countries: "CN",
    law: "PIPL, arts 38-40; Data Security Law, art. 31; Cybersecurity Law",
    effect:
      "Important data and large sets of personal data stay in China unless a security assessment lets them out.",
    source: "http://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm",
  },
  {
    countries: "HK",
    law: "Personal Data (Privacy) Ordinance, Cap. 486, s. 33 (not in force)",
    effect: "No transfer limit is in force; data coming from the mainland stays under mainland law.",
    source: "https://www.elegislation.gov.hk/hk/cap486",
  },
  {
    countries: "MO",
    law: "Personal Data Protection Act, Law 8/2005, arts 19-20",
    effect: "Transfers need an adequate destination or a listed exception, with notice to the authority.",
    source: "https://bo.io.gov.mo/bo/i/2005/34/lei08.asp",
  },
  {
    countries: "TW",
    law: "Personal Data Protection Act, art. 21",
    effect: "Regulators may forbid transfers by sector or destination; several bar mainland China.",
    source: "https://law.moj.gov.tw/ENG/LawClass/LawAll.aspx?pcode=I0050021",
  },
  {
    countries: "JP",
    law: "APPI, art. 28",
    effect:
      "Transfers abroad need consent, a country recognised as equivalent, or a recipient bound to equal measures.",
    source: "https://www.japaneselawtranslation.go.jp/en/laws/view/4241",
  },
  {
    countries: "KR",
    law: "PIPA, arts 28-8 and 28-9",
    effect: "Transfers need consent, certification or an adequacy finding, and the regulator can halt them.",
    source: "https://elaw.klri.re.kr/",
  },
  {
    countries: "IN",
    law: "DPDP Act 2023, s. 16 (in stages under the 2025 Rules); RBI circular of 2018-04-06 on payment data",
    effect:
      "Transfers are free except to countries the government bars; payment data is stored in India only.",
    source: "https://www.meity.gov.in/",
  },
  {
    countries: "BD",
    law: "Personal Data Protection Ordinance 2025",
    effect: "Restricts taking some classes of personal data abroad; text and start not checked.",
    source: "https://www.dpp.gov.bd/",
    confidence: "low",
  },
  {
    countries: "SG",
    law: "PDPA 2012, s. 26",
    effect: "The exporter must see to comparable protection abroad.",
    source: "https://sso.agc.gov.sg/Act/PDPA2012",
  },
  {
    countries: "MY",
    law: "PDPA 2010, s. 129 (as amended by Act A1727, from 2025-04-01)",
    effect: "Transfers need a destination with similar law or adequate protection, or a listed exception.",
    source: "https://www.pdp.gov.my/",
  },
  {
    countries: "ID",
    law: "GR 71/2019, arts 20-21; PDP Law 27/2022, art. 56",
    effect:
      "Public-sector systems and data stay in Indonesia; private ones may leave if authorities keep access.",
    source: "https://peraturan.bpk.go.id/Details/122030/pp-no-71-tahun-2019",
  },
  {
    countries: "TH",
    law: "PDPA B.E. 2562 (2019), ss 28-29",
    effect: "Transfers need an adequate destination, binding rules, safeguards or an exception.",
    source: "https://www.pdpc.or.th/",
  },
  {
    countries: "PH",
    law: "Data Privacy Act 2012 (RA 10173), s. 21",
    effect: "The exporter stays accountable for personal data processed abroad.",
    source: "https://privacy.gov.ph/data-privacy-act/",
  },
  {
    countries: "VN",
    law: "Law 91/2025/QH15 with Decree 356/2025 (from 2026-01-01, before them Decree 13/2023); Decree 53/2022",
    effect:
      "Transfers need an impact assessment filed with the ministry; some services must store data in Vietnam.",
    source:
      "https://hmplaw.vn/en/vietnams-cross-border-data-transfer-legal-framework-perspectives-from-the-data-law-2024-and-the-personal-data-protection-law-2025",
  },
  {
    countries: "AU",
    law: "Privacy Act 1988, APP 8; My Health Records Act 2012, s. 77",
    effect: "The discloser answers for the overseas recipient; health-record data may not leave Australia.",
    source: "https://www.legislation.gov.au/C2004A03712/latest",
  },
  {
    countries: "NZ",
    law: "Privacy Act 2020, IPP 12",
    effect: "Disclosure abroad needs comparable safeguards or informed consent.",
    source: "https://www.legislation.govt.nz/act/public/2020/0031/latest/LMS23223.html",
  },
  {
    countries: "AE",
    law: "Federal Decree-Law 45/2021, arts 22-23; Federal Law 2/2019, art. 13 (health)",
    effect:
      "Transfers need adequacy or safeguards, health data stays in the UAE; DIFC and ADGM have laws of their own.",
    source:
      "https://cliffordchance.com/insights/resources/blogs/talking-tech/en/articles/2025/03/doing-business-in-the-middle-east--data-transfers-in-the-uae-and-ksa.html",
  },
  {
    countries: "SA",
    law: "PDPL, Royal Decree M/19 as amended, art. 29, and its transfer regulation",
    effect:
      "Transfers need an adequate destination or safeguards, and government data is kept in the Kingdom.",
    source: "https://ksapdpl.com/saudi-pdpl-article-29-cross-border-data-transfers-and-disclosures",
  },
  {
    countries: "BH",
    law: "Personal Data Protection Law, Law 30/2018, arts 12-13",
    effect: "Transfers go to listed adequate countries, or on permission or an exception.",
    source: "http://www.pdp.gov.bh/",
  },
  {
    countries: "QA",
    law: "Law 13 of 2016 on personal data privacy, art. 15",
    effect: "Cross-border flows are allowed unless they break the law or may cause serious harm.",
    source: "https://www.almeezan.qa/",
  },
  {
    countries: "OM",
    law: "Personal Data Protection Law, Royal Decree 6/2022, art. 23",
    effect: "Transfers abroad are allowed under the executive regulation's conditions, consent first.",
    source: "https://decree.om/2022/rd20220006/",
  },
  {
    countries: "IL",
    law: "Privacy Protection Law 1981; Transfer of Data Abroad Regulations 2001",
    effect: "The destination's protection must match Israel's, or a listed condition must hold.",
    source: "https://www.gov.il/en/departments/the_privacy_protection_authority",
  },
  {
    countries: "ZA",
    law: "POPIA, Act 4 of 2013, s. 72",
    effect: "Transfers need adequate law or binding rules at the recipient, consent, or necessity.",
    source: "https://www.gov.za/documents/protection-personal-information-act",
  },
  {
    countries: "NG",
    law: "Nigeria Data Protection Act 2023, ss 41-43",
    effect: "Transfers need adequacy or a listed ground; public-sector data is hosted in Nigeria.",
    source: "https://ndpc.gov.ng/",
  },
  {
    countries: "MA",
    law: "Law 09-08, arts 43-44",
    effect: "Transfers need a country the commission lists, or its authorization.",
    source: "https://www.cndp.ma/",
  },
  {
    countries: "SN",
    law: "Law 2008-12, arts 49-51",
    effect: "Transfers need sufficient protection at the destination and notice to the commission.",
    source: "https://www.cdp.sn/",
  },
  {
    countries: "RU",
    law: "Federal Law 152-FZ, arts 12 and 18(5), as amended by 242-FZ and, from 2025-07-01, by 23-FZ",
    effect:
      "Personal data of citizens is collected into databases inside Russia only; transfers abroad are notified first.",
    source:
      "https://b1.ru/en/insights/law-messenger/localization-of-personal-data-of-russian-citizens-6-march-2025/",
  },
  {
    countries: "KZ",
    law: "Law 94-V of 2013 on personal data, arts 12 and 16",
    effect:
      "Personal data is stored in Kazakhstan; transfers abroad need protection there or a listed ground.",
    source: "https://adilet.zan.kz/eng/docs/Z1300000094",
    confidence: "low",
  },
  {
    countries: "EG",
    law: "Law 151 of 2020 on personal data protection, arts 14-16",
    effect: "Transfers need a licence of the authority and a level of protection no lower than Egypt's.",
    source: "https://mcit.gov.eg/",
    confidence: "low",
  },
  {
    countries: "KE",
    law: "Data Protection Act 2019, ss 48-50",
    effect:
      "Transfers need proof of safeguards or a listed ground; some data may be ordered to stay in Kenya.",
    source: "https://www.odpc.go.ke/",
    confidence: "low",
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

/** A regime in a line, for reports: what to look at, what it does, and how sure that is. */
export function regimeLine({ law, effect, confidence = "medium" }: Regime): string {
  return `${law}: ${effect} (confidence ${confidence})`;
}
