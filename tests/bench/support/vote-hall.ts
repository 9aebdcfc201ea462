import { writeFileSync } from "node:fs";

import { makeCookie, sessionHash } from "../../../server/http/index.ts";
import { keyFile, openInstallation, openStorage } from "../../../server/storage/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { freshApp } from "../../support/app.ts";
import { openAssembly } from "../../support/assembly.ts";
import { openFinalBallot } from "../../support/open-ballot.ts";

/** A data folder in which a ballot is open, and who may vote in it. */
export interface VoteHall {
  readonly slug: string;
  readonly ballot: string;
  readonly text: string;
  readonly voters: readonly { readonly delegation: string; readonly cookie: string }[];
}

const rowsAtOnce = 500;

/** Lays a gathering of `count` delegations, all present, into the folder, and opens the final ballot on its text. */
export async function fillVoteHall(dataDir: string, count: number): Promise<VoteHall> {
  const storage = await openStorage({ dataDir });
  const key = Buffer.alloc(32, 7);
  writeFileSync(keyFile(dataDir), `${key.toString("hex")}\n`, { mode: 0o600 });
  await openInstallation(storage, dataDir);
  const store = { storage, place: { dataDir }, [Symbol.asyncDispose]: async () => undefined };
  await using fresh = await freshApp({ clock: Date.now }, store);
  const assembly = await openAssembly(fresh);
  const { gathering, slug } = assembly;
  const all = Array.from({ length: count }, (_, i) => {
    const cookie = makeCookie(key, new TextEncoder().encode(`voter ${String(i).padStart(12, "0")}`));
    return { id: `d${i}`, participant: `v${i}`, cookie: `cahier=${cookie}`, hash: sessionHash(key, cookie) ?? "" };
  });
  for (let from = 0; from < count; from += rowsAtOnce) {
    const some = all.slice(from, from + rowsAtOnce);
    const laid = await storage.act(async ({ tables, ...tx }) => {
      for (const [i, { id, participant, hash }] of some.entries()) {
        const name = `Délégation ${from + i}`;
        const at = { createdAtMs: 1 };
        const seats = { delegates: 2, observers: 2, state: "present" as const, ordinal: 10 + from + i };
        await tx.insert(tables.delegations, { id, gathering, name, ...seats });
        await tx.insert(tables.participants, {
          id: participant,
          gathering,
          name,
          delegation: id,
          checkedIn: true,
          ...at,
        });
        await tx.insert(tables.grants, { participant, role: "delegate", delegation: id });
        await tx.insert(tables.sessions, { hash, gathering, participant, ...at });
      }
      return ok(null);
    });
    if (!laid.ok) throw new Error(laid.code);
  }
  const { ballot, text } = await openFinalBallot(assembly);
  const hall = { slug, ballot, text, voters: all.map(({ id, cookie }) => ({ delegation: id, cookie })) };
  await fresh.app.close();
  await storage.close();
  return hall;
}
