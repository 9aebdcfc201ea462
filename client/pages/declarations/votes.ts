import { ruleWords } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { DeclarationView, VoteLine } from "../../../shared/views/index.ts";
import { gatheringPath } from "../../page/index.ts";
import { html, shape, type Html, type ShapeName } from "../../ui/index.ts";

/** Every ballot on the text, the whole last, with the rule and the base under which it was decided. */
export function votes(view: DeclarationView, t: Translate): Html {
  const { rule, enrolled, present } = view.final;
  const base = { rule: ruleWords(rule, t), enrolled, present };
  const heading = t(view.state.kind === "rejected" ? "declaration.votes-rejected" : "declaration.votes");
  return html`<section aria-labelledby="votes"><h2 id="votes">${heading}</h2>
    <div class="votes" tabindex="0" role="group" aria-label="${t("declaration.votes-label")}"><table>
      <caption class="vh">${t("declaration.votes-caption")}</caption>
      <thead><tr><th scope="col">${t("declaration.subject")}</th><th scope="col">${t("declaration.for")}</th>
        <th scope="col">${t("declaration.against")}</th><th scope="col">${t("declaration.abstention")}</th>
        <th scope="col"><abbr title="${t("declaration.nppv-title")}">${t("declaration.nppv")}</abbr></th></tr></thead>
      <tbody>${view.votes.map((line) => row(view, line, t))}</tbody></table></div>
    <p class="small">${t("declaration.rule", base)}</p></section>`;
}

const outcomes = {
  adopted: { shape: "for", words: "declaration.outcome-adopted" },
  rejected: { shape: "against", words: "declaration.outcome-rejected" },
  "no-result": { shape: "abstain", words: "declaration.outcome-no-result" },
  "no-quorum": { shape: "abstain", words: "declaration.outcome-no-quorum" },
} as const satisfies Record<VoteLine["outcome"], { shape: ShapeName; words: `declaration.outcome-${string}` }>;

function row(view: DeclarationView, { ballot, amendment, outcome, tally }: VoteLine, t: Translate): Html {
  const subject = amendment === null ? t("declaration.whole") : t("declaration.amendment", { number: amendment });
  const issue = outcomes[outcome];
  return html`<tr><th scope="row"><a href="${gatheringPath(view.shell, `/scrutins/${ballot.number}`)}">${subject}</a>
    <span class="issue">${shape(issue.shape)}${t(issue.words)}</span></th>
    ${tally === null ? html`<td colspan="4">${t("declaration.evident")}</td>` : html`<td>${tally.for}</td><td>${tally.against}</td><td>${tally.abstention}</td><td>${tally.notTakingPart}</td>`}</tr>`;
}
