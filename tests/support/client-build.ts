import { buildClient } from "../../scripts/build-client.ts";

/** Vitest's global set-up: the bundles that the pages load, as `npm start` builds them. */
export async function setup(): Promise<void> {
  await buildClient();
}
