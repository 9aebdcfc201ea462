import { clockTime, type Translate } from "../../../shared/i18n/index.ts";
import type { BallotFacts, Shell, TellerTable } from "../../../shared/views/index.ts";
import { actForm, gatheringPath, placeOf } from "../../page/index.ts";
import { button, html, linkButton, shape, type Html } from "../../ui/index.ts";
import { answers } from "./answers.ts";
import { mineLine } from "./paper.ts";
import { beforeCasting } from "./secrecy.ts";

/** Where a teller enters, by name, the vote of whoever has no phone. It shows who has voted, never how. */
export function tellerTable(table: TellerTable, ballot: BallotFacts, shell: Shell, t: Translate): Html {
  return html`<section class="table" aria-labelledby="table"><h2 id="table">${t("table.title")}</h2>
    <p class="about">${t("table.hint")}</p>${
      table.counts
        ? linkButton({ words: t("table.counts"), href: gatheringPath(shell, `/scrutins/${ballot.number}/mains`) })
        : null
    }${within(table, ballot, shell, t)}</section>`;
}

function within(table: TellerTable, ballot: BallotFacts, shell: Shell, t: Translate): Html {
  if (table.confirm) return confirm(table, table.confirm, ballot, shell, t);
  return table.voters.length === 0 ? html`<p class="empty">${t("table.nobody")}</p>` : enter(table, ballot, shell, t);
}

function enter(table: TellerTable, ballot: BallotFacts, shell: Shell, t: Translate): Html {
  const { voter: chosen = null, choice = null, reasons = {} } = table.filled ?? {};
  return actForm(
    shell,
    { action: "vote.enter", hidden: { ballot: ballot.id, requestKey: table.requestKey } },
    html`<div class="field"><label for="table-voter">${t("table.delegation")}</label>
      <select id="table-voter" name="voter" required><option value="">${t("table.choose")}</option>
      ${table.voters.map(
        ({ voter, name, standing }) =>
          html`<option value="${voter}" ?selected="${voter === chosen}">${standing ? t("table.voted", { name }) : name}</option>`,
      )}</select></div>
      <fieldset class="ballot"><legend>${t("table.answer")}</legend>${answers(ballot, { filled: choice, reasons }, t)}</fieldset>${beforeCasting(ballot, t)}${button({ words: t("table.enter") })}`,
  );
}

/** A vote stands already: it is replaced only once that has been read. */
function confirm(
  table: TellerTable,
  { voter, choice: chosen, reason }: NonNullable<TellerTable["confirm"]>,
  ballot: BallotFacts,
  shell: Shell,
  t: Translate,
): Html {
  const line = table.voters.find((one) => one.voter === voter);
  const time = line?.standing ? clockTime(line.standing.writtenAtMs, placeOf(shell)) : "";
  const replaces = line?.standing?.receipt ?? "";
  const hidden = { ballot: ballot.id, requestKey: table.requestKey, voter, choice: chosen, reason, replaces };
  return html`<p class="refused" dir="auto">${shape("warn")}<span>${t("table.stands", { name: line?.name ?? "", time })}</span></p>
    ${mineLine(ballot, chosen, t)}
    ${actForm(shell, { action: "vote.enter", hidden }, button({ words: t("table.replace") }))}
    ${linkButton({ words: t("table.leave"), href: gatheringPath(shell, `/scrutins/${ballot.number}/emargement`) })}`;
}
