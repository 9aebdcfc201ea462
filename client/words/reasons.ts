import type { Translate } from "../../shared/i18n/index.ts";
import type { StatedReason } from "../../shared/views/index.ts";
import { html, type Html } from "../ui/index.ts";

/** Objections and reservations, each with whose it is and why; `shown` makes of long words what there is room for. */
export const reasonsList = (
  reasons: readonly StatedReason[],
  t: Translate,
  shown: (words: string) => string = (words) => words,
): Html | null =>
  reasons.length === 0
    ? null
    : html`<ul class="next">${reasons.map(
        ({ said, delegation, reason }) =>
          html`<li><strong>${t(`stance.row.${said}`)}</strong>, <span dir="auto">${delegation}</span>${
            reason === null
              ? null
              : html`<blockquote dir="auto">${reason === "erased" ? t("ballot.annulled-erased") : shown(reason.words)}</blockquote>`
          }</li>`,
      )}</ul>`;
