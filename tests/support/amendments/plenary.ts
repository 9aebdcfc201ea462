import {
  adoptAmendment,
  adoptionCommit,
  callAmendment,
  canonicalise,
  changeSetHash,
  rebase,
  rejectAmendment,
  standingAfter,
  standingOf,
  undecide,
  undo,
  withdrawAmendment,
  type AmendmentLife,
  type Course,
  type Move,
  type Standing,
  type Submitted,
} from "../../../shared/amendments/index.ts";
import {
  commitAtHead,
  extendHistory,
  historyFrom,
  type TextHistory,
  type TextNode,
} from "../../../shared/texts/index.ts";
import { accepted } from "./laws.ts";

/** The rules that a random plenary is led by: the real ones, or a mutant of one of them. */
export interface Rules {
  readonly undo: typeof undo;
  readonly standing: (course: Course, one: Submitted, before: Standing) => Standing;
}
export const rules: Rules = { undo, standing: (course, one) => course.standing(one) };

/** An amendment at its last revision, as its row has it. */
export interface Amendment extends Submitted {
  readonly hash: string;
  readonly life: AmendmentLife;
  readonly standing: Standing;
}

const push = { client: "c", sequence: 1 };
const live: Standing = { standing: "live", reduced: false, altered: false };

/** A plenary on one tabled text, led by the pure rules as the server puts them together. Versions count from 1. */
export class Plenary {
  readonly tabled: TextNode;
  readonly #rules: Rules;
  #history: TextHistory;
  #moves: Move[] = [];
  amendments: Amendment[] = [];
  #ballots = 0;

  constructor(tabled: TextNode, is: Rules) {
    this.tabled = tabled;
    this.#rules = is;
    this.#history = historyFrom("t1", 1, "0".repeat(64), tabled);
  }

  get head(): TextNode {
    return this.#history.doc;
  }
  get version(): number {
    return this.#history.version;
  }
  get moves(): readonly Move[] {
    return this.#moves;
  }
  /** The ballots that decided something and still hold, oldest first. */
  get decided(): readonly string[] {
    return [...new Set(this.amendments.flatMap(({ life }) => ("ballot" in life ? [life.ballot] : [])))].sort(
      (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
    );
  }
  get pending(): readonly Amendment[] {
    return this.amendments.filter(({ life }) => life.state === "submitted" || life.state === "called");
  }
  get callable(): readonly Amendment[] {
    return this.pending.filter(({ standing }) => standing.standing === "live");
  }

  /** False when the author changed nothing, or nothing that can be told. */
  submit(amended: TextNode): boolean {
    const changes = canonicalise(this.head, amended);
    if (!changes.ok || changes.value.length === 0) return false;
    this.amendments.push({
      id: `a${this.amendments.length + 1}`,
      changes: changes.value,
      hash: changeSetHash(changes.value),
      base: this.head,
      since: this.version,
      life: { state: "submitted" },
      standing: live,
    });
    return true;
  }

  /** A new change set, on the head or on the text that the amendment was written on. */
  revise(one: Amendment, written: TextNode, amended: TextNode): boolean {
    const changes = canonicalise(written, amended);
    if (!changes.ok || changes.value.length === 0) return false;
    const standing = standingOf(rebase(changes.value, written, this.head), null);
    if (standing.standing !== "live") return false;
    const revision = { changes: changes.value, hash: changeSetHash(changes.value), base: written, since: this.version };
    this.#save({ ...one, ...revision, standing });
    return true;
  }

  withdraw(one: Amendment): void {
    this.#save({ ...one, life: accepted(withdrawAmendment(one.life, false)) });
  }

  /** One after the other by one ballot, each with those that ask for the very same. False, and nothing done, when one does not fit. */
  adopt(chosen: readonly Amendment[]): boolean {
    const before = {
      history: this.#history,
      moves: [...this.#moves],
      all: [...this.amendments],
    };
    const ballot = `b${++this.#ballots}`;
    for (const one of chosen) this.#call(one);
    for (const { id } of chosen) {
      const one = this.#find(id);
      if (one.life.state === "adopted") continue;
      if (this.#adoptPart(one, ballot)) continue;
      [this.#history, this.#moves, this.amendments] = [before.history, before.moves, before.all];
      return false;
    }
    return true;
  }

  reject(one: Amendment): void {
    this.#call(one);
    this.#save({ ...one, life: accepted(rejectAmendment({ state: "called" }, `b${++this.#ballots}`)) });
  }

  correct(corrected: TextNode): boolean {
    const changes = canonicalise(this.head, corrected);
    if (!changes.ok || changes.value.length === 0) return false;
    const before = this.head;
    const { steps } = accepted(adoptionCommit(before, changes.value, this.version + 1));
    this.#commit(steps, "t1");
    this.#moves.push({ kind: "correction", version: this.version, before, after: this.head });
    for (const one of this.pending) {
      if (one.standing.standing !== "live") continue;
      this.#save({ ...one, standing: standingOf(rebase(one.changes, one.base, this.head), null) });
    }
    return true;
  }

  /** Annuls a ballot. Its refusal names the amendment that stands in the way. */
  annul(ballot: string): ReturnType<typeof undo> {
    const text = { tabled: this.tabled, head: this.head, moves: this.#moves };
    const undone = this.#rules.undo(text, ballot);
    if (!undone.ok) return undone;
    const { steps, course } = undone.value;
    const left = this.#moves.filter((move) => move.kind !== "adoption" || move.ballot !== ballot);
    if (left.length < this.#moves.length) this.#commit(steps, ballot);
    this.#moves = left;
    for (const one of this.amendments) {
      const { life } = one;
      const freed = "ballot" in life && life.ballot === ballot ? accepted(undecide(life, ballot)) : life;
      if (freed.state !== "submitted" && freed.state !== "called") continue;
      const standing = this.#rules.standing(course, one, one.standing);
      this.#save({ ...one, life: freed, standing });
    }
    return undone;
  }

  #call(one: Amendment): void {
    if (one.life.state === "submitted") this.#save({ ...one, life: accepted(callAmendment(one.life, one.standing)) });
  }

  #adoptPart(one: Amendment, ballot: string): boolean {
    const carried = rebase(one.changes, one.base, this.head);
    if (carried.state === "fallen" || carried.state === "satisfied") return false;
    const commit = adoptionCommit(this.head, carried.changes, this.version + 1);
    if (!commit.ok) return false;
    const hash = changeSetHash(carried.changes);
    const same = this.callable.filter(
      (other) =>
        other.hash === one.hash && changeSetHash(rebase(other.changes, other.base, this.head).changes) === hash,
    );
    const [before, version] = [this.head, this.version + 1];
    const amendments = same.map(({ id }) => id).sort();
    this.#commit(commit.value.steps, one.id);
    const [first = one.id] = amendments;
    const { changes, base } = this.#find(first);
    this.#moves.push({ kind: "adoption", ballot, amendments, changes, base, version, before });
    for (const other of same)
      this.#save({ ...other, life: accepted(adoptAmendment({ state: "called" }, ballot, version)) });
    for (const other of this.pending)
      this.#save({
        ...other,
        standing: standingAfter(other.standing, rebase(other.changes, other.base, this.head), first),
      });
    return true;
  }

  #commit(steps: Parameters<typeof commitAtHead>[1], author: string): void {
    const commit = commitAtHead(this.#history, steps, push, { author }, 0);
    if (!commit) throw new Error("The commit cannot be made");
    if (commit.repairs.length > 0) throw new Error("The commit leaves blocks to be named");
    this.#history = extendHistory(this.#history, commit, 1);
  }

  #find(id: string): Amendment {
    const one = this.amendments.find((other) => other.id === id);
    if (!one) throw new Error(`No amendment ${id}`);
    return one;
  }
  #save(one: Amendment): void {
    this.amendments = this.amendments.map((other) => (other.id === one.id ? one : other));
  }
}
