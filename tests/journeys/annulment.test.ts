import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { enters, presses, pressesTwice, sees } from "./support/hands.ts";
import { admits, delegateCodes, opensGathering, printsCodes, takesRole, welcomes } from "./support/organising.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const names = ["Brémont", "Kerloc’h", "Orvelles"] as const;
const reason = "La majorité convenue était des deux tiers.";

test("BAL-28 in a browser: a chair annuls a question that was put by the wrong rule, votes again by another, and anybody reads both", async () => {
  const organiser = await hall.person();
  const home = await opensGathering(organiser, hall.house.organiserLink(), {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
  });
  await admits(
    organiser,
    home,
    names.map((name) => `${name}, 1, 0`),
  );
  const cards = await printsCodes(organiser, home);
  for (const name of names) await welcomes(organiser, home, name);
  const chair = await hall.person();
  await takesRole(chair, organiser, home, "chair");
  const phones = [await hall.person("phone"), await hall.person("plainPhone"), await hall.person("phone")];
  for (const [i, page] of phones.entries()) await enters(page, home, delegateCodes(cards, names[i] ?? "")[0] ?? "");
  const votes = async (answers: readonly string[]): Promise<void> => {
    for (const [i, page] of phones.entries()) {
      await page.goto(`${home}/`);
      await page.getByLabel(answers[i] ?? "", { exact: true }).check();
      await presses(page, "Déposer mon bulletin");
      await sees(page, "Bulletin enregistré");
    }
    await sees(chair, /3 bulletins sur 3/u);
  };

  await chair.goto(`${home}/tribune`);
  await presses(chair, "Point suivant");
  await chair.getByText("Autre question").click();
  await chair.locator("#ask-question").fill("Se revoir au printemps ?");
  await presses(chair, "Préparer, puis relire");
  await presses(chair, "Ouvrir le scrutin");
  await sees(chair, /0 bulletin/u);
  await votes(["Pour", "Pour", "Abstention"]);
  await pressesTwice(chair, "Clore et proclamer");
  await sees(chair, "Adopté");

  const anybody = await hall.person("phone");
  await anybody.goto(`${home}/`);
  await sees(anybody, "Adopté");
  await chair.getByText(/^Annuler le scrutin/u).click();
  await chair.getByLabel("Raison").fill(reason);
  await pressesTwice(chair, "Annuler ce scrutin");
  // Without a reload, and with its reason.
  await sees(anybody, "Annulé");
  await sees(anybody, new RegExp(reason, "u"));

  await chair.getByText("Changer la règle").click();
  await chair.locator("#again-majority").selectOption({ label: "deux tiers des présentes" });
  await presses(chair, "Voter de nouveau");
  await sees(chair, /0 bulletin/u);
  await votes(["Pour", "Pour", "Contre"]);
  await pressesTwice(chair, "Clore et proclamer");
  await sees(chair, "Adopté");

  await anybody.goto(`${home}/scrutins/2`);
  await sees(anybody, "Adopté");
  await anybody.getByRole("link", { name: /^Remplace le scrutin\s1, annulé$/u }).click();
  await sees(anybody, "Annulé");
  await sees(anybody, new RegExp(reason, "u"));
  expect(await anybody.locator("s").textContent()).toBe("Adopté");
  await anybody.getByRole("link", { name: /^Remplacé par le scrutin\s2$/u }).click();
  await anybody.waitForURL(`${home}/scrutins/2`);
  await anybody.goto(`${home}/proces-verbal`);
  await sees(anybody, new RegExp(reason, "u"));
  await sees(anybody, /Il remplace le scrutin\s1, annulé/u);
});
