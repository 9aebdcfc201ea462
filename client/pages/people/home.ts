import { longDate, type Translate } from "../../../shared/i18n/index.ts";
import type { HomeView } from "../../../shared/views/index.ts";
import { html, state, type Html } from "../../ui/index.ts";
import { definePage, frame, placeOf } from "../../page/index.ts";

/** The gatherings of this installation. Empty: who organises is told where the first one is opened. */
export const home = definePage<HomeView>({
  page: "home",
  entry: "join",
  title: (_view, t) => t("home.title"),
  body(view, beside) {
    const { t } = beside;
    const list = view.gatherings.length === 0 ? nothingYet(t) : html`<ul class="rows">${gatherings(view, t)}</ul>`;
    return frame(view.shell, beside, {}, html`<h1>${t("home.title")}</h1>${list}`);
  },
});

const nothingYet = (t: Translate): Html =>
  html`<div class="empty"><p>${t("home.empty")}</p><p>${t("home.empty-hint")}</p></div>`;

const gatherings = (view: HomeView, t: Translate): readonly Html[] =>
  view.gatherings.map((one) => {
    const from = t("home.from", { place: one.place, date: longDate(one.firstDayMs, placeOf(view.shell)) });
    return html`<li><h2><a href="/r/${one.slug}/" dir="auto">${one.name}</a></h2>
      <p class="small">${from} ${one.closed ? state("wait", t("home.closed")) : null}</p></li>`;
  });
