import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { launchBrowser } from "../support/browser.ts";
import { dataFolder, serve, type Served } from "../support/served.ts";

/** How long one editor is cut off while the other writes on. */
const cutMs = 10_000;

let browser: Browser;
let served: Served;
let workshop: Workshop;
const data = dataFolder();

beforeAll(async () => {
  served = await serve({ env: { DATA_DIR: data.path } });
  browser = await launchBrowser();
  workshop = await openGathering(await person());
});

afterEach(async () => {
  for (const context of seats.values()) await context.setOffline(false);
});

afterAll(async () => {
  await browser.close();
  served.process.kill("SIGTERM");
  await served.ended;
  data.remove();
});

test("TXT-40 two editors type in one paragraph, one is cut off for ten seconds: sheets, reader and snapshot end equal, every word once", async () => {
  const text = await openText(workshop.organiser, "Des lieux communs");
  const [one, two] = [await drafter(0, text), await drafter(1, text)];
  const reader = await seated(2);
  await reader.goto(text.address);

  await startTyping(one);
  await startTyping(two);
  await Promise.all([typeWords(one, "un", 12), typeWords(two, "deux", 12)]);
  await two.context().setOffline(true);
  await says(two, "Hors ligne, vos mots sont gardés");
  const cutAtMs = Date.now();
  await Promise.all([typeWords(one, "dehors", 15), typeWords(two, "dedans", 15)]);
  await two.waitForTimeout(Math.max(0, cutAtMs + cutMs - Date.now()));
  await two.context().setOffline(false);

  for (const page of [one, two]) await says(page, "Tout est écrit");
  await expect.poll(() => wordsOf(two), { timeout: 20_000 }).toBe(await wordsOf(one));
  const words = await wordsOf(one);
  await expect.poll(async () => plain(await wordsOf(reader)), { timeout: 20_000 }).toBe(plain(words));
  expect(plain(await snapshotOf(reader, text))).toContain(plain(words));
  for (const [name, count] of [
    ["un", 12],
    ["deux", 12],
    ["dehors", 15],
    ["dedans", 15],
  ] as const) {
    for (let i = 0; i < count; i++) expect(words.split(`${name}${i}.`), `${name}${i}`).toHaveLength(2);
  }
});

test("TXT-41 words typed without network and a page that is closed: the next one offers them, and puts them back", async () => {
  const text = await openText(workshop.organiser, "Des mots gardés");
  const page = await drafter(0, text);
  await startTyping(page);
  await page.keyboard.type("Écrit. ");
  await says(page, "Tout est écrit");
  await page.context().setOffline(true);
  await says(page, "Hors ligne");
  await page.keyboard.type("Gardé sur le téléphone.");
  await page.waitForTimeout(500);
  await page.close();
  const again = await newPageOf(page);
  await again.context().setOffline(false);
  await again.goto(`${text.address}/ecrire`);
  await again.getByText("Un passage n’a pas trouvé place").waitFor();
  expect(await again.locator(".offered blockquote").innerText()).toContain("Gardé sur le téléphone.");
  await sheet(again).locator(".alinea").first().click();
  await again.keyboard.press("End");
  await again.getByRole("button", { name: "Remettre ici" }).click();
  await says(again, "Tout est écrit");
  expect(await wordsOf(again)).toBe("Écrit. Gardé sur le téléphone.");
  expect(await again.locator(".offered").count()).toBe(0);
});

test("TXT-42 the text is tabled while somebody writes without network: the sheet closes, says why, and gives the words back", async () => {
  const text = await openText(workshop.organiser, "Déposé trop tôt");
  const page = await drafter(0, text);
  await startTyping(page);
  await page.keyboard.type("Écrit. ");
  await says(page, "Tout est écrit");
  await page.context().setOffline(true);
  await says(page, "Hors ligne");
  await page.keyboard.type("Trop tard.");
  await workshop.chair.goto(text.address);
  const table = workshop.chair.locator("form[data-act='text.table'] button");
  await table.click();
  await table.click();
  await workshop.chair.locator(".reader-head", { hasText: "Déposé" }).waitFor();
  await page.context().setOffline(false);
  await says(page, "Ce texte ne s’écrit plus ici");
  await page.getByText("il ne change plus que par amendement").waitFor();
  expect(await page.locator(".offered blockquote").innerText()).toContain("Trop tard.");
  await expect.poll(() => wordsOf(page)).toBe("Écrit.");
});

test("TXT-43 tools and keys: articles, lists, quotations, bold, links that are allowed, and undoing what is one’s own", async () => {
  const text = await openText(workshop.organiser, "Des outils");
  const [page, other] = [await drafter(0, text), await drafter(1, text)];
  await startTyping(page);
  await page.keyboard.type("Premier.");
  const kept = await page.locator(".sheet-text .alinea").first().getAttribute("data-block");
  await page.keyboard.press("Home");
  // A browser tells a moment later where the cursor has gone; no hand is quicker.
  await page.waitForTimeout(100);
  await page.keyboard.press("Enter");
  expect(await page.locator(".sheet-text .alinea").nth(1).getAttribute("data-block")).toBe(kept);
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Nouvel article" }).click();
  await page.keyboard.type("Ouvrir");
  await page.keyboard.press("Enter");
  await page.keyboard.type("un");
  await page.selectOption("#kind", "ordered");
  await page.keyboard.press("Enter");
  await page.keyboard.type("deux");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Une citation ");
  await page.selectOption("#kind", "quote");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("en gras");
  await page.getByRole("button", { name: "Lien" }).click();
  await page.fill("#link", "javascript:alert(1)");
  await page.keyboard.press("Enter");
  await page.getByText("Ce lien n’est pas permis").waitFor();
  await page.fill("#link", "exemple.invalid");
  await page.keyboard.press("Enter");
  await says(page, "Tout est écrit");
  expect(await outlineOf(page)).toEqual([
    "P 1 ",
    "P 2 Premier.",
    "H2 Article 1 Ouvrir",
    "LI 3 un",
    "LI 4 deux",
    "BLOCKQUOTE 5 Une citation en grashttps://exemple.invalid",
  ]);
  await expect.poll(() => outlineOf(other)).toEqual(await outlineOf(page));
  await sheet(other).locator(".alinea").nth(1).click();
  await other.keyboard.type("D’une autre. ");
  await says(other, "Tout est écrit");
  await expect.poll(() => page.locator(".sheet-text").innerText()).toContain("D’une autre.");
  await sheet(page).locator("blockquote").click();
  await page.keyboard.press("Control+z");
  await says(page, "Tout est écrit");
  const words = await page.locator(".sheet-text").innerText();
  expect(words).toContain("D’une autre.");
  expect(words).not.toContain("https://exemple.invalid");
});

interface Workshop {
  readonly gathering: string;
  readonly organiser: Page;
  readonly chair: Page;
  /** The delegates' codes, as they are printed. */
  readonly codes: readonly string[];
}

interface Text {
  readonly address: string;
  readonly writingCode: string;
}

/** Each person has a browser of their own. */
async function person(): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: "fr-FR" });
  return context.newPage();
}

const newPageOf = (page: Page): Promise<Page> => page.context().newPage();

/** Opens the gathering, admits two delegations, prints their codes and the chair's; all as an organiser does. */
async function openGathering(organiser: Page): Promise<Workshop> {
  await organiser.goto(served.organiser);
  await organiser.fill("[name=name]", "Rencontre de Valbrune");
  await organiser.fill("[name=place]", "Valbrune");
  await organiser.fill("[name=firstDay]", "2030-01-19");
  await organiser.click("main form button");
  await organiser.waitForURL(/\/r\//u);
  const gathering = /^.*\/r\/[^/]+/u.exec(organiser.url())?.[0] ?? "";
  await organiser.goto(`${gathering}/accueil/liste`);
  await organiser.fill("[name=list]", "Kerloc’h, 2, 0\nTanneries, 2, 0");
  await organiser.click("main form button");
  await organiser.click("form[data-act='delegation.admit'] button");
  await organiser.waitForURL(/\/accueil(?!\/liste)/u);
  await organiser.goto(`${gathering}/codes`);
  await organiser.click("form[data-act='code.issue'] button");
  await organiser.waitForURL(/feuille/u);
  const codes = await printedCodes(organiser);
  await organiser.goto(`${gathering}/codes`);
  await organiser.selectOption("#field-role", "chair");
  await organiser
    .locator("form", { has: organiser.locator("#field-role") })
    .locator("button")
    .click();
  await organiser.waitForURL(/feuille/u);
  const chair = await person();
  await enterSeat(
    chair,
    (await organiser.locator(".card", { hasText: "animation" }).locator(".code").textContent()) ?? "",
  );
  return { gathering, organiser, chair, codes };
}

const printedCodes = (page: Page): Promise<string[]> =>
  page
    .locator(".card", { hasText: /Kerloc’h|Tanneries/u })
    .locator(".code")
    .allTextContents();

async function openText(organiser: Page, title: string): Promise<Text> {
  await organiser.goto(`${workshop.gathering}/textes`);
  await organiser.fill("[name=title]", title);
  await organiser.click("form[data-act='text.create'] button");
  await organiser.waitForURL(/\/textes\/[^/]+$/u);
  return { address: organiser.url(), writingCode: (await organiser.locator(".text-acts .code").textContent()) ?? "" };
}

const seats = new Map<number, BrowserContext>();

/** The nth delegate, in the browser in which they entered their code. */
async function seated(nth: number): Promise<Page> {
  const before = seats.get(nth);
  if (before) return before.newPage();
  const page = await person();
  await enterSeat(page, workshop.codes[nth] ?? "");
  seats.set(nth, page.context());
  return page;
}

async function enterSeat(page: Page, code: string): Promise<void> {
  await page.goto(`${served.url}/entrer`);
  await page.fill("[name=code]", code);
  await page.click("main form button");
  await page.waitForURL(/\/r\//u);
}

/** The nth delegate, on the sheet of a text. */
async function drafter(nth: number, { address, writingCode }: Text): Promise<Page> {
  const page = await seated(nth);
  await page.goto(address);
  await page.fill("[name=writingCode]", writingCode);
  await page.click("form[data-act='text.joinWriting'] button");
  await page.waitForURL(/\/ecrire$/u);
  await says(page, "Tout est écrit");
  return page;
}

const sheet = (page: Page) => page.getByRole("textbox", { name: "Feuille de l’atelier" });

async function startTyping(page: Page): Promise<void> {
  await sheet(page).locator(".alinea").first().click();
}

/** One word after the other at the cursor, as fast as a quick typist. */
async function typeWords(page: Page, name: string, count: number): Promise<void> {
  for (let i = 0; i < count; i++) await page.keyboard.type(`${name}${i}. `, { delay: 25 });
}

/** Its blocks as one reads them: number, words. */
const outlineOf = (page: Page): Promise<string[]> =>
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

const plain = (words: string): string => words.replaceAll(/\s/gu, "");

/** All words of the text, from the address that gives it to programs. */
async function snapshotOf(page: Page, { address }: Text): Promise<string> {
  const body = await (await page.request.get(`${address}/instantane.json`)).text();
  return [...body.matchAll(/"text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, words = '""']) => String(JSON.parse(words)))
    .join("");
}

const says = (page: Page, words: string): Promise<void> =>
  page.locator(".says", { hasText: words }).waitFor({ timeout: 30_000 });

/** What stands on the sheet, or in the text that is read. */
const wordsOf = (page: Page): Promise<string> =>
  page
    .locator("#texte p")
    .first()
    .innerText()
    .then((words) => words.trim());
