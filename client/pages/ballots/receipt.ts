import { clockTime, clockTimeWithSeconds, type Translate } from "../../../shared/i18n/index.ts";
import type { BallotCard, CastVote, MyVote, Shell } from "../../../shared/views/index.ts";
import { actForm, gatheringPath, placeOf, type Beside } from "../../page/index.ts";
import { button, code, facts, html, linkButton, type Html } from "../../ui/index.ts";
import { saidWords } from "../../words/index.ts";
import type { KeptVote } from "./kept-vote.ts";
import { encryption, mineLine, reasonLine, subjectName, turnout, voteForm } from "./paper.ts";

type Voter = Extract<MyVote, { kind: "voter" }>;

/** The vote is on disk: what one keeps of it, how many have voted, and the way to change it until closing. */
export function receiptCard(card: BallotCard, mine: Voter, shell: Shell, t: Translate): Html {
  const { cast } = mine;
  if (cast === null) return html``;
  return html`<h1>${t("ballot.recorded")}</h1>
    <section class="sheet ruled" aria-label="${t("ballot.answers")}">
      <p class="about">${subjectName(card.facts, t)}\u00a0· <span dir="auto">${mine.line.name}</span></p>
      ${cast.choice === null ? html`<p>${t("secret.in-urn")}</p>` : html`${mineLine(card.facts, cast.choice, t)}${reasonLine(cast.reason)}`}
      <div class="stub">${facts([
        [
          t("ballot.recorded-at"),
          html`<span class="num">${clockTimeWithSeconds(cast.writtenAtMs, placeOf(shell))}</span>`,
        ],
        [t("ballot.receipt"), code(cast.receipt)],
        [t("ballot.receipt-of"), code(card.facts.code)],
        castBy(cast, t),
      ])}</div></section>
    ${otherPapers(mine, shell, t)}${turnout(card, t)}
    ${
      cast.choice === null
        ? null
        : html`<details class="change" data-is="${cast.receipt}"><summary class="btn">${t("ballot.change")}</summary>
      ${voteForm(card, mine, shell, t, t("ballot.change-submit"), mine.chosen)}</details>`
    }
    ${encryption(shell, t)}`;
}

/** The votes that one casts beside this one: the next to be cast first, and once this one is cast it is what to do now. */
export function otherPapers({ others, cast }: Voter, shell: Shell, t: Translate): Html | null {
  if (others.length === 0) return null;
  const next = others.find(({ voted }) => !voted);
  return html`<div class="others">${[...others]
    .sort((a, b) => Number(a.voted) - Number(b.voted))
    .map((one) =>
      linkButton({
        words: t(one.voted ? "ballot.see-other" : "ballot.cast-other", { name: one.name }),
        href: gatheringPath(shell, `/?pour=${encodeURIComponent(one.voter)}`),
        now: cast !== null && one === next,
      }),
    )}</div>`;
}

function castBy({ by }: CastVote, t: Translate): readonly [string, Html] | null {
  if (by.teller) return [t("ballot.cast-by"), html`${t("ballot.cast-by-teller")}`];
  return by.me ? null : [t("ballot.cast-by"), html`<span dir="auto">${by.name}</span>`];
}

/** Somebody else of the delegation has voted: who, what and when, before one replaces it. */
export function someoneVoted(card: BallotCard, mine: Voter, shell: Shell, t: Translate): Html {
  const { cast, chosen } = mine;
  if (cast === null || cast.choice === null || chosen === null) return html``;
  const time = clockTime(cast.writtenAtMs, placeOf(shell));
  const hidden = {
    ballot: card.facts.id,
    delegation: mine.delegation.id,
    voter: mine.line.voter,
    requestKey: mine.requestKey,
    replaces: cast.receipt,
    choice: chosen,
    reason: mine.reasons[chosen] ?? "",
  };
  return html`<h1 dir="auto">${cast.by.teller ? t("ballot.teller-voted") : t("ballot.someone-voted", { name: cast.by.name })}</h1>
    <p>${t("ballot.someone-voted-at", { time, choice: saidWords(card.facts, cast.choice, t) })}</p>
    ${reasonLine(cast.reason)}${mineLine(card.facts, chosen, t)}${reasonLine(mine.reasons[chosen])}
    ${actForm(shell, { action: "vote.cast", hidden }, button({ words: t("ballot.replace"), now: true }))}
    ${linkButton({ words: t("ballot.keep-theirs"), href: gatheringPath(shell, "/") })}`;
}

/** Kept on the phone, not received: it says so, and that it will go by itself. No stub: there is no receipt. */
export function keptCard(card: BallotCard, mine: Voter, kept: KeptVote, shell: Shell, { t }: Beside): Html {
  const tried =
    kept.triedMs === null ? null : t("ballot.kept-tries", { time: clockTimeWithSeconds(kept.triedMs, placeOf(shell)) });
  return html`<h1>${t("ballot.kept")}</h1>
    <section class="sheet kept" aria-label="${t("ballot.kept-label")}">
      <p class="about">${subjectName(card.facts, t)}\u00a0· <span dir="auto">${nameOf(mine, kept.voter)}</span></p>
      ${mineLine(card.facts, kept.choice, t)}${reasonLine(kept.reason)}</section>
    <p>${tried === null ? t("ballot.kept-sending") : t("ballot.kept-words")}</p>
    ${tried === null ? null : html`<p class="about">${tried}</p>`}
    <form data-resend>${button({ words: t("ballot.kept-retry"), now: true })}</form>
    <form data-drop>${button({ words: t("ballot.kept-change") })}</form>
    <p class="about">${t("ballot.kept-hand")}</p>`;
}

const nameOf = ({ line, others }: Voter, voter: string): string =>
  [line, ...others].find((one) => one.voter === voter)?.name ?? line.name;
