import { agreedVotes, type RollEntry, type Vote } from "../../shared/ballots/index.ts";
import type { Tx } from "../storage/index.ts";
import { readCounts } from "./count-store.ts";
import { KnownVotes, VotesFound } from "./known-votes.ts";
import { addVote, readCastAt, readRollEntries, readVotesFrom, readVotesOfAll, type CastAt } from "./vote-store.ts";

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
  private readonly asked: ReadonlySet<string>;
  private readonly roll: ReadonlyMap<string, RollEntry>;
  /** On disk before this unit. */
  private readonly before: VotesFound;
  private readonly written = new VotesFound([]);
  private next: number;
  private count: number;

  constructor(tx: Tx, ballot: string, at: CastAt, read: DeskRead) {
    this.tx = tx;
    this.ballot = ballot;
    this.at = at;
    this.asked = read.asked;
    this.roll = read.roll;
    this.before = read.votes;
    this.next = (read.votes.last?.order ?? 0) + 1;
    this.count = read.votes.voters + read.counted;
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
    const [before, written] = [this.before.of(voter), this.written.of(voter)];
    const own = written.length === 0 ? before : [...before, ...written];
    const other = this.before.withKey(requestKey) ?? this.written.withKey(requestKey);
    return other && other.voter !== voter ? [...own, other] : own;
  }

  /** The place in the ballot's order of the vote that is written next. */
  get order(): number {
    return this.next;
  }

  /** What this unit has written so far, and the database does not tell yet. */
  get unread(): readonly Vote[] {
    return this.written.all;
  }

  /** How many voters have a vote by now, those whose hands were counted among them. */
  get voted(): number {
    return this.count;
  }

  /** Once this unit is on disk, call what is given back: then the next need not read the vote again. */
  write(vote: Vote): () => void {
    addVote(this.tx, this.ballot, vote);
    if (this.before.of(vote.voter).length + this.written.of(vote.voter).length === 0) this.count++;
    this.written.add(vote);
    this.next = vote.order + 1;
    return () => knownOf(this.tx).written(this.ballot, vote);
  }
}

interface DeskRead {
  readonly asked: ReadonlySet<string>;
  readonly roll: ReadonlyMap<string, RollEntry>;
  readonly votes: VotesFound;
  /** How many votes two tellers counted alike at its stations. */
  readonly counted: number;
}

/** No text of a request has a U+0000 in it. */
const nameOf = ({ voter, requestKey }: AskedVote): string => `${voter}\0${requestKey}`;

const desks = new WeakMap<Tx, Map<string, VoteDesk>>();

/** The desk of a ballot for these votes, opened earlier in the unit or now. Null: the gathering has no such ballot. */
export async function openDesk(
  tx: Tx,
  gathering: string,
  ballot: string,
  asked: readonly AskedVote[],
): Promise<VoteDesk | null> {
  const open = desks.get(tx) ?? new Map<string, VoteDesk>();
  desks.set(tx, open);
  const desk = open.get(ballot);
  if (desk?.covers(asked)) return desk;
  const at = await readCastAt(tx, gathering, ballot);
  if (!at) return null;
  const voters = [...new Set(asked.map(({ voter }) => voter))];
  const keys = asked.map(({ requestKey }) => requestKey);
  const opened = new VoteDesk(tx, ballot, at, {
    asked: new Set(asked.map(nameOf)),
    roll: await readRollEntries(tx, ballot, voters),
    counted: agreedVotes(await readCounts(tx, ballot)),
    votes: await votesFor(tx, ballot, at, desk, () => readVotesOfAll(tx, ballot, voters, keys)),
  });
  open.set(ballot, opened);
  return opened;
}

/**
 * All votes of an open ballot, those of earlier units from memory. Nothing is written any more in another one: there it is
 * `few` votes, so that who asks again does not bring all with them.
 */
async function votesFor(
  tx: Tx,
  ballot: string,
  at: CastAt,
  before: VoteDesk | undefined,
  few: () => Promise<readonly Vote[]>,
): Promise<VotesFound> {
  if (at.on.state !== "open") return new VotesFound(await few());
  // What the unit has written is not on disk yet: that must not be remembered.
  if (before) return new VotesFound([...(await readVotesFrom(tx, ballot, 1)), ...before.unread]);
  return knownOf(tx).read(tx, ballot);
}

const knownVotes = new WeakMap<object, KnownVotes>();

function knownOf({ home }: Tx): KnownVotes {
  const known = knownVotes.get(home) ?? new KnownVotes();
  knownVotes.set(home, known);
  return known;
}
