import type { Translate } from "../../../shared/i18n/index.ts";
import type { WriteView } from "../../../shared/views/index.ts";
import { actForm, definePage, gatheringPath } from "../../page/index.ts";
import { button, code, html, proseBlock, shape, type Html, type ShapeName } from "../../ui/index.ts";
import { icons } from "./icons.ts";

export const blockKinds = ["paragraph", "heading", "article", "list", "ordered", "quote"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What the editor says of itself, for the page around the sheet: `beside.own` of this page. */
export interface SheetState {
  readonly says: "loading" | "saved" | "saving" | "offline" | "closed";
  /** Words of the refusal that closed the sheet. */
  readonly refusal: string | null;
  readonly title: string;
  readonly kind: BlockKind | "title" | null;
  readonly strong: boolean;
  readonly em: boolean;
  readonly link: string | null;
  /** The field for a link's address is open. */
  readonly asksLink: boolean;
  /** What was typed there is no allowed address. */
  readonly linkFault: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly plan: readonly { readonly id: string; readonly words: string; readonly current: boolean }[];
  /** Words given back to their author, in paragraphs parted by `\n`. */
  readonly offered: readonly string[];
}

/** `/textes/:t/ecrire`: outline, sheet, tools; without scripts the text can be read. */
export const write = definePage<WriteView>({
  page: "write",
  entry: "editor",
  title: (view, t) => t("write.title", { title: view.text.title || t("text.untitled") }),
  body(view, { t, own }) {
    const sheet = isSheetState(own) ? own : null;
    return html`${head(view, sheet, t)}
      ${plan(sheet, t)}
      <main class="work" id="contenu" tabindex="-1">
        ${sheet && sheet.says !== "closed" ? tools(sheet, t) : null}
        <div class="desk" id="feuille">${notices(view, sheet, t)}
          <div class="sheet ruled" id="page-de-texte"><div class="text" id="texte" data-own lang="${view.shell.gathering?.language ?? "fr"}">
            ${html`<h1 dir="auto">${view.text.title || t("text.untitled")}</h1>`}
            ${view.blocks.map((block) => proseBlock(block, t))}</div></div>
        </div>
      </main>
      <aside class="margin" aria-label="${t("text.acts")}">
        <p>${t("text.code")}<br>${code(view.writingCode)}</p><p class="small">${t("text.code-hint")}</p></aside>`;
  },
});

const isSheetState = (own: unknown): own is SheetState => typeof own === "object" && own !== null && "says" in own;

function head(view: WriteView, sheet: SheetState | null, t: Translate): Html {
  const { shell, text } = view;
  const refused = shell.refused
    ? html`<p class="refused" role="alert">${shape("warn")}<span>${shell.refused.words}</span></p>`
    : null;
  return html`<header class="head">
    <h1><a href="${gatheringPath(shell, `/textes/${text.id}`)}" dir="auto">${(sheet?.title ?? text.title) || t("text.untitled")}</a></h1>
    ${sheet ? says(sheet, t) : null}
    ${refused}
    ${
      sheet?.says === "closed"
        ? null
        : text.handedOver
          ? html`<p class="small">${t("text.handed-over")}</p>`
          : actForm(
              shell,
              { action: "text.handOver", hidden: { text: text.id } },
              button({ words: t("write.hand-over"), now: true }),
            )
    }</header>`;
}

const shapes: Readonly<Record<SheetState["says"], ShapeName>> = {
  loading: "wait",
  saved: "live",
  saving: "wait",
  offline: "warn",
  closed: "warn",
};

const says = (sheet: SheetState, t: Translate): Html =>
  html`<p class="small state says">${shape(shapes[sheet.says])}<span>${t(`write.says-${sheet.says}`)}</span></p>`;

const plan = (sheet: SheetState | null, t: Translate): Html => html`
  <nav class="plan" aria-labelledby="plan"><h2 id="plan">${t("write.plan")}</h2><ol>${(sheet?.plan ?? []).map(
    ({ id, words, current }) =>
      html`<li><a href="#${id}" data-block="${id}" aria-current="${current ? "true" : null}" dir="auto">${words}</a></li>`,
  )}</ol></nav>`;

function notices(view: WriteView, sheet: SheetState | null, t: Translate): Html {
  const read = html`<a href="${gatheringPath(view.shell, `/textes/${view.text.id}`)}">${t("write.read")}</a>`;
  return html`<p class="note-above small">${t("write.note")}</p>
    ${sheet ? null : html`<p class="note-above scriptless">${t("write.needs-script")} ${read}</p>`}
    ${sheet?.refusal ? html`<p class="refused note-above" role="alert">${shape("warn")}<span>${sheet.refusal} ${read}</span></p>` : null}
    ${sheet && sheet.offered.length > 0 ? offered(sheet, t) : null}`;
}

const offered = (sheet: SheetState, t: Translate): Html => html`
  <section class="offered note-above" aria-labelledby="offered"><h2 id="offered">${t("write.offered", { count: sheet.offered.length })}</h2>
  <p class="small">${t("write.offered-hint")}</p>
  ${sheet.offered.map(
    (words, i) => html`<blockquote dir="auto">${words.split("\n").map((line) => html`<p>${line}</p>`)}</blockquote>
      <p>${sheet.says === "closed" ? null : tool("take", t("write.offered-take"), { value: String(i) })}
      ${tool("leave", t("write.offered-leave"), { value: String(i) })}</p>`,
  )}</section>`;

function tools(sheet: SheetState, t: Translate): Html {
  return html`<div class="tools" id="outils" role="toolbar" aria-label="${t("write.tools")}" aria-controls="texte">
    ${tool("undo", t("write.undo"), { face: icons.undo, disabled: !sheet.canUndo })}
    ${tool("redo", t("write.redo"), { face: icons.redo, disabled: !sheet.canRedo, wide: true })}
    <label class="vh" for="kind">${t("write.kind")}</label>
    <select id="kind" data-tool="kind" ?disabled="${sheet.kind === null || sheet.kind === "title"}">${kindsOf(
      sheet,
    ).map(
      (kind) => html`<option value="${kind}" ?selected="${kind === sheet.kind}">${t(kindWords[kind])}</option>`,
    )}</select>
    ${tool("strong", t("write.strong"), { face: html`<b class="serif">${t("write.strong-sign")}</b>`, pressed: sheet.strong })}
    ${tool("em", t("write.em"), { face: html`<i class="serif">${t("write.em-sign")}</i>`, pressed: sheet.em })}
    ${tool("link", t("write.link"), { pressed: sheet.link !== null })}
    ${tool("article", t("write.new-article"), {})}
    ${sheet.asksLink ? linkField(sheet, t) : null}</div>`;
}

const kindsOf = (sheet: SheetState): readonly (BlockKind | "title")[] =>
  sheet.kind === "title" ? ["title"] : blockKinds;

const kindWords = {
  paragraph: "write.kind-paragraph",
  heading: "write.kind-heading",
  article: "write.kind-article",
  list: "write.kind-list",
  ordered: "write.kind-ordered",
  quote: "write.kind-quote",
  title: "write.kind-title",
} as const satisfies Readonly<Record<BlockKind | "title", string>>;

const linkField = (sheet: SheetState, t: Translate): Html => html`
  <form class="link-field" data-tool-form="link"><label for="link">${t("write.link-address")}</label>
  <input id="link" name="href" type="text" inputmode="url" autocomplete="off" value="${sheet.link ?? ""}"
    aria-invalid="${sheet.linkFault ? "true" : null}" aria-describedby="${sheet.linkFault ? "link-fault" : null}">
  ${sheet.linkFault ? html`<p class="fault" id="link-fault">${shape("warn")}${sheet.linkFault}</p>` : null}
  <button class="btn">${t("write.link-set")}</button>
  ${sheet.link === null ? null : tool("unlink", t("write.link-remove"), {})}
  ${tool("close-link", t("write.link-cancel"), {})}</form>`;

interface ToolFacts {
  readonly face?: Html;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly value?: string;
  /** Left out on a phone, where the thumb has little room. */
  readonly wide?: boolean;
}

/** A button of the editor. With a face its words are for who does not see it. */
const tool = (name: string, words: string, { face, pressed, disabled, value, wide }: ToolFacts): Html => html`
  <button class="btn${wide ? " wide" : ""}" type="button" data-tool="${name}" value="${value}" aria-label="${face ? words : null}"
    aria-pressed="${pressed === undefined ? null : String(pressed)}" ?disabled="${disabled}">${
      face ? html`<span aria-hidden="true">${face}</span>` : words
    }</button>`;
