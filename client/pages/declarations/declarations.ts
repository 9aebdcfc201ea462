import type { Translate } from "../../../shared/i18n/index.ts";
import type { DeclarationsView } from "../../../shared/views/index.ts";
import { definePage, frame, gatheringPath, placeOf } from "../../page/index.ts";
import { code, html, linkButton, type Html } from "../../ui/index.ts";
import { dayAndTime } from "./days.ts";

/** `/declarations`: what the assembly adopted, what it rejected, and that it adopted nothing when it is so. */
export const declarations = definePage<DeclarationsView>({
  page: "declarations",
  entry: "papers",
  title: (_view, t) => t("declarations.title"),
  body(view, beside) {
    const { t } = beside;
    const { published, adopted, rejected, undecided } = view;
    const nothing = published.length + adopted.length === 0;
    return frame(
      view.shell,
      beside,
      { foot: true },
      html`<h1>${t("declarations.title")}</h1>
        ${nothing ? none(view, t) : null}
        ${group(
          t("declarations.published"),
          published.map((one) => line(view, one, signed(view, one, t))),
        )}
        ${group(
          t("declarations.adopted"),
          adopted.map((one) => line(view, one, null)),
        )}
        ${group(
          t("declarations.rejected"),
          rejected.map((one) => line(view, one, t("declarations.by-ballot", { number: one.ballot }))),
        )}
        ${group(
          t(view.ending === null ? "declarations.debated" : "declarations.undecided"),
          undecided.map((one) => line(view, one, null, "/textes")),
        )}
        ${view.ending ? ending(view, view.ending, t) : null}`,
    );
  },
});

/** Said in full letters once the gathering is closed: an empty page would leave it to be guessed. */
const none = (view: DeclarationsView, t: Translate): Html =>
  view.ending === null
    ? html`<div class="empty"><p>${t("declarations.none-yet")}</p></div>`
    : html`<p class="verdict">${t("declarations.none")}</p><p>${t("declarations.none-hint")}</p>`;

const group = (heading: string, lines: readonly Html[]): Html | null =>
  lines.length === 0 ? null : html`<section><h2>${heading}</h2><ul class="rows">${lines}</ul></section>`;

type Line = { readonly id: string; readonly title: string };

const line = (view: DeclarationsView, { id, title }: Line, small: string | null, under = "/declarations"): Html =>
  html`<li><h3 class="serif"><a href="${gatheringPath(view.shell, `${under}/${id}`)}" dir="auto">${title}</a></h3>
    ${small === null ? null : html`<p class="small">${small}</p>`}</li>`;

function signed(view: DeclarationsView, one: DeclarationsView["published"][number], t: Translate): string {
  return t("declarations.line", { ...dayAndTime(one.publishedAtMs, placeOf(view.shell)), count: one.signatories });
}

function ending(
  view: DeclarationsView,
  { closedAtMs, journalCode }: NonNullable<DeclarationsView["ending"]>,
  t: Translate,
): Html {
  const closed = t("declarations.closed", dayAndTime(closedAtMs, placeOf(view.shell)));
  const minutes = { words: t("minutes.title"), href: gatheringPath(view.shell, "/proces-verbal") };
  return html`<p class="small">${closed} ${code(journalCode)}</p><p class="noprint">${linkButton(minutes)}</p>`;
}
