import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AnyView } from "../../client/pages/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { amendmentView, longRedline, redlineWithContext, sheet } from "../support/assembly-views.ts";
import { codeSheetView } from "../support/desk-views.ts";
import { declarationView, journalView, minutesView } from "../support/paper-views.ts";
import { textView } from "../support/text-views.ts";
import { documentOf } from "./drawn.ts";

/** What is between the margins of an A4 page, at 96 dots an inch: papers have 26 mm, cards to cut out 10 mm. */
const paper = 597;
const cards = 718;

const long = "Assemblée populaire, collectif et commune libre de Saint-Aubrac-des-Hautes-Terres-sur-Varenne ".repeat(6);
const many = Array.from({ length: 120 }, (_, i) => ({
  delegation: `Délégation ${i + 1}`,
  reservation: i % 9 === 0 ? long : null,
}));
const sentences = Array.from({ length: 80 }, (_, i) => ({
  sequence: i + 1,
  atMs: i * 60_000,
  words: long,
  typed: { words: long },
}));

interface Paper {
  readonly name: string;
  readonly view: AnyView;
  readonly leaves: number;
  /** At most so many leaves, when more would waste paper. */
  readonly most?: number;
  readonly width?: number;
}

const papers: readonly Paper[] = [
  { name: "a declaration", view: declarationView(), leaves: 2 },
  { name: "a declaration that many signed", view: declarationView({ signatories: many, title: long }), leaves: 3 },
  { name: "a rejected text", view: declarationView({ state: { kind: "rejected" } }), leaves: 1 },
  { name: "the minutes", view: minutesView(), leaves: 1 },
  {
    name: "long minutes",
    view: minutesView({ days: [{ atMs: 0, sections: [{ title: long, sentences }] }] }),
    leaves: 20,
  },
  { name: "the journal", view: journalView(), leaves: 1 },
  { name: "a redline", view: amendmentView(), leaves: 1 },
  {
    name: "a long redline",
    view: amendmentView({ amendment: sheet({ redline: [...redlineWithContext, ...many.flatMap(() => longRedline)] }) }),
    leaves: 10,
  },
  { name: "a text", view: textView({ text: { ...textView().text, title: long } }), leaves: 2 },
  { name: "nine codes, eight to a page", view: codeSheetView(), leaves: 2, most: 2, width: cards },
];

describe("papers on A4", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR", viewport: { width: paper, height: 945 } })).newPage();
    await page.emulateMedia({ media: "print" });
  });
  afterAll(async () => browser.close());

  it.each(papers)(
    "DCL-32 $name prints whole: nothing is cut off, nothing that is pressed is printed",
    async ({ view, leaves, most = Infinity, width = paper }) => {
      await page.setViewportSize({ width, height: 945 });
      await page.setContent(documentOf({ name: "paper", view }));
      expect(await page.evaluate<readonly string[]>(cutOff)).toEqual([]);
      expect(await page.evaluate<readonly string[]>(pressed)).toEqual([]);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const printed = pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
      expect(printed).toBeGreaterThanOrEqual(leaves);
      expect(printed).toBeLessThanOrEqual(most);
      expect(pdf.match(/\/MediaBox\s*\[0 0 (\d+)/u)?.[1]).toBe("594");
    },
  );
});

/** Words that stand outside the sheet or inside a box that hides part of them. */
const cutOff = `[...document.querySelectorAll("#page *")].filter((box) => {
  const { left, right, width } = box.getBoundingClientRect();
  const style = getComputedStyle(box);
  if (width === 0 || box.closest(".vh, .skip, svg")) return false;
  const hides = style.overflowX !== "visible" && box.scrollWidth > box.clientWidth + 1;
  const clips = style.overflowY !== "visible" && box.scrollHeight > box.clientHeight + 1;
  return left < -1 || right > window.innerWidth + 1 || hides || clips;
}).map((box) => box.outerHTML.slice(0, 120))`;

const pressed = `[...document.querySelectorAll("button, select, textarea, summary, .btn, nav")]
  .filter((box) => box.getBoundingClientRect().width > 0).map((box) => box.outerHTML.slice(0, 120))`;
