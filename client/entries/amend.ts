/** Composing an amendment: the tabled text edited in place, on this device alone, until it is submitted. */
import "../ui/styles/base.css";
import "../ui/styles/text.css";
import "../ui/styles/redline.css";
import "../ui/styles/editor.css";
import "../ui/styles/amend.css";

import { byArticle, excerpt, partsOf, type ChangeSet, type Comparison } from "../../shared/amendments/index.ts";
import { amend, amendments, prose, refusals, shell as shellWords, texts } from "../../shared/i18n/fr/index.ts";
import { makeTranslator, refusalWords } from "../../shared/i18n/index.ts";
import { parseText, type TextNode } from "../../shared/texts/index.ts";
import { moveWords, proseOf, type AmendView } from "../../shared/views/index.ts";
import {
  amendViewOf,
  Composer,
  defineAmendingElements,
  keepWish,
  metNone,
  noticesOf,
  openingIn,
  partCalled,
  postAct,
  placeOf,
  submitWish,
  partTeller,
  watchOthers,
  type Met,
  type Notice,
  type OthersWatch,
  type ToldPart,
  type Wish,
} from "../amendments/index.ts";
import { give } from "../elements/index.ts";
import { askTwice, morph, readView, sayer } from "../enhance/index.ts";
import { composingPages, type OpenWish } from "../pages/composing/index.ts";
import { sheetPath } from "../words/index.ts";
import { amendingTools, randomName } from "../texts/editor/index.ts";

/** Typed words are put on the device as often. */
const keepEveryMs = 300;
/** What changes is told one by one, and held against what others ask for, after so long without a keypress. */
const considerAfterMs = 300;
/** So many changes are told one by one. */
const mostParts = 40;

const shapes = { kept: "live", unkept: "warn", sending: "wait" } as const;

const view = amendViewOf(readView(document));
const page = document.getElementById("page");
const tabled = view && parseText(view.document);
const amended = view?.revising ? parseText(view.revising.amended) : tabled;
if (view && page && tabled?.ok && amended?.ok) start(view, page, tabled.value, amended.value);

function start(view: AmendView, page: HTMLElement, tabled: TextNode, amended: TextNode): void {
  const { shell, text, revising, parent } = view;
  const slug = shell.gathering?.slug ?? "";
  const t = makeTranslator("fr", { ...shellWords, ...prose, ...amendments, ...texts, ...amend, ...refusals });
  const voice = sayer(document.getElementById("said") ?? document.createElement("p"), Date.now, (run, ms) =>
    setTimeout(run, ms),
  );
  const kept = keepWish(
    `cahier:amender:${slug}:${parent?.amendment.id ?? text.id}${revising ? `:${revising.number}` : ""}`,
    () => localStorage,
  );
  const before = kept.read();
  const base = before?.base ?? tabled;
  const version = before?.version ?? revising?.version ?? text.version;
  const revision = before?.revision ?? (parent ?? revising)?.revision ?? 0;
  const numbers = parent && parseText(parent.numbered);
  const cosigns = shell.me?.delegation !== undefined && shell.me?.delegation !== null && !revising && !parent;
  const tell = partTeller(base, t);
  let rationale = before?.rationale ?? revising?.rationale ?? "";
  let divisible = before?.divisible ?? revising?.divisible ?? false;
  let comparison: Comparison | null = null;
  let parts: readonly ChangeSet[] = [];
  let groups: readonly ChangeSet[] = [];
  let told: readonly ToldPart[] = [];
  let split: readonly string[] | null = null;
  let others: OthersWatch | null = null;
  let met: Met = metNone;
  let submitted: Notice | null = null;
  let says: keyof typeof shapes = "kept";
  let refusal: string | null = null;
  let keeping: ReturnType<typeof setTimeout> | null = null;
  let considering: ReturnType<typeof setTimeout> | null = null;

  const [written, last] = parent ? [revision, parent.revision] : [version, text.version];
  drawAround(view, page, { olderVersion: written < last ? written : null });
  const place = document.getElementById("texte");
  if (!place) return;
  const composer = new Composer({
    place,
    base,
    numbered: numbers?.ok ? numbers.value : base,
    document: before?.document ?? amended,
    label: t("amend.sheet"),
    words: {
      deleted: t("redline.deleted"),
      departed: t("redline.departed"),
      joined: t("redline.joined"),
      moved: (move) => moveWords(move, t),
      restore: t("amend.restore"),
      articleLabel: (number) => t("text.article", { number }),
    },
    newBlockId: () => `b${randomName(6)}`,
    changed: () => {
      keepSoon();
      show();
    },
    compared(now) {
      comparison = now;
      considerSoon();
      show();
    },
    restore(block) {
      consider();
      const part = parts.find((one) => one.some((change) => change.kind === "delete" && change.block === block));
      if (part) takeBack(part);
    },
  });
  defineAmendingElements();
  for (const name of ["cahier-says", "cahier-tools", "cahier-gestures", "cahier-amendment"] as const) give(name, { t });
  // Others ask for something of the text; this asks for something of one of them.
  if (!parent) {
    watchOthers({ view, changed: considerSoon, reload: () => location.reload() }).then(
      (watch) => (others = watch),
      () => undefined,
    );
  }
  composer.compare();
  consider();
  const opening = openingIn(location.search);
  if (opening) composer.openAt(opening);

  askTwice((words) => voice.say(words));
  document.addEventListener("cahier-tool", ({ detail }) => {
    if (detail === "undo" || detail === "redo") composer[detail]();
    else if (detail === "strong" || detail === "em") composer.toggle(detail);
  });
  document.addEventListener("cahier-gesture", ({ detail: { gesture, unit } }) => {
    composer.gesture(gesture, unit);
    voice.say(t(`amend.said-${gesture}-${unit}`));
  });
  document.addEventListener("cahier-close", () => composer.focus());
  document.addEventListener("cahier-rationale", ({ detail }) => {
    rationale = detail;
    keepSoon();
  });
  document.addEventListener("cahier-divisible", ({ detail }) => {
    divisible = detail;
    keepSoon();
    show();
  });
  document.addEventListener("cahier-part", ({ detail: { key, back } }) => {
    consider();
    const part = partCalled(parts, key);
    if (!part || !comparison) return;
    if (back) return takeBack(part);
    const { block, offset } = tell(comparison, part);
    composer.goTo(block, offset);
  });
  document.addEventListener("cahier-submit", ({ detail }) => void submit(detail));
  document.addEventListener("cahier-cosign", ({ detail }) => void cosign(detail));
  document.addEventListener("cahier-again", () => {
    forget();
    location.reload();
  });
  addEventListener("pagehide", () => {
    if (keeping !== null) keep();
  });

  function takeBack(part: ChangeSet): void {
    if (comparison && composer.takeBack(comparison, part)) voice.say(t("amend.said-back"));
    consider();
  }

  function considerSoon(): void {
    if (considering !== null) clearTimeout(considering);
    considering = setTimeout(consider, considerAfterMs);
  }

  /** Off the path of the keys: the changes one by one, which could be voted apart, and what others ask for. */
  function consider(): void {
    if (considering !== null) clearTimeout(considering);
    considering = null;
    composer.settle();
    const before = met;
    parts = comparison ? partsOf(base, comparison) : [];
    groups = comparison && !revising && !parent ? byArticle(base, comparison) : [];
    const now = comparison;
    told = now ? parts.slice(0, mostParts).map((part) => tell(now, part)) : [];
    split = now && groups.length > 1 ? groups.map((group) => articleOf(now, group)) : null;
    met = comparison && comparison.changes.length > 0 ? (others?.meet(comparison.changes, base) ?? metNone) : metNone;
    const [notice] = noticesOf(met, sheetOf, t, cosigns);
    if (notice && notice.words !== noticesOf(before, sheetOf, t, cosigns)[0]?.words) voice.say(notice.words);
    show();
  }

  /** Where a group begins that could be submitted apart. */
  function articleOf(now: Comparison, group: ChangeSet): string {
    const first = parts.find((part) => part.some((change) => group.includes(change)));
    return first ? tell(now, first).article : "";
  }

  function sheetOf(number: number): string {
    return `/r/${slug}/amendements/${number}`;
  }

  function wish(document: TextNode): Wish {
    return { version, base, document, rationale, divisible, revision };
  }

  function keepSoon(): void {
    keeping ??= setTimeout(keep, keepEveryMs);
  }

  function keep(): void {
    keeping = null;
    const now = wish(composer.document);
    const isNothing =
      now.document.eq(amended) &&
      now.rationale === (revising?.rationale ?? "") &&
      divisible === (revising?.divisible ?? false);
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

  /** `firstAlone`: what is in the first article only; the rest stays on the sheet, and on this device. */
  async function submit({ firstAlone, delegation }: { firstAlone: boolean; delegation: string | null }): Promise<void> {
    composer.compare();
    consider();
    const [first] = groups;
    const apart = firstAlone && comparison && first && groups.length > 1 ? composer.apart(comparison, first) : null;
    says = "sending";
    refusal = null;
    show();
    voice.say(t("amend.says-sending"));
    const wanted = wish(apart?.alone ?? composer.document);
    const sent = revising
      ? await submitWish(`/r/${slug}/actes/amendment.revise`, wanted, { amendment: revising.amendment, revision })
      : await submitWish(`/r/${slug}/actes/amendment.submit`, wanted, {
          delegation: delegation ?? shell.me?.delegation?.id ?? "",
          ...(parent ? { parent: parent.amendment.id, revision } : { text: text.id }),
        });
    says = "kept";
    if (sent.kind === "submitted") {
      if (apart) return goOn(sent.number, apart.rest);
      forget();
      return location.assign(`/r/${slug}${sheetPath(sent)}`);
    }
    keep();
    refuse(sent.kind === "refused" ? refusalWords(t, sent.code, sent.detail) : t("amend.offline"));
  }

  /** What is on the sheet stays on this device. */
  async function cosign(signed: { readonly amendment: string; readonly hash: string }): Promise<void> {
    const delegation = shell.me?.delegation?.id ?? "";
    const sent = await postAct(`/r/${slug}/actes/amendment.cosign`, { ...signed, delegation });
    if (sent.kind === "submitted") return location.assign(sheetOf(sent.number));
    refuse(sent.kind === "refused" ? refusalWords(t, sent.code, sent.detail) : t("amend.offline-sign"));
  }

  /** Said, and shown whole: above the button that was pressed it may stand behind the tools of a small phone. */
  function refuse(words: string): void {
    refusal = words;
    show();
    voice.say(words);
    requestAnimationFrame(() => document.querySelector("#depot .refused")?.scrollIntoView({ block: "center" }));
  }

  function goOn(number: number, rest: TextNode): void {
    const words = t("amend.split-done", { number });
    submitted = { tone: "live", words, links: [{ words: t("amend.split-read", { number }), href: sheetOf(number) }] };
    composer.goOnWith(rest);
    consider();
    keep();
    document.getElementById("depot")?.scrollIntoView();
    voice.say(words);
  }

  /** Gives the elements what the sheet is now; each draws what differs. */
  function show(): void {
    const [same] = met.identical;
    give("cahier-says", {
      saying: same
        ? { shape: "warn", words: t("amend.says-identical", { number: same.number }) }
        : { shape: shapes[says], words: t(`amend.says-${says}`) },
    });
    give("cahier-tools", { row: amendingTools, cursor: composer.cursor });
    give("cahier-gestures", { place: placeOf(composer.units, t) });
    give("cahier-amendment", {
      changes: comparison ? proseOf(excerpt(comparison.rows, 0), "excerpt") : [],
      parts: told,
      more: parts.length - told.length,
      split,
      notices: [...(submitted ? [submitted] : []), ...noticesOf(met, sheetOf, t, cosigns)],
      rationale,
      divisible: parent ? null : divisible,
      delegation: revising?.delegation ?? shell.me?.delegation?.name ?? "",
      delegations: revising ? [] : view.delegations,
      next: revising?.next ?? null,
      refusal: refusal ?? (comparison ? null : t("amend.unprovable")),
      sending: says === "sending",
      sub: parent !== undefined,
    });
  }
}

/** The page as the server draws it, now that its sheet is open: without what it says to a browser that runs no script. */
function drawAround(view: AmendView, page: HTMLElement, own: OpenWish): void {
  const t = makeTranslator("fr", { ...shellWords, ...prose, ...amendments, ...texts, ...amend });
  morph(page, composingPages[0].body(view, { t, link: { kind: "page" }, own }).markup);
}
