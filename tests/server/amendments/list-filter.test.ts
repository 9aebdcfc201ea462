import { expect, test } from "vitest";

import type { AmendmentsView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { adoptOne } from "../../support/amendments/adopt-one.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  p0: Nous, communes réunies.
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  a2 article: Des mandats
    p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale: "" };
  const answer = await hall.act(who, "amendment.submit", wish);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().amendment;
}

/** 1 before the articles, 2 and 3 in the first (3 is withdrawn), 4 in the second (adopted). */
async function four(hall: Hall): Promise<void> {
  await submit(hall, "kerloch", "réunies", "assemblées");
  await submit(hall, "orvelles", "se vend", "s’achète");
  const third = await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
  const fourth = await submit(hall, "tanneries", "engage", "oblige");
  await hall.act("kerloch", "amendment.withdraw", { amendment: third });
  await adoptOne(hall, fourth);
}

const read = async (hall: Hall, asked: string): Promise<AmendmentsView> => {
  const path = encodeURIComponent(`/amendements${asked}`);
  return (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${path}`)).json();
};
const numbersOf = (view: AmendmentsView): readonly number[] =>
  (view.texts[0]?.lines ?? []).map(({ number }) => number).toSorted((a, b) => a - b);

test.each([
  ["", [1, 2, 3, 4]],
  ["?delegation=&article=&etat=", [1, 2, 3, 4]],
  ["?delegation=kerloch", [1, 3]],
  ["?article=1", [2, 3]],
  ["?article=0", [1]],
  ["?etat=depose", [1, 2]],
  ["?etat=retire", [3]],
  ["?etat=adopte", [4]],
  ["?etat=rejete", []],
  ["?etat=a-voter", [1, 2]],
  ["?a-voter=1", [1, 2]],
  ["?delegation=kerloch&article=1&etat=retire", [3]],
  ["?delegation=tanneries&article=1", []],
])("AMD-116 of the list, %s gives %j, and how many there are in all stays known", async (asked, numbers) => {
  await using hall = await openHall(sheet(words));
  await four(hall);
  const view = await read(hall, asked);
  expect(numbersOf(view)).toEqual(numbers);
  expect(view.texts[0]).toMatchObject({ total: 4, waiting: 2 });
  expect(view.filter).toMatchObject({ unknown: false, articles: [0, 1, 2] });
});

test.each(["?delegation=personne", "?article=9", "?article=01", "?etat=perdu", "?article=%3Cb%3E"])(
  "AMD-117 %s, which the list does not know, is left aside, and the page says so",
  async (asked) => {
    await using hall = await openHall(sheet(words));
    await four(hall);
    const view = await read(hall, `${asked}&`);
    expect(numbersOf(view)).toEqual([1, 2, 3, 4]);
    expect(view.filter).toMatchObject({ delegation: null, article: null, state: null, unknown: true });
    const answer = await getPage(hall.app, `/r/${hall.gathering}/amendements${asked}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.payload.replaceAll(/\s/gu, " ")).toContain("il n’en est pas tenu compte");
  },
);

test("AMD-117 what else is asked for with it still counts", async () => {
  await using hall = await openHall(sheet(words));
  await four(hall);
  const view = await read(hall, "?delegation=kerloch&etat=perdu");
  expect(numbersOf(view)).toEqual([1, 3]);
  expect(view.filter).toMatchObject({ delegation: "kerloch", state: null, unknown: true });
});

test("AMD-116 a list of ten and more has the form, which works without script; a shorter one has none", async () => {
  await using hall = await openHall(sheet(words));
  await four(hall);
  const page = async (asked = "") => (await getPage(hall.app, `/r/${hall.gathering}/amendements${asked}`)).payload;
  for (let i = 0; i < 5; i++) await submit(hall, "orvelles", "peuple", `peuple ${i}`);
  expect(await page()).not.toContain('<form method="get"');
  await submit(hall, "orvelles", "peuple", "quartier");
  expect(await page()).toContain(`<form method="get" action="/r/${hall.gathering}/amendements"`);
  const filtered = (await page("?delegation=kerloch&article=&etat=")).replaceAll(/\s/gu, " ");
  expect(filtered).toContain("2 sur 10 amendements.");
  expect(filtered).toMatch(/<option value="kerloch" selected/u);
  expect((await page("?delegation=tanneries&etat=depose")).replaceAll(/\s/gu, " ")).toContain(
    "Aucun amendement de ce texte ne répond à vos choix.",
  );
});

test("AMD-118 each line of the list, filtered or not, is a link that opens the sheet", async () => {
  await using hall = await openHall(sheet(words));
  await four(hall);
  for (const [asked, count] of [
    ["", 4],
    ["?etat=retire", 1],
  ] as const) {
    const list = (await getPage(hall.app, `/r/${hall.gathering}/amendements${asked}`)).payload;
    const links = [...list.matchAll(/<a href="(?<path>[^"]+\/amendements\/\d+)"/gu)].map((one) => one.groups?.["path"]);
    expect(links).toHaveLength(count);
    for (const path of links) {
      const answer = await getPage(hall.app, path ?? "");
      expect(answer.statusCode).toBe(200);
      expect(answer.payload).toMatch(/<del|<ins/u);
    }
  }
});
