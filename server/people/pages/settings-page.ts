import { allow, timeZones } from "../../../shared/people/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { SettingsView } from "../../../shared/views/index.ts";
import type { PageDefinition } from "../../http/index.ts";
import type { TextsInWriting } from "../texts-in-writing.ts";
import { readSeatBook, seatLine } from "./seat-lines.ts";

const ofADelegation = new Set(["delegate", "observer"]);

/** The gathering's facts and who holds which role. */
export const settingsPage = (textsInWriting: TextsInWriting): PageDefinition => ({
  path: "/reglages",
  async read(context) {
    const { actor, gathering, shell } = context;
    const allowed = allow(actor, "gathering.set", { gathering: gathering.id });
    if (!allowed.ok) return allowed;
    const { name, place, firstDay, timeZone, publicDrafts, supporters, state } = gathering;
    const book = await readSeatBook(context, textsInWriting);
    const view: SettingsView = {
      page: "settings",
      shell,
      facts: { name, place, firstDay, timeZone, draftPublic: publicDrafts, supporters },
      timeZones,
      closed: state === "closed",
      seats: book.facts
        .filter((seat) => seat.delegation === null || seat.grants.some((grant) => !ofADelegation.has(grant.role)))
        .map((seat) => seatLine(seat, book)),
      texts: book.texts,
    };
    return ok(view);
  },
});
