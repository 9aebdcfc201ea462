import type { MethodResult } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts } from "../../../shared/views/index.ts";
import { html, type Html } from "../../ui/index.ts";
import { optionWords, saidWords } from "../../words/index.ts";

/** What a ballot among options came to: who leads, in which order, and what was said how often. */
export function methodWorking(facts: BallotFacts, result: MethodResult, t: Translate): Html {
  const { winners, ranking } = result.answer;
  const named = (options: readonly string[]): string =>
    options.map((option) => optionWords(facts, option, t)).join(t("said.beside"));
  return html`${winners.length === 0 ? null : html`<p class="mine" dir="auto">${named(winners)}</p>`}
    ${
      ranking.length < 2
        ? null
        : html`<ol class="ranking" aria-label="${t("result.ranking")}">${ranking.map((place) => html`<li dir="auto">${named(place)}</li>`)}</ol>`
    }
    ${result.outcome === "indicative" ? html`<p>${t("result.indicative")}</p>` : null}`;
}

/** Each thing that was said, most often first. */
export function saidTable(facts: BallotFacts, { figures }: MethodResult, t: Translate): Html {
  const said = Object.entries(figures.tally).sort(([, a], [, b]) => b - a);
  return html`<table class="tally"><caption class="vh">${t("ballot.title", { number: facts.number })}</caption>
    <thead class="vh"><tr><th scope="col">${t("result.answer")}</th><th scope="col">${t("result.delegations")}</th></tr></thead>
    <tbody>${said.map(([one, count]) => html`<tr><th scope="row" dir="auto">${saidWords(facts, one, t)}</th><td>${count}</td></tr>`)}</tbody></table>`;
}
