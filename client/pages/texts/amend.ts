import type { Translate } from "../../../shared/i18n/index.ts";
import type { Amending, Shell } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, linkButton, type Html } from "../../ui/index.ts";

interface AmendedText {
  readonly id: string;
  readonly amending: Amending | null;
}

/** Leads whoever may to the composing of an amendment; while the whole is voted it says why there is no link. */
export function amend({ id, amending }: AmendedText, words: string, shell: Shell, t: Translate): Html | null {
  if (amending === null) return null;
  if (amending === "voting") return html`<p class="small">${t("amendments.whole-voted")}</p>`;
  return html`<p>${linkButton({ words, href: gatheringPath(shell, `/textes/${id}/amender`) })}</p>`;
}
