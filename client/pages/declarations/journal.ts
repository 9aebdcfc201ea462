import { clockTime, longDate, type Translate } from "../../../shared/i18n/index.ts";
import { roleWords } from "../../../shared/people/index.ts";
import type { JournalLine, JournalView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, linkButton, type Html } from "../../ui/index.ts";

/** `/journal`: the chain itself, for whoever checks: number, act, by which role, hash. */
export const journal = definePage<JournalView>({
  page: "journal",
  entry: "papers",
  title: (_view, t) => t("journal.title"),
  body(view, beside) {
    const { t } = beside;
    const record = { words: t("journal.record"), href: gatheringPath(view.shell, view.record) };
    return frame(
      view.shell,
      beside,
      { layout: "leaf journal", foot: true },
      html`<h1>${t("journal.title")}</h1>
        <p>${t("journal.what")}</p>
        ${
          view.total === 0
            ? html`<div class="empty"><p>${t("journal.empty")}</p></div>`
            : html`<p class="small">${t("journal.total", { count: view.total })} ${code(view.headCode)}</p>
              <p class="hash">${view.headHash}</p>`
        }
        <p class="noprint">${linkButton(record)}</p>
        ${pages(view, t)}
        <ol class="rows acts">${view.entries.map((line, i) => lineOf(view, line, view.entries[i - 1], t))}</ol>
        ${pages(view, t)}`,
    );
  },
});

function lineOf(view: JournalView, line: JournalLine, before: JournalLine | undefined, t: Translate): Html {
  const place = placeOf(view.shell);
  const day = longDate(line.atMs, place);
  const newDay = before === undefined || longDate(before.atMs, place) !== day;
  const time = newDay ? `${day}, ${clockTime(line.atMs, place)}` : clockTime(line.atMs, place);
  return html`<li id="acte-${line.sequence}" value="${line.sequence}"><p class="small"><b>${t("journal.number", { number: line.sequence })}</b>
    · ${time} · ${by(line, t)}</p>
    <p class="serif">${line.words}</p>
    <p class="small hash"><span class="vh">${t("journal.hash")} </span>${line.hash}</p></li>`;
}

function by(line: JournalLine, t: Translate): string {
  if (line.by === null) return t("journal.machine");
  const role = roleWords(line.by.role, t);
  return line.by.behalf === null ? role : t("journal.by-behalf", { role, delegation: line.by.behalf });
}

const pages = (view: JournalView, t: Translate): Html | null =>
  view.older === null && view.newer === null
    ? null
    : html`<nav class="noprint pages" aria-label="${t("journal.pages")}">
        ${view.older === null ? null : linkButton({ words: t("journal.older"), href: from(view, view.older) })}
        ${view.newer === null ? null : linkButton({ words: t("journal.newer"), href: from(view, view.newer) })}</nav>`;

const from = (view: JournalView, sequence: number): string => gatheringPath(view.shell, `/journal?apres=${sequence}`);
