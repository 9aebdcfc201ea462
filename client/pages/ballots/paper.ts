import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { BallotCard, BallotFacts, MyVote, Shell } from "../../../shared/views/index.ts";
import { actForm, gatheringPath } from "../../page/index.ts";
import { button, choice, gauge, html, shape, type Html } from "../../ui/index.ts";
import { amendmentTitle, answerWords, choiceShape, choicesInOrder, saidShape } from "../../words/index.ts";

type Voter = Extract<MyVote, { kind: "voter" }>;

/** Four rows of one height; nothing is chosen beforehand. Choosing and casting are two acts. */
export const voteForm = (
  card: BallotCard,
  mine: Voter,
  shell: Shell,
  t: Translate,
  words: string,
  chosen: string | null,
): Html =>
  actForm(
    shell,
    {
      action: "vote.cast",
      hidden: {
        ballot: card.facts.id,
        delegation: mine.delegation.id,
        requestKey: mine.requestKey,
        replaces: mine.cast?.receipt ?? "",
      },
    },
    html`<fieldset class="ballot"><legend><h1 dir="auto">${card.facts.question}</h1></legend>
      <p class="about">${subjectLink(card.facts, shell, t)}</p>
      <div class="choices">${choicesInOrder.map((value) =>
        choice({
          name: "choice",
          value,
          words: t(`choice.${value}`),
          required: true,
          checked: value === chosen,
          shape: shape(choiceShape[value]),
        }),
      )}</div></fieldset>${button({ words, now: true })}`,
  );

/** Where what is put to the vote is read. */
export function subjectLink({ subject }: BallotFacts, shell: Shell, t: Translate): Html {
  if (subject.kind === "question") return html``;
  const path = subject.kind === "amendment" ? amendmentPath(subject.amendments) : `/textes/${subject.id}`;
  const title = subject.kind === "text" ? html`<span dir="auto">${subject.title}</span>. ` : null;
  return html`${title}<a href="${gatheringPath(shell, path)}">${t("ballot.read")}</a>`;
}

const amendmentPath = (names: readonly { readonly number: number }[]): string =>
  `/amendements/${names[0]?.number ?? ""}`;

export function subjectName({ subject, question }: BallotFacts, t: Translate): Html {
  switch (subject.kind) {
    case "amendment":
      return html`${amendmentTitle(subject.amendments, t)}`;
    case "text":
      return html`<span dir="auto">${subject.title}</span>`;
    case "question":
      return html`<span dir="auto">${question}</span>`;
    default:
      return assertNever(subject);
  }
}

/** What a vote says, with its shape. */
export function answer(facts: BallotFacts, said: string, t: Translate): Html {
  const name = saidShape(said);
  return html`<span dir="auto">${answerWords(facts, said, t)}</span>${name === null ? null : html` ${shape(name)}`}`;
}

export const encryption = (shell: Shell, t: Translate): Html | null =>
  shell.encrypted ? null : html`<p class="about">${shape("warn")} ${t("page.not-encrypted")}</p>`;

/** How many have voted; never how. */
export const turnout = ({ turnout: { voted, present } }: Pick<BallotCard, "turnout">, t: Translate): Html => html`
  <div class="turnout"><p class="num">${t("ballot.turnout", { count: voted, present })}</p>${gauge(voted, present)}
  <p class="about">${t("ballot.no-tendency")}</p></div>`;
