import type { Translate } from "../../../shared/i18n/index.ts";
import { limits } from "../../../shared/limits.ts";
import type { AmendView, ProseBlock } from "../../../shared/views/index.ts";
import { definePage, gatheringPath } from "../../page/index.ts";
import { button, html, linkButton, prose, shape, type Html, type ShapeName } from "../../ui/index.ts";
import { icons } from "../texts/index.ts";

/** What the sheet says of itself, for the page around it: `beside.own` of this page. */
export interface WishState {
  readonly says: "kept" | "unkept" | "sending";
  /** Words of the last refusal. */
  readonly refusal: string | null;
  readonly changes: readonly ProseBlock[];
  /** What was changed cannot be told as one amendment. */
  readonly isTangled: boolean;
  /** The version it is written on, when that is no longer the text's last. */
  readonly olderVersion: number | null;
  readonly strong: boolean;
  readonly em: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** `/textes/:t/amender`: the tabled text edited in place, what changes beneath, why, and the one button. */
export const amend = definePage<AmendView>({
  page: "amend",
  entry: "amend",
  title: (view, t) => t("amend.title", { title: view.text.title || t("text.untitled") }),
  body(view, { t, own }) {
    const wish = isWishState(own) ? own : null;
    return html`${head(view, wish, t)}
      <main class="work" id="contenu" tabindex="-1">
        ${wish ? tools(wish, t) : null}
        <div class="desk">${notices(view, wish, t)}
          <div class="sheet ruled"><div class="text" id="texte" data-own lang="${view.shell.gathering?.language ?? "fr"}">
            <p class="empty">${t("amend.loading")}</p></div></div>
          ${wish ? form(view, wish, t) : null}</div>
      </main>`;
  },
});

const isWishState = (own: unknown): own is WishState => typeof own === "object" && own !== null && "says" in own;

const shapes: Readonly<Record<WishState["says"], ShapeName>> = { kept: "live", unkept: "warn", sending: "wait" };

function head(view: AmendView, wish: WishState | null, t: Translate): Html {
  const { shell, text } = view;
  const says = wish?.says;
  return html`<header class="head">
    <h1><a href="${gatheringPath(shell, `/textes/${text.id}`)}" dir="auto">${t("amend.title", { title: text.title || t("text.untitled") })}</a></h1>
    ${says ? html`<p class="small state says">${shape(shapes[says])}<span>${t(`amend.says-${says}`)}</span></p>` : null}
    ${wish ? html`<a class="btn to-form" href="#depot">${t("amend.to-submit")}</a>` : null}</header>`;
}

function notices(view: AmendView, wish: WishState | null, t: Translate): Html {
  const href = gatheringPath(view.shell, `/textes/${view.text.id}`);
  if (!wish) {
    return html`<p class="note-above scriptless">${t("amend.needs-script")}</p>
      <p class="note-above scriptless">${linkButton({ words: t("amend.read"), href })}</p>`;
  }
  const older = wish.olderVersion;
  return html`<p class="note-above small">${t("amend.lead")}</p>
    ${older === null ? null : html`<p class="note-above small">${t("amend.older", { version: older })}</p>`}`;
}

function tools({ strong, em, canUndo, canRedo }: WishState, t: Translate): Html {
  return html`<div class="tools" role="toolbar" aria-label="${t("write.tools")}" aria-controls="texte">
    ${tool("undo", t("write.undo"), { face: icons.undo, disabled: !canUndo })}
    ${tool("redo", t("write.redo"), { face: icons.redo, disabled: !canRedo })}
    ${tool("strong", t("write.strong"), { face: html`<b class="serif">${t("write.strong-sign")}</b>`, pressed: strong })}
    ${tool("em", t("write.em"), { face: html`<i class="serif">${t("write.em-sign")}</i>`, pressed: em })}</div>`;
}

interface ToolFacts {
  readonly face: Html;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

const tool = (name: string, words: string, { face, pressed, disabled }: ToolFacts): Html => html`
  <button class="btn" type="button" data-tool="${name}" aria-label="${words}"
    aria-pressed="${pressed === undefined ? null : String(pressed)}" ?disabled="${disabled}"><span
    aria-hidden="true">${face}</span></button>`;

function form(view: AmendView, wish: WishState, t: Translate): Html {
  const delegation = view.shell.me?.delegation?.name ?? "";
  const refusal = wish.refusal ?? (wish.isTangled ? t("amend.unprovable") : null);
  return html`<form class="wish" id="depot" data-wish tabindex="-1">
    <section aria-labelledby="changes" class="wish-changes"><h2 id="changes">${t("amend.changes")}</h2>
    ${wish.changes.length === 0 ? html`<p class="empty">${t("amend.changes-none")}</p>` : prose(wish.changes, t)}</section>
    <div class="field"><label for="rationale">${t("amend.why")}</label>
    <span class="hint" id="why-hint">${t("amend.why-hint")}</span>
    <textarea id="rationale" name="rationale" rows="5" maxlength="${limits.rationaleCharacters}" aria-describedby="why-hint" dir="auto"></textarea></div>
    <p dir="auto">${t("amend.for", { delegation })}</p>
    ${refusal === null ? null : html`<p class="refused" role="alert">${shape("warn")}<span>${refusal}</span></p>`}
    ${button({ words: t("amend.submit"), now: true })}
    ${button({ words: t("amend.again"), bare: true, name: "again", twice: t("amend.again-twice") })}
    </form>`;
}
