import { ok, refuse, type Result } from "../refusals.ts";
import { limits } from "../limits.ts";
import { tidyName } from "./delegation-list.ts";

/** What is said of a gathering when it is opened, and can be set again later. */
export interface GatheringFacts {
  readonly name: string;
  readonly place: string;
  /** YYYY-MM-DD, in `timeZone`. */
  readonly firstDay: string;
  /** IANA name, as `Europe/Paris`. */
  readonly timeZone: string;
  readonly language: string;
}

/** The facts as they are kept; refuses `malformed` an empty name, a day that no calendar has, an unknown zone or language. */
export function checkGathering(facts: GatheringFacts): Result<GatheringFacts> {
  const name = tidyName(facts.name);
  const place = tidyName(facts.place);
  const fits = (words: string): boolean => words !== "" && words.length <= limits.nameCharacters;
  if (!fits(name) || !fits(place)) return refuse("malformed");
  if (!isDay(facts.firstDay) || !isTimeZone(facts.timeZone) || facts.language !== "fr") return refuse("malformed");
  return ok({ ...facts, name, place });
}

/** A day of the calendar, written YYYY-MM-DD. */
function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("fr", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The name as it stands in addresses: `commune-des-communes`; `rencontre` when nothing of it can. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return slug === "" ? "rencontre" : slug;
}

/** The first of `slug`, `slug-2`, `slug-3`… that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** The zones that the form offers; any other IANA name is accepted as well. */
export const timeZones = [
  "Europe/Paris",
  "Europe/Brussels",
  "Europe/Luxembourg",
  "Europe/Zurich",
  "Europe/Rome",
  "Europe/Madrid",
  "America/Toronto",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Tahiti",
] as const;
