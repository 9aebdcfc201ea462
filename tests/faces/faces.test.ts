import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { documentOf } from "./drawn.ts";
import type { Face } from "./face.ts";
import { faultsOf, keepPicture, schemes, sidewaysFaults, sizes, smallLetters, type Scheme } from "./judge.ts";
import { faces } from "./states.ts";

/** `CAHIER_FACES="now|text"` draws only those. */
const chosen = faces.filter(({ name }) => new RegExp(`^(?:${process.env["CAHIER_FACES"] ?? ""})`, "u").test(name));

const sizesOf = ({ view, only }: Face): readonly (keyof typeof sizes)[] =>
  only ? [only] : view.page === "screen" ? ["phone", "desk", "hall"] : ["phone", "desk"];

/** Colours do not depend on the size: what a phone was seen in, light and dark, a desk is seen in by turns. */
const schemesOf = (face: Face, size: keyof typeof sizes): readonly Scheme[] => {
  if (size !== "desk" || face.only) return schemes;
  return [chosen.indexOf(face) % 2 === 0 ? "light" : "dark"];
};

describe("every face, as the browser draws it", () => {
  let browser: Browser;
  let page: Page;
  let visits = 0;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  });
  afterAll(async () => {
    const pages = new Set(chosen.map(({ view }) => view.page)).size;
    console.log(`${visits} visits: ${chosen.length} faces of ${pages} pages, at their sizes, light and dark`);
    await browser.close();
  });

  it.each(chosen)(
    "UI-14 UI-22 $name: axe finds nothing, light and dark, and a printer nothing to mend",
    async (face) => {
      for (const size of sizesOf(face)) {
        await page.setViewportSize(sizes[size]);
        for (const colorScheme of schemesOf(face, size)) {
          await page.emulateMedia({ colorScheme });
          await page.setContent(documentOf(face));
          await keepPicture(page, `${face.name}-${size}-${colorScheme}`, size === "phone");
          expect(await faultsOf(page, colorScheme), `${size}, ${colorScheme}`).toEqual([]);
          visits += 1;
        }
      }
    },
  );
});

/** The ground is the page's, whatever its state. */
const oneOfEachPage = [...new Map(faces.map((face) => [face.view.page, face])).values()];

it("UI-44 the hall’s screen is dark by day too; all other pages are as the device is", async () => {
  const browser = await launchBrowser();
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  const grounds = new Map<string, Set<string>>();
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const face of oneOfEachPage) {
      await page.setContent(documentOf(face));
      const ground = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      const of = `${face.view.page === "screen" ? "screen" : "page"}, ${colorScheme}`;
      grounds.set(of, (grounds.get(of) ?? new Set()).add(ground));
    }
  }
  await browser.close();
  expect(Object.fromEntries([...grounds].map(([of, seen]) => [of, [...seen]]))).toEqual({
    "screen, light": ["rgb(22, 21, 18)"],
    "screen, dark": ["rgb(22, 21, 18)"],
    "page, light": ["rgb(251, 249, 244)"],
    "page, dark": ["rgb(22, 21, 18)"],
  });
});

describe("the hall's screen, from the last row", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => browser.close());

  it("UI-24 nothing is set smaller than 32 px; that it is no longer live, and since when, neither", async () => {
    const page = await browser.newPage({ viewport: sizes.hall });
    const found: string[] = [];
    const shown = faces.filter(({ view }) => view.page === "screen");
    for (const face of shown) {
      await page.setContent(documentOf(face));
      for (const fault of await smallLetters(page)) found.push(`${face.name}: ${fault}`);
      const stale = await page.locator(".stale").count();
      if (face.link?.kind === "offline" && stale !== 1) found.push(`${face.name} does not say that it is old`);
    }
    expect(shown.length).toBeGreaterThan(10);
    expect(found).toEqual([]);
  });
});

describe("every face, for whoever needs large letters or has a small phone", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR", viewport: { width: 320, height: 568 } })).newPage();
  });
  afterAll(async () => browser.close());

  it("UI-20 no face is cut off sideways on 320 px, nor with letters twice as large", async () => {
    const found: string[] = [];
    const letters = await page.context().newCDPSession(page);
    for (const [width, standard] of [
      [320, 16],
      [360, 32],
      [360, 16],
    ] as const) {
      await page.setViewportSize({ width, height: 640 });
      await letters.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
      for (const face of chosen.filter(({ view }) => view.page !== "screen")) {
        await page.setContent(documentOf(face));
        for (const fault of await sidewaysFaults(page)) found.push(`${face.name}, letters of ${standard}: ${fault}`);
      }
    }
    expect(found).toEqual([]);
  });

  it("UI-21 what is voted on a phone of 360 × 640 is seen whole, without scrolling", async () => {
    await page.setViewportSize(sizes.phone);
    const found: string[] = [];
    for (const face of chosen.filter(({ fits }) => fits)) {
      await page.setContent(documentOf(face));
      const height = await page.evaluate<number>("document.documentElement.scrollHeight");
      if (height > sizes.phone.height) found.push(`${face.name} is ${height} high`);
    }
    expect(found).toEqual([]);
  });
});
