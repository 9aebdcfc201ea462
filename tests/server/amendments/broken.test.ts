import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import type { Tx } from "../../../server/storage/index.ts";
import { hashText } from "../../../shared/journal/index.ts";
import { ok } from "../../../shared/refusals.ts";
import type { AmendmentFault, AmendmentLine } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { adoptOne } from "../../support/amendments/adopt-one.ts";
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

const revision = (changes: string) => async (tx: Tx, id: string) => {
  const { revisions } = tx.tables;
  await tx.db
    .update(revisions)
    .set({ changes, hash: hashText(changes) })
    .where(eq(revisions.amendment, id));
};
const row = (values: object) => async (tx: Tx, id: string) => {
  const { amendments } = tx.tables;
  await tx.db.update(amendments).set(values).where(eq(amendments.id, id));
};
const text = (more: object) =>
  JSON.stringify([{ kind: "text", block: "p2", from: 0, to: 4, removed: [], inserted: [], ...more }]);

interface Corruption {
  readonly name: string;
  readonly fault: AmendmentFault;
  readonly spoil: (tx: Tx, id: string) => Promise<void>;
}

const corruptions: readonly Corruption[] = [
  {
    name: "its changes are others than those hashed",
    fault: "hash",
    async spoil(tx, id) {
      const { revisions } = tx.tables;
      await tx.db.update(revisions).set({ changes: "[]" }).where(eq(revisions.amendment, id));
    },
  },
  { name: "its changes are no JSON", fault: "changes", spoil: revision("{") },
  { name: "its changes are of no form", fault: "changes", spoil: revision('[{"kind":"text"}]') },
  { name: "its words are no words", fault: "changes", spoil: revision(text({ inserted: [null, 3] })) },
  {
    name: "its words have marks of no form",
    fault: "changes",
    spoil: revision(text({ inserted: [{ text: "x", marks: "{" }] })),
  },
  {
    name: "what it inserts is no block",
    fault: "thrown",
    spoil: revision(JSON.stringify([{ kind: "insert", parent: "doc", after: null, node: 7 }])),
  },
  {
    name: "its revision is gone",
    fault: "changes",
    async spoil(tx, id) {
      const { revisions } = tx.tables;
      await tx.db.delete(revisions).where(and(eq(revisions.amendment, id)));
    },
  },
  { name: "its outline is no JSON", fault: "outline", spoil: row({ outline: "{" }) },
  { name: "its outline says nothing", fault: "outline", spoil: row({ outline: '{"place":3}' }) },
  { name: "it is adopted by no ballot", fault: "life", spoil: row({ state: "adopted" }) },
  {
    name: "it is rejected by a ballot that is not there",
    fault: "life",
    spoil: row({ state: "rejected", ballot: "none" }),
  },
  { name: "its state is no state", fault: "life", spoil: row({ state: "burnt" }) },
  { name: "its standing is no standing", fault: "life", spoil: row({ standing: "sideways" }) },
];

/** The pages that say that it is broken; the others leave it out or name it only. */
const sayIt = /^\/amendements$|\/2$|liasse$|liasse\.csv$/u;

const pages = (hall: Hall, number: number) => [
  "/",
  "/amendements",
  `/amendements/${number}`,
  "/amendements/1",
  `/textes/${hall.text}`,
  `/textes/${hall.text}/liasse`,
  `/textes/${hall.text}/liasse.csv`,
  `/textes/${hall.text}/liasse.json`,
  `/textes/${hall.text}/et-si?avec-${number}=1&avec-3=1`,
  "/ecran",
  "/tribune",
  "/declarations",
  "/proces-verbal",
  "/journal",
];

const view = async (hall: Hall, path: string) =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`)).json();
const linesOf = async (hall: Hall): Promise<readonly AmendmentLine[]> =>
  (await view(hall, "/amendements")).texts[0].lines;

describe("AMD-114 an amendment whose rows are broken", () => {
  test.each(corruptions)("AMD-114 is shown as such and hides none: $name", async ({ fault, spoil }) => {
    await using hall = await openHall(sheet(words));
    const first = await submit(hall, "tanneries", "engage les communes", "n’engage que nous");
    const broken = await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
    await submit(hall, "orvelles", "peut ouvrir", "devra ouvrir");
    await hall.storage.act(async (tx) => {
      await spoil(tx, broken);
      return ok(null);
    });
    const before = await linesOf(hall);
    expect(new Set(before.map(({ number }) => number))).toEqual(new Set([1, 2, 3]));
    for (const { number, state } of before)
      expect([number, state]).toEqual([number, number === 2 ? { state: "broken", fault } : { state: "submitted" }]);
    for (const path of pages(hall, 2)) {
      const answer = await getPage(hall.app, `/r/${hall.gathering}${path}`, hall.seat("chair"));
      const says = answer.body.includes("Illisible");
      expect([path, answer.statusCode, says]).toEqual([path, 200, says || sayIt.test(path)]);
    }
    expect((await view(hall, "/amendements/2")).amendment.state).toEqual({ state: "broken", fault });
    expect((await hall.act("chair", "amendment.call", { amendment: broken })).json().code).toBe("wrong-state");

    // Another is adopted all the same; it felled nothing that was broken.
    await adoptOne(hall, first);
    const after = await linesOf(hall);
    expect(Object.fromEntries(after.map(({ number, state }) => [number, state.state]))).toEqual({
      1: "adopted",
      2: "broken",
      3: "submitted",
    });
  });

  test("AMD-114 one that broke after it was called leaves the chair's console standing, and can be put off", async () => {
    await using hall = await openHall(sheet(words));
    const called = await submit(hall, "kerloch", "peut ouvrir", "doit ouvrir");
    await hall.act("chair", "amendment.call", { amendment: called });
    await hall.storage.act(async (tx) => {
      await revision(text({ inserted: [null] }))(tx, called);
      return ok(null);
    });
    for (const path of pages(hall, 1)) {
      const answer = await getPage(hall.app, `/r/${hall.gathering}${path}`, hall.seat("chair"));
      expect([path, answer.statusCode]).toEqual([path, 200]);
    }
    const open = { subject: `amendment:${called}` };
    expect((await hall.act("chair", "ballot.open", open)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await hall.act("chair", "amendment.notMoved", { amendments: [called] })).statusCode).toBe(200);
  });
});
