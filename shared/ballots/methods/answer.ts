/** What a count comes to, in the words of docs/ballot-format.md. */
export const methodOutcomes = [
  "adopted",
  "rejected",
  "no-result",
  "no-quorum",
  "elected",
  "tie",
  "consent",
  "reservations",
  "objections",
  "indicative",
] as const;
export type MethodOutcome = (typeof methodOutcomes)[number];

/** Best first; the options of one inner list are equal. */
export type Ranking = readonly (readonly string[])[];

/** The one face of every method. `working` is all that it takes to redo the count by hand. */
export interface Answer<Working> {
  readonly outcome: MethodOutcome;
  /** Who was elected; in a tie for the first place, all who share it. */
  readonly winners: readonly string[];
  readonly ranking: Ranking;
  readonly working: Working;
}

/** So many votes (in weights) that say the same. */
export type Counted<Said> = Said & { readonly count: number };

/** The first place decides: alone it is elected, shared it is a tie. */
export function answerOf<Working>(ranking: Ranking, working: Working): Answer<Working> {
  const winners = ranking[0] ?? [];
  return { outcome: winners.length === 1 ? "elected" : "tie", winners, ranking, working };
}

/** Nothing was expressed: nobody is elected, nobody ranked. */
export const noResult = <Working>(working: Working): Answer<Working> => ({
  outcome: "no-result",
  winners: [],
  ranking: [],
  working,
});

/** Puts things in order, those that compare as 0 in one place. */
export function rank<Thing>(things: readonly Thing[], compare: (a: Thing, b: Thing) => number): readonly Thing[][] {
  const places: Thing[][] = [];
  for (const thing of [...things].sort(compare)) {
    const place = places[places.length - 1];
    const [equal] = place ?? [];
    if (place !== undefined && equal !== undefined && compare(equal, thing) === 0) place.push(thing);
    else places.push([thing]);
  }
  return places;
}

export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

/** How many votes there are, in weights. */
export const totalOf = (votes: readonly { readonly count: number }[]): number => sum(votes.map((vote) => vote.count));
