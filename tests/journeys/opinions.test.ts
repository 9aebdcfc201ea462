import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { amends } from "./support/amending.ts";
import { delegateOf, gathers, writesText } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { enters, fills, presses, sees } from "./support/hands.ts";
import { codeForDrafter, welcomes } from "./support/organising.ts";
import { concludes, opensBallot, opensItem, putsOnProgramme, tables, takesConsole } from "./support/plenary.ts";
import { saves, verify } from "./support/verifiers.ts";
import { votes } from "./support/voting.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(async () => {
  await hall?.close();
  rmSync(folder, { recursive: true });
});

const folder = mkdtempSync(join(tmpdir(), "cahier-opinions-"));

const item = "Plénière : vote sur la ou les déclarations";
const title = "L’eau";
const names = ["Brémont", "Kerloc’h", "Orvelles"];

/** On their phone, on the sheet of the amendment. */
async function opines(drafter: Page, address: string, opinion: string): Promise<void> {
  await drafter.goto(address);
  await drafter.getByText("Donner l’avis du groupe de rédaction").click();
  await drafter.getByRole("radio", { name: opinion, exact: true }).check();
  await presses(drafter, "Donner cet avis");
  await drafter.locator(".opinions li", { hasText: "Groupe de rédaction" }).getByText(opinion).waitFor();
}

test("AMD-95 AMD-99 AMD-102 AMD-106 AMD-107 UI-52 in browsers: opinions from a phone, a word in the discussion, another order, the favourable ones en bloc, one taken out, the others adopted in the order of calls", async () => {
  const facts = { name: "Rencontre de Valbrune", place: "Valbrune", firstDay: "2020-01-18", delegations: names };
  const assembly = await gathers(hall, facts);
  const { home, chair, organiser } = assembly;
  for (const name of names) await welcomes(organiser, home, name);
  const text = await writesText(hall, assembly, title, "La commune garde l’eau et ouvre des lieux pour tout le monde.");
  const drafter = await hall.person("phone");
  await enters(drafter, home, await codeForDrafter(organiser, home, title));
  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);
  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  const plain = await delegateOf(hall, assembly, "Orvelles", "plainPhone");
  await amends(amina, text, { from: "garde", to: "partage", why: "Garder ferme la porte." });
  await amends(bastien, text, { from: "ouvre", to: "bâtit", why: "Il n’y en a pas." });
  await amends(bastien, text, { from: "monde", to: "quartier", why: "Commençons là." });
  await amends(amina, text, { from: "lieux", to: "cafés", why: "Il fait froid." });

  for (const number of [1, 2, 3]) await opines(drafter, `${home}/amendements/${number}`, "Favorable");
  await opines(drafter, `${home}/amendements/4`, "Défavorable");
  await plain.goto(`${home}/amendements`);
  expect(await plain.locator(".order .opinion").allInnerTexts()).toEqual([
    "Avis favorable",
    "Avis favorable",
    "Avis défavorable",
    "Avis favorable",
  ]);

  await bastien.goto(`${home}/amendements/2`);
  await sees(bastien, "En direct");
  await plain.goto(`${home}/amendements/2`);
  await fills(plain, { words: "Qui bâtit ?" });
  await presses(plain, "Publier");
  for (const page of [plain, bastien])
    await page.locator(".discussion li", { hasText: "Orvelles" }).getByText("Qui bâtit ?").waitFor();

  await opensItem(chair, item);
  await chair.keyboard.press("0");
  const up = chair.getByRole("button", { name: "Monter 3", exact: true });
  const first = chair.locator("#reorder .reorder > li").first();
  await up.focus();
  for (const place of [2, 1, 0]) {
    await chair.keyboard.press("Enter");
    await chair.locator(`#reorder .reorder > li:nth-child(${place + 1})`, { hasText: "3, Kerloc’h" }).waitFor();
  }
  expect(await first.innerText()).toContain("3, Kerloc’h");
  await sees(chair, "Dans l’ordre de la présidence");
  await chair.getByText("Proposer en bloc les avis favorables").click();
  await presses(chair, "Appeler ces 3 ensemble");
  for (const phone of [amina, bastien]) await phone.goto(`${home}/`);
  for (const page of [chair, amina, bastien]) await sees(page, "3 amendements en bloc");
  const second = amina.locator(".block > li", { hasText: "Amendement 2" }).getByRole("button");
  await second.click();
  await sees(amina, "Oui, le sortir du bloc");
  await second.click();
  for (const page of [chair, amina, bastien]) await sees(page, "2 amendements en bloc");

  await opensBallot(chair);
  await votes(amina, "Pour");
  await votes(bastien, "Pour");
  await plain.goto(`${home}/`);
  await votes(plain, "Contre");
  await concludes(chair);
  for (const page of [chair, amina, bastien]) await sees(page, "Adopté");
  await plain.goto(text);
  await sees(plain, "La commune partage l’eau et ouvre des lieux pour tout le quartier.");

  const record = await (await plain.request.get(`${home}/registre.json`)).json();
  const acts: readonly {
    act: string;
    data: { amendments?: readonly string[]; amendment?: string; number?: number };
  }[] = record.entries.map((entry: { body: string }) => JSON.parse(entry.body));
  const numbers = new Map(acts.map(({ data }) => [data.amendment, data.number]));
  const adopted = acts.filter(({ act }) => act === "amendment.adopted");
  expect(adopted.map(({ data }) => data.amendments?.map((id) => numbers.get(id)))).toEqual([[3], [1]]);
  expect(acts.filter(({ act }) => act === "amendment.opined")).toHaveLength(4);
  expect(JSON.stringify(record)).not.toContain("Qui bâtit");
  const file = saves(folder, "opinions", record);
  expect(await verify(file, "--replay")).toMatchObject({ status: 0 });
});
