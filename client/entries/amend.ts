/** Composing an amendment: the tabled text edited in place, on this device alone, until it is submitted. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/editor.css";
import "../ui/styles/amend.css";

import { excerpt, type Comparison } from "../../shared/amendments/index.ts";
import { amend, assembly, refusals, texts } from "../../shared/i18n/fr/index.ts";
import { makeTranslator, refusalWords } from "../../shared/i18n/index.ts";
import { parseText, type TextNode } from "../../shared/texts/index.ts";
import { proseOf, type AmendView } from "../../shared/views/index.ts";
import { Composer, keepWish, submitWish, type Wish } from "../amendments/index.ts";
import { askTwice, morph, readView, sayer } from "../enhance/index.ts";
import { composingPages, type WishState } from "../pages/composing/index.ts";
import { listenToTools, randomName } from "../texts/editor/index.ts";

/** Typed words are put on the device as often. */
const keepEveryMs = 300;

/** Before the sheet is there. */
const nowhere = { strong: false, em: false, canUndo: false, canRedo: false };

const view = amendViewOf(readView(document));
const page = document.getElementById("page");
const tabled = view && parseText(view.document);
if (view && page && tabled?.ok) start(view, page, tabled.value);

function start(view: AmendView, page: HTMLElement, tabled: TextNode): void {
  const [template] = composingPages;
  const { shell, text } = view;
  const slug = shell.gathering?.slug ?? "";
  const t = makeTranslator("fr", { ...assembly, ...texts, ...amend, ...refusals });
  const voice = sayer(document.getElementById("said") ?? document.createElement("p"), Date.now, (run, ms) =>
    setTimeout(run, ms),
  );
  const kept = keepWish(`cahier:amender:${slug}:${text.id}`, () => localStorage);
  const before = kept.read();
  const base = before?.base ?? tabled;
  const version = before?.version ?? text.version;
  let comparison: Comparison | null = null;
  let says: WishState["says"] = "kept";
  let refusal: string | null = null;
  let keeping: ReturnType<typeof setTimeout> | null = null;

  let sheet: Composer | null = null;

  // All around the sheet is drawn first, with the place that the sheet then goes into.
  show();
  const place = document.getElementById("texte");
  if (!place) return;
  const composer = new Composer({
    place,
    base,
    document: before?.document ?? base,
    label: t("amend.sheet"),
    words: { deleted: t("redline.deleted"), joined: t("redline.joined") },
    articleLabel: (number) => t("text.article", { number }),
    newBlockId: () => `b${randomName(6)}`,
    changed: () => {
      keeping ??= setTimeout(keep, keepEveryMs);
      show();
    },
    compared(now) {
      comparison = now;
      show();
    },
  });
  sheet = composer;
  composer.compare();
  const rationale = (): HTMLTextAreaElement | null => document.querySelector("#rationale");
  const typed = rationale();
  if (typed && before) typed.value = before.rationale;

  const none = (): void => undefined;
  listenToTools(document, {
    undo: composer.undo,
    redo: composer.redo,
    kind: composer.setKind,
    strong: () => composer.toggle("strong"),
    em: () => composer.toggle("em"),
    article: none,
    link: none,
    closeLink: none,
    unlink: none,
    setLink: none,
    goTo: none,
    take: none,
    leave: none,
  });
  askTwice((words) => voice.say(words));
  document.addEventListener("input", (event) => {
    if (event.target === rationale()) keeping ??= setTimeout(keep, keepEveryMs);
  });
  document.addEventListener("click", (event) => {
    const again = event.target instanceof Element && event.target.closest("button[name=again]");
    if (!again) return;
    event.preventDefault();
    forget();
    location.reload();
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.hasAttribute("data-wish")) return;
    event.preventDefault();
    if (says !== "sending") void submit();
  });
  addEventListener("pagehide", () => {
    if (keeping !== null) keep();
  });

  function wish(): Wish {
    return { version, base, document: composer.document, rationale: rationale()?.value ?? "" };
  }

  function keep(): void {
    keeping = null;
    const now = wish();
    const isNothing = now.document.eq(base) && now.rationale === "";
    const held = kept.write(isNothing ? null : now);
    if (says === "sending") return;
    says = held ? "kept" : "unkept";
    show();
  }

  function forget(): void {
    if (keeping !== null) clearTimeout(keeping);
    keeping = null;
    removeEventListener("pagehide", keep);
    kept.write(null);
  }

  async function submit(): Promise<void> {
    composer.compare();
    says = "sending";
    refusal = null;
    show();
    voice.say(t("amend.says-sending"));
    const delegation = shell.me?.delegation?.id ?? "";
    const sent = await submitWish(`/r/${slug}/actes/amendment.submit`, wish(), { delegation, text: text.id });
    says = "kept";
    if (sent.kind === "submitted") {
      forget();
      return location.assign(`/r/${slug}/amendements/${sent.number}`);
    }
    refusal = sent.kind === "refused" ? refusalWords(t, sent.code, sent.detail) : t("amend.offline");
    keep();
    show();
    voice.say(refusal);
  }

  function show(): void {
    const { strong, em, canUndo, canRedo } = sheet?.cursor ?? nowhere;
    const own: WishState = {
      says,
      refusal,
      changes: comparison ? proseOf(excerpt(comparison.rows, 0), "excerpt") : [],
      isTangled: sheet !== null && comparison === null,
      olderVersion: version < text.version ? version : null,
      strong,
      em,
      canUndo,
      canRedo,
    };
    if (page) morph(page, template.body(view, { t, link: { kind: "page" }, own }).markup);
  }
}

/** Our own server speaks: a view of this page has what this page needs. */
function amendViewOf(view: { readonly page: string } | null): AmendView | null {
  return view?.page === "amend" ? (view as AmendView) : null;
}
