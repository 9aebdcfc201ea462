import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { expect } from "vitest";

import { faultsOf } from "../../faces/judge.ts";
import { devices } from "./hall.ts";

/** `CAHIER_PICTURES=1` keeps a picture of each moment that is judged in `.cache/journeys`. */
const pictures = process.env["CAHIER_PICTURES"] ? join(import.meta.dirname, "../../../.cache/journeys") : null;

/** Judges the real page at a moment of the road, on a phone and on a desk: axe finds nothing, nothing is cut off sideways. */
export async function expectGoodLooks(page: Page, moment: string): Promise<void> {
  const size = page.viewportSize();
  await keepsPicture(page, moment);
  if (size?.height === devices.projector.viewport.height)
    expect(await page.evaluate(beneath), `${moment}, on the screen`).toEqual([]);
  for (const device of ["phone", "desk"] as const) {
    await page.setViewportSize(devices[device].viewport);
    expect(await faultsOf(page), `${moment}, ${device}`).toEqual([]);
  }
  if (size) await page.setViewportSize(size);
}

export async function keepsPicture(page: Page, moment: string): Promise<void> {
  if (pictures === null) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${moment.replaceAll(/[^\p{L}\d]+/gu, "-")}.png`) });
}

/** Counts how often a page is loaded from now on. What comes by itself loads nothing. */
export function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on("framenavigated", (frame) => {
    if (frame === page.mainFrame()) loads += 1;
  });
  return () => loads;
}

/** Runs on the hall's screen, which nobody scrolls: what does not fit above its foot. */
const beneath = `[...document.querySelectorAll("main *")].filter((box) => {
  const { bottom, width } = box.getBoundingClientRect();
  return width > 0 && !box.closest(".vh") && bottom > document.querySelector("footer").getBoundingClientRect().top + 1;
}).map((box) => box.outerHTML.slice(0, 120))`;
