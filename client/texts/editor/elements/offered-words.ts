import { html, nothing, type TemplateResult } from "lit";

import type { Translate } from "../../../../shared/i18n/index.ts";
import { given, LightElement } from "../../../elements/index.ts";

/** Words that found no place in the text, given back to their author: put in again, or left. */
export class OfferedBack extends LightElement {
  static override readonly properties = { passages: given, closed: given };
  /** Each in paragraphs parted by `\n`. */
  declare passages: readonly string[];
  /** The sheet takes nothing any more: the words can only be read and left. */
  declare closed: boolean;
  private pressed = false;

  constructor() {
    super();
    this.passages = [];
    this.closed = false;
  }

  protected draw(t: Translate) {
    const count = this.passages.length;
    if (count === 0) return nothing;
    return html`<section class="offered note-above" aria-labelledby="offered">
      <h2 id="offered">${t("write.offered", { count })}</h2>
      <p class="small">${t(this.closed ? "write.offered-closed" : "write.offered-hint")}</p>
      ${this.passages.map((words, index) => this.drawPassage(words, index, t))}</section>`;
  }

  /** The focus goes to what is left to decide, not away with the button that was pressed. */
  protected override updated(): void {
    if (!this.pressed) return;
    this.pressed = false;
    const buttons = this.querySelectorAll("button");
    if (!this.contains(document.activeElement)) buttons[buttons.length - 1]?.focus();
  }

  private drawPassage(words: string, index: number, t: Translate): TemplateResult {
    return html`<blockquote dir="auto">${words.split("\n").map((line) => html`<p>${line}</p>`)}</blockquote>
      <p class="offered-acts">${
        this.closed
          ? nothing
          : html`<button class="btn" type="button" @mousedown=${leaveCursor}
              @click=${() => this.report("cahier-take", index)}>${t("write.offered-take")}</button>`
      }<button class="btn btn--bare" type="button" @click=${() => this.leave(index)}>${t("write.offered-leave")}</button></p>`;
  }

  private leave(index: number): void {
    this.pressed = true;
    this.report("cahier-leave", index);
  }
}

/** The words go where the cursor is: pressing the button does not move it. */
const leaveCursor = (event: MouseEvent): void => event.preventDefault();

declare global {
  interface HTMLElementTagNameMap {
    "cahier-offered-words": OfferedBack;
  }
  interface GlobalEventHandlersEventMap {
    /** The nth passage, put in where the cursor is. */
    "cahier-take": CustomEvent<number>;
    /** The nth passage, wanted no more. */
    "cahier-leave": CustomEvent<number>;
  }
}
