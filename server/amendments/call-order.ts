import { callOrder, type Callable, type Discussion } from "../../shared/amendments/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, type TextFacts } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { isAlive, type AmendmentFacts } from "./store.ts";

/** An amendment in its place of a list. */
export interface Listed {
  readonly amendment: AmendmentFacts;
  /** Discussed with its neighbours in the list that have the same number here; null: alone. */
  readonly joint: number | null;
  /** The number of another that asks for the very same and is called with it; null: there is none before it. */
  readonly same: number | null;
}

/**
 * The amendments of one text in the order in which they are called. What is no longer to be called stands where it stood in
 * the text.
 */
export async function inCallOrder(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  amendments: readonly AmendmentFacts[],
): Promise<readonly Listed[]> {
  const all = new Map(amendments.map((one) => [one.number, one]));
  const alive = amendments.filter(isAlive);
  const listed: Listed[] = [];
  let settled = amendments.filter((one) => !isAlive(one)).sort(inTextOrder);
  const place = (upTo: number): void => {
    const here = settled.filter(({ outline }) => outline.position <= upTo);
    settled = settled.slice(here.length);
    listed.push(...here.map((amendment) => ({ amendment, joint: null, same: null })));
  };
  for (const { calls } of await discussionsOn(tx, text, alive)) {
    const numbers = calls.flat();
    place(Math.min(...numbers.map((number) => all.get(number)?.outline.position ?? 0)));
    const joint = calls.length > 1 ? Math.min(...numbers) : null;
    for (const call of calls) {
      for (const number of call) {
        const amendment = all.get(number);
        const same = number === call[0] ? null : (call[0] ?? null);
        if (amendment) listed.push({ amendment, joint, same });
      }
    }
  }
  place(Number.POSITIVE_INFINITY);
  return listed;
}

const inTextOrder = (a: AmendmentFacts, b: AmendmentFacts): number =>
  a.outline.position - b.outline.position || a.number - b.number;

/** What was worked out last for a text: lists are read far more often than amendments are submitted or decided. */
interface Known {
  readonly of: string;
  readonly discussions: readonly Discussion[];
}

const known = new WeakMap<object, Map<string, Known>>();
const textsKept = 50;

async function discussionsOn(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  alive: readonly AmendmentFacts[],
): Promise<readonly Discussion[]> {
  if (alive.length === 0) return [];
  const kept = known.get(tx.home) ?? new Map<string, Known>();
  known.set(tx.home, kept);
  const of = JSON.stringify([text.head, alive.map(({ number, hash, base }) => [number, hash, base.head])]);
  const before = kept.get(text.id);
  if (before?.of === of) return before.discussions;
  const { doc } = await readDocument(tx, text.id, text.version);
  const carrier = new Carrier(tx, text.id, doc);
  const carried: Callable[] = [];
  for (const one of alive) carried.push({ number: one.number, changes: (await carrier.carry(one)).changes });
  const discussions = callOrder(carried, doc);
  if (kept.size >= textsKept) kept.clear();
  kept.set(text.id, { of, discussions });
  return discussions;
}
