/** Serves until it is told to stop; what goes wrong before that is said in words, and the exit status is 1. */
import { randomBytes } from "node:crypto";

import { addressesOf, hallOrigin, openingWords, type Addresses } from "./addresses.ts";
import { buildApp } from "./app.ts";
import { readEnvironment, type Environment } from "./environment.ts";
import { makeCreationLink } from "./people/index.ts";
import { wordsOfStartFailure, type StartedAt } from "./start-failures.ts";
import { openInstallation, openStorage, type Storage } from "./storage/index.ts";

/** After this the process ends, whatever still hangs on it: what was acknowledged is on disk. */
const closingMs = 4_000;

let tried: StartedAt = { host: "0.0.0.0", port: 0 };
try {
  const environment = readEnvironment(process.env);
  tried = environment;
  await serve(environment);
} catch (error) {
  endBecause(error);
}

function endBecause(error: unknown): never {
  console.error(wordsOfStartFailure(error, tried) ?? error);
  process.exit(1);
}

async function serve(environment: Environment): Promise<void> {
  const storage = await openStorage(environment.storage);
  const { key, epoch } = await openInstallation(storage, environment.dataDir);
  const { port, host, tls, origins } = environment;
  let addresses: Addresses | null = null;
  const app = await buildApp({
    storage,
    key,
    epoch,
    readEpoch: async () => (await openInstallation(storage, environment.dataDir)).epoch,
    refused: endBecause,
    origins,
    hallOrigin: (asked) => (addresses === null ? asked : hallOrigin(asked, addresses)),
    logLevel: "warn",
    ...(tls === null ? {} : { tls }),
  });
  await app.listen({ port, host });
  stopWhenTold(app, storage);

  const bound = app.addresses().find((address) => typeof address !== "string")?.port ?? port;
  const token = await makeCreationLink(storage, key, randomBytes(24));
  console.log(`Kept by ${await storage.describe()}.`);
  addresses = addressesOf({ host, port: bound, encrypted: tls !== null });
  console.log(openingWords(addresses, token));
}

/** On SIGTERM, SIGINT and SIGHUP: takes no more, lets what was begun end, lets go of the database, and exits with 0. */
function stopWhenTold(app: { close(): Promise<unknown> }, storage: Storage): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), closingMs).unref();
    void app
      .close()
      .then(() => storage.close())
      .then(
        () => {
          console.log("Cahier has stopped. Nothing that was acknowledged is lost.");
          process.exit(0);
        },
        (error: unknown) => {
          console.error("Cahier has stopped, not cleanly.", error);
          process.exit(0);
        },
      );
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, stop);
}
