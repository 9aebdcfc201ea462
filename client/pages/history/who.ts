import type { Translate } from "../../../shared/i18n/index.ts";
import type { WhoBlock, WhoView } from "../../../shared/views/index.ts";
import { definePage, frame } from "../../page/index.ts";
import { html, markedWords, proseBlockOf, type Html } from "../../ui/index.ts";
import { handWords, lead, pathsOf } from "./hands.ts";

type Hand = WhoView["hands"][number];

/** `/textes/:t/qui`: each passage under the number of whose it is, and a line under it of its own kind. */
export const who = definePage<WhoView>({
  page: "who",
  entry: "history",
  title: (view, t) => t("who.title", { text: view.text.title || t("text.untitled") }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text } = view;
    const more = html`<p>${t("who.lead")}</p><p class="small">${t("who.of", { version: text.version })}
      <a class="noprint" href="${pathsOf(shell, text).history}">${t("history.heading")}</a></p>`;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`${lead(t("who.heading"), text, shell, t, more)}
        <div class="side whose-hands">${legend(view, t)}</div>
        <article class="text whose" aria-label="${t("text.body")}">${
          view.letters === 0
            ? html`<p class="empty">${t("who.empty")}</p>`
            : view.blocks.map((one) => block(view, one, t))
        }</article>`,
    );
  },
});

function legend(view: WhoView, t: Translate): Html | null {
  if (view.hands.length === 0) return null;
  const all = html`<p class="noprint"><a href="${pathsOf(view.shell, view.text).who}">${t("who.all")}</a></p>`;
  return html`<section aria-labelledby="hands"><h2 class="label" id="hands">${t("who.hands")}</h2>
    <ol class="plain hands">${view.hands.map((hand) => line(view, hand, t))}</ol>${view.only === null ? null : all}</section>`;
}

function line(view: WhoView, { mark, by, letters }: Hand, t: Translate): Html {
  const share = t("who.letters", { letters: t("who.signs", { count: letters }), all: view.letters });
  const only = `${pathsOf(view.shell, view.text).who}?seul=${mark}`;
  const here = view.only === mark;
  return html`<li data-is="${mark}"><span class="by ${look(mark)}"><b>${mark}</b></span> <span>${handWords(by, view.shell, t)}
    <small>${share}</small>
    ${here ? html`<strong class="noprint small">●</strong>` : html`<a class="noprint small" href="${only}">${t("who.only")}</a>`}</span></li>`;
}

const look = (mark: number): string => `by-${((mark - 1) % 4) + 1}`;

function block(view: WhoView, { block: shown, spans }: WhoBlock, t: Translate): Html {
  const words = spans.map(({ mark, runs }) => {
    const theirs = runs.map(markedWords);
    if (view.only !== null && view.only !== mark) return html`<span class="others">${theirs}</span>`;
    return html`<span class="by ${look(mark)}"><sup><span class="vh">${t("who.by", { mark })} </span><span aria-hidden="true">${mark}</span></sup>${theirs}</span>`;
  });
  return proseBlockOf(shown, html`${words}`, t);
}
