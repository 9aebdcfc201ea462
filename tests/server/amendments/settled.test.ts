import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { readAmendmentsOn } from "../../../server/amendments/index.ts";
import { canonicalJson } from "../../../shared/journal/index.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";

type Delegate = Road["three"][number];

let road: Road;
let text: string;
let [a, b, c]: Delegate[] = [];
beforeEach(async () => {
  road = await openRoad();
  text = await road.table("Nos communes peuvent ouvrir des maisons du peuple libres");
  [a, b, c] = road.three;
});
afterEach(async () => road[Symbol.asyncDispose]());

const of = (delegate: Delegate | undefined): Delegate => {
  if (!delegate) throw new Error("Nobody");
  return delegate;
};
const chair = (): string => road.assembly.chair.cookie;
const facts = () => road.fresh.storage.read((tx) => readAmendmentsOn(tx, text));
const answer = async (cookie: string, action: string, body: object): Promise<number> =>
  (await road.assembly.act(cookie, action, body)).statusCode;
const adopt = async (id: string): Promise<void> => {
  await road.call(id);
  await road.decide(`amendment:${id}`, ["for", "for", "for"]);
};
const lastBallot = async (): Promise<string> => {
  const all = await road.fresh.storage.read(({ db, tables }) => db.select().from(tables.ballots));
  return all.toSorted((x, y) => (x.number ?? 0) - (y.number ?? 0)).at(-1)?.id ?? "";
};
/** Both verifiers accept what the server has written. */
async function holds(): Promise<void> {
  const record = await road.record();
  expect(() => replayRecord(checkRecord(record))).not.toThrow();
  expect(faultsOf(record)).toEqual([]);
}

describe("what is settled", () => {
  it("AMD-134 a fallen amendment is neither ruled out, nor reserved, nor left by who co-signed it", async () => {
    const x = await road.amend(text, of(a), "maisons", "foyers");
    const y = await road.amend(text, of(b), "maisons", "lieux");
    const hash = (await facts())[1]?.hash;
    const { cookie, delegation } = of(c);
    expect(await answer(cookie, "amendment.cosign", { amendment: y, delegation, hash })).toBe(200);
    await road.call(y);
    await adopt(x);
    expect(await answer(chair(), "amendment.inadmissible", { amendment: y, reason: "Hors sujet." })).toBe(409);
    expect(await answer(chair(), "amendment.reserve", { amendment: y })).toBe(409);
    expect(await answer(cookie, "amendment.uncosign", { amendment: y, delegation })).toBe(409);
    await holds();
  });

  it("AMD-134 one that fell out of a called block is not taken out of it", async () => {
    const y = await road.amend(text, of(b), "maisons", "lieux");
    const z = await road.amend(text, of(c), "peuple", "monde");
    const x = await road.amend(text, of(a), "maisons", "foyers");
    expect(await answer(chair(), "amendment.callTogether", { amendments: [y, z] })).toBe(200);
    await adopt(x);
    const { cookie, delegation } = of(b);
    expect(await answer(cookie, "amendment.takeOut", { amendment: y, delegation })).toBe(409);
    await holds();
  });

  it("AMD-134 who takes an amendment over no longer supports it from outside, however often it changes hands", async () => {
    const set = { supporters: 1 };
    expect(await answer(road.assembly.organiser, "gathering.set", set)).toBe(200);
    const w = await road.amend(text, of(a), "maisons", "foyers");
    const hash = (await facts())[0]?.hash;
    const [one, other] = [of(a), of(c)];
    await road.act(other.cookie, "amendment.cosign", { amendment: w, delegation: other.delegation, hash });
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      await road.act(from.cookie, "amendment.withdraw", { amendment: w });
      await road.act(to.cookie, "amendment.takeOver", { amendment: w, delegation: to.delegation });
    }
    expect(await answer(chair(), "amendment.call", { amendment: w })).toBe(409);
    await holds();
  });

  it("AMD-134 one that was taken over stands where it stood then, whatever is annulled elsewhere", async () => {
    const w = await road.amend(text, of(a), "maisons", "foyers");
    await road.act(of(a).cookie, "amendment.withdraw", { amendment: w });
    for (const [from, to] of [
      ["maisons", "lieux"],
      ["lieux", "maisons"],
      ["libres", "fous"],
    ] as const)
      await adopt(await road.amend(text, of(b), from, to));
    await road.act(of(c).cookie, "amendment.takeOver", { amendment: w, delegation: of(c).delegation });
    await road.act(chair(), "ballot.annul", { ballot: await lastBallot(), reason: "Erreur." });
    expect((await facts()).find(({ id }) => id === w)?.standing.standing).toBe("live");
    await holds();
  });

  it("AMD-134 a sub-amendment that fell with its amendment stays so, and keeps no ballot from being annulled", async () => {
    const adopted = await road.amend(text, of(a), "maisons", "foyers");
    await road.amend(text, of(b), "maisons", "lieux vivants");
    const parent = (await facts())[1]?.id;
    const read = await road.fresh.app.inject({ url: `/r/${road.assembly.slug}/textes/${text}/instantane.json` });
    const document: unknown = JSON.parse(canonicalJson(read.json().doc).replace("maisons", "lieux ouverts"));
    const body = { delegation: of(c).delegation, parent, revision: 1, document, rationale: "" };
    expect(await answer(of(c).cookie, "amendment.submit", body)).toBe(200);
    await adopt(adopted);
    expect(await answer(chair(), "ballot.annul", { ballot: await lastBallot(), reason: "Erreur." })).toBe(200);
    const standings = (await facts()).map(({ number, sub, standing }) => `${number}-${sub} ${standing.standing}`);
    expect(standings).toEqual(["1-0 live", "2-0 live", "2-1 fallen"]);
    await holds();
  });

  it("AMD-135 a ballot that was prepared on words revised since is not opened; one voted again asks by the present name", async () => {
    const x = await road.amend(text, of(a), "maisons", "foyers");
    await road.call(x);
    const prepared = await road.assembly.act(chair(), "ballot.prepare", { subject: `amendment:${x}` });
    expect(prepared.statusCode).toBe(200);
    const read = await road.fresh.app.inject({ url: `/r/${road.assembly.slug}/textes/${text}/instantane.json` });
    const document: unknown = JSON.parse(canonicalJson(read.json().doc).replace("maisons", "lieux"));
    const revised = { amendment: x, version: 1, document, rationale: "", revision: 1 };
    expect(await answer(of(a).cookie, "amendment.revise", revised)).toBe(200);
    await road.call(x);
    const opened = await road.assembly.act(chair(), "ballot.open", { ballot: prepared.json().ballot });
    expect(opened.json()).toMatchObject({ code: "wrong-state", detail: "ballot-of-other-words" });
  });
});
