/**
 * Instant run-off and single transferable vote, written slowly from docs/ballot-format.md alone: every vote is a paper of
 * its own that lies on somebody's pile. The value of a paper is a number of crumbs; all papers are broken into smaller
 * crumbs when that is needed to divide one exactly. Imports nothing of what it checks.
 */
import type { SlowAnswer } from "./marks-reference.ts";

export interface LinePaper {
  /** Best first. */
  readonly line: readonly string[];
}

export interface SlowRounds extends SlowAnswer {
  /** `"A 34, B 61/3; exhausted 0; elected A; transferred A; tied ; eliminated `", a line a round. */
  readonly rounds: readonly string[];
}

/** Wrong rules that can be planted. */
export interface Wrongly {
  readonly quota?: (papers: number, seats: number) => number;
  /** Which papers of whoever has a surplus go on. */
  readonly going?: "all" | "last";
  /** Which surplus goes first. */
  readonly first?: "largest" | "smallest" | "every";
  /** What to do when several have the fewest: decide by the order of the options. */
  readonly tie?: "declared" | "listed";
}

interface Paper extends LinePaper {
  pile: string;
  crumbs: bigint;
  /** The round in which it came to its pile. */
  since: number;
}

const nobody = "";

export function slowTransfers(
  options: readonly string[],
  seats: number,
  papersGiven: readonly LinePaper[],
  decisions: readonly string[],
  wrongly: Wrongly = {},
): SlowRounds & { readonly quota: number } {
  const { quota: quotaOf = droop, going = "all", first = "largest", tie = "declared" } = wrongly;
  const papers = papersGiven
    .filter((paper) => paper.line.length > 0)
    .map(({ line }): Paper => ({ line, pile: nobody, crumbs: 1n, since: 0 }));
  const quota = quotaOf(papers.length, seats);
  const rounds: string[] = [];
  if (papers.length === 0) return { outcome: "no-result", winners: [], ranking: [], rounds, quota };

  let crumbsAVote = 1n;
  const state = new Map(options.map((option) => [option, "racing"]));
  const being = (wanted: string): string[] => options.filter((option) => state.get(option) === wanted);
  const keepsQuota: string[] = [];
  const places: string[][] = [];
  const gone: string[] = [];
  const waiting = [...decisions];
  const pileOf = (option: string): Paper[] => papers.filter((paper) => paper.pile === option);
  const crumbsOf = (option: string): bigint =>
    keepsQuota.includes(option)
      ? BigInt(quota) * crumbsAVote
      : pileOf(option).reduce((all, one) => all + one.crumbs, 0n);
  const layDown = (paper: Paper): void => {
    paper.pile = paper.line.find((option) => state.get(option) === "racing") ?? nobody;
    paper.since = rounds.length;
  };
  papers.forEach(layDown);

  for (;;) {
    const racing = being("racing");
    const free = seats - being("elected").length;
    const now = racing.filter((option) => crumbsOf(option) >= BigInt(quota) * crumbsAVote || racing.length <= free);
    for (const option of now) state.set(option, "elected");
    places.push(...inPlaces(now, crumbsOf));
    const ended = being("racing").length === 0 || being("elected").length === seats;

    const over = being("elected").filter((option) => crumbsOf(option) > BigInt(quota) * crumbsAVote);
    const ordered = inPlaces(over, crumbsOf);
    const chosen = first === "every" ? over : ((first === "largest" ? ordered[0] : ordered.at(-1)) ?? []);
    const moving = ended ? [] : chosen;
    const least = ended || moving.length > 0 ? [] : (inPlaces(being("racing"), crumbsOf).at(-1) ?? []);
    const tied = least.length > 1 && tie === "declared" ? least : [];
    const decided = tied.includes(waiting[0] ?? nobody) ? waiting.shift() : undefined;
    const leaving = tied.length > 0 ? decided : least[0];
    const votes = options
      .filter((option) => state.get(option) !== "out")
      .map((option) => `${option} ${inVotes(crumbsOf(option), crumbsAVote)}`);
    const exhausted = inVotes(crumbsOf(nobody), crumbsAVote);
    rounds.push(
      `${votes.join(", ")}; exhausted ${exhausted}; elected ${now.join()}; transferred ${moving.join()}; tied ${tied.join()}; eliminated ${leaving ?? nobody}`,
    );
    if (ended || (moving.length === 0 && leaving === undefined)) {
      const standing = being("racing");
      const left = ended ? inPlaces(standing, crumbsOf) : [standing];
      const ranking = [...places, ...left, ...gone.map((option) => [option])];
      return { outcome: ended ? "elected" : "tie", winners: places.flat(), ranking, rounds, quota };
    }

    if (leaving !== undefined) {
      const moved = pileOf(leaving);
      state.set(leaving, "out");
      gone.unshift(leaving);
      moved.forEach(layDown);
      continue;
    }
    for (const option of moving) {
      const pile = pileOf(option);
      const arrived = Math.max(...pile.map((paper) => paper.since));
      const moved = going === "all" ? pile : pile.filter((paper) => paper.since === arrived);
      const whole = moved.reduce((all, one) => all + one.crumbs, 0n);
      const surplus = crumbsOf(option) - BigInt(quota) * crumbsAVote;
      for (const paper of papers) paper.crumbs *= moved.includes(paper) ? surplus : whole;
      crumbsAVote *= whole;
      keepsQuota.push(option);
      for (const paper of pile) if (!moved.includes(paper)) paper.pile = "kept";
    }
    for (const option of moving) pileOf(option).forEach(layDown);
  }
}

/** More than half of the papers that lie on a pile; until then the one with the fewest leaves. */
export function slowRunoff(
  options: readonly string[],
  papersGiven: readonly LinePaper[],
  decisions: readonly string[],
  half: (lying: number, all: number) => number = (lying) => lying / 2,
): SlowRounds {
  const papers = papersGiven.filter((paper) => paper.line.length > 0);
  if (papers.length === 0) return { outcome: "no-result", winners: [], ranking: [], rounds: [] };
  const rounds: string[] = [];
  const waiting = [...decisions];
  let racing = [...options];
  const gone: string[] = [];
  for (;;) {
    const field = racing;
    const pile = (option: string): number =>
      papers.filter((paper) => paper.line.find((one) => field.includes(one)) === option).length;
    const lying = papers.filter((paper) => paper.line.some((one) => field.includes(one))).length;
    const elected = racing.find((option) => pile(option) > half(lying, papers.length));
    const least = racing.filter((option) => racing.every((other) => pile(other) >= pile(option)));
    const tied = elected === undefined && least.length > 1 ? least : [];
    const decided = tied.includes(waiting[0] ?? nobody) ? waiting.shift() : undefined;
    const leaving = elected !== undefined ? undefined : tied.length > 0 ? decided : least[0];
    const votes = racing.map((option) => `${option} ${pile(option)}`).join(", ");
    rounds.push(`${votes}; exhausted ${papers.length - lying}; tied ${tied.join()}; eliminated ${leaving ?? nobody}`);
    if (leaving !== undefined) {
      racing = racing.filter((option) => option !== leaving);
      gone.unshift(leaving);
      continue;
    }
    const standing = elected === undefined ? [racing] : inPlaces(racing, (option) => BigInt(pile(option)));
    const ranking = [...standing, ...gone.map((option) => [option])];
    if (elected === undefined) return { outcome: "tie", winners: [], ranking, rounds };
    return { outcome: "elected", winners: [elected], ranking, rounds };
  }
}

const droop = (papers: number, seats: number): number => Math.floor(papers / (seats + 1)) + 1;

/** From most to fewest, those with as many together. */
function inPlaces(options: readonly string[], crumbsOf: (option: string) => bigint): string[][] {
  const places: string[][] = [];
  let left = [...options];
  while (left.length > 0) {
    const best = left.filter((option) => left.every((other) => crumbsOf(other) <= crumbsOf(option)));
    places.push(best);
    left = left.filter((option) => !best.includes(option));
  }
  return places;
}

/** As few crumbs as the number can be written with. */
function inVotes(crumbs: bigint, crumbsAVote: bigint): string {
  let [a, b] = [crumbs, crumbsAVote];
  while (b > 0n) [a, b] = [b, a % b];
  return crumbsAVote === a ? `${crumbs / a}` : `${crumbs / a}/${crumbsAVote / a}`;
}
