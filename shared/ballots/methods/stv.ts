import { noResult, rank, totalOf, type Answer } from "./answer.ts";
import { eliminate, nobodyLeaves, type Elimination } from "./elimination.ts";
import { compare, exactly, minus, over, plus, times, write, zero, type Exact } from "./exact.ts";
import { ranksSomething, type Ranked } from "./ranked.ts";

/** A number of votes, exact: whole as a number, any other as `"61/3"`. */
type Votes = number | string;

interface StvRound extends Elimination {
  /** The votes of each option not eliminated; whoever was elected in an earlier round holds the quota or a surplus. */
  readonly votes: Readonly<Record<string, Votes>>;
  /** The value of the votes that rank none of the options that could still take them. */
  readonly exhausted: Votes;
  /** Who is elected in this round. */
  readonly elected: readonly string[];
  /** Whose surplus is transferred after it; then nobody is eliminated. */
  readonly transferred: readonly string[];
}

export interface StvWorking {
  readonly seats: number;
  readonly quota: number;
  readonly rounds: readonly StvRound[];
  /** The options between which the assembly has to decide; empty when the count went to its end. */
  readonly tied: readonly string[];
}

/** Votes of one ranking, all of one value, and the option that holds them; null once exhausted. */
interface Pile {
  readonly ranking: readonly string[];
  readonly count: number;
  /** Piles that went the same way share it: sums and products are made once for all of them. */
  value: Exact;
  holder: string | null;
}

interface Elected {
  readonly option: string;
  readonly round: number;
  readonly votes: Exact;
}

/**
 * Single transferable vote. The Droop quota is the whole part of votes ÷ (seats + 1), plus one, of the votes that rank
 * something. Each round:
 *
 * 1. Whoever is in the race and has the quota is elected. If those left are no more than the seats left, they are
 *    elected too, without a quota. All seats filled, or nobody left: the end.
 * 2. If some elected hold more than the quota, the largest surplus is transferred (equal largest ones together, so that
 *    no order between them is chosen): all votes of that option, wherever they came from, go on at their value ×
 *    surplus ÷ votes of the option to the next option that they rank of those in the race (weighted inclusive Gregory).
 * 3. Otherwise the option with the fewest votes is eliminated and its votes go on at their value. Several with the
 *    fewest: a tie, until the assembly has decided which one leaves (`decisions`, in the order of such ties); who was
 *    elected before it stays so.
 *
 * A vote that ranks nobody left in the race is exhausted: an option that it does not list never gets it. Values are
 * exact fractions. The answer's ranking: the elected by round, then votes; who is left, at the end by votes, in a tie all
 * in one place; the eliminated, last first.
 */
export function singleTransferableVote(
  options: readonly string[],
  seats: number,
  votes: readonly Ranked[],
  decisions: readonly string[] = [],
): Answer<StvWorking> {
  const expressed = votes.filter(ranksSomething);
  const quota = droopQuota(totalOf(expressed), seats);
  const rounds: StvRound[] = [];
  if (totalOf(expressed) === 0) return noResult({ seats, quota, rounds, tied: [] });

  let racing: readonly string[] = options;
  const elected: Elected[] = [];
  const handedOn = new Set<string>();
  const isElected = (option: string): boolean => elected.some((one) => one.option === option);
  const out: string[] = [];
  const undecided = [...decisions];
  const full = exactly(1);
  const piles = expressed.map(({ count, ranking }): Pile => {
    const options = ranking.flat();
    return { ranking: options, count, value: full, holder: bestOf(options, racing) };
  });

  for (;;) {
    const tally = tallyOf(piles);
    const votesOf = (holder: string | null): Exact =>
      holder !== null && handedOn.has(holder) ? exactly(quota) : (tally.get(holder) ?? zero);
    const now = electedNow(racing, votesOf, quota, seats - elected.length);
    racing = racing.filter((option) => !now.includes(option));
    elected.push(...now.map((option) => ({ option, round: rounds.length, votes: votesOf(option) })));
    const ended = racing.length === 0 || elected.length === seats;

    const transferred = ended ? [] : largestSurpluses(options.filter(isElected), votesOf, quota);
    const leaving = ended || transferred.length > 0 ? nobodyLeaves : eliminate(fewest(racing, votesOf), undecided);
    const { tied, eliminated } = leaving;
    const shown = options.filter((option) => !out.includes(option));
    const held = Object.fromEntries(shown.map((option) => [option, write(votesOf(option))]));
    rounds.push({ votes: held, exhausted: write(votesOf(null)), elected: now, transferred, ...leaving });
    if (ended || (tied.length > 0 && eliminated === null)) {
      const places = rank(elected, byElection).map((place) => place.map(({ option }) => option));
      const standing = ended ? rank(racing, (a, b) => compare(votesOf(b), votesOf(a))) : [racing];
      const ranking = [...places, ...standing, ...[...out].reverse().map((option) => [option])];
      const working = { seats, quota, rounds, tied };
      return { outcome: ended ? "elected" : "tie", winners: places.flat(), ranking, working };
    }

    if (eliminated !== null) out.push(eliminated);
    racing = racing.filter((option) => option !== eliminated);
    for (const option of transferred) {
      lower(piles, option, over(minus(votesOf(option), exactly(quota)), votesOf(option)));
      handedOn.add(option);
    }
    for (const pile of piles) {
      const moves = pile.holder !== null && (pile.holder === eliminated || transferred.includes(pile.holder));
      if (moves) pile.holder = bestOf(pile.ranking, racing);
    }
  }
}

/** Exact where a division of large numbers would be rounded. */
const droopQuota = (votes: number, seats: number): number => Number(BigInt(votes) / (BigInt(seats) + 1n)) + 1;

const bestOf = (ranking: readonly string[], racing: readonly string[]): string | null =>
  ranking.find((option) => racing.includes(option)) ?? null;

function tallyOf(piles: readonly Pile[]): ReadonlyMap<string | null, Exact> {
  const counts = new Map<string | null, Map<Exact, number>>();
  for (const { holder, count, value } of piles) {
    const ofHolder = counts.get(holder) ?? new Map<Exact, number>();
    counts.set(holder, ofHolder.set(value, (ofHolder.get(value) ?? 0) + count));
  }
  return new Map(
    [...counts].map(([holder, values]) => [
      holder,
      [...values].reduce((total, [value, count]) => plus(total, times(exactly(count), value)), zero),
    ]),
  );
}

/** Takes what an option holds down to a part of its value. */
function lower(piles: readonly Pile[], option: string, part: Exact): void {
  const lowered = new Map<Exact, Exact>();
  for (const pile of piles) {
    if (pile.holder !== option) continue;
    const value = lowered.get(pile.value) ?? times(pile.value, part);
    lowered.set(pile.value, value);
    pile.value = value;
  }
}

type VotesOf = (holder: string | null) => Exact;

function electedNow(racing: readonly string[], votesOf: VotesOf, quota: number, seats: number): readonly string[] {
  const reaching = racing.filter((option) => compare(votesOf(option), exactly(quota)) >= 0);
  return racing.length <= seats ? racing : reaching;
}

function largestSurpluses(elected: readonly string[], votesOf: VotesOf, quota: number): readonly string[] {
  const over = elected.filter((option) => compare(votesOf(option), exactly(quota)) > 0);
  return over.filter((option) => over.every((other) => compare(votesOf(option), votesOf(other)) >= 0));
}

function fewest(racing: readonly string[], votesOf: VotesOf): readonly string[] {
  return racing.filter((option) => racing.every((other) => compare(votesOf(option), votesOf(other)) <= 0));
}

/** Elected earlier comes first; in one round, with more votes. */
const byElection = (a: Elected, b: Elected): number => a.round - b.round || compare(b.votes, a.votes);
