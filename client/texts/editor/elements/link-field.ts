import { html, nothing } from "lit";

import type { Translate } from "../../../../shared/i18n/index.ts";
import { drawn, given, LightElement } from "../../../elements/index.ts";
import { shape } from "../../../ui/index.ts";

/** The field for a link's address. It takes the focus when it opens; whoever closes it gives the focus back to the sheet. */
export class LinkField extends LightElement {
  static override readonly properties = { address: given, fault: given };
  /** Of the link that the cursor is in; null: a new one. */
  declare address: string | null;
  /** What was typed is no allowed address. */
  declare fault: string | null;

  constructor() {
    super();
    this.address = null;
    this.fault = null;
  }

  protected draw(t: Translate) {
    const { address, fault } = this;
    return html`<form class="link-field" novalidate @submit=${this.onSubmit} @keydown=${this.onKey}>
      <label for="link">${t("write.link-address")}</label>
      <div class="link-row"><input id="link" name="href" type="text" inputmode="url" autocomplete="off" autocapitalize="off"
        .value=${address ?? ""} aria-invalid=${fault ? "true" : nothing} aria-describedby=${fault ? "link-fault" : nothing}>
      <button class="btn">${t("write.link-set")}</button></div>
      ${fault ? html`<p class="fault" id="link-fault" role="alert">${drawn(shape("warn"))}<span>${fault}</span></p>` : nothing}
      <div class="link-row">${
        address === null
          ? nothing
          : html`<button class="btn btn--bare" type="button" @click=${this.onRemove}>${t("write.link-remove")}</button>`
      }<button class="btn btn--bare" type="button" @click=${this.onClose}>${t("write.link-cancel")}</button></div></form>`;
  }

  protected override firstUpdated(): void {
    this.field?.focus();
    this.field?.select();
  }

  private get field(): HTMLInputElement | null {
    return this.querySelector("input");
  }

  private onSubmit = (event: Event): void => {
    event.preventDefault();
    this.report("cahier-link", this.field?.value.trim() ?? "");
  };

  private onKey = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.onClose();
  };

  private onRemove = (): void => {
    this.report("cahier-link", null);
  };

  private onClose = (): void => {
    this.report("cahier-close", null);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "cahier-link-field": LinkField;
  }
  interface GlobalEventHandlersEventMap {
    /** The address that was typed; null: the link is to go. */
    "cahier-link": CustomEvent<string | null>;
    /** Back to the sheet. */
    "cahier-close": CustomEvent<null>;
  }
}
