import { makeCookie, sessionHash } from "../../../server/http/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { Assembly } from "../assembly.ts";
import { castFor, type OpenedBallot } from "../open-ballot.ts";
import type { KnownVoter } from "./joins.ts";

/** A delegate who will vote, and how. */
export interface Voter extends KnownVoter {
  readonly cookie: string;
}

/** So many delegations with a delegate each, half of them for, in an order that only `random` knows. */
export async function seatVoters(assembly: Assembly, count: number, random: () => number): Promise<readonly Voter[]> {
  const { gathering, slug, fresh } = assembly;
  const choices = shuffled(
    Array.from({ length: count }, (_, i) => (i % 2 === 0 ? "for" : "against")),
    random,
  );
  const voters = choices.map((choice, i): Voter => {
    const number = String(i).padStart(3, "0");
    const participant = `${slug}-mandat-${number}`;
    const cookie = makeCookie(fresh.key, new TextEncoder().encode(`${participant}-cookie-of-a-test`));
    const requestKey = `clef-${String(Math.floor(random() * 2 ** 32)).padStart(10, "0")}-${number}`;
    return { delegation: `${slug}-commune-${number}`, participant, requestKey, choice, cookie };
  });
  await fresh.storage.act(async (tx) => {
    const { tables } = tx;
    for (const [i, { delegation, participant, cookie }] of voters.entries()) {
      const named = { gathering, name: `Commune ${i}`, createdAtMs: 1 };
      const counted = { delegates: 2, observers: 2, state: "present" as const, ordinal: 100 + i };
      await tx.insert(tables.delegations, { id: delegation, gathering, name: named.name, ...counted });
      await tx.insert(tables.participants, { id: participant, delegation, checkedIn: true, ...named });
      await tx.insert(tables.grants, { participant, role: "delegate", delegation });
      const hash = sessionHash(fresh.key, cookie) ?? "";
      await tx.insert(tables.sessions, { hash, gathering, participant, createdAtMs: 1 });
    }
    return ok(null);
  });
  return voters;
}

/** They vote in this order, a few at once, a moment after each other. */
export async function castInOrder(opened: OpenedBallot, voters: readonly Voter[], atOnce: number): Promise<void> {
  for (let at = 0; at < voters.length; at += atOnce) {
    opened.assembly.fresh.pass(137);
    const answers = await Promise.all(
      voters
        .slice(at, at + atOnce)
        .map(({ participant: id, cookie, delegation, choice, requestKey }) =>
          castFor(opened, { id, cookie: `cahier=${cookie}`, delegation }, choice, { requestKey }),
        ),
    );
    for (const answer of answers) if (answer.statusCode !== 200) throw new Error(answer.body);
  }
}

export function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
