import { expect, test } from "vitest";

import { limits } from "../../../shared/limits.ts";
import { getPage } from "../../support/app.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale: "" };
  return (await hall.act(who, "amendment.submit", wish)).json().amendment;
}

const viewOf = async (hall: Hall, path: string, who: Who = "nobody") =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

const numbersOf = async (hall: Hall, more = "") =>
  (await viewOf(hall, `/amendements${more}`)).texts[0].lines.map(({ number }: { number: number }) => number);

const reorder = (hall: Hall, who: Who, amendment: string, before: string) =>
  hall.act(who, "amendment.reorder", { text: hall.text, amendment, before });

/** The text is before the assembly: the chair's console has it. */
async function debate(hall: Hall): Promise<void> {
  const times = { startMinutes: null, endMinutes: null, note: null };
  const item = { title: "La déclaration", kind: "plenary", day: 1, ...times, text: hall.text };
  const added = await hall.act("chair", "agenda.edit", item);
  await hall.act("chair", "agenda.start", { item: added.json().item });
}

/** 1 on the third paragraph, 2 on the first, 3, 4 and 5 on the second: 5 asks for the same as 3. */
async function five(hall: Hall): Promise<readonly [string, string, string, string, string]> {
  return [
    await submit(hall, "kerloch", "engage", "oblige"),
    await submit(hall, "orvelles", "se vend", "s’achète"),
    await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir"),
    await submit(hall, "tanneries", "peut ouvrir", "devrait ouvrir"),
    await submit(hall, "orvelles", "peut ouvrir", "doit ouvrir"),
  ];
}

test("AMD-102 the chair puts a discussion before another, or at the end; the minutes have the whole order", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  expect(await numbersOf(hall)).toEqual([2, 3, 5, 4, 1]);
  expect((await reorder(hall, "chair", ids[4], ids[1])).statusCode).toBe(200);
  expect(await numbersOf(hall)).toEqual([3, 5, 4, 2, 1]);
  expect((await reorder(hall, "chair", ids[1], "")).statusCode).toBe(200);
  expect(await numbersOf(hall)).toEqual([3, 5, 4, 1, 2]);
  const last = (await hall.entries()).at(-1);
  const order = [ids[2], ids[4], ids[3], ids[0], ids[1]];
  expect(last).toMatchObject({
    act: "amendment.reordered",
    by: "p-chair",
    data: { text: hall.text, amendments: order },
  });
  const before = await rowCounts(hall.storage);
  await reorder(hall, "chair", ids[1], "");
  expect(await rowCounts(hall.storage)).toEqual(before);
  const minutes = (await getPage(hall.app, `/r/${hall.gathering}/proces-verbal`)).payload.replaceAll(/\s/gu, " ");
  expect(minutes).toContain("seront appelés dans l’ordre suivant : 3, 5, 4, 1 et 2.");
});

test("AMD-102 the natural order comes back in one act, and its second time writes nothing", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  await debate(hall);
  await reorder(hall, "chair", ids[0], ids[1]);
  expect((await viewOf(hall, "/tribune", "chair")).ordered).toBe(true);
  expect((await reorder(hall, "chair", "", "")).statusCode).toBe(200);
  expect(await numbersOf(hall)).toEqual([2, 3, 5, 4, 1]);
  expect((await viewOf(hall, "/tribune", "chair")).ordered).toBe(false);
  const before = await rowCounts(hall.storage);
  await reorder(hall, "chair", "", "");
  expect(await rowCounts(hall.storage)).toEqual(before);
});

test("AMD-102 what is not of this text, or can no longer be called, has no place in its order", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  expect((await reorder(hall, "kerloch", ids[0], "")).json().code).toBe("not-allowed");
  expect((await reorder(hall, "chair", "nothing", "")).json().code).toBe("not-found");
  expect((await reorder(hall, "chair", ids[0], "nothing")).json().code).toBe("not-found");
  await hall.act("kerloch", "amendment.withdraw", { amendment: ids[0] });
  expect((await reorder(hall, "chair", ids[0], ids[1])).json().code).toBe("not-found");
});

test("AMD-103 one submitted later finds its natural place in the chair's order", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  await reorder(hall, "chair", ids[0], ids[1]);
  expect(await numbersOf(hall)).toEqual([1, 2, 3, 5, 4]);
  await submit(hall, "tanneries", "les communes", "les quartiers");
  expect(await numbersOf(hall)).toEqual([1, 6, 2, 3, 5, 4]);
});

test("AMD-104 the list says ahead what an adoption makes fall and satisfies", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir une maison", "doit ouvrir une grande maison");
  await submit(hall, "orvelles", "peut", "doit");
  await submit(hall, "tanneries", "peut", "devrait");
  await submit(hall, "tanneries", "eau", "air");
  const { lines } = (await viewOf(hall, "/amendements")).texts[0];
  const ahead = new Map(lines.map((line: { number: number; ahead: unknown }) => [line.number, line.ahead]));
  expect(ahead.get(1)).toEqual({ falls: [3], satisfied: [2] });
  expect(ahead.get(2)).toEqual({ falls: [3], satisfied: [] });
  expect(ahead.get(4)).toBe(null);
  const html = (await getPage(hall.app, `/r/${hall.gathering}/amendements`)).payload.replaceAll(/\s/gu, " ");
  expect(html).toContain("Si adopté : fait tomber 3 ; satisfait 2");
});

test("AMD-105 one list has only what is still to be voted", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  await hall.act("kerloch", "amendment.withdraw", { amendment: ids[0] });
  await hall.act("chair", "amendment.notMoved", { amendments: [ids[3]] });
  expect(new Set(await numbersOf(hall))).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(await numbersOf(hall, "?a-voter=1")).toEqual([2, 3, 5]);
  const html = (await getPage(hall.app, `/r/${hall.gathering}/amendements`)).payload;
  expect(html).toContain("/amendements?a-voter=1");
});

test("AMD-106 en bloc are proposed those that the drafting group wants and that leave all others alone, no other", async () => {
  await using hall = await openHall(sheet(words));
  const ids = [
    ...(await five(hall)),
    await submit(hall, "orvelles", "les communes", "les quartiers"),
    await submit(hall, "tanneries", "eau", "air"),
  ] as const;
  await debate(hall);
  const favourable = async (id: string | undefined) =>
    hall.act("drafter", "amendment.opine", { amendment: id, delegation: "", opinion: "favourable" });
  const proposed = async () => (await viewOf(hall, "/tribune", "chair")).favourable;
  for (const id of ids.slice(0, 6)) await favourable(id);
  // 2 and 7 both stand in the first paragraph, apart; 3, 4 and 5 exclude one another.
  expect(await proposed()).toEqual([ids[1], ids[0], ids[5]]);
  await hall.act("tanneries", "amendment.withdraw", { amendment: ids[3] });
  expect(await proposed()).toEqual([ids[1], ids[2], ids[0], ids[5]]);
  await hall.act("drafter", "amendment.opine", { amendment: ids[4], delegation: "", opinion: "wisdom" });
  expect(await proposed()).toEqual([ids[1], ids[0], ids[5]]);
  await hall.act("chair", "amendment.call", { amendment: ids[0] });
  expect(await proposed()).toEqual([ids[1], ids[5]]);
});

test("AMD-108 one link reads the text with all that the drafting group wants; it says when that is not all of it", async () => {
  await using hall = await openHall(sheet(words));
  const ids = await five(hall);
  for (const id of [ids[0], ids[1]])
    await hall.act("drafter", "amendment.opine", { amendment: id, delegation: "", opinion: "favourable" });
  await hall.act("orvelles", "amendment.opine", { amendment: ids[3], delegation: "orvelles", opinion: "favourable" });
  const path = `/textes/${hall.text}/et-si`;
  expect((await viewOf(hall, path)).favourable).toBe(2);
  const view = await viewOf(hall, `${path}?favorables=1`);
  const fates = view.lines.map(({ number, fate }: { number: number; fate: object | null }) => [number, fate !== null]);
  expect(new Map(fates)).toEqual(new Map([1, 2, 3, 4, 5].map((number) => [number, number < 3])));
  expect(view.untried).toBe(0);
  const html = (await getPage(hall.app, `/r/${hall.gathering}${path}`)).payload;
  expect(html).toContain(`${path}?favorables=1`);
  const submitted = await Promise.all(
    Array.from({ length: limits.amendmentsTriedByPublic }, (_, i) => submit(hall, "kerloch", "eau", `eau ${i}`)),
  );
  for (const id of submitted)
    await hall.act("drafter", "amendment.opine", { amendment: id, delegation: "", opinion: "favourable" });
  expect(await viewOf(hall, `${path}?favorables=1`)).toMatchObject({ favourable: 12, untried: 2 });
  expect(await viewOf(hall, `${path}?favorables=1`, "kerloch")).toMatchObject({ untried: 0 });
});
