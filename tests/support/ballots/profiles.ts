/** Random votes, few and alike enough that ties are frequent. Everything comes from `random`, numbers in [0, 1). */
export type Random = () => number;

export const below = (random: Random, end: number): number => Math.floor(random() * end);

export const pick = <Thing>(random: Random, things: readonly Thing[]): Thing => {
  const thing = things[below(random, things.length)];
  if (thing === undefined) throw new Error("Nothing to pick from");
  return thing;
};

function shuffled<Thing>(random: Random, things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}

/** So many options A, B, C… */
export const optionsOf = (number: number): readonly string[] =>
  Array.from({ length: number }, (_, index) => String.fromCharCode(65 + index));

/** Groups of votes that say the same; the same thing may be said by two groups, and a group may count 0. */
export function groups<Said>(random: Random, most: number, largest: number, said: () => Said) {
  return Array.from({ length: below(random, most + 1) }, () => ({ count: below(random, largest + 1), ...said() }));
}

/** Some of the options (in one ranking of two all of them), best first, with ties where they may be. */
export function ranking(random: Random, options: readonly string[], ties: boolean): string[][] {
  const listed = random() < 0.5 ? options.length : below(random, options.length + 1);
  const places: string[][] = [];
  for (const option of shuffled(random, options).slice(0, listed)) {
    const place = places.at(-1);
    if (place !== undefined && ties && random() < 0.25) place.push(option);
    else places.push([option]);
  }
  return places;
}

/** Each vote on a paper of its own. */
export function papersOf<Said extends object>(votes: readonly (Said & { readonly count: number })[]): readonly Said[] {
  return votes.flatMap((vote) => Array.from({ length: vote.count }, () => vote));
}
