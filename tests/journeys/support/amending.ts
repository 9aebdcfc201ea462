import type { Page } from "playwright-core";

import { presses, sees } from "./hands.ts";

export interface AmendmentWish {
  /** A word of the text, chosen as a finger does, and what is typed in its place. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/** Edits the tabled text in place on one's own device and submits; gives the amendment's number. */
export async function amends(phone: Page, text: string, wish: AmendmentWish): Promise<number> {
  await composes(phone, text, wish);
  return submits(phone);
}

/** Edits the tabled text in place and says why; nothing is sent. */
export async function composes(phone: Page, text: string, { from, to, why }: AmendmentWish): Promise<void> {
  await phone.goto(text);
  await presses(phone, "Amender");
  await phone.waitForURL(/\/amender$/u);
  await retypes(phone, { from, to, why });
}

/** On the sheet that one amends: puts one word in the place of another and says why. */
async function retypes(phone: Page, { from, to, why }: AmendmentWish): Promise<void> {
  await sees(phone, "Gardé sur cet appareil");
  const { x, y } = await middleOf(phone, from);
  await phone.mouse.dblclick(x, y);
  await phone.keyboard.type(to, { delay: 20 });
  await phone.locator(".wish-changes ins", { hasText: to }).waitFor();
  await phone.locator("#rationale").fill(why);
}

/** Opens one's amendment again to other words; nothing is sent. */
export async function rewords(phone: Page, sheet: string, wish: AmendmentWish): Promise<void> {
  await phone.goto(sheet);
  await presses(phone, "Rectifier l’amendement");
  await phone.waitForURL(/\/amender\?rectifie=/u);
  await retypes(phone, wish);
}

export async function submits(phone: Page): Promise<number> {
  await presses(phone, "Déposer l’amendement");
  await phone.waitForURL(/\/amendements\/\d+$/u);
  return Number(/\d+$/u.exec(phone.url())?.[0]);
}

/** Where a word stands on the sheet, scrolled into view. */
export async function middleOf(page: Page, word: string): Promise<{ readonly x: number; readonly y: number }> {
  const place = await page.evaluate<{ readonly x: number; readonly y: number } | null>(
    `(${finding})(${JSON.stringify(word)})`,
  );
  if (place === null) throw new Error(`The sheet does not say « ${word} »`);
  return place;
}

/** Runs in the page. */
const finding = `(word) => {
  const walker = document.createTreeWalker(document.getElementById("texte"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
}`;
