import { eq } from "drizzle-orm";
import { Type } from "typebox";

import { momentOf, weekdayAndTime } from "../../shared/i18n/index.ts";
import { limits } from "../../shared/limits.ts";
import { ok, refuse, type Result } from "../../shared/refusals.ts";
import type { AmendingDeadline } from "../../shared/views/index.ts";
import { defineAct, type ActDefinition, type ActGathering } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import { readText } from "../texts/index.ts";

/** Until when amendments to a text may be submitted; null: as long as it is tabled. */
async function readDeadline(tx: Tx, text: string): Promise<number | null> {
  const { amending } = tx.tables;
  const [row] = await tx.db.select({ untilMs: amending.untilMs }).from(amending).where(eq(amending.text, text));
  return row?.untilMs ?? null;
}

async function keepDeadline(tx: Tx, text: string, untilMs: number | null): Promise<void> {
  const { amending } = tx.tables;
  await tx.db
    .insert(amending)
    .values({ text, untilMs })
    .onConflictDoUpdate({ target: amending.text, set: { untilMs } });
}

/** A new amendment comes too late after it, by the server's clock; the refusal says since when. */
export async function checkDeadline(
  tx: Tx,
  gathering: ActGathering,
  text: string,
  atMs: number,
): Promise<Result<null>> {
  const untilMs = await readDeadline(tx, text);
  if (untilMs === null || atMs <= untilMs) return ok(null);
  return refuse("wrong-state", `deadline-past:${weekdayAndTime(untilMs, gathering)}`);
}

export async function deadlineOf(tx: Tx, text: string, atMs: number): Promise<AmendingDeadline | null> {
  const untilMs = await readDeadline(tx, text);
  return untilMs === null ? null : { untilMs, past: atMs > untilMs };
}

/**
 * The chair says until when amendments to a text may be submitted: a day and a time in the gathering's zone, later or
 * earlier than before; neither lifts it. What was submitted may still be revised, signed and taken over afterwards.
 */
export const deadlineAct: ActDefinition = defineAct({
  action: "amendment.deadline",
  body: Type.Object(
    {
      text: Type.String({ minLength: 1, maxLength: limits.idCharacters }),
      day: Type.String({ maxLength: 10 }),
      time: Type.String({ maxLength: 5 }),
    },
    { additionalProperties: false },
  ),
  scope: async () => ok({}),
  async perform({ tx, gathering, record }, { text: named, day, time }) {
    const text = await readText(tx, gathering.id, named);
    if (!text) return refuse("not-found");
    if (text.life.state !== "tabled") return refuse("wrong-state", `text-${text.life.state}`);
    const lifts = day === "" && time === "";
    const untilMs = lifts ? null : momentOf(day, time, gathering);
    if (untilMs === null && !lifts) return refuse("malformed");
    const see = "/amendements";
    if (untilMs === (await readDeadline(tx, text.id))) return ok({ see });
    await keepDeadline(tx, text.id, untilMs);
    await record("amendment.deadlineSet", { text: text.id, ...(untilMs === null ? {} : { untilMs }) });
    return ok({ see });
  },
});
