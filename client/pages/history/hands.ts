import { clockTime, longDate, weekday, type Translate } from "../../../shared/i18n/index.ts";
import { assertNever } from "../../../shared/refusals.ts";
import type { HandView, HistoryText, Shell, VersionName } from "../../../shared/views/index.ts";
import { gatheringPath, placeOf } from "../../page/index.ts";
import { html, type Html } from "../../ui/index.ts";

/** Whose words, as a name. */
function handName(by: HandView, t: Translate): string {
  switch (by.kind) {
    case "workshop":
      return t("hand.workshop");
    case "delegation":
      return by.name;
    case "amendment":
      return t("hand.amendment", { label: by.label, delegation: by.delegation });
    default:
      return assertNever(by);
  }
}

/** The same, with the ways to the amendment and to its ballot. */
export function handWords(by: HandView, shell: Shell, t: Translate): Html {
  const name = handName(by, t);
  if (by.kind !== "amendment") return html`<bdi>${name}</bdi>`;
  const ballot =
    by.ballot === null
      ? null
      : html`, <a href="${gatheringPath(shell, `/scrutins/${by.ballot}`)}">${t("hand.ballot", { number: by.ballot })}</a>`;
  return html`<a href="${gatheringPath(shell, `/amendements/${by.number}`)}"><bdi>${name}</bdi></a>${ballot}`;
}

/** The paths of a text's pages. */
export const pathsOf = (shell: Shell, { id }: HistoryText) => {
  const text = gatheringPath(shell, `/textes/${id}`);
  return {
    text,
    who: `${text}/qui`,
    history: `${text}/histoire`,
    version: (version: number): string => `${text}/histoire/${version}`,
    compare: (from: number, to: number, whole = false): string =>
      `${text}/comparer?de=${from}&a=${to}${whole ? "&tout=1" : ""}`,
    compareForm: `${text}/comparer`,
  };
};

/** `avant la plénière (samedi, 14 h 20)`; a version without a name says its number. */
export function versionWords({ version, atMs, name }: VersionName, shell: Shell, t: Translate): string {
  if (atMs === null) return t("version.empty-text");
  const place = placeOf(shell);
  return `${name ?? t("version.number", { version })} (${weekday(atMs, place)}, ${clockTime(atMs, place)})`;
}

export const dayWords = (atMs: number, shell: Shell): string => longDate(atMs, placeOf(shell));

export function timesWords(fromMs: number, toMs: number, shell: Shell, t: Translate): string {
  const [from, to] = [clockTime(fromMs, placeOf(shell)), clockTime(toMs, placeOf(shell))];
  return from === to ? from : t("history.times", { from, to });
}

/** What each of these pages begins with: its heading, and the way back to the text. */
export const lead = (heading: string, text: HistoryText, shell: Shell, t: Translate, more: Html): Html => html`
  <header class="lead"><h1>${heading}</h1>
    <p class="small"><a href="${pathsOf(shell, text).text}" dir="auto">${text.title || t("text.untitled")}</a></p>
    ${more}</header>`;
