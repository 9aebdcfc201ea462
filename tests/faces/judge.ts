import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { Page } from "playwright-core";

export const sizes = {
  phone: { width: 360, height: 640 },
  desk: { width: 1280, height: 800 },
  hall: { width: 1920, height: 1080 },
} as const;

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Runs in the page: what axe finds, and how wide the page is when it is wider than the window. */
const judge = `(async () => {
  const { violations } = await axe.run(document, { runOnly: ${JSON.stringify(tags)} });
  const found = violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "));
  const wide = document.documentElement.scrollWidth;
  return wide > window.innerWidth ? [...found, wide + " wide"] : found;
})()`;

export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(judge);
}

const pictures = process.env["CAHIER_PICTURES"] ? join(import.meta.dirname, "../../.cache/gallery") : null;

/** `CAHIER_PICTURES=1` keeps a picture of every face in `.cache/gallery`. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}
