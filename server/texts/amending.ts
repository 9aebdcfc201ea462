import { may } from "../../shared/people/index.ts";
import type { Amending, AmendingDeadline } from "../../shared/views/index.ts";
import type { PageContext } from "../http/index.ts";
import type { Tx } from "../storage/index.ts";
import type { TextFacts } from "./store.ts";

/** What rooms on the right know of ballots, and this one asks. */
export interface AmendingNeighbours {
  /** Whether a ballot is open on the whole of it. */
  isTextBeingVoted(this: void, tx: Tx, text: string): Promise<boolean>;
}

/** The same of amendments: until when they may be submitted to a text. */
export interface DeadlineNeighbours {
  deadlineOf(this: void, tx: Tx, text: string, atMs: number): Promise<AmendingDeadline | null>;
}

/** A delegate proposes for their own delegation, on a tabled text, and not while the whole of it is voted. */
export async function amendingOf(
  { tx, gathering, actor, shell }: PageContext,
  text: TextFacts,
  { isTextBeingVoted }: AmendingNeighbours,
): Promise<Amending | null> {
  const delegation = shell.me?.delegation?.id;
  if (gathering.state !== "open" || text.life.state !== "tabled" || delegation === undefined) return null;
  if (!may(actor, "amendment.submit", { gathering: gathering.id, delegation })) return null;
  return (await isTextBeingVoted(tx, text.id)) ? "voting" : "open";
}
