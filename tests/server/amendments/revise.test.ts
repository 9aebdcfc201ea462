import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { readAmendment, readRevisions } from "../../../server/amendments/index.ts";
import { labelOf } from "../../../shared/amendments/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { getPage } from "../../support/app.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;

const wish = (hall: Hall, to: string) => ({
  version: hall.version,
  document: sheet(words.replace("peut ouvrir", to)).toJSON(),
  rationale: "Parce que.",
});

async function submit(hall: Hall, who: Who, to: string): Promise<string> {
  const body = { delegation: who, text: hall.text, ...wish(hall, to) };
  return (await hall.act(who, "amendment.submit", body)).json().amendment;
}

const revise = (hall: Hall, who: Who, amendment: string, revision: number, to: string, more: object = {}) =>
  hall.act(who, "amendment.revise", { amendment, revision, ...wish(hall, to), ...more });

test("AMD-70 a revised amendment keeps its number, has a new hash and an entry, and what it asked for stays", async () => {
  await using hall = await openHall(sheet(words));
  const amendment = await submit(hall, "kerloch", "ouvre");
  const answer = await revise(hall, "kerloch", amendment, 1, "ouvrira");
  expect(answer.json()).toMatchObject({ amendment, number: 1 });
  const [submitted, revised] = await hall.entries();
  expect(revised).toMatchObject({
    act: "amendment.revised",
    data: { amendment, number: 1, revision: 2, version: 1, delegation: "kerloch", hash: answer.json().hash },
  });
  expect(revised?.data["hash"]).not.toBe(submitted?.data["hash"]);
  const revisions = await hall.storage.read((tx) => readRevisions(tx, amendment));
  expect(revisions.map(({ revision, origin, hash }) => [revision, origin, hash])).toEqual([
    [1, "submitted", submitted?.data["hash"]],
    [2, "revised", revised?.data["hash"]],
  ]);
  const list = (await hall.app.inject({ url: `/r/${hall.gathering}/amendements`, headers: { accept: "text/html" } }))
    .body;
  expect(list).toContain("1 bis");
});

test("AMD-70 a called amendment that is revised waits to be called anew; those identical to it stay called", async () => {
  await using hall = await openHall(sheet(words));
  const ours = await submit(hall, "kerloch", "ouvre");
  const theirs = await submit(hall, "orvelles", "ouvre");
  await hall.act("chair", "amendment.call", { amendment: ours });
  expect((await revise(hall, "kerloch", ours, 1, "ouvrira")).statusCode).toBe(200);
  const states = await hall.storage.read(async (tx) => [
    (await readAmendment(tx, hall.gathering, ours))?.life.state,
    (await readAmendment(tx, hall.gathering, theirs))?.life.state,
  ]);
  expect(states).toEqual(["submitted", "called"]);
  const called = await hall.act("chair", "amendment.call", { amendment: ours });
  expect(called.json().amendments).toEqual([ours]);
});

test("AMD-70 the same revision asked again is answered, and written once", async () => {
  await using hall = await openHall(sheet(words));
  const amendment = await submit(hall, "kerloch", "ouvre");
  const first = await revise(hall, "kerloch", amendment, 1, "ouvrira");
  const before = await rowCounts(hall.storage);
  const again = await revise(hall, "kerloch", amendment, 1, "ouvrira");
  expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
  expect(await rowCounts(hall.storage)).toEqual(before);
});

test("AMD-70 nobody else revises it, nor on what is no longer its last revision, nor to nothing, nor once it is decided upon", async () => {
  await using hall = await openHall(sheet(words));
  const amendment = await submit(hall, "kerloch", "ouvre");
  const fallen = await submit(hall, "orvelles", "ouvrit");
  await hall.storage.act(async (tx) => {
    await tx.db.update(tx.tables.amendments).set({ standing: "fallen" }).where(eq(tx.tables.amendments.id, fallen));
    return ok(null);
  });
  await revise(hall, "kerloch", amendment, 1, "ouvrira");
  const before = await rowCounts(hall.storage);
  const refused = async (answer: ReturnType<typeof revise>): Promise<string> => {
    const { code, detail } = (await answer).json();
    return detail === undefined ? code : `${code} ${detail}`;
  };
  expect(await refused(revise(hall, "orvelles", amendment, 2, "doit"))).toBe("not-allowed amendment.revise");
  expect(await refused(revise(hall, "chair", amendment, 2, "doit"))).toBe("not-allowed amendment.revise");
  expect(await refused(revise(hall, "kerloch", amendment, 1, "doit"))).toBe("wrong-state amendment-revised");
  expect(await refused(revise(hall, "kerloch", amendment, 2, "ouvrira"))).toBe("wrong-state amendment-unchanged");
  expect(await refused(revise(hall, "kerloch", amendment, 2, "peut ouvrir"))).toBe("empty-amendment");
  expect(await refused(revise(hall, "kerloch", amendment, 2, "doit", { version: 9 }))).toBe("malformed");
  expect(await refused(revise(hall, "orvelles", fallen, 1, "doit"))).toBe("wrong-state amendment-fallen");
  expect(await rowCounts(hall.storage)).toEqual(before);
  await hall.act("kerloch", "amendment.withdraw", { amendment });
  expect(await refused(revise(hall, "kerloch", amendment, 2, "doit"))).toBe("wrong-state amendment-withdrawn");
});

test("AMD-70 revisions are told apart by what the chambers say after a number", () => {
  expect([1, 2, 3, 10, 11].map((revision) => labelOf({ number: 12, revision }))).toEqual([
    "12",
    "12 bis",
    "12 ter",
    "12 decies",
    "12 (11)",
  ]);
});

test("AMD-71 the composing page opens with what the last revision asks for; a sheet shows each revision with what it changed", async () => {
  await using hall = await openHall(sheet(words));
  const amendment = await submit(hall, "kerloch", "ouvre");
  const view = async (path: string, who: Who) =>
    (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();
  expect((await view("/amendements/1", "kerloch")).revisions).toEqual([]);
  const opened = await view(`/textes/${hall.text}/amender?rectifie=1`, "kerloch");
  expect(opened.revising).toMatchObject({
    amendment,
    label: "1",
    next: "1 bis",
    revision: 1,
    version: 1,
    rationale: "Parce que.",
  });
  expect(JSON.stringify(opened.revising.amended)).toContain("commune ouvre une maison");
  expect(JSON.stringify(opened.document)).toContain("commune peut ouvrir une maison");
  expect((await view(`/textes/${hall.text}/amender?rectifie=1`, "orvelles")).code).toBe("not-allowed");
  expect((await view(`/textes/${hall.text}/amender?rectifie=2`, "kerloch")).code).toBe("not-found");
  await revise(hall, "kerloch", amendment, 1, "ouvrira");
  const sheetOf = await view("/amendements/1", "orvelles");
  expect(sheetOf.amendment).toMatchObject({ label: "1 bis", origin: "revised" });
  const spoken = sheetOf.revisions.map(
    (one: { label: string; against: string; redline: { runs?: { change: string | null; text: string }[] }[] }) => [
      one.label,
      one.against,
      one.redline.flatMap((block) => (block?.runs ?? []).flatMap(({ change, text }) => (change ? [text] : []))),
    ],
  );
  expect(spoken).toEqual([
    ["1", "text", ["peut ouvrir", "ouvre"]],
    ["1 bis", "before", ["ouvre", "ouvrira"]],
  ]);
});
