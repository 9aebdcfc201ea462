import { grades, notTakingPart, blank, optionsOf } from "../../../shared/ballots/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts, VotingPapersView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, code, field, html, linkButton, type Html } from "../../ui/index.ts";

/** `/scrutins/:n/bulletins`: voting papers to cut out, eight to a page of A4, each with the ballot's code. */
export const votingPapers = definePage<VotingPapersView>({
  page: "voting-papers",
  entry: "desk",
  title: (_view, t) => t("papers.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, facts, count } = view;
    const back = linkButton({ words: t("papers.back"), href: gatheringPath(shell, `/scrutins/${facts.number}/mains`) });
    const gathering = shell.gathering?.name ?? "";
    return frame(
      shell,
      beside,
      { layout: "leaf sheet-page", tab: "now" },
      html`<h1 class="noprint">${t("papers.title")}</h1><p class="noprint">${t(view.open ? "papers.how" : "papers.closed")}</p>
        <form class="noprint" method="get" action="${gatheringPath(shell, `/scrutins/${facts.number}/bulletins`)}">
        ${field({ name: "n", label: t("papers.count"), value: String(count), type: "number", inputmode: "numeric" })}
        ${button({ words: t("papers.count-submit") })}</form>
        <p class="noprint">${back}</p>
        <div class="cards">${Array.from({ length: count }, () => paper(facts, gathering, t))}</div>`,
    );
  },
});

/** More options than these do not fit on an eighth of a page. */
const fitting = 6;

const paper = (facts: BallotFacts, gathering: string, t: Translate): Html => html`
  <article class="card paper" ?data-long="${facts.options.length > fitting}"><div class="paper-head"><p class="card-for"><b dir="auto">${gathering}</b><br>${t("ballot.title", { number: facts.number })}</p>${code(facts.code)}</div>
  <h2 dir="auto">${facts.question}</h2>${answers(facts, t)}</article>`;

/** What one marks with a pen: a box, a line for a place or a grade; and how. */
function answers(facts: BallotFacts, t: Translate): Html {
  const { asking } = facts;
  const options = optionsOf(asking).map((option) => facts.options[Number(option) - 1] ?? option);
  const asides = [t(`choice.${blank}`), t(`choice.${notTakingPart}`)];
  switch (asking.method) {
    case "evident":
    case "yes-no":
      return boxes([t("choice.for"), t("choice.against"), ...asides]);
    case "consent":
      return boxes([t("stance.row.consent"), t("stance.row.reservation"), t("stance.row.objection"), ...asides]);
    case "choice":
    case "temperature":
      return html`${how(t("papers.one"))}${boxes([...options, ...asides])}`;
    case "approval":
      return html`${how(t("paper.approval"))}${boxes([...options, ...asides])}`;
    case "majority-judgment":
      return html`${how(
        t("papers.grades", {
          grades: [...grades]
            .reverse()
            .map((one) => t(`grade.${one}`))
            .join(", "),
        }),
      )}${lines(options)}${boxes(asides)}`;
    case "schulze":
    case "instant-runoff":
    case "stv":
      return html`${how(t("papers.places"))}${lines(options)}${boxes(asides)}`;
    default:
      return assertNever(asking);
  }
}

const how = (words: string): Html => html`<p class="card-how">${words}</p>`;
const boxes = (said: readonly string[]): Html =>
  html`<ul class="pen">${said.map(
    (words) => html`<li><i class="pen-box" aria-hidden="true"></i><span dir="auto">${words}</span></li>`,
  )}</ul>`;
const lines = (said: readonly string[]): Html =>
  html`<ul class="pen">${said.map(
    (words) => html`<li><i class="pen-line" aria-hidden="true"></i><span dir="auto">${words}</span></li>`,
  )}</ul>`;
