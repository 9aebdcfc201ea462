import { assertNever } from "../refusals.ts";
import { choices, isChoice } from "./choice.ts";

/** The grades of majority judgment, worst first (Balinski & Laraki 2011). */
export const grades = ["reject", "insufficient", "passable", "fairlyGood", "good", "veryGood", "excellent"] as const;
export type Grade = (typeof grades)[number];

/** Where somebody stands in a round of consent. */
const stances = ["consent", "reservation", "objection"] as const;

/** On which side the chair may see an evident majority. */
export const evidentSides = ["for", "against"] as const;
export type EvidentSide = (typeof evidentSides)[number];

/** Methods that put options side by side. */
export const optionMethods = [
  "choice",
  "approval",
  "majority-judgment",
  "schulze",
  "instant-runoff",
  "stv",
  "temperature",
] as const;
type OptionMethod = (typeof optionMethods)[number];

/**
 * What each voter is asked. Options are numbered `1`, `2`, `3`…, as many as `options` says: their words stand beside,
 * among the typed words, and can be erased.
 */
export type Asking =
  | { readonly method: "yes-no" | "consent" }
  /** For and against by hands that nobody counts: the chair says on which side the majority is. */
  | { readonly method: "evident" }
  | { readonly method: Exclude<OptionMethod, "stv">; readonly options: number }
  | { readonly method: "stv"; readonly options: number; readonly seats: number };

/** Whatever the method: a blank vote, which is cast and expresses nothing, and NPPV, which is not cast. */
export const blank = "abstention";
export const notTakingPart = "notTakingPart";

/** Null unless the method has the options that it needs, two at least, and fewer seats than options. */
export function parseAsking(asked: {
  readonly method: string;
  readonly options?: number | undefined;
  readonly seats?: number | undefined;
}): Asking | null {
  const { method, options, seats } = asked;
  if (method === "yes-no" || method === "consent" || method === "evident")
    return options === undefined && seats === undefined ? { method } : null;
  const known = optionMethods.find((one) => one === method);
  if (known === undefined || options === undefined || options < 2) return null;
  if (known === "stv") return seats !== undefined && seats < options ? { method: known, options, seats } : null;
  return seats === undefined ? { method: known, options } : null;
}

/** The numbers of the options, as votes and the record name them. */
export const optionsOf = (asking: Asking): readonly string[] =>
  "options" in asking ? Array.from({ length: asking.options }, (_, i) => String(i + 1)) : [];

/** What the ballot's own hash lists as `options` (docs/record-format.md, Ballot). */
export function answersOf(asking: Asking): readonly string[] {
  if (asking.method === "yes-no") return choices;
  if (asking.method === "evident") return evidentSides;
  return asking.method === "consent" ? [...stances, blank, notTakingPart] : optionsOf(asking);
}

/**
 * What a vote says, in its one written form: `for`; `2` (choice); `1,3` (approval, temperature); `2>1=3` (rankings, the
 * best first, `=` between equals where the method takes them); `1:good,2:reject` (grades); `objection`; and `abstention`
 * and `notTakingPart` in all. Null when it says none of these.
 */
export function readSaid(asking: Asking, said: string): string | null {
  if (asking.method === "evident") return null;
  if (said === blank || said === notTakingPart) return said;
  switch (asking.method) {
    case "yes-no":
      return isChoice(said) ? said : null;
    case "consent":
      return stances.find((stance) => stance === said) ?? null;
    case "choice":
    case "temperature":
      return optionsOf(asking).includes(said) ? said : null;
    case "approval":
      return inOrder(asking, readList(said, ","))?.join(",") ?? null;
    case "majority-judgment":
      return readGrades(asking, said);
    case "schulze":
      return readRanking(asking, said);
    case "instant-runoff":
    case "stv":
      return said.includes("=") ? null : readRanking(asking, said);
    default:
      return assertNever(asking);
  }
}

/** The options that an approval marks; of a choice, the one. */
export const markedIn = (said: string): readonly string[] => (said === blank ? [] : readList(said, ","));

/** The places of a ranking, best first. */
export const placesIn = (said: string): readonly (readonly string[])[] =>
  said === blank ? [] : readList(said, ">").map((place) => readList(place, "="));

/** The grade that each option got; the options that are not named got none. */
export const gradesIn = (said: string): ReadonlyMap<string, string> =>
  new Map(readList(said, ",").map((given) => [given.split(":")[0] ?? "", given.split(":")[1] ?? ""]));

const readList = (said: string, parted: "," | ">" | "="): readonly string[] => said.split(parted);

/** Each an option, none twice; null otherwise. */
function inOrder(asking: Asking, named: readonly string[]): readonly string[] | null {
  const options = optionsOf(asking);
  const all = new Set(named);
  if (named.length === 0 || all.size !== named.length || !named.every((one) => options.includes(one))) return null;
  return options.filter((option) => all.has(option));
}

/** Equals are written in the order of their numbers; the options left out share the last place, unwritten. */
function readRanking(asking: Asking, said: string): string | null {
  const places = placesIn(said);
  if (inOrder(asking, places.flat()) === null) return null;
  return places.map((place) => inOrder(asking, place)?.join("=") ?? "").join(">");
}

function readGrades(asking: Asking, said: string): string | null {
  const given = readList(said, ",").map((one) => one.split(":"));
  const byOption = gradesIn(said);
  const options = inOrder(asking, [...byOption.keys()]);
  const known = given.every(([, grade, ...more]) => more.length === 0 && grades.some((one) => one === grade));
  if (options === null || byOption.size !== given.length || !known) return null;
  return options.map((option) => `${option}:${byOption.get(option) ?? ""}`).join(",");
}
