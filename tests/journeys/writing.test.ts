import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { comesBack, cutOff, enters, pressesTwice } from "./support/hands.ts";
import { admits, delegateCodes, opensGathering, opensText, printsCodes, takesRole } from "./support/organising.ts";
import {
  firstParagraph,
  joinsWorkshop,
  outlineOf,
  says,
  sheet,
  startsTyping,
  typesWords,
  writingCodeOf,
} from "./support/workshop.ts";

/** How long one editor is cut off while the other writes on. */
const cutMs = 10_000;

let hall: Hall;
let workshop: Workshop;

beforeAll(async () => {
  hall = await openHall();
  workshop = await openGathering();
});

afterEach(async () => {
  for (const page of seats.values()) await comesBack(page);
});

afterAll(async () => hall?.close());

test("TXT-40 two editors type in one paragraph, one is cut off for ten seconds: sheets, reader and snapshot end equal, every word once", async () => {
  const text = await openText(workshop.organiser, "Des lieux communs");
  const [one, two] = [await drafter(0, text), await drafter(1, text)];
  const reader = await seated(2);
  await reader.goto(text.address);

  await startsTyping(one);
  await startsTyping(two);
  await Promise.all([typesWords(one, "un", 12), typesWords(two, "deux", 12)]);
  await cutOff(two);
  await says(two, "Hors ligne, vos mots sont gardés");
  const cutAtMs = Date.now();
  await Promise.all([typesWords(one, "dehors", 15), typesWords(two, "dedans", 15)]);
  await two.waitForTimeout(Math.max(0, cutAtMs + cutMs - Date.now()));
  await comesBack(two);

  for (const page of [one, two]) await says(page, "Tout est écrit");
  await expect.poll(() => firstParagraph(two), { timeout: 20_000 }).toBe(await firstParagraph(one));
  const words = await firstParagraph(one);
  await expect.poll(async () => plain(await firstParagraph(reader)), { timeout: 20_000 }).toBe(plain(words));
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
  await startsTyping(page);
  await page.keyboard.type("Écrit. ");
  await says(page, "Tout est écrit");
  await cutOff(page);
  await says(page, "Hors ligne");
  await page.keyboard.type("Gardé sur le téléphone.");
  await page.waitForTimeout(500);
  await page.close();
  const again = await page.context().newPage();
  await comesBack(again);
  await again.goto(`${text.address}/ecrire`);
  await again.getByText("Un passage n’a pas trouvé place").waitFor();
  expect(await again.locator(".offered blockquote").innerText()).toContain("Gardé sur le téléphone.");
  await sheet(again).locator(".alinea").first().click();
  await again.keyboard.press("End");
  await again.getByRole("button", { name: "Remettre ici" }).click();
  await says(again, "Tout est écrit");
  expect(await firstParagraph(again)).toBe("Écrit. Gardé sur le téléphone.");
  expect(await again.locator(".offered").count()).toBe(0);
});

test("TXT-42 the text is tabled while somebody writes without network: the sheet closes, says why, and gives the words back", async () => {
  const text = await openText(workshop.organiser, "Déposé trop tôt");
  const page = await drafter(0, text);
  await startsTyping(page);
  await page.keyboard.type("Écrit. ");
  await says(page, "Tout est écrit");
  await cutOff(page);
  await says(page, "Hors ligne");
  await page.keyboard.type("Trop tard.");
  await workshop.chair.goto(text.address);
  await pressesTwice(workshop.chair, "Déposer ce texte");
  await workshop.chair.locator(".reader-head", { hasText: "Déposé" }).waitFor();
  await comesBack(page);
  await says(page, "Ce texte ne s’écrit plus ici");
  await page.getByText("il ne change plus que par amendement").waitFor();
  expect(await page.locator(".offered blockquote").innerText()).toContain("Trop tard.");
  await expect.poll(() => firstParagraph(page)).toBe("Écrit.");
});

test("TXT-43 tools and keys: articles, lists, quotations, bold, links that are allowed, and undoing what is one’s own", async () => {
  const text = await openText(workshop.organiser, "Des outils");
  const [page, other] = [await drafter(0, text), await drafter(1, text)];
  await startsTyping(page);
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
  readonly home: string;
  readonly organiser: Page;
  readonly chair: Page;
  /** The delegates' codes, as they are printed. */
  readonly codes: readonly string[];
}

interface Text {
  readonly address: string;
  readonly writingCode: string;
}

async function openGathering(): Promise<Workshop> {
  const organiser = await hall.person();
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2030-01-19" };
  const home = await opensGathering(organiser, hall.house.organiserLink(), facts);
  await admits(organiser, home, ["Kerloc’h, 2, 0", "Tanneries, 2, 0"]);
  const cards = await printsCodes(organiser, home);
  const chair = await hall.person();
  await takesRole(chair, organiser, home, "chair");
  return { home, organiser, chair, codes: ["Kerloc’h", "Tanneries"].flatMap((name) => delegateCodes(cards, name)) };
}

async function openText(organiser: Page, title: string): Promise<Text> {
  const address = await opensText(organiser, workshop.home, title);
  return { address, writingCode: await writingCodeOf(organiser) };
}

const seats = new Map<number, Page>();

/** A new page of the nth delegate, in the browser in which they entered their code. */
async function seated(nth: number): Promise<Page> {
  const before = seats.get(nth);
  if (before) return before.context().newPage();
  const page = await hall.person();
  await enters(page, workshop.home, workshop.codes[nth] ?? "");
  seats.set(nth, page);
  return page;
}

/** The nth delegate, on the sheet of a text. */
async function drafter(nth: number, { address, writingCode }: Text): Promise<Page> {
  const page = await seated(nth);
  await joinsWorkshop(page, address, writingCode);
  return page;
}

const plain = (words: string): string => words.replaceAll(/\s/gu, "");

/** All words of the text, from the address that gives it to programs. */
async function snapshotOf(page: Page, { address }: Text): Promise<string> {
  const body = await (await page.request.get(`${address}/instantane.json`)).text();
  return [...body.matchAll(/"text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, words = '""']) => String(JSON.parse(words)))
    .join("");
}
