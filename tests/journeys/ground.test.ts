import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { openHouse, type House } from "./support/house.ts";

const phone = { viewport: { width: 360, height: 640 } };
const desk = { viewport: { width: 1280, height: 800 } };

let house: House;
let browser: Browser;

beforeAll(async () => {
  house = await openHouse();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test("TXT-35 from the organiser's link to a tabled text that two people wrote at once, one of them cut off", async () => {
  const organiser = await person(desk);
  await organiser.goto(house.organiserLink());
  await fills(organiser, { name: "Rencontre de Commercy", place: "Commercy", firstDay: "2026-05-14" });
  await presses(organiser, "Ouvrir la rencontre");
  await organiser.getByText("La rencontre est ouverte").first().waitFor();
  const home = /^(.*\/r\/[^/]+)/u.exec(organiser.url())?.[1] ?? "";

  await organiser.goto(`${home}/accueil/liste`);
  await fills(organiser, { list: "Commercy, 1, 1\nSaint-Nazaire, 1, 0\nMontreuil, 1, 0" });
  await presses(organiser, "Relire la liste");
  await presses(organiser, "Inscrire ces 3 délégations");
  await organiser.goto(`${home}/codes`);
  await presses(organiser, "Faire les codes de toutes les délégations");
  await organiser.locator(".card-code .code").nth(3).waitFor();
  const delegateCode = await organiser.locator(".card", { hasText: "Délégué" }).first().locator(".code").innerText();

  const delegate = await person(phone);
  await enters(delegate, delegateCode);
  await delegate.goto(`${home}/moi`);
  await delegate.getByText("Délégué·e mandaté·e").first().waitFor();

  const chair = await person(desk);
  await enters(chair, await codeForRole(organiser, home, "chair"));
  await chair.goto(`${home}/textes`);
  await fills(chair, { title: "Déclaration de l’eau" });
  await presses(chair, "Ouvrir un texte");
  await chair.getByText("Déposer ce texte").first().waitFor();
  const text = chair.url();

  const camille = await person(desk);
  const dominique = await person(desk);
  await enters(camille, await codeForDrafter(organiser, home));
  await enters(dominique, await codeForDrafter(organiser, home));
  await camille.goto(`${text}/ecrire`);
  await types(camille, "Control+End", "Nous voulons");
  await reads(camille, "Nous voulons");
  await dominique.goto(`${text}/ecrire`);
  await reads(dominique, "Nous voulons");
  await Promise.all([
    types(camille, "Control+End", " que l’eau soit à tout le monde"),
    cutOffWhile(dominique, () => types(dominique, "Control+End Home", "Réunis ici, ")),
  ]);
  const whole = "Réunis ici, Nous voulons que l’eau soit à tout le monde";
  await reads(camille, whole);
  await reads(dominique, whole);

  await chair.reload();
  await pressesTwice(chair, "Déposer ce texte");
  await chair.getByText("Reprendre le dépôt").first().waitFor();
  const reader = await person(phone);
  const withoutScripts = await person({ ...phone, javaScriptEnabled: false });
  await reader.goto(text);
  await withoutScripts.goto(text);
  await reads(reader, whole);
  await reads(withoutScripts, whole);

  const record = await (await reader.request.get(`${home}/registre.json`)).text();
  expect(record).toContain("text.tabled");
});

async function person(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ locale: "fr-FR", ...options });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

async function fills(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, words] of Object.entries(fields)) await page.locator(`#field-${name}`).fill(words);
}

const presses = async (page: Page, words: string): Promise<void> =>
  page.getByRole("button", { name: words }).first().click();

async function pressesTwice(page: Page, words: string): Promise<void> {
  const button = page.locator("button", { has: page.getByText(words, { exact: true }) }).first();
  await button.click();
  await button.click();
}

async function enters(page: Page, code: string): Promise<void> {
  await page.goto(`${house.url}/entrer`);
  await fills(page, { code });
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.waitForURL("**/r/**");
}

const codeOf = async (page: Page): Promise<string> => page.locator(".card-code .code").first().innerText();

async function codeForRole(page: Page, home: string, role: string): Promise<string> {
  await page.goto(`${home}/codes`);
  await page.locator("#field-role").selectOption(role);
  await page.getByRole("button", { name: "Faire un code", exact: true }).click();
  await page.waitForURL("**/codes/feuille?place=*");
  return codeOf(page);
}

async function codeForDrafter(page: Page, home: string): Promise<string> {
  await page.goto(`${home}/codes`);
  await presses(page, "Faire un code de rédaction");
  await page.waitForURL("**/codes/feuille?place=*");
  return codeOf(page);
}

async function types(page: Page, keys: string, words: string): Promise<void> {
  const sheet = page.locator("[contenteditable=true]").first();
  await sheet.waitFor();
  await sheet.locator("p").last().click();
  for (const key of keys.split(" ")) await page.keyboard.press(key);
  await page.keyboard.type(words, { delay: 20 });
}

async function cutOffWhile(page: Page, writes: () => Promise<void>): Promise<void> {
  await page.context().setOffline(true);
  await writes();
  await page.context().setOffline(false);
}

const paragraph = async (page: Page): Promise<string> =>
  ((await page.locator("#texte p").last().textContent()) ?? "").replaceAll(/\s+/gu, " ").trim();

/** Waits until the paragraph says exactly this: every word there once. */
const reads = async (page: Page, words: string): Promise<void> =>
  expect.poll(async () => paragraph(page), { timeout: 30_000 }).toBe(words);
