import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { amends } from "./support/amending.ts";
import { delegateOf, gathers } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { fills, presses, pressesTwice, sees } from "./support/hands.ts";
import { opensText, welcomes } from "./support/organising.ts";
import { concludes, opensBallot, opensItem, putsOnProgramme, tables, takesConsole } from "./support/plenary.ts";
import { expectGoodLooks } from "./support/seen.ts";
import { votes } from "./support/voting.ts";
import { firstParagraph, joinsWorkshop, says, sheet, startsTyping, writingCodeOf } from "./support/workshop.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const item = "Plénière : vote sur la ou les déclarations";
const title = "L’eau";
const names = ["Brémont", "Kerloc’h"];

test("HIS-10 HIS-13 HIS-14 HIS-15 HIS-18 in browsers: two write, a version is named and brought back while somebody types, an amendment is adopted, anybody reads who wrote what and compares", async () => {
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18", delegations: names };
  const assembly = await gathers(hall, facts);
  const { home, chair, organiser } = assembly;
  for (const name of names) await welcomes(organiser, home, name);
  const text = await opensText(organiser, home, title);
  const code = await writingCodeOf(organiser);
  const amina = await delegateOf(hall, assembly, "Brémont", "desk");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "desk");
  for (const page of [amina, bastien]) await joinsWorkshop(page, text, code);
  await startsTyping(amina);
  await amina.keyboard.type("La commune garde l’eau.", { delay: 20 });
  await says(amina, "Tout est écrit");
  await sheet(bastien).locator(".alinea").last().click();
  await pressesKeys(bastien, "Control+End Enter");
  await bastien.keyboard.type("Elle ouvre des lieux pour tout le monde.", { delay: 20 });
  await says(bastien, "Tout est écrit");

  await chair.goto(text);
  await presses(chair, "Histoire du texte");
  await chair
    .getByRole("link", { name: /^Le texte alors/u })
    .first()
    .click();
  await sees(chair, "La commune garde l’eau.");
  await fills(chair, { name: "Avant le ménage" });
  await presses(chair, "Garder ce nom");
  await chair.getByRole("heading", { level: 1, name: /^Avant le ménage/u }).waitFor();

  // Somebody takes the first paragraph away, all of it.
  await sheet(amina).locator(".alinea").first().click();
  await pressesKeys(amina, "Home Shift+End Backspace");
  await says(amina, "Tout est écrit");
  await expect.poll(() => firstParagraph(bastien)).toBe("");
  const reading = await amina.context().newPage();
  await reading.goto(`${text}/histoire`);
  await presses(reading, "Avant le ménage");
  await sees(reading, "La commune garde l’eau.");
  await sheet(bastien).locator(".alinea").last().click();
  await pressesKeys(bastien, "Control+End");
  const typing = bastien.keyboard.type(" Et des jardins, et des fours, et des fontaines.", { delay: 30 });
  await pressesTwice(reading, "Reprendre cette version");
  await reading.waitForURL(/\/ecrire$/u);
  await typing;
  for (const page of [amina, bastien, reading]) {
    await says(page, "Tout est écrit");
    await expect.poll(() => firstParagraph(page), { timeout: 20_000 }).toBe("La commune garde l’eau.");
  }
  const words = await sheet(bastien).innerText();
  for (const page of [amina, reading]) await expect.poll(() => sheet(page).innerText()).toBe(words);

  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);
  await amends(bastien, text, { from: "garde", to: "partage", why: "Garder ferme la porte." });
  await opensItem(chair, item);
  await chair.keyboard.press("1");
  await sees(chair, "Amendement 1");
  await opensBallot(chair);
  for (const page of [amina, bastien]) {
    await page.goto(`${home}/`);
    await votes(page, "Pour");
  }
  await concludes(chair);

  for (const device of ["phone", "plainPhone"] as const) {
    const anybody = await hall.person(device);
    await anybody.goto(text);
    await presses(anybody, "Histoire du texte");
    await sees(anybody, "Avant le ménage");
    await sees(anybody, /Reprise de la version/u);
    await presses(anybody, "Qui a écrit quoi");
    const hands = await anybody.locator(".hands > li").allInnerTexts();
    const of = (name: string): string => /^\d/u.exec(hands.find((hand) => hand.includes(name)) ?? "")?.[0] ?? "none";
    const marked = async (name: string): Promise<string> =>
      (
        await anybody.locator(".whose .by", { has: anybody.locator("sup", { hasText: of(name) }) }).allInnerTexts()
      ).join();
    // The words that she took away and brought back are hers, not of whoever pressed the button.
    expect(await marked("Brémont")).toContain("l’eau.");
    expect(await marked("Amendement")).toContain("partage");
    expect(await marked("Kerloc’h")).toContain("Elle ouvre des lieux pour tout le monde.");
    await anybody.goBack();
    await anybody.locator("select[name=de] option", { hasText: "Avant le ménage" }).waitFor({ state: "attached" });
    const named = await anybody.locator("select[name=de] option", { hasText: "Avant le ménage" }).getAttribute("value");
    await anybody.locator("select[name=de]").selectOption(named ?? "");
    await presses(anybody, "Comparer");
    await anybody.locator(".sheet ins", { hasText: "partage" }).waitFor();
    expect(await anybody.locator(".sheet del").allInnerTexts()).toEqual([expect.stringContaining("garde")]);
  }

  const phone = await hall.person("phone");
  await phone.goto(`${text}/histoire`);
  await presses(phone, "Comparer");
  await phone.locator(".sheet ins", { hasText: "partage" }).waitFor();
  await expectGoodLooks(phone, "two versions compared");
  await phone.goto(`${text}/qui`);
  await expectGoodLooks(phone, "who wrote what");
  await phone.goto(`${text}/histoire`);
  await expectGoodLooks(phone, "moments of a text");
  await presses(phone, "Avant le ménage");
  await presses(phone, "Dérouler");
  await phone.locator("#texte", { hasText: "La commune partage l’eau." }).waitFor();
  await phone.getByRole("button", { name: "Dérouler" }).waitFor();
  const end = phone.url();
  await phone.locator("#scrub").fill("0");
  await phone.getByRole("heading", { level: 1, name: /^Avant le ménage/u }).waitFor();
  expect(phone.url()).not.toBe(end);
  await expectGoodLooks(phone, "one version");
});

/** A browser tells a moment later where the cursor has gone; no hand is quicker. */
async function pressesKeys(page: Page, keys: string): Promise<void> {
  for (const key of keys.split(" ")) {
    await page.waitForTimeout(100);
    await page.keyboard.press(key);
  }
  await page.waitForTimeout(100);
}
