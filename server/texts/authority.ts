import { limits } from "../../shared/limits.ts";
import { refuse, type Refused } from "../../shared/refusals.ts";
import { extendHistory, type TextHistory } from "../../shared/texts/index.ts";
import type { Storage, Tx } from "../storage/index.ts";
import { Chronicler } from "./chronicler.ts";
import { commitsAfter, followCommit, loadHistory, plainRow, saveSnapshot, type CommitRow } from "./commits.ts";
import { frameOf, type Follower } from "./lane.ts";
import { OpenText } from "./open-text.ts";
import { readLastPush, writeTurns } from "./pushes.ts";
import { decideTurn, type LastPush, type Turn, type WaitingPush } from "./turn.ts";

/**
 * Whoever decides what comes next in the texts: one for the whole process. All pushes of one turn of the event loop are
 * decided in order, written in one unit of work, and only then told, in one frame a text. What is in memory is what is on
 * disk: a turn that could not be written leaves no trace, and what other processes wrote is read from the disk.
 */
export class TextAuthority {
  private readonly storage: Storage;
  private readonly report: (fault: unknown) => void;
  private readonly readersPauseMs: number;
  private readonly texts = new Map<string, Promise<OpenText>>();
  private readonly opened: OpenText[] = [];
  private readonly stopListening: () => void;
  private readonly chronicler: Chronicler;
  private running: Promise<void> | null = null;
  private closed = false;

  /**
   * `report` is told of faults of the world (the disk is full): whoever pushed was asked to try again. Who only reads is
   * told once in `readersPauseMs`.
   */
  constructor(storage: Storage, report: (fault: unknown) => void, readersPauseMs: number = limits.readersPauseMs) {
    this.storage = storage;
    this.report = report;
    this.chronicler = new Chronicler(storage, report);
    this.readersPauseMs = readersPauseMs;
    this.stopListening = storage.bus.listen(
      (topic, id) => {
        if (topic === busTopic) this.heard(id);
        if (topic === "changed") this.refresh(id);
      },
      () => this.refresh(),
    );
  }

  /**
   * Tells `follower` what comes after `version` (null: the whole text), then every commit as it comes. Always answers at
   * once: with commits, none if it is at the head, or with a snapshot. The caller has checked that the text may be read.
   */
  async open(gathering: string, text: string, version: number | null, follower: Follower): Promise<void> {
    const open = await this.openText(gathering, text);
    if (!open.join(follower, version)) await this.joinFromDisk(open, version ?? 0, follower);
  }

  async leave(text: string, follower: Follower): Promise<void> {
    const open = await this.texts.get(text);
    open?.leave(follower);
  }

  /** The caller has checked that whom the push is from may write the text. */
  async push(gathering: string, text: string, push: WaitingPush): Promise<void> {
    const open = await this.openText(gathering, text);
    if (open.waiting.length >= limits.waitingPushesPerText) {
      push.answer({ kind: "refused", refused: refuse("too-many") });
      return;
    }
    if (!open.owns(push)) {
      push.answer({ kind: "refused", refused: refuse("not-allowed") });
      return;
    }
    open.waiting.push(push);
    this.run();
  }

  /** Somebody else wrote (an act of the assembly, another process): reads on from the disk. */
  refresh(gathering?: string): void {
    for (const open of this.opened) if (gathering === undefined || open.gathering === gathering) open.stale = true;
    this.run();
  }

  /** The database was restored under this server: what stands in memory was another one's. Pages open their texts anew. */
  forget(): void {
    this.texts.clear();
    for (const open of this.opened.splice(0)) {
      open.stop();
      refuseAll(open.waiting.splice(0), refuse("try-again"));
    }
  }

  /** Resolves when nothing waits: what was pushed in this turn of the event loop is answered, and told to all. */
  async settled(): Promise<void> {
    do {
      await nextTurn();
      await this.running;
    } while (this.running);
    for (const open of this.opened) open.flush();
  }

  /** Takes the turns that wait, then no more. */
  async close(): Promise<void> {
    this.stopListening();
    await this.settled();
    this.closed = true;
    await this.chronicler.close();
  }

  private openText(gathering: string, text: string): Promise<OpenText> {
    const known = this.texts.get(text);
    if (known) return known;
    this.chronicler.wrote(text);
    const opening = this.storage
      .read((tx) => loadHistory(tx, text))
      .then((history) => new OpenText(gathering, history, this.readersPauseMs));
    this.texts.set(text, opening);
    opening.then(
      (open) => this.texts.get(text) === opening && this.opened.push(open),
      () => this.texts.delete(text),
    );
    return opening;
  }

  /** For who was away long: the commits of the disk, then those of the memory; after too many, the text itself. */
  private async joinFromDisk(open: OpenText, version: number, follower: Follower): Promise<void> {
    const { text } = open.history;
    if (open.history.version - version > limits.resumeCommits) return void open.join(follower, null);
    const rows = await this.storage.read((tx) => commitsAfter(tx, text, version, limits.resumeCommits));
    for (let i = 0; i < rows.length; i += limits.commitsPerFrame) {
      const part = rows.slice(i, i + limits.commitsPerFrame);
      const frame = frameOf(text, follower.writes, part.map(plainRow));
      follower.tell(frame, part[part.length - 1]?.version ?? version);
    }
    if (!open.join(follower, rows[rows.length - 1]?.version ?? version)) open.join(follower, null);
  }

  private heard(id: string): void {
    const [text = "", version] = id.split(" ");
    const open = this.opened.find((one) => one.history.text === text);
    if (!open || Number(version) <= open.history.version) return;
    open.stale = true;
    this.run();
  }

  private run(): void {
    if (this.closed || this.running || this.busy().length === 0) return;
    this.running = nextTurn()
      .then(() => this.takeTurns())
      .finally(() => {
        this.running = null;
        this.run();
      });
  }

  private busy(): readonly OpenText[] {
    return this.opened.filter((open) => open.waiting.length > 0 || open.stale);
  }

  private async takeTurns(): Promise<void> {
    for (let busy = this.busy(); busy.length > 0; busy = this.busy()) await this.takeTurn(busy);
    for (const open of this.opened) await this.snapshotIfDue(open);
  }

  private async takeTurn(open: readonly OpenText[]): Promise<void> {
    try {
      await this.storage.read(async (tx) => {
        for (const text of open) await readOn(tx, text);
      });
    } catch (fault) {
      this.giveUp(open, fault);
      return;
    }
    const turns = new Map(open.filter((text) => text.waiting.length > 0).map((text) => [text, takeWaiting(text)]));
    if (turns.size > 0) await this.write(turns);
  }

  private async write(turns: ReadonlyMap<OpenText, TakenTurn>): Promise<void> {
    const written = await this.storage
      .act((tx) =>
        writeTurns(
          tx,
          [...turns].map(([open, { turn }]) => ({ gathering: open.gathering, turn })),
        ),
      )
      .catch((fault: unknown) => {
        this.report(fault);
        return refuse("try-again");
      });
    for (const [open, { waiting, turn }] of turns) {
      const fate = written.ok ? written.value.get(turn.before.text) : written;
      if (fate === "written") {
        open.publish(turn);
        if (turn.commits.length > 0) this.told(turn.after);
        continue;
      }
      open.stale = true;
      if (fate === "moved" && this.opened.includes(open)) open.waiting.unshift(...waiting);
      else refuseAll(waiting, fate === undefined || fate === "moved" ? refuse("try-again") : fate);
    }
  }

  private told({ text, version }: TextHistory): void {
    this.storage.bus.announce(busTopic, `${text} ${version}`);
    this.chronicler.wrote(text);
  }

  private giveUp(open: readonly OpenText[], fault: unknown): void {
    for (const text of open) {
      text.stale = false;
      refuseAll(text.waiting.splice(0), refuse("try-again"));
    }
    this.report(fault);
  }

  /** Off the hot path: when nothing waits. A snapshot that fails is made another time. */
  private async snapshotIfDue(open: OpenText): Promise<void> {
    const { history } = open;
    if (history.version - open.snapshotVersion < limits.snapshotEveryCommits) return;
    open.snapshotVersion = history.version;
    await this.storage
      .act(async (tx) => {
        await saveSnapshot(tx, history.text, history);
        return { ok: true, value: null };
      })
      .catch(this.report);
  }
}

const busTopic = "text";

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

interface TakenTurn {
  readonly waiting: readonly WaitingPush[];
  readonly turn: Turn;
}

function takeWaiting(open: OpenText): TakenTurn {
  const waiting = open.waiting.splice(0);
  return { waiting, turn: decideTurn(open.history, open.known, waiting) };
}

function refuseAll(waiting: readonly WaitingPush[], refused: Refused): void {
  for (const push of waiting) push.answer({ kind: "refused", refused });
}

/** What the turn needs from the disk: others' commits, what became of these pages' last pushes, and their old bases. */
async function readOn(tx: Tx, open: OpenText): Promise<void> {
  const { text, version } = open.history;
  if (open.stale) {
    open.stale = false;
    const rows = await commitsAfter(tx, text, version, limits.resumeCommits);
    goOnTo(open, rows.reduce(extendByRow, open.history));
  }
  for (const { push } of open.waiting) {
    if (!open.known.has(push.client)) {
      open.remember(push.client, (await readLastPush(tx, text, push.client)) ?? neverPushed);
    }
  }
  const wanted = open.history.version - Math.min(...open.waiting.map(({ push }) => push.base));
  if (wanted > open.history.recent.length && wanted <= limits.resumeCommits) {
    goOnTo(open, await loadHistory(tx, text, wanted));
  }
}

const extendByRow = (history: TextHistory, row: CommitRow): TextHistory =>
  extendHistory(history, followCommit(history, row), limits.recentVersionsInMemory);

function goOnTo(open: OpenText, history: TextHistory): void {
  const more = history.version - open.history.version;
  open.goOn(history, more === 0 ? [] : history.recent.slice(-more));
}

const neverPushed: LastPush = { sequence: 0, version: 0, dropped: false, stepsHash: "" };
