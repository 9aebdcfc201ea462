import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: ["scripts/*.{ts,cjs}", "server/start.ts", "client/entries/*.ts", "tests/**/*.test.ts", "tests/bench/*.ts"],
  ignoreBinaries: ["apt-get"],
  project: ["{shared,server,client,scripts,tests}/**/*.{ts,cjs,mjs}"],
};

export default config;
