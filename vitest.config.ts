import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

/**
 * The parts of `npm test`: `unit` is the quick one of `npm run check`; the others start databases, servers or a browser.
 * Where `isolate` is false the files of a worker share its modules, read once: reading them took longer than the tests.
 */
const part = (name: string, folders: readonly string[], more: object = {}) => ({
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    environment: "node",
    ...more,
  },
});

/** The large counts of `npm run test:long` take their time. */
const patience = process.env["CAHIER_TESTS"] === "long" ? 60 : 1;

const postgres = "tests/support/postgres-server.ts";
const clientBuild = "tests/support/client-build.ts";

export default defineConfig({
  test: {
    passWithNoTests: false,
    maxWorkers: availableParallelism(),
    projects: [
      part("unit", ["shared", "server", "client", "architecture", "scripts"], {
        isolate: false,
        testTimeout: 30_000 * patience,
        hookTimeout: 120_000,
      }),
      part("contracts", ["contracts"], {
        isolate: false,
        testTimeout: 60_000 * patience,
        hookTimeout: 60_000,
        globalSetup: [postgres],
      }),
      part("faults", ["faults"], {
        testTimeout: 300_000 * patience,
        hookTimeout: 120_000,
        fileParallelism: false,
        globalSetup: [postgres, clientBuild],
      }),
      part("faces", ["faces"], {
        testTimeout: 60_000 * patience,
        hookTimeout: 120_000,
        fileParallelism: false,
        globalSetup: [clientBuild],
      }),
      part("journeys", ["journeys"], {
        testTimeout: 600_000 * patience,
        hookTimeout: 300_000,
        fileParallelism: false,
        globalSetup: [clientBuild],
      }),
    ],
  },
});
