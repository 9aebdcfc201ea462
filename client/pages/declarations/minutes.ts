import { clockTime, longDate, type Translate } from "../../../shared/i18n/index.ts";
import type { MinutesSentence, MinutesView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, type Html } from "../../ui/index.ts";
import { placeWords, reasonsList } from "../../words/index.ts";

type Day = MinutesView["days"][number];
type Section = Day["sections"][number];

/** `/proces-verbal`: the acts of the gathering as prose, day by day, item by item, with their times in the margin. */
export const minutes = definePage<MinutesView>({
  page: "minutes",
  entry: "papers",
  title: (_view, t) => t("minutes.title"),
  body(view, beside) {
    const { t } = beside;
    const { gathering } = view.shell;
    return frame(
      view.shell,
      beside,
      { layout: "leaf minutes", foot: true },
      html`<header><p class="small">${t("minutes.of", { gathering: gathering?.name ?? "", place: view.place })}</p>
          <h1>${t("minutes.title")}</h1></header>
        ${view.days.length === 0 ? html`<div class="empty"><p>${t("minutes.empty")}</p></div>` : null}
        ${view.days.map((day) => dayOf(view, day, t))}
        <footer><p class="small">${t("minutes.head", { count: view.entries })} ${code(view.journalCode)}
          ${view.closedAtMs === null ? t("minutes.open") : null}</p>
          <p class="signature">${t("minutes.signed")}</p></footer>`,
    );
  },
});

const dayOf = (view: MinutesView, { atMs, sections }: Day, t: Translate): Html => html`
  <section><h2>${longDate(atMs, placeOf(view.shell))}</h2>
  ${sections.map((section) => sectionOf(view, section, t))}</section>`;

function sectionOf(view: MinutesView, { title, sentences }: Section, t: Translate): Html {
  const times = sentences.map(({ atMs }) => clockTime(atMs, placeOf(view.shell)));
  return html`${title === null ? null : html`<h3 class="serif" dir="auto">${title}</h3>`}
    <div class="text">${sentences.map((sentence, i) =>
      // A time stands once, where it changes.
      sentenceOf(view, sentence, times[i] === times[i - 1] ? null : (times[i] ?? null), t),
    )}</div>`;
}

const sentenceOf = (view: MinutesView, sentence: MinutesSentence, time: string | null, t: Translate): Html => {
  const { sequence, words, typed, reasons, annulled, quotes, links } = sentence;
  return html`
    <div class="alinea" id="acte-${sequence}">${time === null ? null : html`<span class="no">${time}</span>`}<p>${annulled ? html`<s>${words}</s> <strong>${t("ballot.annulled")}.</strong>` : words}</p>
    ${typed === null ? null : html`<blockquote dir="auto">${typed === "erased" ? t("minutes.typed-erased") : typed.words}</blockquote>`}
    ${reasonsList(reasons, t)}
    ${quotes.length === 0 ? null : html`<ul class="quoted">${quotes.map((quote) => quoteOf(view, quote, t))}</ul>`}
    ${
      links.length === 0
        ? null
        : html`<p class="pointers noprint">${links.map((one) => html`<a href="${gatheringPath(view.shell, one.path)}" dir="auto">${one.words}</a>`)}</p>`
    }</div>`;
};

const quoteOf = (view: MinutesView, quote: MinutesSentence["quotes"][number], t: Translate): Html => {
  const { number, place, gist } = quote;
  return html`<li><a href="${gatheringPath(view.shell, `/amendements/${number}`)}">${t(number.includes("-") ? "sub-amendment.title" : "amendment.title", { number })}</a>
    <span>${placeWords(place, t)}</span> <span class="gist" dir="auto">${gist}</span></li>`;
};
