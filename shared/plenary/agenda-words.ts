import { canonicalJson } from "../journal/index.ts";
import type { AgendaItem } from "./agenda.ts";

/** The fields of an item that people type; the journal holds their salted hash. */
export type AgendaFields = Pick<AgendaItem, "day" | "startMinutes" | "endMinutes" | "title" | "kind" | "note">;

/** The fields as they are hashed: canonical JSON, what is not said left out. */
export function agendaWords({ day, startMinutes, endMinutes, title, kind, note }: AgendaFields): string {
  return canonicalJson({
    day,
    kind,
    title,
    ...(startMinutes === null ? {} : { startMinutes }),
    ...(endMinutes === null ? {} : { endMinutes }),
    ...(note === null ? {} : { note }),
  });
}
