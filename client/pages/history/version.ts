import { limits } from "../../../shared/limits.ts";
import type { Translate } from "../../../shared/i18n/index.ts";
import type { VersionView } from "../../../shared/views/index.ts";
import { actForm, definePage, frame } from "../../page/index.ts";
import { button, field, html, proseBlock, type Html } from "../../ui/index.ts";
import { handWords, lead, pathsOf, versionWords } from "./hands.ts";

/** `/textes/:t/histoire/:version`: the text as it stood, and what can be done with that version. */
export const version = definePage<VersionView>({
  page: "version",
  entry: "history",
  title: (view, t) =>
    t("version.title", { version: view.version.version, text: view.text.title || t("text.untitled") }),
  body(view, beside) {
    const { t } = beside;
    const { shell, text } = view;
    return frame(
      shell,
      beside,
      { tab: "texts", layout: "sheet-page", foot: true },
      html`${lead(
        versionWords(view.version, shell, t),
        text,
        shell,
        t,
        html`${facts(view, t)}${beside.link.kind === "page" ? null : scrubber(view, beside.own === "playing", t)}`,
      )}
        <article class="text" id="texte" aria-label="${t("text.body")}"><h2 class="of-title" dir="auto">${view.title || t("text.untitled")}</h2>
        ${view.blocks.length === 0 ? html`<p class="empty">${t("who.empty")}</p>` : view.blocks.map((block) => proseBlock(block, t))}</article>
        <div class="side noprint">${ways(view, t)}${name(view, t)}${restore(view, t)}</div>`,
    );
  },
});

const facts = ({ version: { version: number, restores }, text, by, shell }: VersionView, t: Translate): Html => html`
  <p class="small">${t("version.of", { version: number, last: text.version })}</p>
  <p>${handWords(by, shell, t)}${restores === null ? null : html`<br>${t("history.restored", { version: restores })}`}</p>`;

/** With scripts one goes through the whole history on this page; without them, by the links beside the text. */
function scrubber(
  { shell, stops, version: { version: number } }: VersionView,
  playing: boolean,
  t: Translate,
): Html | null {
  if (stops.length < 2) return null;
  const at = stops.findIndex((stop) => stop.version === number);
  const here = stops[at];
  return html`<div class="scrub noprint"><label for="scrub">${t("version.scrub")}</label>
    <input type="range" id="scrub" min="0" max="${stops.length - 1}" value="${at}" aria-valuetext="${here ? versionWords(here, shell, t) : null}">
    <button type="button" class="btn" data-play><span>${t(playing ? "version.pause" : "version.play")}</span></button></div>`;
}

function ways({ shell, text, version: { version: number }, before, after }: VersionView, t: Translate): Html {
  const paths = pathsOf(shell, text);
  const way = (href: string, words: string): Html => html`<li><a href="${href}">${words}</a></li>`;
  return html`<nav aria-label="${t("history.heading")}"><ul class="plain">
    ${before === null ? null : way(paths.version(before), t("version.before"))}
    ${after === null ? null : way(paths.version(after), t("version.after"))}
    ${way(paths.compare(number - 1, number), t("version.changes"))}
    ${number === text.version ? null : way(paths.compare(number, text.version), t("version.now"))}
    ${way(paths.history, t("history.heading"))}</ul></nav>`;
}

const hidden = ({ text, version: { version: number } }: VersionView) => ({ text: text.id, version: String(number) });

function name(view: VersionView, t: Translate): Html | null {
  if (!view.may.name) return null;
  return actForm(
    view.shell,
    { action: "text.nameVersion", hidden: hidden(view) },
    html`${field({
      name: "name",
      label: t("version.name"),
      hint: t("version.name-hint"),
      maxLength: limits.nameCharacters,
      value: view.shell.refused?.fields?.["name"] ?? view.version.name ?? "",
    })}${button({ words: t("version.do-name") })}`,
  );
}

function restore(view: VersionView, t: Translate): Html | null {
  if (!view.may.restore) return null;
  return actForm(
    view.shell,
    { action: "text.restore", hidden: hidden(view) },
    html`<p class="small">${t("version.restore-hint")}</p>
      ${button({ words: t("version.restore"), twice: t("version.restore-twice") })}`,
  );
}
