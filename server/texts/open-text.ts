import type { ServerMessage } from "../../shared/protocol.ts";
import { limits } from "../../shared/limits.ts";
import { floorVersion, type KnownCommit, type TextHistory } from "../../shared/texts/index.ts";
import { Frame } from "./frame.ts";
import { frameOf, Lane, nothingNew, plainCommit, type Follower } from "./lane.ts";
import type { LastPush, Turn, WaitingPush } from "./turn.ts";

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
  waiting: WaitingPush[] = [];
  /** The last push of each page that pushed since the text was opened. */
  readonly known = new Map<string, LastPush>();
  /** Others may have written: the disk is read before the next turn. */
  stale = false;
  snapshotVersion: number;
  private readonly owners = new Map<string, string>();
  private readonly writers: Lane;
  private readonly readers: Lane;
  private joinFrame: { readonly version: number; readonly frame: Frame } | null = null;

  constructor(gathering: string, history: TextHistory, readersPauseMs: number) {
    this.gathering = gathering;
    this.history = history;
    this.snapshotVersion = floorVersion(history);
    this.writers = new Lane(history.text, { writes: true, pauseMs: 0 });
    this.readers = new Lane(history.text, { writes: false, pauseMs: readersPauseMs });
  }

  /** Answers and follows, all at once, so that no commit is missed. False when the commits asked for are only on disk. */
  join(follower: Follower, version: number | null): boolean {
    const { history } = this;
    if (version !== null && version >= 0 && version < floorVersion(history)) return false;
    const lane = this.laneOf(follower);
    // What waits is for those who were there before.
    lane.flush();
    lane.followers.add(follower);
    if (version === null || version < 0 || version > history.version) this.tellWhole(follower);
    else follower.tell(this.since(version, follower), history.version);
    return true;
  }

  leave(follower: Follower): void {
    this.laneOf(follower).followers.delete(follower);
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

  /** The turn is on disk: it becomes the history, and is told. */
  publish(turn: Turn): void {
    for (const { client, last } of turn.outcomes) this.remember(client, last);
    this.goOn(turn.after, turn.commits, turn.answers);
  }

  /** What others wrote, read from the disk. */
  goOn(after: TextHistory, commits: readonly KnownCommit[], answers: readonly (() => void)[] = []): void {
    this.history = after;
    this.writers.tell(commits, answers);
    this.readers.tell(commits, []);
  }

  /** Tells what waits for the end of a pause. */
  flush(): void {
    this.writers.flush();
    this.readers.flush();
  }

  /** What waits for the end of a pause is told to nobody. */
  stop(): void {
    this.writers.stop();
    this.readers.stop();
  }

  private laneOf({ writes }: Follower): Lane {
    return writes ? this.writers : this.readers;
  }

  private since(version: number, { writes }: Follower): Frame {
    const { text, head, recent } = this.history;
    const commits = recent.slice(version - floorVersion(this.history));
    return commits.length === 0
      ? nothingNew(text, writes, version, head)
      : frameOf(text, writes, commits.map(plainCommit));
  }

  /** The text as it was drawn for whoever came before, while that is not long ago, and what came since. */
  private tellWhole(follower: Follower): void {
    const { history } = this;
    const known = this.joinFrame?.version ?? -1;
    const isFresh = known >= floorVersion(history) && history.version - known <= limits.commitsBesideSnapshot;
    if (!this.joinFrame || !isFresh) this.joinFrame = { version: history.version, frame: snapshotOf(history) };
    const { version, frame } = this.joinFrame;
    follower.tell(frame, version);
    if (version < history.version) follower.tell(this.since(version, follower), history.version);
  }
}

function snapshotOf({ text, version, head, doc }: TextHistory): Frame {
  const message: ServerMessage = { type: "snapshot", text, version, head, doc: doc.toJSON() };
  return new Frame(JSON.stringify(message));
}
