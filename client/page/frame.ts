import { clockTime, type Translate } from "../../shared/i18n/index.ts";
import { assertNever } from "../../shared/refusals.ts";
import type { Shell } from "../../shared/views/index.ts";
import { html, shape, state, type Html } from "../ui/index.ts";
import type { Beside } from "./template.ts";

type Tab = "now" | "texts" | "agenda" | "me";

export interface FrameFacts {
  /** The tab this page belongs to. */
  readonly tab?: Tab;
  /** Classes of the main part: how it is laid out. */
  readonly layout?: string;
  /** The other papers of the gathering, at the foot. */
  readonly foot?: boolean;
}

const tabs = [
  { tab: "now", path: "/", words: "tab.now" },
  { tab: "texts", path: "/textes", words: "tab.texts" },
  { tab: "agenda", path: "/programme", words: "tab.agenda" },
  { tab: "me", path: "/moi", words: "tab.me" },
] as const;

const papers = [
  { path: "/amendements", words: "foot.amendments" },
  { path: "/declarations", words: "foot.declarations" },
  { path: "/proces-verbal", words: "foot.minutes" },
  { path: "/journal", words: "foot.journal" },
] as const;

/** Masthead, the refusal if there is one, main, the foot, and the tabs. */
export function frame(shell: Shell, beside: Beside, facts: FrameFacts, main: Html): Html {
  const { t } = beside;
  const name = shell.gathering?.name ?? t("app.name");
  return html`
    <header class="masthead"><b><a href="${gatheringPath(shell, "/")}"><span dir="auto">${name}</span></a></b>
    ${shell.gathering ? linkState(shell, beside) : null}</header>
    <main class="ruled ${facts.layout ?? "leaf"}" id="contenu" tabindex="-1">${refusal(shell)}${main}</main>
    ${facts.foot && shell.gathering ? footLinks(shell, t) : null}
    ${shell.gathering ? tabLinks(shell, t, facts.tab) : null}`;
}

const footLinks = (shell: Shell, t: Translate): Html => html`
  <nav class="foot" aria-label="${t("foot.label")}">${papers.map(({ path, words }) => {
    const current = shell.path === path ? "page" : null;
    return html`<a href="${gatheringPath(shell, path)}" aria-current="${current}">${t(words)}</a>`;
  })}</nav>`;

const tabLinks = (shell: Shell, t: Translate, here: Tab | undefined): Html => html`
  <nav class="tabs" aria-label="${t("shell.tabs")}"><ul>${tabs.map(({ tab, path, words }) => {
    const current = tab !== here ? null : shell.path === path ? "page" : "true";
    return html`<li><a href="${gatheringPath(shell, path)}" aria-current="${current}">${t(words)}</a></li>`;
  })}</ul></nav>`;

/** The address of a page of the gathering; without a gathering, the first page of all. */
export const gatheringPath = (shell: Shell, path: string): string =>
  shell.gathering === null ? "/" : `/r/${shell.gathering.slug}${path}`;

/** Where the gathering's times are read. Without a gathering: French, in Paris. */
export const placeOf = (shell: Shell): { readonly language: string; readonly timeZone: string } =>
  shell.gathering ?? { language: "fr", timeZone: "Europe/Paris" };

/** Whether the page is live, in a word and a shape. A page drawn once says of when it is, and how to have a newer one. */
export function linkState(shell: Shell, { t, link }: Beside): Html {
  switch (link.kind) {
    case "page": {
      const words = t("live.page-of", { time: clockTime(shell.nowMs, placeOf(shell)) });
      return html`<a href="${gatheringPath(shell, shell.path)}">${words}</a>`;
    }
    case "live":
      return state("live", t("live.live"));
    case "connecting":
      return state("wait", t("live.connecting"));
    case "offline":
      return state("warn", t("live.offline-since", { time: clockTime(link.sinceMs, placeOf(shell)) }));
    default:
      return assertNever(link);
  }
}

const refusal = (shell: Shell): Html | null =>
  shell.refused === null
    ? null
    : html`<p class="refused" role="alert">${shape("warn")}<span>${shell.refused.words}</span></p>`;
