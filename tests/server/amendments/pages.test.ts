import { expect, test } from "vitest";

import { questionOf, writeAdoption } from "../../../server/amendments/index.ts";
import { Warrant } from "../../../shared/amendments/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { getPage } from "../../support/app.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  a1 article: Des biens communs
    p1: L’eau ne se vend pas.
    p2: Chaque commune peut ouvrir une maison du peuple.
  p3: Cette déclaration engage les communes.`;

async function submit(hall: Hall, who: Who, from: string, to: string): Promise<string> {
  const document = sheet(words.replace(from, to)).toJSON();
  const wish = { delegation: who, text: hall.text, version: hall.version, document, rationale: "Un délai." };
  return (await hall.act(who, "amendment.submit", wish)).json().amendment;
}

const viewOf = async (hall: Hall, path: string, who: Who = "nobody") =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

test("AMD-37 the list has the amendments as they stand in the text, each with its place and a few of its words", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous");
  await submit(hall, "kerloch", "peut ouvrir", "ouvre, dans l’année,");
  await submit(hall, "orvelles", "  p3", "  n1: Les forêts non plus.\n  p3");
  const { texts } = await viewOf(hall, "/amendements", "kerloch");
  expect(texts).toHaveLength(1);
  expect(texts[0].amending).toBe("open");
  const told = texts[0].lines.map((line: { number: number; place: object; gist: string }) => ({
    number: line.number,
    place: line.place,
    gist: line.gist.replaceAll("\u202f", " "),
  }));
  expect(told).toEqual([
    {
      number: 2,
      place: { article: 1, paragraph: 2, after: false },
      gist: "« ouvre, dans l’année, » au lieu de « peut ouvrir »",
    },
    {
      number: 3,
      place: { article: null, paragraph: 2, after: true },
      gist: "nouvel alinéa « Les forêts non plus. »",
    },
    {
      number: 1,
      place: { article: null, paragraph: 3, after: false },
      gist: "« n’ … que nous » au lieu de « les communes »",
    },
  ]);
  expect((await viewOf(hall, "/amendements")).texts[0].amending).toBe(null);
});

test("AMD-47 the list is in the order of calls: what is discussed together stands together, what is no longer called where it stood", async () => {
  await using hall = await openHall(sheet(words));
  const orders = async () =>
    (await viewOf(hall, "/amendements", "kerloch")).texts[0].lines.map(
      ({ number, joint, same }: { number: number; joint: number | null; same: number | null }) => [number, joint, same],
    );
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous");
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
  const withdrawn = await submit(hall, "orvelles", "se vend", "s’achète");
  await submit(hall, "tanneries", "peut ouvrir une", "ouvre sa");
  await submit(hall, "orvelles", "peut ouvrir", "doit ouvrir");
  await submit(hall, "kerloch", "    p1: L’eau ne se vend pas.\n", "");
  expect(await orders()).toEqual([
    [6, 3, null],
    [3, 3, null],
    [4, 2, null],
    [2, 2, null],
    [5, 2, 2],
    [1, null, null],
  ]);
  await hall.act("orvelles", "amendment.withdraw", { amendment: withdrawn });
  expect(await orders()).toEqual([
    [3, null, null],
    [6, null, null],
    [4, 2, null],
    [2, 2, null],
    [5, 2, 2],
    [1, null, null],
  ]);
});

test("AMD-49 everybody reads what the text would be with the amendments that they choose; nothing is written", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
  await submit(hall, "orvelles", "peut ouvrir", "devra ouvrir");
  await submit(hall, "tanneries", "engage les communes", "n’engage que nous");
  const page = `/textes/${hall.text}/et-si`;
  const fates = (view: { lines: { number: number; fate: object | null }[] }) =>
    view.lines.map(({ number, fate }) => [number, fate]);
  const none = await viewOf(hall, page);
  expect(fates(none)).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ]);
  expect(none.redline).toEqual([]);
  expect([none.most, (await viewOf(hall, page, "kerloch")).most]).toEqual([10, 40]);
  const some = await viewOf(hall, `${page}?avec-1=1&avec-2=1&avec-99=1`);
  expect(fates(some)).toEqual([
    [1, { fate: "enters" }],
    [2, { fate: "falls", by: 1 }],
    [3, null],
  ]);
  const read = some.redline.flatMap(({ runs }: { runs: { text: string; change: string | null }[] }) => runs);
  expect(read.filter(({ change }: { change: string | null }) => change !== null)).toMatchObject([
    { text: "peut", change: "deleted" },
    { text: "doit", change: "inserted" },
  ]);
  expect((await viewOf(hall, "/textes/none/et-si")).code).toBe("not-found");
});

test("AMD-38 the sheet has the redline with its neighbours, the rationale, and what its adoption would do", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await submit(hall, "orvelles", "peut", "doit");
  await submit(hall, "tanneries", "maison du peuple", "salle");
  const view = await viewOf(hall, "/amendements/1", "kerloch");
  expect(view.amendment).toMatchObject({
    number: 1,
    delegation: "De kerloch",
    rationale: "Un délai.",
    rationaleErased: false,
    state: { state: "submitted" },
    place: { article: 1, paragraph: 2, after: false },
  });
  expect(view.amendment.redline.map((block: { kind: string; change: string }) => [block.kind, block.change])).toEqual([
    ["article", "context"],
    ["paragraph", "context"],
    ["paragraph", "changed"],
    ["paragraph", "context"],
  ]);
  expect(view.effects).toMatchObject([
    { kind: "falls", amendment: { number: 2, delegation: "De orvelles" } },
    { kind: "stays", amendment: { number: 3 } },
  ]);
  const others = { withdraw: false, revise: false, subAmend: true, divide: false, inadmissible: false, takeOver: null };
  expect(view.may).toEqual({ ...others, withdraw: true, revise: true });
  expect((await viewOf(hall, "/amendements/1", "orvelles")).may).toEqual(others);
  expect((await viewOf(hall, "/amendements/9")).code).toBe("not-found");
});

test("AMD-39 after an adoption each sheet says what became of it: the ballot, what made it fall, what is left of it", async () => {
  await using hall = await openHall(sheet(words));
  const ours = await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await submit(hall, "orvelles", "peut", "doit");
  await submit(hall, "tanneries", "peut ouvrir", "ouvre");
  const document = sheet(words.replace("peut ouvrir", "ouvre").replace("se vend", "s’achète")).toJSON();
  const wish = { delegation: "tanneries", text: hall.text, version: hall.version, document, rationale: "" };
  await hall.act("tanneries", "amendment.submit", wish);
  await hall.act("chair", "amendment.call", { amendment: ours });
  const adopted = await hall.storage.act(async (tx) => {
    await tx.insert(tx.tables.ballots, {
      id: "b1",
      gathering: hall.gathering,
      item: "item",
      state: "declared",
      subjectKind: "amendment",
      subject: "{}",
      subjectHash: hashText("{}"),
      questionWords: "w",
      rule: "simple",
      number: 4,
      tally: JSON.stringify({ for: 2, against: 1, abstention: 0, notTakingPart: 0 }),
    });
    const question = await questionOf(tx, hall.gathering, ours);
    if (!question.ok) return question;
    const written = await writeAdoption(
      tx,
      hall.gathering,
      new Warrant("adopted", { ...question.value, ballot: "b1" }),
      0,
    );
    return written.ok ? ok(null) : written;
  });
  expect(adopted.ok).toBe(true);
  const { texts } = await viewOf(hall, "/amendements");
  expect(texts[0].lines.map(({ number, state }: { number: number; state: object }) => [number, state])).toEqual([
    [4, { state: "submitted" }],
    [
      1,
      {
        state: "adopted",
        ballot: { number: 4, tally: { for: 2, against: 1, abstention: 0, notTakingPart: 0 }, rule: expect.anything() },
      },
    ],
    [2, { state: "fallen", by: { id: ours, number: 1, label: "1", delegation: "De kerloch" } }],
    [3, { state: "adopted", ballot: expect.anything() }],
  ]);
  expect((await viewOf(hall, "/amendements/4")).amendment.since).toBe("reduced");
});

test("AMD-40 a delegate is given the tabled text to amend; others are refused", async () => {
  await using hall = await openHall(sheet(words));
  const view = await viewOf(hall, `/textes/${hall.text}/amender`, "kerloch");
  expect(view).toMatchObject({ page: "amend", text: { id: hall.text, version: 1 }, document: sheet(words).toJSON() });
  expect((await viewOf(hall, `/textes/${hall.text}/amender`)).code).toBe("not-signed-in");
  expect((await viewOf(hall, `/textes/${hall.text}/amender`, "chair")).code).toBe("not-allowed");
});

test("AMD-127 a device that composes is told what waits on the text as it stands, and nothing of what no longer does", async () => {
  await using hall = await openHall(sheet(words));
  await submit(hall, "kerloch", "peut ouvrir", "ouvre");
  await submit(hall, "orvelles", "engage les communes", "n’engage que nous");
  const third = await submit(hall, "tanneries", "L’eau", "Toute eau");
  await hall.act("tanneries", "amendment.withdraw", { amendment: third });
  const path = `/textes/${hall.text}/amender?autres=1`;
  const { document, others, delegations } = await viewOf(hall, path, "kerloch");
  expect(document).toBe(null);
  expect(delegations).toEqual([]);
  expect(others.left).toBe(0);
  expect(others.list).toMatchObject([
    { number: 1, revision: 1, delegation: "De kerloch" },
    { number: 2, revision: 1, delegation: "De orvelles" },
  ]);
  expect(JSON.parse(others.list[0].changes)).toMatchObject([{ kind: "text", block: "p2" }]);
  expect((await viewOf(hall, path)).code).toBe("not-signed-in");
});

test("AMD-128 the secretary composes in the name of a delegation that is admitted", async () => {
  await using hall = await openHall(sheet(words));
  const { delegations } = await viewOf(hall, `/textes/${hall.text}/amender`, "secretary");
  expect(delegations.map(({ id }: { id: string }) => id)).toContain("kerloch");
  const document = sheet(words.replace("peut", "doit")).toJSON();
  const wish = { delegation: "kerloch", text: hall.text, version: hall.version, document, rationale: "" };
  expect((await hall.act("secretary", "amendment.submit", wish)).json()).toMatchObject({ number: 1 });
});
