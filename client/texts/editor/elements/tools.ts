import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Translate } from "../../../../shared/i18n/index.ts";
import { assertNever } from "../../../../shared/refusals.ts";
import { given, LightElement, nextStop } from "../../../elements/index.ts";
import { kinds, isKind, type Kind } from "../kinds.ts";
import type { CursorState } from "../sheet-state.ts";
import { icons } from "./icons.ts";

export type Tool = "undo" | "redo" | "strong" | "em" | "link" | "article";

/** What stands in the row, in groups. */
export type ToolRow = readonly (readonly (Tool | "kind")[])[];

/** A kind that was chosen. `settled`: by a finger; with the arrow keys the choice goes on. */
interface ChosenKind {
  readonly kind: Kind;
  readonly settled: boolean;
}

/** `null`: the field is closed. */
export type LinkAsked = { readonly fault: string | null } | null;

/** Where the cursor is before there is a sheet. */
const nowhere = { kind: null, strong: false, em: false, link: null, canUndo: false, canRedo: false } as const;

/**
 * The row of tools around a sheet, and the field for a link's address when it is asked for. A tool that can do nothing now
 * stays a stop of the keyboard, so that the focus is never lost with it.
 */
export class Tools extends LightElement {
  static override readonly properties = { row: given, cursor: given, link: given, stop: { ...given, state: true } };
  /** Empty: the sheet is closed. */
  declare row: ToolRow;
  declare cursor: CursorState | null;
  declare link: LinkAsked;
  /** The tool that Tab leads to. */
  declare private stop: Tool | "kind" | null;
  private pointed = false;

  constructor() {
    super();
    this.row = [];
    this.cursor = null;
    this.link = null;
    this.stop = null;
  }

  protected draw(t: Translate) {
    if (this.row.length === 0) return nothing;
    return html`<div class="tools" role="toolbar" aria-label=${t("write.tools")} aria-controls="texte"
        @mousedown=${leaveCursor} @keydown=${this.onKey} @focusin=${this.onFocus} @focusout=${this.onBlur}>
        ${this.row.map((group) => html`<div class="tool-group">${group.map((name) => this.drawOne(name, t))}</div>`)}
      </div>
      ${this.link ? this.drawField(this.link, t) : nothing}`;
  }

  private drawOne(name: Tool | "kind", t: Translate): TemplateResult {
    const { strong, em, link, canUndo, canRedo } = this.cursor ?? nowhere;
    switch (name) {
      case "kind":
        return this.drawKinds(t);
      case "undo":
        return this.button(name, t("write.undo"), { face: icons.undo, idle: !canUndo });
      case "redo":
        return this.button(name, t("write.redo"), { face: icons.redo, idle: !canRedo });
      case "strong":
        return this.button(name, t("write.strong"), { face: html`<b>${t("write.strong-sign")}</b>`, pressed: strong });
      case "em":
        return this.button(name, t("write.em"), { face: html`<i>${t("write.em-sign")}</i>`, pressed: em });
      case "link":
        return this.button(name, t("write.link"), { face: short(t("write.link"), icons.link), pressed: link !== null });
      case "article": {
        const words = t("write.new-article");
        return this.button(name, words, { face: short(words, html`${icons.plus}${t("write.new-article-short")}`) });
      }
      default:
        return assertNever(name);
    }
  }

  /** `words` are for who does not see its face. */
  private button(name: Tool, words: string, { face, pressed, idle }: Face): TemplateResult {
    return html`<button class="btn" type="button" data-tool=${name} tabindex=${this.tabOf(name)} aria-label=${words}
      aria-pressed=${pressed === undefined ? nothing : String(pressed)} aria-disabled=${idle ? "true" : nothing}
      @click=${() => idle || this.report("cahier-tool", name)}><span aria-hidden="true">${face}</span></button>`;
  }

  private drawKinds(t: Translate): TemplateResult {
    const { kind } = this.cursor ?? nowhere;
    const shown = kind === "title" ? (["title"] as const) : kinds;
    return html`<label class="vh" for="kind">${t("write.kind")}</label>
      <select id="kind" tabindex=${this.tabOf("kind")} ?disabled=${kind === null || kind === "title"}
        @pointerdown=${this.onPointer} @change=${this.onKind}>${shown.map(
          (one) => html`<option value=${one} .selected=${live(one === kind)}>${t(kindWords[one])}</option>`,
        )}</select>`;
  }

  private drawField({ fault }: { readonly fault: string | null }, t: Translate): TemplateResult {
    return html`<cahier-link-field .t=${t} .address=${this.cursor?.link ?? null} .fault=${fault}></cahier-link-field>`;
  }

  private tabOf(name: Tool | "kind"): "0" | "-1" {
    return name === (this.stop ?? this.row[0]?.[0]) ? "0" : "-1";
  }

  private onKey = (event: KeyboardEvent): void => {
    this.pointed = false;
    if (event.key === "Escape") return this.report("cahier-close", null);
    const stops = this.stops();
    const next = nextStop(
      event.key,
      stops.findIndex((one) => one === event.target),
      stops.length,
    );
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    stops[next]?.focus();
  };

  /** Those that can be reached now: a phone leaves some out. */
  private stops(): readonly HTMLElement[] {
    const all = this.querySelectorAll<HTMLElement>(".tools button, .tools select:not(:disabled)");
    return [...all].filter((one) => one.getClientRects().length > 0);
  }

  private onFocus = ({ target }: FocusEvent): void => {
    const name =
      target instanceof HTMLSelectElement ? "kind" : target instanceof HTMLElement ? target.dataset["tool"] : "";
    this.stop = this.row.flat().find((one) => one === name) ?? null;
  };

  /** Whoever comes back begins at the first tool, which is always there. */
  private onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node && this.contains(relatedTarget))) this.stop = null;
  };

  private onPointer = (): void => {
    this.pointed = true;
  };

  private onKind = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement && isKind(target.value))
      this.report("cahier-kind", { kind: target.value, settled: this.pointed });
    // A kind that the sheet did not take is shown no longer.
    this.requestUpdate();
  };
}

interface Face {
  readonly face: TemplateResult;
  readonly pressed?: boolean;
  readonly idle?: boolean;
}

/** The words on a wide page; a phone has room for a sign. */
const short = (words: string, sign: TemplateResult): TemplateResult =>
  html`<span class="if-wide">${words}</span><span class="if-narrow">${sign}</span>`;

const kindWords = {
  paragraph: "write.kind-paragraph",
  heading: "write.kind-heading",
  article: "write.kind-article",
  list: "write.kind-list",
  ordered: "write.kind-ordered",
  quote: "write.kind-quote",
  title: "write.kind-title",
} as const satisfies Readonly<Record<Kind | "title", string>>;

/** Pressing a tool leaves the cursor where it is in the sheet. */
function leaveCursor(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest("button")) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-tools": Tools;
  }
  interface GlobalEventHandlersEventMap {
    "cahier-tool": CustomEvent<Tool>;
    "cahier-kind": CustomEvent<ChosenKind>;
  }
}
