import fc from "fast-check";
import { expect } from "vitest";

import {
  adoptionCommit,
  adoptionEffects,
  callOrder,
  canonicalise,
  changeSetHash,
  foresee,
  inRunningOrder,
  moveDiscussion,
  type Callable,
  type Called,
} from "../../../shared/amendments/index.ts";
import type { TextNode } from "../../../shared/texts/index.ts";
import { arbStrokes, arbText, edit } from "./french.ts";
import { accepted } from "./laws.ts";

/** What the laws of the running order are held against: the real functions, or a mutant of one of them. */
export interface OrderModel {
  readonly callOrder: typeof callOrder;
  readonly inRunningOrder: typeof inRunningOrder;
  readonly moveDiscussion: typeof moveDiscussion;
  readonly foresee: typeof foresee;
}

export const orderModel: OrderModel = { callOrder, inRunningOrder, moveDiscussion, foresee };

/** Amendments of one text, and two numbers by which some of them are picked. */
interface OrderSample {
  readonly base: TextNode;
  readonly amendments: readonly Callable[];
  readonly pick: number;
  readonly other: number;
}

/** Some ask for the very same as the one before them. */
const arbOrderSample: fc.Arbitrary<OrderSample> = fc
  .record({
    base: arbText(4, 20),
    authors: fc.array(fc.tuple(arbStrokes(3), fc.nat(3)), { minLength: 2, maxLength: 8 }),
    pick: fc.nat(1_000),
    other: fc.nat(1_000),
  })
  .map(({ base, authors, pick, other }) => {
    const sets = authors.flatMap(([strokes, twin], k) => {
      const changes = accepted(canonicalise(base, edit(base, strokes, `n${k}`)));
      return changes.length === 0 ? [] : twin === 0 ? [changes, changes] : [changes];
    });
    return { base, amendments: sets.map((changes, k) => ({ number: k + 1, changes })), pick, other };
  });

/** Throws when the sample breaks it. */
export type OrderLaw = (is: OrderModel, sample: OrderSample) => void;

const flat = (order: readonly Called[]): readonly number[] => order.flatMap(({ calls }) => calls.flat());
const numberAt = (order: readonly Called[], pick: number): number => {
  const numbers = flat(order);
  return numbers[pick % numbers.length] ?? 0;
};

export const eachOnceInOneOrder: OrderLaw = (is, { base, amendments, pick }) => {
  const order = is.callOrder(amendments, base);
  expect(flat(order).toSorted((a, b) => a - b)).toEqual(amendments.map(({ number }) => number));
  const at = amendments.length === 0 ? 0 : pick % amendments.length;
  const turned = [...amendments.slice(at), ...amendments.slice(0, at)].toReversed();
  expect(is.callOrder(turned, base)).toEqual(order);
  const hashOf = (number: number | undefined): string => changeSetHash(amendments[(number ?? 1) - 1]?.changes ?? []);
  const called = order.flatMap(({ calls }) => calls.map(([first]) => hashOf(first)));
  expect(new Set(called).size).toBe(called.length);
};

/** Moved, written down as numbers and read again: the same order, and every discussion whole. */
export const keptAsMoved: OrderLaw = (is, { base, amendments, pick, other }) => {
  const natural = is.callOrder(amendments, base);
  if (natural.length === 0) return;
  const [number, before] = [numberAt(natural, pick), other % 5 === 0 ? null : numberAt(natural, other)];
  const moved = accepted(is.moveDiscussion(natural, number, before));
  expect(is.inRunningOrder(natural, flat(moved))).toEqual(moved);
  const holding = (wanted: number) => moved.findIndex(({ calls }) => calls.flat().includes(wanted));
  const wanted = before === null ? moved.length : holding(before);
  if (before === null || holding(before) !== holding(number)) expect(holding(number)).toBe(wanted - 1);
  expect(new Set(moved)).toEqual(new Set(natural));
};

/** One that came after the chair's order was made is called after the one that it follows in the text's order. */
export const newOnesFindTheirPlace: OrderLaw = (is, { base, amendments, pick, other }) => {
  const natural = is.callOrder(amendments, base);
  if (natural.length < 2) return;
  const fresh = natural[pick % natural.length];
  const known = natural.filter((one) => one !== fresh);
  const own = flat(accepted(is.moveDiscussion(known, numberAt(known, other), null)));
  const order = is.inRunningOrder(natural, own);
  expect(flat(order.filter((one) => one !== fresh))).toEqual(own);
  const before = natural[natural.findIndex((one) => one === fresh) - 1];
  const place = order.findIndex((one) => one === fresh);
  expect(order[place - 1]).toBe(before);
};

/** What is foreseen is what the adoption does; those that ask for the very same are left out. */
export const foreseenComesTrue: OrderLaw = (is, { base, amendments }) => {
  const { ahead, free } = is.foresee(amendments, base);
  for (const one of amendments) {
    const adopted = adoptionCommit(base, one.changes, 1);
    if (!adopted.ok) continue;
    const others = amendments.filter(({ changes }) => changeSetHash(changes) !== changeSetHash(one.changes));
    const waiting = others.map(({ number, changes }) => ({ id: String(number), changes, base }));
    const effects = adoptionEffects(waiting, base, adopted.value.doc);
    const numbers = (ids: readonly string[]): readonly number[] => ids.map(Number).toSorted((a, b) => a - b);
    const done = { falls: numbers(effects.fallen), satisfied: numbers(effects.satisfied) };
    expect(ahead.get(one.number) ?? { falls: [], satisfied: [] }).toEqual(done);
    if (free.has(one.number)) expect(done).toEqual({ falls: [], satisfied: [] });
  }
};

/** Null when no sample of so many breaks it; else what broke. */
export function tryOrderLaw(law: OrderLaw, is: OrderModel, seed: number, numRuns: number): string | null {
  const checked = fc.check(
    fc.property(arbOrderSample, (sample) => law(is, sample)),
    { seed, numRuns },
  );
  return checked.failed ? (fc.defaultReportMessage(checked) ?? "failed") : null;
}
