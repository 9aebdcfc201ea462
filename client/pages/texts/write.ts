import type { Translate } from "../../../shared/i18n/index.ts";
import type { WriteView } from "../../../shared/views/index.ts";
import { actForm, definePage, gatheringPath } from "../../page/index.ts";
import { button, code, html, proseBlock, shape, type Html } from "../../ui/index.ts";

/** What the page itself needs to know of the sheet once it is open: `beside.own` of this page. */
export interface OpenSheet {
  readonly title: string;
  /** Why it is no longer written here; null while it is. */
  readonly refusal: string | null;
}

/**
 * `/textes/:t/ecrire`: outline, sheet, tools; without scripts the text can be read. What only the browser has is left to
 * elements, each in a place that this page keeps for it.
 */
export const write = definePage<WriteView>({
  page: "write",
  entry: "editor",
  title: (view, t) => t("write.title", { title: view.text.title || t("text.untitled") }),
  body(view, { t, own }) {
    const sheet = isOpenSheet(own) ? own : null;
    return html`${head(view, sheet, t)}
      <nav class="plan" aria-labelledby="plan"><h2 id="plan">${t("write.plan")}</h2>
        <cahier-outline id="articles" data-own></cahier-outline></nav>
      <main class="work" id="contenu" tabindex="-1">
        <cahier-tools id="outils" data-own></cahier-tools>
        <div class="desk" id="feuille">${notices(view, sheet, t)}
          <cahier-offered-words id="mots-rendus" data-own></cahier-offered-words>
          <div class="sheet ruled" id="page-de-texte"><div class="text" id="texte" data-own lang="${view.shell.gathering?.language ?? "fr"}">
            ${html`<h1 dir="auto">${view.text.title || t("text.untitled")}</h1>`}
            ${view.blocks.map((block) => proseBlock(block, t))}</div></div>
        </div>
      </main>
      <aside class="margin" aria-label="${t("text.acts")}">
        <p>${t("text.code")}<br>${code(view.writingCode)}</p><p class="small">${t("text.code-hint")}</p></aside>`;
  },
});

const isOpenSheet = (own: unknown): own is OpenSheet => typeof own === "object" && own !== null && "refusal" in own;

function head(view: WriteView, sheet: OpenSheet | null, t: Translate): Html {
  const { shell, text } = view;
  const refused = shell.refused
    ? html`<p class="refused" role="alert">${shape("warn")}<span>${shell.refused.words}</span></p>`
    : null;
  return html`<header class="head">
    <h1><a href="${gatheringPath(shell, `/textes/${text.id}`)}" dir="auto">${(sheet?.title ?? text.title) || t("text.untitled")}</a></h1>
    <cahier-says id="etat" data-own></cahier-says>
    ${refused}
    ${sheet?.refusal ? null : handOver(view, t)}</header>`;
}

const handOver = ({ shell, text }: WriteView, t: Translate): Html =>
  text.handedOver
    ? html`<p class="small">${t("text.handed-over")}</p>`
    : actForm(
        shell,
        { action: "text.handOver", hidden: { text: text.id } },
        button({ words: t("write.hand-over"), now: true }),
      );

function notices(view: WriteView, sheet: OpenSheet | null, t: Translate): Html {
  const read = html`<a href="${gatheringPath(view.shell, `/textes/${view.text.id}`)}">${t("write.read")}</a>`;
  return html`<p class="note-above small">${t("write.note")}</p>
    ${sheet ? null : html`<p class="note-above scriptless">${t("write.needs-script")} ${read}</p>`}
    ${sheet?.refusal ? html`<p class="refused note-above" role="alert">${shape("warn")}<span>${sheet.refusal} ${read}</span></p>` : null}`;
}
