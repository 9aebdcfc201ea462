import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { replayRecord } from "../../../scripts/verify-replay.ts";
import { checkRecord } from "../../../scripts/verify.ts";
import { readAmendmentsOn } from "../../../server/amendments/index.ts";
import { canonicalJson } from "../../../shared/journal/index.ts";
import { changeSetHash } from "../../../shared/amendments/index.ts";
import type { AmendmentsView, AmendmentView, AmendView, ConsoleView, TextView } from "../../../shared/views/index.ts";
import { getPage } from "../../support/app.ts";
import { openRoad, type Road } from "../../support/road.ts";
import { faultsOf } from "../../support/second-verifier.ts";
import { rowCounts } from "../../support/storage.ts";

let road: Road;
let text: string;
let parent: string;
beforeEach(async () => {
  road = await openRoad();
  text = await road.table("Nos communes libres, nos quartiers ouverts");
  parent = await road.amend(text, road.three[0], "quartiers ouverts", "quartiers ouverts et solidaires");
});
afterEach(async () => road[Symbol.asyncDispose]());

const chair = (action: string, body: object) => road.assembly.act(road.assembly.chair.cookie, action, body);
const facts = () => road.fresh.storage.read((tx) => readAmendmentsOn(tx, text));
const called = async (label: string) => {
  const found = (await facts()).find(
    ({ number, sub }) => `${number}-${sub}` === label || (sub === 0 && `${number}` === label),
  );
  if (!found) throw new Error(`No amendment ${label}`);
  return found;
};
const acts = async (): Promise<readonly { act: string; data: Record<string, unknown> }[]> =>
  JSON.parse(await road.record()).entries.map((entry: { body: string }) => JSON.parse(entry.body));
const title = async (): Promise<string> => (await road.view<TextView>(`/textes/${text}`)).text.title;

async function wish(who: 0 | 1 | 2, from: string, to: string, number = "1"): Promise<Record<string, unknown>> {
  const { cookie, delegation } = road.three[who];
  const view = await road.view<AmendView>(`/textes/${text}/amender?sous-amende=${number}`, cookie);
  const document: unknown = JSON.parse(canonicalJson(view.document).replace(from, to));
  return {
    delegation,
    parent: view.parent?.amendment.id,
    revision: view.parent?.revision,
    document,
    rationale: "Mieux.",
  };
}

async function submit(who: 0 | 1 | 2, from: string, to: string, number = "1"): Promise<string> {
  const answer = await road.assembly.act(road.three[who].cookie, "amendment.submit", await wish(who, from, to, number));
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json().amendment;
}

/** Called, voted and concluded. */
async function decide(amendment: string, choices: readonly string[]): Promise<void> {
  await road.call(amendment);
  await road.decide(`amendment:${amendment}`, choices);
}

const yes = ["for", "for", "for"] as const;
const no = ["against", "against", "against"] as const;

async function expectHeld(): Promise<void> {
  const record = await road.record();
  expect(() => replayRecord(checkRecord(record))).not.toThrow();
  expect(faultsOf(record)).toEqual([]);
}

describe("sub-amendments", () => {
  it("AMD-88 bear their parent's number and their own, never given twice; the entry names the parent's revision", async () => {
    const first = await submit(1, "solidaires", "accueillants");
    await road.act(road.three[1].cookie, "amendment.withdraw", { amendment: first });
    await submit(1, "et solidaires", "et hospitaliers");
    const [, one, two] = await facts();
    expect([one, two].map((sub) => [sub?.number, sub?.sub, sub?.parent])).toEqual([
      [1, 1, parent],
      [1, 2, parent],
    ]);
    const submitted = (await acts()).filter(({ act }) => act === "amendment.submitted");
    expect(submitted[1]?.data).toMatchObject({ amendment: first, number: 1, sub: 1, parent, onRevision: 1 });
    const sheet = await road.view<AmendmentView>("/amendements/1-2");
    expect(sheet.amendment).toMatchObject({ number: 1, sub: 2, label: "1-2", parent: { label: "1" } });
    expect((await getPage(road.fresh.app, `/r/${road.assembly.slug}/amendements/1-3`)).statusCode).toBe(404);
    expect(await road.amend(text, road.three[2], "communes", "villages")).toBe((await called("2")).id);
    await expectHeld();
  });

  it("AMD-88 the same wish of the same delegation, asked again, gets the number that it has", async () => {
    const asked = await wish(1, "solidaires", "accueillants");
    const first = (await road.assembly.act(road.three[1].cookie, "amendment.submit", asked)).json();
    const before = await rowCounts(road.fresh.storage);
    expect((await road.assembly.act(road.three[1].cookie, "amendment.submit", asked)).json()).toEqual(first);
    expect(await rowCounts(road.fresh.storage)).toEqual(before);
  });

  it("AMD-89 what cannot be one is refused in words, and nothing is written", async () => {
    const { cookie, delegation } = road.three[1];
    const good = await wish(1, "solidaires", "accueillants");
    const sub = await submit(2, "solidaires", "fraternels");
    const { document } = await road.view<AmendView>(`/textes/${text}/amender?sous-amende=1`, cookie);
    const own = await road.view<TextView>(`/textes/${text}`);
    const before = await rowCounts(road.fresh.storage);
    const refused = async (who: string, body: object): Promise<string> => {
      const { code, detail } = (await road.assembly.act(who, "amendment.submit", body)).json();
      return detail ?? code;
    };
    expect(own.text.title).toContain("ouverts");
    expect(await refused(cookie, { ...good, document })).toBe("empty-amendment");
    expect(await refused(cookie, { ...good, parent: sub })).toBe("sub-of-sub");
    expect(await refused(cookie, { ...good, parent: "elsewhere" })).toBe("not-found");
    expect(await refused(cookie, { ...good, revision: 7 })).toBe("malformed");
    expect(await refused(cookie, { ...good, delegation: road.three[2].delegation })).toBe("amendment.submit");
    expect(await refused(cookie, { ...good, text, version: 1 })).toBe("malformed");
    const undone: unknown = JSON.parse(canonicalJson(document).replace(" et solidaires", ""));
    expect(await refused(cookie, { ...good, document: undone })).toBe("empty-amendment");
    const revised = await road.assembly.act(road.three[2].cookie, "amendment.revise", {
      amendment: sub,
      revision: 1,
      version: 1,
      document,
      rationale: "",
    });
    expect(revised.json()).toMatchObject({ detail: "sub-amendment-revised" });
    expect(await rowCounts(road.fresh.storage)).toEqual(before);
    expect(delegation).not.toBe("");
  });

  it("AMD-90 it is voted before its parent, which is refused meanwhile; adopted, the parent is voted with it", async () => {
    const sub = await submit(1, "solidaires", "accueillants");
    await road.call(parent);
    expect((await chair("ballot.open", { subject: `amendment:${parent}` })).json()).toMatchObject({
      code: "wrong-state",
      detail: "amendment-has-subs",
    });
    const before = await title();
    await decide(sub, yes);
    expect(await title()).toBe(before);
    const amended = await called("1");
    expect(amended).toMatchObject({ revision: 2, origin: "subAmended", made: sub });
    const [adopted] = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(adopted?.data).toMatchObject({
      amendments: [sub],
      amendment: parent,
      revision: 2,
      hash: changeSetHash(amended.changes),
    });
    await road.decide(`amendment:${parent}`, yes);
    expect(await title()).toContain("quartiers ouverts et accueillants");
    const page = await getPage(road.fresh.app, `/r/${road.assembly.slug}/proces-verbal`);
    const minutes = page.body.replaceAll(/\s/gu, " ");
    expect(minutes).toContain("Est déposé sur l’amendement 1 : le sous-amendement 1-1 (Kerloc’h).");
    expect(minutes).toContain("Le sous-amendement 1-1 est adopté ; l’amendement 1 est sous-amendé.");
    expect((await getPage(road.fresh.app, `/r/${road.assembly.slug}/scrutins/1`)).body).toContain(
      "Sous-amendement\u00a01-1",
    );
    await expectHeld();
  });

  it("AMD-90 rejected or not moved, its parent is voted as it was", async () => {
    const [one, two] = [await submit(1, "solidaires", "accueillants"), await submit(2, "solidaires", "fraternels")];
    await decide(one, no);
    await road.act(road.assembly.chair.cookie, "amendment.notMoved", { amendments: [two] });
    expect((await called("1")).revision).toBe(1);
    await decide(parent, yes);
    expect(await title()).toContain("quartiers ouverts et solidaires");
    await expectHeld();
  });

  it("AMD-90 while it is voted its parent is neither withdrawn, revised nor amended again", async () => {
    const sub = await submit(1, "solidaires", "accueillants");
    const more = await wish(2, "solidaires", "fraternels");
    await road.call(sub);
    await chair("ballot.open", { subject: `amendment:${sub}` });
    const { cookie } = road.three[0];
    expect((await road.assembly.act(cookie, "amendment.withdraw", { amendment: parent })).json()).toMatchObject({
      code: "ballot-open",
    });
    expect((await road.assembly.act(road.three[2].cookie, "amendment.submit", more)).json()).toMatchObject({
      code: "ballot-open",
    });
    const sheet = await road.view<AmendmentView>("/amendements/1", road.three[2].cookie);
    expect(sheet.may.subAmend).toBe(false);
  });

  it("AMD-91 the adoption of one is told to the others: one follows, one falls, one is there already", async () => {
    const first = await submit(1, "solidaires", "accueillants");
    const follows = await submit(2, "Nos communes", "Les communes");
    const falls = await submit(2, "solidaires", "fraternels");
    const twin = await submit(0, "solidaires", "accueillants");
    await road.call(first);
    await chair("amendment.reserve", { amendment: twin });
    await decide(first, yes);
    const [adopted] = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(adopted?.data).toMatchObject({
      amendments: [first, twin].sort(),
      fallen: [falls],
      satisfied: [],
      altered: [],
    });
    await decide(follows, yes);
    await decide(parent, yes);
    expect(await title()).toBe("Les communes libres, nos quartiers ouverts et accueillants");
    await expectHeld();
  });

  it("AMD-91 it falls with its parent: withdrawn, not moved, or fallen by another's adoption", async () => {
    await submit(1, "solidaires", "accueillants");
    await road.act(road.three[0].cookie, "amendment.withdraw", { amendment: parent });
    expect((await called("1-1")).standing).toEqual({ standing: "fallen", by: parent });
    const again = await road.amend(text, road.three[0], "quartiers ouverts", "quartiers vivants");
    const rival = await road.amend(text, road.three[2], "quartiers ouverts", "quartiers fiers");
    const sub = await submit(1, "vivants", "bien vivants", "2");
    await decide(rival, yes);
    const [adopted] = (await acts()).filter(({ act }) => act === "amendment.adopted");
    expect(adopted?.data["fallen"]).toEqual([again, sub]);
    await road.decide(`text:${text}`, yes);
    await expectHeld();
  });

  it("AMD-91 it is carried over a revision of its parent by its author, or falls and the entry names it", async () => {
    const kept = await submit(1, "communes libres", "communes bien libres");
    const gone = await submit(2, "solidaires", "fraternels");
    const { cookie } = road.three[0];
    const base = await road.view<AmendView>(`/textes/${text}/amender`, cookie);
    const document: unknown = JSON.parse(
      canonicalJson(base.document).replace("quartiers ouverts", "quartiers ouverts et vivants"),
    );
    const revised = { amendment: parent, revision: 1, version: base.text.version, document, rationale: "" };
    await road.act(cookie, "amendment.revise", revised);
    expect((await acts()).find(({ act }) => act === "amendment.revised")?.data).toMatchObject({ fallen: [gone] });
    await decide(kept, yes);
    await decide(parent, yes);
    expect(await title()).toBe("Nos communes bien libres, nos quartiers ouverts et vivants");
    await expectHeld();
  });

  it("AMD-92 a sub-amended amendment no longer shares the call of those that ask for what it asked", async () => {
    const twin = await road.amend(text, road.three[2], "quartiers ouverts", "quartiers ouverts et solidaires");
    const sub = await submit(1, "solidaires", "accueillants");
    await decide(sub, yes);
    await road.call(parent);
    expect((await facts()).find(({ id }) => id === twin)?.life.state).toBe("submitted");
  });

  it("AMD-92 neither it nor its parent is called with others en bloc", async () => {
    const other = await road.amend(text, road.three[2], "Nos communes", "Les communes");
    const sub = await submit(1, "solidaires", "accueillants");
    expect((await chair("amendment.callTogether", { amendments: [parent, other] })).json()).toMatchObject({
      detail: "amendment-has-subs",
    });
    expect((await chair("amendment.callTogether", { amendments: [sub, other] })).json()).toMatchObject({
      detail: "sub-amendment-alone",
    });
  });

  it("AMD-93 lists and console have it right before its parent; both sheets lead to each other", async () => {
    await road.amend(text, road.three[2], "Nos communes", "Les communes");
    const sub = await submit(1, "solidaires", "accueillants");
    const { texts } = await road.view<AmendmentsView>("/amendements");
    expect(texts[0]?.lines.map(({ label }) => label)).toEqual(["2", "1-1", "1"]);
    await road.call(sub);
    const desk = await road.view<ConsoleView>("/tribune", road.assembly.chair.cookie);
    expect(desk.callOrder.map(({ label }) => label)).toEqual(["2", "1-1", "1"]);
    const sheet = await road.view<AmendmentView>("/amendements/1", road.three[2].cookie);
    expect(sheet).toMatchObject({ subs: [{ id: sub, sub: 1 }], may: { subAmend: true } });
    const own = await road.view<AmendmentView>("/amendements/1-1", road.three[2].cookie);
    expect(JSON.stringify(own.amendment.redline)).toContain("accueillants");
    expect(own).toMatchObject({ may: { subAmend: false }, subs: [] });
    await road.decide(`amendment:${sub}`, yes);
    expect((await road.view<AmendmentView>("/amendements/1")).amendment).toMatchObject({
      label: "1 bis",
      subAmendedBy: { label: "1-1" },
    });
  });
});
