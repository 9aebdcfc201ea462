import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { delegateOf, gathers } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, pressesTwice, sees } from "./support/hands.ts";
import { welcomes } from "./support/organising.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const names = ["Brémont", "Kerloc’h", "Orvelles"] as const;

async function prepares(chair: Page, method: string, question: string): Promise<void> {
  await chair.getByText("Autre question").click();
  await chair.locator("#ask-question").fill(question);
  await chair.getByLabel("Manière de répondre").selectOption(method);
  await presses(chair, "Préparer, puis relire");
  await presses(chair, "Ouvrir le scrutin");
}

test("BAL-158 in browsers: a round of consent with an objection and its reason, to the minutes; then a majority that the chair sees", async () => {
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18", delegations: names };
  const assembly = await gathers(hall, facts);
  const { home, chair, organiser } = assembly;
  for (const name of names) await welcomes(organiser, home, name);
  await chair.goto(`${home}/tribune`);
  await presses(chair, "Point suivant");
  await prepares(chair, "consent", "Consentez-vous à la caisse commune ?");
  await sees(chair, /0 bulletin/u);

  const phone = await delegateOf(hall, assembly, names[0], "phone");
  const plain = await delegateOf(hall, assembly, names[1], "plainPhone");
  for (const page of [phone, plain]) {
    await page.goto(`${home}/`);
    await sees(page, "Étape 1\u202f: clarifier");
  }
  await presses(chair, "Passer à l’étape suivante");
  await sees(phone, "Étape 2\u202f: réagir");
  await presses(chair, "Passer à l’étape suivante");
  await sees(phone, "Étape 3\u202f: objecter");

  // Without a reason an objection comes back, its paper as it was filled in.
  for (const page of [phone, plain]) {
    await page.getByLabel("Objection", { exact: true }).check();
    await presses(page, "Déposer mon bulletin");
    await sees(page, /Une objection se dit avec sa raison/u);
    expect(await page.getByLabel("Objection", { exact: true }).isChecked()).toBe(true);
  }
  await phone.locator("textarea[name='reason-objection']").fill("Le loyer n’est pas chiffré.");
  await presses(phone, "Déposer mon bulletin");
  await sees(phone, "Bulletin enregistré");
  await sees(phone, "Le loyer n’est pas chiffré.");
  await plain.getByLabel("Consentement avec réserve").check();
  await plain.locator("textarea[name='reason-reservation']").fill("À revoir dans un an.");
  await presses(plain, "Déposer mon bulletin");
  await sees(plain, "Bulletin enregistré");

  await pressesTwice(chair, "Clore et proclamer");
  await sees(chair, "Pas de consentement");
  for (const page of [chair, phone]) await sees(page, "Le loyer n’est pas chiffré.");
  await plain.goto(`${home}/proces-verbal`);
  for (const words of ["Le loyer n’est pas chiffré.", "À revoir dans un an."]) await sees(plain, words);

  // Integrated: the same proposal is there to be changed, and is put again.
  await chair.getByText("Intégrer").click();
  expect(await chair.locator("#next-question").inputValue()).toBe("Consentez-vous à la caisse commune\u202f?");
  await chair.locator("#next-question").fill("Consentez-vous à la caisse commune, loyer chiffré ?");
  await chair.locator(".follow-up[open] button").click();
  await presses(chair, "Ouvrir le scrutin");
  await sees(phone, "Consentez-vous à la caisse commune, loyer chiffré\u202f?");
  await phone.getByLabel("Consentement", { exact: true }).check();
  await presses(phone, "Déposer mon bulletin");
  await sees(phone, "Bulletin enregistré");
  await pressesTwice(chair, "Clore et proclamer");
  await sees(phone, "Consentement");

  await prepares(chair, "evident", "Faut-il une pause ?");
  await sees(phone, "Levez la main");
  await pressesTwice(chair, "Majorité évidente pour");
  await sees(phone, "Majorité évidente, constatée par la présidence.");
  await plain.goto(`${home}/proces-verbal`);
  await sees(plain, /la présidence constate une majorité évidente pour/u);
});
