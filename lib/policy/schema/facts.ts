import * as z from "zod";
import { DELIVERY_ADDRESSES, INTERMEDIARIES } from "../policy";
import { country, date, expected, limitedTo, oneOf, section } from "./fields";

const yesOrNo = (description: string) =>
  z
    .boolean({ error: expected("true or false") })
    .optional()
    .describe(description);

/** What somebody found out about the deployment. Each key says which answer raises a published red flag. */
export const facts = section("a mapping of facts of the deployment", {
  endUserVerified: yesOrNo(
    "Whether it was established who ultimately owns and uses the accelerators. false raises red flag 21.",
  ),
  tenantsDisclosed: yesOrNo("Whether whoever operates the site names its tenants. false raises red flag 21."),
  headquartersConfirmed: yesOrNo(
    "Whether the end users confirm where they and their ultimate parents are headquartered. false raises a flag of BIS's guidance of 2025-05-13.",
  ),
  fitsBusiness: yesOrNo(
    "Whether what the accelerators can do fits the buyer's business. false raises red flag 2.",
  ),
  businessBackground: yesOrNo(
    "Whether the customer has a business background that can be looked up. false raises red flag 4.",
  ),
  publicPresence: yesOrNo(
    "Whether the customer can be found online beyond the least. false raises a flag of BIS's guidance of 2025-05-13.",
  ),
  businessCaseShown: yesOrNo(
    "Whether the customer shows a business need for that much compute. false raises a flag of BIS's guidance of 2025-05-13.",
  ),
  siteCapacityShown: yesOrNo(
    "Whether the site shows power, cooling and space for the order. false raises a flag of BIS's guidance of 2025-05-13.",
  ),
  destinationStated: yesOrNo(
    "Whether the customer says plainly if the accelerators stay in the country or leave it. false raises red flag 12.",
  ),
  licenseHistoryKnown: yesOrNo(
    "Whether it is known under which licences hardware came where it is. false raises red flag 22.",
  ),
  resemblesListedParty: yesOrNo(
    "Whether a name or address is close to that of a listed party. true raises a flag of BIS's guidance of 2025-05-13.",
  ),
  leadershipOverlapsListedParty: yesOrNo(
    "Whether a new customer is led by people of a party on the Entity List. true raises red flag 24.",
  ),
  suppliesSupercomputers: yesOrNo(
    "Whether a party is known to make items for companies with supercomputers in Macau or Country Group D:5. true raises red flag 17.",
  ),
  plansSupercomputer: yesOrNo(
    "Whether a party means to develop or make restricted supercomputers or integrated circuits. true raises red flag 18.",
  ),
  firstAcceleratorOrder: date
    .optional()
    .describe(
      "The day of the customer's first order of advanced accelerators, YYYY-MM-DD. One after 2022-10-07, when the controls began, raises a flag of BIS's guidance of 2025-05-13.",
    ),
  ordersRoseSharply: yesOrNo(
    "Whether its orders rose sharply after October 2022. true raises a flag of BIS's guidance of 2025-05-13.",
  ),
  deliveryAddress: oneOf(DELIVERY_ADDRESSES)
    .optional()
    .describe(
      "The kind of place the hardware is delivered to. residential and vague raise a flag of BIS's guidance of 2025-05-13, remote raises red flag 8, freight-forwarder red flag 9.",
    ),
  intermediary: oneOf(INTERMEDIARIES)
    .optional()
    .describe(
      "Who stands between seller and end user. unusual, somebody who is not usual in the trade, raises a flag of BIS's guidance of 2025-05-13.",
    ),
  modelTraining: yesOrNo(
    "Whether AI models are trained on the accelerators. true raises BIS's policy statement of 2025-05-13 where a party is headquartered in, or owned from, Macau or Country Group D:5.",
  ),
  controlledWeights: yesOrNo(
    "Whether the training makes model weights of ECCN 4E091. true raises red flag 28 where a party is headquartered, or owned from, outside the countries of Supp. No. 5 para. (a) to part 740.",
  ),
  reexportsFrom: limitedTo(country, "country codes").describe(
    "Countries the hardware has stood in and is moved out of, as ISO 3166-1 alpha-2 codes. MY asks for Malaysia's notice (rule my-sta/transfer).",
  ),
  transitsThrough: limitedTo(country, "country codes").describe(
    "Countries the hardware passes on its way, as ISO 3166-1 alpha-2 codes. MY asks for Malaysia's notice (rule my-sta/transfer).",
  ),
});
