import { expect, test } from "vitest";

import { readAmendment, readRevisions } from "../../../server/amendments/index.ts";
import { getPage } from "../../support/app.ts";
import { adoptOne } from "../../support/amendments/adopt-one.ts";
import { openHall, type Hall, type Who } from "../../support/amendments/hall.ts";
import { sheet } from "../../support/amendments/sheet.ts";

const words = `
  p1: L’eau ne se vend pas.
  p2: Chaque commune peut ouvrir une maison du peuple.`;
const both = words.replace("ne se vend pas", "est à tous").replace("peut ouvrir", "ouvrira");

const wish = (hall: Hall, to: string) => ({ version: hall.version, document: sheet(to).toJSON(), rationale: "" });

async function submit(hall: Hall, who: Who, to: string, more: object = {}): Promise<string> {
  const body = { delegation: who, text: hall.text, ...wish(hall, to), ...more };
  return (await hall.act(who, "amendment.submit", body)).json().amendment;
}

async function refusedBy(answer: ReturnType<Hall["act"]>): Promise<string> {
  const { code, detail } = (await answer).json();
  return detail === undefined ? code : `${code} ${detail}`;
}

const divide = (hall: Hall, amendment: string, who: Who = "chair") => hall.act(who, "amendment.divide", { amendment });

const viewOf = async (hall: Hall, path: string, who: Who) =>
  (await getPage(hall.app, `/r/${hall.gathering}/etat.json?page=${encodeURIComponent(path)}`, hall.seat(who))).json();

test("AMD-77 what fell of a divisible amendment leaves the rest: a new revision, minuted, to be called anew", async () => {
  await using hall = await openHall(sheet(words));
  const other = await submit(hall, "orvelles", words.replace("peut ouvrir", "ouvre"));
  const amendment = await submit(hall, "kerloch", both, { divisible: true });
  expect((await hall.entries()).at(-1)?.data).toMatchObject({ amendment, divisible: true });
  const { hash } = (await hall.storage.read((tx) => readAmendment(tx, hall.gathering, amendment))) ?? {};
  await hall.act("tanneries", "amendment.cosign", { amendment, delegation: "tanneries", hash });
  expect(await refusedBy(divide(hall, amendment))).toBe("wrong-state amendment-not-fallen");
  await adoptOne(hall, other);
  expect((await viewOf(hall, "/amendements/2", "chair")).may.divide).toBe(true);
  expect((await viewOf(hall, "/amendements/2", "kerloch")).may.divide).toBe(false);
  expect(await refusedBy(divide(hall, amendment, "kerloch"))).toBe("not-allowed amendment.divide");

  expect((await divide(hall, amendment)).json()).toMatchObject({ amendment, number: 2 });
  const divided = await hall.storage.read((tx) => readAmendment(tx, hall.gathering, amendment));
  expect(divided).toMatchObject({
    revision: 2,
    origin: "divided",
    divisible: true,
    life: { state: "submitted" },
    standing: { standing: "live", reduced: false, altered: false },
    base: { version: hall.version },
  });
  const revisions = await hall.storage.read((tx) => readRevisions(tx, amendment));
  expect(revisions.map(({ changes }) => changes.length)).toEqual([2, 1]);
  expect((await hall.entries()).at(-1)).toMatchObject({
    act: "amendment.divided",
    data: { amendment, number: 2, revision: 2, delegation: "kerloch", divisible: true, hash: divided?.hash },
  });
  const view = await viewOf(hall, "/amendements/2", "chair");
  expect([view.amendment.label, view.amendment.state.state, view.may.divide]).toEqual(["2 bis", "submitted", false]);
  expect([view.support.cosignatories, view.support.before]).toEqual([[], 1]);
  expect(await refusedBy(divide(hall, amendment))).toBe("wrong-state amendment-not-fallen");
  await adoptOne(hall, amendment, 5);
  const { document } = await viewOf(hall, `/textes/${hall.text}/amender`, "kerloch");
  expect(JSON.stringify(document)).toContain("est à tous");
  expect(JSON.stringify(document)).toContain("ouvre une maison");
});

test("AMD-77 what its author did not say to be divisible, or of which nothing is left, falls whole", async () => {
  await using hall = await openHall(sheet(words));
  const other = await submit(hall, "orvelles", words.replace("peut ouvrir", "ouvre"));
  const whole = await submit(hall, "kerloch", both);
  const alone = await submit(hall, "kerloch", words.replace("peut ouvrir", "doit ouvrir"), { divisible: true });
  const gone = await submit(hall, "kerloch", `${both} Enfin.`, { divisible: true });
  await hall.act("kerloch", "amendment.withdraw", { amendment: gone });
  await adoptOne(hall, other);
  expect(await refusedBy(divide(hall, whole))).toBe("wrong-state amendment-not-divisible");
  expect(await refusedBy(divide(hall, alone))).toBe("not-adoptable overlap");
  expect(await refusedBy(divide(hall, gone))).toBe("wrong-state amendment-withdrawn");
  expect(await refusedBy(divide(hall, "none"))).toBe("not-found");
  expect((await viewOf(hall, "/amendements/3", "chair")).may.divide).toBe(false);
});

test("AMD-77 its author says so, or no longer, by a revision; the same wish with and without are two", async () => {
  await using hall = await openHall(sheet(words));
  const amendment = await submit(hall, "kerloch", both);
  const revise = (revision: number, more: object) =>
    hall.act("kerloch", "amendment.revise", { amendment, revision, ...wish(hall, both), ...more });
  expect(await refusedBy(revise(1, {}))).toBe("wrong-state amendment-unchanged");
  expect((await revise(1, { divisible: true })).statusCode).toBe(200);
  const revising = (await viewOf(hall, `/textes/${hall.text}/amender?rectifie=1`, "kerloch")).revising;
  expect(revising.divisible).toBe(true);
  expect((await revise(2, {})).statusCode).toBe(200);
  expect((await hall.entries()).map(({ data }) => data["divisible"])).toEqual([undefined, true, undefined]);
});
