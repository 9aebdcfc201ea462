import { programmeTime, type Translate } from "../../../shared/i18n/index.ts";
import type { AgendaLine } from "../../../shared/views/index.ts";

/** `à 11 h 30`, `jusqu’à 12 h 30` when it is under way; nothing when no time is said. */
export function agendaTimes(item: AgendaLine, t: Translate): string {
  if (item.state === "current")
    return item.endMinutes === null ? "" : t("now.until", { time: programmeTime(item.endMinutes) });
  return item.startMinutes === null ? "" : t("now.next-at", { time: programmeTime(item.startMinutes) });
}
