import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openHall, type Hall } from "./support/hall.ts";
import { enters, presses, pressesTwice, sees } from "./support/hands.ts";
import { admits, delegateCodes, opensGathering, printsCodes, takesRole, welcomes } from "./support/organising.ts";
import { entersVote, votes } from "./support/voting.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => hall?.close());

const byHand = {
  Orvelles: "à main levée, zone 1",
  Tanneries: "à main levée, zone 1",
  Sauvigny: "à main levée, zone 2",
};
const ways: Readonly<Record<string, string>> = { ...byHand, Montferrage: "sur papier, boîte 1" };
/** It does not come: Kerloc’h carries its vote. */
const away = "Valbrune-le-Haut";
const names = ["Brémont", "Kerloc’h", "Pont-Brizay", ...Object.keys(ways)];

/** At the desk: how this delegation votes in the hall. */
async function marksHow(desk: Page, home: string, name: string, how: string): Promise<void> {
  await desk.goto(`${home}/accueil`);
  await desk.locator(".desk-row", { hasText: name }).getByRole("link").click();
  const voting = desk.getByRole("region", { name: "Vote" });
  await voting.getByLabel(/Comment cette délégation vote/u).selectOption({ label: `Vote ${how}` });
  await voting.getByRole("button", { name: "Enregistrer" }).first().click();
  await desk.goto(`${home}/accueil`);
  await sees(desk.locator(".desk-row", { hasText: name }), `Vote ${how}`);
}

/** At the desk: who carries this delegation's vote, since it does not come. */
async function givesProxy(desk: Page, home: string, name: string, holder: string): Promise<void> {
  await desk.goto(`${home}/accueil`);
  await desk.locator(".desk-row", { hasText: name }).getByRole("link").click();
  const voting = desk.getByRole("region", { name: "Vote" });
  await voting.getByLabel(/sa voix est portée par/u).selectOption({ label: holder });
  await voting.getByRole("button", { name: "Enregistrer" }).nth(1).click();
}

/** What a teller counted at a zone or a box. */
async function counts(teller: Page, station: RegExp, said: Readonly<Record<string, number>>): Promise<void> {
  const section = teller.getByRole("region", { name: station });
  const again = section.getByText("Recompter", { exact: true });
  if ((await again.count()) > 0) await again.click();
  for (const [answer, count] of Object.entries(said)) await section.getByLabel(answer).fill(String(count));
  await presses(section, "Enregistrer mon compte");
}

test("BAL-136 in browsers: phones, hands in two zones, papers, the table and a proxy in one ballot, recounted from its export", async () => {
  const organiser = await hall.person();
  const home = await opensGathering(organiser, hall.house.organiserLink(), {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
  });
  await admits(
    organiser,
    home,
    [...names, away].map((name) => `${name}, 1, 0`),
  );
  const cards = await printsCodes(organiser, home);
  for (const name of names) await welcomes(organiser, home, name);
  for (const [name, how] of Object.entries(ways)) await marksHow(organiser, home, name, how);
  await givesProxy(organiser, home, away, "Kerloc’h");

  const [chair, table, other] = [await hall.person(), await hall.person("phone"), await hall.person("plainPhone")];
  await takesRole(chair, organiser, home, "chair");
  await takesRole(table, organiser, home, "teller");
  await takesRole(other, organiser, home, "teller");
  await chair.goto(`${home}/tribune`);
  await presses(chair, "Point suivant");
  await chair.getByText("Autre question").click();
  await chair.locator("#ask-question").fill("Se retrouver à Commercy ?");
  await chair.locator("form", { hasText: "Préparer, puis relire" }).getByLabel("Admettre les procurations").check();
  await presses(chair, "Préparer, puis relire");
  await sees(chair, /procurations admises/u);
  await presses(chair, "Ouvrir le scrutin");
  await sees(chair, /Zone 1|zone 1/u);

  const [phone, hand] = [await hall.person("phone"), await hall.person("phone")];
  await enters(phone, home, delegateCodes(cards, "Kerloc’h")[0] ?? "");
  await phone.goto(`${home}/`);
  await votes(phone, "Pour");
  await presses(phone, `Voter par procuration de ${away}`);
  await sees(phone, `Par procuration de ${away}`);
  await votes(phone, "Pour");
  await enters(hand, home, delegateCodes(cards, "Orvelles")[0] ?? "");
  await hand.goto(`${home}/`);
  await sees(hand, /vote à main levée, zone 1/u);
  await table.goto(`${home}/scrutins/1/emargement`);
  await entersVote(table, "Pont-Brizay", "Contre");

  for (const teller of [table, other]) await teller.goto(`${home}/scrutins/1/mains`);
  await counts(table, /Zone 1/u, { Pour: 2 });
  await sees(table, /une autre personne compte encore/u);
  await counts(other, /Zone 1/u, { Pour: 1, Contre: 1 });
  await sees(other, /Deux comptes diffèrent/u);
  await sees(table, /Deux comptes diffèrent/u);
  await sees(chair, /deux comptes diffèrent/u);
  await counts(table, /Zone 1/u, { Pour: 1, Contre: 1 });
  await sees(table, /deux personnes sont d’accord/u);
  await other.goto(`${home}/scrutins/1/mains`);
  for (const teller of [table, other]) {
    await counts(teller, /Zone 2/u, { Pour: 1 });
    await counts(teller, /Boîte 1/u, { "Ne prend pas part au vote": 1 });
  }

  await pressesTwice(chair, "Clore le scrutin");
  await presses(chair, "Proclamer");
  await sees(chair, "Adopté");
  await phone.goto(`${home}/scrutins/1`);
  await sees(phone, "À main levée, zone 1");
  await sees(phone, "Sur papier, boîte 1");

  const exported = await phone.request.get(`${home}/scrutins/1.json`);
  const folder = mkdtempSync(join(tmpdir(), "cahier-scrutin-"));
  const file = join(folder, "scrutin-1.json");
  writeFileSync(file, await exported.body());
  const root = resolve(import.meta.dirname, "../..");
  const counted = execFileSync(join(root, "node_modules/.bin/node"), [join(root, "scripts/recount.ts"), file]);
  rmSync(folder, { recursive: true });
  expect(JSON.parse(counted.toString())).toMatchObject({
    outcome: "adopted",
    working: { tally: { for: 4, against: 2, abstention: 0, notTakingPart: 1 } },
  });
});
