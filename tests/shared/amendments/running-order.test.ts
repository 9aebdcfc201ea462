import { describe, expect, it } from "vitest";

import {
  foresee,
  inRunningOrder,
  moveDiscussion,
  type Called,
  type Discussion,
} from "../../../shared/amendments/index.ts";
import * as laws from "../../support/amendments/order-laws.ts";
import { runs, seeds } from "../../support/runs.ts";

const { orderModel: model } = laws;

describe("the running order", () => {
  it.for<readonly [title: string, law: laws.OrderLaw]>([
    ["AMD-45 each is called once, in one order, with those that ask for the very same", laws.eachOnceInOneOrder],
    ["AMD-102 what the chair moves stays where it was put, whole discussions at a time", laws.keptAsMoved],
    ["AMD-103 one submitted later comes after the one that it follows in the text's order", laws.newOnesFindTheirPlace],
    ["AMD-104 what is foreseen of an adoption is what it does", laws.foreseenComesTrue],
  ])("%s", { timeout: 600_000 }, ([, law]) => {
    for (const seed of seeds([1])) expect(laws.tryOrderLaw(law, model, seed, runs(60, 2_000, 10))).toBe(null);
  });

  const one = (...numbers: readonly number[]): Discussion => ({ unit: "b", calls: numbers.map((number) => [number]) });
  const natural = [one(1), one(4, 2), one(3)];

  it("AMD-102 a discussion is moved by any of its amendments, before any of another's, or to the end", () => {
    expect(moveDiscussion(natural, 2, 1)).toEqual({ ok: true, value: [natural[1], natural[0], natural[2]] });
    expect(moveDiscussion(natural, 1, 3)).toEqual({ ok: true, value: [natural[1], natural[0], natural[2]] });
    expect(moveDiscussion(natural, 4, null)).toEqual({ ok: true, value: [natural[0], natural[2], natural[1]] });
    expect(moveDiscussion(natural, 4, 2)).toEqual({ ok: true, value: natural });
    expect(moveDiscussion(natural, 9, null)).toMatchObject({ ok: false, code: "not-found" });
    expect(moveDiscussion(natural, 1, 9)).toMatchObject({ ok: false, code: "not-found" });
  });

  it("AMD-102 numbers of what is called no more are passed over; two discussions that became one stand at the first place", () => {
    expect(inRunningOrder(natural, [3, 7, 1, 2])).toEqual([natural[2], natural[0], natural[1]]);
    expect(inRunningOrder([one(1, 3), one(2)], [3, 2, 1])).toEqual([one(1, 3), one(2)]);
    expect(inRunningOrder(natural, [])).toEqual(natural);
  });

  const mutants: readonly (readonly [title: string, law: laws.OrderLaw, mutant: Partial<laws.OrderModel>])[] = [
    [
      "amendments are called as they are given",
      laws.eachOnceInOneOrder,
      { callOrder: (given) => given.map(({ number }) => one(number)) },
    ],
    [
      "those that ask for the very same are called apart",
      laws.eachOnceInOneOrder,
      {
        callOrder: (given, base) =>
          model.callOrder(given, base).map((all) => ({ ...all, calls: all.calls.flat().map((number) => [number]) })),
      },
    ],
    [
      "a discussion loses its last call",
      laws.eachOnceInOneOrder,
      {
        callOrder: (given, base) =>
          model
            .callOrder(given, base)
            .map((all) => ({ ...all, calls: all.calls.slice(0, Math.max(1, all.calls.length - 1)) })),
      },
    ],
    ["the chair's order is forgotten", laws.keptAsMoved, { inRunningOrder: (order) => order }],
    [
      "what is moved goes behind the other",
      laws.keptAsMoved,
      {
        moveDiscussion: (order, number, before) => {
          const place = order.findIndex(({ calls }) => calls.flat().includes(before ?? 0));
          const next = order[place + 1]?.calls[0]?.[0] ?? null;
          return model.moveDiscussion(order, number, next);
        },
      },
    ],
    [
      "only the first of a joint discussion is remembered, its place last",
      laws.keptAsMoved,
      { inRunningOrder: (order, own) => model.inRunningOrder(order, own.slice(0, 1)) },
    ],
    [
      "what is new is called last",
      laws.newOnesFindTheirPlace,
      {
        inRunningOrder: (order, own) => {
          const isKnown = ({ calls }: Called): boolean => calls.flat().some((number) => own.includes(number));
          const known = model.inRunningOrder(order.filter(isKnown), own);
          return [...known, ...order.filter((discussion) => !isKnown(discussion))];
        },
      },
    ],
    [
      "nothing is foreseen",
      laws.foreseenComesTrue,
      { foresee: (given, text) => ({ ...foresee(given, text), ahead: new Map() }) },
    ],
    [
      "what falls is said of the other of the two",
      laws.foreseenComesTrue,
      {
        foresee: (given, text) => {
          const { ahead, ...outlook } = foresee(given, text);
          const turned = [...ahead].flatMap(([a, { falls, satisfied }]) =>
            falls.map((b) => [b, { falls: [a], satisfied }] as const),
          );
          return { ...outlook, ahead: new Map(turned) };
        },
      },
    ],
  ];

  it.for(mutants)("AMD-20 a mutant is seen: %s", ([, law, mutant]) => {
    expect(laws.tryOrderLaw(law, { ...model, ...mutant }, 1, 300)).not.toBe(null);
  });
});
