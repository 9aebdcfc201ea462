/** `npm run build`: the client alone, and each page's first load beside its limit. `npm start` does the same when stale. */
import { buildClient } from "./build-client.ts";

try {
  const { built, lines } = await buildClient(process.argv.includes("--force"));
  console.log([built ? "The client is built." : "The client was up to date.", ...lines].join("\n"));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
