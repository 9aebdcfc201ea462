import type { Translate } from "../../../shared/i18n/index.ts";
import type { ProseBlock, TextView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame, gatheringPath } from "../../page/index.ts";
import { button, code, field, html, inFours, linkButton, proseBlock, type Html } from "../../ui/index.ts";
import { amend, amendHere } from "./amend.ts";
import { textState } from "./text-state.ts";

/** The text as commits received since the view have made it: `beside.own` of this page. */
export interface FollowedText {
  readonly version: number;
  readonly title: string;
  readonly blocks: readonly ProseBlock[];
}

/** `/textes/:t`: the text, numbered, whole without scripts. */
export const text = definePage<TextView>({
  page: "text",
  entry: "reader",
  title: (view, t) => view.text.title || t("text.untitled"),
  said: (_view, t) => t("text.changed"),
  body(view, beside) {
    const { t } = beside;
    const { title, blocks } = isNewer(beside.own, view) ? beside.own : { title: view.text.title, blocks: view.blocks };
    return frame(
      view.shell,
      beside,
      { tab: "texts", foot: true, layout: "reader" },
      html`<header class="reader-head">${head(view, title, blocks, t)}</header>
      ${contents(blocks, t)}
      <article class="text${mayAmend(view) ? " to-amend" : ""}" id="texte" aria-label="${t("text.body")}">
      ${blocks.length === 0 ? html`<p class="empty">${t("text.empty")}</p>` : blocks.map((block) => proseBlock(block, t, undefined, mayAmend(view) ? amendHere(view, block, t) : null))}
      </article>
      ${mayAmend(view) ? html`<div id="mots-choisis" data-own></div>` : null}
      ${view.text.state === "draft" ? null : imprint(view, t)}${toHistory(view, t)}${acts(view, t)}`,
    );
  },
});

const isNewer = (own: unknown, view: TextView): own is FollowedText =>
  typeof own === "object" && own !== null && "version" in own && Number(own.version) >= view.text.version;

/** A long title is set smaller, so that the text begins on the first screen. */
const titleLook = (title: string): string | null => (title.length > 64 ? "longer" : title.length > 32 ? "long" : null);

function head(view: TextView, title: string, blocks: readonly ProseBlock[], t: Translate): Html {
  const { state, handedOver } = view.text;
  const count = blocks.filter((block) => "depth" in block && block.number !== null).length;
  return html`<h1 class="${titleLook(title)}" dir="auto">${title || t("text.untitled")}</h1>
    <p class="small">${textState(state, t)} <span>${t("text.paragraphs", { count })}</span>
    ${state === "draft" && handedOver ? html`<span>${t("text.handed-over")}</span>` : null}</p>
    ${view.may.write ? linkButton({ words: t("text.write"), href: gatheringPath(view.shell, `/textes/${view.text.id}/ecrire`), now: true }) : null}
    ${toDeclaration(view, t)}
    ${view.may.join && view.writingCode !== null ? joinAtOnce(view, view.writingCode, t) : null}
    ${view.deadline === null ? null : html`<p>${t(view.deadline.past ? "amendments.closed-since" : "amendments.open-until", { when: view.deadline.when })}</p>`}
    ${view.deadline?.past ? null : amend({ id: view.text.id, amending: view.amending }, t("texts.amend"), view.shell, t)}`;
}

const mayAmend = ({ amending, deadline }: TextView): boolean => amending === "open" && !deadline?.past;

/** What binds a text that is no draft: its version and the hash of its words. */
const imprint = ({ shell, text: { id, version, hash } }: TextView, t: Translate): Html => html`
  <p class="small noprint"><a href="${gatheringPath(shell, `/textes/${id}/liasse`)}">${t("text.sheaf")}</a></p>
  <p class="small imprint">${t("text.hash", { version })} <span class="hash">${inFours(hash)}</span></p>`;

const toHistory = ({ shell, text: { id } }: TextView, t: Translate): Html => html`
  <p class="small noprint"><a href="${gatheringPath(shell, `/textes/${id}/histoire`)}">${t("text.history")}</a></p>`;

function contents(blocks: readonly ProseBlock[], t: Translate): Html | null {
  const articles = blocks.flatMap((block) => (block.kind === "article" && block.number !== null ? [block] : []));
  if (articles.length < 2) return null;
  const links = articles.map(({ number, runs }) => {
    const words = runs.map((run) => run.text).join("");
    return html`<li><a href="#a-${number}" dir="auto">${number}. ${words}</a></li>`;
  });
  return html`<nav class="toc" aria-label="${t("text.contents")}"><ol>${links}</ol></nav>`;
}

function acts(view: TextView, t: Translate): Html | null {
  const { may, writingCode } = view;
  if (!may.table && !may.untable && !may.withdraw && !may.join && writingCode === null) return null;
  return html`<section class="text-acts noprint" aria-labelledby="text-acts"><h2 id="text-acts">${t("text.acts")}</h2>
    ${may.join && writingCode === null ? join(view, t) : null}
    ${writingCode === null ? null : html`<p>${t("text.code")} ${code(writingCode)}</p><p class="small">${t("text.code-hint")}</p>`}
    ${may.table ? act(view, "text.table", html`<p class="small">${t("text.table-hint")}</p>${button({ words: t("text.table"), twice: t("text.table-twice") })}`) : null}
    ${may.untable ? onward(view, t) : null}
    ${may.untable ? act(view, "text.untable", button({ words: t("text.untable"), twice: t("text.untable-twice") })) : null}
    ${may.withdraw ? act(view, "text.withdraw", button({ words: t("text.withdraw"), bare: true, twice: t("text.withdraw-twice") })) : null}
    </section>`;
}

/** A tabled text is opened as an item of the programme: its chair is led there. */
const onward = ({ shell }: TextView, t: Translate): Html => html`<p>${t("text.next")}</p>
    <p class="pair-line">${linkButton({ words: t("text.next-agenda"), href: gatheringPath(shell, "/programme") })}
    ${linkButton({ words: t("text.next-console"), href: gatheringPath(shell, "/tribune") })}</p>`;

const act = (view: TextView, action: string, inside: Html): Html =>
  actForm(view.shell, { action, hidden: { text: view.text.id } }, inside);

/** Who shows the writing code to others has it in hand. */
const joinAtOnce = (view: TextView, writingCode: string, t: Translate): Html =>
  actForm(
    view.shell,
    { action: "text.joinWriting", hidden: { text: view.text.id, writingCode } },
    button({ words: t("text.write"), now: true }),
  );

/** A text that was put to the vote as a whole has a page that says how, and who signs. */
function toDeclaration({ shell, text: { id, state } }: TextView, t: Translate): Html | null {
  if (state !== "adopted" && state !== "rejected" && state !== "published") return null;
  const href = gatheringPath(shell, `/declarations/${id}`);
  return html`<p>${linkButton({ words: t(`text.to-${state}`), href, now: state !== "rejected" })}</p>`;
}

const join = (view: TextView, t: Translate): Html =>
  act(
    view,
    "text.joinWriting",
    html`${field({
      name: "writingCode",
      label: t("text.join-code"),
      hint: t("text.join-hint"),
      required: true,
      maxLength: 40,
      autocomplete: "off",
      autocapitalize: "characters",
      fault: view.shell.refused?.code === "code-unknown" ? view.shell.refused.words : null,
    })}${button({ words: t("text.join") })}`,
  );
