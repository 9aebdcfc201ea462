import { html } from "lit";

import type { Translate } from "../../../../shared/i18n/index.ts";
import { given, LightElement } from "../../../elements/index.ts";
import type { CursorState } from "../sheet-state.ts";

/** The articles of the sheet as it is now, and which one the cursor is in. */
export class Outline extends LightElement {
  static override readonly properties = { articles: given };
  declare articles: CursorState["plan"];

  constructor() {
    super();
    this.articles = [];
  }

  protected draw(t: Translate) {
    if (this.articles.length === 0) return html`<p class="small">${t("write.plan-empty")}</p>`;
    return html`<ol>${this.articles.map(
      ({ id, words, current }) =>
        html`<li><button type="button" aria-current=${current} dir="auto"
          @click=${() => this.report("cahier-go", id)}>${words}</button></li>`,
    )}</ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-outline": Outline;
  }
  interface GlobalEventHandlersEventMap {
    /** To the block with this id. */
    "cahier-go": CustomEvent<string>;
  }
}
