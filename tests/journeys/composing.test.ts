import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { middleOf, submits } from "./support/amending.ts";
import { delegateOf, drafterOf, gathers, type Assembly } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, sees, tabsTo } from "./support/hands.ts";
import { opensText } from "./support/organising.ts";
import { tables } from "./support/plenary.ts";
import { expectGoodLooks } from "./support/seen.ts";
import { says } from "./support/workshop.ts";

const title = "Déclaration de Valbrune";

/** Three articles, as their workshop leaves them. */
const articles = [
  ["Des lieux", "Chaque commune peut ouvrir une maison du peuple.", "Elle est ouverte à toutes et à tous."],
  ["De l’eau", "L’eau est un bien commun."],
  ["Des forêts", "Les forêts ne se vendent pas."],
] as const;

let hall: Hall;
let assembly: Assembly;
let text = "";
beforeAll(async () => {
  hall = await openHall();
  assembly = await gathers(hall, {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
    delegations: ["Brémont", "Orvelles"],
  });
  text = await opensText(assembly.chair, assembly.home, title);
  const drafter = await drafterOf(hall, assembly, title, text);
  await drafter.locator(".sheet-text p").last().click();
  for (const lines of articles) {
    await presses(drafter, "Nouvel article");
    for (const [k, line] of lines.entries()) {
      if (k > 0) await drafter.keyboard.press("Enter");
      await drafter.keyboard.type(line, { delay: 10 });
    }
  }
  await says(drafter, "Tout est écrit");
  await drafter.context().close();
  await assembly.chair.goto(`${assembly.home}/tribune`);
  await tables(assembly.chair, title);
});
afterAll(async () => hall?.close());

/** Holds a finger on a word of the text that is read: it is chosen then. */
async function choosesWord(phone: Page, word: string): Promise<void> {
  const { x, y } = await middleOf(phone, word);
  await phone.mouse.dblclick(x, y);
}

async function taps(phone: Page, words: string): Promise<void> {
  await phone
    .getByRole("button", { name: words, exact: true })
    .or(phone.getByRole("link", { name: words, exact: true }))
    .first()
    .tap();
}

async function touches(phone: Page, words: string): Promise<void> {
  const { x, y } = await middleOf(phone, words);
  await phone.touchscreen.tap(x, y);
}

/** What is told of the changes, one by one, without its own space. */
const told = async (page: Page): Promise<readonly string[]> =>
  (await page.locator(".parts a").allTextContents()).map((words) => words.replaceAll(/\s+/gu, " ").trim());

/** From the pen beside the first paragraph to « doit » instead of « peut » in it, without a pointer. */
async function demandsByKeyboard(page: Page): Promise<void> {
  await tabsTo(page, "Amender l’alinéa 1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/amender\?a=/u);
  await sees(page, "Gardé sur cet appareil");
  await page.getByRole("button", { name: "Alinéa 1", exact: true }).waitFor();
  await page.keyboard.press("Home");
  for (const key of ["Control+ArrowRight", "Control+ArrowRight", "Shift+Control+ArrowRight"])
    await page.keyboard.press(key);
  await page.keyboard.type(" doit", { delay: 20 });
}

const chosenIn = (page: Page): Promise<string> => page.evaluate<string>("getSelection().toString()");

/** The marks of a redline, as one reads them. */
const marksOn = (page: Page, where: string): Promise<readonly string[]> =>
  page.locator(`${where} .redline`).locator("ins, del").allTextContents();

test(
  "AMD-126 composed with a finger and by keyboard alone: from chosen words, an article suppressed, added and moved, one change taken back, two amendments of one, and the same asked for by another delegation",
  { timeout: 300_000 },
  async () => {
    const dominique = await delegateOf(hall, assembly, "Orvelles", "phone");
    await dominique.goto(text);
    await expectGoodLooks(dominique, "composing 1 the text");
    await demandsByKeyboard(dominique);
    await expect.poll(() => told(dominique)).toEqual(["Article 1, alinéa 1 « doit » au lieu de « peut »"]);
    await expectGoodLooks(dominique, "composing 2 by keyboard");

    const camille = await delegateOf(hall, assembly, "Brémont", "touch");
    await camille.goto(text);
    await choosesWord(camille, "peut");
    await camille.getByRole("link", { name: "Amender ces mots" }).waitFor();
    await expectGoodLooks(camille, "composing 3 chosen words");
    await choosesWord(camille, "peut");
    await taps(camille, "Amender ces mots");
    await camille.waitForURL(/\/amender\?a=.*mots=peut/u);
    await sees(camille, "Gardé sur cet appareil");
    expect((await chosenIn(camille)).trim()).toBe("peut");
    await camille.keyboard.type("doit", { delay: 20 });

    await touches(camille, "bien commun");
    await taps(camille, "Article 2");
    await taps(camille, "Supprimer cet article");
    // A second press, before another place is touched, takes nothing more.
    await camille.locator("button[data-gesture=suppress][aria-disabled=true]").tap({ force: true });
    expect(await camille.getByRole("button", { name: "Remettre dans le texte" }).count()).toBe(1);
    await camille.getByRole("button", { name: "Remettre dans le texte" }).waitFor();
    await expectGoodLooks(camille, "composing 4 an article suppressed");
    await touches(camille, "ne se vendent");
    await taps(camille, "Ajouter un article ici");
    await camille.keyboard.type("Des sources", { delay: 20 });
    await camille.keyboard.press("Enter");
    await camille.keyboard.type("Elles coulent.", { delay: 20 });
    await touches(camille, "ne se vendent");
    await taps(camille, "Monter cet article");
    await expect.poll(() => told(camille)).toHaveLength(4);
    await camille.locator("#rationale").fill("Pour que cela se fasse.");
    await expectGoodLooks(camille, "composing 5 four changes");
    await taps(camille, "Annuler ce changement, Article 3");
    await expect.poll(() => told(camille)).toHaveLength(3);

    await taps(camille, "Déposer d’abord : Article 1");
    await sees(camille, "Amendement 1 déposé");
    await expectGoodLooks(camille, "composing 6 the rest is kept");
    const before = await marksOn(camille, ".wish-changes");
    expect(await submits(camille)).toBe(2);
    expect(await marksOn(camille, "main")).toEqual(before);
    await expectGoodLooks(camille, "composing 7 submitted");

    await sees(dominique, "Déjà demandé");
    await tabsTo(dominique, "Lire l’amendement 1");
    await expectGoodLooks(dominique, "composing 8 the same is asked for");
    await dominique.keyboard.press("Enter");
    await dominique.waitForURL(/\/amendements\/1$/u);
    await dominique.goBack();
    await sees(dominique, "Déjà demandé");
    await tabsTo(dominique, /^Article 1$/u);
    await dominique.keyboard.press("Space");
    await tabsTo(dominique, "Ajouter un article ici");
    await dominique.keyboard.press("ArrowRight");
    await dominique.keyboard.press("Enter");
    await expect.poll(() => told(dominique)).toEqual(["Article 1 article supprimé"]);
    await expectGoodLooks(dominique, "composing 9 suppressed by keyboard");
    await tabsTo(dominique, "Remettre dans le texte");
    await dominique.keyboard.press("Enter");
    await sees(dominique, "Rien encore");

    await dominique.goto(text);
    await demandsByKeyboard(dominique);
    await tabsTo(dominique, "Cosigner l’amendement 1");
    await dominique.keyboard.press("Enter");
    await dominique.waitForURL(/\/amendements\/1$/u);
    await sees(dominique, "Retirer notre signature");
  },
);
