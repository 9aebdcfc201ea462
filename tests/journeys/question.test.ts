import type { Page } from "playwright-core";
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

/** Gives the options places, as one would with a finger or a key. */
async function ranks(page: Page, places: Readonly<Record<string, string>>): Promise<void> {
  for (const [option, place] of Object.entries(places)) {
    await page.getByRole("combobox", { name: option }).selectOption({ label: place });
  }
}

test("BAL-112 in browsers: a chair asks a question by a ranking; a phone, a phone without script and a keyboard answer; the result is shown and exported", async () => {
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
  await chair.goto(`${home}/tribune`);
  await presses(chair, "Point suivant");
  await chair.getByText("Autre question").click();
  await chair.locator("#ask-question").fill("Où se retrouver ?");
  await chair.getByLabel("Manière de répondre").selectOption("instant-runoff");
  await chair.getByLabel("Options").fill("Commercy\nSaillans\nKerloc’h");
  await presses(chair, "Préparer, puis relire");
  await sees(chair, /classent 3 options/u);
  await presses(chair, "Ouvrir le scrutin");
  await sees(chair, /0 bulletin/u);

  const [phone, plain, keys] = [
    await hall.person("phone"),
    await hall.person("plainPhone"),
    await hall.person("phone"),
  ] as const;
  for (const [i, page] of [phone, plain, keys].entries()) {
    await enters(page, home, delegateCodes(cards, names[i] ?? "")[0] ?? "");
    await page.goto(`${home}/`);
    await sees(page, /classent 3 options/u);
  }

  await ranks(phone, { Commercy: "1re place", Saillans: "1re place" });
  await presses(phone, "Déposer mon bulletin");
  await sees(phone, /Bulletin à relire/u);
  await ranks(phone, { Saillans: "2e place" });
  await presses(phone, "Déposer mon bulletin");
  await sees(phone, "Bulletin enregistré");
  await sees(phone, /Commercy, puis Saillans/u);

  await ranks(plain, { Saillans: "1re place" });
  await plain.getByLabel("Abstention").check();
  await presses(plain, "Déposer mon bulletin");
  await sees(plain, /Bulletin à relire/u);
  expect(await plain.getByRole("combobox", { name: "Saillans" }).inputValue()).toBe("1");
  await plain.getByLabel("Abstention").uncheck();
  await presses(plain, "Déposer mon bulletin");
  await sees(plain, "Bulletin enregistré");

  await reaches(keys, "select[name='place-1']");
  await keys.keyboard.press("ArrowDown");
  await reaches(keys, "button.btn--now");
  await keys.keyboard.press("Enter");
  await sees(keys, "Bulletin enregistré");

  await sees(chair, /3 bulletins sur 3/u);
  await pressesTwice(chair, "Clore et proclamer");
  for (const page of [phone, keys]) {
    await sees(page, "Option retenue\u202f: Commercy");
    await sees(page, "Commercy");
  }
  await plain.goto(`${home}/scrutins/1`);
  await sees(plain, "Qui a voté quoi");
  const exported = await plain.request.get(`${home}/scrutins/1.json`);
  expect(await exported.json()).toMatchObject({ method: "instant-runoff", votes: [{}, {}, {}] });
});

/** By the tabulator alone. */
async function reaches(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press("Tab");
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`The keyboard does not reach ${selector}`);
}
