import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { faultsOf } from "../support/second-verifier.ts";
import { amends, composes, rewords, submits } from "./support/amending.ts";
import { delegateOf, gathers, writesText } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { fills, presses, pressesTwice, sees } from "./support/hands.ts";
import { welcomes } from "./support/organising.ts";
import {
  callLine,
  calls,
  concludes,
  opensBallot,
  opensItem,
  putsOnProgramme,
  tables,
  takesConsole,
} from "./support/plenary.ts";
import { expectGoodLooks } from "./support/seen.ts";
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

const folder = mkdtempSync(join(tmpdir(), "cahier-life-"));

const item = "Plénière : vote sur la ou les déclarations";
const title = "L’eau";
const reason = "Le quartier n’est pas l’objet de cette déclaration.";

/** Runs on the sheet that one amends: nothing stands before the last words of the refusal. */
const refusalIsWhole = `(() => {
  const words = document.querySelector("#depot .refused > span");
  const { left, bottom } = words.getBoundingClientRect();
  return words.contains(document.elementFromPoint(left + 4, bottom - 4));
})()`;

/** The chair's word on until when one may submit, by the form of the page of amendments. */
async function setsDeadline(chair: Page, home: string, day: string, time: string): Promise<void> {
  await chair.goto(`${home}/amendements`);
  await chair.getByText(/^(Fixer une|Changer l’)\s?heure limite de dépôt$/u).click();
  await chair.getByLabel("Jour").fill(day);
  await chair.getByLabel("Heure", { exact: true }).fill(time);
  await presses(chair, "Fixer l’heure limite");
}

test("AMD-70 AMD-71 AMD-72 AMD-73 AMD-74 AMD-75 AMD-76 AMD-77 in browsers: revised, made divisible, co-signed, called by its new name and adopted; too late, ruled out, withdrawn and taken over by another", async () => {
  const assembly = await gathers(hall, {
    name: "Rencontre de Valbrune",
    place: "Valbrune",
    firstDay: "2020-01-18",
    delegations: ["Brémont", "Kerloc’h"],
  });
  const { home, chair, organiser } = assembly;
  for (const name of ["Brémont", "Kerloc’h"]) await welcomes(organiser, home, name);
  await organiser.goto(`${home}/reglages`);
  await fills(organiser, { supporters: "1" });
  await presses(organiser, "Enregistrer les réglages");
  const text = await writesText(hall, assembly, title, "La commune garde l’eau et ouvre des lieux pour tout le monde.");
  await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  await tables(chair, title);
  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  await amends(amina, text, { from: "garde", to: "partage", why: "Garder ferme la porte." });

  // Revised: the other delegation reads what changed from one revision to the next.
  await rewords(amina, `${home}/amendements/1`, { from: "partage", to: "défend", why: "Partager ne suffit pas." });
  await amina.getByLabel("Peut être divisé").check();
  await expectGoodLooks(amina, "life-1-revising");
  await presses(amina, "Déposer l’amendement 1 bis");
  await amina.waitForURL(/\/amendements\/1$/u);
  await bastien.goto(`${home}/amendements/1`);
  await sees(bastien, "Amendement 1 bis");
  await sees(bastien, /Divisible.: si une partie tombe/u);
  const revision = bastien.locator(".revisions li", { hasText: "1 bis" });
  await revision.locator("summary").click();
  expect(await revision.locator("del").allInnerTexts()).toEqual([expect.stringMatching(/partage$/u)]);
  expect(await revision.locator("ins").allInnerTexts()).toEqual([expect.stringMatching(/défend$/u)]);
  await revision.scrollIntoViewIfNeeded();
  await expectGoodLooks(bastien, "life-2-between-revisions");

  // Not called without its supporter.
  await takesConsole(chair, home);
  await opensItem(chair, item);
  const line = callLine(chair, "1 bis");
  await sees(line, "0 sur 1 soutiens");
  expect(await line.getByRole("button").count()).toBe(0);
  await expectGoodLooks(chair, "life-3-without-supporter");
  await presses(bastien, "Cosigner");
  await sees(bastien, "1 sur 1 requis");
  await expectGoodLooks(bastien, "life-4-cosigned");
  await calls(chair, "1 bis");
  await opensBallot(chair);
  for (const phone of [amina, bastien]) {
    await phone.goto(`${home}/`);
    await votes(phone, "Pour");
  }
  await concludes(chair);
  await amina.goto(text);
  await sees(amina, "La commune défend l’eau et ouvre des lieux pour tout le monde.");

  // A time limit that is still to come, then one that is past.
  await setsDeadline(chair, home, "2099-01-19", "18:30");
  await sees(chair, /Dépôt jusqu’à .*18.h.30/u);
  await expectGoodLooks(chair, "life-5-deadline-set");
  await composes(bastien, text, { from: "monde", to: "quartier", why: "Commençons là." });
  await sees(bastien, /Dépôt jusqu’à .*18.h.30/u);
  await setsDeadline(chair, home, "2020-01-18", "18:30");
  await sees(chair, /Le dépôt est clos depuis .*18.h.30/u);
  await presses(bastien, "Déposer l’amendement");
  await sees(bastien, /le dépôt est clos depuis .*18.h.30/u);
  await expect.poll(() => bastien.evaluate(refusalIsWhole)).toBe(true);
  await expectGoodLooks(bastien, "life-6-too-late");
  await bastien.reload();
  await bastien.locator(".wish-changes ins", { hasText: "quartier" }).waitFor();
  expect(await bastien.locator("#rationale").inputValue()).toBe("Commençons là.");
  await sees(bastien, /Vos mots restent gardés/u);
  await expectGoodLooks(bastien, "life-7-words-kept");

  // Lifted: it is submitted after all, and ruled out with a reason.
  await chair.goto(`${home}/amendements`);
  await chair.getByText("Changer l’heure limite de dépôt").click();
  await pressesTwice(chair, "Lever la limite");
  await chair.getByText("Fixer une heure limite de dépôt").waitFor();
  expect(await submits(bastien)).toBe(2);
  await chair.goto(`${home}/amendements/2`);
  await chair.getByText("Déclarer irrecevable…").click();
  await fills(chair, { reason });
  await expectGoodLooks(chair, "life-8-ruling-out");
  await pressesTwice(chair, "Déclarer l’amendement irrecevable");
  await sees(chair, "Irrecevable");
  await bastien.goto(`${home}/amendements/2`);
  await sees(bastien, reason);
  await expectGoodLooks(bastien, "life-9-ruled-out");

  // Withdrawn, and taken over by the other delegation.
  expect(await amends(bastien, text, { from: "lieux", to: "cafés", why: "Il fait froid." })).toBe(3);
  await pressesTwice(bastien, "Retirer l’amendement");
  await sees(bastien, "Retiré");
  await amina.goto(`${home}/amendements/3`);
  await expectGoodLooks(amina, "life-10-withdrawn");
  await pressesTwice(amina, "Reprendre l’amendement");
  await sees(amina, "Repris après son retrait par Kerloc’h");
  await expectGoodLooks(amina, "life-11-taken-over");

  const record = await (await amina.request.get(`${home}/registre.json`)).json();
  expect(JSON.stringify(record.entries).includes("Partager ne suffit pas")).toBe(false);
  expect(faultsOf(JSON.stringify(record))).toEqual([]);
  expect(await verify(saves(folder, "life", record), "--replay")).toMatchObject({ status: 0 });
});
