import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { CalledAmendment, Moment, NowView, TextLine } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath, type Beside } from "../../page/index.ts";
import { button, html, linkButton, prose, state, type Html } from "../../ui/index.ts";
import { amendmentTitle, placeWords, sheetPath, verdictWords } from "../../words/index.ts";
import { ballotCard, blockList, laterResults, results } from "../ballots/index.ts";
import { agendaTimes } from "./agenda-times.ts";
import { endingWords } from "./ending.ts";
import { textState } from "../texts/index.ts";

/** `/`: what is happening in the hall, and the one thing I can do. */
export const now = definePage<NowView>({
  page: "now",
  entry: "vote",
  title: (_view, t) => t("now.title"),
  body: (view, beside) =>
    frame(
      view.shell,
      beside,
      { tab: "now", layout: "moment" },
      html`${moment(view, beside)}${toConsole(view, beside.t)}`,
    ),
  turnout(view, told) {
    const { moment: at } = view;
    if (at.kind !== "ballot" || at.card.facts.id !== told.ballot) return view;
    return { ...view, moment: { ...at, card: { ...at.card, turnout: { voted: told.voted, present: told.present } } } };
  },
  later: { ...laterResults, isNeeded: ({ moment: at }) => at.kind === "result" },
  said: (view, t) => saidWords(view, t),
});

function moment(view: NowView, beside: Beside): Html {
  const { t } = beside;
  const { moment: at, shell } = view;
  switch (at.kind) {
    case "idle":
      return idle(view, t);
    case "text":
      return html`${textUnderDiscussion(view, at.text, at.waiting, t)}${standing(view, t)}`;
    case "discussion":
      return html`${discussion(view, at.amendment, t)}${standing(view, t)}`;
    case "block":
      return html`${block(view, at, t)}${standing(view, t)}`;
    case "ballot":
      return ballotCard(at.card, shell, beside);
    case "result":
      return counted(view, at.stage, t);
    case "closed":
      return endingWords(at.ending, shell, t);
    default:
      return assertNever(at);
  }
}

/** Whoever leads finds the console here too, unless it is the next step already. */
const toConsole = ({ console, step: todo, shell }: NowView, t: Translate): Html | null =>
  console && todo !== "console"
    ? html`<p>${linkButton({ words: t("me.console"), href: gatheringPath(shell, "/tribune"), bare: true })}</p>`
    : null;

type Counted = Extract<NowView["moment"], { kind: "result" }>["stage"];

function counted(view: NowView, stage: Counted, t: Translate): Html {
  const { shell } = view;
  const drawn = results();
  if (drawn === null) return html``;
  if (stage.stage === "closed") return drawn.closedSheet(stage.facts, stage.result, shell, t);
  return stage.stage === "annulled"
    ? drawn.annulledSheet(stage, shell, t)
    : drawn.resultSheet(stage.result, shell, t, declarations(view, true, t));
}

function countedWords(stage: Counted, t: Translate): string {
  if (stage.stage === "declared") return verdictWords(stage.result.facts, stage.result.result, t);
  return t(stage.stage === "closed" ? "ballot.closed" : "ballot.annulled");
}

/** Nothing is before the assembly: the item of the programme, the next one, and where the texts are. */
const idle = (view: NowView, t: Translate): Html => html`
  ${
    view.item
      ? html`<div><p class="about">${t("now.item")} ${agendaTimes(view.item, view.shell, t)}</p><h1 dir="auto">${view.item.title}</h1></div>
          ${view.item.note ? html`<p dir="auto">${view.item.note}</p>` : null}`
      : html`<h1>${t("now.idle")}</h1><p class="empty">${t("now.idle-hint")}</p>`
  }
  ${view.step === null ? null : step(view, view.step, t)}${declarations(view, view.shell.me !== null && view.step === null, t)}${next(view, t)}${texts(view, t)}
  ${view.shell.me ? standing(view, t) : linkButton({ words: t("now.enter"), href: "/entrer", now: true })}`;

/** What an organiser, a chair or a teller has to do next, before there is anything to show. */
const step = (view: NowView, todo: NonNullable<NowView["step"]>, t: Translate): Html =>
  linkButton({ words: t(`now.step-${todo}`), href: gatheringPath(view.shell, stepPaths[todo]), now: true });

const stepPaths = {
  admit: "/accueil/liste",
  codes: "/codes",
  desk: "/accueil",
  text: "/textes",
  console: "/tribune",
} as const satisfies Record<NonNullable<NowView["step"]>, string>;

/** What was adopted, until the gathering ends: each delegation signs here, everybody reads. */
const declarations = ({ declarations: lines, shell }: NowView, toDoNow: boolean, t: Translate): Html | null =>
  lines.length === 0
    ? null
    : html`<section aria-labelledby="declarations"><h2 class="label" id="declarations">${t("now.declarations")}</h2>${lines.map(
        (
          { id, title, state: life, maySign },
          i,
        ) => html`<div class="adopted"><p><strong dir="auto">${title}</strong> ${state("for", t(`now.declaration-${life}`))}</p>
          ${linkButton({ words: t(maySign ? "now.sign" : "now.read-declaration"), href: gatheringPath(shell, `/declarations/${id}`), now: toDoNow && i === 0 })}</div>`,
      )}</section>`;

const next = (view: NowView, t: Translate): Html | null =>
  view.next === null
    ? null
    : html`<p class="upcoming"><span class="about">${t("now.next")} ${agendaTimes(view.next, view.shell, t)}</span>
        <strong dir="auto">${view.next.title}</strong></p>`;

const texts = (view: NowView, t: Translate): Html | null =>
  view.texts.length === 0
    ? null
    : html`<section aria-labelledby="texts"><h2 class="label" id="texts">${t("now.texts")}</h2><ul class="next">${view.texts.map(
        (
          text,
        ) => html`<li class="pair-line"><a href="${gatheringPath(view.shell, `/textes/${text.id}`)}" dir="auto">${text.title}</a>
          ${textState(text.state, t)}${text.mayWrite ? writeLink(view, text, t) : null}</li>`,
      )}</ul></section>`;

const writeLink = (view: NowView, text: TextLine, t: Translate): Html =>
  linkButton({ words: t("now.write"), href: gatheringPath(view.shell, `/textes/${text.id}/ecrire`) });

const textUnderDiscussion = (view: NowView, text: TextLine, waiting: number, t: Translate): Html => {
  const path = gatheringPath(view.shell, `/textes/${text.id}`);
  return html`<div><p>${state("live", t("now.discussed"))}</p><h1 dir="auto">${text.title}</h1></div>
    <p>${waiting === 0 ? t("now.none-waiting") : t("now.waiting", { count: waiting })}</p>
    <div class="acts">${linkButton({ words: t("now.read-text"), href: path, now: text.amending !== "open" })}
    ${text.amending === "open" ? linkButton({ words: t("now.amend"), href: `${path}/amender`, now: true }) : null}
    ${text.mayWrite ? writeLink(view, text, t) : null}</div>`;
};

/** Called together: any delegation may ask that one be voted alone. */
const block = (view: NowView, { items, asking }: Extract<Moment, { kind: "block" }>, t: Translate): Html =>
  html`<div><h1>${t("ballot.block", { count: items.length })}</h1><p class="about">${t("now.block-hint")}</p></div>
    ${blockList(items, view.shell, t, ({ amendments: [first] }) =>
      asking === null || first === undefined
        ? null
        : actForm(
            view.shell,
            { action: "amendment.takeOut", hidden: { amendment: first.id, delegation: asking } },
            button({ words: t("now.take-out"), bare: true, twice: t("now.take-out-twice") }),
          ),
    )}`;

const discussion = (view: NowView, amendment: CalledAmendment, t: Translate): Html => {
  const names = [amendment, ...amendment.identical];
  const where = [placeWords(amendment.place, t), ...names.map((name) => name.delegation)].join(" · ");
  return html`<div><h1>${amendmentTitle(names, t)}</h1><p class="about" dir="auto">${where}</p></div>
    ${prose(
      amendment.redline.filter((block) => block.change !== "context"),
      t,
    )}
    <p>${linkButton({ words: t("now.motives"), href: gatheringPath(view.shell, sheetPath(amendment)) })}</p>`;
};

/** Whether one's delegation would vote now; said before the ballot opens, while there is time to be checked in. */
function standing({ standing: mine, shell }: NowView, t: Translate): Html | null {
  const name = shell.me?.delegation?.name ?? "";
  switch (mine) {
    case null:
      return null;
    case "votes":
      return html`<p class="about" dir="auto">${t("now.votes", { name })}</p>`;
    case "absent":
      return html`<p class="refused" dir="auto">${state("warn", t("now.absent", { name }))}</p>`;
    case "observer":
      return html`<p class="about" dir="auto">${t("now.observer", { name })}</p>`;
    case "withdrawn":
      return html`<p class="about" dir="auto">${t("now.withdrawn", { name })}</p>`;
    default:
      return assertNever(mine);
  }
}

/** What is told to who listens when the moment changes. */
function saidWords({ moment: at }: NowView, t: Translate): string {
  switch (at.kind) {
    case "block":
      return t("ballot.block", { count: at.items.length });
    case "ballot": {
      const { mine, facts } = at.card;
      return mine.kind === "voter" && mine.cast ? t("ballot.recorded") : facts.question;
    }
    case "discussion":
      return t("now.said-discussed", { amendment: amendmentTitle([at.amendment], t) });
    case "result":
      return countedWords(at.stage, t);
    case "closed":
      return t("now.closed");
    default:
      return t("said.changed");
  }
}
