/**
 * Times as people in the hall read them, in the gathering's own zone: `11 h 52`, `dimanche`, `samedi 18 janvier`.
 * Milliseconds since 1970 come in; shared has no clock.
 */
export interface Place {
  readonly language: string;
  /** IANA name, as `Europe/Paris`. */
  readonly timeZone: string;
}

/** `11 h 52`, with no-break spaces. */
export function clockTime(atMs: number, place: Place): string {
  const { hour, minute } = parts(atMs, place);
  return `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** `11 h 52 min 08 s`, as a receipt says it. */
export function clockTimeWithSeconds(atMs: number, place: Place): string {
  const { hour, minute, second } = parts(atMs, place);
  return `${Number(hour)}\u00a0h\u00a0${minute}\u00a0min\u00a0${second}\u00a0s`;
}

/** `dimanche` */
export const weekday = (atMs: number, place: Place): string => formatter(place, { weekday: "long" }).format(atMs);

/** `samedi 18 h 30` */
export const weekdayAndTime = (atMs: number, place: Place): string =>
  `${weekday(atMs, place)} ${clockTime(atMs, place)}`;

/** `2020-01-18` and `18:30`, as fields of a form hold them. */
export function dayAndTime(atMs: number, place: Place): readonly [day: string, time: string] {
  const found: Record<string, string> = {};
  const options = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const asked = formatter({ ...place, language: "en-GB" }, { ...options, hourCycle: "h23" });
  for (const { type, value } of asked.formatToParts(atMs)) found[type] = value;
  const [year = "", month = "", day = "", hour = "", minute = ""] = Object.keys(options).map((key) => found[key]);
  return [`${year}-${month}-${day}`, `${hour}:${minute}`];
}

/** When a clock in that place shows this day and time; null when none does. Of an hour that comes twice, one of both. */
export function momentOf(day: string, time: string, place: Place): number | null {
  const shown = `${day}T${time}:00Z`;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00Z$/u.test(shown)) return null;
  const asUtc = Date.parse(shown);
  if (Number.isNaN(asUtc)) return null;
  let atMs = asUtc;
  // The zone's offset is that of the moment found, which may lie on the other side of a change of clocks.
  for (let tries = 0; tries < 2; tries++) {
    const [there, then] = dayAndTime(atMs, place);
    atMs += asUtc - Date.parse(`${there}T${then}:00Z`);
  }
  const [there, then] = dayAndTime(atMs, place);
  return there === day && then === time ? atMs : null;
}

/** `dimanche 19 janvier 2020` */
export const longDate = (atMs: number, place: Place): string =>
  formatter(place, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(atMs);

/** Minutes after midnight as a programme prints them: `9 h 30`, `9 h`. */
export function programmeTime(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}

type Clock = { readonly hour: string; readonly minute: string; readonly second: string };

function parts(atMs: number, place: Place): Clock {
  const found = { hour: "", minute: "", second: "" };
  const options = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
  for (const part of formatter(place, options).formatToParts(atMs)) {
    if (part.type === "hour" || part.type === "minute" || part.type === "second") found[part.type] = part.value;
  }
  return found;
}

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(place: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${place.language} ${place.timeZone} ${Object.keys(options).join(" ")}`;
  const before = made.get(id);
  if (before) return before;
  const now = new Intl.DateTimeFormat(place.language, { ...options, timeZone: place.timeZone });
  made.set(id, now);
  return now;
}
