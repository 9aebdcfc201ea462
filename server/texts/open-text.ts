import type { ServerMessage } from "../../shared/protocol.ts";
import { limits } from "../../shared/limits.ts";
import { floorVersion, type KnownCommit, type TextHistory } from "../../shared/texts/index.ts";
import { wireCommit, type LastPush, type Turn, type WaitingPush } from "./turn.ts";

/** Whoever is told of a text's commits. `upTo` is the version that the frame brings its reader to. */
export interface Follower {
  tell(frame: string, upTo: number): void;
}

/** The last names to come stay; what is forgotten of a page is read from the disk again, or belongs to whoever pushes first. */
function keep<T>(names: Map<string, T>, name: string, value: T): void {
  names.delete(name);
  names.set(name, value);
  const [oldest] = names.size > limits.pageNamesPerText ? names.keys() : [];
  if (oldest !== undefined) names.delete(oldest);
}

/** A text that somebody reads or writes now: its history as the disk has it, who follows, and what waits for its turn. */
export class OpenText {
  readonly gathering: string;
  history: TextHistory;
  readonly followers = new Set<Follower>();
  waiting: WaitingPush[] = [];
  /** The last push of each page that pushed since the text was opened. */
  readonly known = new Map<string, LastPush>();
  /** Others may have written: the disk is read before the next turn. */
  stale = false;
  snapshotVersion: number;
  private readonly owners = new Map<string, string>();
  private joinFrame: { readonly version: number; readonly frame: string } | null = null;

  constructor(gathering: string, history: TextHistory) {
    this.gathering = gathering;
    this.history = history;
    this.snapshotVersion = floorVersion(history);
  }

  /** Answers and follows, all at once, so that no commit is missed. False when the commits asked for are only on disk. */
  join(follower: Follower, version: number | null): boolean {
    const { history } = this;
    if (version !== null && version >= 0 && version < floorVersion(history)) return false;
    this.followers.add(follower);
    if (version === null || version < 0 || version > history.version) follower.tell(this.snapshot(), history.version);
    else follower.tell(this.frame(history.recent.slice(version - floorVersion(history))), history.version);
    return true;
  }

  /** Whether the page's name is that of the page that pushed under it first: names are told to all with their commits. */
  owns({ push, owner }: WaitingPush): boolean {
    const known = this.owners.get(push.client) ?? owner;
    keep(this.owners, push.client, known);
    return known === owner;
  }

  remember(client: string, last: LastPush): void {
    keep(this.known, client, last);
  }

  /** The turn is on disk: it becomes the history, and is told in one frame. */
  publish(turn: Turn): void {
    for (const { client, last } of turn.outcomes) this.remember(client, last);
    this.goOn(turn.after, turn.commits);
    for (const answer of turn.answers) answer();
  }

  /** What others wrote, read from the disk. */
  goOn(after: TextHistory, commits: readonly KnownCommit[]): void {
    this.history = after;
    if (commits.length === 0) return;
    const frame = this.frame(commits);
    for (const follower of this.followers) follower.tell(frame, after.version);
  }

  private frame(commits: readonly KnownCommit[]): string {
    return JSON.stringify({
      type: "commits",
      text: this.history.text,
      commits: commits.map(wireCommit),
    } satisfies ServerMessage);
  }

  /** Made once a version, whoever joins. */
  private snapshot(): string {
    const { text, version, head, doc } = this.history;
    if (this.joinFrame?.version !== version) {
      const message: ServerMessage = { type: "snapshot", text, version, head, doc: doc.toJSON() };
      this.joinFrame = { version, frame: JSON.stringify(message) };
    }
    return this.joinFrame.frame;
  }
}
