import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { RollLine, RollView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { code, gauge, html, linkButton, state, type Html } from "../../ui/index.ts";
import { voterWords } from "../../words/index.ts";
import { tellerTable } from "./table.ts";

/** `/scrutins/:n/emargement`: who has voted, never what; a teller enters here what others cannot. */
export const rollPage = definePage<RollView>({
  page: "roll",
  entry: "desk",
  title: (view, t) => t("roll.title-number", { number: view.facts.number }),
  body(view, beside) {
    const { t } = beside;
    const { facts, shell, turnout, table } = view;
    const voting = view.lines.filter(hasVote);
    return frame(
      shell,
      beside,
      { layout: "leaf", tab: "now" },
      html`<h1>${t("roll.title")}</h1><p dir="auto">${facts.question}</p>
        <p class="small">${t("ballot.title", { number: facts.number })} · ${code(facts.code)}</p>
        <div class="turnout"><p class="num">${t("ballot.turnout", { count: turnout.voted, present: turnout.present, ...voterWords(facts.franchise, turnout.present, t) })}</p>${gauge(turnout.voted, turnout.present)}</div>
        <p class="small">${t(view.state === "open" ? "roll.open" : view.state === "annulled" ? "roll.frozen-annulled" : "roll.frozen")}</p>
        ${table ? tellerTable(table, facts, shell, t) : null}
        ${voting.length === 0 ? html`<p class="empty">${t("roll.nobody")}</p>` : lines(view, "there", voting, t)}
        ${lines(
          view,
          "away",
          view.lines.filter((one) => !hasVote(one)),
          t,
        )}
        <div class="row-acts">${linkButton({ words: t("roll.ballot"), href: gatheringPath(shell, `/scrutins/${facts.number}`), bare: true })}</div>`,
    );
  },
  // A turnout says how many; who they are is asked for.
  turnout: (view) => view,
});

const hasVote = ({ presence }: RollLine): boolean => presence === "present" || presence === "represented";

const lines = (view: RollView, part: "there" | "away", shown: readonly RollLine[], t: Translate): Html | null =>
  shown.length === 0
    ? null
    : html`<section aria-labelledby="${part}"><h2 id="${part}">${t(`roll.${part}`)} <span class="num">${shown.length}</span></h2>
      <ul class="rows${view.table ? " rows--enter" : ""}">${shown.map((one) => line(view, one, t))}</ul></section>`;

function line(view: RollView, one: RollLine, t: Translate): Html {
  const votes = one.weight > 1 ? html`<p class="small num">${t("roll.weight", { count: one.weight })}</p>` : null;
  const carried =
    one.holder === null ? null : html`<p class="small" dir="auto">${t("roll.proxy", { name: one.holder })}</p>`;
  return html`<li class="roll-row"><div><h3 dir="auto">${one.name}</h3>${votes}${carried}</div>
    <p class="small">${standing(view, one, t)}</p>${enter(view, one, t)}</li>`;
}

function standing({ state: now }: RollView, one: RollLine, t: Translate): Html {
  if (!hasVote(one)) return state("npp", t(one.presence === "excused" ? "roll.excused" : "roll.absent"));
  const place = one.zone === null ? null : { zone: one.zone };
  switch (one.mark) {
    case "cast":
      return state("for", t("roll.voted"));
    case "entered":
      return state("for", t("roll.voted-table"));
    case "counted":
      if (place === null) return html``;
      if (now === "open") return state("wait", t(one.channel === "paper" ? "roll.by-paper" : "roll.by-hands", place));
      return state("for", t(one.channel === "paper" ? "roll.counted-paper" : "roll.counted", place));
    case "none":
      if (now !== "open") return state("npp", t("roll.silent"));
      return state("wait", t(one.channel === "hands" || one.channel === "paper" ? "roll.by-table" : "roll.awaited"));
    default:
      return assertNever(one.mark);
  }
}

/** From the line of whoever comes to the table to their paper, in one touch. */
const enter = ({ table, facts, shell }: RollView, one: RollLine, t: Translate): Html | null =>
  table && one.mark === "none" && hasVote(one)
    ? html`<a class="btn btn--bare" href="${gatheringPath(shell, `/scrutins/${facts.number}/emargement?pour=${encodeURIComponent(one.voter)}`)}#table">${t("roll.enter")}<span class="vh"> ${one.name}</span></a>`
    : null;
