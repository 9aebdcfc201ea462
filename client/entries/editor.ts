/** The editor: one text, written together. The sheet is its own; all around it is drawn from what it says of itself. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/editor.css";

import { assembly, refusals, texts } from "../../shared/i18n/fr/index.ts";
import { refusalWords } from "../../shared/i18n/index.ts";
import { refusalStatus, type RefusalCode } from "../../shared/refusals.ts";
import { sendFormsLive, startLivePage, type LivePage } from "../enhance/index.ts";
import { editorPages, type SheetState } from "../pages/texts/index.ts";
import { keepWords, listenToTools, pacePushes, randomName, SheetEditor } from "../texts/editor/index.ts";

/** Words that wait are put on the device as often. */
const keepEveryMs = 300;

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
const link = { asked: false, fault: null as string | null };
let shown = "";
let keeping: ReturnType<typeof setTimeout> | null = null;
const sheet = page && place && text !== null ? openSheet(page, place, text) : null;
if (page && sheet) {
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
      askLink: () => askLink(true),
      changed: () => {
        show();
        keeping ??= setTimeout(keep, keepEveryMs);
      },
    },
    kept.read(),
  );
}

function listen(live: LivePage, editor: SheetEditor): void {
  const offered = (index: number) => editor.session.offered[index];
  listenToTools(document, {
    undo: editor.undo,
    redo: editor.redo,
    strong: () => editor.toggle("strong"),
    em: () => editor.toggle("em"),
    article: () => editor.insertArticle(),
    kind: editor.setKind,
    link: () => askLink(!link.asked),
    closeLink: () => askLink(false),
    unlink: () => {
      editor.setLink(null);
      askLink(false);
    },
    setLink: (typed) => {
      const address = withScheme(typed);
      if (editor.setLink(address)) return askLink(false);
      link.fault = refusalWords(live.t, "bad-link");
      show();
    },
    goTo: (block) => editor.goTo(block),
    take: (index) => {
      const words = offered(index);
      if (words) editor.putIn(words);
    },
    leave: (index) => {
      const words = offered(index);
      if (words) editor.session.takeBack(words);
    },
  });
}

function askLink(asked: boolean): void {
  link.asked = asked;
  link.fault = null;
  show();
  if (asked) document.getElementById("link")?.focus();
}

/** `exemple.org` is meant as an address of the web. */
const withScheme = (typed: string): string => (/^[\w-]+(\.[\w-]+)+(\/|$)/u.test(typed) ? `https://${typed}` : typed);

/** Draws what is around the sheet, when it is not as it was. */
function show(): void {
  if (!page || !sheet) return;
  const { session, cursor } = sheet;
  const { says, refusal, offered } = session;
  const state: SheetState = {
    says,
    refusal: refusal && refusalWords(page.t, refusal),
    ...(cursor ?? nowhere),
    asksLink: link.asked,
    linkFault: link.fault,
    offered: offered.map((words) => words.text),
  };
  const now = JSON.stringify(state);
  if (now === shown) return;
  shown = now;
  page.keep(state);
  if (says === "offline" || says === "closed") page.say(page.t(`write.says-${says}`));
}

const nowhere = {
  title: "",
  kind: null,
  strong: false,
  em: false,
  link: null,
  canUndo: false,
  canRedo: false,
  plan: [],
} as const;

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
