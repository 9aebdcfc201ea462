import { clockTime, type Translate } from "../../../shared/i18n/index.ts";
import { isChoice, type BallotResult, type YesNoResult } from "../../../shared/ballots/index.ts";
import type { BallotFacts, Consequence, ResultView, Shell } from "../../../shared/views/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import { gatheringPath, placeOf } from "../../page/index.ts";
import { html, scale, shape, state, type Html, type ShapeName } from "../../ui/index.ts";
import {
  amendmentTitle,
  sheetPath,
  answerWords,
  askedSentence,
  askedWords,
  choiceShape,
  choicesInOrder,
  outcomeShape,
  reasonsList,
  saidShape,
  saidWords,
  verdictLook,
  verdictWords,
  countedWords,
} from "../../words/index.ts";
import { replacesLine } from "./replacing.ts";
import { countDetail, methodWorking, saidTable } from "./method-result.ts";
import { ballotName, subjectName } from "./paper.ts";
import { afterClosing } from "./secrecy.ts";

/** The verdict and what is to be done now; its working in words, as a bar and as a table; then what it did to others. */
export function resultSheet(view: ResultView, shell: Shell, t: Translate, toDo: Html | null = null): Html {
  const { facts, result } = view;
  const verdict = verdictWords(facts, result, t);
  return html`<h1 class="${verdictLook(verdict)}">${shape(outcomeShape(result.outcome))}<span><span class="vh">${subjectName(facts, t)}${t("sign.colon")} </span><span dir="auto">${verdict}</span></span></h1>
    <p class="about">${ballotName(facts, t)}</p>
    ${replacesLine(facts, shell, t)}${toDo}${working(facts, result, t)}
    ${tally(facts, result, t)}${reasonsList(view.reasons, t)}
    <p class="about">${counts(facts, result, t)} ${view.mine === null ? null : t("result.mine", { choice: saidWords(facts, view.mine, t) })}</p>
    ${"answer" in result ? countDetail(facts, result, t) : null}
    ${view.consequences.length === 0 ? null : consequences(view.consequences, shell, t)}
    ${afterClosing(facts, t)}
    ${view.votes === null && facts.secrecy === "public" && result.method !== "evident" ? html`<p><a href="${gatheringPath(shell, `/scrutins/${facts.number}`)}">${t("result.votes")}</a></p>` : null}`;
}

/** Counted, not declared: the figures without a verdict. */
export const closedSheet = (facts: BallotFacts, result: BallotResult, shell: Shell, t: Translate): Html => html`
  <h1>${t("ballot.closed")}</h1><p class="about">${ballotName(facts, t)}</p>
  ${replacesLine(facts, shell, t)}<p>${t("ballot.closed-hint")}</p>${tally(facts, result, t)}<p class="about">${counts(facts, result, t)}</p>${afterClosing(facts, t)}`;

/** How the outcome follows: what there was, of what, and what the rule asked. */
export function working(facts: BallotFacts, result: BallotResult, t: Translate): Html {
  if (result.method === "evident") return html`<p>${t("result.evident")}</p>`;
  if (result.method !== "yes-no") return methodWorking(facts, result, t);
  const { majority, figures } = result;
  const { quorum } = result;
  if (result.outcome === "no-quorum" && quorum && facts.rule.quorum) {
    const { had, of, needed } = quorum;
    return html`<p>${t(`result.quorum.${facts.rule.quorum.of}`, { count: had, of, needed })}</p>`;
  }
  if (result.outcome === "no-result") {
    return html`<p>${t("result.no-result")} ${stays(facts, t)}</p>`;
  }
  const needed = t("result.needed", { needed: majority.needed, rule: askedWords(facts.rule, t) });
  return html`<p><strong>${t("result.had", { count: majority.had })}</strong> ${t(`result.of.${majority.base}`, { of: majority.of, ...countedWords(facts.franchise, majority.of, t) })} ${needed}</p>
    ${scale({
      for: figures.tally.for,
      against: figures.tally.against,
      needed: majority.base === "expressed" ? majority.needed : null,
      neededWords: String(majority.needed),
    })}`;
}

/** What was put to the vote and is where it was. */
function stays({ subject }: BallotFacts, t: Translate): string | null {
  switch (subject.kind) {
    case "amendment":
      return t("result.no-result-amendment");
    case "block":
      return t("result.no-result-block");
    case "text":
      return t("result.no-result-text");
    case "question":
      return null;
    default:
      return assertNever(subject);
  }
}

/** Null where nobody counted. */
export function tally(facts: BallotFacts, result: BallotResult, t: Translate, mostOptions?: number): Html | null {
  if (result.method === "evident") return null;
  return result.method === "yes-no" ? choicesTable(facts, result, t) : saidTable(facts, result, t, mostOptions);
}

const choicesTable = (facts: BallotFacts, { figures }: YesNoResult, t: Translate): Html => html`
  <table class="tally tally--choices"><caption class="vh">${t("ballot.title", { number: facts.number })}, ${subjectName(facts, t)}</caption>
  <thead class="vh"><tr><th scope="col">${t("result.answer")}</th><th scope="col">${t("result.delegations")}</th></tr></thead>
  <tbody>${choicesInOrder.map(
    (choice) =>
      html`<tr><th scope="row">${shape(choiceShape[choice])}${t(`choice.${choice}`)}</th><td>${figures.tally[choice]}</td></tr>`,
  )}</tbody></table>`;

export const counts = ({ franchise }: BallotFacts, { figures }: BallotResult, t: Translate): string => {
  const { present, enrolled } = figures;
  if (!("voted" in figures)) return t("result.counts-roll", { count: present, enrolled });
  const key = franchise.weights === "one" ? "result.counts" : "result.counts-votes";
  return t(key, { count: figures.voted, present, enrolled });
};

const shapes: Readonly<Record<Consequence["kind"], ShapeName>> = {
  fallen: "fallen",
  satisfied: "satisfied",
  altered: "warn",
  called: "live",
  leaves: "npp",
  unrejected: "npp",
  live: "live",
};

export const consequences = (list: readonly Consequence[], shell: Shell, t: Translate): Html => html`
  <ul class="next">${list.map(({ kind, amendment }) => {
    const href = gatheringPath(shell, sheetPath(amendment));
    return html`<li>${state(shapes[kind], t(`result.${kind}`))} <a href="${href}">${amendmentTitle([amendment], t)}</a>, <span dir="auto">${amendment.delegation}</span></li>`;
  })}</ul>`;

/** Who voted what, in public ballots, after declaring. */
export function votesList(view: ResultView, shell: Shell, t: Translate): Html | null {
  if (view.votes === null) return rollOnly(view, t);
  const closed = t("result.closed-at", { time: clockTime(view.closedAtMs, placeOf(shell)) });
  return html`<section class="named" aria-labelledby="votes"><h2 id="votes">${t("result.votes")}</h2>
    <p class="about">${closed} · ${askedSentence(view.facts, t)}</p>
    ${saidIn(view).map((said) => {
      const names = (view.votes ?? []).filter((vote) => vote.choice === said).map((vote) => vote.voter);
      const name = saidShape(said);
      return namesUnder(
        html`${name && shape(name)} <span dir="auto">${answerWords(view.facts, said, t)}</span>`,
        names,
        votesOf(view, said),
      );
    })}
    ${view.counts.map(
      (one) => html`<h3>${t(`ballot.at-${one.channel}`, { zone: one.zone })}</h3>
        <p class="num">${choicesInOrder.map((choice) => `${answerWords(view.facts, choice, t)} ${one.tally[choice]}`).join(" · ")}</p>`,
    )}
    ${withoutVote(view, t)}</section>`;
}

/** Of delegations that have several votes, how many said this; undefined where they are as many as their names. */
function votesOf({ facts, result }: ResultView, said: string): number | undefined {
  if (facts.franchise.weights === "one" || result.method !== "yes-no" || !isChoice(said)) return undefined;
  return result.figures.tally[said];
}

/** Of a secret ballot: who is on the roll and has no vote. */
const rollOnly = (view: ResultView, t: Translate): Html | null =>
  view.silent.length + view.absent.length === 0
    ? null
    : html`<section class="named" aria-labelledby="votes"><h2 id="votes">${t("result.roll")}</h2>${withoutVote(view, t)}</section>`;

const withoutVote = ({ silent, absent }: ResultView, t: Translate): Html => html`
  ${silent.length === 0 ? null : namesUnder(html`${t("result.silent")}`, silent)}
  ${absent.length === 0 ? null : namesUnder(html`${t("result.absent")}`, absent)}`;

/** What was said, in the order of the card; else the most often said first, who said nothing of it last. */
function saidIn({ votes, result }: ResultView): readonly string[] {
  const said = new Set((votes ?? []).map(({ choice }) => choice));
  if (!("answer" in result)) return choicesInOrder.filter((choice) => said.has(choice));
  const { tally } = result.figures;
  const aside = choicesInOrder.filter((choice) => said.delete(choice));
  return [...[...said].sort((a, b) => (tally[b] ?? 0) - (tally[a] ?? 0) || (a < b ? -1 : 1)), ...aside];
}

const namesUnder = (title: Html, names: readonly string[], count = names.length): Html => html`
  <h3>${title}, ${count}</h3><ul class="names">${names.map((name) => html`<li dir="auto">${name}</li>`)}</ul>`;
