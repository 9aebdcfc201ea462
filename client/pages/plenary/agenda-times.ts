import { longDate, programmeTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { AgendaLine, Shell } from "../../../shared/views/index.ts";
import { placeOf } from "../../page/index.ts";

/** `à 11 h 30`, `dimanche à 9 h` on another day, `jusqu’à 12 h 30` when it is under way; nothing when no time is said. */
export function agendaTimes(item: AgendaLine, shell: Shell, t: Translate): string {
  if (item.state === "current")
    return item.endMinutes === null ? "" : t("now.until", { time: programmeTime(item.endMinutes) });
  const time = item.startMinutes === null ? "" : t("now.next-at", { time: programmeTime(item.startMinutes) });
  return [otherDay(item, shell), time].filter((words) => words !== "").join(" ");
}

/** The weekday of an item that is not today's. */
export function otherDay({ dayMs }: AgendaLine, shell: Shell): string {
  const place = placeOf(shell);
  return longDate(dayMs, place) === longDate(shell.nowMs, place) ? "" : weekday(dayMs, place);
}
