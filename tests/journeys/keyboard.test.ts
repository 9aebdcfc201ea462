import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { gathers, type Assembly } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { sees, tabsTo } from "./support/hands.ts";
import { codeForRole, delegateCodes, welcomes } from "./support/organising.ts";

let hall: Hall;
let assembly: Assembly;
beforeAll(async () => {
  hall = await openHall();
  assembly = await gathers(hall, {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
    delegations: ["Brémont", "Orvelles"],
  });
  for (const name of ["Brémont", "Orvelles"]) await welcomes(assembly.organiser, assembly.home, name);
});
afterAll(async () => hall?.close());

/** Somebody who has no pointer: each press of a pointer in their page is a fault. */
async function withoutPointer(code: string): Promise<Page> {
  const page = await hall.person();
  await page.addInitScript(`addEventListener("pointerdown", () => { window.pointed = true; }, true)`);
  await page.goto(`${new URL(assembly.home).origin}/entrer`);
  await tabsTo(page, "Votre code");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/r/**");
  return page;
}

const pointed = (page: Page): Promise<boolean> => page.evaluate<boolean>("window.pointed === true");

test("BAL-138 by keyboard alone: a chair asks and closes, a delegate votes and changes, a teller enters, and the result is read", async () => {
  const { organiser, home, cards } = assembly;
  const chair = await withoutPointer(await codeForRole(organiser, home, "chair"));
  await chair.goto(`${home}/tribune`);
  await sees(chair, "En direct");
  await chair.keyboard.press("i");
  await sees(chair, "Autre question");
  await chair.keyboard.press("h");
  await tabsTo(chair, "Question");
  await chair.keyboard.type("Se retrouver à Commercy ?");
  await tabsTo(chair, "Préparer, puis relire");
  await chair.keyboard.press("Enter");
  await sees(chair, "Se retrouver à Commercy");
  await tabsTo(chair, "Ouvrir le scrutin");
  await chair.keyboard.press("Enter");
  await sees(chair, /0 bulletin/u);

  const delegate = await withoutPointer(delegateCodes(cards, "Brémont")[0] ?? "");
  await delegate.goto(`${home}/`);
  await tabsTo(delegate, "Pour");
  await delegate.keyboard.press("Space");
  await tabsTo(delegate, "Déposer mon bulletin");
  await delegate.keyboard.press("Enter");
  await sees(delegate, "Bulletin enregistré");
  await tabsTo(delegate, "Changer mon vote avant la clôture");
  await delegate.keyboard.press("Enter");
  await tabsTo(delegate, "Pour");
  await delegate.keyboard.press("ArrowDown");
  await tabsTo(delegate, "Remplacer mon bulletin");
  await delegate.keyboard.press("Enter");
  await delegate.locator(".mine", { hasText: "Contre" }).waitFor();

  const teller = await withoutPointer(await codeForRole(organiser, home, "teller"));
  await teller.goto(`${home}/`);
  await tabsTo(teller, "Table des bulletins");
  await teller.keyboard.press("Enter");
  await teller.waitForURL("**/scrutins/1/emargement");
  await tabsTo(teller, "Pour qui");
  await teller.keyboard.type("Orv");
  await tabsTo(teller, "Pour");
  await teller.keyboard.press("ArrowDown");
  await tabsTo(teller, "Enregistrer ce bulletin");
  await teller.keyboard.press("Enter");
  await sees(chair, /2 bulletins sur 2/u);

  await chair.keyboard.press("c");
  await sees(chair, "Oui, clore et proclamer");
  await chair.keyboard.press("c");
  for (const page of [chair, delegate]) await sees(page, "Rejeté");
  expect(await Promise.all([chair, delegate, teller].map(pointed))).toEqual([false, false, false]);
});
