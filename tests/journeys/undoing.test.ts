import { afterAll, beforeAll, expect, test } from "vitest";

import { amends } from "./support/amending.ts";
import { delegateOf, gathers, writesText } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, pressesTwice, sees } from "./support/hands.ts";
import { welcomes } from "./support/organising.ts";
import { calls, concludes, opensBallot, opensItem, putsOnProgramme, tables, takesConsole } from "./support/plenary.ts";
import { votes } from "./support/voting.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const names = ["Brémont", "Kerloc’h"] as const;
const reason = "La majorité convenue était des deux tiers.";

test("AMD-67 in browsers: of two adopted amendments the first is annulled; the chair reads before what comes out of the text, anybody after, and it is voted again", async () => {
  const assembly = await gathers(hall, {
    name: "Rencontre d’Orvelles",
    place: "Orvelles",
    firstDay: "2020-01-18",
    delegations: names,
  });
  const { home, chair, organiser } = assembly;
  for (const name of names) await welcomes(organiser, home, name);
  const text = await writesText(hall, assembly, "L’eau", "La commune garde l’eau et ouvre des lieux.");
  const item = "Plénière : vote sur la ou les déclarations";
  await putsOnProgramme(chair, home, item, "L’eau");
  await takesConsole(chair, home);
  await tables(chair, "L’eau");
  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  await amends(amina, text, { from: "garde", to: "partage", why: "Garder ferme la porte." });
  await amends(bastien, text, { from: "ouvre", to: "bâtit", why: "Il n’y en a pas." });
  await amends(bastien, text, { from: "garde", to: "défend", why: "On l’attaque." });
  await opensItem(chair, item);
  const decides = async (): Promise<void> => {
    await opensBallot(chair);
    for (const phone of [amina, bastien]) {
      await phone.goto(`${home}/`);
      await votes(phone, "Pour");
    }
    await concludes(chair);
  };
  for (const number of [1, 2]) {
    await calls(chair, number);
    await decides();
  }
  const anybody = await hall.person("phone");
  await anybody.goto(text);
  await sees(anybody, "La commune partage l’eau et bâtit des lieux.");

  await chair.goto(`${home}/scrutins/1`);
  const annulling = chair.locator("#annuler");
  expect(await annulling.locator("li").allInnerTexts()).toEqual([
    expect.stringMatching(/Sort du texte\s+Amendement\s1/u),
    expect.stringMatching(/Redevient appelable\s+Amendement\s3/u),
  ]);
  await annulling.getByLabel("Raison").fill(reason);
  await pressesTwice(chair, "Annuler ce scrutin");
  await chair.waitForURL(`${home}/tribune`);
  // Without a reload.
  await sees(anybody, "La commune garde l’eau et bâtit des lieux.");
  await amina.goto(`${home}/scrutins/1`);
  await sees(amina, "Annulé");
  await sees(amina, "Sort du texte");

  await presses(chair, "Voter de nouveau");
  await sees(chair, /0 bulletin/u);
  for (const phone of [amina, bastien]) {
    await phone.goto(`${home}/`);
    await votes(phone, "Pour");
  }
  await concludes(chair);
  await sees(anybody, "La commune partage l’eau et bâtit des lieux.");
  await anybody.goto(`${home}/scrutins/3`);
  await sees(anybody, /Remplace le scrutin\s1, annulé/u);
});
