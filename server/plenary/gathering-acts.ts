import { eq } from "drizzle-orm";
import { Type } from "typebox";

import { currentItem, screenChoices } from "../../shared/plenary/index.ts";
import { ok, refuse } from "../../shared/refusals.ts";
import { underWay } from "../../shared/ballots/index.ts";
import { listBallots } from "../ballots/index.ts";
import { defineAct } from "../http/index.ts";
import { readAgenda } from "./agenda-store.ts";

/** What the hall's screen shows. No act of the assembly: not journaled. */
const show = defineAct({
  action: "screen.show",
  body: Type.Object(
    { show: Type.Union(screenChoices.map((choice) => Type.Literal(choice))) },
    { additionalProperties: false },
  ),
  scope: async () => ok({}),
  async perform({ tx, gathering, afterDisk }, { show }) {
    const { gatherings } = tx.tables;
    await tx.db.update(gatherings).set({ screen: show }).where(eq(gatherings.id, gathering.id));
    afterDisk((hub) => hub.changed(gathering.id));
    return ok({ see: "/tribune" });
  },
});

/** Ends the gathering: afterwards nothing is decided any more. */
const close = defineAct({
  action: "gathering.close",
  body: Type.Object({}, { additionalProperties: false }),
  scope: async () => ok({}),
  async perform({ tx, gathering, record }) {
    // A ballot that an earlier version left counted under an item that is over keeps nobody from ending.
    const current = currentItem(await readAgenda(tx, gathering.id))?.id;
    const voted = await listBallots(tx, gathering.id, underWay);
    if (voted.some(({ state, item }) => state === "open" || item === current)) return refuse("ballot-open");
    const { gatherings } = tx.tables;
    await tx.db.update(gatherings).set({ state: "closed" }).where(eq(gatherings.id, gathering.id));
    await record("gathering.closed", {});
    return ok({ see: "/" });
  },
});

export const gatheringActs = [show, close];
