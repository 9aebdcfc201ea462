import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { TextsView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, type Html } from "../../ui/index.ts";
import { amend } from "./amend.ts";
import { textState } from "./text-state.ts";

/** `/textes`: every text that one may read, and what one may do with it. */
export const texts = definePage<TextsView>({
  page: "texts",
  entry: "reader",
  title: (_view, t) => t("texts.title"),
  body(view, beside) {
    const { t } = beside;
    const list = view.texts.length === 0 ? nothingYet(t) : html`<ul class="rows">${lines(view, t)}</ul>`;
    return frame(
      view.shell,
      beside,
      { tab: "texts", foot: true },
      html`<h1>${t("texts.title")}</h1>${list}${view.create === null ? null : create(view, view.create.requestKey, t)}`,
    );
  },
});

const nothingYet = (t: Translate): Html =>
  html`<div class="empty"><p>${t("texts.empty")}</p><p>${t("texts.empty-hint")}</p></div>`;

const lines = (view: TextsView, t: Translate): readonly Html[] =>
  view.texts.map((text) => {
    const path = gatheringPath(view.shell, `/textes/${text.id}`);
    return html`<li><h2 class="serif"><a href="${path}" dir="auto">${text.title || t("text.untitled")}</a></h2>
      <p class="small">${textState(text.state, t)}</p>
      ${text.mayWrite ? html`<p>${linkButton({ words: t("texts.write"), href: `${path}/ecrire` })}</p>` : null}
      ${amend(text, t("texts.amend"), view.shell, t)}</li>`;
  });

const create = (view: TextsView, once: string, t: Translate): Html =>
  actForm(
    view.shell,
    { action: "text.create", layout: "narrow", once },
    html`<h2>${t("texts.create")}</h2>
    ${field({
      name: "title",
      label: t("texts.create-title"),
      hint: t("texts.create-hint"),
      maxLength: limits.nameCharacters,
      value: view.shell.refused?.fields?.["title"] ?? "",
    })}
    ${button({ words: t("texts.create") })}`,
  );
