import type { Translate } from "../../../shared/i18n/index.ts";
import type { AmendmentLine, WhatIfLine, WhatIfView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, html, prose, state, type Html } from "../../ui/index.ts";
import { discussions, placeWords, sameWords } from "../../words/index.ts";

/** `/textes/:t/et-si`: which amendments are tried, and how the text would then read. */
export const whatIf = definePage<WhatIfView>({
  page: "what-if",
  entry: "papers",
  title: (view, t) => t("what-if.title", { text: view.text.title }),
  body(view, beside) {
    const { t } = beside;
    const { text, shell } = view;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`<header class="lead"><h1>${t("what-if.heading")}</h1>
          <p class="small" dir="auto"><a href="${gatheringPath(shell, `/textes/${text.id}`)}">${t("amendment.on", { text: text.title, version: text.version })}</a></p>
          <p>${t("what-if.lead")}</p>${shortcuts(view, t)}</header>
        <section class="rows" aria-labelledby="result"><h2 id="result" class="label">${t("what-if.result")}</h2>${result(view, t)}</section>
        <div class="side">${trying(view, t)}</div>`,
    );
  },
});

/** All that the drafting group is favourable to, in one press; or none. */
function shortcuts({ favourable, shell, text }: WhatIfView, t: Translate): Html {
  const path = gatheringPath(shell, `/textes/${text.id}`);
  const all = t("what-if.favourable", { count: favourable });
  return html`<p class="shortcuts">${favourable === 0 ? null : html`<a href="${path}/et-si?favorables=1">${all}</a>`}
    <a href="${path}">${t("what-if.as-is")}</a></p>`;
}

const result = ({ redline }: WhatIfView, t: Translate): Html =>
  redline.length === 0
    ? html`<p class="empty">${t("what-if.unchanged")}</p>`
    : html`<div class="sheet ruled">${prose(redline, t)}</div>`;

function trying(view: WhatIfView, t: Translate): Html {
  if (view.lines.length === 0) return html`<p class="empty">${t("what-if.none")}</p>`;
  const fates = new Map<AmendmentLine, WhatIfLine>(view.lines.map((line) => [line, line]));
  const draw = (line: AmendmentLine): Html => tick(line, fates.get(line)?.fate ?? null, t);
  const path = gatheringPath(view.shell, `/textes/${view.text.id}/et-si`);
  return html`<form method="get" action="${path}"><h2 class="label" id="choose">${t("what-if.choose")}</h2><fieldset class="ticks" aria-labelledby="choose">
      <ol class="order tried">${discussions(view.lines, "order tried", draw, t)}</ol></fieldset>
    ${view.untried === 0 ? null : html`<p class="small" role="status">${t("what-if.most", { count: view.most })}</p>`}
    <div class="reads">${button({ words: t("what-if.read"), now: true })}</div></form>`;
}

function tick(line: AmendmentLine, fate: WhatIfLine["fate"], t: Translate): Html {
  return html`<li data-is="${line.id}"><label><input type="checkbox" name="avec-${line.number}" value="1"${fate === null ? null : html` checked`}>
    <span><strong>${line.label}</strong> <span dir="auto">${line.delegation}</span> <span class="small">${placeWords(line.place, t)}</span> ${sameWords(line, t)}
    ${line.gist === "" ? null : html`<small class="serif" dir="auto">${line.gist}</small>`}${fate === null ? null : fateWords(fate, t)}</span></label></li>`;
}

function fateWords(fate: NonNullable<WhatIfLine["fate"]>, t: Translate): Html {
  if (fate.fate !== "falls")
    return html`<span class="life">${state(fate.fate === "enters" ? "for" : "satisfied", t(`what-if.${fate.fate}`))}</span>`;
  const words = fate.by === null ? t("what-if.falls") : t("what-if.falls-by", { number: fate.by });
  return html`<span class="life">${state("fallen", words)}</span>`;
}
