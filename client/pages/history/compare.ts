import type { CompareView } from "../../../shared/views/index.ts";
import { definePage, frame } from "../../page/index.ts";
import { html, prose } from "../../ui/index.ts";
import { lead, pathsOf, versionWords } from "./hands.ts";

/** `/textes/:t/comparer`: what changed between two versions, as an amendment is printed. */
export const compare = definePage<CompareView>({
  page: "compare",
  entry: "history",
  title: (view, t) => t("compare.title", { text: view.text.title || t("text.untitled") }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text, from, to, whole, redline } = view;
    const paths = pathsOf(shell, text);
    const [then, now] = [from, to].map((one) => {
      const words = versionWords(one, shell, t);
      return one.version === 0 ? words : html`<a href="${paths.version(one.version)}" dir="auto">${words}</a>`;
    });
    const unchanged = redline.every(({ change }) => change === null || change === "context");
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`${lead(t("compare.heading"), text, shell, t, html`<p>${then} → ${now}</p>`)}
        <section aria-label="${t("compare.heading")}">${unchanged ? html`<p class="empty">${t("compare.same")}</p>` : null}
        ${redline.length === 0 ? null : html`<div class="sheet ruled">${prose(redline, t)}</div>`}</section>
        <div class="side noprint"><p><a href="${paths.compare(from.version, to.version, !whole)}">${t(whole ? "compare.excerpt" : "compare.whole")}</a></p>
          <p><a href="${paths.history}">${t("history.heading")}</a></p></div>`,
    );
  },
});
