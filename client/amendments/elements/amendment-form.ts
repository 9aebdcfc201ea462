import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";

import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ProseBlock } from "../../../shared/views/index.ts";
import { drawn, given, LightElement } from "../../elements/index.ts";
import { button, prose, shape } from "../../ui/index.ts";

/** What changes, why, and the one button: the amendment that is being composed, before it is submitted. */
export class AmendmentForm extends LightElement {
  static override readonly properties = {
    changes: given,
    rationale: given,
    delegation: given,
    next: given,
    refusal: given,
    sending: given,
  };
  declare changes: readonly ProseBlock[];
  declare rationale: string;
  /** In whose name. */
  declare delegation: string;
  /** What the amendment will be called, when it is revised; null: it is a new one. */
  declare next: string | null;
  /** Words of the last refusal, or of what is in the way. */
  declare refusal: string | null;
  declare sending: boolean;

  constructor() {
    super();
    this.changes = [];
    this.rationale = "";
    this.delegation = "";
    this.next = null;
    this.refusal = null;
    this.sending = false;
  }

  protected draw(t: Translate) {
    const { changes, delegation, refusal } = this;
    return html`<form class="wish" id="depot" tabindex="-1" aria-busy=${this.sending ? "true" : nothing}
        @submit=${this.onSubmit} @click=${this.onClick}>
      <section aria-labelledby="changes" class="wish-changes" tabindex="0"><h2 id="changes">${t("amend.changes")}</h2>
        ${changes.length === 0 ? html`<p class="empty">${t("amend.changes-none")}</p>` : drawn(prose(changes, t))}</section>
      <div class="field"><label for="rationale">${t("amend.why")}</label>
        <span class="hint" id="why-hint">${t("amend.why-hint")}</span>
        <textarea id="rationale" name="rationale" rows="4" maxlength=${limits.rationaleCharacters} dir="auto"
          aria-describedby="why-hint" .value=${live(this.rationale)} @input=${this.onInput}></textarea></div>
      <p class="wish-for">${t("amend.for")}<br /><strong dir="auto">${delegation}</strong></p>
      ${refusal === null ? nothing : html`<p class="refused" role="alert">${drawn(shape("warn"))}<span>${refusal}</span></p>`}
      ${drawn(button({ words: this.next === null ? t("amend.submit") : t("amend.revise", { next: this.next }), now: true }))}
      ${drawn(button({ words: t(this.next === null ? "amend.again" : "amend.again-revised"), bare: true, name: "again", twice: t("amend.again-twice") }))}
    </form>`;
  }

  private onInput = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) this.report("cahier-rationale", target.value);
  };

  private onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.sending) this.report("cahier-submit", null);
  };

  private onClick = (event: Event): void => {
    if (!(event.target instanceof Element) || !event.target.closest("button[name=again]")) return;
    event.preventDefault();
    this.report("cahier-again", null);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-amendment": AmendmentForm;
  }
  interface GlobalEventHandlersEventMap {
    /** The rationale as it is typed. */
    "cahier-rationale": CustomEvent<string>;
    "cahier-submit": CustomEvent<null>;
    /** All that was changed is to go. */
    "cahier-again": CustomEvent<null>;
  }
}
