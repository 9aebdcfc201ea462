/** The editor: one text, written together. The sheet is its own; the elements around it show what it says of itself. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/editor.css";

import { assembly, refusals, texts } from "../../shared/i18n/fr/index.ts";
import { refusalWords } from "../../shared/i18n/index.ts";
import { refusalStatus, type RefusalCode } from "../../shared/refusals.ts";
import { give } from "../elements/index.ts";
import { sendFormsLive, startLivePage, type LivePage } from "../enhance/index.ts";
import { editorPages, type OpenSheet } from "../pages/texts/index.ts";
import {
  defineSheetElements,
  keepWords,
  pacePushes,
  randomName,
  SheetEditor,
  sheetTools,
  type LinkAsked,
  type Tool,
} from "../texts/editor/index.ts";

/** Words that wait are put on the device as often. */
const keepEveryMs = 300;

const shapes = { loading: "wait", saved: "live", saving: "wait", offline: "warn", closed: "warn" } as const;

const page = startLivePage({
  words: { fr: { ...assembly, ...texts, ...refusals } },
  templates: editorPages,
  opened: () => sheet?.session.socketOpened(),
  cut: () => sheet?.session.socketClosed(),
  message: (message) => {
    const { type } = message;
    if (type === "snapshot" || type === "commits" || type === "dropped" || type === "refused")
      sheet?.session.receive(message);
  },
  beforeReload: () => {
    sheet?.session.restored();
    keep();
  },
  refused: (code) => {
    if (isRefusalCode(code)) sheet?.session.close(code);
    return isRefusalCode(code);
  },
});

const place = document.getElementById("texte");
const text = page && textOf(page);
const kept = keepWords(`cahier:${location.pathname}`);
let link: LinkAsked = null;
let open: OpenSheet | null = null;
let told = "";
let keeping: ReturnType<typeof setTimeout> | null = null;
const sheet = page && place && text !== null ? openSheet(page, place, text) : null;
if (page && sheet) {
  defineSheetElements();
  for (const name of ["cahier-says", "cahier-tools", "cahier-outline", "cahier-offered-words"] as const)
    give(name, { t: page.t });
  sendFormsLive(page);
  listen(page, sheet);
  addEventListener("pagehide", keep);
  show();
}

function openSheet(live: LivePage, where: HTMLElement, id: string): SheetEditor {
  return new SheetEditor(
    {
      place: where,
      text: id,
      label: live.t("write.sheet"),
      articleLabel: (number) => live.t("text.article", { number }),
      newClientId: () => randomName(12),
      newBlockId: () => `b${randomName(6)}`,
      send: (message) => live.send(message),
      pace: pacePushes(),
      askLink: () => askLink({ fault: null }),
      changed: () => {
        show();
        keeping ??= setTimeout(keep, keepEveryMs);
      },
    },
    kept.read(),
  );
}

/** What the elements around the sheet wish. */
function listen(live: LivePage, editor: SheetEditor): void {
  const pressed: Readonly<Record<Tool, () => void>> = {
    undo: editor.undo,
    redo: editor.redo,
    strong: () => editor.toggle("strong"),
    em: () => editor.toggle("em"),
    article: () => editor.insertArticle(),
    link: () => (link ? close() : askLink({ fault: null })),
  };
  const close = (): void => {
    askLink(null);
    editor.focus();
  };
  document.addEventListener("cahier-tool", ({ detail }) => pressed[detail]());
  document.addEventListener("cahier-kind", ({ detail }) => editor.setKind(detail.kind, detail.settled));
  document.addEventListener("cahier-close", close);
  document.addEventListener("cahier-link", ({ detail }) => {
    if (editor.setLink(detail === null ? null : withScheme(detail))) return askLink(null);
    askLink({ fault: refusalWords(live.t, "bad-link") });
  });
  document.addEventListener("cahier-go", ({ detail }) => editor.goTo(detail));
  document.addEventListener("cahier-take", ({ detail }) => {
    const words = editor.session.offered[detail];
    if (words) editor.putIn(words);
  });
  document.addEventListener("cahier-leave", ({ detail }) => {
    const words = editor.session.offered[detail];
    if (words) editor.session.takeBack(words);
    if (editor.session.offered.length === 0) editor.focus();
  });
}

function askLink(asked: LinkAsked): void {
  link = asked;
  show();
}

/** `exemple.org` is meant as an address of the web. */
const withScheme = (typed: string): string => (/^[\w-]+(\.[\w-]+)+(\/|$)/u.test(typed) ? `https://${typed}` : typed);

/** Gives the elements what the sheet is now; each draws what differs. */
function show(): void {
  if (!page || !sheet) return;
  const { session, cursor } = sheet;
  const { says, offered } = session;
  const closed = says === "closed";
  give("cahier-says", { saying: { shape: shapes[says], words: page.t(`write.says-${says}`) } });
  give("cahier-tools", { row: closed ? [] : sheetTools, cursor, link: closed ? null : link });
  give("cahier-outline", { articles: cursor?.plan ?? [] });
  give("cahier-offered-words", { passages: offered.map((words) => words.text), closed });
  tell(page, says, { title: cursor?.title ?? "", refusal: session.refusal && refusalWords(page.t, session.refusal) });
}

/** The page around is drawn anew only when what it shows of the sheet differs. */
function tell(live: LivePage, says: keyof typeof shapes, now: OpenSheet): void {
  if (open?.title !== now.title || open.refusal !== now.refusal) {
    open = now;
    live.keep(now);
  }
  if (says !== told && (says === "offline" || says === "closed")) live.say(live.t(`write.says-${says}`));
  told = says;
}

function keep(): void {
  keeping = null;
  if (sheet) kept.write(sheet.session.unsent);
}

function textOf(live: LivePage): string | null {
  const view = live.view();
  if (view.page !== "write" || !("text" in view)) return null;
  const { text: facts } = view;
  return typeof facts === "object" && facts !== null && "id" in facts && typeof facts.id === "string" ? facts.id : null;
}

function isRefusalCode(code: string): code is RefusalCode {
  return code in refusalStatus;
}
