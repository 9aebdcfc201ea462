import type { Translate } from "../../../shared/i18n/index.ts";
import type { AnnulledView, Shell } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, shape, type Html } from "../../ui/index.ts";
import { reasonsList, verdictWords } from "../../words/index.ts";
import { ballotName, subjectName } from "./paper.ts";
import { replacesLine } from "./replacing.ts";
import { consequences, counts, tally } from "./result.ts";
import { afterClosing } from "./secrecy.ts";

/** That it counts no more, why, what stands in its place, what is to be done now; then, struck, what it had given. */
export function annulledSheet(view: AnnulledView, shell: Shell, t: Translate, toDo: Html | null = null): Html {
  const { facts, result, votes } = view.result;
  const path = (number: number): string => gatheringPath(shell, `/scrutins/${number}`);
  return html`<h1 class="verdict">${shape("npp")}<span><span class="vh">${subjectName(facts, t)}${t("sign.colon")} </span>${t("ballot.annulled")}</span></h1>
    <p class="about">${ballotName(facts, t)}</p>
    ${annulledWhy(view, t)}
    ${view.replacedBy === null ? null : html`<p><a href="${path(view.replacedBy)}">${t("ballot.replaced-by", { number: view.replacedBy })}</a></p>`}
    ${replacesLine(facts, shell, t)}${toDo}${view.result.consequences.length === 0 ? null : consequences(view.result.consequences, shell, t)}${annulledCount(view, t)}${reasonsList(view.result.reasons, t)}
    <p class="about">${counts(facts, result, t)}</p>${afterClosing(facts, t)}
    ${votes === null && facts.secrecy === "public" ? html`<p><a href="${path(facts.number)}">${t("result.votes")}</a></p>` : null}`;
}

export const annulledWhy = (
  { reason }: Pick<AnnulledView, "reason">,
  t: Translate,
): Html => html`<p>${t("ballot.annulled-hint")}</p>
  <p dir="auto">${reason === null ? t("ballot.annulled-erased") : t("ballot.cancelled-why", { reason })}</p>`;

/** Nobody takes it for a result: what it was is said, and its figures are struck. */
export const annulledCount = (
  { result: { facts, result }, declared }: AnnulledView,
  t: Translate,
  mostOptions?: number,
): Html => html`
  <div class="annulled"><p class="label">${t(declared ? "ballot.annulled-had" : "ballot.annulled-counted")}${
    declared ? html`${t("sign.colon")} <s dir="auto">${verdictWords(facts, result, t)}</s>` : null
  }</p>${tally(facts, result, t, mostOptions)}</div>`;
