import type { Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { AmendmentName, BallotCard, BallotFacts, BlockItem, MyVote, Shell } from "../../../shared/views/index.ts";
import { actForm, gatheringPath } from "../../page/index.ts";
import { button, gauge, html, shape, type Html } from "../../ui/index.ts";
import { amendmentTitle, answerWords, placeWords, saidShape, sheetPath, voterWords } from "../../words/index.ts";
import { answers } from "./answers.ts";
import { beforeCasting } from "./secrecy.ts";

type Voter = Extract<MyVote, { kind: "voter" }>;

/** The paper of the ballot's method. Choosing and casting are two acts. */
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
        voter: mine.line.voter,
        requestKey: mine.requestKey,
        replaces: mine.cast?.receipt ?? "",
      },
    },
    html`<fieldset class="ballot" ${asked(card.facts, mine.line.splits)}><legend><h1 dir="auto">${card.facts.question}</h1></legend>
      ${subjectLines(card.facts, shell, t)}
      ${answers(card.facts, { filled: chosen, reasons: mine.reasons, splits: mine.line.splits }, t)}</fieldset>${beforeCasting(card.facts, t)}${button({ words, now: true })}`,
  );

/** For whoever keeps the vote on the device: what the paper asks, to know a vote from what is none. */
const asked = ({ asking }: BallotFacts, splits: number | null): Html =>
  html`data-method="${asking.method}" data-options="${"options" in asking ? asking.options : null}" data-seats="${"seats" in asking ? asking.seats : null}" data-splits="${splits}"`;

/** What is put to the vote, in a line, and where the whole of it is read. */
export function subjectLines({ subject }: BallotFacts, shell: Shell, t: Translate): Html | null {
  if (subject.kind === "question") return null;
  if (subject.kind === "block") return blockList(subject.items, shell, t);
  const path = subject.kind === "amendment" ? amendmentPath(subject.amendments) : `/textes/${subject.id}`;
  const link = html`<a href="${gatheringPath(shell, path)}">${t("ballot.read")}</a>`;
  return subject.kind === "text"
    ? html`<p class="about"><span dir="auto">${subject.title}</span>. ${link}</p>`
    : html`<p class="gist" dir="auto">${subject.gist}</p><p class="about">${placeWords(subject.place, t)} · ${link}</p>`;
}

/** What is put together, each with where it is read. */
export const blockList = (
  items: readonly BlockItem[],
  shell: Shell,
  t: Translate,
  beside: (item: BlockItem) => Html | null = () => null,
): Html =>
  html`<ul class="block">${items.map(
    (
      item,
    ) => html`<li><a href="${gatheringPath(shell, amendmentPath(item.amendments))}">${amendmentTitle(item.amendments, t)}</a>,
    <span class="about">${placeWords(item.place, t)}</span><p class="gist" dir="auto">${item.gist}</p>${beside(item)}</li>`,
  )}</ul>`;

const amendmentPath = (names: readonly AmendmentName[]): string => (names[0] ? sheetPath(names[0]) : "");

export function subjectName({ subject, question }: BallotFacts, t: Translate): Html {
  switch (subject.kind) {
    case "amendment":
      return html`${amendmentTitle(subject.amendments, t)}`;
    case "block":
      return html`${t("ballot.block", { count: subject.items.length })}`;
    case "text":
      return html`<span dir="auto">${subject.title}</span>`;
    case "question":
      return html`<span dir="auto">${question}</span>`;
    default:
      return assertNever(subject);
  }
}

/** What was put to the vote and in which ballot, for a line of their own. */
export const ballotName = (facts: BallotFacts, t: Translate): Html =>
  html`${subjectName(facts, t)}\u00a0· ${t("ballot.title", { number: facts.number })}`;

/** What a vote says, large; what ranks or grades several options takes more words. */
export const mineLine = (facts: BallotFacts, said: string, t: Translate): Html =>
  html`<p class="mine ${/[>:,=]/u.test(said) ? "mine--long" : ""}">${answer(facts, said, t)}</p>`;

/** Why, in the words that were typed. */
export const reasonLine = (words: string | null | undefined): Html | null =>
  words ? html`<blockquote dir="auto">${words}</blockquote>` : null;

/** What a vote says, with its shape. */
function answer(facts: BallotFacts, said: string, t: Translate): Html {
  const name = saidShape(said);
  return html`<span dir="auto">${answerWords(facts, said, t)}</span>${name === null ? null : html` ${shape(name)}`}`;
}

export const encryption = (shell: Shell, t: Translate): Html | null =>
  shell.encrypted ? null : html`<p class="about">${shape("warn")} ${t("page.not-encrypted")}</p>`;

/** How many have voted; never how. */
export const turnout = (
  { facts, turnout: { voted, present } }: Pick<BallotCard, "facts" | "turnout">,
  t: Translate,
): Html => html`
  <div class="turnout"><p class="num">${t("ballot.turnout", { count: voted, present, ...voterWords(facts.franchise, present, t) })}</p>${gauge(voted, present)}
  <p class="about">${t("ballot.no-tendency")}</p></div>`;
