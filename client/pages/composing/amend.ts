import { weekdayAndTime, type Translate } from "../../../shared/i18n/index.ts";
import type { AmendView, SubAmending } from "../../../shared/views/index.ts";
import { definePage, gatheringPath, placeOf } from "../../page/index.ts";
import { html, linkButton, prose, type Html } from "../../ui/index.ts";
import { amendmentTitle, sheetPath } from "../../words/index.ts";

/** What the page itself needs to know of the sheet once it is open: `beside.own` of this page. */
export interface OpenWish {
  /** The version of the text, or the revision of the amendment, that it is written on, when that is no longer the last. */
  readonly olderVersion: number | null;
}

/**
 * `/textes/:t/amender`: the tabled text, or the text as an amendment leaves it, edited in place,
 * what changes beneath, why, and the one button. What only the browser has is left to elements, each in a place that this page keeps for it.
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

function titleOf({ text, revising, parent }: AmendView, t: Translate): string {
  if (parent) return t("amend.title-sub", { amendment: amendmentTitle([parent.amendment], t) });
  return revising
    ? t("amend.title-revised", { label: revising.label })
    : t("amend.title", { title: text.title || t("text.untitled") });
}

const isOpenWish = (own: unknown): own is OpenWish => typeof own === "object" && own !== null && "olderVersion" in own;

/** What is amended, to be read as it stands. */
function readPath({ shell, text, revising, parent }: AmendView): string {
  const amendment = parent?.amendment ?? revising;
  return gatheringPath(shell, amendment ? sheetPath(amendment) : `/textes/${text.id}`);
}

function head(view: AmendView, wish: OpenWish | null, t: Translate): Html {
  return html`<header class="head">
    <h1><a href="${readPath(view)}" dir="auto">${titleOf(view, t)}</a></h1>
    <cahier-says id="etat" data-own></cahier-says>
    ${wish ? html`<a class="btn to-form" href="#depot">${t("amend.to-submit")}</a>` : null}</header>`;
}

function notices(view: AmendView, wish: OpenWish | null, t: Translate): Html {
  const href = readPath(view);
  const { parent } = view;
  if (!wish) {
    return html`<p class="note-above scriptless">${t("amend.needs-script")}</p>
      <p class="note-above scriptless">${t("amend.by-secretary")}</p>
      <p class="note-above scriptless">${linkButton({ words: t(parent ? "amend.read-parent" : "amend.read"), href })}</p>`;
  }
  const older = wish.olderVersion;
  return html`<p class="note-above small">${leadOf(view, t)}</p>
    ${view.deadline === null ? null : html`<p class="note-above">${t(view.deadline.past ? "amend.closed-since" : "amend.open-until", { when: weekdayAndTime(view.deadline.untilMs, placeOf(view.shell)) })}</p>`}
    ${older === null ? null : html`<p class="note-above small">${parent ? t("amend.older-sub") : t("amend.older", { version: older })}</p>`}
    ${parent ? amended(parent, t) : null}`;
}

function leadOf({ revising, parent }: AmendView, t: Translate): string {
  if (parent) return t("amend.lead-sub");
  return revising ? t("amend.lead-revised", { next: revising.next }) : t("amend.lead");
}

/** What the amendment changes in the text, folded away: the sheet has its words already. */
function amended({ amendment, redline }: SubAmending, t: Translate): Html {
  return html`<details class="note-above" id="amended"><summary class="btn btn--bare">${t("amend.parent", { amendment: amendmentTitle([amendment], t) })}</summary>
    <div class="sheet ruled">${prose(redline, t)}</div></details>`;
}
