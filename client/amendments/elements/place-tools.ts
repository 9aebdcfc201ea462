import { html, nothing, type TemplateResult } from "lit";

import type { Translate } from "../../../shared/i18n/index.ts";
import { given, LightElement, nextStop } from "../../elements/index.ts";
import { gestures, type Gesture, type Unit } from "../gestures.ts";

/** Where the cursor is, in words, and what can be done there. */
export interface CursorPlace {
  readonly block: string | null;
  readonly article: string | null;
  readonly can: Readonly<Record<Unit, readonly Gesture[]>>;
}

const units = ["block", "article"] as const;

/**
 * On what one acts, the paragraph or the article of the cursor, and the gestures that act on it, one press each. A gesture
 * that can do nothing now stays a stop of the keyboard, so that the focus is never lost with it.
 */
export class PlaceTools extends LightElement {
  static override readonly properties = {
    place: given,
    chosen: { ...given, state: true },
    stop: { ...given, state: true },
    rests: { ...given, state: true },
  };
  declare place: CursorPlace | null;
  declare private chosen: Unit;
  /** The gesture that Tab leads to. */
  declare private stop: Gesture;
  /** Something was suppressed, and the author has not chosen a place since: a second press would hit what came after it. */
  declare private rests: boolean;

  constructor() {
    super();
    this.place = null;
    this.chosen = "block";
    this.stop = "add";
    this.rests = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, this.chooses);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const kind of ["pointerdown", "keydown"]) document.removeEventListener(kind, this.chooses);
  }

  private chooses = ({ target }: Event): void => {
    if (!(target instanceof Node && this.contains(target))) this.rests = false;
  };

  protected draw(t: Translate) {
    const { place, unit } = this;
    if (!place) return nothing;
    return html`<div class="where" role="group" aria-label=${t("amend.act-on")} @mousedown=${leaveCursor}>
        ${units.map(
          (one) => html`<button class="btn" type="button" aria-pressed=${one === unit}
            @click=${() => (this.chosen = one)}>${place[one] ?? t(`amend.unit-${one}`)}</button>`,
        )}</div>
      <div class="gestures" role="toolbar" aria-label=${t("amend.gestures")} aria-controls="texte"
        @mousedown=${leaveCursor} @keydown=${this.onKey}>${gestures.map((one) => this.drawOne(one, t))}</div>`;
  }

  private drawOne(gesture: Gesture, t: Translate): TemplateResult {
    const { unit } = this;
    const can = (this.place?.can[unit].includes(gesture) ?? false) && !(this.rests && gesture === "suppress");
    return html`<button class="btn" type="button" data-gesture=${gesture} tabindex=${gesture === this.stop ? "0" : "-1"}
      aria-label=${t(`amend.${gesture}-${unit}`)} aria-disabled=${can ? nothing : "true"}
      @focus=${() => (this.stop = gesture)}
      @click=${() => can && this.act(gesture, unit)}><span>${t(`amend.${gesture}`)}</span></button>`;
  }

  private act(gesture: Gesture, unit: Unit): void {
    this.rests = gesture === "suppress";
    this.report("cahier-gesture", { gesture, unit });
  }

  /** In the title of an article there is no paragraph to act on. */
  private get unit(): Unit {
    return this.place && this.place.block === null && this.place.article !== null ? "article" : this.chosen;
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") return this.report("cahier-close", null);
    const stops = [...this.querySelectorAll<HTMLElement>(".gestures button")];
    const next = nextStop(
      event.key,
      stops.findIndex((one) => one === event.target),
      stops.length,
    );
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    stops[next]?.focus();
  };
}

/** Pressing a tool leaves the cursor where it is in the sheet. */
function leaveCursor(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-gestures": PlaceTools;
  }
  interface GlobalEventHandlersEventMap {
    "cahier-gesture": CustomEvent<{ readonly gesture: Gesture; readonly unit: Unit }>;
  }
}
