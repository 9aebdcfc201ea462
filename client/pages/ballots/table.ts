import { clockTime, type Translate } from "../../../shared/i18n/index.ts";
import type { BallotCard, Shell, TellerTable } from "../../../shared/views/index.ts";
import { actForm, gatheringPath, placeOf } from "../../page/index.ts";
import { button, html, linkButton, shape, type Html } from "../../ui/index.ts";
import { answers } from "./answers.ts";
import { mineLine } from "./paper.ts";
import { beforeCasting } from "./secrecy.ts";

/** Where a teller enters, by name, the vote of a delegation without a phone. It shows who has voted, never how. */
export function tellerTable(table: TellerTable, card: BallotCard, shell: Shell, t: Translate): Html {
  return html`<section class="table" aria-labelledby="table"><h2 id="table">${t("table.title")}</h2>
    <p class="about">${t("table.hint")}</p>${
      table.counts
        ? linkButton({ words: t("table.counts"), href: gatheringPath(shell, `/scrutins/${card.facts.number}/mains`) })
        : null
    }${within(table, card, shell, t)}</section>`;
}

function within(table: TellerTable, card: BallotCard, shell: Shell, t: Translate): Html {
  if (table.confirm) return confirm(table, table.confirm, card, shell, t);
  return table.delegations.length === 0
    ? html`<p class="empty">${t("table.nobody")}</p>`
    : enter(table, card, shell, t);
}

function enter(table: TellerTable, card: BallotCard, shell: Shell, t: Translate): Html {
  const { delegation, choice, reasons } = table.filled ?? { delegation: null, choice: null, reasons: {} };
  return actForm(
    shell,
    { action: "vote.enter", hidden: { ballot: card.facts.id, requestKey: table.requestKey } },
    html`<div class="field"><label for="table-delegation">${t("table.delegation")}</label>
      <select id="table-delegation" name="delegation" required><option value="">${t("table.choose")}</option>
      ${table.delegations.map(
        ({ id, name, standing }) =>
          html`<option value="${id}" ?selected="${id === delegation}">${standing ? t("table.voted", { name }) : name}</option>`,
      )}</select></div>
      <fieldset class="ballot"><legend>${t("table.answer")}</legend>${answers(card.facts, choice, t, reasons)}</fieldset>${beforeCasting(card.facts, t)}${button({ words: t("table.enter") })}`,
  );
}

/** A vote stands already: it is replaced only once that has been read. */
function confirm(
  table: TellerTable,
  { delegation, choice: chosen, reason }: NonNullable<TellerTable["confirm"]>,
  card: BallotCard,
  shell: Shell,
  t: Translate,
): Html {
  const line = table.delegations.find((one) => one.id === delegation);
  const time = line?.standing ? clockTime(line.standing.writtenAtMs, placeOf(shell)) : "";
  const replaces = line?.standing?.receipt ?? "";
  const hidden = { ballot: card.facts.id, requestKey: table.requestKey, delegation, choice: chosen, reason, replaces };
  return html`<p class="refused" dir="auto">${shape("warn")}<span>${t("table.stands", { name: line?.name ?? "", time })}</span></p>
    ${mineLine(card.facts, chosen, t)}
    ${actForm(shell, { action: "vote.enter", hidden }, button({ words: t("table.replace") }))}
    ${linkButton({ words: t("table.leave"), href: gatheringPath(shell, `/scrutins/${card.facts.number}`) })}`;
}
