import type { Translate, Words } from "../../shared/i18n/index.ts";
import type { Shell } from "../../shared/views/index.ts";
import type { Html } from "../ui/index.ts";

/** Any view: what it is called, and what every page knows. */
export interface AnyView {
  readonly page: string;
  readonly shell: Shell;
}

/** How the page hangs on the server. `page`: drawn once, without scripts (yet). */
export type Link =
  | { readonly kind: "page" }
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  | { readonly kind: "offline"; readonly sinceMs: number };

/** What a template is given beside the view: the words, and what only this device knows. */
export interface Beside {
  readonly t: Translate;
  readonly link: Link;
  /** What a page keeps for itself on the device (a vote not yet received, what is unfolded); read by that page alone. */
  readonly own: unknown;
}

/** The bundles of `client/entries`: each page is served by one. */
type EntryName =
  | "join"
  | "vote"
  | "reader"
  | "desk"
  | "console"
  | "projector"
  | "editor"
  | "amend"
  | "papers"
  | "history";

/**
 * One page: a pure function from its view to markup, the same on the server and in the browser. It knows no clock and no
 * address of its own; behaviour is hung on attributes (`data-act`, `data-key`, …) by the entry.
 */
export interface PageTemplate<V extends AnyView = AnyView> {
  readonly page: V["page"];
  readonly entry: EntryName;
  readonly dark?: boolean;
  /** Of the window and the tab: what page this is, without the gathering's name. */
  title(view: V, t: Translate): string;
  body(view: V, beside: Beside): Html;
  /** The view after a turnout was told: a state, so nothing needs to be asked. Absent: this page shows no turnout. */
  turnout?(view: V, turnout: Turnout): V;
  /** The id of the amendment whose discussion it shows: asked anew when something is said there. */
  discusses?(view: V): string;
  /** Code and words that some views need and others do not: such a view is drawn once they are there. */
  readonly later?: Later<V>;
  /** What a listener is told when a newer view is shown; absent: that the page has changed. */
  said?(view: V, t: Translate): string;
}

/** `fetch` gives the words that come with the code. */
export interface Later<V = AnyView> {
  isNeeded(view: V): boolean;
  isHere(): boolean;
  fetch(): Promise<LaterWords>;
}

export type LaterWords = { readonly fr: Words } & Readonly<Record<string, Words>>;

interface Turnout {
  readonly ballot: string;
  readonly voted: number;
  readonly present: number;
}

/** The words of the window and the tab: the page, then whose gathering. */
export const documentTitle = (template: PageTemplate, view: AnyView, t: Translate): string =>
  t("shell.title", { page: template.title(view, t), gathering: view.shell.gathering?.name ?? t("app.name") });

/** Keeps the view's type inside the template, then forgets it so that templates of all views stand in one registry. */
/* @__NO_SIDE_EFFECTS__ */
export function definePage<V extends AnyView>(template: PageTemplate<V>): PageTemplate {
  return template;
}
