import { optionsOf, type Asking } from "./asking.ts";
import type { MethodResult } from "./result.ts";

/** What a tie leaves to the assembly: the options still in the race and, in `stv`, the seats left; null where nothing is tied. */
interface TieLeft {
  readonly asking: Asking;
  /** By their numbers in the ballot that was tied; in the next one they are counted from 1 again. */
  readonly options: readonly string[];
}

export function tieLeft(asking: Asking, { outcome, answer }: MethodResult): TieLeft | null {
  if (outcome !== "tie" || !("options" in asking)) return null;
  const { working, winners } = answer;
  if (!("rounds" in working)) return asking.method === "stv" ? null : left(asking, winners);
  const elected = working.rounds.flatMap((round) => ("elected" in round ? round.elected : []));
  const racing = Object.keys(working.rounds[working.rounds.length - 1]?.votes ?? {});
  const options = optionsOf(asking).filter((option) => racing.includes(option) && !elected.includes(option));
  return left(asking.method === "stv" ? { ...asking, seats: asking.seats - elected.length } : asking, options);
}

const left = (asking: Extract<Asking, { readonly options: number }>, options: readonly string[]): TieLeft => ({
  asking: { ...asking, options: options.length },
  options,
});
