import { clockTime, longDate, type Place } from "../../../shared/i18n/index.ts";

/** Day and time of an act, as the words of a page take them. */
export const dayAndTime = (atMs: number, place: Place): { readonly day: string; readonly time: string } => ({
  day: longDate(atMs, place),
  time: clockTime(atMs, place),
});
