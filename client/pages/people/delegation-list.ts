import type { Translate } from "../../../shared/i18n/index.ts";
import type { DelegationListView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, shape, type Html } from "../../ui/index.ts";

/** `/accueil/liste`: paste, read what will be made, confirm. */
export const delegationList = definePage<DelegationListView>({
  page: "delegation-list",
  entry: "desk",
  title: (_view, t) => t("list.title"),
  body(view, beside) {
    const { t } = beside;
    const good = view.lines.filter((line) => line.delegation !== null).length;
    return frame(
      view.shell,
      beside,
      { layout: "leaf narrow", tab: "me" },
      html`<h1>${t("list.title")}</h1>
        ${faults(view, t)}${good === 0 ? null : preview(view, good, t)}${pasteForm(view, good, t)}`,
    );
  },
});

/** Reading the list changes nothing; the yellow button is the one that leads on. */
const pasteForm = (view: DelegationListView, good: number, t: Translate): Html => html`
  <form method="post" action="${gatheringPath(view.shell, "/accueil/liste")}">
  ${good === 0 ? null : html`<h2>${t("list.change")}</h2>`}
  <input type="hidden" name="token" value="${view.shell.token}">
  ${field({ name: "list", label: t("list.label"), hint: t("list.hint"), value: view.typed, rows: 12, required: true })}
  ${button({ words: t("list.read"), now: good === 0 })}</form>`;

function faults(view: DelegationListView, t: Translate): Html | null {
  const wrong = view.lines.filter((line) => line.fault !== null);
  if (wrong.length === 0) return null;
  return html`<section class="refused faults" role="alert"><h2>${shape("warn")}${t("list.faults", { count: wrong.length })}</h2><p>${t("list.faults-hint")}</p>
    <ul class="rows">${wrong.map(
      (line) =>
        html`<li><b>${t("list.line", { line: line.line })}</b> <q dir="auto">${line.text}</q>
          ${line.fault === null ? null : t(`list.fault.${line.fault}`)}</li>`,
    )}</ul></section>`;
}

const preview = (view: DelegationListView, good: number, t: Translate): Html => html`
  <section><h2>${t("list.preview", { count: good })}</h2>
  ${doubts(view, t)}
  <table class="listed"><thead><tr><th scope="col">${t("list.delegation")}</th><th scope="col">${t("list.delegates")}</th>
  <th scope="col">${t("list.observers")}</th></tr></thead><tbody>${view.lines.map(({ line, delegation, doubt }) =>
    delegation === null
      ? null
      : html`<tr class="${doubt === null ? null : "doubtful"}"><td dir="auto">${delegation.name}</td>
        <td class="n">${delegation.delegates}</td><td class="n">${delegation.observers}</td></tr>
        ${doubt === null ? null : html`<tr><td colspan="3"><span class="doubt">${shape("warn")}<span><b>${t("list.line", { line })}</b> ${t(`list.doubt.${doubt}`)}</span></span></td></tr>`}`,
  )}</tbody></table>
  ${actForm(
    view.shell,
    { action: "delegation.admit", hidden: { list: view.typed } },
    button({ words: t("list.confirm", { count: good }), now: true }),
  )}</section>`;

/** How many lines were understood one way and may have been meant another. */
function doubts(view: DelegationListView, t: Translate): Html | null {
  const count = view.lines.filter(({ doubt }) => doubt !== null).length;
  return count === 0 ? null : html`<p class="refused">${shape("warn")}<span>${t("list.doubts", { count })}</span></p>`;
}
