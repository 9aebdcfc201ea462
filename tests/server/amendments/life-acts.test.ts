import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";

import { readAmendment } from "../../../server/amendments/index.ts";
import { refusalWords, translator } from "../../../shared/i18n/index.ts";
import { ok } from "../../../shared/refusals.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";
import { getPage } from "../../support/app.ts";
import { rowCounts } from "../../support/storage.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;

const wish = (hall: Hall, to: string) => ({
  version: hall.version,
  document: sheet(words.replace("peut ouvrir", to)).toJSON(),
  rationale: "",
});

async function submit(hall: Hall, who: Who, to: string) {
  const body = { delegation: who, text: hall.text, ...wish(hall, to) };
  const { amendment, hash } = (await hall.act(who, "amendment.submit", body)).json();
  return { amendment: String(amendment), hash: String(hash) };
}

async function refusedBy(answer: ReturnType<Hall["act"]>): Promise<string> {
  const { code, detail } = (await answer).json();
  return detail === undefined ? code : `${code} ${detail}`;
}

const requireSupporters = (hall: Hall, supporters: number) =>
  hall.storage.act(async (tx) => {
    const { gatherings } = tx.tables;
    await tx.db.update(gatherings).set({ supporters }).where(eq(gatherings.id, hall.gathering));
    return ok(null);
  });

const viewOf = async (hall: Hall, path: string, who: Who) =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

const last = async (hall: Hall) => (await hall.entries()).at(-1);

describe("co-signatures", () => {
  test("AMD-72 a delegation signs the words that it read, once, and may take its name back", async () => {
    await using hall = await openHall(sheet(words));
    const { amendment, hash } = await submit(hall, "kerloch", "ouvre");
    const cosign = (who: Who, more: object = {}) =>
      hall.act(who, "amendment.cosign", { amendment, delegation: who, hash, ...more });
    expect(await refusedBy(cosign("kerloch"))).toBe("wrong-state cosign-own");
    expect(await refusedBy(cosign("orvelles", { hash: "0".repeat(64) }))).toBe("wrong-state amendment-other-words");
    expect(await refusedBy(cosign("orvelles", { delegation: "tanneries" }))).toBe("not-allowed amendment.cosign");
    expect((await cosign("orvelles")).statusCode).toBe(200);
    expect(await last(hall)).toMatchObject({
      act: "amendment.cosigned",
      data: { amendment, revision: 1, hash, delegation: "kerloch", cosignatory: "orvelles" },
    });
    const before = await rowCounts(hall.storage);
    expect((await cosign("orvelles")).statusCode).toBe(200);
    expect(await rowCounts(hall.storage)).toEqual(before);
    expect((await viewOf(hall, "/amendements/1", "orvelles")).support).toMatchObject({
      cosignatories: ["De orvelles"],
      cosigning: null,
      uncosigning: "orvelles",
    });
    const uncosign = () => hall.act("orvelles", "amendment.uncosign", { amendment, delegation: "orvelles" });
    expect((await uncosign()).statusCode).toBe(200);
    expect(await refusedBy(uncosign())).toBe("wrong-state not-cosigned");
  });

  test("AMD-72 a revision carries no signature over, and its page says how many there were", async () => {
    await using hall = await openHall(sheet(words));
    const { amendment, hash } = await submit(hall, "kerloch", "ouvre");
    for (const who of ["orvelles", "tanneries"] as const)
      await hall.act(who, "amendment.cosign", { amendment, delegation: who, hash });
    await hall.act("kerloch", "amendment.revise", { amendment, revision: 1, ...wish(hall, "ouvrira") });
    const stale = hall.act("orvelles", "amendment.cosign", { amendment, delegation: "orvelles", hash });
    expect(await refusedBy(stale)).toBe("wrong-state amendment-other-words");
    const { support } = await viewOf(hall, "/amendements/1", "orvelles");
    expect(support).toMatchObject({ cosignatories: [], before: 2, cosigning: "orvelles" });
    const { body } = await getPage(hall.app, `/r/${hall.gathering}/amendements/1`, hall.seat("orvelles"));
    expect(body).toContain("2 cosignataires de la version précédente");
  });

  test("AMD-73 an amendment with fewer co-signatures than required is not called, alone or with others", async () => {
    await using hall = await openHall(sheet(words));
    const one = await submit(hall, "kerloch", "ouvre");
    const same = await submit(hall, "tanneries", "ouvre");
    await requireSupporters(hall, 2);
    const cosign = (who: Who) =>
      hall.act(who, "amendment.cosign", { amendment: one.amendment, delegation: who, hash: one.hash });
    const call = () => hall.act("chair", "amendment.call", { amendment: one.amendment });
    expect(await refusedBy(call())).toBe("wrong-state supporters-missing:2");
    await cosign("orvelles");
    expect(await refusedBy(call())).toBe("wrong-state supporters-missing:1");
    const { texts } = await viewOf(hall, "/amendements", "nobody");
    expect(texts[0].lines[0].supporters).toEqual({ count: 1, required: 2 });
    await cosign("tanneries");
    // The one that asks for the very same has no signatures of its own: it is not called along.
    expect((await call()).json().amendments).toEqual([one.amendment]);
    expect(same.hash).toBe(one.hash);
  });

  test("AMD-73 the refusal says in words how many are missing", () => {
    const say = (detail: string) => refusalWords(translator("fr"), "wrong-state", detail);
    expect(say("supporters-missing:2")).toBe("Ce n’est plus possible\u202f: il lui manque 2 cosignataires.");
    expect(say("supporters-missing:1")).toContain("il lui manque 1 cosignataire.");
  });
});

test("AMD-74 the chair rules an amendment out with a reason that can be read; its author may submit another", async () => {
  await using hall = await openHall(sheet(words));
  const { amendment } = await submit(hall, "kerloch", "ouvre");
  const ruleOut = (who: Who, reason: string) => hall.act(who, "amendment.inadmissible", { amendment, reason });
  expect(await refusedBy(ruleOut("kerloch", "Non."))).toBe("not-allowed amendment.inadmissible");
  expect(await refusedBy(ruleOut("chair", "  "))).toBe("malformed");
  expect((await ruleOut("chair", "Hors du sujet.")).statusCode).toBe(200);
  expect(await last(hall)).toMatchObject({ act: "amendment.inadmissible", data: { amendment, number: 1 } });
  expect((await last(hall))?.data["reasonHash"]).toMatch(/^[0-9a-f]{64}$/u);
  const view = await viewOf(hall, "/amendements/1", "nobody");
  expect([view.amendment.state, view.ruledOut]).toEqual([{ state: "inadmissible" }, { reason: "Hors du sujet." }]);
  const call = hall.act("chair", "amendment.call", { amendment });
  expect(await refusedBy(call)).toBe("wrong-state amendment-inadmissible");
  expect(await refusedBy(ruleOut("chair", "Encore."))).toBe("wrong-state amendment-inadmissible");
  await submit(hall, "kerloch", "ouvre");
  expect((await last(hall))?.data["number"]).toBe(2);
});

test("AMD-75 what its author withdrew another delegation takes over, under its number and with its words", async () => {
  await using hall = await openHall(sheet(words));
  const { amendment, hash } = await submit(hall, "kerloch", "ouvre");
  const takeOver = (who: Who) => hall.act(who, "amendment.takeOver", { amendment, delegation: who });
  expect(await refusedBy(takeOver("orvelles"))).toBe("wrong-state amendment-waits");
  await hall.act("orvelles", "amendment.cosign", { amendment, delegation: "orvelles", hash });
  await hall.act("kerloch", "amendment.withdraw", { amendment });
  expect(await refusedBy(takeOver("kerloch"))).toBe("wrong-state amendment-withdrawn-by-own");
  expect((await viewOf(hall, "/amendements/1", "orvelles")).may.takeOver).toBe("orvelles");
  expect((await takeOver("orvelles")).statusCode).toBe(200);
  expect(await last(hall)).toMatchObject({
    act: "amendment.takenOver",
    data: { amendment, number: 1, revision: 1, hash, delegation: "orvelles", from: "kerloch" },
  });
  const view = await viewOf(hall, "/amendements/1", "kerloch");
  expect([view.amendment.delegation, view.takenOver, view.support.cosignatories]).toEqual([
    "De orvelles",
    "De kerloch",
    [],
  ]);
  expect(await refusedBy(takeOver("tanneries"))).toBe("wrong-state amendment-waits");
});

test("AMD-75 what can no longer enter the text is not taken over", async () => {
  await using hall = await openHall(sheet(words));
  const { amendment } = await submit(hall, "kerloch", "ouvre");
  await hall.act("kerloch", "amendment.withdraw", { amendment });
  await hall.storage.act(async (tx) => {
    const { revisions } = tx.tables;
    await tx.db.update(revisions).set({ baseVersion: 0 }).where(eq(revisions.amendment, amendment));
    return ok(null);
  });
  const taken = hall.act("orvelles", "amendment.takeOver", { amendment, delegation: "orvelles" });
  expect(await refusedBy(taken)).toBe("wrong-state amendment-fallen");
  const facts = await hall.storage.read((tx) => readAmendment(tx, hall.gathering, amendment));
  expect([facts?.life.state, facts?.delegation]).toEqual(["withdrawn", "kerloch"]);
});
