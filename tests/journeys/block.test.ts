import { afterAll, beforeAll, expect, test } from "vitest";

import { amends } from "./support/amending.ts";
import { delegateOf, gathers, writesText } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, sees } from "./support/hands.ts";
import { welcomes } from "./support/organising.ts";
import { concludes, opensBallot, opensItem, putsOnProgramme, tables, takesConsole } from "./support/plenary.ts";
import { votes } from "./support/voting.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const item = "Plénière : vote sur la ou les déclarations";
const title = "L’eau";
const names = ["Brémont", "Kerloc’h", "Orvelles"];

test("AMD-49 BAL-193 in browsers: what the text would be; three amendments called together, one taken out from a phone, the others adopted by one vote, then that one alone", async () => {
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18", delegations: names };
  const assembly = await gathers(hall, facts);
  const { home, chair, organiser } = assembly;
  for (const name of names) await welcomes(organiser, home, name);
  const text = await writesText(hall, assembly, title, "La commune garde l’eau et ouvre des lieux pour tout le monde.");
  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);
  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  const plain = await delegateOf(hall, assembly, "Orvelles", "plainPhone");
  await amends(amina, text, { from: "garde", to: "partage", why: "Garder ferme la porte." });
  await amends(bastien, text, { from: "ouvre", to: "bâtit", why: "Il n’y en a pas." });
  await amends(bastien, text, { from: "monde", to: "quartier", why: "Commençons là." });
  for (const phone of [amina, plain]) {
    await phone.goto(`${home}/amendements`);
    await phone.getByRole("link", { name: "essayer des amendements" }).click();
    await sees(phone, "Rien : le texte reste comme il est.");
    for (const number of [1, 3]) await phone.locator(`input[name=avec-${number}]`).check();
    await presses(phone, "Lire le texte");
    await phone.locator(".sheet ins", { hasText: "partage" }).waitFor();
    expect(await phone.locator(".sheet ins").allTextContents()).toEqual([
      "inséré\u202f: partage",
      "inséré\u202f: quartier",
    ]);
    expect(await phone.getByText("Entre dans le texte").count()).toBe(2);
  }
  for (const phone of [amina, bastien]) await phone.goto(`${home}/`);

  await opensItem(chair, item);
  await chair.getByText("Appeler plusieurs ensemble").click();
  const choices = chair.getByRole("group", { name: /ne touchent pas les mêmes mots/u });
  for (const box of await choices.getByRole("checkbox").all()) await box.check();
  await presses(chair, "Appeler ceux qui sont cochés");
  for (const page of [chair, amina, bastien]) await sees(page, "3 amendements en bloc");
  const third = amina.locator(".block > li", { hasText: "Amendement 3" }).getByRole("button");
  await third.click();
  await sees(amina, "Oui, le sortir du bloc");
  await third.click();
  for (const page of [chair, amina, bastien]) await sees(page, "2 amendements en bloc");

  await opensBallot(chair);
  await votes(amina, "Pour");
  await votes(bastien, "Pour");
  await plain.goto(`${home}/`);
  await sees(plain, "Adoptez-vous en bloc les amendements 1, 2 ?");
  await votes(plain, "Contre");
  await concludes(chair);
  for (const page of [chair, amina, bastien]) await sees(page, "Adopté");
  await plain.goto(text);
  await sees(plain, "La commune partage l’eau et bâtit des lieux pour tout le monde.");

  await chair.keyboard.press("1");
  await sees(amina, "Amendement 3");
  await opensBallot(chair);
  for (const phone of [amina, bastien]) await votes(phone, "Contre");
  await concludes(chair);
  await sees(bastien, "Rejeté");
  const { entries } = await (await plain.request.get(`${home}/registre.json`)).json();
  const acts: readonly string[] = entries.map((entry: { body: string }) => JSON.parse(entry.body).act);
  expect(acts.filter((act) => act === "amendment.adopted")).toHaveLength(2);
  expect(acts.filter((act) => act === "amendment.rejected")).toHaveLength(1);
});
