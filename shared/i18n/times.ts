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
