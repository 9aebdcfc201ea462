import { programmeTime, type Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type {
  BlockItem,
  AgendaLine,
  BallotFacts,
  CalledAmendment,
  Ending,
  Scene,
  ScreenView,
} from "../../../shared/views/index.ts";
import { gauge, html, prose, qr, type Html } from "../../ui/index.ts";
import { amendmentTitle, askedSentence, placeWords, voterWords } from "../../words/index.ts";
import { fitForHall, fitQuestion } from "./fit.ts";
import { stepLine } from "../ballots/index.ts";
import { endingTitle, otherDay } from "../plenary/index.ts";
import { result } from "./result.ts";
import { breakable, host } from "./host.ts";

/** What the hall sees now. */
export function scene(view: ScreenView, t: Translate): Html {
  const { scene: shown } = view;
  switch (shown.kind) {
    case "join":
      return joinScene(view, shown.next, t);
    case "item":
      return two(item(shown.item, t), joinSide(view, t));
    case "text":
      return two(text(shown, t), joinSide(view, t));
    case "amendment":
      return amendment(shown.amendment, t);
    case "block":
      return block(shown.items, t);
    case "ballot":
      return two(ballot(shown, t), ballotSide(view, shown, t));
    case "result":
      return shown.published ? published(shown.published, t) : result(shown.stage, t);
    case "closed":
      return closed(shown.ending, t);
    default:
      return assertNever(shown);
  }
}

const two = (left: Html, side: Html): Html =>
  html`<section class="view two"><div class="left">${left}</div><div class="side">${side}</div></section>`;

/** Six lines are read from the back of the hall; of more, how many there are. */
const block = (items: readonly BlockItem[], t: Translate): Html => html`
  <section class="view words"><div>${nowbar(t("screen.discussed"))}<h1>${t("ballot.block", { count: items.length })}</h1></div>
    <ol class="put">${items
      .slice(0, 6)
      .map(
        (item) => html`<li>${amendmentTitle(item.amendments, t)}, <span dir="auto">${item.gist}</span></li>`,
      )}</ol>${items.length > 6 ? html`<p class="dim">${t("screen.block-more", { count: items.length - 6 })}</p>` : null}</section>`;

const nowbar = (words: string): Html => html`<p class="nowbar">${words}</p>`;

const joinSide = (view: ScreenView, t: Translate, table = true): Html => html`${qr(view.join.url, t("screen.qr"))}
  <p>${breakable(host(view))}${table ? html`<br>${t("screen.join-table")}` : null}</p>`;

const joinScene = (view: ScreenView, next: AgendaLine | null, t: Translate): Html =>
  two(
    html`${nowbar(t("screen.join"))}<h1 class="big">${breakable(host(view))}</h1><p>${t("screen.join-words")},<br>${t("screen.join-table")}</p>
      ${next ? html`<p class="dim">${t("screen.next", { when: whenNext(next, view) })}<br><strong dir="auto">${next.title}</strong></p>` : null}`,
    qr(view.join.url, t("screen.qr")),
  );

/** `9 h`, `dimanche, 9 h` on another day. */
const whenNext = (next: AgendaLine, { shell }: ScreenView): string =>
  [otherDay(next, shell), next.startMinutes === null ? "" : programmeTime(next.startMinutes)]
    .filter((words) => words !== "")
    .join(", ");

const item = (
  line: AgendaLine,
  t: Translate,
): Html => html`${nowbar(t("screen.now"))}<h1 class="big" dir="auto">${line.title}</h1>
  ${line.endMinutes === null ? null : html`<p>${t("now.until", { time: programmeTime(line.endMinutes) })}</p>`}
  ${line.note === null ? null : html`<p class="dim" dir="auto">${line.note}</p>`}`;

const text = ({ text: shown, waiting }: Extract<Scene, { kind: "text" }>, t: Translate): Html => html`
  ${nowbar(t("screen.discussed"))}<h1 class="big" dir="auto">${shown.title}</h1>
  ${waiting === 0 ? null : html`<p>${t("screen.waiting", { count: waiting })}</p>`}`;

function amendment(called: CalledAmendment, t: Translate): Html {
  const names = [called, ...called.identical];
  const fitted = fitForHall(called.redline);
  const by = t("screen.by", { name: names.map((name) => name.delegation).join(", ") });
  return html`<section class="view words"><div>${nowbar(t("screen.discussed"))}
    <h1>${amendmentTitle(names, t)}</h1><p class="dim" dir="auto">${placeWords(called.place, t)}, ${by}</p></div>
    <div class="fit fit--${fitted.size}">${prose(fitted.blocks, t)}</div>
    ${fitted.cut ? html`<p class="dim">${t("screen.long", { title: amendmentTitle(names, t) })}</p>` : null}</section>`;
}

/** A secret vote is called so whatever the method; that it is public is said of the usual one. */
function howAsked(facts: BallotFacts, t: Translate): string {
  const rule = askedSentence(facts, t);
  if (facts.asking.method === "yes-no") return t(`screen.${facts.secrecy}`, { rule });
  return facts.secrecy === "secret" ? t("screen.secret-method", { rule }) : rule;
}

function ballot({ facts, turnout, lastCall, step }: Extract<Scene, { kind: "ballot" }>, t: Translate): Html {
  const question = fitQuestion(facts.question);
  return html`${nowbar(lastCall ? t("ballot.last-call") : t("screen.ballot"))}
  <h1 class="big big--${question.size}" dir="auto">${question.words}</h1>${stepLine(step, t)}<p>${howAsked(facts, t)}</p>
  ${facts.options.length === 0 || facts.options.length > 6 ? null : html`<ol class="put">${facts.options.map((words) => html`<li dir="auto">${words}</li>`)}</ol>`}
  ${facts.asking.method === "evident" ? html`<p><strong>${t("paper.raise")}</strong></p>` : voted(facts, turnout, t)}`;
}

const voted = (
  facts: BallotFacts,
  { voted: count, present }: Extract<Scene, { kind: "ballot" }>["turnout"],
  t: Translate,
): Html => html`
  <div><p class="vh">${t("ballot.turnout", { count, present, ...voterWords(facts.franchise, present, t) })}</p>
  <p class="huge" aria-hidden="true">${count} <span>${t("screen.of", { present })}<br>${voterWords(facts.franchise, present, t).who}</span></p>
  ${gauge(count, present)}</div>`;

const ballotSide = (view: ScreenView, { facts }: Extract<Scene, { kind: "ballot" }>, t: Translate): Html => html`
  ${joinSide(view, t, facts.asking.method !== "evident")}<div><p class="dim">${t("screen.code")}</p><p class="shortcode">${facts.code}</p>
  <p class="dim least">${t("screen.code-hint")}</p></div>`;

/** Published: the hall reads it by its code. */
const published = ({ title, url }: { readonly title: string; readonly url: string }, t: Translate): Html =>
  two(
    html`<p class="dim">${t("screen.published")}</p><h1 class="big" dir="auto">${title}</h1><p>${t("screen.published-words")}</p>`,
    qr(url, t("screen.published-qr")),
  );

const mostTitles = 3;

function closed(ending: Ending, t: Translate): Html {
  const { declarations, rejected, journalCode } = ending;
  const stands = declarations.length === 0 ? ending.adopted : declarations;
  return html`<section class="view words"><div><p class="dim">${t("now.closed")}</p><h1 class="big">${endingTitle(ending, t)}</h1></div>
    <ul>${stands.slice(0, mostTitles).map((one) => html`<li dir="auto">${one.title}</li>`)}</ul>
    ${rejected.length === 0 ? null : html`<p class="dim" dir="auto">${t("screen.rejected-are", { titles: titlesOf(rejected) })}</p>`}
    <div><p class="dim">${t("ending.journal")}</p><p class="shortcode">${journalCode}</p></div></section>`;
}

const titlesOf = (texts: Ending["rejected"]): string =>
  texts
    .slice(0, mostTitles)
    .map(({ title }) => title)
    .join(", ");
