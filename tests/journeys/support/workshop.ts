import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { fills, presses } from "./hands.ts";

/** Two editors need as long to agree after a cut. */
const agreeingMs = 60_000;

/** Opens the sheet of a text that one may write. */
export async function opensSheet(page: Page, text: string): Promise<void> {
  await page.goto(`${text}/ecrire`);
  await says(page, "Tout est écrit");
}

/** Enters the workshop with the code that its screen shows. */
export async function joinsWorkshop(page: Page, text: string, writingCode: string): Promise<void> {
  await page.goto(text);
  await fills(page, { writingCode });
  await presses(page, "Entrer dans l’atelier");
  await page.waitForURL(/\/ecrire$/u);
  await says(page, "Tout est écrit");
}

export const writingCodeOf = async (page: Page): Promise<string> =>
  (await page.locator(".text-acts .code").textContent()) ?? "";

export const sheet = (page: Page): Locator => page.getByRole("textbox", { name: "Feuille de l’atelier" });

/** Puts the cursor into the first paragraph. */
export const startsTyping = (page: Page): Promise<void> => sheet(page).locator(".alinea").first().click();

/** Presses keys (`Control+End Home`), then types as a quick typist does. */
export async function types(page: Page, keys: string, words: string): Promise<void> {
  await sheet(page).locator("p").last().click();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  await page.keyboard.type(words, { delay: 20 });
}

/** One numbered word after the other at the cursor. */
export async function typesWords(page: Page, name: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.keyboard.type(`${name}${i}. `, { delay: 25 });
}

/** Waits until the sheet says of itself what is given. */
export const says = (page: Page, words: string): Promise<void> =>
  page.locator(".says", { hasText: words }).waitFor({ timeout: agreeingMs });

/** Waits until the last paragraph, on a sheet or in a text that is read, says exactly this: every word there once. */
export const reads = async (page: Page, words: string): Promise<void> =>
  expect.poll(async () => lastParagraph(page), { timeout: agreeingMs }).toBe(words);

const lastParagraph = async (page: Page): Promise<string> =>
  ((await page.locator("#texte p").last().textContent()) ?? "").replaceAll(/\s+/gu, " ").trim();

/** What stands in the first paragraph. */
export const firstParagraph = (page: Page): Promise<string> =>
  page
    .locator("#texte p")
    .first()
    .innerText()
    .then((words) => words.trim());

/** Its blocks as one reads them: kind, number, words. */
export const outlineOf = (page: Page): Promise<string[]> =>
  page
    .locator(".sheet-text [data-no], .sheet-text [data-label]")
    .evaluateAll((blocks) =>
      blocks.map((block) =>
        `${block.nodeName} ${block.dataset["no"] ?? block.dataset["label"]} ${block.textContent}`.replaceAll(
          "\u00a0",
          " ",
        ),
      ),
    );
