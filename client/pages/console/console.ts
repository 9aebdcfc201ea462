import { clockTime } from "../../../shared/i18n/index.ts";
import type { ConsoleView } from "../../../shared/views/index.ts";
import { definePage, gatheringPath, linkState, placeOf } from "../../page/index.ts";
import { html, shape } from "../../ui/index.ts";
import { order, programme } from "./running-order.ts";
import { hall } from "./hall.ts";
import { subject } from "./subject.ts";
import { vote } from "./vote.ts";

/** `/tribune`: what the chair sees and presses. Each act bears its key; a secretary reads it and has no button. */
export const consolePage = definePage<ConsoleView>({
  page: "console",
  entry: "console",
  title: (_view, t) => t("console.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell } = view;
    const { refused } = shell;
    return html`<header class="head"><b>${t("console.title")}</b>
        <a class="small" href="${gatheringPath(shell, "/")}" dir="auto">${shell.gathering?.name ?? ""}</a>
        <span class="late">${linkState(shell, beside)}</span>
        <span class="num"><strong>${clockTime(shell.nowMs, placeOf(shell))}</strong></span></header>
      <nav class="col" aria-label="${t("console.nav")}">${programme(view, t)}${order(view, t)}</nav>
      <main class="col" id="contenu" tabindex="-1">
        ${refused ? html`<p class="refused" role="alert">${shape("warn")}<span>${refused.words}</span></p>` : null}
        ${subject(view, t)}${vote(view, t)}</main>
      <aside class="col" aria-label="${t("console.screen")}">${hall(view, t)}</aside>`;
  },
  turnout(view, told) {
    const { ballot } = view;
    if (ballot.stage !== "open" || ballot.facts.id !== told.ballot) return view;
    return { ...view, ballot: { ...ballot, turnout: { voted: told.voted, present: told.present } } };
  },
});
