import type { Translate } from "../../../shared/i18n/index.ts";
import type { Amending, ProseBlock, Shell } from "../../../shared/views/index.ts";
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

/** Beside each article and numbered paragraph: leads to it in the composing of an amendment. */
export function amendHere(
  { shell, text }: { readonly shell: Shell; readonly text: { readonly id: string } },
  block: ProseBlock,
  t: Translate,
): Html | null {
  if (!("number" in block) || block.number === null) return null;
  const { number, id, kind } = block;
  const words = kind === "article" ? t("text.amend-article", { number }) : t("text.amend-paragraph", { number });
  const href = gatheringPath(shell, `/textes/${text.id}/amender?a=${encodeURIComponent(id)}`);
  return html`<a class="amend-here noprint" href="${href}" aria-label="${words}" title="${words}">${pen}</a>`;
}

const pen = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="m4 20 1-5L16 4l4 4L9 19z"/></svg>`;
