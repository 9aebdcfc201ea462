import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { templates } from "../../client/pages/index.ts";
import { translator } from "../../shared/i18n/index.ts";
import type { AmendmentLine } from "../../shared/views/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { amendmentsView, longList } from "../support/running-order-views.ts";
import { documentOf } from "./drawn.ts";
import type { Face } from "./face.ts";
import { live } from "./face.ts";
import { listeningScript } from "./shown-elements.ts";

const faceOf = (lines: readonly AmendmentLine[]): Face => ({
  name: "list",
  view: amendmentsView({
    texts: amendmentsView().texts.map((text) => ({ ...text, lines, total: longList.length, waiting: 6 })),
  }),
  link: live,
});

const markupOf = ({ view, link }: Face): string =>
  templates.get(view.page)?.body(view, { t: translator("fr"), link: link ?? live, own: null }).markup ?? "";

describe("a list that is brought up to date", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const [launched, script] = await Promise.all([launchBrowser(), listeningScript()]);
    browser = launched;
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    await page.setContent(documentOf(faceOf(longList)));
    await page.addScriptTag({ content: script });
  });
  afterAll(async () => browser.close());

  const bring = (lines: readonly AmendmentLine[]): Promise<readonly string[]> =>
    page.evaluate<readonly string[]>(`listening.bring(${JSON.stringify(markupOf(faceOf(lines)))})`);
  const shown = (): Promise<readonly string[]> =>
    page.evaluate<readonly string[]>(
      `[...document.querySelectorAll(".order li[data-is]:not(.joint)")].map((one) => one.dataset.is)`,
    );

  it("UI-57 touches only the lines that differ, whatever goes, comes or changes before them", async () => {
    const [first, second, ...others] = longList;
    if (!first || !second) throw new Error("too short");
    expect(await bring(longList)).toEqual([]);
    const changed = { ...first, state: { state: "withdrawn" as const } };
    expect(await bring([changed, second, ...others])).toEqual([first.id]);
    expect(await bring([second, ...others])).toEqual([first.id]);
    expect(await bring(longList)).toEqual([first.id]);
    expect(await shown()).toEqual(longList.map(({ id }) => id));
  });

  it("UI-56 what is far from sight is not laid out, is found all the same, and is printed", async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await bring(
      Array.from({ length: 20 }, (_, i) =>
        longList.map((one) => ({ ...one, id: `${one.id}-${i}`, joint: null })),
      ).flat(),
    );
    const rows = page.locator(".order > li");
    const [first, last] = [rows.first(), rows.last()];
    const isLaidOut = (row: Locator): Promise<boolean> =>
      row.locator("a").evaluate((link) => link.checkVisibility({ contentVisibilityAuto: true }));
    await expect.poll(() => isLaidOut(first)).toBe(true);
    expect(await isLaidOut(last)).toBe(false);
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => isLaidOut(last)).toBe(true);
    expect(await isLaidOut(first)).toBe(false);
    await page.emulateMedia({ media: "print" });
    expect([await isLaidOut(first), await isLaidOut(last)]).toEqual([true, true]);
    await page.emulateMedia({ media: "screen" });
  });
});
