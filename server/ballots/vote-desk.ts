import type { RollEntry, Vote } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";
import {
  addVote,
  countVoted,
  nextOrder,
  readCastAt,
  readRollEntries,
  readVotesOfAll,
  type CastAt,
} from "./vote-store.ts";

/** For whom a vote is asked, and by which request. */
export interface AskedVote {
  readonly voter: string;
  readonly requestKey: string;
}

/**
 * What casting looks at in one ballot, within one unit of work: read once for all the votes of the unit, because they come
 * by the hundred, and kept in step with what the unit writes.
 */
export class VoteDesk {
  readonly at: CastAt;
  private readonly tx: Tx;
  private readonly ballot: string;
  private readonly roll: ReadonlyMap<string, RollEntry>;
  private readonly byVoter = new Map<string, Vote[]>();
  private readonly byKey = new Map<string, Vote>();
  private readonly asked: ReadonlySet<string>;
  private next: number;
  private count: number;

  constructor(tx: Tx, ballot: string, at: CastAt, read: DeskRead) {
    this.tx = tx;
    this.ballot = ballot;
    this.at = at;
    this.asked = read.asked;
    this.roll = read.roll;
    this.next = read.order;
    this.count = read.voted;
    for (const vote of read.votes) this.know(vote);
  }

  /** Whether all that casting looks at for these votes was read. */
  covers(asked: readonly AskedVote[]): boolean {
    return asked.every((vote) => this.asked.has(nameOf(vote)));
  }

  /** The voter's line of the roll; null when there is none. */
  entry(voter: string): RollEntry | null {
    return this.roll.get(voter) ?? null;
  }

  /** This voter's votes in the order they were written, and any other with this request key. */
  votes({ voter, requestKey }: AskedVote): readonly Vote[] {
    const own = this.byVoter.get(voter) ?? [];
    const other = this.byKey.get(requestKey);
    return other && other.voter !== voter ? [...own, other] : own;
  }

  /** The place in the ballot's order of the vote that is written next. */
  get order(): number {
    return this.next;
  }

  /** How many voters have a vote by now. */
  get voted(): number {
    return this.count;
  }

  async write(vote: Vote): Promise<void> {
    await addVote(this.tx, this.ballot, vote);
    if (!this.byVoter.has(vote.voter)) this.count++;
    this.know(vote);
    this.next = vote.order + 1;
  }

  private know(vote: Vote): void {
    const own = this.byVoter.get(vote.voter);
    if (own) own.push(vote);
    else this.byVoter.set(vote.voter, [vote]);
    this.byKey.set(vote.requestKey, vote);
  }
}

interface DeskRead {
  readonly asked: ReadonlySet<string>;
  readonly roll: ReadonlyMap<string, RollEntry>;
  readonly votes: readonly Vote[];
  readonly order: number;
  readonly voted: number;
}

const nameOf = ({ voter, requestKey }: AskedVote): string => JSON.stringify([voter, requestKey]);

const desks = new WeakMap<Tx, Map<string, VoteDesk>>();

/** The desk of a ballot for these votes, opened earlier in the unit or now. Null: the gathering has no such ballot. */
export async function openDesk(
  tx: Tx,
  gathering: string,
  ballot: string,
  asked: readonly AskedVote[],
): Promise<VoteDesk | null> {
  const known = desks.get(tx) ?? new Map<string, VoteDesk>();
  desks.set(tx, known);
  const open = known.get(ballot);
  if (open?.covers(asked)) return open;
  const at = await readCastAt(tx, gathering, ballot);
  if (!at) return null;
  const voters = [...new Set(asked.map(({ voter }) => voter))];
  const keys = [...new Set(asked.map(({ requestKey }) => requestKey))];
  const desk = new VoteDesk(tx, ballot, at, {
    asked: new Set(asked.map(nameOf)),
    roll: await readRollEntries(tx, ballot, voters),
    votes: await readVotesOfAll(tx, ballot, voters, keys),
    order: await nextOrder(tx, ballot),
    voted: await countVoted(tx, ballot),
  });
  known.set(ballot, desk);
  return desk;
}
