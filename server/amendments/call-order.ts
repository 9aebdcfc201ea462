import {
  callOrder,
  foresee,
  inRunningOrder,
  type Callable,
  type Called,
  type Foreseen,
  type Foresight,
  type Outlook,
} from "../../shared/amendments/index.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import type { AmendmentFault } from "../../shared/views/index.ts";
import type { Tx } from "../storage/index.ts";
import { readDocument, type TextFacts } from "../texts/index.ts";
import { Carrier } from "./carry.ts";
import { readOwnOrder } from "./own-order.ts";
import { readParent, wishOf } from "./parent.ts";
import { isAlive, type AmendmentFacts } from "./store.ts";

/** An amendment in its place of a list. */
export interface Listed {
  readonly amendment: AmendmentFacts;
  /** Discussed with its neighbours in the list that have the same number here; null: alone. */
  readonly joint: number | null;
  /** The number of another that asks for the very same and is called with it; null: there is none before it. */
  readonly same: number | null;
  /** Nothing can be done with it. */
  readonly broken?: AmendmentFault;
  /** What its adoption would do to others; null: nothing. */
  readonly ahead: Foreseen | null;
}

/**
 * The amendments of one text in the order in which they are called, each after its sub-amendments. What is no longer to be
 * called stands where it stood in the text.
 */
export async function inCallOrder(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  amendments: readonly AmendmentFacts[],
): Promise<readonly Listed[]> {
  const listed: Listed[] = [];
  for (const one of await withoutSubs(
    tx,
    text,
    amendments.filter(({ parent }) => parent === null),
  )) {
    const subs = amendments.filter(({ parent }) => parent === one.amendment.id);
    for (const amendment of await subsInOrder(tx, one.amendment, subs))
      listed.push({ amendment, joint: one.joint, same: null, ahead: null });
    listed.push(one);
  }
  return listed;
}

/** Those that wait as they stand in their parent's text, behind those that are settled. */
async function subsInOrder(
  tx: Tx,
  parent: AmendmentFacts,
  subs: readonly AmendmentFacts[],
): Promise<readonly AmendmentFacts[]> {
  const alive = subs.filter(isAlive);
  if (alive.length < 2) return subs;
  const family = await readParent(tx, parent);
  const form = family.form(family.last.revision);
  if (!form) return subs;
  const carried = alive.map((one) => ({ number: one.sub, changes: family.carry(wishOf(one)).changes }));
  const order = callOrder(carried, form).flatMap(({ calls }) => calls.flat());
  const place = ({ sub }: AmendmentFacts): number => order.indexOf(sub);
  return [...subs].sort((a, b) => place(a) - place(b) || a.sub - b.sub);
}

async function withoutSubs(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  amendments: readonly AmendmentFacts[],
): Promise<readonly Listed[]> {
  const all = new Map(amendments.map((one) => [one.number, one]));
  const alive = amendments.filter(isAlive);
  const { discussions, broken, outlook } = await orderOf(tx, text, alive);
  const own = numbersOf(await readOwnOrder(tx, text.id), alive);
  const listed: Listed[] = [];
  let settled = amendments.filter((one) => !isAlive(one) || broken.has(one.number)).sort(inTextOrder);
  const place = (upTo: number): void => {
    const here = settled.filter(({ outline }) => outline.position <= upTo);
    settled = settled.slice(here.length);
    for (const amendment of here) {
      const fault = broken.get(amendment.number) ?? amendment.broken;
      listed.push({
        amendment,
        joint: null,
        same: null,
        ahead: null,
        ...(fault === undefined ? {} : { broken: fault }),
      });
    }
  };
  for (const { calls } of inRunningOrder(discussions, own)) {
    const numbers = calls.flat();
    place(Math.min(...numbers.map((number) => all.get(number)?.outline.position ?? 0)));
    const joint = calls.length > 1 ? Math.min(...numbers) : null;
    for (const call of calls) {
      for (const number of call) {
        const amendment = all.get(number);
        const same = number === call[0] ? null : (call[0] ?? null);
        if (amendment) listed.push({ amendment, joint, same, ahead: outlook.ahead.get(number) ?? null });
      }
    }
  }
  place(Number.POSITIVE_INFINITY);
  return listed;
}

const inTextOrder = (a: AmendmentFacts, b: AmendmentFacts): number =>
  a.outline.position - b.outline.position || a.number - b.number;

/** How those that wait are called, and the faults of those that can be neither carried nor placed. */
interface Order {
  readonly discussions: readonly Called[];
  readonly broken: ReadonlyMap<number, AmendmentFault>;
  readonly outlook: Outlook;
}

const numbersOf = (ids: readonly string[], amendments: readonly AmendmentFacts[]): readonly number[] => {
  const numbers = new Map(amendments.map(({ id, number }) => [id, number]));
  return ids.flatMap((id) => numbers.get(id) ?? []);
};

/** The discussions of what can still be called, in the order in which the chair calls them. */
export async function discussionsInOrder(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  amendments: readonly AmendmentFacts[],
): Promise<readonly Called[]> {
  const alive = amendments.filter((one) => isAlive(one) && one.parent === null);
  const { discussions } = await orderOf(tx, text, alive);
  return inRunningOrder(discussions, numbersOf(await readOwnOrder(tx, text.id), alive));
}

/**
 * Those of one text among themselves, in the order of calls: whatever else is submitted meanwhile changes nothing in it.
 * What can no longer be adopted in `doc` comes last, by number.
 */
export async function inCallOrderAmong(
  tx: Tx,
  text: string,
  doc: TextNode,
  amendments: readonly AmendmentFacts[],
): Promise<readonly AmendmentFacts[]> {
  const carrier = new Carrier(tx, text, doc);
  const carried: Callable[] = [];
  for (const one of amendments) {
    const { changes } = await carrier.carry(one);
    if (changes.length > 0) carried.push({ number: one.number, changes });
  }
  const own = numbersOf(await readOwnOrder(tx, text), amendments);
  const order = inRunningOrder(orderApart(carried, doc, new Map()), own).flatMap(({ calls }) => calls.flat());
  const placeOf = ({ number }: AmendmentFacts): number => order.indexOf(number) + 1 || order.length + 1;
  return [...amendments].sort((a, b) => placeOf(a) - placeOf(b) || a.number - b.number);
}

/** How those that can still be called stand to each other. */
export async function outlookOn(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  amendments: readonly AmendmentFacts[],
): Promise<Outlook> {
  return (await orderOf(tx, text, amendments.filter(isAlive))).outlook;
}

/** What was worked out last for a text: lists are read far more often than amendments are submitted or decided. */
interface Known extends Order {
  readonly of: string;
  readonly head: string;
  readonly foresight: Foresight;
}

const known = new WeakMap<object, Map<string, Known>>();
const textsKept = 50;
const noOutlook: Outlook = { free: new Set(), ahead: new Map() };

async function orderOf(
  tx: Tx,
  text: Pick<TextFacts, "id" | "version" | "head">,
  alive: readonly AmendmentFacts[],
): Promise<Order> {
  if (alive.length === 0) return { discussions: [], broken: new Map(), outlook: noOutlook };
  const kept = known.get(tx.home) ?? new Map<string, Known>();
  known.set(tx.home, kept);
  const of = JSON.stringify([
    text.head,
    alive.map(({ number, hash, base, broken }) => [number, hash, base.head, broken ?? null]),
  ]);
  const before = kept.get(text.id);
  if (before?.of === of) return before;
  const { doc } = await readDocument(tx, text.id, text.version);
  const carrier = new Carrier(tx, text.id, doc);
  const carried: Callable[] = [];
  const broken = new Map<number, AmendmentFault>();
  for (const one of alive) {
    const { changes, broken: fault } = await carrier.carry(one);
    if (fault === undefined) carried.push({ number: one.number, changes });
    else broken.set(one.number, fault);
  }
  const discussions = orderApart(carried, doc, broken);
  if (kept.size >= textsKept) kept.clear();
  const placed = carried.filter(({ number }) => !broken.has(number));
  const { known: foresight, ...outlook } = foreseeApart(
    placed,
    doc,
    before?.head === text.head ? before.foresight : undefined,
  );
  const order = { of, head: text.head, discussions, broken, outlook, foresight };
  kept.set(text.id, order);
  return order;
}

/** One that cannot be placed is told among the broken, and the others are placed without it. */
function orderApart(
  carried: readonly Callable[],
  doc: TextNode,
  broken: Map<number, AmendmentFault>,
): Order["discussions"] {
  try {
    return callOrder(carried, doc);
  } catch {
    const placed = carried.filter((one) => isPlaced(one, doc));
    for (const { number } of carried) if (!placed.some((one) => one.number === number)) broken.set(number, "thrown");
    return placed.length < carried.length
      ? orderApart(placed, doc, broken)
      : placed.map(({ number }) => ({ calls: [[number]] }));
  }
}

function isPlaced(one: Callable, doc: TextNode): boolean {
  try {
    callOrder([one], doc);
    return true;
  } catch {
    return false;
  }
}

/** Our bug in one of them foretells nothing of the others, and stops no list. */
function foreseeApart(
  placed: readonly Callable[],
  doc: TextNode,
  before: Foresight | undefined,
): ReturnType<typeof foresee> {
  try {
    return foresee(placed, doc, before);
  } catch {
    return { ...noOutlook, known: new Map() };
  }
}
