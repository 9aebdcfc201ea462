import type { Vote } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";
import { readVotesFrom } from "./vote-store.ts";

/** Votes of one ballot, found by who cast them and by the request that did. */
export class VotesFound {
  last: Vote | null = null;
  private readonly byVoter = new Map<string, Vote[]>();
  private readonly byKey = new Map<string, Vote>();

  constructor(votes: readonly Vote[]) {
    for (const vote of votes) this.add(vote);
  }

  get voters(): number {
    return this.byVoter.size;
  }

  get all(): readonly Vote[] {
    return [...this.byKey.values()];
  }

  of(voter: string): readonly Vote[] {
    return this.byVoter.get(voter) ?? none;
  }

  withKey(requestKey: string): Vote | null {
    return this.byKey.get(requestKey) ?? null;
  }

  add(vote: Vote): void {
    const own = this.byVoter.get(vote.voter);
    if (own) own.push(vote);
    else this.byVoter.set(vote.voter, [vote]);
    this.byKey.set(vote.requestKey, vote);
    this.last = vote;
  }
}

const none: readonly Vote[] = [];

/** Ballots whose votes are kept: those that are open at a time are few. */
const ballotsKept = 32;

/**
 * The votes of open ballots, as far as this process has read them. A vote is added and never changed, and their order has
 * no gaps: so a unit of work that finds the last known one where it was, the same, has to read only what follows it,
 * whoever wrote that. What a unit writes itself is known once it is on disk.
 */
export class KnownVotes {
  private readonly known = new Map<string, VotesFound>();

  /** All votes of the ballot as this unit of work sees them. */
  async read(tx: Tx, ballot: string): Promise<VotesFound> {
    const known = this.known.get(ballot);
    const last = known?.last ?? null;
    if (known && last) {
      const [same, ...later] = await readVotesFrom(tx, ballot, last.order);
      if (same?.requestKey === last.requestKey && same.receipt === last.receipt) {
        // By now another unit may have told them.
        for (const vote of later) if (vote.order > (known.last?.order ?? 0)) known.add(vote);
        // The last to be asked for is the last to go.
        this.known.delete(ballot);
        this.known.set(ballot, known);
        return known;
      }
    }
    const read = new VotesFound(await readVotesFrom(tx, ballot, 1));
    this.known.delete(ballot);
    const [oldest] = this.known.size >= ballotsKept ? this.known.keys() : [];
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(ballot, read);
    return read;
  }

  /** The vote is on disk. One that does not follow the last known is left to the next reading. */
  written(ballot: string, vote: Vote): void {
    const known = this.known.get(ballot);
    if (known && vote.order === (known.last?.order ?? 0) + 1) known.add(vote);
  }
}
