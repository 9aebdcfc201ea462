import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { ProseBlock } from "../../../shared/views/index.ts";
import { drawn, given, LightElement } from "../../elements/index.ts";
import { button, prose, shape } from "../../ui/index.ts";
import type { ToldPart } from "../told-parts.ts";

/** What there is to know before one submits, and where it leads. */
export interface Notice {
  readonly tone: "warn" | "live";
  readonly words: string;
  readonly links: readonly { readonly words: string; readonly href: string }[];
  /** An amendment that can be co-signed on the spot, at these words of it. */
  readonly cosign?: { readonly words: string; readonly amendment: string; readonly hash: string };
}

/** A delegation that the secretary may submit for. */
interface Delegation {
  readonly id: string;
  readonly name: string;
}

/** What changes, why, and the one button: the amendment that is being composed, before it is submitted. */
export class AmendmentForm extends LightElement {
  static override readonly properties = {
    changes: given,
    parts: given,
    more: given,
    notices: given,
    split: given,
    rationale: given,
    divisible: given,
    delegation: given,
    next: given,
    delegations: given,
    refusal: given,
    sending: given,
    sub: given,
  };
  declare changes: readonly ProseBlock[];
  /** The changes one by one, and how many more there are. */
  declare parts: readonly ToldPart[];
  declare more: number;
  declare notices: readonly Notice[];
  /** The places of the articles that could be submitted apart, the first of them first; null: there is one at most. */
  declare split: readonly string[] | null;
  declare rationale: string;
  /** Whether what falls of it shall leave the rest standing; null: it is not asked. */
  declare divisible: boolean | null;
  /** In whose name; empty for the secretary, who chooses one of `delegations`. */
  declare delegation: string;
  /** What the amendment will be called, when it is revised; null: it is a new one. */
  declare next: string | null;
  declare delegations: readonly Delegation[];
  /** Words of the last refusal, or of what is in the way. */
  declare refusal: string | null;
  declare sending: boolean;
  /** It is a sub-amendment. */
  declare sub: boolean;

  constructor() {
    super();
    this.changes = [];
    this.parts = [];
    this.more = 0;
    this.notices = [];
    this.split = null;
    this.rationale = "";
    this.divisible = null;
    this.delegation = "";
    this.next = null;
    this.delegations = [];
    this.refusal = null;
    this.sending = false;
    this.sub = false;
  }

  protected draw(t: Translate) {
    const { changes, refusal } = this;
    return html`<form class="wish" id="depot" tabindex="-1" aria-busy=${this.sending ? "true" : nothing}
        @submit=${this.onSubmit} @click=${this.onClick}>
      <section aria-labelledby="changes" class="wish-changes" tabindex="0"><h2 id="changes">${t("amend.changes")}</h2>
        ${this.notices.map((notice) => drawNotice(notice))}
        ${changes.length === 0 ? html`<p class="empty">${t("amend.changes-none")}</p>` : nothing}
        ${this.drawParts(t)}
        ${changes.length === 0 ? nothing : drawn(prose(changes, t))}</section>
      <div class="field"><label for="rationale">${t("amend.why")}</label>
        <span class="hint" id="why-hint">${t("amend.why-hint")}</span>
        <textarea id="rationale" name="rationale" rows="4" maxlength=${limits.rationaleCharacters} dir="auto"
          aria-describedby="why-hint" .value=${live(this.rationale)} @input=${this.onInput}></textarea></div>
      ${this.drawDivisible(t)}
      ${this.drawFor(t)}
      ${refusal === null ? nothing : html`<p class="refused" role="alert">${drawn(shape("warn"))}<span>${refusal}</span></p>`}
      ${drawn(button({ words: this.next === null ? t(this.sub ? "amend.submit-sub" : "amend.submit") : t("amend.revise", { next: this.next }), now: true }))}
      ${this.drawSplit(t)}
      ${drawn(button({ words: t(this.next === null ? "amend.again" : "amend.again-revised"), bare: true, name: "again", twice: t("amend.again-twice") }))}
    </form>`;
  }

  /** Each change leads to its place, and can be taken back alone. */
  private drawParts(t: Translate): TemplateResult | typeof nothing {
    const { parts, more } = this;
    if (parts.length === 0) return nothing;
    return html`<p class="small">${t("amend.count", { count: parts.length + more })}</p>
      <ul class="parts">${parts.map(
        (
          part,
        ) => html`<li><a href="#texte" data-go=${part.key}><strong>${part.place}</strong> <span dir="auto">${part.gist}</span></a>
          <button class="btn" type="button" data-back=${part.key}
            aria-label=${`${t("amend.part-back")}, ${part.place}`}><span>${t("amend.part-back-short")}</span></button></li>`,
      )}</ul>
      ${more > 0 ? html`<p class="small">${t("amend.more-parts", { count: more })}</p>` : nothing}`;
  }

  private drawDivisible(t: Translate): TemplateResult | typeof nothing {
    if (this.divisible === null) return nothing;
    return html`<div class="ticks"><label><input type="checkbox" name="divisible" .checked=${live(this.divisible)}
      @change=${this.onDivisible} /><span>${t("amend.divisible")}</span></label></div>`;
  }

  private drawFor(t: Translate): TemplateResult {
    const { delegation, delegations } = this;
    if (delegations.length === 0)
      return html`<p class="wish-for">${t("amend.for")}<br /><strong dir="auto">${delegation}</strong></p>`;
    return html`<div class="field"><label for="for">${t("amend.for")}</label>
      <select id="for" name="delegation" required><option value="">${t("amend.choose-delegation")}</option>${delegations.map(
        ({ id, name }) => html`<option value=${id}>${name}</option>`,
      )}</select></div>`;
  }

  private drawSplit(t: Translate): TemplateResult | typeof nothing {
    const [first] = this.split ?? [];
    if (!this.split || first === undefined) return nothing;
    return html`<div class="split"><p class="small">${t("amend.split", { count: this.split.length })}</p>
      <button class="btn" type="submit" name="split" value="first"><span>${t("amend.split-first", { place: first })}</span></button>
      <p class="small">${t("amend.split-hint")}</p></div>`;
  }

  private onInput = ({ target }: Event): void => {
    if (target instanceof HTMLTextAreaElement) this.report("cahier-rationale", target.value);
  };

  private onDivisible = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.report("cahier-divisible", target.checked);
  };

  private onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const chosen = this.querySelector<HTMLSelectElement>("#for")?.value ?? null;
    if (!this.sending) this.report("cahier-submit", { firstAlone: this.pressedSplit, delegation: chosen });
    this.pressedSplit = false;
  };

  /** Which button submits, for browsers that do not say so in the event. */
  private pressedSplit = false;

  private onClick = (event: Event): void => {
    if (!(event.target instanceof Element)) return;
    const pressed = event.target.closest<HTMLElement>("button, [data-go]");
    this.pressedSplit = pressed?.matches("[name=split]") ?? false;
    const { go, back, cosign, hash } = pressed?.dataset ?? {};
    if (go !== undefined) this.report("cahier-part", { key: go, back: false });
    else if (back !== undefined) this.report("cahier-part", { key: back, back: true });
    else if (cosign !== undefined && hash !== undefined) this.report("cahier-cosign", { amendment: cosign, hash });
    else if (pressed?.matches("[name=again]")) this.report("cahier-again", null);
    else return;
    event.preventDefault();
  };
}

const drawNotice = ({ tone, words, links, cosign }: Notice): TemplateResult =>
  html`<div class="notice"><p>${drawn(shape(tone))}<span>${words}</span></p>
    ${links.length === 0 && !cosign ? nothing : html`<p class="notice-links">${cosign ? drawCosign(cosign) : nothing}${links.map((link) => html`<a class="btn" href=${link.href}>${link.words}</a>`)}</p>`}</div>`;

const drawCosign = ({ words, amendment, hash }: NonNullable<Notice["cosign"]>): TemplateResult =>
  html`<button class="btn" type="button" data-cosign=${amendment} data-hash=${hash}><span>${words}</span></button>`;

declare global {
  interface HTMLElementTagNameMap {
    "cahier-amendment": AmendmentForm;
  }
  interface GlobalEventHandlersEventMap {
    /** The rationale as it is typed. */
    "cahier-rationale": CustomEvent<string>;
    /** May it be divided, if a part of it falls? */
    "cahier-divisible": CustomEvent<boolean>;
    /** `firstAlone`: only what is in the first article. `delegation`: chosen by the secretary, else null. */
    "cahier-submit": CustomEvent<{ readonly firstAlone: boolean; readonly delegation: string | null }>;
    /** One change is to be shown in the sheet, or taken back. */
    "cahier-part": CustomEvent<{ readonly key: string; readonly back: boolean }>;
    /** Rather than submit the same again, its author co-signs what was submitted. */
    "cahier-cosign": CustomEvent<{ readonly amendment: string; readonly hash: string }>;
    /** All that was changed is to go. */
    "cahier-again": CustomEvent<null>;
  }
}
