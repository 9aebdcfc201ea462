import { weekdayAndTime, type Translate } from "../../../shared/i18n/index.ts";
import type { AmendView } from "../../../shared/views/index.ts";
import { definePage, gatheringPath, placeOf } from "../../page/index.ts";
import { html, linkButton, type Html } from "../../ui/index.ts";

/** What the page itself needs to know of the sheet once it is open: `beside.own` of this page. */
export interface OpenWish {
  /** The version it is written on, when that is no longer the text's last. */
  readonly olderVersion: number | null;
}

/**
 * `/textes/:t/amender`: the tabled text edited in place, what changes beneath, why, and the one button. What only the
 * browser has is left to elements, each in a place that this page keeps for it.
 */
export const amend = definePage<AmendView>({
  page: "amend",
  entry: "amend",
  title: (view, t) => titleOf(view, t),
  body(view, { t, own }) {
    const wish = isOpenWish(own) ? own : null;
    return html`${head(view, wish, t)}
      <main class="work" id="contenu" tabindex="-1">
        <cahier-tools id="outils" data-own></cahier-tools>
        <cahier-gestures id="gestes" data-own></cahier-gestures>
        <div class="desk">${notices(view, wish, t)}
          <div class="sheet ruled"><div class="text" id="texte" data-own lang="${view.shell.gathering?.language ?? "fr"}">
            <p class="empty opens">${t("amend.loading")}</p></div></div>
          <cahier-amendment id="ce-qui-change" data-own></cahier-amendment></div>
      </main>`;
  },
});

const titleOf = ({ text, revising }: AmendView, t: Translate): string =>
  revising
    ? t("amend.title-revised", { label: revising.label })
    : t("amend.title", { title: text.title || t("text.untitled") });

const isOpenWish = (own: unknown): own is OpenWish => typeof own === "object" && own !== null && "olderVersion" in own;

function head(view: AmendView, wish: OpenWish | null, t: Translate): Html {
  const { shell, text, revising } = view;
  const from = revising ? `/amendements/${revising.number}` : `/textes/${text.id}`;
  return html`<header class="head">
    <h1><a href="${gatheringPath(shell, from)}" dir="auto">${titleOf(view, t)}</a></h1>
    <cahier-says id="etat" data-own></cahier-says>
    ${wish ? html`<a class="btn to-form" href="#depot">${t("amend.to-submit")}</a>` : null}</header>`;
}

function notices(view: AmendView, wish: OpenWish | null, t: Translate): Html {
  const href = gatheringPath(view.shell, `/textes/${view.text.id}`);
  if (!wish) {
    return html`<p class="note-above scriptless">${t("amend.needs-script")}</p>
      <p class="note-above scriptless">${t("amend.by-secretary")}</p>
      <p class="note-above scriptless">${linkButton({ words: t("amend.read"), href })}</p>`;
  }
  const older = wish.olderVersion;
  const lead = view.revising ? t("amend.lead-revised", { next: view.revising.next }) : t("amend.lead");
  return html`<p class="note-above small">${lead}</p>
    ${view.deadline === null ? null : html`<p class="note-above">${t(view.deadline.past ? "amend.closed-since" : "amend.open-until", { when: weekdayAndTime(view.deadline.untilMs, placeOf(view.shell)) })}</p>`}
    ${older === null ? null : html`<p class="note-above small">${t("amend.older", { version: older })}</p>`}`;
}
