import type { Locator, Page } from "playwright-core";

/** What hands do on any page. Words are typed as one reads them; the kind of blank does not matter. */
export async function fills(place: Page | Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(fields)) await place.locator(`#field-${name}`).fill(words);
}

/** The button or the link that says exactly this. */
export const presses = (place: Page | Locator, words: string): Promise<void> =>
  place
    .getByRole("button", { name: words, exact: true })
    .or(place.getByRole("link", { name: words, exact: true }))
    .first()
    .click();

/** Presses, reads the question, presses again. */
export async function pressesTwice(place: Page | Locator, words: string): Promise<void> {
  const button = place.locator("button[data-twice]", { has: exactly(place, words) }).first();
  await button.click();
  await button.locator(".again").waitFor();
  await button.click();
}

/** Waits until the page says it, wherever. */
export const sees = (place: Page | Locator, words: string | RegExp): Promise<void> =>
  place.getByText(words).filter({ visible: true }).first().waitFor();

/** Enters with a code as it is printed; ends where the code leads. */
export async function enters(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${new URL(url).origin}/entrer`);
  await fills(page, { code });
  await presses(page, "Entrer");
  await page.waitForURL("**/r/**");
}

/** No network while somebody does something; then it is back. */
export async function cutOffWhile(page: Page, does: () => Promise<void>): Promise<void> {
  await cutOff(page);
  await does();
  await comesBack(page);
}

export const cutOff = (page: Page): Promise<void> => page.context().setOffline(true);
export const comesBack = (page: Page): Promise<void> => page.context().setOffline(false);

const exactly = (place: Page | Locator, words: string): Locator => place.getByText(words, { exact: true });

/** Nothing but these words, whatever the blanks. */
export const exactWords = (words: string): RegExp =>
  new RegExp(
    `^\\s*${words.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(" ", String.raw`\s`)}\\s*$`,
    "u",
  );

/** What the element says that a key would now press. */
export const focusedWords = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.activeElement?.matches("button, a") ? document.activeElement.textContent : ""`);

/** By the tabulator alone, to what is called so: by its own words, its label, or what describes it. */
export async function tabsTo(page: Page, words: string | RegExp): Promise<void> {
  const heard: string[] = [];
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate<string>(`(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return "";
      const labels = [...(at.labels ?? [])].map((label) => label.textContent).join(" ");
      return [at.getAttribute("aria-label") ?? "", labels, at.matches("button, a, summary") ? at.textContent : ""].join(" ");
    })()`);
    const said = name.replaceAll(/\s+/gu, " ").trim();
    if (typeof words === "string" ? said.includes(words) : words.test(said)) return;
    heard.push(said);
  }
  throw new Error(`The keyboard does not reach ${String(words)}: ${heard.join(" | ")}`);
}
