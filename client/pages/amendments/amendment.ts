import { clockTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { AmendmentSheet, AmendmentView, Shell } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, prose, state, type Html, type ShapeName } from "../../ui/index.ts";
import { amendmentState, amendmentTitle, lineWords, placeWords, sheetPath } from "../../words/index.ts";
import { discussion } from "./discussion.ts";
import { family, subs } from "./family.ts";
import { fate, lifeActs, support } from "./life.ts";
import { opinions } from "./opinions.ts";

/** `/amendements/:n`: one sheet, as in a parliament: what changes, then why; beside it what its adoption would do. */
export const amendment = definePage<AmendmentView>({
  page: "amendment",
  entry: "papers",
  title: (view, t) => amendmentTitle([view.amendment], t),
  discusses: (view) => view.amendment.id,
  body(view, beside) {
    const { t } = beside;
    const { amendment: sheet, shell } = view;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`${lead(view, t)}
        <section class="rows" aria-labelledby="changes"><h2 id="changes" class="vh">${t("amendment.changes")}</h2>
          <div class="sheet ruled">${prose(sheet.redline, t)}${rationale(sheet, t)}</div>${revisions(view, beside.t)}${discussion(view, t)}</section>
        <div class="side">${opinions(view, t)}${support(view, t)}${lifeActs(view, t)}${subs(view, t)}${effects(view, t)}${ballots(sheet, shell, t)}</div>`,
    );
  },
});

function lead(view: AmendmentView, t: Translate): Html {
  const { amendment: sheet, shell } = view;
  const place = placeOf(shell);
  const submitted = t(`amendment.origin.${sheet.origin}`, {
    delegation: sheet.delegation,
    day: weekday(sheet.submittedAtMs, place),
    time: clockTime(sheet.submittedAtMs, place),
  });
  const { title, version, id } = sheet.text;
  return html`<header class="lead"><p>${amendmentState(sheet.state, t)}
    ${sheet.since ? html` <span class="small">${t(`amendment.since.${sheet.since}`)}</span>` : null}</p>
    <h1>${amendmentTitle([sheet], t)}</h1>
    <p dir="auto">${submitted} ${placeWords(sheet.place, t)}${lineWords(sheet.lines, t)}.</p>${family(sheet, shell, t)}
    <p class="small"><a href="${gatheringPath(shell, `/textes/${id}`)}" dir="auto">${t("amendment.on", { text: title, version })}</a>
      ${t("amendment.hash")} ${code(shortHash(sheet.hash))}</p>${fate(view, t)}</header>`;
}

const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;

function rationale(sheet: AmendmentSheet, t: Translate): Html {
  if (sheet.rationaleErased) return html`<p class="why small">${t("amendment.why-erased")}</p>`;
  if (sheet.rationale === null) return html`<p class="why small">${t("amendment.why-none")}</p>`;
  const paragraphs = sheet.rationale.split(/\n{2,}/u).map((words) => html`<p dir="auto">${words}</p>`);
  return html`<div class="text why"><h2>${t("amendment.why")}</h2><div class="motive">${paragraphs}</div></div>`;
}

/** What each revision changed, the last one first: closed, to be opened by who wants to compare. */
function revisions({ revisions: all, shell }: AmendmentView, t: Translate): Html | null {
  if (all.length === 0) return null;
  const place = placeOf(shell);
  const lines = [...all].reverse().map((one) => {
    const at = { day: weekday(one.atMs, place), time: clockTime(one.atMs, place) };
    return html`<li><details><summary><strong>${one.label}</strong> <span class="small">${t(`amendment.revision.${one.origin}`, at)}</span>
      ${code(shortHash(one.hash))}</summary>
      <p class="small">${t(`amendment.against.${one.against}`, { version: one.version })}</p>
      <div class="sheet ruled">${prose(one.redline, t)}</div></details></li>`;
  });
  return html`<section class="revisions" aria-labelledby="revisions"><h2 id="revisions">${t("amendment.revisions")}</h2><ol class="plain">${lines}</ol></section>`;
}

type Effect = AmendmentView["effects"][number];

const effectShapes: Readonly<Record<Effect["kind"], ShapeName>> = {
  falls: "fallen",
  satisfied: "satisfied",
  altered: "warn",
  stays: "wait",
};

function effects({ effects: list, amendment: sheet, shell }: AmendmentView, t: Translate): Html | null {
  if (sheet.state.state !== "submitted" && sheet.state.state !== "called") return null;
  const lines = list.map(({ kind, amendment: other }) => {
    const href = gatheringPath(shell, sheetPath(other));
    return html`<li class="effect">${state(effectShapes[kind], t(`amendment.effect.${kind}`))}
      <span><a href="${href}">${amendmentTitle([other], t)}</a>, <span dir="auto">${other.delegation}</span></span></li>`;
  });
  return html`<section aria-labelledby="effects"><h2 id="effects">${t("amendment.if-adopted")}</h2>
    ${lines.length === 0 ? html`<p class="small">${t("amendment.effects-none")}</p>` : html`<ul class="plain">${lines}</ul>`}</section>`;
}

const ballots = (sheet: AmendmentSheet, shell: Shell, t: Translate): Html | null =>
  sheet.ballots.length === 0
    ? null
    : html`<section aria-labelledby="ballots"><h2 id="ballots">${t("amendment.ballots")}</h2><ul class="plain">${sheet.ballots.map(
        ({ number, annulled }) =>
          html`<li><a href="${gatheringPath(shell, `/scrutins/${number}`)}">${t(annulled ? "ballot.title-annulled" : "ballot.title", { number })}</a></li>`,
      )}</ul></section>`;
