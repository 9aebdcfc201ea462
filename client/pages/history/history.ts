import type { Translate } from "../../../shared/i18n/index.ts";
import type { HistoryView, VersionName } from "../../../shared/views/index.ts";
import { definePage, frame } from "../../page/index.ts";
import { button, html, type Html } from "../../ui/index.ts";
import { dayWords, handWords, lead, pathsOf, timesWords, versionWords } from "./hands.ts";

type Moment = HistoryView["moments"][number];

/** `/textes/:t/histoire`: what was written in one go, the newest first; any two versions can be compared. */
export const history = definePage<HistoryView>({
  page: "history",
  entry: "history",
  title: (view, t) => t("history.title", { text: view.text.title || t("text.untitled") }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text } = view;
    const more = html`<p class="noprint"><a href="${pathsOf(shell, text).who}">${t("history.who")}</a></p>`;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`${lead(t("history.heading"), text, shell, t, more)}
        <div>${view.moments.length === 0 ? html`<p class="empty">${t("history.empty")}</p>` : days(view, t)}</div>
        <div class="side noprint">${view.versions.length < 2 ? null : compare(view, t)}</div>`,
    );
  },
});

function days(view: HistoryView, t: Translate): readonly Html[] {
  const byDay = new Map<string, Moment[]>();
  for (const moment of view.moments) {
    const day = dayWords(moment.toMs, view.shell);
    byDay.set(day, [...(byDay.get(day) ?? []), moment]);
  }
  return [...byDay].map(
    ([day, moments]) => html`<section class="day"><h2 class="label">${day}</h2>
      <ol class="moments" reversed>${moments.map((moment) => line(view, moment, t))}</ol></section>`,
  );
}

function line(view: HistoryView, { from, to, fromMs, toMs, hands, milestones }: Moment, t: Translate): Html {
  const paths = pathsOf(view.shell, view.text);
  const times = timesWords(fromMs, toMs, view.shell, t);
  return html`<li data-is="${from}"><h3>${times}</h3>
    ${milestones.map((one) => html`<p class="milestone"><a href="${paths.version(one.version)}">${said(one, t)}</a></p>`)}
    <ul>${hands.map(
      ({ by, came, went }) =>
        html`<li><span>${handWords(by, view.shell, t)}</span> <span class="small">${t("history.counts", { came, went })}</span></li>`,
    )}</ul>
    <p class="ways noprint"><a href="${paths.compare(from - 1, to)}">${t("history.changes")}<span class="vh">, ${times}</span></a>
      <a href="${paths.version(to)}">${t("history.as-it-stood")}<span class="vh">, ${times}</span></a></p></li>`;
}

const said = ({ name, restores }: VersionName, t: Translate): Html =>
  html`${name === null ? null : html`<strong dir="auto">${name}</strong>`}${name !== null && restores !== null ? ", " : null}${
    restores === null ? null : t("history.restored", { version: restores })
  }`;

function compare(view: HistoryView, t: Translate): Html {
  const last = view.versions[view.versions.length - 1]?.version ?? 0;
  const first = view.versions[view.versions.length - 2]?.version ?? 0;
  return html`<form method="get" action="${pathsOf(view.shell, view.text).compareForm}"><h2 class="label">${t("history.compare")}</h2>
    ${select(view, "de", t("history.from"), first, t)}${select(view, "a", t("history.to"), last, t)}
    ${button({ words: t("history.do-compare"), now: true })}</form>`;
}

const select = (
  { versions, shell }: HistoryView,
  name: string,
  label: string,
  chosen: number,
  t: Translate,
): Html => html`
  <div class="field"><label for="compare-${name}">${label}</label><select id="compare-${name}" name="${name}">${versions.map(
    (one) =>
      html`<option value="${one.version}" ?selected="${one.version === chosen}">${versionWords(one, shell, t)}</option>`,
  )}</select></div>`;
