import { Node } from "prosemirror-model";
import type { EditorState, Plugin, Transaction } from "prosemirror-state";

import type { ClientMessage, RefusedAbout, ServerMessage } from "../../shared/protocol.ts";
import { assertNever, type RefusalCode } from "../../shared/refusals.ts";
import { textSchema, toldCommits, type BlockId, type ToldCommit } from "../../shared/texts/index.ts";
import { giveIds } from "./own-changes.ts";
import {
  nextPush,
  openSheet,
  receiveCommit,
  receiveDropped,
  sendAgain,
  typeOn,
  unconfirmedSteps,
  unconfirmedWords,
  type Sheet,
} from "./sheet.ts";
import { missingWords, ownWordsIn, type OfferedWords } from "./words-of-steps.ts";

/** What a session needs from its page. */
export interface SessionPage {
  readonly text: string;
  readonly plugins: readonly Plugin[];
  /** A name for one sheet, never used before: random, 16 characters or more. */
  newClientId(): string;
  /** A name for a block, never used before. */
  newBlockId(): BlockId;
  /** To the socket. What is sent while it is closed is lost: the session sends it again. */
  send(message: ClientMessage): void;
  /** Runs `push` once the pace allows it; `slowly` after the server asked to wait. Calls may be folded into one. */
  pace(push: () => void, slowly: boolean): void;
  /** Something that is shown has changed. */
  changed(): void;
}

/** `loading`: no version in hand, or one that is given up; the last sheet is still shown, nothing is typed on it. */
type Life =
  | { readonly kind: "loading"; readonly shown: Sheet | null }
  | { readonly kind: "live"; readonly sheet: Sheet }
  | { readonly kind: "closed"; readonly code: RefusalCode; readonly sheet: Sheet | null };

/** What the page says of the session. `saving`: words wait for their answer. `closed`: the text is no longer written here. */
export type SessionSays = "loading" | "saved" | "saving" | "offline" | "closed";

type TextMessage = Extract<ServerMessage, { type: "snapshot" | "commits" | "dropped" | "refused" }>;

/**
 * One text, written together: the state machine between an editor and the socket, without DOM, clock or randomness.
 * Stock prosemirror-collab rebases; the session keeps its own version (commits, not steps), one push in flight, the same
 * bytes after a cut, and compares what comes back with what it holds. Whatever finds no place in the text is offered
 * back in words: none is lost in silence, none is written twice.
 */
export class CollabSession {
  private readonly page: SessionPage;
  private life: Life = { kind: "loading", shown: null };
  /** The socket is open and has answered for this text since. */
  private synced = false;
  private connected = false;
  /** Words given up with their sheet: those that the next snapshot does not hold are offered. */
  private waitingWords: readonly OfferedWords[] = [];
  private offeredWords: readonly OfferedWords[] = [];

  constructor(page: SessionPage, kept: readonly OfferedWords[] = []) {
    this.page = page;
    this.waitingWords = kept;
  }

  get editor(): EditorState | null {
    return this.shownSheet()?.editor ?? null;
  }

  get version(): number | null {
    return this.shownSheet()?.version ?? null;
  }

  get offered(): readonly OfferedWords[] {
    return this.offeredWords;
  }

  get refusal(): RefusalCode | null {
    return this.life.kind === "closed" ? this.life.code : null;
  }

  get says(): SessionSays {
    if (this.life.kind === "closed") return "closed";
    if (!this.connected || (!this.synced && this.life.kind === "live")) return "offline";
    if (this.life.kind === "loading") return "loading";
    return unconfirmedSteps(this.life.sheet).length > 0 ? "saving" : "saved";
  }

  /** What would be lost with the page: kept on the device until it is confirmed or taken back. */
  get unsent(): readonly OfferedWords[] {
    const typed = this.life.kind === "live" ? unconfirmedWords(this.life.sheet) : [];
    return [...this.offeredWords, ...this.waitingWords, ...typed];
  }

  /** The author has taken these words back, or does not want them. */
  takeBack(words: OfferedWords): void {
    this.offeredWords = this.offeredWords.filter((offered) => offered !== words);
    this.page.changed();
  }

  type(transaction: Transaction): void {
    if (this.life.kind !== "live") return;
    this.life = { kind: "live", sheet: typeOn(this.life.sheet, transaction) };
    this.push();
    this.page.changed();
  }

  /** The socket is open (again), in the epoch that we know. */
  socketOpened(): void {
    this.connected = true;
    this.open();
    this.page.changed();
  }

  socketClosed(): void {
    this.connected = false;
    this.synced = false;
    this.page.changed();
  }

  /** Another epoch: versions went back. Own words that the restored text does not hold, confirmed or not, are offered. */
  restored(): void {
    const { life } = this;
    if (life.kind === "live") this.loadAnew(life.sheet, ownWordsIn(life.sheet.editor.doc, life.sheet.own));
    else this.open();
    this.page.changed();
  }

  /** The page may no more write this text: what is not confirmed is offered back, the text can still be read. */
  close(code: RefusalCode): void {
    if (this.life.kind === "closed") return;
    const sheet = this.shownSheet();
    if (this.life.kind === "live") this.waitingWords = [...this.waitingWords, ...unconfirmedWords(this.life.sheet)];
    this.life = { kind: "closed", code, sheet };
    this.open();
    this.page.changed();
  }

  receive(message: TextMessage): void {
    if ((message.type === "refused" ? message.about.text : message.text) !== this.page.text) return;
    switch (message.type) {
      case "snapshot":
        this.load(message);
        break;
      case "commits":
        this.follow(message);
        break;
      case "dropped":
        this.dropped(message);
        break;
      case "refused":
        this.refused(message);
        break;
      default:
        assertNever(message);
    }
    this.push();
    this.page.changed();
  }

  private load({ doc, version }: Extract<TextMessage, { type: "snapshot" }>): void {
    if (this.life.kind === "live") this.waitingWords = [...this.waitingWords, ...unconfirmedWords(this.life.sheet)];
    const node = Node.fromJSON(textSchema, doc);
    const plugins = [...this.page.plugins, giveIds(() => this.page.newBlockId())];
    const sheet = openSheet(this.page.newClientId(), node, version, plugins);
    this.life = this.life.kind === "closed" ? { ...this.life, sheet } : { kind: "live", sheet };
    this.offeredWords = [...this.offeredWords, ...missingWords(this.waitingWords, node)];
    this.waitingWords = [];
    this.synced = true;
  }

  private follow(message: Extract<TextMessage, { type: "commits" }>): void {
    for (const commit of toldCommits(message)) {
      if (this.life.kind === "loading" || !this.life.sheet) return;
      const { sheet } = this.life;
      if (commit.version <= sheet.version) continue;
      if (commit.version > sheet.version + 1) return this.open();
      const received = receiveOrNull(sheet, commit);
      if (!received) return this.loadAnew(sheet, unconfirmedWords(sheet));
      this.life = { ...this.life, sheet: received.sheet };
      this.offeredWords = [...this.offeredWords, ...received.lost];
    }
    this.synced = this.life.kind !== "loading";
  }

  private dropped({ client, sequence }: Extract<TextMessage, { type: "dropped" }>): void {
    const sheet = this.inFlight(client, sequence);
    if (!sheet) return;
    const after = receiveDropped(sheet);
    if (after) this.life = { kind: "live", sheet: after };
    else this.loadAnew(sheet, unconfirmedWords(sheet));
  }

  private refused({ code, about }: Extract<TextMessage, { type: "refused" }>): void {
    const sheet = this.inFlight(about.client, about.sequence);
    if (about.client !== undefined && !sheet) return;
    if (sheet && isTransient(code)) return this.page.pace(() => this.tryAgain(about), true);
    if (!faultsOfPush.includes(code)) return this.close(code);
    if (sheet) this.loadAnew(sheet, unconfirmedWords(sheet));
  }

  private push(): void {
    if (!this.sendable()) return;
    this.page.pace(() => {
      const next = this.sendable();
      if (!next) return;
      this.life = { kind: "live", sheet: next.sheet };
      this.page.send(next.message);
    }, false);
  }

  /** The pause that the server asked for is over. Meanwhile nothing else was sent: the push was still in flight. */
  private tryAgain({ client, sequence }: RefusedAbout): void {
    const sheet = this.inFlight(client, sequence);
    if (!sheet) return;
    this.life = { kind: "live", sheet: sendAgain(sheet) };
    this.push();
  }

  private sendable(): ReturnType<typeof nextPush> {
    return this.synced && this.life.kind === "live" ? nextPush(this.life.sheet, this.page.text) : null;
  }

  private loadAnew(shown: Sheet, words: readonly OfferedWords[]): void {
    this.waitingWords = [...this.waitingWords, ...words];
    this.life = { kind: "loading", shown };
    this.open();
  }

  /** Asks for what follows the version in hand, or for the whole text. The server always answers. */
  private open(): void {
    this.synced = false;
    if (this.life.kind === "live") this.life = { kind: "live", sheet: sendAgain(this.life.sheet) };
    if (!this.connected) return;
    const version = this.life.kind === "live" ? this.life.sheet.version : null;
    this.page.send({ type: "open", text: this.page.text, version, writes: true });
  }

  private inFlight(client: string | undefined, sequence: number | undefined): Sheet | null {
    if (this.life.kind !== "live" || this.life.sheet.client !== client) return null;
    return this.life.sheet.inFlight?.message.sequence === sequence ? this.life.sheet : null;
  }

  private shownSheet(): Sheet | null {
    return this.life.kind === "loading" ? this.life.shown : this.life.sheet;
  }
}

/** The push was at fault, not the writing: the text is loaded anew and can be written on. */
const faultsOfPush: readonly RefusalCode[] = ["bad-step", "bad-link", "too-large", "malformed", "restored"];

const isTransient = (code: RefusalCode): boolean => code === "too-many" || code === "try-again";

/** A step may throw when it is applied: the histories differ then too. */
function receiveOrNull(sheet: Sheet, commit: ToldCommit): ReturnType<typeof receiveCommit> {
  try {
    return receiveCommit(sheet, commit);
  } catch {
    return null;
  }
}
