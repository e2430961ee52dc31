const { country, defineRule, totalsByCountry } = require("landfall/rules");

/** The most accelerators that the board lets stand in any one country. */
const MOST = 32;

const eight = (region, count) => ({
  provider: { aws: [{ region }] },
  resource: { aws_instance: { gpu: { ami: "ami-0abcdef1234567890", instance_type: "p5.48xlarge", count } } },
});

const countryCap = defineRule({
  id: "acme/country-cap",
  judges: "quantity",
  level: "block",
  title: "More accelerators in one country than the board allows",
  explanation: `The board wants no country to hold more than ${MOST} accelerators, so that none can be taken all at once. Everything that one run judges counts together; what may stand in several countries counts in each.`,
  remedy: "Spread the machines over more countries, or ask the board.",
  judge: (placed) =>
    totalsByCountry(placed)
      // A number that is not known may be more.
      .filter(({ total }) => total.accelerators === null || total.accelerators > MOST)
      .map(({ country: code, total }) => ({
        address: "organization",
        message: `${total.accelerators ?? "It is not known how many"} accelerators would stand in ${code === null ? "a country that is not known" : country(code)}; the board allows ${MOST} in any one.`,
        total,
        most: { accelerators: MOST, tpp: null },
      })),
  examples: {
    blocked: [
      { title: "Forty accelerators in Germany", policy: {}, configuration: eight("eu-central-1", 5) },
    ],
    allowed: [{ title: "Thirty-two in Germany", policy: {}, configuration: eight("eu-central-1", 4) }],
  },
});

module.exports = { rules: [countryCap] };
