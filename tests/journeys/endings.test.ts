import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { faultsOf } from "../support/second-verifier.ts";
import { delegateOf, gathers, writesText, type Assembly } from "./support/assembly.ts";
import { openHall, type Hall } from "./support/hall.ts";
import { focusedWords, sees } from "./support/hands.ts";
import { welcomes } from "./support/organising.ts";
import { downloadsRecord } from "./support/papers.ts";
import {
  cancels,
  closesGathering,
  concludes,
  lastCall,
  opensBallot,
  opensItem,
  turnsToWhole,
  publishes,
  putsOnProgramme,
  tables,
  takesConsole,
} from "./support/plenary.ts";
import { expectGoodLooks, loadsOf } from "./support/seen.ts";
import { opensTwin, type Twin } from "./support/twin.ts";
import { verify } from "./support/verifiers.ts";
import { votes } from "./support/voting.ts";

const facts = {
  name: "Commune des Communes",
  place: "Commercy",
  firstDay: "2020-01-18",
  delegations: ["Brémont", "Kerloc’h", "Orvelles"],
};

/** A text each, under an item of its own. */
const water = {
  item: "Plénière : vote sur la ou les déclarations",
  title: "L’eau",
  words: "L’eau est à tout le monde.",
};
const places = { item: "Déclaration commune", title: "Les lieux", words: "Ouvrons des lieux communs." };
const land = {
  item: "Discussions libres, courtes interventions",
  title: "Les terres",
  words: "Les terres se gardent ensemble.",
};
type Subject = typeof water;

const folder = mkdtempSync(join(tmpdir(), "cahier-endings-"));
let hall: Hall;
let twin: Twin;

beforeAll(async () => {
  hall = await openHall();
  twin = await opensTwin(hall, { ...facts, item: water.item, title: water.title });
});
afterAll(async () => {
  await hall?.close();
  rmSync(folder, { recursive: true });
});

/** A plenary before its votes: the texts tabled, everybody present, two phones, the screen, and a reader without a code. */
interface Plenary extends Assembly {
  readonly amina: Page;
  readonly bastien: Page;
  readonly screen: Page;
  readonly reader: Page;
  /** The address of the text of this title. */
  readonly texts: ReadonlyMap<string, string>;
}

async function assembles(subjects: readonly Subject[]): Promise<Plenary> {
  const assembly = await gathers(hall, facts);
  const { home, organiser, chair } = assembly;
  const texts = new Map<string, string>();
  for (const { title, words } of subjects) texts.set(title, await writesText(hall, assembly, title, words));
  for (const name of facts.delegations) await welcomes(organiser, home, name);
  for (const { item, title } of subjects) await putsOnProgramme(chair, home, item, title);
  await takesConsole(chair, home);
  for (const { title } of subjects) await tables(chair, title);
  const amina = await delegateOf(hall, assembly, "Brémont", "phone");
  const bastien = await delegateOf(hall, assembly, "Kerloc’h", "phone");
  for (const phone of [amina, bastien]) await phone.goto(`${home}/`);
  const screen = await hall.person("projector");
  await screen.goto(`${home}/ecran`);
  return { ...assembly, amina, bastien, screen, reader: await hall.person("phone"), texts };
}

const declarationOf = (text: string): string => text.replace("/textes/", "/declarations/");

/** Whoever reads without a code finds the words of the text, where it stands, and no declaration of it. */
async function staysReadable({ reader, texts }: Plenary, { title, words }: Subject, state: string): Promise<void> {
  await reader.goto(texts.get(title) ?? "");
  await reader.locator(".reader-head", { hasText: state }).waitFor();
  await sees(reader, words);
}

describe("a gathering in which nothing is adopted", () => {
  let plenary: Plenary;
  let screenLoads: () => number;

  beforeAll(async () => {
    plenary = await assembles([water, places, land]);
    screenLoads = loadsOf(plenary.screen);
  });

  test("UI-45 the button of the last call goes once it is said, and its focus goes to no other act", async () => {
    const { chair } = plenary;
    await opensItem(chair, water.item);
    await opensBallot(chair);
    await lastCall(chair);
    expect(await focusedWords(chair)).toBe("");
  });

  test("ROAD-10 a final ballot that rejects: the text is no declaration, says so, and stays readable", async () => {
    const { chair, amina, bastien, screen, reader, texts } = plenary;
    await votes(amina, "Pour");
    await votes(bastien, "Contre");
    await concludes(chair);
    for (const page of [chair, screen, amina]) await sees(page, "Rejeté");
    await expectGoodLooks(screen, "30 rejected on the screen");
    await expectGoodLooks(amina, "31 rejected on the phone");
    expect(await chair.getByRole("button", { name: "Publier la déclaration" }).count()).toBe(0);
    await staysReadable(plenary, water, "Rejeté");
    await reader.goto(declarationOf(texts.get(water.title) ?? ""));
    await sees(reader, "ce texte n’est pas une déclaration de la rencontre");
    await sees(reader, "Rejetée : 1 pour, 1 contre");
    expect(await reader.getByText("Délégations signataires").count()).toBe(0);
    await expectGoodLooks(reader, "32 rejected text");
  });

  test("ROAD-11 only abstentions: without a result, the text stays tabled and can be voted again", async () => {
    const { chair, amina, bastien, screen } = plenary;
    await opensItem(chair, places.item);
    await opensBallot(chair);
    await votes(amina, "Abstention");
    await votes(bastien, "Abstention");
    await concludes(chair);
    for (const page of [chair, screen, amina]) await sees(page, "Sans résultat");
    await sees(screen, "Aucun pour, aucun contre : rien n’est décidé. Le texte reste déposé.");
    await chair.getByText("Mettre l’ensemble aux voix").waitFor();
    await turnsToWhole(chair);
    await chair.getByRole("button", { name: "Ouvrir le scrutin" }).waitFor();
    await expectGoodLooks(screen, "33 without result on the screen");
    await expectGoodLooks(chair, "34 without result on the console");
    await staysReadable(plenary, places, "Déposé");
  });

  test("ROAD-12 fewer than the quorum: it has its own word, and the text stays tabled", async () => {
    const { chair, amina, screen } = plenary;
    await opensItem(chair, land.item);
    await opensBallot(chair, { quorum: "la moitié des inscrites ayant voté" });
    await votes(amina, "Pour");
    await concludes(chair);
    for (const page of [chair, screen, amina]) await sees(page, "Quorum non atteint");
    await sees(screen, "1 a voté sur 3 inscrites. Il en fallait 2.");
    await expectGoodLooks(screen, "35 no quorum on the screen");
    await expectGoodLooks(amina, "36 no quorum on the phone");
    await staysReadable(plenary, land, "Déposé");
  });

  test("ROAD-13 closed: everywhere it is said that no declaration was adopted, and what became of each text", async () => {
    const { home, chair, amina, screen, reader } = plenary;
    await closesGathering(chair);
    await sees(screen, "Aucune déclaration n’a été adoptée");
    await sees(screen, "Mis au vote et rejeté : L’eau");
    await sees(amina, "Aucune déclaration n’a été adoptée");
    await expectGoodLooks(screen, "37 nothing adopted on the screen");
    await expectGoodLooks(amina, "38 nothing adopted on the phone");
    expect(screenLoads()).toBe(0);
    await reader.goto(`${home}/declarations`);
    await sees(reader, "Aucune déclaration n’a été adoptée.");
    expect(await linesUnder(reader, "Rejetées")).toEqual(["L’eau"]);
    expect(await linesUnder(reader, "Sans décision")).toEqual(["Les lieux", "Les terres"]);
    await expectGoodLooks(reader, "39 nothing adopted, the declarations");
    await reader.goto(`${home}/proces-verbal`);
    await sees(reader, "Aucune déclaration n’a été adoptée.");
    await expectRecord(plenary);
  });
});

test("ROAD-14 two texts, one adopted and one rejected: both are shown, only one is a declaration", async () => {
  await hall.house.kill();
  await hall.house.start();
  const plenary = await assembles([water, places]);
  const { home, chair, amina, bastien, screen, reader } = plenary;
  await opensItem(chair, water.item);
  await opensBallot(chair);
  for (const phone of [amina, bastien]) await votes(phone, "Pour");
  await concludes(chair);
  await sees(screen, "Adopté");
  await publishes(chair);
  await opensItem(chair, places.item);
  await opensBallot(chair);
  for (const phone of [amina, bastien]) await votes(phone, "Contre");
  await concludes(chair);
  await sees(screen, "Rejeté");
  await closesGathering(chair);
  for (const page of [screen, amina]) {
    await sees(page, "Une déclaration a été publiée");
    await sees(page, water.title);
    await sees(page, places.title);
  }
  await expectGoodLooks(screen, "40 one of two on the screen");
  await expectGoodLooks(amina, "41 one of two on the phone");
  await reader.goto(`${home}/declarations`);
  expect(await linesUnder(reader, "Publiées")).toEqual([water.title]);
  expect(await linesUnder(reader, "Rejetées")).toEqual([places.title]);
  await expectGoodLooks(reader, "42 one of two, the declarations");
  await staysReadable(plenary, places, "Rejeté");
  await expectRecord(plenary);
});

test("ROAD-15 closed without any final ballot: no declaration was adopted, the text stays readable", async () => {
  const { chair, phone, home, text, words } = twin;
  await cancels(chair);
  await closesGathering(chair);
  await sees(phone, "Aucune déclaration n’a été adoptée");
  await sees(phone, "Sans décision");
  await phone.goto(`${home}/declarations`);
  await sees(phone, "Aucune déclaration n’a été adoptée.");
  expect(await linesUnder(phone, "Sans décision")).toEqual([water.title]);
  await phone.goto(text);
  await sees(phone, words);
});

test("ROAD-7 nothing of a gathering beside it, of the same names, has reached anybody; whoever strays into it is noticed", async () => {
  expect(hall.watched().found).toEqual([]);
  expect(hall.watched().read).toBeGreaterThan(100);
  const stray = await hall.person();
  await stray.goto(twin.text);
  await sees(stray, twin.words);
  await expect.poll(() => hall.watched().found.length).toBeGreaterThan(1);
});

/** The record that is taken home holds, and is the one whose code the screen shows. */
async function expectRecord({ reader, screen, texts, home }: Plenary): Promise<void> {
  const code = await screen.locator(".shortcode").innerText();
  await reader.goto(`${home}/journal`);
  const record = await downloadsRecord(reader, folder);
  expect(faultsOf(readFileSync(record, "utf8"))).toEqual([]);
  expect((await verify(record, "--replay", "--head", code)).said).toContain(
    `${texts.size} textes déposés, ${texts.size} scrutins`,
  );
}

const linesUnder = (page: Page, heading: string): Promise<readonly string[]> =>
  page
    .locator("section", { has: page.getByRole("heading", { name: heading, exact: true }) })
    .locator("li h3")
    .allInnerTexts();
