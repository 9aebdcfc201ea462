import { eq } from "drizzle-orm";
import { Type } from "typebox";

import { ok, refuse } from "../../../shared/refusals.ts";
import { defineAct, type ActDefinition } from "../../http/index.ts";
import { revokeCodes } from "../codes.ts";
import { removeGrant } from "../grants.ts";
import type { OwnWords } from "../own-words.ts";
import { findSeatFacts } from "../seats.ts";
import { endSessions } from "../sessions.ts";
import { isLastOrganiser } from "./role-acts.ts";
import { anyId } from "./parts.ts";

/**
 * Erases a person: name, contact, roles, codes, sessions and what they said in discussions. What they did stays in the journal under an id that names
 * nobody any more.
 */
const erase = (ownWords: OwnWords): ActDefinition =>
  defineAct({
    action: "person.erase",
    afterClosing: true,
    body: Type.Object({ participant: anyId }, { additionalProperties: false }),
    scope: async (_tx, _gathering, { participant }) => ok({ participant }),
    async perform(context, { participant }) {
      const { tx, gathering, atMs, record } = context;
      const seat = await findSeatFacts(tx, gathering.id, participant);
      if (!seat.ok) return seat;
      if (seat.value.erased) return refuse("not-found");
      if (await isLastOrganiser(context, participant)) return refuse("wrong-state", "last-organiser");
      const { participants } = tx.tables;
      await tx.db
        .update(participants)
        .set({ name: null, contact: null, erased: true })
        .where(eq(participants.id, participant));
      for (const grant of seat.value.grants) await removeGrant(tx, participant, grant);
      await revokeCodes(tx, participant);
      await endSessions(tx, participant, "erased", atMs);
      await ownWords.erase(tx, gathering.id, participant);
      await record("person.erased", { participant });
      return ok({ see: context.actor.participant === participant ? "/" : "/reglages" });
    },
  });

export const personActs = (ownWords: OwnWords): readonly ActDefinition[] => [erase(ownWords)];
