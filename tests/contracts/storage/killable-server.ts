/**
 * A server process on a data folder: `node killable-server.ts FOLDER`. Prints `open`, then writes rows for ever and prints the
 * number of each that was acknowledged. It is meant to be killed.
 */
import { openStorage } from "../../../server/storage/index.ts";
import { ok } from "../../../shared/refusals.ts";

const storage = await openStorage({ dataDir: process.argv[2] ?? "" });
process.stdout.write("open\n");
for (let n = 1; ; n++) {
  await storage.act(async (tx) => ok(await tx.insert(tx.tables.installation, { key: String(n), value: "" })));
  process.stdout.write(`${n}\n`);
}
