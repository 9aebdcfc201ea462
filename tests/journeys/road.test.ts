import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { forgeries, oneByteChanges, type RecordFile } from "../support/forge.ts";
import { faultsOnPaper, paperSheet, print } from "../support/print.ts";
import { faultsOf } from "../support/second-verifier.ts";
import { amends } from "./support/amending.ts";
import { delegateOf, drafterOf, gathers } from "./support/assembly.ts";
import { firstLoad, type FirstLoad } from "./support/first-load.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { presses, sees } from "./support/hands.ts";
import { opensText, takesRole, welcomes } from "./support/organising.ts";
import { declines, downloadsRecord, signs, signsWithReservation } from "./support/papers.ts";
import {
  calls,
  closesGathering,
  closesThenProclaims,
  concludes,
  lastCall,
  opensBallot,
  opensItem,
  publishes,
  putsOnProgramme,
  takesConsole,
} from "./support/plenary.ts";
import { expectGoodLooks, keepsPicture, loadsOf } from "./support/seen.ts";
import { opensTwin, type Twin } from "./support/twin.ts";
import { badRecordIn, saves, verify } from "./support/verifiers.ts";
import { changesVote, entersVote, votes, votesByForm } from "./support/voting.ts";
import { outlineOf, says, sheet, startsTyping } from "./support/workshop.ts";

const facts = {
  name: "Commune des Communes",
  place: "Commercy",
  firstDay: "2020-01-18",
  delegations: ["Brémont", "Kerloc’h", "Orvelles", "Saint-Aubin", "Valbrune"],
};
const item = "Plénière : vote sur la ou les déclarations";
const title = "Déclaration des communes";

const folder = mkdtempSync(join(tmpdir(), "cahier-road-"));
let hall: Hall;
let twin: Twin;

/** What the road leaves behind. */
let home = "";
let text = "";
let record = "";
let closingCode = "";
let reader: Page;
const loads: FirstLoad[] = [];

beforeAll(async () => {
  hall = await openHall();
  twin = await opensTwin(hall, { ...facts, item, title });
});
afterAll(async () => {
  await hall?.close();
  rmSync(folder, { recursive: true });
});

test("ROAD-1 from an empty database to a published declaration, each with what they hold in their hands", async () => {
  const assembly = await gathers(hall, facts);
  const { chair, organiser } = assembly;
  home = assembly.home;
  const declaration = (): string => text.replace("/textes/", "/declarations/");

  const [teller, screen] = [await hall.person(), await hall.person("projector")];
  await takesRole(teller, organiser, home, "teller");
  await screen.goto(`${home}/ecran`);
  await expectGoodLooks(screen, "01 screen, nobody yet");
  const screenLoads = loadsOf(screen);
  for (const name of facts.delegations.slice(0, 4)) await welcomes(teller, home, name);
  await expectGoodLooks(teller, "02 desk");

  text = await opensText(chair, home, title);
  const camille = await drafterOf(hall, assembly, title, text);
  const dominique = await drafterOf(hall, assembly, title, text);
  loads.push(await firstLoad(camille, "editor", `${text}/ecrire`));
  await writeTogether(camille, dominique);
  await expectGoodLooks(camille, "03 workshop");
  await presses(dominique, "Remettre à la plénière");
  await sees(dominique, "Remis à la plénière");

  await putsOnProgramme(chair, home, item, title);
  await expectGoodLooks(chair, "04 programme");
  await takesConsole(chair, home);
  await sees(chair, "Remis par l’atelier");
  await presses(chair, "Déposer");
  await sees(chair, "Reprendre le dépôt");

  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  const plain = await delegateOf(hall, assembly, "Orvelles", "plainPhone");
  reader = await hall.person("phone");
  await reader.goto(text);
  await sees(reader, "La commune peut rendre l’eau à ses habitants.");
  await expectGoodLooks(reader, "05 reader");
  const readerLoads = loadsOf(reader);

  expect(await amends(amina, text, { from: "peut", to: "doit", why: "Pouvoir ne suffit pas." })).toBe(1);
  await expectGoodLooks(amina, "06 amendment");
  expect(await amends(bastien, text, { from: "peut", to: "devrait", why: "Demandons-le." })).toBe(2);
  expect(await amends(bastien, text, { from: "gardons", to: "partageons", why: "Garder ferme la porte." })).toBe(3);
  await plain.goto(`${home}/amendements/1`);
  await sees(plain, "Pouvoir ne suffit pas.");
  for (const phone of [amina, bastien]) await phone.goto(`${home}/`);

  await opensItem(chair, item);
  await sees(screen, title);
  await expectGoodLooks(amina, "07 text on the phone");
  await calls(chair, 1);
  await sees(screen, "Amendement 1");
  await expectGoodLooks(chair, "08 amendment on the console");
  await expectGoodLooks(screen, "09 amendment on the screen");
  const code = await opensBallot(chair);
  for (const page of [screen, amina, bastien]) await sees(page, code);
  await twin.stirs();
  loads.push(await firstLoad(await hall.person("phone"), "join", `${home}/entrer`));
  loads.push(await firstLoad(amina, "vote", `${home}/`));
  loads.push(await firstLoad(screen, "projector", `${home}/ecran`));
  await expectGoodLooks(amina, "10 paper on the phone");
  await votes(amina, "Pour");
  await expectGoodLooks(amina, "11 receipt on the phone");
  await votes(bastien, "Contre");
  await votesByForm(plain, home, "Pour");
  await keepsPicture(plain, "12 receipt without scripts");
  await changesVote(bastien, "Abstention");
  await teller.goto(`${home}/scrutins/1/emargement`);
  await entersVote(teller, "Saint-Aubin", "Pour");
  await expectGoodLooks(teller, "13 table of votes");
  await screen.locator(".huge", { hasText: "4 sur 4" }).waitFor();
  await lastCall(chair);
  for (const page of [screen, amina]) await sees(page, "Dernier appel");
  await expectGoodLooks(screen, "14 last call on the screen");
  await expectGoodLooks(chair, "15 last call on the console");
  await concludes(chair);
  await sees(reader, "La commune doit rendre l’eau à ses habitants.");
  await sees(screen, "Adopté");
  await expectGoodLooks(screen, "16 result on the screen");
  await expectGoodLooks(amina, "17 result on the phone");
  await chair.locator("ol.order .life", { hasText: "Tombé" }).waitFor();

  await calls(chair, 3);
  await opensBallot(chair);
  await votes(bastien, "Pour");
  await votes(amina, "Contre");
  await votesByForm(plain, home, "Contre");
  await closesThenProclaims(chair);
  await sees(amina, "Rejeté");
  await expectGoodLooks(chair, "18 rejected, the whole to come");

  await opensBallot(chair);
  await votes(amina, "Pour");
  await votes(bastien, "Pour");
  await votesByForm(plain, home, "Contre");
  await expectGoodLooks(screen, "19 final ballot on the screen");
  await concludes(chair);
  await sees(screen, "Adopté");
  expect([screenLoads(), readerLoads()]).toEqual([0, 0]);
  loads.push(await firstLoad(reader, "reader", text));

  await signs(amina, home, "Brémont");
  await signsWithReservation(bastien, declaration(), "Sous réserve de notre assemblée.");
  await declines(plain, declaration(), "Orvelles");
  await expectGoodLooks(amina, "20 signed");
  await chair.goto(declaration());
  await publishes(chair);
  await expectGoodLooks(chair, "20 published by the chair");
  await sees(screen, "Déclaration publiée");
  await chair.goto(`${home}/tribune`);
  await reader.goto(declaration());
  await sees(reader, /^Publiée le/u);
  await expectGoodLooks(reader, "21 declaration");
  await closesGathering(chair);
  await sees(screen, "La rencontre est close");
  await expectGoodLooks(screen, "22 closed on the screen");
  await expectGoodLooks(chair, "23 closed on the console");
  closingCode = await screen.locator(".shortcode").innerText();
  record = await downloadsRecord(reader, folder);
  await reader.goto(`${home}/proces-verbal`);
  await sees(reader, "La rencontre est close.");
  await expectGoodLooks(reader, "24 minutes");

  expect(hall.watched().found).toEqual([]);
  expect(hall.watched().read).toBeGreaterThan(100);
});

/** One after the other a skeleton, then both at once. */
async function writeTogether(camille: Page, dominique: Page): Promise<void> {
  await startsTyping(camille);
  await camille.keyboard.type("Réunies à Commercy, nos assemblées disent ceci.");
  await presses(camille, "Nouvel article");
  await camille.keyboard.type("L’eau");
  await camille.keyboard.press("Enter");
  await camille.keyboard.type("La commune peut rendre l’eau à ses habitants.");
  await sheet(dominique).getByText("La commune peut rendre l’eau à ses habitants.").waitFor();
  await sheet(dominique).locator("p").last().click();
  await dominique.keyboard.press("Control+End");
  await startsTyping(camille);
  await camille.keyboard.press("End");
  await Promise.all([
    camille.keyboard.type(" Chacune parle pour elle.", { delay: 20 }),
    (async () => {
      await presses(dominique, "Nouvel article");
      await dominique.keyboard.type("Les lieux", { delay: 20 });
      await dominique.keyboard.press("Enter");
      await dominique.keyboard.type("Nous ouvrons des lieux communs et nous les gardons.", { delay: 20 });
    })(),
  ]);
  for (const page of [camille, dominique]) await says(page, "Tout est écrit");
  const outline = [
    "P 1 Réunies à Commercy, nos assemblées disent ceci. Chacune parle pour elle.",
    "H2 Article 1 L’eau",
    "P 2 La commune peut rendre l’eau à ses habitants.",
    "H2 Article 2 Les lieux",
    "P 3 Nous ouvrons des lieux communs et nous les gardons.",
  ];
  for (const page of [camille, dominique]) await expect.poll(() => outlineOf(page)).toEqual(outline);
}

test("ROAD-2 a first visit to each page of the road receives no more than its limit", () => {
  for (const { page, kilobytes, limitKb } of loads) {
    console.log(`first visit, ${page}: ${kilobytes.toFixed(1)} KB received of ${limitKb}`);
  }
  expect(loads).toHaveLength(5);
  expect(loads.filter(({ kilobytes, limitKb }) => kilobytes > limitKb)).toEqual([]);
});

test("ROAD-3 the declaration, a redline and the minutes print on A4 with nothing cut off", async () => {
  const paper = await reader.context().newPage();
  await paper.setViewportSize(paperSheet);
  await paper.emulateMedia({ media: "print" });
  for (const address of [
    text.replace("/textes/", "/declarations/"),
    `${home}/amendements/1`,
    `${home}/proces-verbal`,
  ]) {
    await paper.goto(address);
    expect(await faultsOnPaper(paper), `${address} on paper`).toEqual([]);
    const { width, leaves } = await print(paper);
    expect({ width, isPrinted: leaves > 0 }).toEqual({ width: 594, isPrinted: true });
  }
});

describe("ROAD-4 the record that the reader took home", () => {
  const whole = (): RecordFile => JSON.parse(readFileSync(record, "utf8"));

  test("ROAD-4 is accepted by both verifiers, redone by the replay, and is the one whose code the screen showed", async () => {
    expect(faultsOf(readFileSync(record, "utf8"))).toEqual([]);
    const { status, said } = await verify(record, "--replay", "--head", closingCode);
    expect({ status, said }).toEqual({ status: 0, said: expect.stringContaining(`Tête du journal : ${closingCode}`) });
  });

  test("ROAD-5 is refused after one byte is changed anywhere, and the bad record is named", async () => {
    const spoilt = oneByteChanges(whole());
    const named = [];
    for (const { name, file, where } of spoilt) {
      const bad = badRecordIn(await verify(saves(folder, name, file)), where);
      named.push({ name, bad, secondRefuses: faultsOf(JSON.stringify(file)).length > 0 });
    }
    expect(named).toEqual(spoilt.map(({ name, where }) => ({ name, bad: where, secondRefuses: true })));
  });

  test("ROAD-5 is refused when its last entry is cut off, given the code", async () => {
    const file = whole();
    file.entries.pop();
    const verdict = await verify(saves(folder, "cut", file), "--head", closingCode);
    const end = `la fin du journal, après l’acte ${file.entries.length}`;
    expect(badRecordIn(verdict, end)).toBe(end);
  });

  test("ROAD-6 is refused by the replay after each forgery whose hashes were all made consistent again", async () => {
    const forged = forgeries(whole());
    const named = [];
    for (const { name, file, where } of forged) {
      named.push({ name, bad: badRecordIn(await verify(saves(folder, name, file), "--replay"), where) });
    }
    expect(named).toEqual(forged.map(({ name, where }) => ({ name, bad: where })));
  });
});
