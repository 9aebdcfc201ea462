import type { ChangeSet } from "../../shared/amendments/index.ts";
import type { TextNode } from "../../shared/texts/index.ts";
import type { AmendView } from "../../shared/views/index.ts";
import { connect, inTime } from "../connection/index.ts";
import { amendViewOf } from "./amend-view.ts";
import { metNone, type Met } from "./met.ts";
import { headOf, meetOthers, type Head } from "./others.ts";

export interface WatchFacts {
  readonly view: AmendView;
  /** Others have submitted, withdrawn, or the text has changed: ask again. */
  changed(): void;
  /** The server was restored. */
  reload(): void;
}

/** All devices that compose hear of an act in one instant: they ask within so long. */
const spreadMs = 1_500;
const answerWithinMs = 15_000;

/** Follows what others submit on the text: the answer is worked out here, from what waits, and nothing of this device is told. */
export class OthersWatch {
  readonly #facts: WatchFacts;
  #cursor: number;
  #head: Head | null;
  #meet: ((own: ChangeSet, base: TextNode) => Met) | null = null;
  #isDue = false;

  constructor(facts: WatchFacts) {
    const { shell } = facts.view;
    this.#facts = facts;
    this.#cursor = shell.cursor;
    // A revision is written on the text as it was: the text as it stands is asked for.
    this.#head = facts.view.revising ? null : headOf(facts.view);
    connect({
      slug: shell.gathering?.slug ?? "",
      epoch: shell.epoch,
      cursor: () => this.#cursor,
      changed: () => undefined,
      message: (message) => {
        if (message.type === "entries" && message.entries.some(({ act }) => /^(?:amendment|ballot|text)\./u.test(act)))
          this.#askSoon(Math.random() * spreadMs);
      },
      greeted: (cursor, anew) => {
        if (anew || cursor > this.#cursor) this.#askSoon(0);
      },
      reload: () => facts.reload(),
    });
  }

  /** Nobody, before the first answer. */
  meet(own: ChangeSet, base: TextNode): Met {
    return this.#meet?.(own, base) ?? metNone;
  }

  #askSoon(inMs: number): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setTimeout(() => {
      this.#isDue = false;
      void this.#ask();
    }, inMs);
  }

  /** What did not come is asked at the next occasion: it is a courtesy, the server judges what is submitted. */
  async #ask(): Promise<void> {
    const told = await this.#view("?autres=1");
    if (!told?.others) return;
    if (told.text.version !== this.#head?.version) {
      const whole = await this.#view("");
      const head = whole && headOf(whole);
      if (!head || head.version !== told.text.version) return this.#askSoon(spreadMs);
      this.#head = head;
    }
    this.#cursor = Math.max(this.#cursor, told.shell.cursor);
    this.#meet = meetOthers(this.#head, told.others, this.#facts.view.revising?.number ?? null);
    this.#facts.changed();
  }

  async #view(query: string): Promise<AmendView | null> {
    const { shell, text } = this.#facts.view;
    const path = `/textes/${text.id}/amender${query}`;
    const address = `/r/${shell.gathering?.slug ?? ""}/etat.json?page=${encodeURIComponent(path)}`;
    try {
      return await inTime(answerWithinMs, async (signal) => {
        const answer = await fetch(address, {
          headers: { accept: "application/json" },
          credentials: "same-origin",
          signal,
        });
        return answer.ok ? amendViewOf(await answer.json()) : null;
      });
    } catch {
      return null;
    }
  }
}
