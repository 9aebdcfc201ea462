import { afterAll, beforeAll, expect, test } from "vitest";

import { delegateOf, gathers, type Assembly } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { enters, presses, sees } from "./support/hands.ts";
import { codeForRole, welcomes } from "./support/organising.ts";
import { entersVote, votesByForm } from "./support/voting.ts";

let hall: Hall;
let assembly: Assembly;
const names = ["Brémont", "Kerloc’h", "Orvelles"];
beforeAll(async () => {
  hall = await openHall();
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18" };
  assembly = await gathers(hall, { ...facts, delegations: names });
  for (const name of names) await welcomes(assembly.organiser, assembly.home, name);
});
afterAll(async () => hall?.close());

test("BAL-139 without JavaScript: a chair asks, opens and closes, delegates vote and change, a teller enters, and the result is read by all", async () => {
  const { organiser, home } = assembly;
  const [chair, teller, reader] = [
    await hall.person("plainPhone"),
    await hall.person("plainPhone"),
    await hall.person("plainPhone"),
  ];
  await enters(chair, home, await codeForRole(organiser, home, "chair"));
  await enters(teller, home, await codeForRole(organiser, home, "teller"));
  await chair.goto(`${home}/tribune`);
  await presses(chair, "Point suivant");
  await chair.getByText("Autre question").click();
  await chair.locator("#ask-question").fill("Se retrouver à Commercy ?");
  await presses(chair, "Préparer, puis relire");
  await presses(chair, "Ouvrir le scrutin");
  await sees(chair, /0 bulletin/u);

  const [first, second] = [
    await delegateOf(hall, assembly, "Brémont", "plainPhone"),
    await delegateOf(hall, assembly, "Kerloc’h", "plainPhone"),
  ];
  await first.goto(`${home}/`);
  await votesByForm(first, home, "Contre");
  await votesByForm(second, home, "Pour");
  await first.getByText("Changer mon vote avant la clôture").click();
  await first.locator(".choice", { hasText: "Pour" }).filter({ visible: true }).first().click();
  await presses(first, "Remplacer mon bulletin");
  await first.locator(".mine", { hasText: "Pour" }).waitFor();
  await teller.goto(`${home}/`);
  await presses(teller, "Table des bulletins");
  await entersVote(teller, "Orvelles", "Abstention");

  await chair.goto(`${home}/tribune`);
  await sees(chair, /3 bulletins sur 3/u);
  await presses(chair, "Clore et proclamer");
  await sees(chair, "Adopté");
  await reader.goto(`${home}/scrutins/1`);
  for (const page of [first, second, teller]) await page.goto(`${home}/scrutins/1`);
  for (const page of [first, second, teller, reader]) {
    await sees(page, "Adopté");
    await sees(page, "Qui a voté quoi");
  }
  expect(await reader.locator(".named").innerText()).toMatch(/Pour, 2\s+Brémont\s+Kerloc’h/u);
});
