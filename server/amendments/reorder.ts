import { Type } from "typebox";

import { moveDiscussion, type Called } from "../../shared/amendments/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import { defineAct, type ActDefinition } from "../http/index.ts";
import { readText } from "../texts/index.ts";
import { discussionsInOrder } from "./call-order.ts";
import { keepOwnOrder, readOwnOrder } from "./own-order.ts";
import type { AmendmentNeighbours } from "./neighbours.ts";
import type { Tx } from "../storage/index.ts";
import { isAlive, readAmendmentsOn, type AmendmentFacts } from "./store.ts";

const id = Type.String({ minLength: 1, maxLength: limits.idCharacters });
const anyId = Type.String({ maxLength: limits.idCharacters });

/**
 * Its discussion is called before that of `before`, or last when that is empty; without an amendment the natural order
 * comes back. The minutes have the whole order. Not while one of them is being voted: what is voted en bloc is adopted in it.
 */
export const reorderAct = (neighbours: AmendmentNeighbours): ActDefinition =>
  defineAct({
    action: "amendment.reorder",
    body: Type.Object({ text: id, amendment: anyId, before: anyId }, { additionalProperties: false }),
    scope: async () => ok({}),
    async perform({ tx, gathering, record }, body) {
      const text = await readText(tx, gathering.id, body.text);
      if (!text) return refuse("not-found");
      if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
      const alive = (await readAmendmentsOn(tx, text.id)).filter((one) => isAlive(one) && one.parent === null);
      if (await isOneBeingVoted(tx, neighbours, alive)) return refuse("ballot-open");
      const order = await discussionsInOrder(tx, text, alive);
      const moved = body.amendment === "" ? ok([]) : moveIn(order, alive, body.amendment, body.before);
      if (!moved.ok) return moved;
      const ids = idsOf(moved.value, alive);
      const before = body.amendment === "" ? await readOwnOrder(tx, text.id) : idsOf(order, alive);
      if (ids.join(" ") !== before.join(" ")) {
        await keepOwnOrder(tx, text.id, ids);
        await record("amendment.reordered", { text: text.id, amendments: ids });
      }
      return ok({ see: "/tribune", body: { amendments: ids } });
    },
  });

function moveIn(
  order: readonly Called[],
  alive: readonly AmendmentFacts[],
  amendment: string,
  before: string,
): Result<readonly Called[]> {
  const numbers = new Map(alive.map((one) => [one.id, one.number]));
  const [number, next] = [numbers.get(amendment), before === "" ? null : numbers.get(before)];
  return number === undefined || next === undefined ? refuse("not-found") : moveDiscussion(order, number, next);
}

function idsOf(order: readonly Called[], alive: readonly AmendmentFacts[]): readonly string[] {
  const ids = new Map(alive.map((one) => [one.number, one.id]));
  return order.flatMap(({ calls }) => calls.flat()).flatMap((number) => ids.get(number) ?? []);
}

async function isOneBeingVoted(
  tx: Tx,
  neighbours: AmendmentNeighbours,
  amendments: readonly AmendmentFacts[],
): Promise<boolean> {
  for (const { id: one } of amendments) if (await neighbours.isBeingVoted(tx, one)) return true;
  return false;
}
