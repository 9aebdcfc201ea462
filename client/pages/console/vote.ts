import { usualFranchise, type Secrecy } from "../../../shared/ballots/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { ConsoleBallot, ConsoleView, Shell, StationLine } from "../../../shared/views/index.ts";
import { actForm, gatheringPath } from "../../page/index.ts";
import { button, code, field, gauge, html, state, type Html } from "../../ui/index.ts";
import { askedSentence, voterWords } from "../../words/index.ts";
import { closedSheet, resultSheet } from "../ballots/index.ts";
import { annulled, annulling } from "./annulling.ts";
import { ask, franchise as whoVotes, majority, quorum, readBack, secrecy, unencrypted } from "./asking.ts";
import { lastResult } from "./last-result.ts";
import { followUp, steps } from "./round.ts";
import { howFor, seen } from "./evident.ts";
import { press } from "./press.ts";

/** The ballot on what is before the assembly, and the acts that its state allows. Nothing closes by itself. */
export function vote(view: ConsoleView, t: Translate): Html | null {
  const { ballot, shell } = view;
  if (view.closed) return null;
  if (ballot.stage === "declared")
    return html`<section class="vote" data-is="${stageOf(view)}">${resultSheet(ballot.result, shell, t, followUp(view, t))}${annulling(view, t)}${ask(view, t)}</section>`;
  if (ballot.stage === "none" && view.subject.kind === "whole" && view.lastResult !== null)
    return html`<section class="vote" data-is="${stageOf(view)}">${resultSheet(view.lastResult, shell, t, html`${followUp(view, t)}${wholeToCome(view, ballot, t)}`)}${annulling(view, t)}${ask(view, t)}</section>`;
  if (ballot.stage === "none" && view.subject.kind === "none") {
    const asked = ask(view, t);
    const before = annulled(view, t);
    return (before ?? asked) && html`<section class="vote" data-is="${stageOf(view)}">${before}${asked}</section>`;
  }
  // What is put again brings its own rule.
  const again = view.lastAnnulled !== null && !view.may.includes("ballot.open");
  return html`<section class="vote" data-is="${stageOf(view)}" aria-labelledby="vote"><h2 id="vote" class="vh">${t("console.vote")}</h2>
    ${
      ballot.stage === "closed"
        ? html`${closedSheet(ballot.facts, ballot.result, shell, t)}${
            ballot.conflict === null
              ? null
              : html`<p class="refused">${t("console.conflict", { detail: ballot.conflict })}</p>`
          }`
        : html`${annulled(view, t)}${again ? null : ruleLine(ballot, t)}${ballot.stage === "open" ? html`${steps(ballot, view, t)}${ballot.facts.asking.method === "evident" ? html`<p>${t("paper.raise")}</p>` : turnout(ballot, shell, t)}` : null}`
    }
    ${ballot.stage === "open" ? null : lastResult(view, t)}${acts(view, t)}${followUp(view, t, false)}${annulling(view, t)}${ask(view, t)}<p class="small hint">${t("console.nothing-alone")} ${view.may.length > 0 ? t("console.keys") : null}</p></section>`;
}

/** What is made anew when it changes: its pane begins at the top again, and what was unfolded in it is folded. */
function stageOf({ ballot, lastResult: before, lastAnnulled }: ConsoleView): string {
  switch (ballot.stage) {
    case "none":
      return `none ${before?.facts.id ?? lastAnnulled?.result.facts.id ?? ""}`;
    case "prepared":
      return `prepared ${ballot.id}`;
    case "declared":
      return `declared ${ballot.result.facts.id}`;
    default:
      return `${ballot.stage} ${ballot.facts.id}`;
  }
}

/** After a ballot its result stands first. The whole of the text comes when the chair asks for it, and not beneath their finger. */
const wholeToCome = (view: ConsoleView, ballot: Extract<ConsoleBallot, { stage: "none" }>, t: Translate): Html | null =>
  view.may.includes("ballot.open")
    ? html`<details class="whole-to-come" ?open="${view.shell.refused?.fields?.["subject"] === subjectName(view)}"><summary class="${view.next === null ? "btn btn--now" : "btn btn--bare"}" data-key="x"><span>${t("console.put-whole")}</span><kbd aria-hidden="true">X</kbd></summary>
        ${ruleLine(ballot, t)}<div class="presses">${open(view, ballot, t)}</div></details>`
    : null;

type Putting = Exclude<ConsoleBallot, { stage: "closed" | "declared" }>;

function ruleLine(ballot: Putting, t: Translate): Html {
  const { present, rule } = ballot.stage === "open" ? ballot.facts : ballot;
  const franchise =
    ballot.stage === "open" ? ballot.facts.franchise : ballot.stage === "prepared" ? ballot.franchise : usualFranchise;
  const asking = ballot.stage === "open" ? ballot.facts.asking : ballot.stage === "prepared" ? ballot.asking : null;
  const asked = askedSentence({ asking: asking ?? { method: "yes-no" }, rule, franchise }, t);
  const question = ballot.stage === "open" && ballot.facts.subject.kind === "question" ? ballot.facts.question : null;
  return html`${ballot.stage === "prepared" ? readBack(ballot, t) : null}
    ${question === null ? null : html`<h3 dir="auto">${question}</h3>`}<dl class="rule"><div><dt>${t("console.voters")}</dt><dd>${`${present} ${voterWords(franchise, present, t).who}`}</dd></div>
    <div><dt>${t(asking === null || asking.method === "yes-no" ? "console.rule" : "console.rule-otherwise")}</dt><dd>${asked}</dd></div>
    <div><dt>${t("console.secrecy")}</dt><dd>${t(secrecyOf(ballot) === "secret" ? "console.secret" : "console.public")}</dd></div>
    <div><dt>${t("console.code")}</dt><dd>${ballot.stage === "open" ? code(ballot.facts.code) : t("console.code-later")}</dd></div></dl>`;
}

const secrecyOf = (ballot: Putting): Secrecy => {
  if (ballot.stage === "none") return "public";
  return ballot.stage === "open" ? ballot.facts.secrecy : ballot.secrecy;
};

const turnout = (
  { facts, turnout: { voted, present }, stations }: Extract<ConsoleBallot, { stage: "open" }>,
  shell: Shell,
  t: Translate,
): Html =>
  html`<p class="timer">${t("console.turnout", { count: voted, present })}</p>${gauge(voted, present)}
    <p class="small">${t("ballot.no-tendency")} <a href="${gatheringPath(shell, `/scrutins/${facts.number}/emargement`)}">${t("ballot.roll")}</a></p>${stationList(stations, t)}`;

/** Where hands and papers are counted, and what is still missing before the ballot can be closed: never a figure. */
const stationList = (stations: readonly StationLine[], t: Translate): Html | null =>
  stations.length === 0
    ? null
    : html`<ul class="stations" aria-label="${t("console.stations")}">${stations.map(
        (one) =>
          html`<li>${state(one.state === "agreed" ? "for" : one.state === "differing" ? "warn" : "wait", `${t(`ballot.at-${one.channel}`, { zone: one.zone })}${t("sign.colon")} ${t(`console.station-${one.state}`)}`)}</li>`,
      )}</ul>${
        stations.every((one) => one.state === "agreed")
          ? null
          : html`<p class="small">${t("console.stations-hint")}</p>`
      }`;

function acts(view: ConsoleView, t: Translate): Html {
  const { ballot } = view;
  switch (ballot.stage) {
    case "none":
    case "prepared":
      return html`<div class="presses">${open(view, ballot, t)}${aside(view, t)}</div>`;
    case "open":
      return html`<div class="presses">${seen(view, ballot.facts.id, t)}${closing(view, ballot.facts.id, ballot.lastCall, t)}</div>`;
    case "closed":
      return html`<div class="presses">${
        view.may.includes("ballot.conclude")
          ? press(view.shell, {
              action: "ballot.conclude",
              hidden: { ballot: ballot.facts.id },
              words: t("console.conclude"),
              key: "p",
              now: ballot.conflict === null,
            })
          : null
      }</div>`;
    case "declared":
      return html``;
    default:
      return assertNever(ballot);
  }
}

/** Opening, with the question and the rule at hand: they are fixed by it. */
function open(
  view: ConsoleView,
  ballot: Extract<ConsoleBallot, { stage: "none" | "prepared" }>,
  t: Translate,
): Html | null {
  if (!view.may.includes("ballot.open")) return null;
  const now = button({ words: t("console.open"), now: true, key: "o" });
  if (ballot.stage === "prepared") {
    const confirmed = ballot.secrecy === "secret" ? unencrypted("prepared", view.shell, true, t) : null;
    const layout = confirmed === null ? "press" : "putting";
    const opening = html`${confirmed}${now}`;
    return html`${actForm(view.shell, { action: "ballot.open", hidden: { ballot: ballot.id }, layout }, opening)}${
      view.may.includes("ballot.cancel")
        ? press(view.shell, {
            action: "ballot.cancel",
            hidden: { ballot: ballot.id },
            words: t("console.unprepare"),
            key: "a",
          })
        : null
    }`;
  }
  return actForm(
    view.shell,
    { action: "ballot.open", hidden: { subject: subjectName(view) }, layout: "putting" },
    html`${now}<details><summary class="btn btn--bare" data-key="q"><span>${t("console.change-rule")}</span><kbd aria-hidden="true">Q</kbd></summary>
      <div class="rule-fields">${field({ name: "question", label: t("console.question"), hint: t("console.question-hint"), maxLength: 500 })}
      ${view.subject.kind === "amendment" ? howFor(t) : null}${majority("usual", ballot.rule, t)}${quorum("usual", t)}${secrecy("usual", t)}${whoVotes("usual", t)}${unencrypted("usual", view.shell, false, t)}</div></details>`,
  );
}

function subjectName({ subject }: ConsoleView): string {
  switch (subject.kind) {
    case "amendment":
      return `amendment:${subject.sheet.id}`;
    case "block":
      return `block:${subject.items.map(({ amendments }) => amendments[0]?.id ?? "").join(",")}`;
    case "whole":
      return `text:${subject.text.id}`;
    case "none":
      return "";
    default:
      return assertNever(subject);
  }
}

/** What else may become of an amendment that is called. */
function aside({ subject, may, shell }: ConsoleView, t: Translate): Html | null {
  if (subject.kind !== "amendment") return null;
  const { id } = subject.sheet;
  return html`${
    may.includes("amendment.reserve")
      ? press(shell, { action: "amendment.reserve", hidden: { amendment: id }, words: t("console.reserve"), key: "r" })
      : null
  }${
    may.includes("amendment.notMoved")
      ? press(shell, {
          action: "amendment.notMoved",
          hidden: { amendments: id },
          words: t("console.not-moved"),
          key: "n",
          twice: t("console.not-moved-twice"),
        })
      : null
  }`;
}

function closing({ may, shell }: ConsoleView, ballot: string, called: boolean, t: Translate): readonly (Html | null)[] {
  const hidden = { ballot };
  // With hands or papers the count is read before it decides: closing is then the thing to do.
  const counted = !may.includes("ballot.closeAndConclude");
  const when = (allowed: boolean, act: Html): Html | null => (allowed ? act : null);
  return [
    when(
      may.includes("ballot.closeAndConclude"),
      press(shell, {
        action: "ballot.conclude",
        hidden,
        words: t("console.close"),
        key: "c",
        now: true,
        twice: t("console.close-twice"),
      }),
    ),
    called
      ? html`<p class="called">${state("for", t("console.last-called"))}</p>`
      : when(
          may.includes("ballot.lastCall"),
          press(shell, { action: "ballot.lastCall", hidden, words: t("console.last-call"), key: "d" }),
        ),
    when(
      may.includes("ballot.close"),
      press(shell, {
        action: "ballot.close",
        hidden,
        words: t(counted ? "console.close-counted" : "console.close-only"),
        key: "k",
        now: counted,
        twice: t(counted ? "console.close-counted-twice" : "console.close-only-twice"),
      }),
    ),
    when(
      may.includes("ballot.cancel"),
      press(shell, {
        action: "ballot.cancel",
        hidden,
        words: t("console.cancel"),
        key: "a",
        twice: t("console.cancel-twice"),
      }),
    ),
  ];
}
