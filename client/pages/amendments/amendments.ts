import type { Translate } from "../../../shared/i18n/index.ts";
import type { AmendmentLine, AmendmentsFilter, AmendmentsView, Shell } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath } from "../../page/index.ts";
import { html, linkButton, type Html } from "../../ui/index.ts";
import {
  aheadWords,
  amendmentState,
  discussions,
  opinionBadge,
  placeWords,
  sameWords,
  sheetPath,
  supportersWords,
} from "../../words/index.ts";
import { deadline } from "./deadline.ts";
import { filterOfList } from "./list-filter.ts";
import { amend } from "../texts/index.ts";

type OfText = AmendmentsView["texts"][number];

/** `/amendements`: text by text, in the order in which they are called. */
export const amendments = definePage<AmendmentsView>({
  page: "amendments",
  entry: "papers",
  title: (_view, t) => t("amendments.title"),
  body(view, beside) {
    const { t } = beside;
    const texts = view.texts.map((text) => ofText(text, view, t));
    return frame(
      view.shell,
      beside,
      { tab: "texts", layout: "leaf amendments", foot: true },
      html`<h1>${t("amendments.title")}</h1>
        ${filterOfList(view, t)}
        ${texts.length === 0 ? html`<p class="empty">${t("amendments.empty")}</p>` : texts}`,
    );
  },
});

function ofText(text: OfText, { shell, filter }: AmendmentsView, t: Translate): Html {
  const id = `text-${text.id}`;
  const path = gatheringPath(shell, `/textes/${text.id}`);
  const lines =
    text.lines.length === 0
      ? html`<p class="empty">${t(noneOn(text, filter))}</p>`
      : html`<p class="small">${t("amendments.order")}</p>
          <ol class="order">${discussions(text.lines, "order", (line) => amendmentLine(line, shell, t), t)}</ol>`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}" dir="auto"><a href="${path}">${text.title}</a></h2>
    ${deadline(text, shell, t)}
    ${text.deadline?.past ? null : amend(text, t("amendments.propose"), shell, t)}
    ${text.waiting > 0 ? html`<p>${linkButton({ words: t("what-if.open"), href: `${path}/et-si` })}</p>` : null}
    ${text.total === 0 ? null : html`<p>${linkButton({ words: t("amendments.sheaf"), href: `${path}/liasse`, bare: true })} ${linkButton({ words: t("amendments.paper"), href: `${path}/papier`, bare: true })}</p>`}
    ${lines}</section>`;
}

/** Why there is no line of this text. */
function noneOn({ total, waiting }: OfText, { state }: AmendmentsFilter) {
  if (total === 0) return "amendments.none-on";
  return state === "a-voter" && waiting === 0 ? "amendments.none-left" : "amendments.none-asked";
}

const decided = new Set([
  "broken",
  "adopted",
  "rejected",
  "fallen",
  "satisfied",
  "withdrawn",
  "not-moved",
  "inadmissible",
]);

function amendmentLine(line: AmendmentLine, shell: Shell, t: Translate): Html {
  const called = line.state.state === "called";
  const look = called ? "now" : decided.has(line.state.state) ? "done" : null;
  return html`<li data-is="${line.id}" class="${line.sub ? `sub ${look ?? ""}` : look}" aria-current="${called ? "step" : null}"><span class="no">${line.label}</span>
    <span><a href="${gatheringPath(shell, sheetPath(line))}" dir="auto">${line.delegation}</a>
    <span class="small"> ${placeWords(line.place, t)}</span> ${sameWords(line, t)} ${supportersWords(line, t)}</span>
    <span class="life">${amendmentState(line.state, t)}${opinionBadge(line, t)}</span>
    ${aheadWords(line, t)}${line.gist === "" ? null : html`<small class="serif" dir="auto">${line.gist}</small>`}</li>`;
}
