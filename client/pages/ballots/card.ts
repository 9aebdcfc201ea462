import { readSaid, readSplit } from "../../../shared/ballots/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { BallotCard, MyVote, Shell } from "../../../shared/views/index.ts";
import { gatheringPath, type Beside } from "../../page/index.ts";
import { code, html, linkButton, type Html } from "../../ui/index.ts";
import { askedSentence } from "../../words/index.ts";
import { replacesLine } from "./replacing.ts";
import { readKept } from "./kept-vote.ts";
import { encryption, subjectLines, turnout, voteForm } from "./paper.ts";
import { keptCard, otherPapers, receiptCard, someoneVoted } from "./receipt.ts";
import { numberAndSecrecy } from "./secrecy.ts";

type Voter = Extract<MyVote, { kind: "voter" }>;

/**
 * The open ballot on one's own device: the paper to fill in, the receipt once it is on disk, what the phone keeps until
 * then; or why one does not vote, unasked.
 */
export function ballotCard(card: BallotCard, shell: Shell, beside: Beside): Html {
  const { t } = beside;
  const { mine } = card;
  const call = html`${
    card.lastCall
      ? html`<p class="last-call"><strong>${t("ballot.last-call")}</strong> ${t("ballot.last-call-hint")}</p>`
      : null
  }${stepLine(card.step, t)}`;
  if (mine.kind !== "voter" || isSeen(card))
    return html`${call}${onlooker(card, mine, shell, t)}${rollLink(card, shell, t)}`;
  const kept = readKept(beside.own, card.facts.id);
  if (kept) return html`${call}${keptCard(card, mine, kept, shell, beside)}`;
  if (mine.cast?.choice && mine.chosen && !mine.cast.by.me && saysSomething(card, mine))
    return html`${call}${someoneVoted(card, mine, shell, t)}`;
  if (mine.cast) return html`${call}${receiptCard(card, mine, shell, t)}`;
  return html`${call}${paper(card, mine, shell, t)}${encryption(shell, t)}`;
}

/** Where the chair has led a round of consent. */
export const stepLine = (step: BallotCard["step"], t: Translate): Html | null =>
  step === null ? null : html`<p class="label">${t(`step.${step}`)}</p>`;

const saysSomething = ({ facts: { asking } }: BallotCard, { chosen, line }: Voter): boolean =>
  readSaid(asking, chosen ?? "") !== null || readSplit(chosen ?? "", line.splits ?? 0) !== null;

/** Who has voted, for all; for a teller that is where votes are entered. */
function rollLink(card: BallotCard, shell: Shell, t: Translate): Html | null {
  const { number } = card.facts;
  if (isSeen(card)) return null;
  const href = gatheringPath(shell, `/scrutins/${number}/emargement`);
  return shell.me?.roles.includes("teller")
    ? linkButton({ words: t("ballot.table"), href, now: true })
    : html`<p class="about"><a href="${href}">${t("ballot.roll")}</a></p>`;
}

/** A paper that is filled in for another says so before anything else. */
const paper = (card: BallotCard, mine: Voter, shell: Shell, t: Translate): Html => html`
  ${mine.line.carried ? html`<p class="last-call"><strong>${t("ballot.by-proxy")} <span dir="auto">${mine.line.name}</span></strong></p>` : null}
  ${voteForm(card, mine, shell, t, t("ballot.cast"), mine.chosen)}
  ${mandate(mine, t)}${fixed(card, named(t(mine.line.carried ? "ballot.by-proxy" : "ballot.for-whom"), html`<span dir="auto">${mine.line.name}</span>`), t)}
  ${otherPapers(mine, shell, t)}  ${replacesLine(card.facts, shell, t)}`;

/** What those who sent this delegation allow it, where the desk wrote it down. */
const mandate = ({ mandate: given }: Voter, t: Translate): Html | null =>
  given &&
  html`<p class="mandate"><strong>${t(`mandate.${given.kind}`)}</strong> <span dir="auto">${given.note}</span></p>`;

/** In whose name first, then what opening fixed. A sentence stands across the whole width, a rule in its column. */
function fixed({ facts: opened }: BallotCard, whom: Html | null, t: Translate): Html {
  const [titled, sentence] = [numberAndSecrecy(opened, t), askedSentence(opened, t)];
  const compared = named(t("ballot.code"), code(opened.code));
  return opened.asking.method === "yes-no" && sentence.length <= columnCharacters
    ? html`<dl class="above">${whom}${named(titled, html`${sentence}`)}${compared}</dl>`
    : html`<dl class="above">${whom}${compared}</dl><p class="about">${titled}${t("sign.colon")} ${sentence}</p>`;
}

/** What half the width of a small phone holds in three lines. */
const columnCharacters = 60;

/** What it is above, how it is beneath: « Au nom de » need not be elided before a name. */
const named = (what: string, how: Html): Html => html`<div><dt>${what}</dt><dd>${how}</dd></div>`;

/** Who is not on the roll reads why, and which ballot is the first they vote in. */
const onlooker = (card: BallotCard, mine: MyVote, shell: Shell, t: Translate): Html => html`
  <h1 dir="auto">${card.facts.question}</h1>
  ${subjectLines(card.facts, shell, t)}
  ${
    card.facts.options.length === 0
      ? null
      : html`<ol class="ranking">${card.facts.options.map((words) => html`<li dir="auto">${words}</li>`)}</ol>`
  }
  ${isSeen(card) || mine.kind === "voter" ? html`<p class="mine mine--long">${t("paper.raise")}</p>` : html`${turnout(card, t)}${whyNot(mine, t)}`}
  ${fixed(card, null, t)}${replacesLine(card.facts, shell, t)}`;

/** Hands are raised, and the chair sees them: no phone votes. */
const isSeen = ({ facts }: BallotCard): boolean => facts.asking.method === "evident";

function whyNot(mine: Exclude<MyVote, Voter>, t: Translate): Html {
  if (mine.kind === "public") return html`<p>${t("ballot.off.public")} <a href="/entrer">${t("now.enter")}</a></p>`;
  return mine.kind === "by-hand"
    ? html`<p><strong>${t(mine.zone === null ? "ballot.by-table" : `ballot.by-${mine.channel}`, { zone: mine.zone ?? "" })}</strong></p>`
    : html`<section class="off" aria-labelledby="off"><h2 id="off">${t("ballot.off.title")}</h2>
          <p>${offWords(mine.off, t)}</p></section>`;
}

function offWords(off: Extract<MyVote, { kind: "off-roll" }>["off"], t: Translate): string {
  switch (off.why) {
    case "observer":
      return t("ballot.off.observer");
    case "noDelegation":
      return t("ballot.off.no-delegation");
    case "withdrawn":
      return t("ballot.off.withdrawn");
    case "represented":
      return t("ballot.off.represented", { name: off.by });
    case "away":
      return `${t("ballot.off.away")} ${t("ballot.off.first-once", { number: off.first })}`;
    case "admittedAfter":
      return `${t("ballot.off.admitted-after")} ${t("ballot.off.first", { number: off.first })}`;
    case "arrivedAfter":
      return `${t("ballot.off.arrived-after")} ${t("ballot.off.first", { number: off.first })}`;
    default:
      return assertNever(off);
  }
}
