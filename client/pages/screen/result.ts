import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotResult } from "../../../shared/ballots/index.ts";
import type { AnnulledView, BallotFacts, Consequence, ResultView, Scene } from "../../../shared/views/index.ts";
import { html, shape, state, type Html, type ShapeName } from "../../ui/index.ts";
import { amendmentTitle, outcomeShape, reasonsList, verdictLook, verdictWords } from "../../words/index.ts";
import { fitQuestion } from "./fit.ts";
import { annulledCount, annulledWhy, ballotName, counts as countsLine, tally, working } from "../ballots/index.ts";

/** The whole list is on the ballot's page. */
const mostOptions = 5;
const mostReasons = 3;

type Stage = Extract<Scene, { kind: "result" }>["stage"];

/** A settled result has no yellow: nothing is to be done any more. */
export function result(stage: Stage, t: Translate): Html {
  switch (stage.stage) {
    case "declared":
      return declared(stage.result, t);
    case "closed":
      return counted(
        stage.facts,
        stage.result,
        html`<h1 class="verdict">${t("ballot.closed")}</h1>`,
        html`<p>${t("ballot.closed-hint")}</p>`,
        t,
      );
    case "annulled":
      return annulled(stage, t);
    case "cancelled":
      return html`<section class="view words"><div>${name(stage.facts, t)}<h1 class="big">${t("ballot.cancelled")}</h1></div>
        <p>${t("ballot.cancelled-hint")}</p></section>`;
    default:
      return assertNever(stage);
  }
}

function declared({ facts, result: figures, consequences, reasons }: ResultView, t: Translate): Html {
  const words = verdictWords(facts, figures, t);
  const verdict = html`${shape(outcomeShape(figures.outcome))}<span dir="auto">${words}</span>`;
  const said = reasonsList(reasons.slice(0, mostReasons), t, (words) => fitQuestion(words).words);
  const more = reasons.length > mostReasons ? html`<p class="dim">${t("screen.more-reasons")}</p>` : null;
  const under = html`${working(facts, figures, t)}${said}${more}<p class="after">${consequences.slice(0, 3).map((one) => consequence(one, t))}</p>`;
  return counted(facts, figures, html`<h1 class="${verdictLook(words)}">${verdict}</h1>`, under, t);
}

/** Why, and in whose place another stands, where the verdict was; its figures are struck. */
function annulled(view: AnnulledView, t: Translate): Html {
  const { facts } = view.result;
  const by = view.replacedBy;
  // A long reason is read whole on the ballot's page.
  const reason = view.reason === null ? null : fitQuestion(view.reason).words;
  return html`<section class="view two"><div class="left">${name(facts, t)}<h1 class="verdict">${shape("npp")}${t("ballot.annulled")}</h1>${annulledWhy({ reason }, t)}
    ${by === null ? null : html`<p>${t("ballot.replaced-by", { number: by })}</p>`}</div>
    <div class="side">${annulledCount(view, t, mostOptions)}</div></section>`;
}

const name = (facts: BallotFacts, t: Translate): Html => html`<p class="dim">${ballotName(facts, t)}</p>`;

const counted = (facts: BallotFacts, counts: BallotResult, verdict: Html, under: Html, t: Translate): Html => html`
  <section class="view two"><div class="left">${name(facts, t)}${verdict}${under}</div>
  <div class="side">${tally(facts, counts, t, mostOptions)}${
    facts.options.length > mostOptions ? html`<p class="dim">${t("screen.more-options")}</p>` : null
  }
  <p class="dim">${countsLine(facts, counts, t)}</p>
  <p class="shortcode shortcode--small">${facts.code}</p></div></section>`;

const shapes: Readonly<Record<Consequence["kind"], ShapeName>> = {
  fallen: "fallen",
  satisfied: "satisfied",
  altered: "warn",
  called: "live",
  leaves: "npp",
  unrejected: "npp",
  live: "live",
};

const consequence = ({ kind, amendment }: Consequence, t: Translate): Html =>
  html`${state(shapes[kind], t(`result.${kind}`))} ${amendmentTitle([amendment], t)}, <span dir="auto">${amendment.delegation}</span><br>`;
