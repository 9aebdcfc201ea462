import { countBallot, type CountInput } from "../../../shared/ballots/index.ts";

/** Rankings as people write them: `A>B=C *8; D`, eight votes for A before B and C, one for D. */
const rankings = (written: string) =>
  written.split(";").map((group) => {
    const [line = "", count = "1"] = group.split("*");
    const places = line.split(">").map((place) => place.split("=").map((option) => option.trim()));
    return { count: Number(count), ranking: places.filter(([first]) => first !== "") };
  });

const freely = { rule: { majority: null, quorum: null }, roll: null };

export const schulzeOf = (options: string, written: string) =>
  countBallot({ method: "schulze", options: options.split(" "), votes: rankings(written), ...freely });

export const runoffOf = (options: string, written: string, decisions: readonly string[] = []) =>
  countBallot({
    method: "instant-runoff",
    options: options.split(" "),
    votes: rankings(written),
    decisions,
    ...freely,
  });

export const stvOf = (seats: number, options: string, written: string, decisions: readonly string[] = []) =>
  countBallot({ method: "stv", seats, options: options.split(" "), votes: rankings(written), decisions, ...freely });

/** Options A, B, C…, each with how many times it got each grade, worst first. */
export function judgmentOf(tallies: readonly (readonly number[])[], voters?: number) {
  const all = tallies.map((tally) => tally.reduce((sum, count) => sum + count, 0));
  return countBallot({
    method: "majority-judgment",
    grades: (tallies[0] ?? []).map((_, index) => `g${index}`),
    tallies: new Map(tallies.map((tally, index) => [String.fromCharCode(65 + index), tally])),
    voters: voters ?? Math.max(0, ...all),
    ...freely,
  });
}

/** Marks as people write them: `A B *3; *2`, three votes for A and B, two blank ones. */
export const marksOf = (
  method: "choice" | "approval" | "temperature",
  options: string,
  written: string,
  asked: Pick<CountInput, "rule" | "roll"> = freely,
) =>
  countBallot({
    method,
    options: options.split(" "),
    votes: written.split(";").map((group) => {
      const [marked = "", count = "1"] = group.split("*");
      return { count: Number(count), options: marked.split(" ").filter((option) => option !== "") };
    }),
    ...asked,
  });

/** `A 42 B 26` of each round. */
export function roundsOf({ working }: ReturnType<typeof countBallot>): readonly string[] {
  if (!("rounds" in working)) throw new Error("No rounds");
  return working.rounds.map(({ votes }) =>
    Object.entries(votes)
      .map(([option, held]) => `${option} ${held}`)
      .join(" "),
  );
}
