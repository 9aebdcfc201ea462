import type { Translate } from "../../../shared/i18n/index.ts";
import {
  statesOfList,
  type AmendmentsFilter,
  type AmendmentsView,
  type ListState,
} from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { button, html, type Html } from "../../ui/index.ts";

/** A shorter list is read faster than it is filtered. */
const worthFiltering = 10;

/**
 * All of them, or only what is still to be voted; and of a long list only those of a delegation, an article or a state. The
 * form is folded away: what was asked for is said in words, how many they are, and the way back to all.
 */
export function filterOfList({ shell, texts, filter }: AmendmentsView, t: Translate): Html | null {
  const total = sum(texts.map((text) => text.total));
  const shown = sum(texts.map(({ lines }) => lines.length));
  const waiting = sum(texts.map((text) => text.waiting));
  const list = gatheringPath(shell, "/amendements");
  const asked = askedWords(filter, t);
  const link =
    asked.length > 0
      ? html`<p>${t("amendments.shown", { shown, count: total })}<br><b dir="auto">${asked.join(", ")}</b><br><a href="${list}">${t("amendments.all")}</a></p>`
      : waiting < total
        ? html`<p><a href="${list}?a-voter=1">${t("amendments.to-vote")}</a></p>`
        : null;
  return html`${filter.unknown ? html`<p class="small">${t("amendments.unknown-filter")}</p>` : null}${link}
    ${total < worthFiltering ? null : html`<details class="give filter noprint"><summary class="btn btn--bare">${t("amendments.filter-open")}</summary>${form(list, filter, t)}</details>`}`;
}

const askedWords = (filter: AmendmentsFilter, t: Translate): readonly string[] => [
  ...filter.delegations.flatMap(({ id, name }) => (id === filter.delegation ? name : [])),
  ...(filter.article === null ? [] : [articleWords(filter.article, t)]),
  ...(filter.state === null ? [] : [stateWords(filter.state, t)]),
];

const form = (list: string, filter: AmendmentsFilter, t: Translate): Html =>
  html`<form method="get" action="${list}">
    ${select("delegation", t("amendments.filter-delegation"), filter.delegation, filter.delegations, t)}
    ${select(
      "article",
      t("amendments.filter-article"),
      filter.article,
      filter.articles.map((id) => ({ id, name: articleWords(id, t) })),
      t,
    )}
    ${select(
      "etat",
      t("amendments.filter-state"),
      filter.state,
      filter.states.map((id) => ({ id, name: stateWords(id, t) })),
      t,
    )}
    ${button({ words: t("amendments.filter") })}</form>`;

const select = <V extends string | number>(
  name: string,
  label: string,
  chosen: V | null,
  options: readonly { readonly id: V; readonly name: string }[],
  t: Translate,
): Html =>
  html`<div class="field"><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}">
    <option value="">${t("amendments.filter-any")}</option>${options.map((one) => html`<option value="${one.id}" ?selected="${one.id === chosen}">${one.name}</option>`)}</select></div>`;

const articleWords = (article: number, t: Translate): string =>
  article === 0 ? t("amendments.outside-articles") : t("text.place-article", { article });

const stateWords = (state: ListState, t: Translate): string =>
  state === "a-voter" ? t("amendments.still-to-vote") : t(`amendment.state.${statesOfList[state]}`);

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
