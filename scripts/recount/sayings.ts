/** What a vote says, by method (docs/ballot-format.md, "Votes"), and the fault when it says something else. */
import { choices, positions, type Position } from "../../shared/ballots/index.ts";
import { expect, object, string } from "../verify.ts";
import { elements, names, oneOf } from "./checks.ts";
import type { Saying } from "./votes.ts";

/** For, against, abstention or NPPV. */
export const choosing: Saying<(typeof choices)[number]> = {
  keys: ["choice"],
  read: (fields) => oneOf(fields, "choice", choices, "la réponse"),
};

export interface Standing {
  readonly position: Position;
  readonly reason: string | null;
}

/** Where somebody stands in a round of consent, and why, as far as the file says so: words can have been erased. */
export const standing: Saying<Standing> = {
  keys: ["position", "reason"],
  read: (fields) => {
    const position = oneOf(fields, "position", positions, "la position");
    const reason = "reason" in fields ? string(fields, "reason") : null;
    expect(reason === null || reason.trim() !== "", "son motif est vide.");
    const reasoned = position === "objection" || position === "reservation";
    expect(reasoned || reason === null, "seules les objections et les réserves ont un motif.");
    return { position, reason };
  },
};

/** The options that it marks; none is a blank vote. */
export const marking = (options: readonly string[], most: number): Saying<readonly string[]> => ({
  keys: ["options"],
  read: (fields) => {
    const marked = known(fields["options"], "options", options);
    expect(marked.length <= most, `il choisit ${marked.length} options, une seule est possible.`);
    return marked;
  },
});

/** The options in order, each inner list one place; none is a blank vote. */
export const ranking = (options: readonly string[], ties: boolean): Saying<readonly (readonly string[])[]> => ({
  keys: ["ranking"],
  read: (fields) => {
    const places = elements(fields["ranking"], "ranking").map((place) => {
      const tied = elements(place, "ranking");
      expect(tied.length > 0, "une place de son classement est vide.");
      expect(ties || tied.length === 1, "deux options y sont à égalité : cette méthode n’en veut pas.");
      return tied;
    });
    const listed = known(places.flat(), "ranking", options);
    let at = 0;
    return places.map((place) => listed.slice(at, (at += place.length)));
  },
});

/** A grade for each option, or for some of them. */
export const grading = (
  options: readonly string[],
  grades: readonly string[],
): Saying<ReadonlyMap<string, string>> => ({
  keys: ["grades"],
  read: (fields) => {
    const given = object(fields["grades"]);
    known(Object.keys(given), "grades", options);
    return new Map(Object.keys(given).map((option) => [option, oneOf(given, option, grades, "la mention")]));
  },
});

/** Options of the ballot, none of them twice. */
export function known(value: unknown, name: string, options: readonly string[]): readonly string[] {
  const listed = names(value, name, "l’option");
  for (const option of listed) expect(options.includes(option), `l’option « ${option} » n’est pas au scrutin.`);
  return listed;
}
