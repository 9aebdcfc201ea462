/** `npm start`: builds the client when stale, then serves, in this same process. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { buildClient } from "./build-client.ts";
import { root } from "./steps.ts";

try {
  const { built } = await buildClient();
  if (built) console.log("The pages' scripts and styles are built.");
} catch (error) {
  console.error(`The client could not be built.\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
await import(pathToFileURL(join(root, "server", "start.ts")).href);
