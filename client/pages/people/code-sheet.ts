import type { CodeSheetView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { html, linkButton } from "../../ui/index.ts";
import { codeCard } from "./code-card.ts";

/** `/codes/feuille`: cards to cut out, eight to a page of A4; on screen the same cards, one under the other. */
export const codeSheet = definePage<CodeSheetView>({
  page: "code-sheet",
  entry: "desk",
  title: (_view, t) => t("sheet.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, cards } = view;
    return frame(
      shell,
      beside,
      { layout: "leaf sheet-page", tab: "me" },
      html`<h1 class="noprint">${t("sheet.title")}</h1><p class="noprint">${t("sheet.how")}</p>
        <p class="noprint">${linkButton({ words: t("sheet.back"), href: gatheringPath(shell, "/codes") })}</p>
        ${
          cards.length === 0
            ? html`<p class="empty">${t("sheet.empty")}</p>`
            : html`<div class="cards">${cards.map((card) => codeCard(card, shell.gathering?.name ?? "", t))}</div>`
        }`,
    );
  },
});
