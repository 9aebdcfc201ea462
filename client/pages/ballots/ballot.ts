import { assertNever } from "../../../shared/refusals.ts";
import type { BallotView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, type Beside } from "../../page/index.ts";
import { code, facts, html, type Html } from "../../ui/index.ts";
import { ballotCard } from "./card.ts";
import { ballotName } from "./paper.ts";
import { laterResults, results } from "./later.ts";
import { afterClosing } from "./secrecy.ts";

/** `/scrutins/:n`: the card while it is open, the result afterwards, with who voted what. */
export const ballot = definePage<BallotView>({
  page: "ballot",
  entry: "vote",
  title: (view, t) => t("ballot.title", { number: factsOf(view).number }),
  body: (view, beside) =>
    frame(
      view.shell,
      beside,
      { tab: "now", layout: "moment", foot: view.ballot.stage !== "open" },
      stage(view, beside),
    ),
  later: { ...laterResults, isNeeded: ({ ballot: one }) => isCounted(one) },
  turnout(view, told) {
    const { ballot: stage } = view;
    if (stage.stage !== "open" || stage.card.facts.id !== told.ballot) return view;
    const turnout = { voted: told.voted, present: told.present };
    return { ...view, ballot: { ...stage, card: { ...stage.card, turnout } } };
  },
});

const isCounted = ({ stage: at }: BallotView["ballot"]): boolean => at !== "open" && at !== "cancelled";

function stage({ ballot: one, shell }: BallotView, beside: Beside): Html {
  const { t } = beside;
  switch (one.stage) {
    case "open":
      return ballotCard(one.card, shell, beside);
    case "closed":
      return html`${results()?.closedSheet(one.facts, one.result, shell, t)}`;
    case "declared":
    case "annulled":
      return html`${one.stage === "declared" ? results()?.resultSheet(one.result, shell, t) : results()?.annulledSheet(one, shell, t)}
        ${facts([
          [t("ballot.code"), code(one.result.facts.code)],
          [t("ballot.hash"), code(one.result.facts.hash.slice(0, 16))],
        ])}
        ${exports(one.result.facts.number, shell, t)}${results()?.votesList(one.result, shell, t)}${one.stage === "declared" && one.annul ? results()?.annulForm(one.annul, one.result.facts, shell, t) : null}`;
    case "cancelled": {
      const why =
        one.reason === null ? null : html`<p dir="auto">${t("ballot.cancelled-why", { reason: one.reason })}</p>`;
      return html`<h1>${t("ballot.cancelled")}</h1>
        <p class="about">${ballotName(one.facts, t)}</p>
        <p>${t("ballot.cancelled-hint")}</p>${why}${afterClosing(one.facts, t)}`;
    }
    default:
      return assertNever(one);
  }
}

/** The ballot as a file that anyone can count again, and as a table. */
const exports = (number: number, shell: BallotView["shell"], t: Beside["t"]): Html => html`
  <p class="about"><a href="${gatheringPath(shell, `/scrutins/${number}/emargement`)}">${t("ballot.roll")}</a> · ${t("result.exports")} <a href="${gatheringPath(shell, `/scrutins/${number}.json`)}">JSON</a> ·
  <a href="${gatheringPath(shell, `/scrutins/${number}.csv`)}">CSV</a></p>`;

function factsOf({ ballot: one }: BallotView) {
  switch (one.stage) {
    case "open":
      return one.card.facts;
    case "declared":
    case "annulled":
      return one.result.facts;
    case "closed":
    case "cancelled":
      return one.facts;
    default:
      return assertNever(one);
  }
}
