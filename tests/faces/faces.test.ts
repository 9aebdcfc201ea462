import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { documentOf } from "./drawn.ts";
import type { Face } from "./face.ts";
import { faces } from "./states.ts";

/** `CAHIER_PICTURES=1` keeps a picture of every face in `.cache/gallery`; `CAHIER_FACES=now` draws only those. */
const pictures = process.env["CAHIER_PICTURES"] ? join(import.meta.dirname, "../../.cache/gallery") : null;
const chosen = faces.filter((face) => face.name.startsWith(process.env["CAHIER_FACES"] ?? ""));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const sizesOf = ({ view, only }: Face): readonly (keyof typeof sizes)[] =>
  only ? [only] : view.page === "screen" ? ["phone", "desk", "hall"] : ["phone", "desk"];

const sizes = {
  phone: { width: 360, height: 640 },
  desk: { width: 1280, height: 800 },
  hall: { width: 1920, height: 1080 },
} as const;

describe("every face, as the browser draws it", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => browser.close());

  it.each(chosen)("UI-14 $name: axe finds nothing, nothing is cut off sideways, light and dark", async (face) => {
    for (const size of sizesOf(face)) {
      await page.setViewportSize(sizes[size]);
      for (const scheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setContent(documentOf(face));
        if (pictures)
          await page.screenshot({
            path: join(pictures, `${face.name}-${size}-${scheme}.png`),
            fullPage: size === "phone",
          });
        expect(await faultsOf(page), `${size}, ${scheme}`).toEqual([]);
      }
    }
  });
});

/** Runs in the page: what axe finds, and how wide the page is when it is wider than the window. */
const judge = `(async () => {
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(tags)} });
  const found = violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "));
  const wide = document.documentElement.scrollWidth;
  return wide > window.innerWidth ? [...found, wide + " wide"] : found;
})()`;

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(judge);
}
