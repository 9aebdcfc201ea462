import type { ServerMessage } from "../../shared/protocol.ts";
import { stepsJson, codeSteps, wireCommit, type KnownCommit } from "../../shared/texts/index.ts";
import { Frame } from "./frame.ts";

/** Whoever is told of a text's commits. `upTo` is the version that the frame brings its reader to. */
export interface Follower {
  /** Each commit by itself and soon; or, for who only reads, what has changed, a few times a second. */
  readonly writes: boolean;
  tell(frame: Frame, upTo: number): void;
}

/** What a telling cost is rested this many times before the next, so that both lanes together take half a core at most. */
const restPerCost = 3;

/**
 * Those who follow a text at one pace: what comes within a pause is told in one frame, made once. The pause is the longest
 * of the lane's own and of what the last telling asks for, the first after a silence is told at once.
 */
export class Lane {
  readonly followers = new Set<Follower>();
  private readonly text: string;
  private readonly writes: boolean;
  private readonly pauseMs: number;
  private waiting: KnownCommit[] = [];
  private afterwards: (() => void)[] = [];
  private nextAtMs = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(text: string, { writes, pauseMs }: { readonly writes: boolean; readonly pauseMs: number }) {
    this.text = text;
    this.writes = writes;
    this.pauseMs = pauseMs;
  }

  /** `answers` are given once the commits before them are told. */
  tell(commits: readonly KnownCommit[], answers: readonly (() => void)[]): void {
    this.waiting.push(...commits);
    this.afterwards.push(...answers);
    if (this.timer !== null || (this.waiting.length === 0 && this.afterwards.length === 0)) return;
    const leftMs = this.nextAtMs - performance.now();
    if (leftMs <= 0) this.flush();
    else this.timer = setTimeout(() => this.flush(), leftMs);
  }

  /** Tells now what waits. */
  flush(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const beganAtMs = performance.now();
    const commits = this.waiting;
    this.waiting = [];
    const last = commits[commits.length - 1];
    if (last) {
      const frame = frameOf(this.text, this.writes, commits.map(plainCommit));
      for (const follower of this.followers) follower.tell(frame, last.sealed.version);
    }
    for (const answer of this.afterwards.splice(0)) answer();
    const endedAtMs = performance.now();
    this.nextAtMs = endedAtMs + Math.max(this.pauseMs, restPerCost * (endedAtMs - beganAtMs));
  }

  /** What waits is told to nobody: it belonged to another history. */
  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.waiting = [];
    this.afterwards = [];
  }
}

/** A commit as it is on disk and in memory alike, its steps as JSON. */
export interface PlainCommit {
  readonly version: number;
  readonly hash: string;
  readonly client: string;
  readonly sequence: number;
  readonly steps: readonly unknown[];
  readonly repairs: readonly unknown[];
}

export const plainCommit = ({ push, own, repairs, sealed }: KnownCommit): PlainCommit => ({
  version: sealed.version,
  hash: sealed.hash,
  client: push.client,
  sequence: push.sequence,
  steps: stepsJson(own),
  repairs: stepsJson(repairs),
});

/** One frame of commits that follow one another. */
export function frameOf(text: string, writes: boolean, commits: readonly PlainCommit[]): Frame {
  const [first] = commits;
  const last = commits[commits.length - 1];
  if (!first || !last) throw new Error("A frame of no commits");
  return new Frame(JSON.stringify(messageOf(text, writes, first.version - 1, last, commits)));
}

/** That nothing came after `version`: whoever opens a text is always answered. */
export const nothingNew = (text: string, writes: boolean, version: number, head: string): Frame =>
  new Frame(JSON.stringify(messageOf(text, writes, version, { version, hash: head }, [])));

function messageOf(
  text: string,
  writes: boolean,
  after: number,
  { version, hash }: { readonly version: number; readonly hash: string },
  commits: readonly PlainCommit[],
): ServerMessage {
  if (writes) return { type: "commits", text, after, head: hash, commits: commits.map(wireCommit) };
  const steps = commits.flatMap(({ steps: own, repairs }) => [...own, ...repairs]);
  return { type: "steps", text, after, version, steps: codeSteps(steps) };
}
