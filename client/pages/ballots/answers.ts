import {
  blank,
  filledBy,
  grades,
  notTakingPart,
  optionsOf,
  paperField,
  reasonCharacters,
  type FilledPaper,
} from "../../../shared/ballots/index.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { BallotFacts, TypedReasons } from "../../../shared/views/index.ts";
import { choice, html, shape, type Html } from "../../ui/index.ts";
import { choiceShape, choicesInOrder, gradeWords, optionWords } from "../../words/index.ts";

/** What a paper offers to be said: rows of one height and weight, nothing chosen beforehand. `filled` is shown again. */
export interface AnswersFacts {
  /** What is shown again: a filled paper, and the reasons that were typed. */
  readonly filled: string | null;
  readonly reasons?: TypedReasons;
  /** How many votes there are to say apart; null: one, or not apart. */
  readonly splits?: number | null;
}

export function answers(facts: BallotFacts, { filled, reasons = {}, splits = null }: AnswersFacts, t: Translate): Html {
  const paper = filledBy(filled);
  const { asking } = facts;
  switch (asking.method) {
    case "evident":
    case "yes-no": {
      const whole = rows(
        choicesInOrder.map((value) =>
          one(value, t(`choice.${value}`), paper, shape(choiceShape[value]), splits === null),
        ),
      );
      return splits === null
        ? whole
        : html`${hint(t("paper.votes", { count: splits }))}${whole}${split(paper, splits, t)}`;
    }
    case "consent": {
      const stances = (["consent", "reservation", "objection"] as const).map(
        (value) =>
          html`${one(value, t(`stance.row.${value}`), paper)}${value === "consent" ? null : why(value, reasons, t)}`,
      );
      return html`${hint(t("paper.consent"))}${rows([...stances, ...asides(paper, t)])}`;
    }
    case "choice":
    case "temperature": {
      const options = optionsOf(asking).map((option) => one(option, optionWords(facts, option, t), paper));
      const said = asking.method === "temperature" ? hint(t("result.indicative")) : null;
      return html`${said}${rows([...options, ...asides(paper, t)])}`;
    }
    case "approval":
      return html`${hint(t("paper.approval"))}${rows(
        optionsOf(asking).map((option) =>
          box(paperField.mark(option), option, optionWords(facts, option, t), paper.has(option)),
        ),
      )}${beside(paper, t)}`;
    case "majority-judgment":
      return html`${hint(t("paper.majority-judgment"))}${optionsOf(asking).map((option) =>
        judged(facts, option, paper, t),
      )}${beside(paper, t)}`;
    case "schulze":
    case "instant-runoff":
    case "stv":
      return html`${hint(t(`paper.${asking.method}`))}<div class="choices">${optionsOf(asking).map((option) =>
        placed(facts, option, asking.options, paper, t),
      )}</div>${beside(paper, t)}`;
    default:
      return assertNever(asking);
  }
}

const hint = (words: string): Html => html`<p class="about">${words}</p>`;
const rows = (lines: readonly Html[]): Html => html`<div class="choices">${lines}</div>`;

/** A delegation of several votes may say several things. */
const split = (paper: FilledPaper, votes: number, t: Translate): Html => html`
  <details class="split" ?open="${choicesInOrder.some((value) => paper.partOf(value) !== "")}"><summary class="btn btn--bare">${t("paper.split")}</summary>
  <div class="choices">${choicesInOrder.map(
    (value) => html`<label class="placed"><span>${t(`choice.${value}`)}</span>
      <input type="number" inputmode="numeric" min="0" max="${votes}" name="${paperField.part(value)}" value="${paper.partOf(value)}"></label>`,
  )}</div></details>`;

const one = (value: string, words: string, paper: FilledPaper, beside?: Html, required = true): Html =>
  choice({
    name: paperField.choice,
    value,
    words,
    required,
    checked: paper.has(value),
    ...(beside ? { shape: beside } : {}),
  });

/** Where it can be told, only the reason of the answer that is chosen stands open (ballot.css). */
const why = (said: "reservation" | "objection", reasons: TypedReasons, t: Translate): Html =>
  html`<label class="why field"><b>${t("paper.why")}</b><textarea name="${paperField.reason(said)}" rows="3" dir="auto"
    maxlength="${reasonCharacters}">${reasons[said] ?? ""}</textarea></label>`;

const box = (name: string, value: string, words: string, checked: boolean, beside?: Html): Html =>
  choice({ name, value, words, checked, box: true, ...(beside ? { shape: beside } : {}) });

const aside = [blank, notTakingPart] as const;

const asides = (paper: FilledPaper, t: Translate): readonly Html[] =>
  aside.map((value) => one(value, t(`choice.${value}`), paper, shape(choiceShape[value])));

/** Instead of all of the above. Boxes, since a mark on a radio button could not be taken back. */
const beside = (paper: FilledPaper, t: Translate): Html =>
  html`<fieldset class="instead"><legend>${t("paper.instead")}</legend>${rows(
    aside.map((value) => box(value, "1", t(`choice.${value}`), paper.has(value), shape(choiceShape[value]))),
  )}</fieldset>`;

const bestFirst = [...grades].reverse();

const judged = (facts: BallotFacts, option: string, paper: FilledPaper, t: Translate): Html =>
  html`<fieldset class="judged"><legend dir="auto">${optionWords(facts, option, t)}</legend>${rows(
    bestFirst.map((grade) =>
      choice({
        name: paperField.grade(option),
        value: grade,
        words: gradeWords(grade, t),
        checked: paper.gradeOf(option) === grade,
      }),
    ),
  )}</fieldset>`;

const placed = (facts: BallotFacts, option: string, count: number, paper: FilledPaper, t: Translate): Html =>
  html`<label class="placed"><span dir="auto">${optionWords(facts, option, t)}</span>
    <select name="${paperField.place(option)}"><option value="">${t("paper.no-place")}</option>${Array.from(
      { length: count },
      (_, i) =>
        html`<option value="${i + 1}" ?selected="${paper.placeOf(option) === i + 1}">${
          i === 0 ? t("paper.first") : t("paper.place", { place: i + 1 })
        }</option>`,
    )}</select></label>`;
