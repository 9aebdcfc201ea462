import type { Translate } from "../../../shared/i18n/index.ts";
import type { PaperBlock, PaperLine, ProseBlock, TextPaperView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { html, inFours, type Html } from "../../ui/index.ts";

/** `/textes/:t/papier`: the text as it lies before everybody, its paragraphs and lines numbered as amendments name them. */
export const textPaper = definePage<TextPaperView>({
  page: "text-paper",
  entry: "papers",
  title: (view, t) => t("paper.title", { text: view.text.title || t("text.untitled") }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text, tabled, blocks } = view;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "leaf sheaf", foot: true },
      html`<header class="sheaf-head"><p class="small" dir="auto">${shell.gathering?.name ?? ""}</p>
          <h1 dir="auto">${text.title || t("text.untitled")}</h1>
          <p class="small">${t(tabled ? "paper.tabled" : "paper.since", { version: text.version })}
          <span class="noprint"><a href="${gatheringPath(shell, `/textes/${text.id}`)}">${t("write.read")}</a></span></p></header>
        ${blocks.length === 0 ? html`<p class="empty">${t("text.empty")}</p>` : html`<article class="text lined">${blocks.map((one) => printed(one, t))}</article>`}
        <p class="small imprint">${t("text.hash", { version: text.version })} <span class="hash">${inFours(text.hash)}</span></p>`,
    );
  },
});

function printed({ block, lines }: PaperBlock, t: Translate): Html {
  const words = lines.map(lineOf);
  switch (block.kind) {
    case "title":
    case "heading":
      return html`<h2 class="heading" dir="auto">${words}</h2>`;
    case "article":
      return html`<h2 dir="auto"><span class="art">${t("text.article", { number: block.number ?? "" })}</span> ${words}</h2>`;
    default:
      return html`<div class="alinea alinea--${block.kind} depth-${Math.min(block.depth, 3)}">${numberOf(block, t)}<p dir="auto">${words}</p></div>`;
  }
}

const numberOf = (block: ProseBlock, t: Translate): Html | null =>
  "depth" in block && block.number !== null
    ? html`<span class="no"><span class="vh">${t("text.paragraph")} </span>${block.number}</span>`
    : null;

/** Every fifth line shows its number; it is not read aloud with the words. */
const lineOf = ({ number, runs }: PaperLine): Html =>
  html`<span class="line" data-line="${number % 5 === 0 ? number : null}">${runs.map(({ text, strong, em }) => {
    const words = em ? html`<em>${text}</em>` : html`${text}`;
    return strong ? html`<strong>${words}</strong>` : words;
  })}</span>`;
