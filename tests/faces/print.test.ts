import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AnyView } from "../../client/pages/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { amendmentView, longRedline, redlineWithContext, sheet } from "../support/assembly-views.ts";
import { codeSheetView } from "../support/desk-views.ts";
import { sheafView } from "../support/running-order-views.ts";
import { declarationView, journalView, minutesView } from "../support/paper-views.ts";
import { faultsOnPaper, leavesOf, paperSheet, print } from "../support/print.ts";
import { votingPapersView } from "../support/question-views.ts";
import { textPaperView, textView } from "../support/text-views.ts";
import { documentOf } from "./drawn.ts";

/** What is between the margins of codes to cut out, at 96 dots an inch: they have 10 mm. */
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
  annulled: false,
  reasons: [],
  quotes: [],
  links: [],
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
  { name: "a text with its lines", view: textPaperView(), leaves: 1 },
  { name: "a sheaf", view: sheafView(), leaves: 3 },
  { name: "a text", view: textView({ text: { ...textView().text, title: long } }), leaves: 2 },
  {
    name: "nine voting papers, eight to a page",
    view: votingPapersView({ count: 9 }),
    leaves: 2,
    most: 2,
    width: cards,
  },
  { name: "nine codes, eight to a page", view: codeSheetView(), leaves: 2, most: 2, width: cards },
];

describe("papers on A4", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR", viewport: paperSheet })).newPage();
    await page.emulateMedia({ media: "print" });
  });
  afterAll(async () => browser.close());

  it.each(papers)(
    "DCL-32 $name prints whole: nothing is cut off, nothing that is pressed is printed",
    async ({ view, leaves, most = Infinity, width = paperSheet.width }) => {
      await page.setViewportSize({ ...paperSheet, width });
      await page.setContent(documentOf({ name: "paper", view }));
      expect(await faultsOnPaper(page)).toEqual([]);
      const printed = await print(page);
      expect(printed.leaves).toBeGreaterThanOrEqual(leaves);
      expect(printed.leaves).toBeLessThanOrEqual(most);
      expect(printed.width).toBe(594);
    },
  );

  it("UI-55 the heading of an amendment in a sheaf stays with its words, wherever the leaf ends", async () => {
    await page.setViewportSize(paperSheet);
    const { sheets } = sheafView();
    const sheaf = Array.from({ length: 12 }, (_, k) =>
      sheets.map((one) => ({
        ...one,
        number: one.number + 100 * k,
        rationale: "Motif. ".repeat(20 * ((one.number * (k + 3)) % 11)),
      })),
    ).flat();
    await page.setContent(documentOf({ name: "paper", view: sheafView({ sheets: sheaf }) }));
    const [headings = [], changes = []] = await leavesOf(page, [".folio > header", ".folio .text > :nth-child(2)"]);
    expect(headings).toHaveLength(72);
    expect(new Set(headings).size).toBeGreaterThan(20);
    expect(headings).toEqual(changes);
  });
});
