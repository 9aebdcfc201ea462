/**
 * Another server process on the same database: `node another-server.ts URL GATHERING COUNT` appends that many entries
 * to the gathering's journal, several at once, and prints their numbers and hashes as JSON.
 */
import { appendEntry } from "../../../server/journal/index.ts";
import { openStorage } from "../../../server/storage/index.ts";
import { ok } from "../../../shared/refusals.ts";

const [databaseUrl = "", gathering = "", count = "0"] = process.argv.slice(2);
const storage = await openStorage({ databaseUrl });
const results = await Promise.all(
  Array.from({ length: Number(count) }, (_, i) =>
    storage.act(async (tx) => {
      const act = "delegation.arrived";
      const entry = { act, by: "p2", role: "teller", atMs: 2000, data: { delegation: `other${i}` } } as const;
      return ok(await appendEntry(tx, gathering, entry));
    }),
  ),
);
await storage.close();
console.log(JSON.stringify(results.map((result) => (result.ok ? result.value : result))));
