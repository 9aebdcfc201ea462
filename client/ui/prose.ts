import type { Translate } from "../../shared/i18n/index.ts";
import { moveWords, type BlockChange, type ProseBlock, type ProseRun } from "../../shared/views/index.ts";
import { html, type Html } from "./html.ts";

/** Text of the assembly, numbered; with changes, a redline: deleted before inserted, each announced to who listens. */
export const prose = (blocks: readonly ProseBlock[], t: Translate, on?: "paper"): Html =>
  html`<div class="text${blocks.some(isChanged) ? " redline" : ""}">${blocks.map((block) => proseBlock(block, t, on))}</div>`;

const isChanged = (block: ProseBlock): boolean => block.change !== null && block.change !== "context";

/**
 * One block. A paragraph's number is an anchor, `#p-4`, and an article's `#a-2`, so that both can be linked to; on paper,
 * where many redlines of one text follow each other beneath headings of their own, neither is. `beside` stands at its end.
 */
export const proseBlock = (block: ProseBlock, t: Translate, on?: "paper", beside: Html | null = null): Html =>
  proseBlockOf(block, html`${moveMark(block, t)}${proseRuns(block, t)}`, t, { on, beside });

interface BlockFacts {
  readonly on?: "paper" | undefined;
  readonly beside?: Html | null;
}

/** The same, of words that are drawn already. */
export function proseBlockOf(
  block: ProseBlock,
  runs: Html,
  t: Translate,
  { on, beside = null }: BlockFacts = {},
): Html {
  switch (block.kind) {
    case "title":
      return html`<h2 class="of-title ${changeClass(block)}" aria-level="${on ? 4 : null}" dir="auto">${runs}</h2>`;
    case "heading":
      return html`<h2 class="heading ${changeClass(block)}" aria-level="${on ? 4 : null}" dir="auto">${runs}</h2>`;
    case "article": {
      const id = block.number === null || on || block.change === "arrived" ? null : `a-${block.number}`;
      const label = block.number === null ? t("text.new-article") : t("text.article", { number: block.number });
      return html`<h2 class="${changeClass(block)}" id="${id}" aria-level="${on ? 4 : null}" dir="auto"><span class="art">${label}</span> ${runs}${beside}</h2>`;
    }
    default: {
      const classes = ["alinea", `alinea--${block.kind}`, changeClass(block), `depth-${Math.min(block.depth, 3)}`];
      return html`<div class="${classes.join(" ")}">${paragraphNumber(block, t, on)}${itemMark(block)}
        <p class="${block.preamble ? "preamble" : null}" dir="auto">${runs}</p>${beside}</div>`;
    }
  }
}

function changeClass({ change }: ProseBlock): string {
  if (change === null) return "";
  return change === "changed" || change === "context" ? `alinea--${change}` : `alinea--changed alinea--${change}`;
}

/** Of what is moved: said aloud on every block of it, shown on the first. It has its anchor where it stood. */
function moveMark({ change, moved }: ProseBlock, t: Translate): Html | null {
  if (moved) return html`<span class="moved">${moveWords(moved, t)}<span class="vh">\u202f:</span></span> `;
  return change === "departed" || change === "arrived"
    ? html`<span class="vh">${t(`redline.${change}`)} </span>`
    : null;
}

/** The further paragraphs of a quotation have no number of their own. */
function paragraphNumber(
  { number, change }: { readonly number: number | null; readonly change: BlockChange },
  t: Translate,
  on?: "paper",
): Html | null {
  if (number !== null && (on || change === "arrived")) {
    return html`<span class="no"><span class="vh">${t("text.paragraph")} </span>${number}</span>`;
  }
  if (number !== null) {
    return html`<a class="no" id="p-${number}" href="#p-${number}"><span class="vh">${t("text.paragraph")} </span>${number}</a>`;
  }
  return change === "new"
    ? html`<span class="no"><span class="vh">${t("text.new-paragraph")} </span><span aria-hidden="true">+</span></span>`
    : null;
}

const itemMark = (block: { readonly kind: string; readonly ordinal: number | null }): Html | null =>
  block.kind === "item"
    ? html`<span class="mark" aria-hidden="true">${block.ordinal === null ? "–" : `${block.ordinal}.`}</span>`
    : null;

/** The words of a block. Neighbouring runs of one change are one `<ins>` or `<del>`. */
function proseRuns(block: ProseBlock, t: Translate): Html {
  const groups: { change: ProseRun["change"]; runs: ProseRun[] }[] = [];
  for (const run of block.runs) {
    const last = groups[groups.length - 1];
    if (last && last.change === run.change && run.change !== "split") last.runs.push(run);
    else groups.push({ change: run.change, runs: [run] });
  }
  return html`${groups.map(({ change, runs: all }, index) => {
    const { before, runs, after } = change === "inserted" || change === "deleted" ? withoutEdges(all) : bare(all);
    const words = runs.map(markedWords);
    switch (change) {
      case "inserted": {
        // What replaces stands apart from what it replaces, where no blank parts them.
        const apart = before === "" && groups[index - 1]?.change === "deleted" ? "apart" : null;
        return html`${before}<ins class="${apart}"><span class="vh">${t("redline.inserted")} </span>${words}${endMark(runs, t)}</ins>${after}`;
      }
      case "deleted":
        return html`${before}<del><span class="vh">${t("redline.deleted")} </span>${words}${endMark(runs, t)}</del>${after}`;
      case "split":
        return html`<ins class="cut"><span class="vh">${t("redline.split")} </span><span aria-hidden="true">¶</span></ins><br>`;
      case "joined":
        return html`<del class="cut"><span class="vh">${t("redline.joined")} </span><span aria-hidden="true">¶</span></del> `;
      case "formatted":
        return html`<span class="fmt">${words}</span>${formsSaid(runs, t)}`;
      default:
        return html`${words}`;
    }
  })}`;
}

interface Edged {
  readonly before: string;
  readonly runs: readonly ProseRun[];
  readonly after: string;
}

const bare = (runs: readonly ProseRun[]): Edged => ({ before: "", runs, after: "" });

/** Blanks at the edges of a change stay outside its line. One that is nothing but blanks keeps them: it is the change. */
function withoutEdges(runs: readonly ProseRun[]): Edged {
  if (runs.every((run) => run.text.trim() === "")) return bare(runs);
  const before = /^ */u.exec(runs[0]?.text ?? "")?.[0] ?? "";
  const after = / *$/u.exec(runs[runs.length - 1]?.text ?? "")?.[0] ?? "";
  const within = runs.map((run, i) => {
    const from = i === 0 ? before.length : 0;
    const to = run.text.length - (i === runs.length - 1 ? after.length : 0);
    return { ...run, text: run.text.slice(from, to) };
  });
  return { before, after, runs: within.filter(({ text }) => text !== "") };
}

/** How the words look from now on, in words: a heavier or a slanted letter does not say so by itself. */
function formsSaid(runs: readonly ProseRun[], t: Translate): Html {
  const forms = [...new Set(runs.flatMap(({ forms: said = [] }) => said))];
  return html` <span class="fmt-said">(${forms.map((form) => t(`redline.form.${form}`)).join(", ")})</span>`;
}

const longRunCharacters = 80;

/** Who listens must hear where a long change ends. */
const endMark = (runs: readonly ProseRun[], t: Translate): Html | null =>
  runs.reduce((sum, run) => sum + run.text.length, 0) > longRunCharacters
    ? html`<span class="vh"> ${t("redline.end")}</span>`
    : null;

export function markedWords(run: ProseRun): Html {
  let words = html`${run.text.split("\n").map((line, index) => (index > 0 ? [html`<br>`, line] : line))}`;
  if (run.strong) words = html`<strong>${words}</strong>`;
  if (run.em) words = html`<em>${words}</em>`;
  return run.href === null ? words : html`<a href="${run.href}" rel="noopener noreferrer nofollow ugc">${words}</a>`;
}
