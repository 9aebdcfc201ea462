import { clockTime, weekday, type Translate } from "../../../shared/i18n/index.ts";
import type { ScreenView } from "../../../shared/views/index.ts";
import { definePage, placeOf, type Beside } from "../../page/index.ts";
import { code, html, shape, type Html } from "../../ui/index.ts";
import { amendmentTitle } from "../../words/index.ts";
import { breakable, host } from "./host.ts";
import { scene } from "./scenes.ts";

/** `/ecran`: what the hall reads. No name of a person, no tendency, nothing under 32 px on a screen of 1080 lines. */
export const screen = definePage<ScreenView>({
  page: "screen",
  entry: "projector",
  dark: true,
  title: (_view, t) => t("screen.title"),
  body(view, beside) {
    const { t } = beside;
    const { shell } = view;
    const place = placeOf(shell);
    return html`<header class="top"><b dir="auto">${shell.gathering?.name ?? t("app.name")}</b>
        ${notLive(view, beside)}<span class="num day">${weekday(shell.nowMs, place)}, ${clockTime(shell.nowMs, place)}</span></header>
      <main class="ruled" id="contenu" tabindex="-1">${scene(view, t)}</main>
      <footer class="foot"><span>${about(view, t)}</span><span>${t("screen.join-at")} ${breakable(host(view))}</span></footer>`;
  },
  turnout(view, told) {
    const { scene: shown } = view;
    if (shown.kind !== "ballot" || shown.facts.id !== told.ballot) return view;
    return { ...view, scene: { ...shown, turnout: { voted: told.voted, present: told.present } } };
  },
});

/** A hall must see that what it reads is old. Drawn once, without scripts, it says of when it is. */
function notLive({ shell }: ScreenView, { t, link }: Beside): Html | null {
  const place = placeOf(shell);
  switch (link.kind) {
    case "offline":
      return html`<p class="stale">${shape("warn")}${t("live.stale-screen", { time: clockTime(link.sinceMs, place) })}</p>`;
    case "page":
      return html`<p class="stale">${t("live.page-of", { time: clockTime(shell.nowMs, place) })}</p>`;
    default:
      return null;
  }
}

/** Bottom left: what is discussed or voted, on which version, and its hash. */
function about(view: ScreenView, t: Translate): Html | null {
  const { scene: shown } = view;
  switch (shown.kind) {
    case "amendment": {
      const { amendment } = shown;
      const subject = amendmentTitle([amendment, ...amendment.identical], t);
      return html`${t("screen.on-version", { subject, version: amendment.text.version })} ${hash(amendment.hash)}`;
    }
    case "text":
      return html`${t("screen.version", { version: shown.text.version })} ${hash(shown.text.hash)}`;
    case "ballot":
      return html`${t("ballot.title", { number: shown.facts.number })}, ${hash(shown.facts.hash)}`;
    default:
      return null;
  }
}

const hash = (full: string): Html => code(`${full.slice(0, 4)} ${full.slice(4, 8)}`);
