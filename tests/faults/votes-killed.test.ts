import { rmSync } from "node:fs";
import { join } from "node:path";

import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";

import { limits } from "../../shared/limits.ts";
import { offer, requestOf } from "../bench/support/crowd.ts";
import type { Heard } from "../bench/support/load.ts";
import { startServer, type BenchServer } from "../bench/support/server.ts";
import { fillVoteHall, type VoteHall } from "../bench/support/vote-hall.ts";
import { randomFrom, runs, seeds } from "../support/runs.ts";
import { freshFolder } from "../support/storage.ts";

/** More than are written at once, so that there is a middle. */
const voters = 2 * limits.actsPerUnitOfWork + 200;

test.for(seeds([1]))(
  "FALL-5 the server is killed while a hall votes, seed %i: sent again each vote stands once, under the receipt that was told",
  { timeout: 300_000 },
  async (seed) => {
    const random = randomFrom(seed);
    for (let run = 0; run < runs(1, 10); run++) {
      const folder = await freshFolder();
      const hall = await fillVoteHall(folder, voters);
      const server = await startServer(["server/start.ts"], { DATA_DIR: folder });
      const written = 1 + Math.floor(random() * (voters - limits.actsPerUnitOfWork));
      const [first] = await Promise.all([
        votes(server, hall),
        killWith(server, folder, hall.ballot, { written, thenMs: random() * 80 }),
      ]);
      const again = await startServer(["server/start.ts"], { DATA_DIR: folder });
      const second = await votes(again, hall);
      await again.end();

      const told = receiptsIn(first);
      console.log(
        `seed ${seed}: killed with ${written} votes or more on the disk, ${told.filter(Boolean).length} of ${voters} told`,
      );
      const receipts = receiptsIn(second);
      expect(receipts.filter((receipt) => receipt === null)).toEqual([]);
      expect(told.map((receipt, i) => receipt ?? receipts[i])).toEqual(receipts);
      const kept = keptIn(folder, hall.ballot);
      expect(kept.map(({ receipt }) => receipt).toSorted()).toEqual(receipts.map(String).toSorted());
      expect(new Set(kept.map(({ voter }) => voter)).size).toBe(voters);
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** The same votes under the same keys, whenever it is asked. */
const votes = (server: BenchServer, { slug, ballot, voters: all }: VoteHall): Promise<Heard> =>
  offer({
    port: server.port,
    requests: all.map(({ delegation, cookie }, i) => {
      const vote = { ballot, delegation, choice: i % 3 === 0 ? "against" : "for", requestKey: `key of ${i}` };
      return requestOf(server.port, `/r/${slug}/actes/vote.cast`, vote, cookie);
    }),
  });

/** Kills the server once so many votes are on the disk, or a little later, when some were answered. */
async function killWith(
  server: BenchServer,
  folder: string,
  ballot: string,
  { written, thenMs }: { readonly written: number; readonly thenMs: number },
): Promise<void> {
  const db = new Sqlite(join(folder, "cahier.sqlite"), { readonly: true });
  const count = db.prepare<[string], number>("select count(*) from votes where ballot = ?").pluck();
  while ((count.get(ballot) ?? 0) < written) await new Promise((passed) => setTimeout(passed, 1));
  await new Promise((passed) => setTimeout(passed, thenMs));
  await server.end("SIGKILL");
  db.close();
}

const receiptsIn = ({ statuses, bodies }: Heard): readonly (string | null)[] =>
  bodies.map((body, i) => (statuses[i] === 200 ? String(JSON.parse(body).vote.receipt) : null));

function keptIn(folder: string, ballot: string): readonly { readonly voter: string; readonly receipt: string }[] {
  const db = new Sqlite(join(folder, "cahier.sqlite"), { readonly: true });
  const kept = db
    .prepare<[string], { voter: string; receipt: string }>("select voter, receipt from votes where ballot = ?")
    .all(ballot);
  db.close();
  return kept;
}
