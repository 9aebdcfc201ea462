import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { Page } from "playwright-core";

export const sizes = {
  phone: { width: 360, height: 640 },
  desk: { width: 1280, height: 800 },
  hall: { width: 1920, height: 1080 },
} as const;

export const schemes = ["light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds on the page as it is drawn, shadow roots included, by every rule of WCAG 2.2 A and AA; and what a printer
 * and a hurried reader would mind: width, blanks, targets, more than one thing to do now. In the dark only the colours
 * differ.
 */
export async function faultsOf(page: Page, scheme: Scheme = "light"): Promise<readonly string[]> {
  await page.evaluate(axe);
  const only = scheme === "light" ? tags : { type: "rule", values: ["color-contrast", "link-in-text-block"] };
  const found = await page.evaluate<readonly string[]>(`(${runAxe})(${JSON.stringify(only)})`);
  return scheme === "light" ? [...found, ...(await page.evaluate<readonly string[]>(judge))] : found;
}

/** How wide the page is when it is wider than the window. */
export const sidewaysFaults = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(sideways);

/** Words of the hall's screen that are set smaller than 32 px: nobody in the last row reads them. */
export const smallLetters = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(small);

const small = `(() => {
  const drawnAs = (box) => {
    const drawing = box.closest("svg");
    const enlarged = drawing ? new DOMMatrix(getComputedStyle(drawing).transform).a : 1;
    return parseFloat(getComputedStyle(box).fontSize) * enlarged;
  };
  return [...document.querySelectorAll("#page *")].filter((box) =>
    [...box.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "") && !box.closest(".vh") &&
    box.getBoundingClientRect().width > 0 && drawnAs(box) < 31.99,
  ).map((box) => drawnAs(box) + ": " + box.textContent.trim().slice(0, 80));
})()`;

const pictures = process.env["CAHIER_PICTURES"] ? join(import.meta.dirname, "../../.cache/gallery") : null;

/** `CAHIER_PICTURES=1` keeps a picture of every face in `.cache/gallery`. */
export async function keepPicture(page: Page, name: string, fullPage = false): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}

const runAxe = `async (runOnly) => {
  const { violations } = await axe.run(document, { runOnly });
  return violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html.slice(0, 160) + " " + node.failureSummary).join(" | "));
}`;

const sideways = `document.documentElement.scrollWidth > window.innerWidth
  ? [document.documentElement.scrollWidth + " wide: " + [...document.querySelectorAll("#page *")]
      .filter((box) => box.getBoundingClientRect().right > window.innerWidth + 1).map((box) => box.outerHTML.slice(0, 80)).join(" | ")]
  : []`;

/** A plain space where French has a narrow one or one that does not break, none at all, or signs of a typewriter. */
const mistyped = [
  "'",
  String.raw`\.\.\.`,
  String.raw`[ ][;:!?%»]`,
  String.raw`[\p{L}\p{N}][;!?»%]`,
  String.raw`\p{L}:(?:\s|$)`,
  String.raw`«[^\u202f]`,
  String.raw`(?:[Aa]rticle|[Aa]linéa|[Aa]mendement|[Ss]crutin|[Vv]ersion)s? \d`,
];

const judge = `(() => {
  const found = [];
  const seen = (box) => box.getBoundingClientRect().width > 0 && box.getBoundingClientRect().height > 0;
  const mistyped = new RegExp(${JSON.stringify(mistyped.join("|"))}, "u");
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style, textarea, option, .code, .hash")) continue;
    if (mistyped.test(node.data)) found.push("set as no printer would: " + node.data.trim().slice(0, 120));
  }
  const now = [...document.querySelectorAll(".btn--now:not([open] > summary)")].filter((box) => seen(box) && box.checkVisibility());
  if (now.length > 1) found.push("more than one thing to do now: " + now.map((box) => box.textContent.trim()).join(" | "));
  const pressed = "button, .btn, summary, select, textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), .choice, .tabs a, .foot a";
  for (const box of [...document.querySelectorAll(pressed)].filter(seen)) {
    const { height, width } = box.getBoundingClientRect();
    if (height < 47.5 || width < 43.5) found.push("a small target, " + Math.round(width) + " × " + Math.round(height) + ": " + box.outerHTML.slice(0, 100));
  }
  return [...found, ...(${sideways})];
})()`;
