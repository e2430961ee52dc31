/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test", "<rootDir>/examples"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.(ts|m?js)$": ["@swc/jest", { jsc: { target: "es2022", parser: { syntax: "typescript" } } }],
  },
  // Packages that come as ES modules alone.
  transformIgnorePatterns: ["/node_modules/(?!(d3-geo|d3-array|internmap)/)"],
  moduleNameMapper: {
    "^landfall$": "<rootDir>/lib/index.ts",
    "^landfall/regions$": "<rootDir>/regions/index.ts",
    "^landfall/(.*)$": "<rootDir>/lib/$1/index.ts",
  },
  testTimeout: 30_000,
};
