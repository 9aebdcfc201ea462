import {
  connect,
  stepFreshness,
  type Connection,
  type Freshness,
  type FreshnessEvent,
  type LinkState,
} from "../connection/index.ts";
import { makeTranslator, type Translate, type Words } from "../../shared/i18n/index.ts";
import { assertNever } from "../../shared/refusals.ts";
import type { ClientMessage, ServerMessage } from "../../shared/protocol.ts";
import {
  documentTitle,
  type AnyView,
  type Later,
  type LaterWords,
  type Link,
  type PageTemplate,
} from "../page/index.ts";
import { fetchView, parseView } from "./fetch-view.ts";
import { morph } from "./morph.ts";
import { sayer } from "./said.ts";

/** A page that is greeted as soon after it was asked for is shown as it was drawn: a hall that comes in asks once. */
const youngMs = 15_000;

const againMs = 3_000;

/** What an entry may do with the page it has taken over. */
export interface LivePage {
  readonly t: Translate;
  view(): AnyView;
  /** Shows a newer view; an older one than what is shown is left out. */
  show(view: AnyView): void;
  /** What only this device knows, given to the template as `beside.own`. Draws anew. */
  keep(own: unknown): void;
  /** Asks for a newer view now. */
  refresh(): void;
  say(words: string): void;
  /** To the server, when the page is live; lost otherwise. */
  send(message: ClientMessage): void;
}

export interface LivePageFacts {
  readonly templates: readonly PageTemplate[];
  /** What these pages say, by language; a language that is not there is said in French. */
  readonly words: { readonly fr: Words } & Readonly<Record<string, Words>>;
  /** Whatever the entry does when a view was shown, the first included. */
  shown?(page: LivePage): void;
  /** Messages that are not about acts: of a text that the page has opened. */
  message?(message: ServerMessage): void;
  /** The socket is open, for the first time or after a cut: what the page had opened is to be opened again. */
  opened?(page: LivePage): void;
  /** The socket was cut. */
  cut?(): void;
  /** The server was restored and the page is about to be loaded anew: the last moment to keep what was typed. */
  beforeReload?(): void;
  /** The page is refused from now on. True: the entry says so itself, and the page is not loaded anew. */
  refused?(code: string): boolean;
}

/**
 * Takes over the page that the server drew: connects, draws newer views in its place, says in words whether it is live.
 * Null when there is nothing to take over (another template's page, no view).
 */
export function startLivePage(facts: LivePageFacts): LivePage | null {
  const place = document.getElementById("page");
  const first = readView(document);
  const template = facts.templates.find((one) => one.page === first?.page);
  if (!place || !first || !template) return null;

  let view = first;
  let link: Link = { kind: "page" };
  let own: unknown = null;
  let wasCut = false;
  const language = view.shell.gathering?.language ?? "fr";
  const words: Words = { ...(facts.words[language] ?? facts.words.fr) };
  const t = makeTranslator(language, words);
  const region = document.getElementById("said") ?? document.createElement("p");
  const voice = sayer(region, Date.now, (run, ms) => setTimeout(run, ms));

  const draw = (): void => {
    // Until it is there the page stands as it was drawn before; without a network it is asked for again.
    const { later } = template;
    if (later?.isNeeded(view) && !later.isHere()) return void fetchLater(later);
    const { activeElement } = document;
    const focused = activeElement !== document.body;
    morph(place, template.body(view, { t, link, own }).markup);
    // What had it is gone: to what bears its name now, or from the content on rather than from the head of the page.
    if (focused && document.activeElement === document.body)
      (again(activeElement?.id) ?? document.getElementById("contenu"))?.focus({ preventScroll: true });
    document.title = documentTitle(template, view, t);
  };

  const drawSaying = (more: LaterWords): void => {
    Object.assign(words, more[language] ?? more.fr);
    draw();
  };

  const fetchLater = (later: Later): Promise<void> =>
    later.fetch().then(drawSaying, () => void setTimeout(draw, againMs));

  const reload = (inMs = 0): void => {
    facts.beforeReload?.();
    setTimeout(() => location.reload(), inMs);
  };

  const page: LivePage = {
    t,
    view: () => view,
    show(next) {
      if (next.page !== template.page || next.shell.epoch !== view.shell.epoch) return reload();
      if (next.shell.cursor < view.shell.cursor) return;
      const changed = next.shell.cursor > view.shell.cursor;
      view = next;
      draw();
      if (changed) voice.say(template.said?.(view, t) ?? t("said.changed"));
      facts.shown?.(page);
    },
    keep(next) {
      own = next;
      draw();
    },
    refresh: () => fresh({ kind: "wanted" }),
    say: (words) => voice.say(words),
    send: (message) => connection?.send(message),
  };

  let freshness: Freshness = { kind: "fresh" };
  const fresh = (event: FreshnessEvent): void => {
    const step = stepFreshness(freshness, event, { ms: Date.now(), chance: Math.random() });
    freshness = step.state;
    if (step.ask) void ask();
  };

  const ask = async (): Promise<void> => {
    const answer = await fetchView(view);
    if (answer === "silent") connection?.silent();
    if (answer === "lost" || answer === "silent") return fresh({ kind: "failed" });
    fresh({ kind: "answered" });
    if ("refused" in answer) return facts.refused?.(answer.refused) ? undefined : reload();
    page.show(answer);
  };

  const hear = (message: ServerMessage): void => {
    if (message.type === "turnout" && template.turnout) {
      const next = template.turnout(view, message);
      // The same count again says that something else about this ballot has changed: the last call.
      if (JSON.stringify(next) === JSON.stringify(view)) fresh({ kind: "changed" });
      view = next;
      draw();
    } else if (message.type === "entries") {
      const last = message.entries[message.entries.length - 1];
      if (!last || last.sequence > view.shell.cursor) fresh({ kind: "changed" });
    } else if (message.type === "discussion") {
      if (template.discusses?.(view) === message.amendment) fresh({ kind: "changed" });
    } else {
      facts.message?.(message);
    }
  };

  const linked = (state: LinkState): void => {
    const before = link;
    link = linkOf(state);
    draw();
    if (before.kind === "live") {
      wasCut = true;
      facts.cut?.();
    }
    if (before.kind === "live" && link.kind === "offline") voice.say(t("said.offline"));
    if (before.kind === "offline" && link.kind === "live") voice.say(t("said.live"));
  };

  let connection: Connection | null = null;
  if (view.shell.gathering) {
    connection = connect({
      slug: view.shell.gathering.slug,
      epoch: view.shell.epoch,
      cursor: () => view.shell.cursor,
      changed: linked,
      message: hear,
      greeted: (cursor, anew) => {
        // After a cut, or when the page was long on its way, something may have happened that is no act of the journal.
        const isOld = anew && (wasCut || performance.now() > youngMs);
        if (cursor > view.shell.cursor || isOld) fresh({ kind: "changed" });
        if (anew) facts.opened?.(page);
      },
      reload: () => reload(Math.random() * 2_000),
    });
    setInterval(() => {
      if (link.kind === "live" && !document.hidden) fresh({ kind: "tick" });
    }, 100);
  }
  facts.shown?.(page);
  return page;
}

const again = (id: string | undefined): HTMLElement | null => (id ? document.getElementById(id) : null);

/** The view at the end of a page; null when there is none. */
export function readView(page: Document): AnyView | null {
  return parseView(JSON.parse(page.getElementById("view")?.textContent || "null"));
}

function linkOf(state: LinkState): Link {
  switch (state.kind) {
    case "live":
      return { kind: "live" };
    case "waiting":
      return { kind: "offline", sinceMs: state.sinceMs };
    case "connecting":
      return state.sinceMs === null ? { kind: "connecting" } : { kind: "offline", sinceMs: state.sinceMs };
    case "reloading":
      return { kind: "connecting" };
    default:
      return assertNever(state);
  }
}
