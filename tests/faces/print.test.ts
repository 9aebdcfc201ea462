import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { AnyView } from "../../client/pages/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { declarationView, journalView, minutesView } from "../support/paper-views.ts";
import { documentOf } from "./drawn.ts";

/** What is between the margins of an A4 page: 210 − 2 × 26 mm, at 96 dots an inch. */
const sheet = { width: 597, height: 945 };

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

const papers: readonly { readonly name: string; readonly view: AnyView; readonly leaves: number }[] = [
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
];

describe("papers on A4", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR", viewport: sheet })).newPage();
    await page.emulateMedia({ media: "print" });
  });
  afterAll(async () => browser.close());

  it.each(papers)(
    "DCL-32 $name prints whole: nothing is cut off, nothing that is pressed is printed",
    async ({ view, leaves }) => {
      await page.setContent(documentOf({ name: "paper", view }));
      expect(await page.evaluate<readonly string[]>(cutOff)).toEqual([]);
      expect(await page.evaluate<readonly string[]>(pressed)).toEqual([]);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/gu)?.length ?? 0).toBeGreaterThanOrEqual(leaves);
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
  return left < -1 || right > ${sheet.width} + 1 || hides || clips;
}).map((box) => box.outerHTML.slice(0, 120))`;

const pressed = `[...document.querySelectorAll("button, select, textarea, summary, .btn, nav")]
  .filter((box) => box.getBoundingClientRect().width > 0).map((box) => box.outerHTML.slice(0, 120))`;
