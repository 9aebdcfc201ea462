import { history } from "prosemirror-history";
import type { EditorState, Transaction } from "prosemirror-state";

import { fromOthers, undo, type CollabSession, type SessionPage } from "../../../client/texts/index.ts";
import { HeldLine } from "./held-line.ts";
import type { MemoryAuthority } from "./memory-authority.ts";
import { randomEdit } from "./random-edit.ts";
import { below, type Random } from "./random-text.ts";

/** What a desk needs of its client: the session, or a mutant of it. */
export type DeskClient = Pick<
  CollabSession,
  "editor" | "offered" | "type" | "receive" | "socketOpened" | "socketClosed"
>;

/** Somebody at work: an editor, a line to the authority, and the words that only they type. */
export class Desk {
  readonly client: DeskClient;
  readonly typed: string[] = [];
  /** Words that were erased on this sheet, or copied: they may be absent, or stand twice. */
  readonly touched = new Set<string>();
  /** How often the text was loaded anew. It never should be here. */
  reloads = -1;
  line = new HeldLine();
  private readonly late: HeldLine[] = [];
  private readonly name: string;

  /** Whether its page gives ids to new blocks, or leaves all of it to the authority, as a page may. */
  private readonly givesIds: boolean;

  constructor(name: string, givesIds: boolean, makeClient: (page: SessionPage) => DeskClient) {
    this.name = name;
    this.givesIds = givesIds;
    let ids = 0;
    let clients = 0;
    this.client = makeClient({
      text: "t",
      plugins: [history()],
      newClientId: () => `${name}${++clients}`,
      newBlockId: () => `${name}-${++ids}`,
      send: (message) => {
        if (message.type === "open" && message.version === null) this.reloads++;
        this.line.clientSends(message);
      },
      pace: (push) => push(),
      changed: () => undefined,
    });
    this.client.socketOpened();
  }

  edit(random: Random): void {
    const state = this.client.editor;
    if (!state) return;
    if (random() < 0.05) return this.undo(state);
    const word = wordOf(this.name, this.typed.length);
    const transaction = randomEdit(state, random, () => word);
    if (!transaction?.docChanged) return;
    this.apply(state, this.givesIds ? transaction : transaction.setMeta(fromOthers, true), word);
  }

  private undo(state: EditorState): void {
    undo(state, (transaction) => this.apply(state, transaction, null));
  }

  cut(): void {
    if (!this.line.open) return;
    this.line.cut();
    this.late.push(this.line);
    this.client.socketClosed();
  }

  reconnect(): void {
    if (this.line.open) return;
    this.line = new HeldLine();
    this.client.socketOpened();
  }

  /** One frame, in one direction; from a line that was cut, what was still under way to the authority. */
  deliver(authority: MemoryAuthority, random: Random): void {
    const cutLine = this.late[0];
    if (cutLine && random() < 0.3) {
      const message = cutLine.deliverToServer();
      if (message) authority.receive(cutLine, message);
      else this.late.shift();
      return;
    }
    if (random() < 0.5) this.deliverUp(authority);
    else this.deliverDown();
  }

  /** Everything that can still move. Returns whether something did. */
  drain(authority: MemoryAuthority): boolean {
    let moved = false;
    for (const line of this.late.splice(0)) {
      for (let message = line.deliverToServer(); message; message = line.deliverToServer())
        authority.receive(line, message);
    }
    while (this.line.waiting > 0) {
      moved = true;
      this.deliverUp(authority);
      this.deliverDown();
    }
    return moved;
  }

  private deliverUp(authority: MemoryAuthority): void {
    const message = this.line.deliverToServer();
    if (message) authority.receive(this.line, message);
  }

  private deliverDown(): void {
    const message = this.line.deliverToClient();
    if (message?.type === "snapshot" || message?.type === "commits" || message?.type === "dropped")
      this.client.receive(message);
  }

  /** Notes the words whose count an edit of this desk brings down, or above one, or that it brings back. */
  private apply(before: EditorState, transaction: Transaction, word: string | null): void {
    this.client.type(transaction);
    const was = countWords(before.doc.textContent);
    const is = countWords(this.client.editor?.doc.textContent ?? "");
    if (word !== null && is.has(word)) this.typed.push(word);
    for (const [known, count] of was) if ((is.get(known) ?? 0) < count) this.touched.add(known);
    for (const [known, count] of is) if (count > 1 || (known !== word && !was.has(known))) this.touched.add(known);
  }
}

/**
 * A word that begins and ends with a sign of its own: what an erasure leaves of one can never be completed by what it
 * leaves of another, and then pass for whole.
 */
function wordOf(name: string, ordinal: number): string {
  const sign = String.fromCodePoint(0x4e00 + (name.charCodeAt(0) - 65) * 1_000 + ordinal);
  return `${sign}ot${name}${ordinal}${sign}`;
}

export function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/([\u4e00-\u9fff])ot[A-Z]\d+\1/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

export const howMany = (random: Random, least: number, most: number): number => least + below(random, most - least + 1);
