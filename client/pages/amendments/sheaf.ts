import { clockTime, longDate, type Translate } from "../../../shared/i18n/index.ts";
import type { SheafSheet, SheafView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, linkButton, prose, type Html } from "../../ui/index.ts";
import { amendmentState, amendmentTitle, discussions, lineWords, opinionBadge, placeWords } from "../../words/index.ts";

/** `/textes/:t/liasse`: what everybody has in hand in the session; on paper nothing cuts a heading from its amendment. */
export const sheaf = definePage<SheafView>({
  page: "sheaf",
  entry: "papers",
  title: (view, t) => t("sheaf.title", { text: view.text.title }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text, sheets } = view;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "leaf sheaf", foot: true },
      html`<header class="sheaf-head"><p class="small" dir="auto">${shell.gathering?.name ?? ""}</p>
          <h1>${t("sheaf.heading")}</h1><p class="of" dir="auto"><a href="${gatheringPath(shell, `/textes/${text.id}`)}">${text.title || t("text.untitled")}</a></p>
          <p class="small">${t("sheaf.count", { count: sheets.length })} ${stood(view, t)}</p>${files(view, t)}</header>
        ${sheets.length === 0 ? html`<p class="empty">${t("amendments.none-on")}</p>` : html`${contents(view, t)}${sheets.map((sheet) => folio(sheet, view, t))}`}`,
    );
  },
});

function stood({ shell, text }: SheafView, t: Translate): string {
  const place = placeOf(shell);
  const [day, time] = [longDate(shell.nowMs, place), clockTime(shell.nowMs, place)];
  return t("sheaf.stood", { day, time, version: text.version });
}

const files = ({ shell, text, may }: SheafView, t: Translate): Html => {
  const path = gatheringPath(shell, `/textes/${text.id}/liasse`);
  return html`<p class="pair-line noprint">${linkButton({ words: t("sheaf.csv"), href: `${path}.csv` })} ${linkButton({ words: t("sheaf.json"), href: `${path}.json` })}
    ${may.import ? linkButton({ words: t("import.title"), href: `${path}/importer`, bare: true }) : null}</p>`;
};

function contents({ sheets }: SheafView, t: Translate): Html {
  const line = ({ number, label, delegation, place, state }: SheafSheet): Html =>
    html`<li><span class="no"><a href="#amendement-${number}"><span class="vh">${t("sheaf.number")} </span>${label}</a></span>
      <span><span dir="auto">${delegation}</span> <span class="small">${placeWords(place, t)}</span></span>
      <span class="life">${amendmentState(state, t)}</span></li>`;
  return html`<section class="sheaf-toc" aria-labelledby="sommaire"><h2 id="sommaire">${t("text.contents")}</h2>
    <ol class="order">${discussions(sheets, "order", line, t)}</ol></section>`;
}

function folio(sheet: SheafSheet, { shell, sheets }: SheafView, t: Translate): Html {
  const id = `amendement-${sheet.number}`;
  const title = html`<a href="${gatheringPath(shell, `/amendements/${sheet.number}`)}">${amendmentTitle([sheet], t)}</a>`;
  return html`<article class="folio${sheet.joint === null ? "" : " joint"}" id="${id}" aria-labelledby="titre-${sheet.number}">
    <header><h2 id="titre-${sheet.number}">${title}</h2><p class="life">${amendmentState(sheet.state, t)}</p>
    <p class="by" dir="auto">${sheet.delegation}</p><p class="place">${placeWords(sheet.place, t)}${lineWords(sheet.lines, t)}</p>
    ${together(sheet, sheets, t)}
    ${sheet.cosignatories.length === 0 ? null : html`<p class="small with" dir="auto">${t("sheaf.cosigned", { names: sheet.cosignatories.join(", ") })}</p>`}
    ${sheet.opinion === null ? null : html`<p class="small with">${opinionBadge(sheet, t)}</p>`}</header>
    ${prose(sheet.redline, t, "paper")}
    ${sheet.since ? html`<p class="small">${t(`amendment.since.${sheet.since}`)}</p>` : null}
    ${rationale(sheet, t)}
    <p class="small mark">${t("amendment.hash")} ${code(`${sheet.hash.slice(0, 4)} ${sheet.hash.slice(4, 8)}`)} · ${t("sheaf.on", { version: sheet.text.version })}</p></article>`;
}

/** With which others it is discussed, and of which it asks the very same. */
function together({ number, joint, same }: SheafSheet, sheets: readonly SheafSheet[], t: Translate): Html | null {
  if (same !== null) {
    const twin = sheets.find((one) => one.number === same)?.label ?? same;
    return html`<p class="small with">${t("sheaf.same", { number: twin })}</p>`;
  }
  if (joint === null) return null;
  const others = sheets.flatMap((one) => (one.joint === joint && one.number !== number ? [one.label] : []));
  const last = others.pop() ?? "";
  const numbers = others.length === 0 ? last : t("amendment.and", { first: others.join(", "), last });
  return html`<p class="small with">${t("sheaf.joint-with", { count: others.length + 1, numbers })}</p>`;
}

function rationale(sheet: SheafSheet, t: Translate): Html {
  if (sheet.rationaleErased) return html`<p class="why small">${t("amendment.why-erased")}</p>`;
  if (sheet.rationale === null) return html`<p class="why small">${t("amendment.why-none")}</p>`;
  const paragraphs = sheet.rationale.split(/\n{2,}/u).map((words) => html`<p dir="auto">${words}</p>`);
  return html`<div class="motives"><h3>${t("amendment.why")}</h3>${paragraphs}</div>`;
}
