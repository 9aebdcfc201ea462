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
import { Composer, defineAmendingElements, keepWish, submitWish, type Wish } from "../amendments/index.ts";
import { give } from "../elements/index.ts";
import { askTwice, morph, readView, sayer } from "../enhance/index.ts";
import { composingPages, type OpenWish } from "../pages/composing/index.ts";
import { amendingTools, randomName } from "../texts/editor/index.ts";

/** Typed words are put on the device as often. */
const keepEveryMs = 300;

const shapes = { kept: "live", unkept: "warn", sending: "wait" } as const;

const view = amendViewOf(readView(document));
const page = document.getElementById("page");
const tabled = view && parseText(view.document);
const amended = view?.revising ? parseText(view.revising.amended) : tabled;
if (view && page && tabled?.ok && amended?.ok) start(view, page, tabled.value, amended.value);

function start(view: AmendView, page: HTMLElement, tabled: TextNode, amended: TextNode): void {
  const { shell, text, revising } = view;
  const slug = shell.gathering?.slug ?? "";
  const t = makeTranslator("fr", { ...assembly, ...texts, ...amend, ...refusals });
  const voice = sayer(document.getElementById("said") ?? document.createElement("p"), Date.now, (run, ms) =>
    setTimeout(run, ms),
  );
  const kept = keepWish(
    `cahier:amender:${slug}:${text.id}${revising ? `:${revising.number}` : ""}`,
    () => localStorage,
  );
  const before = kept.read();
  const base = before?.base ?? tabled;
  const version = before?.version ?? revising?.version ?? text.version;
  const revision = before?.revision ?? revising?.revision ?? 0;
  const whose = { delegation: shell.me?.delegation?.id ?? "", text: text.id };
  let rationale = before?.rationale ?? revising?.rationale ?? "";
  let comparison: Comparison | null = null;
  let says: keyof typeof shapes = "kept";
  let refusal: string | null = null;
  let keeping: ReturnType<typeof setTimeout> | null = null;

  drawAround(view, page, { olderVersion: version < text.version ? version : null });
  const place = document.getElementById("texte");
  if (!place) return;
  const composer = new Composer({
    place,
    base,
    document: before?.document ?? amended,
    label: t("amend.sheet"),
    words: { deleted: t("redline.deleted"), joined: t("redline.joined") },
    articleLabel: (number) => t("text.article", { number }),
    newBlockId: () => `b${randomName(6)}`,
    changed: () => {
      keepSoon();
      show();
    },
    compared(now) {
      comparison = now;
      show();
    },
  });
  defineAmendingElements();
  for (const name of ["cahier-says", "cahier-tools", "cahier-amendment"] as const) give(name, { t });
  composer.compare();

  askTwice((words) => voice.say(words));
  document.addEventListener("cahier-tool", ({ detail }) => {
    if (detail === "undo" || detail === "redo") composer[detail]();
    else if (detail === "strong" || detail === "em") composer.toggle(detail);
  });
  document.addEventListener("cahier-close", () => composer.focus());
  document.addEventListener("cahier-rationale", ({ detail }) => {
    rationale = detail;
    keepSoon();
  });
  document.addEventListener("cahier-submit", () => void submit());
  document.addEventListener("cahier-again", () => {
    forget();
    location.reload();
  });
  addEventListener("pagehide", () => {
    if (keeping !== null) keep();
  });

  function wish(): Wish {
    return { version, base, document: composer.document, rationale, revision };
  }

  function keepSoon(): void {
    keeping ??= setTimeout(keep, keepEveryMs);
  }

  function keep(): void {
    keeping = null;
    const now = wish();
    const isNothing = now.document.eq(amended) && now.rationale === (revising?.rationale ?? "");
    const held = kept.write(isNothing ? null : now);
    if (says === "sending") return;
    says = held ? "kept" : "unkept";
    show();
  }

  function forget(): void {
    if (keeping !== null) clearTimeout(keeping);
    keeping = null;
    kept.write(null);
  }

  async function submit(): Promise<void> {
    composer.compare();
    says = "sending";
    refusal = null;
    show();
    voice.say(t("amend.says-sending"));
    const sent = revising
      ? await submitWish(`/r/${slug}/actes/amendment.revise`, wish(), { amendment: revising.amendment, revision })
      : await submitWish(`/r/${slug}/actes/amendment.submit`, wish(), whose);
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

  /** Gives the elements what the sheet is now; each draws what differs. */
  function show(): void {
    give("cahier-says", { saying: { shape: shapes[says], words: t(`amend.says-${says}`) } });
    give("cahier-tools", { row: amendingTools, cursor: composer.cursor });
    give("cahier-amendment", {
      changes: comparison ? proseOf(excerpt(comparison.rows, 0), "excerpt") : [],
      rationale,
      delegation: revising?.delegation ?? shell.me?.delegation?.name ?? "",
      next: revising?.next ?? null,
      refusal: refusal ?? (comparison ? null : t("amend.unprovable")),
      sending: says === "sending",
    });
  }
}

/** The page as the server draws it, now that its sheet is open: without what it says to a browser that runs no script. */
function drawAround(view: AmendView, page: HTMLElement, own: OpenWish): void {
  const t = makeTranslator("fr", { ...assembly, ...texts, ...amend });
  morph(page, composingPages[0].body(view, { t, link: { kind: "page" }, own }).markup);
}

/** Our own server speaks: a view of this page has what this page needs. */
function amendViewOf(view: { readonly page: string } | null): AmendView | null {
  return view?.page === "amend" ? (view as AmendView) : null;
}
