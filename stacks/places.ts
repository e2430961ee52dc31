/** The account of these examples. */
export const ACCOUNT = "123456789012";

/** What several stacks say of a place, said once: a boundary is the same wherever it is named. */
export const MALAYSIA = { name: "malaysia", region: "ap-southeast-5", accounts: [ACCOUNT] } as const;

const EUROPE = { name: "eu-personal-data", countries: ["DE", "SE"], accounts: [ACCOUNT] } as const;
export const FRANKFURT = { ...EUROPE, region: "eu-central-1" } as const;
export const STOCKHOLM = { ...EUROPE, region: "eu-north-1" } as const;
