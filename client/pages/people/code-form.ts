import type { Translate } from "../../../shared/i18n/index.ts";
import { button, field, html, type Html } from "../../ui/index.ts";

export interface CodeFormFacts {
  readonly token: string;
  /** Filled in from the address of a QR code. */
  readonly code: string;
  /** Where to go once signed in. */
  readonly next: string | null;
  readonly fault: string | null;
  /** Not the one thing to do on this page. */
  readonly quiet?: boolean;
}

/** The one field by which a seat is opened. A GET only fills it in; entering is the POST. */
export const codeForm = (facts: CodeFormFacts, t: Translate): Html => html`
  <form method="post" action="/entrer">
    <input type="hidden" name="token" value="${facts.token}">
    ${facts.next === null ? null : html`<input type="hidden" name="next" value="${facts.next}">`}
    ${field({
      name: "code",
      label: t("enter.code"),
      hint: t("enter.code-hint"),
      value: facts.code,
      required: true,
      maxLength: 40,
      autocomplete: "off",
      autocapitalize: "characters",
      fault: facts.fault,
    })}
    ${button({ words: t("enter.submit"), now: facts.quiet !== true })}
  </form>`;
