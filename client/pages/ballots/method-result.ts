import { blank, notTakingPart, optionsOf, type MethodResult } from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts } from "../../../shared/views/index.ts";
import { gauge, html, shape, type Html } from "../../ui/index.ts";
import { askedWords, choiceShape, gradeWords, optionWords, countedWords } from "../../words/index.ts";

/** What a ballot among options came to: who leads and why, in which order, or why nothing is decided. */
export function methodWorking(facts: BallotFacts, result: MethodResult, t: Translate): Html {
  const { winners, ranking } = result.answer;
  const undecided = undecidedWords(facts, result, t);
  if (undecided !== null) return html`<p>${undecided}</p>`;
  // What was retained is the verdict itself.
  const leads = result.outcome === "elected" || winners.length === 0;
  return html`${leads ? null : html`<p class="mine mine--long" dir="auto">${named(facts, winners, t)}</p>`}
    ${reasonWords(facts, result, t).map((words) => html`<p>${words}</p>`)}
    ${
      ranking.length < 2
        ? null
        : html`<p class="label">${t("result.ranking")}</p><ol class="ranking">${ranking.map(
            (place) => html`<li dir="auto">${named(facts, place, t)}</li>`,
          )}</ol>`
    }`;
}

const named = (facts: BallotFacts, options: readonly string[], t: Translate): string =>
  options.map((option) => optionWords(facts, option, t)).join(t("said.beside"));

/** Null when the method came to an answer. A temperature never decides, whatever was said. */
function undecidedWords({ rule }: BallotFacts, { outcome, answer }: MethodResult, t: Translate): string | null {
  if (outcome === "indicative") return t("result.indicative");
  if (outcome === "no-result") return t("result.nothing-said");
  const { quorum } = answer.working;
  if (outcome !== "no-quorum" || quorum === null || rule.quorum === null) return null;
  const { had, of, needed } = quorum;
  return t(`result.quorum.${rule.quorum.of}`, { count: had, of, needed });
}

function reasonWords(facts: BallotFacts, { outcome, answer, figures }: MethodResult, t: Translate): readonly string[] {
  const { working } = answer;
  const words: string[] = [];
  if (outcome === "tie")
    words.push(
      "rounds" in working
        ? `${t("result.round", { round: working.rounds.length })} · ${t("result.round-tied", { names: named(facts, working.tied, t) })}`
        : t("result.tie"),
    );
  if (working.majority !== null) {
    const { had, of, base, needed } = working.majority;
    const asked = t("result.needed", { needed, rule: askedWords(facts.rule, t) });
    words.push(
      `${t("result.most", { count: had })} ${t(`result.of.${base}`, { of, ...countedWords(facts.franchise, of, t) })} ${asked}`,
    );
  }
  if ("majorityGrades" in working)
    for (const option of answer.winners)
      words.push(
        t("result.majority-grade", {
          option: optionWords(facts, option, t),
          grade: gradeWords(working.majorityGrades[option] ?? "", t),
          voters: working.voters,
        }),
      );
  if ("quota" in working)
    words.push(t("result.quota", { quota: working.quota, expressed: figures.expressed, count: working.seats }));
  return words;
}

/**
 * How often each answer was given, and how many said none; nothing of it is a verdict. Where there is room for `most`
 * options only, those said most often.
 */
export function saidTable(facts: BallotFacts, { answer, figures }: MethodResult, t: Translate, most = Infinity): Html {
  const { working } = answer;
  const { tally } = figures;
  const own = "tally" in working ? Object.entries(working.tally) : [];
  const first = "rounds" in working ? Object.entries(working.rounds[0]?.votes ?? {}) : [];
  const options = [...own, ...first].filter(([said]) => said !== blank && said !== notTakingPart);
  const shown = options.length > most ? options.sort(([, a], [, b]) => Number(b) - Number(a)).slice(0, most) : options;
  const rows = shown.map(([said, count]) => row(answerName(facts, said, t), count, figures.expressed));
  const aside = [blank, notTakingPart] as const;
  return html`<table class="tally" ?data-many="${rows.length > 3 || facts.asking.method === "consent"}"><caption class="${first.length === 0 ? "vh" : "label"}">${
    first.length === 0 ? t("ballot.title", { number: facts.number }) : t("result.first-round")
  }</caption>
    <thead class="vh"><tr><th scope="col">${t("result.answer")}</th><th scope="col">${t("result.delegations")}</th></tr></thead>
    <tbody>${rows}${aside.map((said) =>
      row(html`${shape(choiceShape[said])}${t(`choice.${said}`)}`, tally[said] ?? 0, null),
    )}</tbody></table>`;
}

function answerName(facts: BallotFacts, said: string, t: Translate): Html {
  if (said === "consent" || said === "reservation" || said === "objection") return html`${t(`stance.row.${said}`)}`;
  return html`<span dir="auto">${optionWords(facts, said, t)}</span>`;
}

const row = (name: Html, count: number | string, whole: number | null): Html =>
  html`<tr><th scope="row" class="${whole === null ? "aside" : null}">${name}${whole === null || typeof count === "string" ? null : gauge(count, whole)}</th><td>${count}</td></tr>`;

/** All that it takes to redo the count by hand, for whoever opens it; null where the table says it all. */
export function countDetail(facts: BallotFacts, result: MethodResult, t: Translate): Html | null {
  const { working } = result.answer;
  const detail =
    "matrix" in working
      ? duels(facts, working, t)
      : "majorityGrades" in working
        ? gradesTable(facts, working, t)
        : "rounds" in working
          ? roundsTable(facts, working.rounds, t)
          : null;
  return (
    detail &&
    html`<details class="detail"><summary class="btn btn--bare"><span>${t("result.detail")}</span></summary>${detail}</details>`
  );
}

type Working = MethodResult["answer"]["working"];
type Of<Key extends string> = Extract<Working, Readonly<Record<Key, unknown>>>;

/** The matrix of duels, then the strongest paths: each says how many ranked the row above the column. */
const duels = (facts: BallotFacts, { matrix, strengths, paths }: Of<"matrix">, t: Translate): Html => html`
  ${pairs(facts, matrix, t("result.matrix"), t)}${pairs(facts, strengths, t("result.strengths"), t)}
  <ul class="paths">${optionsOf(facts.asking).flatMap((a) =>
    optionsOf(facts.asking).flatMap((b) => {
      const path = paths[a]?.[b] ?? [];
      return path.length < 3
        ? []
        : html`<li dir="auto">${t("result.path", {
            path: path.map((option) => optionWords(facts, option, t)).join(" → "),
            strength: strengths[a]?.[b] ?? 0,
          })}</li>`;
    }),
  )}</ul>`;

const pairs = (facts: BallotFacts, values: Of<"matrix">["matrix"], caption: string, t: Translate): Html => {
  const options = optionsOf(facts.asking);
  return html`<div class="wide" tabindex="0" role="group" aria-label="${caption}"><table class="tally"><caption class="label">${caption}</caption>
    <thead><tr><td></td>${options.map((b) => html`<th scope="col"><abbr title="${optionWords(facts, b, t)}">${b}</abbr></th>`)}</tr></thead>
    <tbody>${options.map(
      (a) =>
        html`<tr><th scope="row" dir="auto">${a}. ${optionWords(facts, a, t)}</th>${options.map(
          (b) => html`<td>${a === b ? "–" : String(values[a]?.[b] ?? 0)}</td>`,
        )}</tr>`,
    )}</tbody></table></div>`;
};

/** Each option's grades, best first, its majority grade in words. */
const gradesTable = (
  facts: BallotFacts,
  { tallies, majorityGrades, voters }: Of<"majorityGrades">,
  t: Translate,
): Html =>
  html`${optionsOf(facts.asking).map((option) => {
    const worstFirst = tallies[option] ?? [];
    const caption = t("result.graded", {
      option: optionWords(facts, option, t),
      grade: gradeWords(majorityGrades[option] ?? "", t),
    });
    return html`<table class="tally graded"><caption class="label" dir="auto">${caption}</caption>
      <thead class="vh"><tr><th scope="col">${t("result.answer")}</th><th scope="col">${t("result.delegations")}</th></tr></thead>
      <tbody>${gradeNames.map((grade, i) => row(html`${gradeWords(grade, t)}`, worstFirst[gradeNames.length - 1 - i] ?? 0, voters))}</tbody></table>`;
  })}`;

const gradeNames = ["excellent", "veryGood", "good", "fairlyGood", "passable", "insufficient", "reject"] as const;

type Round = Of<"rounds">["rounds"][number];

/** Votes by option and round, then what each round did. */
const roundsTable = (facts: BallotFacts, rounds: readonly Round[], t: Translate): Html => html`
  <div class="wide" tabindex="0" role="group" aria-label="${t("result.rounds")}"><table class="tally"><caption class="label">${t("result.rounds")}</caption>
  <thead><tr><td></td>${rounds.map((_, i) => html`<th scope="col">${t("result.round", { round: i + 1 })}</th>`)}</tr></thead>
  <tbody>${optionsOf(facts.asking).map(
    (option) =>
      html`<tr><th scope="row" dir="auto">${optionWords(facts, option, t)}</th>${rounds.map(
        ({ votes }) => html`<td>${String(votes[option] ?? "–")}</td>`,
      )}</tr>`,
  )}<tr><th scope="row">${t("result.exhausted")}</th>${rounds.map(({ exhausted }) => html`<td>${String(exhausted)}</td>`)}</tr></tbody></table></div>
  <ol class="paths">${rounds.map((round) => html`<li dir="auto">${roundWords(facts, round, t)}</li>`)}</ol>`;

function roundWords(facts: BallotFacts, round: Round, t: Translate): string {
  const { eliminated, tied } = round;
  const elected = "elected" in round ? round.elected : [];
  const transferred = "transferred" in round ? round.transferred : [];
  const words = [
    elected.length === 0 ? null : t("result.round-elected", { names: named(facts, elected, t) }),
    transferred.length === 0 ? null : t("result.round-transferred", { names: named(facts, transferred, t) }),
    tied.length === 0 ? null : t("result.round-tied", { names: named(facts, tied, t) }),
    eliminated === null ? null : t("result.round-eliminated", { name: optionWords(facts, eliminated, t) }),
  ].filter((one) => one !== null);
  return words.length === 0 ? t("result.round-last") : words.join(" ");
}
