import type { Translate } from "../../../shared/i18n/index.ts";
import type { ImportLine, SheafImportView, Shell } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, field, html, linkButton, shape, state, type Html } from "../../ui/index.ts";

/** `/textes/:t/liasse/importer`: paste a sheaf, read what became of each amendment in it. */
export const sheafImport = definePage<SheafImportView>({
  page: "sheaf-import",
  entry: "papers",
  title: (_view, t) => t("import.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell, text } = view;
    const path = gatheringPath(shell, `/textes/${text.id}`);
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "leaf sheaf" },
      html`<h1>${t("import.title")}</h1><p class="small" dir="auto"><a href="${path}">${text.title || t("text.untitled")}</a></p>
        ${view.report === null ? null : report(view.report, shell, t)}
        <form method="post" action="${path}/liasse/importer" class="giving">${view.report === null ? html`<p>${t("import.how")}</p>` : html`<h2>${t("import.again")}</h2>`}
        <input type="hidden" name="token" value="${shell.token}">
        ${field({ name: "sheaf", label: t("import.label"), hint: t("import.hint"), rows: 10, required: true, autocomplete: "off" })}
        ${button({ words: t("import.give"), now: view.report === null })}</form>`,
    );
  },
});

function report(lines: readonly ImportLine[], shell: Shell, t: Translate): Html {
  const count = (became: ImportLine["became"]): number => lines.filter((line) => line.became === became).length;
  const refused = lines.filter((line) => line.became === "refused");
  const others = lines.filter((line) => line.became !== "refused");
  return html`<section aria-labelledby="report" role="status"><h2 id="report">${t("import.report")}</h2>
    <p>${t("import.submitted", { count: count("submitted") })} ${count("already") === 0 ? null : t("import.already", { count: count("already") })}</p>
    ${refused.length === 0 ? null : html`<h3>${shape("warn")} ${t("import.refused", { count: refused.length })}</h3><ul class="plain">${refused.map((line) => refusedLine(line, t))}</ul>`}
    ${others.length === 0 ? null : html`<ul class="plain">${others.map((line) => keptLine(line, shell, t))}</ul>`}
    <p>${linkButton({ words: t("import.see"), href: gatheringPath(shell, "/amendements"), now: true })}</p></section>`;
}

const nameOf = ({ number, author }: ImportLine, t: Translate): Html =>
  html`<b>${number === null ? t("import.unnumbered") : t("import.in-file", { number })}</b>${author === null ? null : html`, <span dir="auto">${author}</span>`}`;

const refusedLine = (line: ImportLine, t: Translate): Html => html`<li>${nameOf(line, t)}<br>${line.reason}</li>`;

const keptLine = (line: ImportLine, shell: Shell, t: Translate): Html =>
  html`<li class="effect">${state(line.became === "submitted" ? "for" : "satisfied", t(`import.became.${line.became === "submitted" ? "submitted" : "already"}`))}
    <span>${nameOf(line, t)} → <a href="${gatheringPath(shell, `/amendements/${line.as ?? ""}`)}">${t("amendment.title", { number: line.as ?? "" })}</a></span></li>`;
