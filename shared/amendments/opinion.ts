import { ok, refuse, type Result } from "../refusals.ts";
import { isPending, type AmendmentLife, type Standing } from "./life.ts";

/** What is thought of an amendment before it is voted, in the words of parliaments; what it asks for may stand already. */
export const opinions = ["favourable", "unfavourable", "wisdom", "withdrawalAsked", "satisfied"] as const;
export type Opinion = (typeof opinions)[number];

/** Reads a stored opinion; throws on any other word (the store wrote something else: our bug). */
export function parseOpinion(stored: string): Opinion {
  const opinion = opinions.find((one) => one === stored);
  if (opinion === undefined) throw new Error(`Not an opinion: ${stored}`);
  return opinion;
}

/** An opinion is for those who are still to vote: none of what is decided or cannot be adopted, none once they vote. */
export function mayBeJudged(life: AmendmentLife, standing: Standing, ballotOpen: boolean): Result<null> {
  if (!isPending(life))
    return refuse("wrong-state", `amendment-${life.state === "notMoved" ? "not-moved" : life.state}`);
  if (standing.standing !== "live") return refuse("wrong-state", `amendment-${standing.standing}`);
  return ballotOpen ? refuse("ballot-open") : ok(null);
}

/** How often each opinion was given, in their order; those that nobody gave are left out. */
export function countOpinions(
  given: readonly Opinion[],
): readonly { readonly opinion: Opinion; readonly count: number }[] {
  return opinions.flatMap((opinion) => {
    const count = given.filter((one) => one === opinion).length;
    return count === 0 ? [] : [{ opinion, count }];
  });
}
