import { answerOf, noResult, totalOf, type Answer, type Ranking } from "./answer.ts";
import { ranksSomething, type Ranked } from "./ranked.ts";

/** A number for each ordered pair of options. */
type Pairs<Value> = Readonly<Record<string, Readonly<Record<string, Value>>>>;

export interface SchulzeWorking {
  /** The votes that rank the first option above the second. */
  readonly matrix: Pairs<number>;
  /** The strength of the strongest path from the first option to the second, 0 when there is none. */
  readonly strengths: Pairs<number>;
  /** One strongest path, both ends included; empty when there is none. */
  readonly paths: Pairs<readonly string[]>;
  /** The option that beats every other one in a duel, if there is one. */
  readonly condorcetWinner: string | null;
}

interface Path {
  readonly strength: number;
  readonly through: readonly string[];
}

const noPath: Path = { strength: 0, through: [] };

/**
 * Condorcet, Schulze method (Schulze 2011, A new monotonic, clone-independent, reversal symmetric, and
 * Condorcet-consistent single-winner election method, §2) with winning votes: a link from A to B stands when more votes
 * rank A above B than B above A, and its strength is the number of the former, nothing else. A path is as strong as its
 * weakest link. A precedes B when the strongest path from A to B is stronger than the strongest one back. First are the
 * options that none precedes, then those that none precedes but these, and so on: options of one place are not
 * separated by the method.
 */
export function schulze(options: readonly string[], votes: readonly Ranked[]): Answer<SchulzeWorking> {
  const preferring = (a: string, b: string): number => duels.get(a)?.get(b) ?? 0;
  const path = (a: string, b: string): Path => paths.get(a)?.get(b) ?? noPath;
  const duels = countDuels(options, votes);
  const paths = strongestPaths(options, preferring);

  const beatsAll = (a: string): boolean => options.every((b) => a === b || preferring(a, b) > preferring(b, a));
  const working = {
    matrix: ofPairs(options, preferring),
    strengths: ofPairs(options, (a, b) => path(a, b).strength),
    paths: ofPairs(options, (a, b) => path(a, b).through),
    condorcetWinner: options.find(beatsAll) ?? null,
  };
  if (totalOf(votes.filter(ranksSomething)) === 0) return noResult(working);
  return answerOf(
    layers(options, (a, b) => path(a, b).strength > path(b, a).strength),
    working,
  );
}

type PairMap<Value> = ReadonlyMap<string, Map<string, Value>>;

function countDuels(options: readonly string[], votes: readonly Ranked[]): PairMap<number> {
  const duels = new Map(options.map((option) => [option, new Map<string, number>()]));
  for (const { count, ranking } of votes) {
    const places = new Map(ranking.flatMap((place, index) => place.map((option) => [option, index] as const)));
    const placeOf = (option: string): number => places.get(option) ?? ranking.length;
    for (const [better, against] of duels) {
      for (const worse of options) {
        if (placeOf(better) < placeOf(worse)) against.set(worse, (against.get(worse) ?? 0) + count);
      }
    }
  }
  return duels;
}

/** Schulze 2011, §2.3: every option in turn may stand between any two others. */
function strongestPaths(options: readonly string[], preferring: (a: string, b: string) => number): PairMap<Path> {
  const direct = (a: string, b: string): Path =>
    preferring(a, b) > preferring(b, a) ? { strength: preferring(a, b), through: [a, b] } : noPath;
  const paths = new Map(options.map((a) => [a, new Map(options.map((b) => [b, direct(a, b)]))]));
  for (const [between, onwards] of paths) {
    for (const [from, known] of paths) {
      const first = known.get(between) ?? noPath;
      for (const [to, second] of onwards) {
        const strength = Math.min(first.strength, second.strength);
        if (from === to || strength <= (known.get(to)?.strength ?? 0)) continue;
        known.set(to, { strength, through: [...first.through, ...second.through.slice(1)] });
      }
    }
  }
  return paths;
}

/** Peels off, time after time, the options that none of those left precedes. */
function layers(options: readonly string[], precedes: (a: string, b: string) => boolean): Ranking {
  const places: (readonly string[])[] = [];
  for (let left = options; left.length > 0;) {
    const first = left.filter((option) => !left.some((other) => precedes(other, option)));
    // Never empty: precedence is transitive (Schulze 2011, §4.1).
    if (first.length === 0) throw new Error("Each option left is preceded by another: precedence is not an order");
    places.push(first);
    left = left.filter((option) => !first.includes(option));
  }
  return places;
}

function ofPairs<Value>(options: readonly string[], value: (a: string, b: string) => Value): Pairs<Value> {
  return Object.fromEntries(
    options.map((a) => [a, Object.fromEntries(options.filter((b) => b !== a).map((b) => [b, value(a, b)]))]),
  );
}
